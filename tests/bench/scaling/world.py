"""A database of many communities: sizes by Zipf's law, articles really annotated and then varied, and feeds."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice

from bot.preferences import community_of
from index import PUBLIC, AnnotatedArticle, annotate, read_text
from index.store import Store
from index.store.rows import COLUMNS, digest_of, to_row
from tests.bench.scaling.model import articles_by_rank

TEMPLATES, POOL = 24, 400  # articles that are annotated, and different ones made of them
EXPONENT = 1.0  # of Zipf's law, for articles by server and for questions by server
WITH_FEED, ENTRIES = 4, 30  # every 4th server that has articles follows a feed, which has had 30 entries
TOGETHER = 500  # articles of one transaction
_NUMBER = re.compile(r"0{9}")
_WORD = re.compile(r"\b[a-z]{5,9}\b")
_SAID = frozenset("according warned about official report".split())
_SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve ki lo mu na pe ri so tu".split()
_SMALL = "the of and to in for with that from but it was has will not a".split()
_GIVEN = "Maria Peter Clara Henry Laura Simon Nadia Oscar Irene Edwin Paula Felix".split()
_FRAMES = (
    "“{s},” said {p}, the {w} of the {w}.",
    "“{s},” {f} said.",
    "{p} said that {s}.",
    "{f} warned that {s}.",
    "{S}.",
    "{S}, and {s}.",
    "According to {p}, {s}.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An article that others are copied from, with a question that it answers."""

    row: tuple[str | int | bytes | None, ...]
    sentences: int
    question: str


@dataclass(frozen=True, slots=True)
class Server:
    """A server, and the numbers of its articles."""

    guild: int
    articles: range

    @property
    def community(self) -> str:
        return community_of(self.guild)


def servers(count: int) -> list[Server]:
    """The servers by rank, the largest first; their ids are in no order, as Discord's."""
    chance = random.Random(count)
    found, number = [], POOL  # the public library has the first
    for size in articles_by_rank(count, count, EXPONENT):
        found.append(Server(chance.getrandbits(41) << 22 | chance.getrandbits(22), range(number, number + int(size))))
        number += int(size)
    return found


class Articles:
    """Made up of words that there are not; article number n is a copy of one of a pool of them, with its number."""

    def __init__(self) -> None:
        self._chance = random.Random(11)
        words = {"".join(self._chance.choices(_SYLLABLES, k=k)) for k in (3, 3, 4) for _ in range(4_000)}
        self._words = sorted(words | {word + "n" for word in words if len(word) < 8})
        self._chance.shuffle(self._words)
        self._by_length = {n: [w for w in self._words if len(w) == n] for n in {len(w) for w in self._words}}
        # Of each length the first are the most frequent, by Zipf's law.
        self._weights = {n: list(accumulate(1 / (r + 3) for r in range(len(w)))) for n, w in self._by_length.items()}
        templates = [annotate(read_text(self.text(), id=f"template-{n}")) for n in range(TEMPLATES)]
        self.pool = [self._made(templates[n % TEMPLATES]) for n in range(POOL)]

    def text(self) -> str:
        """A new article of some 35 sentences."""
        chance = self._chance
        people = [(chance.choice(_GIVEN), chance.choice(self._words).capitalize()) for _ in range(5)]
        paragraphs = []
        for _ in range(14):
            given, family = chance.choice(people)
            paragraphs.append(
                " ".join(
                    chance.choice(_FRAMES).format(
                        s=self._clause(), S=self._clause().capitalize(), p=f"{given} {family}", f=family, w=self._word()
                    )
                    for _ in range(chance.randint(1, 4))
                )
            )
        return f"{self._clause().capitalize()} 000000000\n\n" + "\n\n".join(paragraphs) + "\n"

    def _clause(self) -> str:
        chance = self._chance
        return " ".join(chance.choice(_SMALL) if n % 2 else self._word() for n in range(chance.randint(8, 19)))

    def _word(self, length: int | None = None) -> str:
        length = length or self._chance.choice([*self._by_length])
        return self._chance.choices(self._by_length[length], cum_weights=self._weights[length])[0]

    def _made(self, template: AnnotatedArticle) -> Made:
        """A copy whose words are others of the same lengths, so that all offsets stand."""
        others: dict[str, str] = {}
        speakers = [a.speaker.split()[-1] for a in template.attributions if a.speaker]
        for family in dict.fromkeys(speakers):
            others[family] = self._chance.choice(self._by_length.get(len(family), [family])).capitalize()

        def other(match: re.Match[str]) -> str:
            word = match[0]
            return word if word in _SAID or len(word) not in self._by_length else self._word(len(word))

        def named(words: str) -> str:
            return re.sub(r"\w+", lambda m: others.get(m[0], m[0]), words)

        text = re.sub(r"\w+", lambda m: others.get(m[0]) or _WORD.sub(other, m[0]), template.article.text)
        found = AnnotatedArticle(
            replace(template.article, text=text, title=text[: len(template.article.title)], outlet="The Post"),
            template.sentences,
            tuple(replace(a, speaker=a.speaker and named(a.speaker)) for a in template.attributions),
        )
        speaker = next(a.speaker for a in found.attributions if a.speaker)
        asked = max((w for w in _WORD.findall(text[200:600]) if w not in _SAID), key=len)
        return Made(to_row(found), len(found.sentences), f"What did {speaker} say about the {asked}?")

    def of(self, number: int) -> Made:
        """What article `number` is a copy of."""
        return self.pool[number % POOL]

    def row(self, number: int) -> tuple[str | int | bytes | None, ...]:
        """Values for the store's columns."""
        _, title, deck, outlet, authors, _, _, text, _, *rest = self.of(number).row
        title, text = (_NUMBER.sub(f"{number:09}", str(words), count=1) for words in (title, text))
        day = (date(2020, 1, 1) + timedelta(days=number % 1500)).isoformat()
        url = f"https://post.example/{number}"
        return (f"article-{number}", title, deck, outlet, authors, day, url, text, digest_of(text), *rest)


def fill(store: Store, articles: Articles, world: list[Server]) -> int:
    """Write all communities, and feeds; returns how many articles there are."""
    communities = [(PUBLIC, POOL), *((server.community, len(server.articles)) for server in world)]
    store.write_many("INSERT INTO communities (community, revision) VALUES (?, ?)", communities)
    places = ", ".join("?" * (len(COLUMNS.split(", ")) + 2))
    statement = f"INSERT INTO articles (community, revision, {COLUMNS}) VALUES ({places})"  # noqa: S608
    rows = _rows(articles, world)
    count = 0
    while pile := list(islice(rows, TOGETHER)):
        store.write_many(statement, pile)
        count += len(pile)
    _feeds(store, [server for server in world if server.articles][::WITH_FEED])
    store.write("VACUUM ANALYZE")
    return count


def _rows(articles: Articles, world: list[Server]) -> Iterator[tuple[str | int | bytes | None, ...]]:
    for community, numbers in ((PUBLIC, range(POOL)), *((server.community, server.articles) for server in world)):
        for revision, number in enumerate(numbers, 1):
            yield (community, revision, *articles.row(number))


def _feeds(store: Store, followers: list[Server]) -> None:
    """A feed each, of which one in fifteen is due, as they are polled every fifteen minutes; one entry in a thousand
    waits for being announced.
    """
    now = datetime.now(UTC)

    def moment(minutes: int) -> str:
        return (now + timedelta(minutes=minutes)).isoformat(timespec="microseconds")

    store.write_many(
        "INSERT INTO feeds (id, community, url, title, announce_in, added, checked, next_check) "
        "VALUES (?, ?, 'https://post.example/feed', 'The Post', '1', ?, ?, ?)",
        [(n, s.community, moment(-9_000), moment(-20), moment(n % 15)) for n, s in enumerate(followers)],
    )
    store.write_many(
        "INSERT INTO feed_items (feed, key, url, seen, version, read_version, state, next_check, article_id, "
        "announced) VALUES (?, ?, ?, ?, 'a', 'a', 'added', ?, ?, ?)",
        [
            (
                n,
                f"k{entry}",
                f"https://post.example/{n}/{entry}",
                moment(-60 * entry),
                moment(300),
                f"article-{server.articles[entry % len(server.articles)]}",
                int((ENTRIES * n + entry) % 1_000 != 7),
            )
            for n, server in enumerate(followers)
            for entry in range(ENTRIES)
        ],
    )

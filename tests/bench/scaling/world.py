"""A database of many communities: sizes by Zipf's law, articles really annotated and then varied, and feeds."""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from string import ascii_lowercase

from bot.context.preferences import community_of
from index import PUBLIC, AnnotatedArticle
from index.store import Store
from index.store.rows import COLUMNS, digest_of, to_row
from tests.bench.cold import KEPT, copies
from tests.bench.scaling.model import articles_by_rank

POOL, PUBLIC_ARTICLES = 400, 40  # different articles, and the first of them, which the public library has
EXPONENT = 1.0  # of Zipf's law, for articles by server and for questions by server
WITH_FEED, ENTRIES = 4, 30  # every 4th server that has articles follows a feed, which has had 30 entries
TOGETHER = 500  # articles of one transaction
LETTERS = 6  # of a title, that make it another
_WORD = re.compile(r"[a-z]{4,}")


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
    found, number = [], PUBLIC_ARTICLES  # the public library has the first
    for size in articles_by_rank(count, count, EXPONENT):
        found.append(Server(chance.getrandbits(41) << 22 | chance.getrandbits(22), range(number, number + int(size))))
        number += int(size)
    return found


class Articles:
    """Made up of words that there are not; article number n is a copy of one of a pool of them, under another title."""

    def __init__(self) -> None:
        self.pool = [_made(article) for article in islice(copies(sys.maxsize), POOL)]

    def of(self, number: int) -> Made:
        """What article `number` is a copy of."""
        return self.pool[number % POOL]

    def row(self, number: int) -> tuple[str | int | bytes | None, ...]:
        """Values for the store's columns."""
        _, title, deck, outlet, authors, _, _, text, _, *rest = self.of(number).row
        title, text = (_named(number) + str(words)[LETTERS:] for words in (title, text))
        day = (date(2020, 1, 1) + timedelta(days=number % 1500)).isoformat()
        url = f"https://post.example/{number}"
        return (f"article-{number}", title, deck, outlet, authors, day, url, text, digest_of(text), *rest)


def _made(article: AnnotatedArticle) -> Made:
    """An article that tells what was said, with a question about it."""
    text = article.article.text
    said = next(found for found in article.attributions if found.speaker)
    words = [word for word in _WORD.findall(text[said.content[0].start : said.content[0].end]) if word not in KEPT]
    return Made(
        to_row(article), len(article.sentences), f"What did {said.speaker} say about the {max(words, key=len)}?"
    )


def _named(number: int) -> str:
    """So many letters that stand for the number, in place of a title's first ones."""
    return "".join(ascii_lowercase[number // 26**place % 26] for place in range(LETTERS)).capitalize()


def fill(store: Store, articles: Articles, world: list[Server]) -> int:
    """Write all communities, and feeds; returns how many articles there are."""
    communities = [(PUBLIC, PUBLIC_ARTICLES), *((server.community, len(server.articles)) for server in world)]
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
    for community, numbers in (
        (PUBLIC, range(PUBLIC_ARTICLES)),
        *((server.community, server.articles) for server in world),
    ):
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

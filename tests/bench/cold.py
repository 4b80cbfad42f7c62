"""A cold library's first question: ``python -m tests.bench.cold [SENTENCES [FILE]]`` (default 50,000).

Makes a library of about so many sentences (in FILE, if it is given and not there yet): some dozens of articles of
invented prose are annotated, and copies of them written with other words and people of the same lengths. Then fresh
processes open it: without a kept index, with one, and with one that is a hundred articles behind. Prints a table in
Markdown: seconds to open, of the first question (by the clock, and of the processor, which others may be using) and
the second, of the first list of people, and resident megabytes after importing and after all that.
"""

import gc
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index import PUBLIC, AnnotatedArticle, Attribution, annotate, open_library, read_text
from index.search.forward import put_article
from index.store import Store

SENTENCES = 35  # of an article
TEMPLATES = 40
WORDS, PEOPLE = 45_000, 2_500
BEHIND = 100  # articles
GIVEN = "Maria Peter Clara Henry Laura Simon Nadia Oscar Irene Edwin Paula Felix Marta Bruno Alice Ralph".split()
ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh st t tr v w".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "n", "r", "l", "t", "nd", "rt", "ck", "m", "ss"]
SMALL = """the a of to in and for on with at by from that was were has had is are be been will would could not it its
their his her this these those than more most after before over under about into between against during while when
where which who as but or if so there they he she we you i""".split()
FRAMES = (
    "“{s},” said {p}, the {w} of the {w}.",
    "“{s},” {f} said.",
    "{p} said that {s}.",
    "According to {p}, {s}.",
    "“{s}. {S},” {f} told the {w} on Tuesday.",
    "{f} warned that {s}.",
    "{S}.",
    "{S}, and {s}.",
    "The {w} of the {w} has {w} {n} {w} since {y}, the {w} said.",
    "{S}.",
    "{S} in {y}.",
)
QUESTIONS = ("Who warned about the {0} {1}?", "What did {2} say about the {3}?")
_TOKEN = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one process: seconds, of the first question also those of the processor, and megabytes."""

    opened: float
    first: float
    first_cpu: float
    second: float
    people: float
    memory_before: float
    memory: float
    sentences: int


class Prose:
    """Invented words by length, the first of each length the most frequent, and people of names of one length."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.by_length: dict[int, list[str]] = defaultdict(list)
        seen = set(SMALL)
        while len(seen) < WORDS:
            word = self._word(chance.randint(1, 4))
            if 4 <= len(word) <= 12 and word not in seen:
                seen.add(word)
                self.by_length[len(word)].append(word)
        families = sorted({word.capitalize() for word in self.by_length[7]})
        self.people = [(chance.choice(GIVEN), chance.choice(families)) for _ in range(PEOPLE)]
        self.lengths = sorted(self.by_length)
        self._weights = {n: list(accumulate(1 / (r + 3) for r in range(len(w)))) for n, w in self.by_length.items()}
        self._people = list(accumulate(1 / (r + 10) for r in range(PEOPLE)))

    def _word(self, syllables: int) -> str:
        pick = self.chance.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(syllables))

    def word(self, length: int | None = None) -> str:
        """A word, frequent ones more often."""
        length = length if length in self.by_length else self.chance.choice(self.lengths)
        return self.chance.choices(self.by_length[length], cum_weights=self._weights[length])[0]

    def person(self) -> tuple[str, str]:
        """A given and a family name, some people's more often."""
        return self.chance.choices(self.people, cum_weights=self._people)[0]

    def clause(self) -> str:
        """About a dozen words, every other a small one."""
        return " ".join(self.chance.choice(SMALL) if n % 2 else self.word() for n in range(self.chance.randint(8, 19)))

    def article(self, number: int) -> str:
        """A template: paragraphs of a few sentences about five people."""
        people = [self.person() for _ in range(5)]
        paragraphs, sentences = [], 0
        while sentences < SENTENCES:
            given, family = self.chance.choice(people)
            lines = []
            for _ in range(self.chance.randint(1, 4)):
                clause = self.clause()
                lines.append(
                    self.chance.choice(FRAMES).format(
                        s=clause, S=self.clause().capitalize(), p=f"{given} {family}", f=family, w=self.word(),
                        n=self.chance.randint(11, 99), y=self.chance.randint(1990, 2029),
                    )
                )  # fmt: skip
            sentences += len(lines)
            paragraphs.append(" ".join(lines))
        return f"{self.clause().capitalize()} {number}\n\n" + "\n\n".join(paragraphs) + "\n"

    def varied(self, template: AnnotatedArticle, number: int) -> AnnotatedArticle:
        """A copy with other words and people of the same lengths, so that all offsets stand."""
        others: dict[str, str] = {}
        for given, family in self.people:
            if given in template.article.text and family in template.article.text:
                others[given], others[family] = others.get(given) or self.chance.choice(GIVEN), self.person()[1]

        def other(match: re.Match[str]) -> str:
            word = match.group()
            if word in others:
                return others[word]
            if word.lower() in KEPT or len(word) not in self.by_length:
                return word
            new = self.word(len(word))
            return new.capitalize() if word[0].isupper() else new

        article = template.article
        text = _NUMBER.sub(lambda m: str(self.chance.randint(10 ** (len(m[0]) - 1), 10 ** len(m[0]) - 1)), article.text)
        text = _TOKEN.sub(other, text)

        def named(found: Attribution) -> Attribution:
            speaker = found.speaker and " ".join(others.get(word, word) for word in found.speaker.split())
            return replace(found, speaker=speaker)

        day = date(2020, 1, 1) + timedelta(days=number % 1500)
        title = text[: len(article.title)] if article.title else f"Article {number}"
        copy = replace(article, id=f"article-{number}", text=text, title=title, published=day, outlet="The Post")
        return AnnotatedArticle(copy, template.sentences, tuple(named(a) for a in template.attributions))


KEPT = {*SMALL, *"said warned told according tuesday since".split()}


def copies(size: int) -> Iterator[AnnotatedArticle]:
    """Articles of about `size` sentences together."""
    prose = Prose(random.Random(11))
    templates = [annotate(read_text(prose.article(n), id=f"template-{n}")) for n in range(TEMPLATES)]
    sentences = number = 0
    while sentences < size:
        made = prose.varied(templates[number % TEMPLATES], number)
        sentences += len(made.sentences)
        number += 1
        yield made


def build(path: Path, size: int) -> None:
    """Write the library."""
    with closing(Store(path)) as store:
        pile: list[AnnotatedArticle] = []
        for article in copies(size):
            pile.append(article)
            if len(pile) == 100:
                _put(store, pile)
        _put(store, pile)


def _put(store: Store, pile: list[AnnotatedArticle]) -> None:
    with store.writing(PUBLIC):
        for article in pile:
            put_article(store, PUBLIC, article)
    pile.clear()


def questions(path: Path) -> list[str]:
    """Two questions with words and a name that stand in the library."""
    with closing(Store(path)) as store:
        ids = [*store.revisions(PUBLIC)]
        article = store.get(PUBLIC, ids[len(ids) // 2])
    if article is None:
        raise LookupError(ids)
    words = sorted({w for w in _TOKEN.findall(article.article.text) if w.islower() and w not in KEPT}, key=len)[-4:]
    name = next(a.speaker for a in article.attributions if a.speaker and " " in a.speaker)
    return [question.format(words[0], words[1], name, words[2]) for question in QUESTIONS]


def measure(path: Path) -> Figures:
    """Open the library in this process, and ask."""
    asked = questions(path)
    gc.collect()
    before = _memory()
    times, busy = [time.perf_counter()], [time.process_time()]
    with open_library(path) as library:
        times.append(time.perf_counter())
        for question in asked:
            if not library.ask(question).passages:
                raise LookupError(question)
            times.append(time.perf_counter())
            busy.append(time.process_time())
        if not library.people():
            raise LookupError(path)
        times.append(time.perf_counter())
        memory = _memory()
        figures = library.figures()
    opened, first, second, people = (b - a for a, b in pairwise(times))
    return Figures(opened, first, busy[1] - busy[0], second, people, before, memory, figures.sentences)


def _memory() -> float:
    """Resident memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _fresh(path: Path) -> Figures:
    run = [sys.executable, "-m", "tests.bench.cold", "--one", str(path)]
    return Figures(**json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    """Make the library and print the table."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(asdict(measure(Path(sys.argv[2])))))
        return
    size = int(sys.argv[1]) if sys.argv[1:] else 50_000
    with tempfile.TemporaryDirectory() as directory:
        path = Path(sys.argv[2]) if sys.argv[2:] else Path(directory) / "cold.db"
        if not path.exists():
            build(path, size)
        print(table(path, size))


def table(path: Path, size: int) -> str:
    """Measure the three cases."""
    with closing(Store(path)) as store:
        store.write("DELETE FROM indexes")
    rows = [("none: built anew", _fresh(path))]
    with open_library(path) as library:
        library.ask("Which index is in memory?")
        with closing(Store(path)) as store:
            store.write("DELETE FROM indexes")
        began = time.perf_counter()
        library.save_reader(at_least=1)
        saved = time.perf_counter() - began
    rows.append(("kept", _fresh(path)))
    with closing(Store(path)) as store:
        ((content,),) = store.read("SELECT content FROM indexes WHERE community = ?", PUBLIC)
        articles = [article for _, article in zip(range(BEHIND), copies(size), strict=False)]
        _put(store, [replace(a, article=replace(a.article, id=f"late-{a.article.id}")) for a in articles])
    rows.append((f"kept, {BEHIND} articles behind", _fresh(path)))
    with closing(Store(path)) as store, store.writing(PUBLIC):
        store.write("DELETE FROM articles WHERE id LIKE 'late-%'")
        store.advance(PUBLIC)
    found = Table(
        "index",
        "sentences",
        "open s",
        "first question s",
        "of the processor",
        "second s",
        "people s",
        "MB before",
        "MB after",
        box=MARKDOWN,
    )
    for name, row in rows:
        found.add_row(
            name, f"{row.sentences:,}", f"{row.opened:.3f}", f"{row.first:.2f}", f"{row.first_cpu:.2f}",
            f"{row.second:.3f}", f"{row.people:.3f}", f"{row.memory_before:.0f}", f"{row.memory:.0f}",
        )  # fmt: skip
    console = Console(width=140)
    with console.capture() as capture:
        console.print(found)
    return f"{capture.get()}\nKept in {saved:.1f} s: {len(content) / 1e6:.1f} MB."  # type: ignore[arg-type]


if __name__ == "__main__":
    main()

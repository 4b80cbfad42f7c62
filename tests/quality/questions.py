"""Questions with graded answers, over the libraries that they are asked of: the workplace's, and our own.

Our own (`questions.jsonl`) were written from headlines alone, sealed, and then answered by reading the articles whole;
they are what the order is fitted to, and the encoder has read them.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index import Article, Library, read_records, read_text
from index.encoder.training.examples import sources_of
from tests.quality.scorers import records

QUESTIONS = Path(__file__).with_name("questions.jsonl")


@dataclass(frozen=True, slots=True)
class Asking:
    """A question and what answers it.

    Attributes
    ----------
    group : str
        What it is counted with: own, asks, news or wiki.
    library : str
        Of what it is asked.
    home : str
        The article that prompted it, or a word for none; questions of one home are never parted.
    answers : tuple of (str, int, int, int)
        Article, start, end, and grade: 2 answers, 1 does in part.
    absent : bool
        It is about something that no article is about.
    """

    group: str
    library: str
    home: str
    question: str
    answers: tuple[tuple[str, int, int, int], ...]
    absent: bool


def askings(shared: Path) -> Iterator[Asking]:
    """All questions, those of each group in the order of their file."""
    folder = shared / "eval"
    for record in records(QUESTIONS):
        home = record["article"] or "absent"
        answers = tuple((home, *answer) for answer in record["answers"])
        library = "pages" if record["file"] == "pages.jsonl" else "own"
        yield Asking("own", library, home, record["question"], answers, record["sub"] == "absent")
    for record in records(folder / "asks.jsonl"):
        answers = tuple((a["article_id"], a["start"], a["end"], a["grade"]) for a in record["all"])
        absent = record.get("sub") == "absent"
        yield Asking("asks", "asks", record["home"] or "absent", record["question"], answers, absent)
    for group, library in (("news", "asks"), ("wiki", "wiki")):
        for record in records(folder / f"{group}_questions.jsonl"):
            answers = tuple((record["article_id"], start, end, 2) for start, end in record["answers"])
            home = record["article_id"] or "absent"
            yield Asking(group, library, home, record["question"], answers, not answers and home == "absent")


def fill(library: Library, name: str, shared: Path) -> None:
    """Add the articles of one of the libraries that questions are asked of."""
    folder = shared / "eval"
    match name:
        case "asks":
            _add(library, asks_articles(shared))
        case "wiki":
            _add(library, (folder / "wiki_articles.jsonl").read_text(encoding="utf-8").splitlines())
        case _:
            for article in _own(shared, pages=name == "pages"):
                library.add(article)


def asks_articles(shared: Path) -> list[str]:
    """What `asks_library.py` prints."""
    made = subprocess.run(
        [sys.executable, shared / "eval" / "asks_library.py"], check=True, capture_output=True, encoding="utf-8"
    )
    return made.stdout.splitlines()


def _add(library: Library, lines: list[str]) -> None:
    for article in read_records(lines, "library"):
        assert isinstance(article, Article)
        library.add(article)


def _own(shared: Path, *, pages: bool) -> Iterator[Article]:
    """The articles of our own questions: either the pages, or the others, for some stand in both."""
    sources = sources_of(shared, QUESTIONS.parent)
    asked = {(record["file"], record["article"]) for record in records(QUESTIONS) if record["article"] is not None}
    for file, identity in sorted(asked, key=lambda key: key[1]):
        if (file == "pages.jsonl") == pages:
            source = sources[file, identity]
            title = source.title or source.text.strip().split("\n")[0]
            yield read_text(source.text, title=title, id=identity)

"""Golden cases: a file of prose, a line of dashes, and the attributions expected of it.

An expected line reads ``content // more content | cue | mention | speaker | kind | outlet``, "-" for none. Contents
are compared without the marks around them and without a leading "that".
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from index import Article, Attribution, annotate, read_text

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Row:
    content: tuple[str, ...]
    cue: str
    mention: str
    speaker: str
    kind: str
    outlet: str


def bare(content: str) -> str:
    inner = content.strip("“”„«»\"'`‘’,.;:?!— \n")
    return re.sub(r"^that\s+", "", inner)


def expected(line: str) -> Row:
    content, *others = (part.strip() for part in line.split(" | "))
    return Row(tuple(bare(part) for part in content.split(" // ")), *others)


def found(article: Article, attribution: Attribution) -> Row:
    def words(span: object) -> str:
        return article.text[span.start : span.end] if span is not None else "-"  # type: ignore[attr-defined]

    return Row(
        tuple(bare(words(span)) for span in attribution.content),
        words(attribution.cue),
        words(attribution.mention).rstrip(","),
        attribution.speaker or "-",
        attribution.kind.value,
        attribution.outlet or "-",
    )


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    prose, _, lines = path.read_text(encoding="utf-8").partition("\n----\n")
    article = read_text(prose, title="")
    annotated = annotate(article)
    assert [found(article, a) for a in annotated.attributions] == [expected(x) for x in lines.splitlines() if x.strip()]

"""The order of sentences on small libraries: which stands first, and why."""

from collections.abc import Iterator

import pytest
from rank_bm25 import BM25Plus

from index import Library, open_library, read_text
from index.ranking.scoring import Part

ARTICLE = """The toll on Tollan Bridge

Rhea Olsen, a retired baker who leads the traders, said on Monday the toll was too high. The toll rose in May.

“We shall drive around,” Olsen said. Bo Marsh, the harbour master, said the bridge needed paint.

The bridge has 14 arches. It opened in 1931.
"""


@pytest.fixture
def library() -> Iterator[Library]:
    ferry = read_text("Night ferry\n\nThe ferry sails at night, said Cy Dell, a sailor. It has two decks.", id="ferry")
    with open_library(None) as library:
        library.add(read_text(ARTICLE, id="toll"))
        library.add(ferry)
        yield library


def first(library: Library, question: str) -> str:
    return library.ask(question).passages[0].text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Olsen say about driving?", "“We shall drive around,”"),
        ("How many arches does the bridge have?", "14 arches"),
        ("When did the bridge open?", "opened in 1931"),
        ("What does the bridge need according to Marsh?", "needed paint"),
    ],
)
def test_the_sentence_asked_for_is_first(library: Library, question: str, expected: str) -> None:
    assert expected in first(library, question)


PIER = """The pier at Ostry

The pier was shut on Monday. The pier was shut because rats had eaten the ropes of the crane.

The crane of the pier went by barge. The crane of the pier went to a yard in Wellin by barge.

Pia Rook spoke of the barge for an hour. Pia Rook, a diver from Ostry, had seen the barge. “Neither do I,” Rook said.

Rook said that the rats were as large as cats.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("why was the pier shut", "rats had eaten"),
        ("where did the crane of the pier go", "Wellin"),
        ("who is pia rook", "a diver from Ostry"),
        ("what did rook say about the rats", "as large as cats"),
    ],
)
def test_what_a_question_asks_for_is_first(question: str, expected: str) -> None:
    with open_library(None) as library:
        library.add(read_text(PIER, id="pier"))
        assert expected in first(library, question)


def test_a_headline_stands_behind_what_the_body_says(library: Library) -> None:
    texts = [passage.text for passage in library.ask("Who says the toll is too high?", limit=9).passages]
    assert "too high" in texts[0]
    assert "The toll on Tollan Bridge" not in texts[:2]


def test_people_are_found_by_what_the_article_calls_them(library: Library) -> None:
    passages = library.ask("What would the retired baker do about driving?", limit=2).passages
    assert "“We shall drive around,”" in " ".join(passage.text for passage in passages)
    assert {passage.speaker for passage in passages} == {"Rhea Olsen"}


def test_the_parts_of_a_score_are_told(library: Library) -> None:
    parts = {e.part: e for e in library.explain("What did Olsen say about driving?")[0].evidence}
    assert parts[Part.SPEAKER].score > 0
    assert parts[Part.WORDS].terms == ("drive",)
    assert parts[Part.SUBJECT].terms == ("olsen",)


def test_each_question_is_scored_by_rank_bm25(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    idf, score = BM25Plus._calc_idf, BM25Plus.get_batch_scores
    known: set[str] = set()
    scored: list[tuple[list[str], int]] = []

    def calc_idf(self: BM25Plus, counts: dict[str, int]) -> None:
        known.update(counts)
        idf(self, counts)

    def get_batch_scores(self: BM25Plus, query: list[str], documents: range) -> list[float]:
        scored.append((query, len(documents)))
        found: list[float] = score(self, query, documents)
        return found

    monkeypatch.setattr(BM25Plus, "_calc_idf", calc_idf)
    monkeypatch.setattr(BM25Plus, "get_batch_scores", get_batch_scores)
    assert library.ask("Who says the toll is too high?").passages
    assert {"toll", "high"} <= known
    assert scored == [(["toll", "high"], 3)]


def test_the_same_question_is_answered_the_same(library: Library) -> None:
    once = library.ask("bridge toll", limit=9).passages
    assert library.ask("bridge toll", limit=9).passages == once


def test_of_equals_the_newest_is_first() -> None:
    with open_library(None) as library:
        for year in ("2019", "2024", "2021"):
            text = f"Toll {year}\n\nPosted May 3, {year}\n\nThe harbour toll was four dollars a car."
            library.add(read_text(text, id=year))
        assert library.ask("harbour toll dollars").passages[0].article_id == "2024"

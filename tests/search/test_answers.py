"""Answers: the same first passages however many are wanted, nothing twice, and context beside them."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Filters, Library, open_library, read_text

_PEOPLE = ["Rhea Olsen", "Bo Marsh", "Ines Calder", "Ada Lind", "Colm Quarrie"]
_SAID = ["the toll is too high", "the bridge must close", "the ferry sails at dawn", "the pier was painted green"]
_PLACES = ["Tollan", "Saltmere", "Lower Mill", "Hafenstadt"]


def _many() -> Library:
    """Forty articles that have nearly everything in common."""
    library = open_library(None)
    for number in range(40):
        sentences = [
            f"{_PEOPLE[(number + at) % 5]} of {_PLACES[number % 4]} said {_SAID[(number * at) % 4]} for {at} years."
            for at in range(6)
        ]
        text = (
            f"Toll number {number}\n\n{' '.join(sentences)}\n\nThe toll rose by {number} crowns. But the bridge stayed."
        )
        library.add(read_text(text, id=f"toll-{number}"))
    return library


@pytest.fixture(scope="module")
def many() -> Iterator[Library]:
    with _many() as library:
        yield library


@settings(max_examples=30)
@given(
    st.sampled_from(
        ["Who said the toll is too high?", "the bridge", "Why must the bridge close?", "Ada Lind toll ferry"]
    ),
    st.integers(1, 60),
    st.integers(1, 60),
)
def test_the_first_passages_are_the_same_however_many_are_wanted(
    many: Library, question: str, few: int, more: int
) -> None:
    one, other = (many.ask(question, limit=limit).passages for limit in (few, more))
    shared = min(len(one), len(other))
    assert one[:shared] == other[:shared]
    assert len(one) == min(few, len(many.ask(question, limit=200).passages))


def test_explanations_are_of_the_passages_shown(many: Library) -> None:
    shown = many.ask("Who said the toll is too high?", limit=7).passages
    assert tuple(each.passage for each in many.explain("Who said the toll is too high?", limit=7)) == shown


def test_what_an_article_has_twice_is_shown_once() -> None:
    with open_library(None) as library:
        library.add(
            read_text(
                "Toll rises\n\n“We will row to Saltmere in a tub,” said Rhea Olsen, a baker.\n\nThe toll rises.\n\n"
                "“We will row to Saltmere in a tub”\n\nThe board met on Monday.",
                id="toll",
            )
        )
        texts = [passage.text for passage in library.ask("Who will row to Saltmere in a tub?").passages]
    assert sum("row to Saltmere" in text for text in texts) == 1


def test_what_stands_in_several_articles_is_shown_once_with_the_others() -> None:
    with open_library(None) as library:
        for name in ("gazette", "courier"):
            library.add(read_text(f"{name}\n\n“We will row to Saltmere in a tub,” said Rhea Olsen, a baker.", id=name))
        found = library.ask("Who will row to Saltmere in a tub?").passages
    assert [len(passage.also_in) for passage in found if "row to" in passage.text] == [1]


def test_a_passage_brings_its_context_also_when_it_is_opened_by_its_place() -> None:
    text = "Pier goes\n\nTollan closes its pier in May.\n\nIt was built of oak from a wrecked barque, the board says."
    with open_library(None) as library:
        library.add(read_text(text, id="pier"))
        found = library.ask("What oak was it built of?", Filters(article_id="pier"), limit=1).passages[0]
        assert found.text.startswith("It was built")
        assert found.context_text == ("Tollan closes its pier in May.",)
        assert [text[span.start : span.end] for span in found.context] == ["Tollan closes its pier in May."]
        assert library.passage_at("pier", found.span).context == found.context
        assert all(passage.context == () for passage in library.quotes("the board").passages)

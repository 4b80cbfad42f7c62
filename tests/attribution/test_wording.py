"""Mentions in the article's own words."""

import pytest

from index.attribution.coreference.phrases import phrase_of
from index.attribution.coreference.wording import core, people_before, spelt_out, written
from index.model.article import Span
from tests.attribution.prose import entities_in, marked, words


@pytest.mark.parametrize(
    ("words_given", "bare_noun", "expected"),
    [
        ("Two hundred protesters", False, "two hundred protesters"),
        ("The board", False, "the board"),
        ("The board", True, "board"),
        ("Tollan police", False, "Tollan police"),
        ("A baker", False, "a baker"),
        ("U.S. officials", False, "U.S. officials"),
        ("officials\n in Tollan", False, "officials in Tollan"),
    ],
)
def test_a_capital_that_is_owed_to_the_place_is_taken_back(words_given: str, bare_noun: bool, expected: str) -> None:
    assert written(words_given, Span(0, len(words_given)), bare_noun=bare_noun) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("<the board, which owns the quay>, spoke.", "the board"),
        ("<officials who have seen the letter> spoke.", "officials who have seen the letter"),
        ("<a report, released on Monday>, spoke.", "a report"),
        ("<a letter to the mayor> spoke.", "a letter to the mayor"),
    ],
)
def test_clauses_that_only_add_are_left_out(prose: str, expected: str) -> None:
    text, spans = marked(prose)
    phrase = phrase_of(text, spans["<"][0], ())
    assert phrase is not None
    assert words(text, core(text, phrase)) == [expected]


def test_names_in_a_phrase_are_spelt_out() -> None:
    text, spans = marked("Ana Ruiz, a mother of two, left. <Ruiz and other parents> spoke.")
    entities = entities_in(text)
    phrase = phrase_of(text, spans["<"][0], entities.within(spans["<"][0]))
    assert phrase is not None
    assert spelt_out(entities, phrase) == "Ana Ruiz and other parents"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("They asked local shopkeepers", "local shopkeepers"),
        ("It hurt parents and teachers", "parents and teachers"),
        ("They met retired officers", "retired officers"),
        ("They met five officers, including a retired Army officer", "a retired Army officer"),
        ("A source", "a source"),
        ("They saw the bridge", None),
    ],
)
def test_the_people_before_who(before: str, expected: str | None) -> None:
    assert people_before(before) == expected

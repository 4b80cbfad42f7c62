"""Forms of one word: of irregular verbs and nouns, in British and in American spelling."""

import pytest

from index.text.forms import forms, is_participle
from index.text.terms import stems_of


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("sell", "sold"),
        ("sold", "sell"),
        ("stolen", "steal"),
        ("children", "child"),
        ("legalisation", "legalization"),
        ("legalize", "legalise"),
        ("equaliser", "equalizer"),
        ("harbor", "harbour"),
        ("neighbours", "neighbors"),
        ("centre", "center"),
        ("meters", "metres"),
        ("defence", "defense"),
        ("programme", "program"),
    ],
)
def test_another_form_of_a_word(word: str, other: str) -> None:
    [stem], [wanted] = stems_of(word), stems_of(other)
    assert wanted in forms(stem, word)


@pytest.mark.parametrize("word", ["pier", "walk", "nine", "toll"])
def test_most_words_have_none(word: str) -> None:
    [stem] = stems_of(word)
    assert forms(stem, word) == ()


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("injured", True),
        ("shot", True),
        ("hurt", True),
        ("stolen", True),
        ("ted", False),
        ("Ahmed", False),
        ("lind", False),
    ],
)
def test_participles(word: str, *, is_one: bool) -> None:
    assert is_participle(word) is is_one

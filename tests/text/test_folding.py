"""Folding: what differs only in case, accents, full stops or apostrophes becomes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.folding import bare, fold, fold_name, straight, unaccented


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Müller", "muller"),
        ("O’Brien", "o'brien"),
        ("O´Brien", "o'brien"),
        ("Mr.", "mr"),
        ("U.S.", "u.s"),
        ("ｗide", "wide"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
    ],
)
def test_words(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "key"), [("Ruiz’s", "ruiz"), ("Reyes’", "reyes"), ("Reyes", "reyes"), ("U.S.'s", "u.s."), ("it’s", "it")]
)
def test_words_without_their_possessive(word: str, key: str) -> None:
    assert bare(word) == key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("José  Núñez", "jose nunez"),
        ("J.R. Marsh", "j r marsh"),
        ("Siobhán O’Hara", "siobhan o'hara"),
        ("GROẞ", "gross"),
    ],
)
def test_names(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert len(straight(text)) == len(text)
    assert straight(straight(text)) == straight(text)
    assert unaccented(unaccented(text)) == unaccented(text)

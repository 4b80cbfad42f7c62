"""The kit's lists: each in the form in which words are looked up, and one made from the other."""

from types import ModuleType

import pytest

from index.text import given_names, organisations, outlets, places, roles, words
from index.text.folding import unaccented
from index.text.given_names import EITHER
from index.text.mens_names import MALE
from index.text.places import COUNTRIES, PLACES
from index.text.roles import HONORIFICS, SAME_ROLE, TITLES
from index.text.womens_names import FEMALE
from index.text.words import (
    ABBREVIATIONS,
    COMMON,
    DETERMINERS,
    FEMALE_PRONOUNS,
    LEADING,
    MALE_PRONOUNS,
    MONTHS,
    NAME_ABBREVIATIONS,
    PLAIN_ABBREVIATIONS,
    PRONOUNS,
    SHORT_MONTHS,
    SHORT_TITLES,
    STOP_WORDS,
    phrases,
)


@pytest.mark.parametrize(
    "module", [given_names, organisations, outlets, places, roles, words], ids=lambda m: m.__name__
)
def test_every_word_stands_as_it_is_looked_up(module: ModuleType) -> None:
    lists = {name: value for name, value in vars(module).items() if isinstance(value, frozenset)}
    assert lists
    for name, value in lists.items():
        for entry in value:
            for word in entry if isinstance(entry, tuple) else (entry,):
                assert word == unaccented(word.lower()).strip().rstrip("."), (name, word)


@pytest.mark.parametrize("short", ["det", "cllr", "supt", "pfc", "rev", "sgt", "insp", "msgr", "asst"])
def test_a_short_title_is_one_everywhere(short: str) -> None:
    for known in (SHORT_TITLES, TITLES, LEADING, ABBREVIATIONS, NAME_ABBREVIATIONS):
        assert short in known


def test_lists_that_hold_others() -> None:
    assert SHORT_TITLES < TITLES
    assert HONORIFICS < TITLES
    assert NAME_ABBREVIATIONS < ABBREVIATIONS
    assert PLAIN_ABBREVIATIONS < ABBREVIATIONS
    assert STOP_WORDS | PRONOUNS | DETERMINERS < COMMON
    assert COUNTRIES < PLACES
    assert not MALE & FEMALE
    assert not (MALE | FEMALE) & EITHER
    assert not MALE_PRONOUNS & FEMALE_PRONOUNS


def test_a_month_written_short_has_the_number_of_the_whole_one() -> None:
    assert sorted(MONTHS.values()) == list(range(1, 13))
    for short, number in SHORT_MONTHS.items():
        assert [m for m in MONTHS if m.startswith(short)] == [m for m, n in MONTHS.items() if n == number]


def test_the_commonest_word_for_a_role_has_none_that_is_commoner() -> None:
    assert not {role for role in SAME_ROLE.values() if role in SAME_ROLE} - {"representative"}


def test_phrases_stand_in_lines_or_between_bars() -> None:
    assert phrases("\n new york | lower mill\n  tollan |\n") == {"new york", "lower mill", "tollan"}

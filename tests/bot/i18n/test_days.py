"""Days as people write them, in English and German."""

from datetime import date

import pytest
from hypothesis import given, settings

from bot.i18n.days import read_day
from tests.bot.hostile import hostile_text, thousand

TODAY = date(2026, 11, 27)  # a Friday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-02-14", date(2026, 2, 14), None),
        ("<t:1771027200:D>", date(2026, 2, 14), None),
        ("Yesterday", date(2026, 11, 26), None),
        ("vorgestern", date(2026, 11, 25), None),
        ("3 days ago", date(2026, 11, 24), None),
        ("vor 3 Tagen", date(2026, 11, 24), None),
        ("14.2.2026", date(2026, 2, 14), None),
        ("Feb 14, 2026", date(2026, 2, 14), None),
        ("last monday", date(2026, 11, 23), None),
        ("last week", date(2026, 11, 16), date(2026, 11, 22)),
        ("letzte Woche", date(2026, 11, 16), date(2026, 11, 22)),
        ("June 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("Juni 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("märz", date(2026, 3, 1), date(2026, 3, 31)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("letzten Monat", date(2026, 10, 1), date(2026, 10, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_day_is_read_and_of_longer_times_the_first_or_the_last(typed: str, first: date, last: date | None) -> None:
    assert read_day(typed, TODAY) == first
    assert read_day(typed, TODAY, last=True) == (last or first)


def test_the_month_comes_first_where_the_reader_writes_it_so() -> None:
    assert read_day("2/3/2026", TODAY, locale="en-US") == date(2026, 2, 3)
    assert read_day("2/3/2026", TODAY, locale="en-GB") == date(2026, 3, 2)


@pytest.mark.parametrize(
    "typed", ["", "a", "7", "12", "hello", "2026-02-30", "<t:99999999999999>", "the day it rained"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed, TODAY) is None


def test_a_thousand_hostile_strings_are_days_or_none() -> None:
    for text in thousand():
        assert isinstance(read_day(text[:80], TODAY), date | None)


@settings(max_examples=100)
@given(text=hostile_text)
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert isinstance(read_day(text, TODAY), date | None)

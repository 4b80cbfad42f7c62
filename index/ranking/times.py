"""The years and days that a question names, and which articles can tell of them: none that is of another time and does
not name them."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.ranking.fields import Fields
from index.text.terms import stems_of
from index.text.words import MONTHS, SHORT_MONTHS

_AHEAD = 1  # years for which an article may say "next year"
_AROUND = 31  # days for which it may say "on Monday" or "last month"
_NUMBERS = {**MONTHS, **SHORT_MONTHS}
_YEAR = re.compile(r"(?<![\w$£€.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d)")
_MONTH = rf"\b(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<![\d.,:/$£€-])(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?!%|[.,:/]\d)"
_DAYS = tuple(re.compile(shape, re.IGNORECASE) for shape in (rf"{_MONTH} (?:the )?{_DAY}", rf"{_DAY} (?:of )?{_MONTH}"))
_DAYS_OF_YEAR = 365


def telling(fields: Fields, dates: Sequence[int], text: str) -> frozenset[int] | None:
    """Places of the articles that can tell of the years and days that a question names; None for all of them.

    Those are the ones that name them, have no date, or were published about that time; or later, for a year, of which
    much is told without naming it.

    Parameters
    ----------
    dates : sequence of int
        The day numbers of the articles' publication, 0 for none.
    """
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    days = [(_NUMBERS[found["month"].lower()], int(found["day"])) for shape in _DAYS for found in shape.finditer(text)]
    if not years and not days:
        return None
    day_numbers = np.asarray(dates)
    published = (day_numbers - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
    dated = day_numbers > 0
    able = np.ones(len(dates), np.bool_)
    for year in years:
        late = ~dated | (_years(published) + _AHEAD >= year)
        able &= late | _articles_of(fields, fields.sentences.documents_of(str(year)))
    for month, day in days:
        able &= ~dated | _are_near(published, month, day) | _naming(fields, month, day)
    return None if able.all() else frozenset(np.flatnonzero(able).tolist())


def _years(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """The year of each of some days."""
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def _are_near(published: NDArray[np.datetime64], month: int, day: int) -> NDArray[np.bool_]:
    """Whether a day of any year is no more than a month before or after each of those of publication."""
    first = published.astype("datetime64[Y]").astype("datetime64[M]") + np.timedelta64(month - 1, "M")
    apart = np.abs((published - first.astype("datetime64[D]")).astype(np.int64) - day + 1)
    near: NDArray[np.bool_] = np.minimum(apart, _DAYS_OF_YEAR - apart) <= _AROUND
    return near


def _naming(fields: Fields, month: int, day: int) -> NDArray[np.bool_]:
    """Which articles have a day."""
    names = [stem for name, number in _NUMBERS.items() if number == month for stem in stems_of(name)]
    pairs = [pair for name in names for pair in (f"{name} {day}", f"{day} {name}")]
    found = [_articles_of(fields, fields.bigrams.documents_of(pair)) for pair in (*pairs, f"{month} {day}")]
    named: NDArray[np.bool_] = np.logical_or.reduce(found)
    return named


def _articles_of(fields: Fields, entries: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which articles have one of the entries."""
    having = np.zeros(len(fields.article_ids), np.bool_)
    having[fields.entries.articles(entries)] = True
    return having

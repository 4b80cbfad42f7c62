"""When a feed's entry was published, as the entry states it; what can be read in two ways is no moment."""

import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_LONGEST = 80  # code points
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d{1,9})?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)")
_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_NO_YEAR = re.compile(r"(?<![\d:+-])0\d{3}(?![\d:])")  # 0001 is what a date that was never set becomes
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d)")
_DAY_OF_WEEK = re.compile(r"[^\W\d_]+\.?,\s*(?=\d)")  # of whatever language
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_USUAL = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?([0-3]?\d) (" + "|".join(_MONTHS) + r") ([12]\d{3}) "
    r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d) (?:GMT|UTC|([+-][01]\d)([0-5]\d))",
    re.ASCII,
)
_FIRST, _LAST = 1900, 2100  # years
_UNSET = [1970, 1, 1, 0, 0, 0]
_ZONES = {
    name: 3600 * hours
    for name, hours in {
        "UT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "AEST": 10, "AEDT": 11,
    }.items()
}  # fmt: skip


def day_first(dates: Iterable[str]) -> bool | None:
    """Whether a feed's dates in numbers have the day first, as 14/02/2026 tells; None if none tells, or they differ."""
    told = set()
    for words in dates:
        numbers = _NUMBERS.search(words[:_LONGEST])
        if numbers is not None:
            first, second = int(numbers[1]), int(numbers[3])
            if (first > 12) != (second > 12):
                told.add(first > 12)
    return told.pop() if len(told) == 1 else None


def moment(words: str, known: object, *, days_first: bool | None) -> list[int] | None:
    """Year, month, day, hour, minute and second in UTC; None where the words state no day, or one nobody can mean.

    `known` is what feedparser made of them, which is right of ISO 8601 and of other languages' months.
    """
    parsed: list[int] | None = None
    if 0 < len(words) <= _LONGEST:
        fields = list(known)[:6] if isinstance(known, time.struct_time) else None
        epoch, iso = _EPOCH.fullmatch(words), _ISO.match(words)
        if epoch is not None:
            parsed = list(time.gmtime(int(epoch[1]))[:6])
        elif iso and fields is not None and not _HALF_DAY.search(words):
            parsed = fields
        else:
            parsed = _read(words, days_first and not iso) or (None if words.isascii() else fields)
    possible = parsed is not None and _FIRST <= parsed[0] <= _LAST and parsed != _UNSET
    return parsed if possible else None


def _read(words: str, days_first: bool | None) -> list[int] | None:
    from dateutil.parser import parse  # noqa: PLC0415

    usual = _usual(words)
    if usual is not None:
        return usual
    if _NO_YEAR.search(words):
        return None
    numbers = _NUMBERS.search(words)
    if numbers is not None:
        first, second = int(numbers[1]), int(numbers[3])
        if numbers[2] == ".":
            days_first = True
        elif max(first, second) <= 12 and first != second and days_first is None:
            return None
    for stated in (words, _DAY_OF_WEEK.sub("", words, count=1)):
        try:
            # What the words leave out is filled in, by something else each time.
            found, again = (
                parse(stated, default=default, dayfirst=bool(days_first), tzinfos=_ZONES)
                for default in (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - as are the words
            )
        except (ValueError, OverflowError):
            continue
        if found != again:
            return None
        return list((found if found.tzinfo is None else found.astimezone(UTC)).timetuple()[:6])
    return None


def _usual(words: str) -> list[int] | None:
    """A date as nearly all feeds of RSS have it, read at once for there are many; None if it is written otherwise."""
    fits = _USUAL.fullmatch(words)
    if fits is None:
        return None
    day, month, year, hour, minute, second, east, minutes = fits.groups("+0")
    try:
        stated = datetime(
            int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC
        )
    except ValueError:  # 31 February
        return None
    there = timedelta(hours=int(east), minutes=int(f"{east[0]}{minutes.removeprefix('+')}"))
    return list((stated - there).timetuple()[:6])

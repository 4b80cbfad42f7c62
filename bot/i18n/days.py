"""Days as people write them: "yesterday", "last week", "Juni 2025", 14.2.2026, and Discord's own timestamps."""

import re
from datetime import UTC, date, datetime, timedelta

_LONGEST = 60  # characters
_STAMP = re.compile(r"<t:(-?\d{1,12})(?::[A-Za-z])?>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TELLS = re.compile(r"[^\W\d_]{3}|\d{4}|\d\D+\d")
"""What tells a day: a word, a year, or two numbers; a letter or a number alone does not."""

_MONTH_FIRST = frozenset({"en-US"})  # of Discord's locales, those that write 2/14/2026
_LANGUAGES = ("en", "de")


def read_day(typed: str, today: date, *, locale: str = "", last: bool = False) -> date | None:
    """Read a day; of a week, a month or a year the first, or the last if `last` is set. None where it is no day.

    Blocks for a few milliseconds; the first time for a second, in which the parser is loaded.

    Parameters
    ----------
    today : date
        From which "yesterday" is counted.
    locale : str
        Discord's code of the reader's language, by which 2/3/2026 is read.
    """
    words = typed.strip()
    stamp = _STAMP.fullmatch(words)
    try:
        if stamp:
            return datetime.fromtimestamp(int(stamp[1]), UTC).date()
        if _DAY.fullmatch(words):
            return date.fromisoformat(words)
    except (ValueError, OverflowError, OSError):
        return None
    if len(words) > _LONGEST or not _TELLS.search(words):
        return None
    return _parsed(words, today, month_first=locale in _MONTH_FIRST, last=last)


def _parsed(words: str, today: date, *, month_first: bool, last: bool) -> date | None:
    from dateparser.date import DateDataParser  # noqa: PLC0415 -- it takes half a second, which no start has to spare

    place = "last" if last else "first"
    settings = {
        "DATE_ORDER": "MDY" if month_first else "DMY",
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": place,
        "PREFER_MONTH_OF_YEAR": place,
        "RELATIVE_BASE": datetime(today.year, today.month, today.day, 12),  # noqa: DTZ001 -- a day, nowhere
    }
    try:
        found = DateDataParser(languages=list(_LANGUAGES), settings=settings).get_date_data(words)
    except Exception:  # noqa: BLE001 -- whatever the parser makes of it, it is no day
        return None
    if found.date_obj is None:
        return None
    day: date = found.date_obj.date()
    if found.period != "week":
        return day
    try:
        return day + timedelta(days=6 - day.weekday() if last else -day.weekday())
    except OverflowError:
        return None

"""Dates as bylines and datelines state them; a date without a year is never guessed."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDERS = (
    re.compile(r"\b(?P<year>\d{4})(?P<mark>[-/])(?P<number>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
)
_LONGEST = 200


def find_date(text: str) -> date | None:
    """The first full date in the first 200 code points of `text`, or None."""
    best: tuple[int, date] | None = None
    for order in _ORDERS:
        match = order.search(text, 0, _LONGEST)
        if match is None or (best is not None and match.start() >= best[0]):
            continue
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        try:
            best = match.start(), date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            continue
    return best[1] if best else None

"""What stands above an article's text: bylines with names and outlet, and the date.

A date without a year is never guessed.
"""

import re
from datetime import date

from index.reading.authors import authors_of, is_job
from index.text.words import MONTHS, SHORT_MONTHS

_MONTHS = MONTHS | SHORT_MONTHS
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_ORDERS = (
    re.compile(r"\b(?P<year>\d{4})(?P<mark>[-/])(?P<number>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
)
_LONGEST_DATED = 200
_PUBLISHED = re.compile(r"\b(?:published|posted|original)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The first full date in the first 200 code points of `text`, or None."""
    best: tuple[int, date] | None = None
    for order in _ORDERS:
        match = order.search(text, 0, _LONGEST_DATED)
        if match is None or (best is not None and match.start() >= best[0]):
            continue
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        try:
            best = match.start(), date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            continue
    return best[1] if best else None


def find_day(line: str) -> date | None:
    """The full date on which a line says that something was published, none on which it was changed, or None."""
    line = line[:_LONGEST_DATED]
    published, changed = _PUBLISHED.search(line), _CHANGED.search(line)
    if published is not None and (day := find_date(line[published.end() :])) is not None:
        return day
    return find_date(line[: changed.start()] if changed is not None else line)


_BYLINE = re.compile(
    r"^(?:[Bb]y|BY)\s+(?=[A-Z])(?P<names>[^.!?]{2,120}(?:\b(?:[A-Z]|St|Jr|Sr|Ph)\.[^.!?]{0,80}){0,3})$"
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,250}")
_STAFF = re.compile(r"^(?P<outlet>.+?)\s+(?:Staff|Staff Writer|Correspondent|Reporter|Writer|Newsroom|Editor)s?$", re.I)
_AND = re.compile(r"\s*[,;&|]\s*(?:and\s+)?|\s+(?:and|with|[-–—])\s+", re.IGNORECASE)
_OF = re.compile(r"^(?P<name>.+?)\s+(?:of|for|at)\s+(?:the\s+)?(?P<outlet>[A-Z].+)$")
_IN = re.compile(r"\s+in\s+[A-Z].*$")
_LONGEST = 600  # code points of a byline at most


def is_byline(line: str) -> bool:
    """Whether a line of front matter is a byline: "By" and names, without the end of a sentence."""
    if line.lstrip("(")[:3].lower() == "by " and is_job(line[:_LONGEST]):
        return True
    return _BYLINE.match(_EMAIL.sub("", line[:_LONGEST]).strip(" ,|")) is not None


def read_byline(line: str) -> tuple[tuple[str, ...], str | None]:
    """Names and outlet of a byline: "By Ada Lint, Gazette Staff" -> (("Ada Lint",), "Gazette")."""
    names = re.sub(r"^by\s+|\([^()]*\)", "", line[:_LONGEST].strip(), flags=re.IGNORECASE)
    outlet = None
    for piece in _AND.split(_EMAIL.sub("", names)):
        part = _IN.sub("", " ".join(piece.split()).strip(" .|"))
        if not part or is_job(part) or any(char.isdigit() for char in part):
            continue
        staff, place = _STAFF.match(part), _OF.match(part)
        if staff is not None or part.startswith("The "):
            outlet = outlet or (staff.group("outlet") if staff is not None else part)
        elif place is not None:
            outlet = outlet or place.group("outlet")
    return authors_of([line], [outlet] if outlet else [])[0], outlet

"""What stands above an article's text: fields between two lines of dashes, bylines with names and outlet, and the date.

A date without a year is never guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FRONT_LINE = re.compile(r"[A-Za-z_-]{1,30}[ \t]*:|[ \t]|-[ \t]|#|$")
_FIELD = re.compile(
    r"^(?P<key>[A-Za-z_-]{1,30})[ \t]*:[ \t]*(?P<value>(?:[^ \t\n][^\n]*)?)(?P<items>(?:\n[ \t]*-[ \t][^\n]*)*)", re.M
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the fields between two lines of dashes at the top of a text say of it.

    Attributes
    ----------
    end : int
        Where the text goes on below them, 0 where there are none.
    url : str | None
        http or https.
    """

    end: int = 0
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None

    @property
    def tells(self) -> bool:
        """Whether any field is one that an article has; an interview between two lines looks like fields, too."""
        return any((self.title, self.outlet, self.authors, self.published, self.url))


def front_matter(text: str) -> FrontMatter:
    """The fields at the top of `text`, as Markdown has them."""
    match = _FRONT.match(text)
    if match is None or not all(_FRONT_LINE.match(line) for line in match["body"].split("\n")):
        return FrontMatter()
    fields: dict[str, str] = {}
    authors: tuple[str, ...] = ()
    for field in _FIELD.finditer(match["body"]):
        key = field["key"].lower()
        fields[key] = _unquoted(field["value"])
        if key in ("author", "authors"):
            authors = _names(fields[key], field["items"])
    links = _values(fields, "url", "link", "source", "canonical")
    return FrontMatter(
        match.end() if fields else 0,
        next(_values(fields, "title"), None),
        next(_values(fields, "outlet", "publisher", "publication"), None),
        authors,
        next(filter(None, map(find_date, _values(fields, "date", "published", "updated"))), None),
        next((link for link in links if link.startswith(("http://", "https://"))), None),
    )


def _values(fields: Mapping[str, str], *keys: str) -> Iterator[str]:
    return (fields[key] for key in keys if fields.get(key))


def _names(value: str, items: str) -> tuple[str, ...]:
    """The people that "author" names, in its line or in a list below; the values as they are where these are none."""
    listed = [line.strip(" \t-") for line in items.split("\n")]
    values = [_unquoted(name) for name in listed if name] or value.strip("[]").split(
        "," if value.startswith("[") else ";"
    )
    given = [name for value in values if (name := value.strip(" \t\"'"))]
    people, _ = authors_of(given, ())
    return people or tuple(given)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"')
    return value

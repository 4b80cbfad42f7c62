"""What a sentence has that answers a kind of question: a time, a reason, a place, somebody introduced."""

import re
from collections.abc import Iterator, Sequence

from index.text.places import PLACES
from index.text.words import CALENDAR, MONTHS, NUMERALS, SHORT_MONTHS, WEEKDAYS

_TIME = re.compile(
    rf"\b(?:{'|'.join(month.title() for month in MONTHS | SHORT_MONTHS)})\b\.?\s*\d"
    rf"|\b(?:{'|'.join(sorted(day.title() for day in WEEKDAYS))})\b"
    r"|\b(?:1[5-9]|20)\d\d\b|\b(?:year|month|week|decade|today|yesterday|tomorrow|morning|night)s?\b"
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|as a result|caused? by|result of|reasons?"
    r"|blam(?:e|ed|ing)|prompted|triggered|sparked|led to|amid|therefore|meant that|meaning that|after|since"
    r"|to (?:avoid|prevent|stop|protect|make sure|ensure|allow|save|reduce|help))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|to|into|across|around|off|through|between)\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]+)"
)
_INTRODUCED = re.compile(
    r"\b[A-Z][\w’'-]+,\s+(?:\d{1,3}\b|(?:an?|the|who|whose|its|their|his|her|chief|head|director|president|chair\w*"
    r"|professor|mayor|minister|founder|owner)\b)"
    r"|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?:\s[\w-]+){1,4},\s+[A-Z][\w’'-]+\s+[A-Z]"
    r"|\b[A-Z][\w’'-]+\s+(?:is|was|are|were|became|serves as|works as)\s+(?:an?|the|one of)\b"
)
_NO_PLACES = CALENDAR | {"i"}


def has_time(text: str) -> bool:
    """Whether it has a day, a year or a word of time."""
    return _TIME.search(text) is not None


def has_reason(text: str) -> bool:
    """Whether it has a word that gives a reason or a purpose."""
    return _REASON.search(text) is not None


def has_place(text: str) -> bool:
    """Whether it has a name behind a word like "in", or that of a country or a large town."""
    return any(match["name"].lower() not in _NO_PLACES for match in _PLACE.finditer(text)) or any(
        word.lower() in PLACES for word in re.findall(r"\b[A-Z]\w+", text)
    )


def introduces(text: str) -> bool:
    """Whether it tells who or what somebody or something is: "Ada Lind, who owns the inn", "Lind is a baker"."""
    return _INTRODUCED.search(text) is not None


COUNT = "#"
"""Stands for any number where what is counted is looked for: "# arch"."""

_BEHIND = 3  # stems behind a number of which one may be what is counted


def counted(stems: Sequence[str]) -> Iterator[str]:
    """The stems that stand close behind a number, in order; some twice."""
    for at, stem in enumerate(stems):
        if stem[0].isdigit() or stem in NUMERALS:
            yield from stems[at + 1 : at + 1 + _BEHIND]

"""What a sentence has that answers a kind of question: a time, a reason, a place, somebody introduced."""

import re
from collections.abc import Iterator, Sequence

from index.text.places import PLACES
from index.text.words import CALENDAR, MONTHS, NUMERALS, SHORT_MONTHS, WEEKDAYS, words

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
_INTRODUCING = re.compile(r",\s+(?:\d|[A-Z]|[acdfhimoptw])|\s(?:is|was|are|were|became|serves|works)\s")  # sooner found
_NO_PLACES = CALENDAR | {"i"}
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_PARTS = re.compile(r"\w+")
# Words of which one stands in whatever has a time without a figure, and in whatever gives a reason.
_TIMES = words(
    """
    year month week decade today yesterday tomorrow morning night
    years months weeks decades todays yesterdays tomorrows mornings nights
    """
) | {day.title() for day in WEEKDAYS}
_REASONS = words(
    """
    because due owing thanks order so result cause caused reason reasons blame blamed blaming prompted triggered
    sparked led amid therefore meant meaning after since avoid prevent stop protect make ensure allow save reduce help
    """
)


class Signs:
    """Tells what sentences have, for which most need not be looked through: of the words that were noted it knows which
    may be part of a sign."""

    def __init__(self) -> None:
        self._time: set[str] = set()
        self._reason: set[str] = set()
        self._places: set[str] = set()

    def note(self, word: str) -> None:
        """Note a word as `index.text.terms.words_in` gives it, before a sentence that has it is asked about."""
        parts = _PARTS.findall(word)
        if any(map(str.isdigit, word)) or not _TIMES.isdisjoint(parts):
            self._time.add(word)
        if any(not part.isascii() or part.lower() in _REASONS for part in parts):
            self._reason.add(word)
        if any(part.lower() in PLACES for part in parts):
            self._places.add(word)

    def has_time(self, text: str, words: Sequence[str]) -> bool:
        """Whether a sentence of those words has a day, a year or a word of time."""
        return not self._time.isdisjoint(words) and _TIME.search(text) is not None

    def has_reason(self, text: str, words: Sequence[str]) -> bool:
        """Whether it has a word that gives a reason or a purpose."""
        return not self._reason.isdisjoint(words) and _REASON.search(text) is not None

    def has_place(self, text: str, words: Sequence[str]) -> bool:
        """Whether it has a name behind a word like "in", or that of a country or a large town."""
        if any(match["name"].lower() not in _NO_PLACES for match in _PLACE.finditer(text)):
            return True
        return not self._places.isdisjoint(words) and any(word.lower() in PLACES for word in _CAPITAL.findall(text))


def introduces(text: str) -> bool:
    """Whether it tells who or what somebody or something is: "Ada Lind, who owns the inn", "Lind is a baker"."""
    return _INTRODUCING.search(text) is not None and _INTRODUCED.search(text) is not None


COUNT = "#"
"""Stands for any number where what is counted is looked for: "# arch"."""


def is_number(stem: str) -> bool:
    """Whether it is a number, in figures or in letters."""
    return stem[0].isdigit() or stem in NUMERALS


_BEHIND = 3  # stems behind a number of which one may be what is counted


def counted(stems: Sequence[str]) -> Iterator[str]:
    """The stems that stand close behind a number, in order; some twice."""
    for at, stem in enumerate(stems):
        if is_number(stem):
            yield from stems[at + 1 : at + 1 + _BEHIND]

"""What a sentence has that answers a kind of question: a time, a reason, a place, somebody introduced.

It is told from its pieces, which are what white space parts: most come again and again, and each is looked at once.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.text.places import PLACES
from index.text.terms import stems_of
from index.text.words import CALENDAR, MONTHS, NUMERALS, SHORT_MONTHS, WEEKDAYS, words

# What one piece may have, as bits.
FIGURES, NUMBER, TIME, REASON, PLACE, INTRODUCES = 1, 2, 4, 8, 16, 32
"""What a sentence has of which a piece has it: a number in figures, or any; a time, a place; and what may be part of a
reason, or introduce somebody."""
_MONTH, _DIGIT, _BEFORE_PLACE, _THE, _PLACE_NAME = 64, 128, 256, 512, 1024
_CAPITAL, _COMMA, _NAME, _BEING = 2048, 4096, 8192, 16384

Marks = NDArray[np.uint16]

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
_INTRODUCED = re.compile(
    r"\b[A-Z][\w’'-]+,\s+(?:\d{1,3}\b|(?:an?|the|who|whose|its|their|his|her|chief|head|director|president|chair\w*"
    r"|professor|mayor|minister|founder|owner)\b)"
    r"|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?:\s[\w-]+){1,4},\s+[A-Z][\w’'-]+\s+[A-Z]"
    r"|\b[A-Z][\w’'-]+\s+(?:is|was|are|were|became|serves as|works as)\s+(?:an?|the|one of)\b"
)
_NAMED = re.compile(r"[A-Z][\w’'-]+")
_NAMED_LAST = re.compile(r"\b[A-Z][\w’'-]+(,?)$")
_NO_PLACES = CALENDAR | {"i"}
_PARTS = re.compile(r"\w+")
_MONTH_NAMES = frozenset(month.title() for month in MONTHS | SHORT_MONTHS)
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
_LEADING = words("in at near outside from to into across around off through between")  # what stands before a place
_BE = words("is was are were became serves works")
_TELLING = _TIMES | _REASONS | _LEADING | _BE | {"the"}  # of words in small letters, those that have anything


def marks_of(piece: str, stems: Sequence[str]) -> int:
    """What a piece, which has those stems, tells of its sentence, alone or with the pieces beside it."""
    if piece not in _TELLING and piece.isascii() and piece.isalpha() and piece.islower():
        return NUMBER if any(map(is_number, stems)) else 0
    marks = 0
    if any(map(is_number, stems)):
        marks = NUMBER | FIGURES if any(stem[0].isdigit() for stem in stems) else NUMBER
    parts = _PARTS.findall(piece)
    for part in parts:
        small = part.lower()
        if small in _REASONS or not part.isascii():
            marks |= REASON
        if small in PLACES and "A" <= part[0] <= "Z" and len(part) > 1:
            marks |= PLACE
    if (any(map(str.isdigit, piece)) or not _TIMES.isdisjoint(parts)) and _TIME.search(piece):
        marks |= TIME
    last = parts[-1] if parts else ""
    if last in _MONTH_NAMES and piece.removesuffix(".").endswith(last):
        marks |= _MONTH
    if last in _LEADING and piece.endswith(last):
        marks |= _BEFORE_PLACE
    named = _NAMED.match(piece)
    if named is not None and named.group().lower() not in _NO_PLACES:
        marks |= _PLACE_NAME
    named = _NAMED_LAST.search(piece)
    if named is not None:
        marks |= INTRODUCES if named[1] else _NAME
    return (
        marks
        | _DIGIT * piece[0].isdecimal()
        | _THE * (piece == "the")
        | _CAPITAL * ("A" <= piece[0] <= "Z")
        | _COMMA * piece.endswith(",")
        | _BEING * (piece in _BE)
    )


def marks_together(marks: Marks, starts: NDArray[np.intp]) -> Marks:
    """What each sentence has by all of its pieces; it begins at one of `starts` and ends with a piece that has nothing.

    Whether it has a reason or introduces somebody is only so far told that one without has none.
    """
    one = np.append(marks[1:], marks[-1:])  # the pieces behind each
    two = np.append(one[1:], marks[-1:])
    found = marks.copy()
    for sign, together in (
        (TIME, (marks & _MONTH > 0) & (one & _DIGIT > 0)),
        (PLACE, (marks & _BEFORE_PLACE > 0) & ((one & _PLACE_NAME > 0) | (one & _THE > 0) & (two & _PLACE_NAME > 0))),
        (INTRODUCES, (marks & _COMMA > 0) & (one & two & _CAPITAL > 0) | (marks & _NAME > 0) & (one & _BEING > 0)),
    ):
        found[together] |= sign
    every: Marks = np.bitwise_or.reduceat(found, starts)
    return every


def has_reason(text: str) -> bool:
    """Whether a sentence has a word that gives a reason or a purpose."""
    return _REASON.search(text) is not None


def introduces(text: str) -> bool:
    """Whether it tells who or what somebody or something is: "Ada Lind, who owns the inn", "Lind is a baker"."""
    return _INTRODUCED.search(text) is not None


COUNT = "#"
"""Stands for any number where what is counted is looked for: "# arch"."""


def is_number(stem: str) -> bool:
    """Whether it is a number, in figures or in letters."""
    return stem[0].isdigit() or stem in NUMERALS


_SPELT = """
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
seventy eighty ninety hundred thousand million dozen
"""
_SHARES = "half third quarter fifth double twice treble triple"


@cache
def numerals(*, shares: bool) -> frozenset[str]:
    """The stems of numbers in letters, of things that are counted or of `shares`."""
    found = _SHARES.split() if shares else (*NUMERALS, *_SPELT.split())
    return frozenset(stem for word in found for stem in stems_of(word))


_BEHIND = 3  # stems behind a number of which one may be what is counted


def counted(stems: Sequence[str]) -> Iterator[str]:
    """The stems that stand close behind a number, in order; some twice."""
    for at, stem in enumerate(stems):
        if is_number(stem):
            yield from stems[at + 1 : at + 1 + _BEHIND]

"""Text broken into lines: at spaces, and after hyphens and dashes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.render.card.typesetting import clusters

_BREAK = re.compile(r"(?<=\w[-‐–—])(?=\w)|(?<=—)(?=\w)")
"""Where a word may be broken."""

_WORD = re.compile(r"[^ \n]+")

Measure = Callable[[str], float]
"""The width of a text in pixels."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """One line as ``text[start:end]`` of the text that was broken.

    Attributes
    ----------
    paragraph : int
        Where its paragraph starts.
    """

    start: int
    end: int
    paragraph: int


def wrap(text: str, width: float, measure: Measure) -> Iterator[Wrapped]:
    """Break `text`, tidied, into lines at most `width` pixels wide; a word wider than that is broken anywhere.

    Lines come one by one, so that whoever has enough can stop.
    """
    space = measure(" ")
    start = end = paragraph = 0
    used = 0.0
    for piece in _pieces(text, width, measure):
        between = text[end : piece.start]
        wide = measure(text[piece.start : piece.end])
        if end > start and ("\n" in between or used + space * len(between) + wide > width):
            yield Wrapped(start, end, paragraph)
            start, used = piece.start, wide
        else:
            used += space * len(between) + wide
        if "\n" in between:
            paragraph = piece.start
        end = piece.end
    if end > start:
        yield Wrapped(start, end, paragraph)


def _pieces(text: str, width: float, measure: Measure) -> Iterator[Wrapped]:
    """Give the pieces that no line break parts, in order."""
    for word in _WORD.finditer(text):
        breaks = [word.start(), *(m.start() for m in _BREAK.finditer(text, *word.span())), word.end()]
        for start, end in pairwise(breaks):
            if end - start <= 60 and measure(text[start:end]) <= width:
                yield Wrapped(start, end, start)
            else:
                yield from _forced(text, start, end, width, measure)


def _forced(text: str, start: int, end: int, width: float, measure: Measure) -> Iterator[Wrapped]:
    """Break an endless word between clusters."""
    parts = list(clusters(text[start:end]))
    n = 0
    while n < len(parts):
        count, used = 1, measure(parts[n])
        while n + count < len(parts) and used + measure(parts[n + count]) <= width:
            used += measure(parts[n + count])
            count += 1
        while count > 1 and measure("".join(parts[n : n + count])) > width:
            count -= 1
        length = sum(map(len, parts[n : n + count]))
        yield Wrapped(start, start + length, start)
        start, n = start + length, n + count

"""Tokens for attribution: words, clitics, numbers and single marks, with their offsets in the article."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from index.model.article import Span

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                  # U.S., a.m.
    | \d+(?:[.,:/]\d+)*                   # 3.5, 1,200, 7:30
    | ''|``|\.\.\.+|--+                   # LaTeX-style quotation marks, ellipsis, dash
    | [’'](?:s|S|t|re|ve|ll|d|m)(?!\w)    # clitics, apart from the word they lean on
    | [DOdol][’'](?=[^\W\d_])\w+(?:-\w+)* # names such as D'Souza
    | \w+(?:-\w+)*                        # words, hyphenated ones whole
    | [^\w\s]                             # any other mark by itself
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays over a stretch of text.

    Attributes
    ----------
    text : tuple of str
    start, end : tuple of int
        Offsets in the article, ascending.
    """

    text: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` up to, not including, `last`."""
        return Span(self.start[first], self.end[last - 1])

    def part(self, first: int, last: int) -> "Tokens":
        """Tokens `first` up to, not including, `last`."""
        return Tokens(self.text[first:last], self.start[first:last], self.end[first:last])

    def index(self, offset: int) -> int:
        """The first token that ends after `offset`; `len(self)` if there is none."""
        return bisect_left(self.end, offset + 1)

    def range(self, span: Span) -> tuple[int, int]:
        """First and past-the-last index of the tokens that overlap `span`."""
        return self.index(span.start), bisect_left(self.start, span.end)


def tokenise(text: str, span: Span) -> Tokens:
    """Tokens of ``text[span.start:span.end]``, in order; linear in its length."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(tuple(words), tuple(starts), tuple(ends))

"""Tokens with their offsets: all of a text for attribution, its words alone for comparing what is quoted.

Attribution's tokens are words, clitics, numbers and single marks, as written. The words to compare are folded, and
keep their clitics; of marks there are only ellipses that leave something out, and signs that are read as words.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from sys import intern

from index.model.article import Span
from index.text.folding import straight

REMEMBERED = 64
"""Letters of a word at most whose analysis is kept: a cache of endless words would know no bound."""

CLOSERS = frozenset("’”\"')]»›“‘«‹") | {"''"}
"""Tokens that may stand behind the mark that ends a sentence."""
DASHES = frozenset({"-", "--", "–", "—", "―"})
"""Tokens that part what stands on their sides."""

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
    start, end : array of int
        Offsets in the article, ascending.
    """

    text: tuple[str, ...]
    start: "array[int]"
    end: "array[int]"

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

    def words(self, span: Span) -> tuple[str, ...]:
        """The tokens that overlap `span`."""
        return self.text[slice(*self.range(span))]


def tokenise(text: str, span: Span, most: int | None = None) -> Tokens:
    """Tokens of ``text[span.start:span.end]``, in order, the first `most` of them; linear in its length."""
    words: list[str] = []
    starts, ends = array("I"), array("I")
    for match in islice(_TOKEN.finditer(text, span.start, span.end), most):
        words.append(intern(match.group()))  # most words come again
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(tuple(words), starts, ends)


_WORD = re.compile(
    r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|…|\.\s?\.\s?\.+"  # a marked ellipsis
    r"|\[[^\W\d_]\][^\W\d_]+|[^\W\d_]+\[(?:[sd]|[^\W\d_]{2,})\]"  # letters an editor put in: [W]e, min[ute]
    r"|[$£€]?\d+(?:[.,]\d+)*|[^\W_]+(?:[\u0300-\u036f][^\W_]*|['’‘ʼ´`][^\W_]+)*|[%$£€&]"
)
GAP = ""
"""The folded form of a marked ellipsis."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word folded for comparison, and its half-open range in the text it comes from."""

    form: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` in order; marked ellipses have the form `GAP`."""
    return [
        Word((_fold if len(match[0]) <= REMEMBERED else _fold.__wrapped__)(match[0]), match.start(), match.end())
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    ]


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    if word[0] in "….(" or (word[0] == "[" and not word[1].isalpha()):
        return GAP
    if word == "%":
        return "percent"
    word = word.replace("[", "").replace("]", "")
    folded = unicodedata.normalize("NFKC", straight(word)).casefold()
    return folded.replace(",", "") if folded[-1:].isdigit() else folded

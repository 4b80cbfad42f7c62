"""An article made ready for attribution: its answerable paragraphs as tokens with the state of quotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.attribution.quotations import Quotation, find_quotations
from index.attribution.tokens import Tokens, tokenise
from index.types import ANSWERABLE, Article

_MARKS = frozenset({".", "?", "!"})
_ABBREVIATION = re.compile(
    r"(?:mr|mrs|ms|dr|sen|rep|reps|sens|gov|gen|lt|col|sgt|capt|maj|adm|rev|hon|prof|jr|sr|st|no|jan|feb|mar|apr|jun|jul"
    r"|aug|sept|sep|oct|nov|dec|vs|inc|co|corp|ltd|v|[a-z])",
    re.IGNORECASE,
)


class Quoting(StrEnum):
    """Where a token stands towards quotation marks."""

    OUTSIDE = "out"
    OPENING = "open"
    INSIDE = "in"
    CLOSING = "close"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that can be attributed.

    Attributes
    ----------
    tokens : Tokens
        At least one.
    quoting : tuple of Quoting
        One a token.
    quotations : tuple of Quotation
        Those of this paragraph, in order.
    stops : tuple of bool
        Whether a token is a mark that ends a sentence; a full stop after an abbreviation or initial does not.
    """

    tokens: Tokens
    quoting: tuple[Quoting, ...]
    quotations: tuple[Quotation, ...]
    stops: tuple[bool, ...]


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The answerable paragraphs of `article` in order, tokenised; linear in the length of its text."""
    paragraphs = tuple(p for p in article.paragraphs if p.kind in ANSWERABLE)
    found = find_quotations(article.text, paragraphs)
    blocks: list[Block] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        first = at
        while at < len(found) and found[at].paragraph == number:
            at += 1
        tokens = tokenise(article.text, paragraph.span)
        if len(tokens):
            quotations = found[first:at]
            blocks.append(Block(tokens, _quoting(tokens, quotations), quotations, _stops(tokens.text)))
    return tuple(blocks)


def _stops(words: Sequence[str]) -> tuple[bool, ...]:
    return tuple(
        word in _MARKS and not (word == "." and at > 0 and _ABBREVIATION.fullmatch(words[at - 1]) is not None)
        for at, word in enumerate(words)
    )


def _quoting(tokens: Tokens, quotations: Sequence[Quotation]) -> tuple[Quoting, ...]:
    states = [Quoting.OUTSIDE] * len(tokens)
    for quotation in quotations:
        first, last = tokens.range(quotation.span)
        states[first:last] = [Quoting.INSIDE] * (last - first)
        if first < last:
            if not quotation.open:
                states[last - 1] = Quoting.CLOSING
            states[first] = Quoting.OPENING
    return tuple(states)

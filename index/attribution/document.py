"""An article made ready for attribution: its answerable paragraphs as tokens with the state of quotation."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.attribution.quotations import Quotation, find_quotations
from index.attribution.tokens import Tokens, tokenise
from index.types import ANSWERABLE, Article


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
    """

    tokens: Tokens
    quoting: tuple[Quoting, ...]
    quotations: tuple[Quotation, ...]


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
            blocks.append(Block(tokens, _quoting(tokens, quotations), quotations))
    return tuple(blocks)


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

"""Blocks: the answerable paragraphs of an article as tokens, quotations and stops; and what kind a content is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.attribution.quotations import Quotation
from index.model.article import ANSWERABLE, Act, Article, ContentKind, Sentence, Span
from index.text.cues import cue_acts
from index.text.tokens import CLOSERS, Tokens, tokenise

_LONGEST, _MOST = 1000, 64  # tokens and quotations of a block, about twice and six times what long paragraphs have
_TOKENS = 450_000  # of an article that are attributed; 2 MB of news have 380,000
_SEARCHED = 200  # tokens in which the end of a sentence is looked for


class Quoting(StrEnum):
    """Where a token stands towards quotation marks."""

    OUTSIDE = "out"
    OPENING = "open"
    INSIDE = "in"
    CLOSING = "close"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that can be attributed, or a stretch of one that is far longer than prose has them.

    Attributes
    ----------
    tokens : Tokens
        At least one.
    quoting : tuple of Quoting
        One a token.
    quotations : tuple of Quotation
        Those of this stretch, in order, as far as they lie in it.
    stops : tuple of bool
        Whether a sentence ends with a token: with its mark, or the abbreviation that holds it ("U.S.").
    """

    tokens: Tokens
    quoting: tuple[Quoting, ...]
    quotations: tuple[Quotation, ...]
    stops: tuple[bool, ...]


def blocks_of(article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> tuple[Block, ...]:
    """The answerable paragraphs of `article` in order, tokenised; linear in the length of its text.

    `sentences` and `quotations` are those of the article. What is done inside a block may cost the square of its
    length, so an endless paragraph becomes several blocks; and of an article without end only the beginning does.
    """
    blocks: list[Block] = []
    left = _TOKENS
    starts = [sentence.span.start for sentence in sentences]
    quoted = [quotation.paragraph for quotation in quotations]
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind not in ANSWERABLE:
            continue
        tokens = tokenise(article.text, paragraph.span, left)
        left -= len(tokens)
        if len(tokens):
            inside = tuple(quotations[bisect_left(quoted, number) : bisect_right(quoted, number)])
            span = paragraph.span
            own = sentences[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            blocks.extend(_stretches(Block(tokens, _quoting(tokens, inside), inside, _stops(tokens, own))))
    return tuple(blocks)


def _stretches(block: Block) -> Iterator[Block]:
    """The block in stretches of at most `_LONGEST` tokens and `_MOST` quotations."""
    tokens, quotations = block.tokens, block.quotations
    first = at = 0
    while first < len(tokens):
        last = min(len(tokens), first + _LONGEST)
        if at + _MOST < len(quotations):
            last = min(last, tokens.index(quotations[at + _MOST].span.start))
        if last < len(tokens):
            last = _cut(block, first, last)
        part = tokens.part(first, last)
        span = part.span(0, len(part))
        inside: list[Quotation] = []
        while at < len(quotations) and quotations[at].span.start < span.end:
            inside.append(_clipped(quotations[at], span))
            if quotations[at].span.end > span.end:
                break  # and goes on in the next stretch
            at += 1
        yield Block(part, block.quoting[first:last], tuple(inside), block.stops[first:last])
        first = last


def _cut(block: Block, first: int, last: int) -> int:
    """Where a stretch from token `first` ends that may go as far as `last`: with a sentence, where one ends soon before
    that outside quotations."""
    for at in range(last, max(first + 1, last - _SEARCHED), -1):
        if block.stops[at - 1] and block.quoting[at - 1] in (Quoting.OUTSIDE, Quoting.CLOSING):
            return at
    return last


def _clipped(quotation: Quotation, span: Span) -> Quotation:
    """What of a quotation lies in `span`, as if the next paragraph carried it on."""
    inside = Span(max(quotation.span.start, span.start), min(quotation.span.end, span.end))
    if inside == quotation.span:
        return quotation
    continues = quotation.continues or inside.start > quotation.span.start
    return replace(quotation, span=inside, continues=continues, open=quotation.open or inside.end < quotation.span.end)


def _stops(tokens: Tokens, sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    stops = [False] * len(tokens)
    for sentence in sentences:
        first, last = tokens.range(sentence.span)
        while last > first and tokens.text[last - 1] in CLOSERS:
            last -= 1
        if last > first and tokens.text[last - 1][-1] in ".?!…":
            stops[last - 1] = True
    return tuple(stops)


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


_DIRECT = 0.8  # share of words inside quotation marks from which a content is direct
_NEGLIGIBLE = frozenset({"that", "and", "but"})


def content_kind(block: Block, content: Sequence[Span]) -> ContentKind:
    """Kind of the part of `content` that stands in `block`, by the share of its words that are quoted."""
    words = quoted = 0
    for span in content:
        first, last = block.tokens.range(span)
        for at in range(first, last):
            word = block.tokens.text[at]
            if word[0].isalnum() and not (at == first and word.lower() in _NEGLIGIBLE):
                words += 1
                quoted += block.quoting[at] is not Quoting.OUTSIDE
    if not quoted:
        return ContentKind.INDIRECT
    return ContentKind.DIRECT if quoted >= _DIRECT * words else ContentKind.MIXED


def cue_act(words: Sequence[str]) -> Act:
    """The act that a cue reports: said where any of its verbs is one of saying or none is known."""
    acts = cue_acts()
    found = [acts[word.lower()] for word in words if word.lower() in acts]
    if Act.SAID in found or not found:
        return Act.SAID
    return found[0]

"""What was said, without what its sentence goes on to tell in the writer's words."""

from itertools import pairwise

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import sentence_of
from index.model.article import Span
from index.text.tokens import DASHES
from index.text.words import words

_PUNCTUATED = frozenset({",", ".", "?", "!", "…"})
_NARRATES = frozenset({"as", "and", "before", "then", "while", "after", "when", "but", ";", "—", "–"})
_CLAUSES = frozenset({"that", "whether", "if", "what", "why", "how"})
# What others call something that they then deny.
_CHARGES = words("charge claim allegation accusation suggestion assertion figure account charges claims allegations")
_REJECTS = words("denied denies rejected rejects dismissed dismisses disputed disputes deny reject dismiss dispute")
_MEANWHILE = 8  # tokens of what somebody does while they speak
_RUNNING = frozenset({",", "?", "!", "…", "—", "–"})  # before the closing mark of a quotation whose tag follows


def only_said(block: Block, draft: LinkDraft) -> list[Span]:
    """The contents of a draft of `block` without what is the writer's."""
    contents = _without_fronted(block, draft, _without_asides(block, draft))
    contents = [_without_narration(content, block, draft) for content in contents]
    contents = [part for content in contents for part in _around_insertions(content, block)]
    return [_without_bracket(_without_verdict(content, block), block) for content in contents]


def _without_narration(content: Span, block: Block, draft: LinkDraft) -> Span:
    """`content` up to the end of the direct speech that it begins with behind its cue, where the rest is the writer's:
    "said, “I quit,” as police arrived"."""
    quotation = next((q.span for q in block.quotations if q.span.start == content.start), None)
    if quotation is None or quotation.end >= content.end or draft.cue.end > content.start:
        return content
    words = block.tokens.text
    last, end = block.tokens.range(quotation)[1], block.tokens.range(content)[1]
    if last + 1 >= end or words[last - 2] not in _PUNCTUATED:
        return content
    at = last + (words[last] == ",")
    quoted = any(state is not Quoting.OUTSIDE for state in block.quoting[last:end])
    clause = words[at + 1].lower() in _CLAUSES if at + 1 < end else False
    return content if quoted or clause or words[at].lower() not in _NARRATES else quotation


def _without_asides(block: Block, draft: LinkDraft) -> list[Span]:
    """What a draft reports, less what its sentence goes on to tell of the speaker behind a quotation and its tag: "“It
    was the wind,” he said of the fire", "“It has,” she said as she cut the ham"."""
    tag = draft.cue.start if draft.mention is None else min(draft.cue.start, draft.mention.start)
    end = draft.cue.end if draft.mention is None else max(draft.cue.end, draft.mention.end)
    before = [content for content in draft.contents if content.end <= tag]
    first, last = block.tokens.index(tag), block.tokens.range(Span(tag, end))[1]
    if not before or block.tokens.range(before[-1])[1] != first or block.quoting[first - 1] is not Quoting.CLOSING:
        return draft.contents
    opens = block.tokens.range(before[-1])[0]
    starts = opens == 0 or block.stops[opens - 1] or block.quoting[opens - 1] is Quoting.CLOSING
    if not starts or block.tokens.text[first - 2] not in _RUNNING or any(block.stops[first:last]):
        return draft.contents
    stop = sentence_of(block, last - 1)[1]
    return [content for content in draft.contents if not _is_aside(block, content, last, stop)]


def _without_fronted(block: Block, draft: LinkDraft, contents: list[Span]) -> list[Span]:
    """The contents of a draft, less what its speaker did meanwhile: "[Sentencing them], Judge Ruiz said it was"."""
    if len(contents) < 2 or draft.mention is None:
        return contents
    first, last = block.tokens.range(contents[0])
    words = block.tokens.text
    fronted = first == sentence_of(block, first)[0] and words[first].endswith("ing") and last - first <= _MEANWHILE
    outside = all(state is Quoting.OUTSIDE for state in block.quoting[first:last])
    behind = words[last : last + 1] == (",",) and block.tokens.range(draft.mention)[0] == last + 1
    return contents[1:] if fronted and outside and behind else contents


def _without_verdict(content: Span, block: Block) -> Span:
    """`content` up to what others say of it: "that the vote was rigged, [a charge the commission rejected]"."""
    first, last = block.tokens.range(content)
    words = [word.lower() for word in block.tokens.text[first:last]]
    for at in range(1, len(words) - 4):
        noun = at + 2 + (words[at + 2] not in _CHARGES)
        if words[at] == "," and words[at + 1] in ("a", "an") and words[min(noun, len(words) - 1)] in _CHARGES:
            outside = all(state is Quoting.OUTSIDE for state in block.quoting[first + at : last])
            if outside and not _REJECTS.isdisjoint(words[noun:]):
                return block.tokens.span(first, first + at)
    return content


def _is_aside(block: Block, content: Span, last: int, stop: int) -> bool:
    """Whether a content between tokens `last` and `stop` is neither quoted nor a clause of what was said."""
    low, high = block.tokens.range(content)
    if not last <= low < stop or any(state is not Quoting.OUTSIDE for state in block.quoting[low:high]):
        return False
    words = block.tokens.text
    return words[low - 1] == "of" or (words[low].lower() not in _CLAUSES and words[low - 1].lower() not in _CLAUSES)


def _around_insertions(content: Span, block: Block) -> list[Span]:
    """`content` without the writer's own words between dashes: “The vote” — here she paused — “was close.”"""
    inside = [q for q in block.quotations if content.holds(q.span)]
    tokens, quoting = block.tokens, block.quoting
    parts: list[Span] = []
    start = content.start
    for left, right in pairwise(inside):
        first, last = tokens.range(left.span)[1], tokens.range(right.span)[0]
        outside = all(quoting[i] is Quoting.OUTSIDE for i in range(first, last))
        if last - first > 3 and outside and tokens.text[first] in DASHES and tokens.text[last - 1] in DASHES:
            parts.append(Span(start, left.span.end))
            start = right.span.start
    return [*parts, Span(start, content.end)]


def _without_bracket(content: Span, block: Block) -> Span:
    """`content` without the end of a bracket that it does not open."""
    first, last = block.tokens.range(content)
    words = block.tokens.text[first:last]
    while len(words) > 1 and words[-1] == ")" and words.count("(") < words.count(")"):
        words = words[:-1]
    return block.tokens.span(first, first + len(words)) if len(words) < last - first else content

"""Every quotation to one draft: quotation marks are hard evidence.

A draft that reports part of a quotation reports all of it; a quotation that none reports goes to the cue beside it,
or carries on the one before.
"""

from collections.abc import Sequence

from index.attribution.cues import cue_acts
from index.attribution.document import Block, Quoting
from index.attribution.drafts import Draft, ask
from index.attribution.quotations import Quotation
from index.attribution.tagger import Reading
from index.types import Act, Span

_SHORT = 4  # words; a shorter quotation without a sentence's end may be a title or scare quotes
_ENDS = frozenset({".", "?", "!", ","})
_RUNNING = frozenset({",", "?", "!", "—", "–", "--", "…"})  # before a closing mark: the sentence goes on
_PUTS = frozenset({"put", "puts"})
_WINDOW = 45  # tokens beside a quotation that are searched for its cue


def reconcile(
    reading: Reading, blocks: Sequence[Block], number: int, block: Block, drafts_of: Sequence[list[Draft]]
) -> None:
    """Give every quotation of a block that is more than a label to exactly one draft."""
    drafts = drafts_of[number]
    previous: Draft | None = None
    for quotation in block.quotations:
        span = quotation.span
        outside = [d for d in drafts if not d.cue.overlaps(span)]
        owner = max(outside, key=lambda d: d.overlap(span), default=None)
        if owner is not None and not owner.overlap(span):
            owner = None
        if _is_speech(block, quotation):
            owner = (
                _trailing(reading, number, block, quotation, drafts)
                or (owner if owner is not None and owner.cue.start > span.start else None)
                or _goes_on(block, quotation, outside)
                or owner
                or _beside(block, quotation, outside)
                or _carry_on(blocks, number, quotation, drafts_of, previous)
                or _leading(reading, number, block, quotation, drafts)
                or _announced(reading, blocks, number, quotation, drafts_of)
            )
        if owner is not None:
            _take(drafts, owner, span)
        if owner is not None:
            drafts[:] = [d for d in drafts if d is owner or not span.holds(d.cue)]
            previous = owner


def _take(drafts: Sequence[Draft], owner: Draft, span: Span) -> None:
    """Give the quotation to `owner`, and take it from every other draft; where an unclosed quotation ran over
    the owner's mention, only as far as the owner reports it."""
    if owner.mention is not None and owner.mention.overlaps(span):
        return
    for draft in drafts:
        if draft is not owner and draft.overlap(span):
            draft.contents = [rest for content in draft.contents for rest in _without(content, span)]
    owner.add(span)


def _without(content: Span, span: Span) -> list[Span]:
    """`content` less `span`; what is left on either side."""
    if not content.overlaps(span):
        return [content]
    parts = [(content.start, min(content.end, span.start)), (max(content.start, span.end), content.end)]
    return [Span(start, end) for start, end in parts if end - start > 1]


def _is_speech(block: Block, quotation: Quotation) -> bool:
    first, last = block.tokens.range(quotation.span)
    words = block.tokens.text[first:last]
    return sum(word[0].isalnum() for word in words) >= _SHORT or any(word in _ENDS for word in words[-2:])


def _goes_on(block: Block, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """Who goes on speaking in a quotation that starts a sentence: whoever spoke in the sentence before it."""
    first = block.tokens.range(quotation.span)[0]
    if first == 0 or not block.stops[first - 1]:
        return None
    start = next((i + 1 for i in range(first - 2, -1, -1) if block.stops[i]), 0)
    before = [d for d in drafts if start <= block.tokens.index(d.cue.start) < first and _speaks(d, block)]
    return max(before, key=lambda d: d.cue.start, default=None)


def _beside(block: Block, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose cue shares the quotation's sentence, or ends the sentence right before it."""
    best: Draft | None = None
    nearest = _WINDOW
    first, last = block.tokens.range(quotation.span)
    for draft in drafts:
        low, high = block.tokens.range(draft.cue)
        between = block.stops[last:low] if low >= last else block.stops[high:first]
        stops = sum(between)
        quoted = sum(state is Quoting.OPENING for state in block.quoting[high:first])
        if stops > (0 if low >= last else 1) or (stops and not _speaks(draft, block)) or quoted:
            continue
        if len(between) < nearest:
            best, nearest = draft, len(between)
    return best


def _speaks(draft: Draft, block: Block) -> bool:
    """Whether the draft already reports a quotation of its block."""
    return any(draft.overlap(q.span) for q in block.quotations)


def _carry_on(
    blocks: Sequence[Block],
    number: int,
    quotation: Quotation,
    drafts_of: Sequence[list[Draft]],
    previous: Draft | None,
) -> Draft | None:
    """Who goes on speaking: a quotation reopened after a paragraph's end, or one that fills a paragraph
    after somebody was quoted, unless a question was asked; or one announced by a colon."""
    block = blocks[number]
    first, last = block.tokens.range(quotation.span)
    if number == 0 or first != 0:
        return previous if previous is not None and last == len(block.tokens) else None
    if last < len(block.tokens) - 1 and not quotation.continues:
        return None
    before = blocks[number - 1]
    earlier = drafts_of[number - 1]
    if not earlier:
        return None
    end = before.tokens.text[-1]
    final = max(earlier, key=lambda d: max(d.cue.end, d.contents[-1].end if d.contents else 0))
    if end == ":":
        return final
    spoke = [d for d in earlier if _speaks(d, before)] or (earlier if not before.quotations and before.quoting else [])
    if not spoke:
        return None
    final = max(spoke, key=lambda d: d.contents[-1].end if d.contents else d.cue.end)
    asked = before.tokens.text[-2:][0] == "?" and before.quoting[-1] is Quoting.CLOSING
    return final if quotation.continues or (_speaks(final, before) and not asked) else None


def _trailing(reading: Reading, number: int, block: Block, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """Who said a quotation that its own sentence goes on to ascribe: "...," Mr. King added."""
    acts = cue_acts()
    words = block.tokens.text
    first, last = block.tokens.range(quotation.span)
    starts = first == 0 or block.stops[first - 1] or block.quoting[first - 1] is Quoting.CLOSING
    if quotation.open or not starts or last < 2 or words[last - 2] not in _RUNNING:
        return None
    for at in range(last, min(len(words), last + _WINDOW)):
        if block.stops[at] or block.quoting[at] is not Quoting.OUTSIDE:
            return None
        act = acts.get(words[at].lower())
        if act is not None and act is not Act.SAID:
            return None  # another sentence, with a verb of its own
        if act is Act.SAID:
            here = block.tokens.span(at, at + 1)
            for draft in drafts:
                if draft.cue.overlaps(here):
                    return draft if draft.mention is not None else None
            return _forced(reading, number, block, at, drafts)
    return None


def _leading(reading: Reading, number: int, block: Block, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """Who said a quotation that its own sentence leads up to with a reporting verb or a colon."""
    acts = cue_acts()
    words = block.tokens.text
    first = block.tokens.range(quotation.span)[0]
    for at in range(first - 1, max(-1, first - 1 - _WINDOW), -1):
        if block.stops[at] or block.quoting[at] is not Quoting.OUTSIDE:
            return None
        reports = acts.get(words[at].lower()) is Act.SAID or (words[at] == "it" and words[at - 1] in _PUTS)
        if reports or (words[at] == ":" and at == first - 1):
            return _forced(reading, number, block, at, drafts)
    return None


def _announced(
    reading: Reading,
    blocks: Sequence[Block],
    number: int,
    quotation: Quotation,
    drafts_of: Sequence[list[Draft]],
) -> Draft | None:
    """Who is announced to say a block's first quotation by a colon that ends the block before."""
    if number == 0 or blocks[number].tokens.range(quotation.span)[0] != 0:
        return None
    before = blocks[number - 1]
    if before.tokens.text[-1] != ":":
        return None
    return _forced(reading, number - 1, before, len(before.tokens) - 1, drafts_of[number - 1])


def _forced(reading: Reading, number: int, block: Block, at: int, drafts: list[Draft]) -> Draft | None:
    """The frame of a cue that the first stage passed over, if the second finds somebody for it."""
    draft = ask(reading, number, block, at, "quotation's cue")
    if draft.mention is None:
        return None
    draft.contents = []
    drafts.append(draft)
    return draft

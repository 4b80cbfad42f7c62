"""From frames to links: learned frames and quotation marks reconciled.

What stands between paired marks is hard evidence: a frame that reports part of a quotation reports all of it, a
quotation that no frame reports is given to the cue beside it, or carries on the one before, and what is reported
inside somebody's quotation is theirs ("only the outermost attribution").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.attribution.cues import cue_acts
from index.attribution.document import Block, Quoting
from index.attribution.links import Link
from index.attribution.quotations import Quotation
from index.attribution.scripts import script_lines
from index.attribution.tagger import Frame, Range, Reading
from index.types import Act, Span

_SHORT = 4  # words; a shorter quotation without a sentence's end may be a title or scare quotes
_STOPS = frozenset({".", "?", "!"})
_RUNNING = frozenset({",", "?", "!", "—", "–", "--", "…"})  # before a closing mark: the sentence goes on
_CLITICS = frozenset({"’s", "'s", "’re", "'re", "’ve", "'ve", "’d", "'d", "’ll", "'ll", "’m", "'m"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "and"})
_PAUSES = frozenset({",", ";", "—", "–", "--"})
_DASHES = frozenset({"—", "–", "--", "-"})
_TURN = 12  # tokens from the conjunction to the verb of the other speaker
_WINDOW = 45  # tokens beside a quotation that are searched for its cue


@dataclass(slots=True)
class Draft:
    """A link in the making; `contents` are spans in order, `block` is where the cue stands."""

    block: int
    cue: Span
    mention: Span | None
    contents: list[Span]
    rule: str

    def overlap(self, span: Span) -> int:
        """Characters of `span` that this draft reports."""
        return sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in self.contents)

    def add(self, span: Span) -> None:
        """Report `span` too, joining what it overlaps."""
        joined = span
        apart: list[Span] = []
        for content in self.contents:
            if content.overlaps(joined):
                joined = Span(min(content.start, joined.start), max(content.end, joined.end))
            else:
                apart.append(content)
        self.contents = sorted([*apart, joined])


def link(reading: Reading, blocks: Sequence[Block]) -> list[Link]:
    """All links of an article, by the start of their first content."""
    cues = [(number, cue) for number, tagged in enumerate(reading.tagged()) for cue in tagged.cues]
    drafts_of: list[list[Draft]] = [[] for _ in blocks]
    for frame in reading.frames(cues):
        drafts_of[frame.block].append(_draft(frame, blocks[frame.block], "frame"))
    scripted = {line.block: line for line in script_lines(blocks)}
    for number, block in enumerate(blocks):
        line = scripted.get(number)
        if line is not None:
            drafts_of[number] = [Draft(number, line.cue, line.mention, [line.content], line.rule)]
            continue
        _reconcile(reading, blocks, number, block, drafts_of)
        _split_turns(reading, number, block, drafts_of[number])
    drafts = [draft for drafts in drafts_of for draft in _outermost(drafts) if draft.contents]
    for draft in drafts:
        draft.contents = [part for content in draft.contents for part in _around_asides(content, blocks, draft)]
    drafts.sort(key=lambda d: (d.contents[0].start, d.cue.start))
    return [Link(tuple(d.contents), d.cue, d.mention, None, d.rule) for d in drafts]


def _draft(frame: Frame, block: Block, rule: str) -> Draft:
    def span(r: Range) -> Span:
        return block.tokens.span(r.first, r.last)

    mention = frame.mention
    if mention is not None and mention.last - mention.first == 2 and block.tokens.text[mention.first + 1] in _CLITICS:
        mention = Range(mention.first, mention.first + 1)  # "who's called for": the clitic is the cue's auxiliary
    return Draft(frame.block, span(frame.cue), span(mention) if mention else None, [span(r) for r in frame.contents], rule)


def _reconcile(
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
    return sum(word[0].isalnum() for word in words) >= _SHORT or any(word in _STOPS or word == "," for word in words[-2:])


def _beside(block: Block, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose cue shares the quotation's sentence, or ends the sentence right before it."""
    best: Draft | None = None
    nearest = _WINDOW
    first, last = block.tokens.range(quotation.span)
    for draft in drafts:
        low, high = block.tokens.range(draft.cue)
        between = block.tokens.text[last:low] if low >= last else block.tokens.text[high:first]
        stops = sum(word in _STOPS for word in between)
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


def _trailing(
    reading: Reading, number: int, block: Block, quotation: Quotation, drafts: list[Draft]
) -> Draft | None:
    """Who said a quotation that its own sentence goes on to ascribe: "...," Mr. King added."""
    acts = cue_acts()
    words = block.tokens.text
    first, last = block.tokens.range(quotation.span)
    starts = first == 0 or words[first - 1] in _STOPS or block.quoting[first - 1] is Quoting.CLOSING
    if quotation.open or not starts or last < 2 or words[last - 2] not in _RUNNING:
        return None
    for at in range(last, min(len(words), last + _WINDOW)):
        if words[at] in _STOPS or block.quoting[at] is not Quoting.OUTSIDE:
            return None
        if acts.get(words[at].lower()) is Act.SAID:
            here = block.tokens.span(at, at + 1)
            for draft in drafts:
                if draft.cue.overlaps(here):
                    return draft if draft.mention is not None else None
            return _forced(reading, number, block, at, drafts)
    return None


def _leading(
    reading: Reading, number: int, block: Block, quotation: Quotation, drafts: list[Draft]
) -> Draft | None:
    """Who said a quotation that its own sentence leads up to with a reporting verb or a colon."""
    acts = cue_acts()
    words = block.tokens.text
    first = block.tokens.range(quotation.span)[0]
    for at in range(first - 1, max(-1, first - 1 - _WINDOW), -1):
        if words[at] in _STOPS or block.quoting[at] is not Quoting.OUTSIDE:
            return None
        if acts.get(words[at].lower()) is Act.SAID or (words[at] == ":" and at == first - 1):
            return _forced(reading, number, block, at, drafts)
    return None


def _announced(
    reading: Reading, blocks: Sequence[Block], number: int, quotation: Quotation, drafts_of: Sequence[list[Draft]]
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
    frame = reading.frames([(number, Range(at, at + 1))])[0]
    if frame.mention is None:
        return None
    draft = _draft(frame, block, "quotation's cue")
    draft.contents = []
    drafts.append(draft)
    return draft


def _split_turns(reading: Reading, number: int, block: Block, drafts: list[Draft]) -> None:
    """Give ", but engineers said it was safe" to the engineers where it was taken for what came before."""
    acts = cue_acts()
    words = block.tokens.text
    for draft in list(drafts):
        for content in draft.contents:
            first, last = block.tokens.range(content)
            for turn in range(first + 2, last - 2):
                if words[turn].lower() not in _TURNS or words[turn - 1] not in _PAUSES or draft.cue.start > content.start:
                    continue
                at = next((i for i in range(turn + 2, min(last, turn + _TURN)) if acts.get(words[i].lower()) is Act.SAID), 0)
                if not at or any(block.quoting[i] is not Quoting.OUTSIDE for i in range(turn, at + 1)):
                    continue
                other = _draft(reading.frames([(number, Range(at, at + 1))])[0], block, "turn")
                start = block.tokens.start[turn]
                if other.mention is not None and other.mention.start >= start and other.contents:
                    draft.contents = [c for c in _cut(draft.contents, block.tokens.end[turn - 2]) if len(c)]
                    drafts.append(other)
                    break
            else:
                continue
            break


def _cut(contents: Sequence[Span], end: int) -> list[Span]:
    """`contents` up to `end`."""
    return [Span(c.start, min(c.end, end)) for c in contents if c.start < end]


def _around_asides(content: Span, blocks: Sequence[Block], draft: Draft) -> list[Span]:
    """`content` without the writer's own words between dashes: “The vote” — here she paused — “was close.”"""
    inside = [q for q in blocks[draft.block].quotations if content.holds(q.span)]
    tokens, quoting = blocks[draft.block].tokens, blocks[draft.block].quoting
    parts: list[Span] = []
    start = content.start
    for left, right in pairwise(inside):
        first, last = tokens.range(left.span)[1], tokens.range(right.span)[0]
        outside = all(quoting[i] is Quoting.OUTSIDE for i in range(first, last))
        if last - first > 3 and outside and tokens.text[first] in _DASHES and tokens.text[last - 1] in _DASHES:
            parts.append(Span(start, left.span.end))
            start = right.span.start
    return [*parts, Span(start, content.end)]


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Drafts of one block without those whose words another one reports already."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -sum(map(len, d.contents))):
        size = sum(map(len, draft.contents))
        inside = any(any(c.holds(draft.cue) for c in k.contents) for k in kept)
        taken = any(sum(k.overlap(c) for c in draft.contents) > size / 2 for k in kept)
        if not inside and not taken:
            kept.append(draft)
    return kept

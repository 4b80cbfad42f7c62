"""Every quotation given to exactly one cue: the verb, noun or colon beside it on the page that ascribes it.

A draft that reports part of a quotation reports all of it; a quotation that none reports goes to the cue beside it,
or carries on the one before.
"""

from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.announced import author_in, is_shown
from index.attribution.linking.cuesearch import CueSearch
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import is_title, sentence_of
from index.attribution.linking.turns import is_asked, is_put, is_put_to, is_question
from index.attribution.linking.untagged import stands_alone
from index.attribution.quotations import Quotation
from index.attribution.tagger.frames import Reading
from index.model.article import Span

_WINDOW = 45  # tokens beside a quotation that are searched for its cue
_TAG = 16  # tokens of a tag between the halves of a quotation at most
_RUN = 12  # paragraphs that one quotation may run over
_SHORT = 4  # words; a shorter quotation without a sentence's end may be a title or scare quotes
_ENDS = frozenset({".", "?", "!", ","})
_NEGATIONS = frozenset({"not", "'t", "’t", "never", "declined", "refused"})
_AND = frozenset({"and", "or", ","})


def reconcile(reading: Reading, blocks: Sequence[Block], number: int, drafts_of: Sequence[list[LinkDraft]]) -> None:
    """Give every quotation of block `number` that is more than a label to exactly one draft."""
    block, drafts = blocks[number], drafts_of[number]
    search = CueSearch(reading, blocks, number, drafts_of)
    previous: LinkDraft | None = None
    text_of_another = number > 0 and _is_of_another(blocks[number - 1], drafts_of[number - 1])
    for quotation in block.quotations:
        span = quotation.span
        if is_title(block, span):
            for draft in drafts:
                draft.contents = [rest for content in draft.contents for rest in _behind_title(block, content, span)]
            continue
        for draft in drafts:
            if is_put_to(block, draft) and _says_nothing(block, draft, quotation):
                draft.contents = [content for content in draft.contents if not content.overlaps(span)]
        outside = [d for d in drafts if not d.cue.overlaps(span) and not _says_nothing(block, d, quotation)]
        owner = max(outside, key=lambda d: (d.overlap(span), _is_within(block, d, span)), default=None)
        if owner is not None and not owner.overlap(span):
            owner = None
        if owner is not None:
            owner = _outer(owner, outside, span)
        if previous is not None and (_joined(block, quotation, previous) or _is_split(block, quotation, previous)):
            owner = previous
        elif _is_speech(block, quotation):
            announced = text_of_another and span.start == block.tokens.start[0]
            before = None if _answers(block, drafts, quotation) else previous
            owner = (
                search.introducing(quotation)
                or search.titled(quotation)
                or search.wording(quotation)
                or search.adjacent(quotation)
                or search.direct(quotation)
                or search.putting(quotation)
                or search.trailing(quotation)
                or (owner if owner is not None and owner.cue.start > span.start else None)
                or _goes_on(block, quotation, outside)
                or owner
                or _beside(block, quotation, outside)
                or (None if announced else _carry_on(blocks, number, quotation, drafts_of, before))
                or search.leading(quotation)
                or (None if announced else search.announcing(quotation))
                or before
            )
        else:
            owner = search.wording(quotation) or search.calling(quotation) or owner or search.putting(quotation)
        if owner is not None:
            _take(drafts, owner, span)
            drafts[:] = [d for d in drafts if d is owner or not span.holds(d.cue)]
            previous = owner


def _is_within(block: Block, draft: LinkDraft, span: Span) -> bool:
    """Whether a quotation is a word or some of what a draft says in others: "The [“biggest”] pier closes, she said"."""
    whole = next((content for content in draft.contents if content.holds(span)), span)
    first, last = block.tokens.range(whole)
    return any(state is Quoting.OUTSIDE for state in block.quoting[first:last])


def _outer(owner: LinkDraft, drafts: Sequence[LinkDraft], span: Span) -> LinkDraft:
    """Who reports what `owner` says, if that reports the quotation too: [some argued for “more”], minutes show."""
    for draft in drafts:
        if draft is not owner and draft.overlap(span) and any(content.holds(owner.cue) for content in draft.contents):
            return draft
    return owner


def _take(drafts: Sequence[LinkDraft], owner: LinkDraft, span: Span) -> None:
    """Give the quotation to `owner`, and take it from every other draft; where an unclosed quotation ran over
    the owner's mention, only as far as the owner reports it."""
    if owner.mention is not None and owner.mention.overlaps(span):
        return
    for draft in drafts:
        if draft is not owner and draft.overlap(span):
            taken = Span(owner.cue.start, span.end) if owner.cue.end <= span.start <= owner.cue.end + 2 else span
            draft.contents = [rest for content in draft.contents for rest in _without(content, taken)]
    owner.add(span)


def _without(content: Span, span: Span) -> list[Span]:
    """`content` less `span`; what is left on either side."""
    if not content.overlaps(span):
        return [content]
    parts = [(content.start, min(content.end, span.start)), (max(content.start, span.end), content.end)]
    return [Span(start, end) for start, end in parts if end - start > 1]


def _behind_title(block: Block, content: Span, title: Span) -> list[Span]:
    """What of `content` stands behind a title that it may begin with."""
    if content.start != title.start:
        return [] if title.holds(content) else [content]
    last, end = block.tokens.range(title)[1], block.tokens.range(content)[1]
    while last < end and block.tokens.text[last] in (",", "that"):
        last += 1
    return [block.tokens.span(last, end)] if last < end else []


def _says_nothing(block: Block, draft: LinkDraft, quotation: Quotation) -> bool:
    """Whether a cue of another sentence is negated or a question put to somebody, so that the quotation cannot be its:
    "He did not suggest a ban.", "Asked for a word, Ana Ruiz smiled."."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    if not is_put_to(block, draft) and not any(word.lower() in _NEGATIONS for word in tokens.text[first:last]):
        return False
    low, high = tokens.range(quotation.span)
    return any(block.stops[last:low]) or any(block.stops[high:first])


def _answers(block: Block, drafts: Sequence[LinkDraft], quotation: Quotation) -> bool:
    """Whether the sentence before a quotation begins with a question that is put to somebody."""
    first = block.tokens.range(quotation.span)[0]
    before = sentence_of(block, first - 1)[0] if first else 0
    return any(is_put_to(block, draft) and block.tokens.index(draft.cue.start) == before for draft in drafts)


def _joined(block: Block, quotation: Quotation, previous: LinkDraft) -> bool:
    """Whether only "and" or a comma parts a quotation from one that `previous` reports: “one” and “two”."""
    words = block.tokens.text
    first = block.tokens.range(quotation.span)[0]
    last = first - 1
    while last >= 0 and words[last].lower() in _AND:
        last -= 1
    if last < 0 or last == first - 1 or block.quoting[last] is not Quoting.CLOSING or block.stops[last - 1]:
        return False
    return bool(previous.overlap(block.tokens.span(last, last + 1)))


def _is_split(block: Block, quotation: Quotation, previous: LinkDraft) -> bool:
    """Whether only the tag of a quotation that `previous` reports parts it from this one: “And,” said Ruiz, “so”."""
    words, first = block.tokens.text, block.tokens.range(quotation.span)[0]
    at = first - 1
    if at < 1 or words[at] != ",":
        return False
    while at > max(0, first - _TAG) and block.quoting[at] is Quoting.OUTSIDE and not block.stops[at]:
        at -= 1
    inside = block.tokens.span(at + 1, first)
    tagged = inside.holds(previous.cue) and previous.mention is not None and inside.holds(previous.mention)
    return block.quoting[at] is Quoting.CLOSING and words[at - 1] == "," and tagged


def _is_speech(block: Block, quotation: Quotation) -> bool:
    first, last = block.tokens.range(quotation.span)
    words = block.tokens.text[first:last]
    return sum(word[0].isalnum() for word in words) >= _SHORT or any(word in _ENDS for word in words[-2:])


def _goes_on(block: Block, quotation: Quotation, drafts: Sequence[LinkDraft]) -> LinkDraft | None:
    """Who goes on speaking in a quotation that starts a sentence: whoever spoke in the sentence before it."""
    first = block.tokens.range(quotation.span)[0]
    if first == 0 or not block.stops[first - 1]:
        return None
    start, _ = sentence_of(block, first - 1)
    before = [d for d in drafts if start <= block.tokens.index(d.cue.start) < first]
    above = [q.span for q in block.quotations if q.span.end <= quotation.span.start]
    before = [d for d in before if any(d.overlap(span) for span in above)]
    return max(before, key=lambda d: d.cue.start, default=None)


def _beside(block: Block, quotation: Quotation, drafts: Sequence[LinkDraft]) -> LinkDraft | None:
    """The draft whose cue shares the quotation's sentence, or ends the sentence right before it."""
    best: LinkDraft | None = None
    nearest = _WINDOW
    first, last = block.tokens.range(quotation.span)
    for draft in drafts:
        low, high = block.tokens.range(draft.cue)
        if (low - last if low >= last else first - high) >= nearest:
            continue
        between = block.stops[last:low] if low >= last else block.stops[high:first]
        stops = sum(between)
        quoted = sum(state is Quoting.OPENING for state in block.quoting[high:first])
        if stops > (0 if low >= last else 1) or (stops and not _speaks(draft, block)) or quoted:
            continue
        best, nearest = draft, len(between)
    return best


def _speaks(draft: LinkDraft, block: Block) -> bool:
    """Whether the draft already reports a quotation of its block."""
    return any(draft.overlap(q.span) for q in block.quotations)


def _carry_on(
    blocks: Sequence[Block],
    number: int,
    quotation: Quotation,
    drafts_of: Sequence[list[LinkDraft]],
    previous: LinkDraft | None,
) -> LinkDraft | None:
    """Who goes on speaking: a quotation reopened after a paragraph's end, or one that fills a paragraph, and is no
    heading, after somebody was quoted, unless a question was asked; or one announced by a colon."""
    block = blocks[number]
    first, last = block.tokens.range(quotation.span)
    if number == 0 or first != 0:
        return previous if previous is not None and last == len(block.tokens) else None
    if last < len(block.tokens) - 1 and not quotation.continues:
        return None
    before = blocks[number - 1]
    earlier = drafts_of[number - 1]
    end = before.tokens.text[-1]
    if end == ":":
        return _last(earlier)
    spoke = _last_quoted(before, drafts_of[max(0, number - _RUN) : number])
    if spoke is None or not (quotation.continues or (_ends_with(before, spoke) and stands_alone(block, quotation))):
        return None
    asked = before.tokens.text[-2:][0] == "?" and before.quoting[-1] is Quoting.CLOSING
    asked = asked or (is_put(before, spoke) and is_question(before, before.quotations[-1]))
    if is_question(block, quotation) and number > 1:
        asked = asked or is_asked(blocks[number - 2], drafts_of[number - 2])
    return spoke if quotation.continues or not asked else None


def _is_of_another(block: Block, drafts: Sequence[LinkDraft]) -> bool:
    """Whether what a block announces with its colon is somebody's text that another shows: "He read her letter:"."""
    last = _last(drafts)
    if block.tokens.text[-1] != ":" or last is None:
        return False
    start = sentence_of(block, block.tokens.range(last.cue)[0])[0]
    return is_shown(block, last) and author_in(block, start, len(block.tokens)) is not None


def _ends_with(block: Block, spoke: LinkDraft) -> bool:
    """Whether a block's last sentence is part of what `spoke` reports, or reports it."""
    start, _ = sentence_of(block, len(block.stops) - 1)
    last = block.tokens.span(start, len(block.tokens))
    return spoke.cue.overlaps(last) or bool(spoke.overlap(last))


def _last(drafts: Sequence[LinkDraft]) -> LinkDraft | None:
    """The one of `drafts` that ends last."""
    return max(drafts, key=lambda d: max(d.cue.end, d.contents[-1].end if d.contents else 0), default=None)


def _last_quoted(block: Block, drafts_of: Sequence[list[LinkDraft]]) -> LinkDraft | None:
    """Whose the last quotation of a block is, reported in it or in a block before."""
    for quotation in reversed(block.quotations):
        owners = [d for drafts in drafts_of for d in drafts if d.overlap(quotation.span)]
        if owners:
            return max(owners, key=lambda d: d.overlap(quotation.span))
    return None

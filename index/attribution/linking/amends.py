"""Quotations that went to the cue of another sentence, although the sentence before them shows that they are another's.

"Ana Ruiz laughed. “I am off.” [Marsh said] that she was tired", "“Go,” [Marsh said]. Ana Ruiz said it was late. “I am
off.”", "[Doctors found] a lump. “I thought it was the end.”"
"""

from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import sentence_of
from index.attribution.linking.subjects import SentenceSubjects
from index.attribution.linking.turns import is_put_to
from index.attribution.linking.untagged import stands_alone
from index.attribution.quotations import Quotation
from index.model.article import Act, Span
from index.text.cues import cue_acts
from index.text.roles import GROUPS
from index.text.words import PRONOUNS, words

_FINDING = words("find finds found show shows showed shown")
_ENDED = (".", "…", "...")
_OPENING = 4  # tokens before the subject of a sentence that is about nobody else
_CLAUSE = 3  # words of what a cue reports beside a quotation at least


def amend(block: Block, number: int, drafts: list[LinkDraft], entities: Entities) -> None:
    """Give quotations within block `number` that stand alone to whom the sentence before them is about."""
    subjects = SentenceSubjects(entities)
    for quotation in block.quotations:
        first = block.tokens.range(quotation.span)[0]
        if not first or not block.stops[first - 1] or not stands_alone(block, quotation):
            continue
        owner = next((draft for draft in drafts if draft.overlap(quotation.span)), None)
        if owner is None:
            continue
        start, end = sentence_of(block, first - 1)
        if _is_of_many(block, owner, (start, end), subjects, quotation):
            mention = _subject_before(block, start, subjects, quotation)
        elif _is_elsewhere(block, owner, quotation, start):
            mention = _other(block, (start, end), drafts, subjects, quotation)
            if mention is None or _is_same(block, subjects, owner, mention):
                continue
        else:
            continue
        owner.contents = [content for content in owner.contents if not content.overlaps(quotation.span)]
        if mention is not None:
            mark = Span(quotation.span.start, quotation.span.start + 1)
            drafts.append(LinkDraft(number, mark, mention, [quotation.span], "untagged"))


def _is_elsewhere(block: Block, owner: LinkDraft, quotation: Quotation, start: int) -> bool:
    """Whether a quotation's cue stands before the sentence that leads up to it, which begins at token `start`, or in
    the next one, where it reports a clause of its own."""
    first, last = block.tokens.range(quotation.span)
    at = block.tokens.range(owner.cue)[0]
    if at < first:
        return at < start
    words = block.tokens.text
    if at < last or words[last - 2] not in _ENDED:
        return False
    stop = sentence_of(block, at)[1]
    own = [block.tokens.range(content) for content in owner.contents if content.start >= owner.cue.end]
    return any(
        high - low >= _CLAUSE and high <= stop and block.quoting[low] is Quoting.OUTSIDE for low, high in own
    ) and not any(block.stops[last:at])


def _other(
    block: Block, before: tuple[int, int], drafts: Sequence[LinkDraft], subjects: SentenceSubjects, quotation: Quotation
) -> Span | None:
    """Who speaks in the sentence before a quotation, or whom it is about."""
    start, end = before
    if block.tokens.text[end - 1] == "?":
        return None
    spoken = [d for d in drafts if start <= block.tokens.index(d.cue.start) < end and d.contents]
    if spoken:
        draft = max(spoken, key=lambda d: d.cue.start)
        return None if is_put_to(block, draft) else draft.mention
    subject = subjects.of(block, start, end, quotation)
    opens = subject is not None and block.tokens.range(subject)[0] - start < _OPENING
    return subject if opens else None


def _is_same(block: Block, subjects: SentenceSubjects, owner: LinkDraft, mention: Span) -> bool:
    """Whether the words of another sentence need not name anybody else than the owner of a quotation."""
    people = subjects.people(mention)
    if not people:
        return PRONOUNS.issuperset(word.lower() for word in block.tokens.words(mention))
    return owner.mention is not None and not people.isdisjoint(subjects.people(owner.mention))


def _is_of_many(
    block: Block, owner: LinkDraft, before: tuple[int, int], subjects: SentenceSubjects, quotation: Quotation
) -> bool:
    """Whether several people of whom the sentence before tells what they do, and not what they say, would say "I"."""
    at = block.tokens.range(owner.cue)[0]
    if owner.mention is None or not before[0] <= at < before[1] or not subjects.is_of_one(quotation):
        return False
    cue = [word.lower() for word in block.tokens.words(owner.cue)]
    head = block.tokens.words(owner.mention)[-1].lower()
    saying = any(cue_acts().get(word) is Act.SAID and word not in _FINDING for word in cue)
    return head in GROUPS and not saying


def _subject_before(block: Block, start: int, subjects: SentenceSubjects, quotation: Quotation) -> Span | None:
    """The person whom the nearest sentence of a block before token `start` is about that is about anybody."""
    while start:
        first, last = sentence_of(block, start - 1)
        found = subjects.of(block, first, last, quotation)
        if found is not None:
            return found
        start = first
    return None

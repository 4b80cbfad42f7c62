"""Quotations without a tag of their own, given to whom the words around them show to be speaking.

A quotation that one paragraph leaves open and the next carries on is one speaker's, wherever the tag stands. One that
stands by itself belongs to whom the next sentence points back to ("That was Ana Ruiz"), who answers in an interview,
who spoke just before, or the subject of the sentence before it. In doubt it is nobody's.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities, Mention
from index.attribution.linking.announced import TEXTS, author_in, is_own, is_shown
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import sentence_of
from index.attribution.linking.scripts import Interview
from index.attribution.linking.subjects import SentenceSubjects
from index.attribution.linking.turns import Dialogue, is_put, is_put_to
from index.attribution.quotations import Quotation
from index.model.article import ParagraphKind, Span
from index.text.words import words

_SHORTEST = 2  # words of a quotation that may stand by itself
_REPORTER = frozenset({"I", "We", "we", "You", "you"})
_POINTING = frozenset({"that", "this", "those", "these"})
_BEING = frozenset({"was", "is", "were", "are"})
_HOW = words("how what the")
_FAR = 12  # tokens in which who is pointed back to is named
_HEARD = 40  # quotations before one in which whoever says it has been quoted
_OPENING = 30  # characters by which a quotation is known again
_BETWEEN = 3  # paragraphs, such as a post, that stand between two of one quotation at most


class Untagged:
    """The quotations of an article with the drafts that report them, those that none does found an owner one by one."""

    def __init__(self, blocks: Sequence[Block], entities: Entities, drafts_of: Sequence[list[LinkDraft]]) -> None:
        self._blocks = blocks
        self._entities = entities
        self._drafts_of = drafts_of
        self._subjects = SentenceSubjects(entities)
        self._all = [(number, quotation) for number, block in enumerate(blocks) for quotation in block.quotations]
        self._owners: list[LinkDraft | None] = [None] * len(self._all)
        self._starts = [quotation.span.start for _, quotation in self._all]
        for drafts in drafts_of:
            for draft in drafts:
                for at in self._reported(draft):
                    self._owners[at] = draft if draft.mention is not None else self._owners[at]
        self._dialogue = Dialogue(blocks, self._all, self._owners, drafts_of)
        self._interview = Interview(blocks, entities, frozenset(self._unowned()))

    def ascribe(self) -> None:
        """Give every quotation that stands by itself to its speaker, where that can be told."""
        self._carry_back()
        for at, (number, quotation) in enumerate(self._all):
            if self._owners[at] is not None or not stands_alone(self._blocks[number], quotation):
                continue
            owner = self._owner(at, number, quotation)
            if owner is not None:
                self._give(at, owner)
        self._carry_back()

    def _reported(self, draft: LinkDraft) -> Iterator[int]:
        for content in draft.contents:
            at = max(0, bisect_right(self._starts, content.start) - 1)
            while at < len(self._all) and self._starts[at] < content.end:
                if self._all[at][1].span.overlaps(content):
                    yield at
                at += 1

    def _unowned(self) -> Iterator[int]:
        """The blocks that begin with a quotation of nobody's."""
        for (number, quotation), owner in zip(self._all, self._owners, strict=True):
            if owner is None and quotation.span.start == self._blocks[number].tokens.start[0]:
                yield number

    def _carry_back(self) -> None:
        """Give what is left open and carried on in the next paragraph to whom the rest of it belongs."""
        for at in range(len(self._all) - 1, 0, -1):
            owner = self._owners[at]
            open_before = self._all[at][1].continues and self._all[at - 1][1].open
            if owner is not None and open_before and self._owners[at - 1] is None:
                self._give(at - 1, owner)

    def _give(self, at: int, owner: LinkDraft) -> None:
        number, quotation = self._all[at]
        for draft in self._drafts_of[number]:
            if draft.mention is None:
                draft.contents = [content for content in draft.contents if not content.overlaps(quotation.span)]
        owner.add(quotation.span)
        self._owners[at] = owner

    # -- whose it is ---------------------------------------------------------------------------------------------

    def _owner(self, at: int, number: int, quotation: Quotation) -> LinkDraft | None:
        block = self._blocks[number]
        first, last = block.tokens.range(quotation.span)
        before = self._owners[at - 1] if at else None
        if quotation.continues:
            return before
        if first > 0:
            adjoins = block.quoting[first - 1] in (Quoting.CLOSING, Quoting.INSIDE)
            return before if adjoins else self._after_sentence(number, first, quotation)
        told = self._told_after(number) if last == len(block.tokens) else None
        if told is not None:
            return self._new(number, quotation, told.span, "told after")
        if number == 0:
            return None
        end = len(self._blocks[number - 1].tokens)
        if self._entities.sentences[self._entities.sentence_at(quotation.span.start)].kind is not ParagraphKind.BODY:
            return None
        if self._goes_on(at):
            return before
        if self._interview.answers(number):
            return self._interviewed(number, quotation)
        turn = self._dialogue.taken_by(at)
        if turn is not None:
            return self._new(number, quotation, turn.mention, "untagged")
        if at and self._all[at - 1][0] == number - 1 and self._blocks[number - 1].quoting[-1] is not Quoting.OUTSIDE:
            asked = self._blocks[number - 1].tokens.text[-2:][0] == "?"
            return None if asked else before
        return self._after_sentence(number - 1, end, quotation, number) or self._going_on(at)

    def _going_on(self, at: int) -> LinkDraft | None:
        """Who was quoted last, where nobody else speaks or is named in the few paragraphs since, of a paragraph that is
        nothing but a quotation; else the only one whom the paragraph before names, if they have been quoted too."""
        number, quotation = self._all[at]
        before, spoke = (self._owners[at - 1], self._all[at - 1][0]) if at else (None, number)
        whole = quotation.span == self._blocks[number].tokens.span(0, len(self._blocks[number].tokens))
        if before is None or before.mention is None or not whole or number - spoke > _BETWEEN + 1:
            return None
        if self._subjects.is_of_another(quotation) or self._is_repeated(quotation):
            return None
        later = [draft for n in range(spoke, number) for draft in self._drafts_of[n] if draft.mention is not None]
        if any(draft.cue.start > before.cue.start and draft.mention != before.mention for draft in later):
            return None
        between = self._blocks[spoke + 1 : number]
        if any(block.tokens.text[-1] == "?" or not TEXTS.isdisjoint(block.tokens.text) for block in between):
            return None  # somebody may answer, or what is quoted be a statement's
        people = self._subjects.people
        named = [people(block.tokens.span(0, len(block.tokens))) for block in between]
        if set().union(*named) <= people(before.mention):
            return self._new(number, quotation, before.mention, "untagged")
        heard = [owner.mention for owner in self._owners[max(0, at - _HEARD) : at] if owner and owner.mention]
        own = self._subjects.is_own(quotation)
        if not own or len(named[-1]) != 1 or not any(named[-1] <= people(who) for who in heard):
            return None
        block = between[-1]
        mentions = self._entities.within(block.tokens.span(0, len(block.tokens)))
        return self._new(number, quotation, next(m.span for m in mentions if m.entity in named[-1]), "untagged")

    def _is_repeated(self, quotation: Quotation) -> bool:
        """Whether an article has the words of a quotation twice, as it has those that are set large."""
        text = self._entities.text
        opening = text[quotation.span.start + 1 : quotation.span.end - 1][:_OPENING]
        return text.count(opening) > 1

    def _goes_on(self, at: int) -> bool:
        """Whether quotation `at`, which begins its block, reopens one that is open above a few blocks without any."""
        if not at:
            return False
        number, quotation = self._all[at - 1]
        ends = quotation.open and quotation.span.end == self._blocks[number].tokens.end[-1]
        return ends and self._all[at][0] - number <= _BETWEEN + 1

    def _after_sentence(self, number: int, end: int, quotation: Quotation, here: int | None = None) -> LinkDraft | None:
        """A quotation's owner by the sentence of block `number` that ends before token `end`."""
        block = self._blocks[number]
        here = number if here is None else here
        if not block.stops[end - 1] and block.tokens.text[end - 1] != ":":
            return None  # a heading
        start, _ = sentence_of(block, end - 1)
        if block.tokens.text[end - 1] == "?":
            return None
        spoken = [d for d in self._drafts_of[number] if start <= block.tokens.index(d.cue.start) < end]
        spoken = [d for d in spoken if d.mention is not None and not is_put_to(block, d)]
        author = self._author(block, start, end) if block.tokens.text[end - 1] == ":" else None
        if author is not None and all(is_shown(block, draft) for draft in spoken):
            return self._new(here, quotation, author, "untagged")
        if spoken:
            draft = max(spoken, key=lambda d: d.cue.start)
            if self._asks(block, draft):
                return self._interviewed(here, quotation)
            return self._new(here, quotation, draft.mention, "untagged")
        subject = self._subjects.of(block, start, end, quotation)
        if subject is not None:
            return self._new(here, quotation, subject, "untagged")
        return self._interviewed(here, quotation)

    def _asks(self, block: Block, draft: LinkDraft) -> bool:
        """Whether somebody else answers: what is reported is a question, or the reporter's own words."""
        mention = draft.mention
        return is_put(block, draft) or mention is None or self._entities.text[mention.start : mention.end] in _REPORTER

    def _interviewed(self, number: int, quotation: Quotation) -> LinkDraft | None:
        """The draft of an answer, if this is an interview and the quotation a paragraph."""
        if quotation.span.start != self._blocks[number].tokens.start[0]:
            return None
        speaker = self._interview.speaker(quotation.span.start)
        return None if speaker is None else self._new(number, quotation, speaker.span, "answer")

    def _new(self, number: int, quotation: Quotation, mention: Span | None, rule: str) -> LinkDraft:
        mark = Span(quotation.span.start, quotation.span.start + 1)
        draft = LinkDraft(number, mark, mention, [], rule)
        self._drafts_of[number].append(draft)
        return draft

    def _author(self, block: Block, start: int, end: int) -> Span | None:
        """Whose the text is that a sentence announces: "This is an excerpt from [her] speech:"."""
        owner = author_in(block, start, end)
        if owner is None:
            return None
        span = block.tokens.span(*owner)
        if is_own(block.tokens.text[owner[0]]):
            return span
        return next((m.span for m in self._entities.within(span) if m.span.end == span.end and m.human), None)

    def _told_after(self, number: int) -> Mention | None:
        """Who the next paragraph says that it was: "That was Ana Ruiz", "With those words Ana Ruiz left"."""
        if number + 1 >= len(self._blocks):
            return None
        block = self._blocks[number + 1]
        text = [word.lower() for word in block.tokens.text[:_FAR]]
        if len(text) < 3 or block.quoting[0] is not Quoting.OUTSIDE:
            return None
        being = text[0] in _POINTING and text[1] in _BEING
        worded = text[0] in ("with", "in") and text[1] in _POINTING and text[2].startswith("word")
        if not being and not worded:
            return None
        end = min(len(text), next((i + 1 for i, stop in enumerate(block.stops) if stop), len(block.stops)))
        people = [
            m
            for m in self._entities.within(block.tokens.span(0, end))
            if not m.quoted and (m.human or (self._entities.all[m.entity].vague and not m.modifier))
        ]
        if not people:
            return None
        first = block.tokens.index(people[0].span.start)
        return people[0] if worded or text[2] in _HOW or first <= 4 else None


def stands_alone(block: Block, quotation: Quotation) -> bool:
    """Whether a quotation is one or more sentences of its own, not a part of one, a title or a term."""
    first, last = block.tokens.range(quotation.span)
    text = block.tokens.text
    if quotation.continues or (quotation.open and first == 0 and last == len(block.tokens)):
        return True
    if first and not block.stops[first - 1] and block.quoting[first - 1] is not Quoting.CLOSING:
        return False
    if text[last : last + 1] == (":",):
        return False  # "‘Salt. We’re on it’: the ferry's slogan"
    end = last - 1 - (not quotation.open)
    ended = text[end] in (".", "?", "!", "…", "...") or any(block.stops[max(first, end - 1) : last])
    return ended and sum(word[0].isalnum() for word in text[first:last]) >= _SHORTEST

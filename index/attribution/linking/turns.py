"""Dialogue: whose turn it is in a paragraph that is nothing but a quotation, where questions are put and answered.

"“You trusted him?” Mr. Lind asked." is answered by whom he spoke to, and "“In cash?”" after "“Four thousand,” she said"
is asked by whoever asked before.
"""

from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import sentence_of
from index.attribution.quotations import Quotation
from index.text.words import words

_ASKED = words("asked asks ask asking wondered")
_PUT = frozenset({"Asked", "Pressed", "Questioned"})
_BACK = 3  # paragraphs before a question in which whoever answers it has spoken


def is_put(block: Block, draft: LinkDraft) -> bool:
    """Whether what a draft of `block` reports is a question, by its cue."""
    return any(word.lower() in _ASKED for word in block.tokens.words(draft.cue))


def is_put_to(block: Block, draft: LinkDraft) -> bool:
    """Whether a sentence begins with a cue that puts a question to whom it is about: "[Asked] why, she smiled"."""
    first = block.tokens.range(draft.cue)[0]
    return block.tokens.text[first] in _PUT and sentence_of(block, first)[0] == first


def is_question(block: Block, quotation: Quotation) -> bool:
    """Whether a quotation of `block` ends with a question mark."""
    first, last = block.tokens.range(quotation.span)
    return "?" in block.tokens.text[max(first, last - 2) : last]


def is_asked(block: Block, drafts: Sequence[LinkDraft]) -> bool:
    """Whether a block with these drafts ends with a question, put or reported."""
    if block.quotations and block.quoting[-1] is not Quoting.OUTSIDE:
        return is_question(block, block.quotations[-1])
    last = max(drafts, key=lambda draft: draft.cue.start, default=None)
    return last is not None and is_put(block, last)


class Dialogue:
    """The quotations of an article in order with their owners so far, and whose turn the next one is."""

    def __init__(
        self,
        blocks: Sequence[Block],
        quotations: Sequence[tuple[int, Quotation]],
        owners: Sequence[LinkDraft | None],
        drafts_of: Sequence[list[LinkDraft]],
    ) -> None:
        self._blocks = blocks
        self._all = quotations
        self._owners = owners
        self._drafts_of = drafts_of

    def taken_by(self, at: int) -> LinkDraft | None:
        """The draft of whoever says quotation `at`, a paragraph of its own, if the ones before make that a dialogue."""
        number, quotation = self._all[at]
        before = at - 1
        if before < 0 or self._all[before][0] != number - 1 or not self._is_paragraph(at):
            return None
        spoke = self._owners[before]
        if spoke is None or spoke.mention is None:
            return None
        if is_question(self._blocks[number - 1], self._all[before][1]):
            return self._answering(before, spoke)
        return self._asking(number - 2, spoke) if is_question(self._blocks[number], quotation) else None

    def _is_paragraph(self, at: int) -> bool:
        number, quotation = self._all[at]
        return quotation.span == self._blocks[number].tokens.span(0, len(self._blocks[number].tokens))

    def _answering(self, at: int, asking: LinkDraft) -> LinkDraft | None:
        """Who answers question `at`: whoever else spoke last before it, or right before it if nobody is said to ask."""
        number = self._all[at][0]
        put = self._is_paragraph(at) or (asking.block == number and is_put(self._blocks[number], asking))
        if not put and self._blocks[number].quoting[-1] is Quoting.OUTSIDE:
            return None
        for block in range(number - 1, max(-1, number - 1 - (_BACK if put else 1)), -1):
            spoken = [draft for draft in self._drafts_of[block] if draft.mention is not None and draft.contents]
            for draft in sorted(spoken, key=lambda draft: draft.cue.start, reverse=True):
                if self._is_other(draft, asking):
                    return draft
        return None

    def _asking(self, number: int, answering: LinkDraft) -> LinkDraft | None:
        """Who goes on asking after an answer: whoever asked in block `number`, before it."""
        if number < 0 or not is_asked(self._blocks[number], self._drafts_of[number]):
            return None
        spoken = [draft for draft in self._drafts_of[number] if draft.mention is not None]
        last = max(spoken, key=lambda draft: draft.cue.start, default=None)
        return last if last is not None and self._is_other(last, answering) else None

    def _is_other(self, one: LinkDraft, other: LinkDraft) -> bool:
        """Whether two drafts name two people, as far as their words tell."""
        return self._named(one).isdisjoint(self._named(other))

    def _named(self, draft: LinkDraft) -> set[str]:
        block = self._blocks[draft.block]
        if draft.mention is None:
            return set()
        return {word.lower() for word in block.tokens.words(draft.mention)}

"""The cue beside a quotation: the verb, noun or colon on the page that ascribes it to somebody.

Each search stops at the end of the sentence and at other quotations. A cue that the tagger passed over is asked for
its frame; it counts only if that has a mention.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.attribution.cues import cue_acts
from index.attribution.drafts import Draft, ask
from index.attribution.quotations import Quotation
from index.attribution.tagger.frames import Reading
from index.model.article import Act

_RUNNING = frozenset({",", "?", "!", "—", "–", "--", "…"})  # before a closing mark: the sentence goes on
_LEADS = frozenset({",", ":"})
_PUTS = frozenset({"put", "puts"})
_CALLS = frozenset("call calls called calling dub dubs dubbed brand branded label labelled labeled".split())
_SAYINGS = frozenset(
    "comment comments statement remarks remark message tweet words reply response question finding".split()
)
_POINTERS = frozenset({"this", "the", "these"})
_WINDOW = 45  # tokens beside a quotation that are searched for its cue
_NEAR = 12  # tokens between a verb of calling, or a noun of saying, and what it goes with


@dataclass(frozen=True, slots=True)
class CueSearch:
    """Looks for the cues of the quotations of block `number`; new drafts are added to `drafts`."""

    reading: Reading
    blocks: Sequence[Block]
    number: int
    drafts_of: Sequence[list[Draft]]

    @property
    def block(self) -> Block:
        """The block searched."""
        return self.blocks[self.number]

    @property
    def drafts(self) -> list[Draft]:
        """The drafts of the block searched."""
        return self.drafts_of[self.number]

    def introducing(self, quotation: Quotation) -> Draft | None:
        """Whose verb and colon lead up to a quotation, whatever follows: Ruiz scolded them: “One,” she said."""
        words = self.block.tokens.text
        colon = self._first(quotation) - 1
        if colon < 1 or words[colon] != ":":
            return None
        for at in self._back(colon):
            if cue_acts().get(words[at].lower()) is Act.SAID:
                found = self._draft_at(at)
                if found is None:
                    return None
                for draft in self.drafts:
                    if draft is not found:
                        draft.contents = [content for content in draft.contents if not content.holds(found.cue)]
                return found
        return None

    def adjacent(self, quotation: Quotation) -> Draft | None:
        """Whose participle leads right up to a quotation: "a crowd came past the hall, chanting, “...”"."""
        words = self.block.tokens.text
        at = self._first(quotation) - 1
        while at > 0 and words[at] in _LEADS:
            at -= 1
        if at < 1 or not words[at].endswith("ing") or cue_acts().get(words[at].lower()) is not Act.SAID:
            return None
        return self._draft_at(at) if self.block.quoting[at] is Quoting.OUTSIDE else None

    def putting(self, quotation: Quotation) -> Draft | None:
        """Who "put it" so, in an aside before a quotation: as The Gazette put it in an editorial, “folly”."""
        words = self.block.tokens.text
        for at in self._back(self._first(quotation)):
            if at and words[at] == "it" and words[at - 1] in _PUTS:
                return self._asked(self.number, at - 1)
        return None

    def calling(self, quotation: Quotation) -> Draft | None:
        """Who gives something a short name in quotation marks: The Gazette called the plan “folly”."""
        for at in self._back(self._first(quotation), _NEAR):
            if self.block.tokens.text[at].lower() in _CALLS:
                return self._draft_at(at)
        return None

    def trailing(self, quotation: Quotation) -> Draft | None:
        """Who said a quotation that its own sentence goes on to ascribe: "...," Mr. King added."""
        block, acts = self.block, cue_acts()
        words = block.tokens.text
        first, last = block.tokens.range(quotation.span)
        starts = first == 0 or block.stops[first - 1] or block.quoting[first - 1] is Quoting.CLOSING
        if quotation.open or not starts or last < 2 or words[last - 2] not in _RUNNING:
            return None
        for at in range(last, min(len(words), last + _WINDOW)):
            if block.stops[at] or block.quoting[at] is not Quoting.OUTSIDE:
                return None
            act = acts.get(words[at].lower())
            if act is not None:
                # Any other act belongs to a sentence with a verb of its own.
                return self._draft_at(at) if act is Act.SAID else None
        return None

    def leading(self, quotation: Quotation) -> Draft | None:
        """Who said a quotation that its own sentence leads up to with a reporting verb, "put it" or a colon."""
        words = self.block.tokens.text
        first = self._first(quotation)
        for at in self._back(first):
            reports = cue_acts().get(words[at].lower()) is Act.SAID or (words[at] == "it" and words[at - 1] in _PUTS)
            if reports or (words[at] == ":" and at == first - 1):
                return self._asked(self.number, at) or self._pointed(first - 1)
        return None

    def announcing(self, quotation: Quotation) -> Draft | None:
        """Who is announced to say a block's first quotation by a colon that ends the block before."""
        if self.number == 0 or self._first(quotation) != 0:
            return None
        before = self.blocks[self.number - 1]
        words, colon = before.tokens.text, len(before.tokens) - 1
        if words[colon] != ":":
            return None
        for at in range(colon, max(-1, colon - _NEAR), -1):
            if before.stops[at] or before.quoting[at] is not Quoting.OUTSIDE:
                return None
            if at == colon or words[at] in _SAYINGS or cue_acts().get(words[at]) is Act.SAID:
                draft = self._asked(self.number - 1, at)
                if draft is not None:
                    return draft
        return None

    def _first(self, quotation: Quotation) -> int:
        return self.block.tokens.range(quotation.span)[0]

    def _back(self, end: int, reach: int = _WINDOW) -> Iterator[int]:
        """Tokens before `end`, nearest first, as far as they are outside quotations and in one sentence."""
        for at in range(end - 1, max(-1, end - 1 - reach), -1):
            if self.block.stops[at] or self.block.quoting[at] is not Quoting.OUTSIDE:
                return
            yield at

    def _draft_at(self, at: int) -> Draft | None:
        """The draft whose cue holds token `at`, or else a new one, if that has a mention."""
        here = self.block.tokens.span(at, at + 1)
        for draft in self.drafts:
            if draft.cue.overlaps(here):
                return draft if draft.mention is not None else None
        return self._asked(self.number, at)

    def _asked(self, number: int, at: int) -> Draft | None:
        """A new draft without contents for a cue that the first stage passed over, if the second finds a mention."""
        draft = ask(self.reading, number, self.blocks[number], at, "quotation's cue")
        if draft.mention is None:
            return None
        draft.contents = []
        self.drafts_of[number].append(draft)
        return draft

    def _pointed(self, colon: int) -> Draft | None:
        """A draft for a colon behind what itself speaks: "... by this finding: “...”"."""
        tokens = self.block.tokens
        if colon < 2 or tokens.text[colon] != ":" or tokens.text[colon - 1] not in _SAYINGS:
            return None
        if tokens.text[colon - 2].lower() not in _POINTERS:
            return None
        draft = Draft(self.number, tokens.span(colon, colon + 1), tokens.span(colon - 2, colon), [], "quotation's cue")
        self.drafts.append(draft)
        return draft

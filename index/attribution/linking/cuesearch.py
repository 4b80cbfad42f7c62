"""The cue beside a quotation on the page: the verb, noun or colon that ascribes it, found from the quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.announced import author_in
from index.attribution.linking.drafts import LinkDraft, ask, plain_subject
from index.attribution.quotations import Quotation
from index.attribution.tagger.frames import Reading
from index.model.article import Act
from index.text.cues import cue_acts
from index.text.words import DETERMINERS

_RUNNING = frozenset({",", "?", "!", "—", "–", "--", "…"})  # before a closing mark: the sentence goes on
_LEADS = frozenset({",", ":"})
_PUTS = frozenset({"put", "puts"})
_CALLS = frozenset("call calls called calling dub dubs dubbed brand branded label labelled labeled".split())
_SAYINGS = frozenset(
    "comment comments statement remarks remark message tweet words reply response question finding".split()
)
_POINTERS = frozenset({"this", "the", "these"})
_FINITE = ("ed", "put", "written", "said", "wrote", "told", "sang", "read")
_VERBAL = ("ed", "s", "began", "put", "shot", "spat", "went")
_TITLED = frozenset("titled called named entitled slogan title sticker sign banner headline caption".split())
_OWNERS = frozenset({"his", "her", "their", "its"})
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_TAG = 6  # tokens from a quotation to a verb of no list
_WINDOW = 45  # tokens beside a quotation that are searched for its cue
_NEAR = 12  # tokens between a verb of calling, or a noun of saying, and what it goes with


@dataclass(frozen=True, slots=True)
class CueSearch:
    """Looks for the cues of the quotations of block `number`; new drafts are added to `drafts`."""

    reading: Reading
    blocks: Sequence[Block]
    number: int
    drafts_of: Sequence[list[LinkDraft]]

    @property
    def block(self) -> Block:
        """The block searched."""
        return self.blocks[self.number]

    @property
    def drafts(self) -> list[LinkDraft]:
        """The drafts of the block searched."""
        return self.drafts_of[self.number]

    def introducing(self, quotation: Quotation) -> LinkDraft | None:
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

    def titled(self, quotation: Quotation) -> LinkDraft | None:
        """Whose message a colon behind no verb of saying announces: "Ruiz's verdict: “Go”", "her advice is: “Go”"."""
        colon = self._first(quotation) - 1
        if colon < 1 or self.block.tokens.text[colon] != ":":
            return None
        reach = list(self._back(colon))
        if not reach or any(
            cue_acts().get(self.block.tokens.text[at].lower()) is Act.SAID and self._reports(at) for at in reach
        ):
            return None
        owner = author_in(self.block, reach[-1], colon)
        if owner is None:
            return None
        tokens = self.block.tokens
        draft = LinkDraft(self.number, tokens.span(colon, colon + 1), tokens.span(*owner), [], "quotation's cue")
        self.drafts.append(draft)
        return draft

    def adjacent(self, quotation: Quotation) -> LinkDraft | None:
        """Whose participle leads right up to a quotation: "a crowd came past the hall, chanting, “...”"."""
        words = self.block.tokens.text
        at = self._first(quotation) - 1
        while at > 0 and words[at] in _LEADS:
            at -= 1
        if at < 1 or not words[at].endswith("ing") or not self._reports(at):
            return None
        if self.block.quoting[at] is not Quoting.OUTSIDE:
            return None
        here = self.block.tokens.span(at, at + 1)
        found = self._draft_at(at) or next((d for d in self.drafts if d.cue.overlaps(here)), None)
        if found is None:
            # A participle has its mention from the verb before it, which comes later.
            found = LinkDraft(self.number, here, None, [], "quotation's cue")
            self.drafts.append(found)
        return found

    def direct(self, quotation: Quotation) -> LinkDraft | None:
        """Whose plain verb stands right before a quotation: "Ana Ruiz boasted, “...”"."""
        words = self.block.tokens.text
        at = self._first(quotation) - 2
        plain = (
            at > 0
            and words[at + 1] in _LEADS
            and words[at].endswith(_FINITE)
            and self.block.quoting[at] is Quoting.OUTSIDE
        )
        return self._draft_at(at) if plain and self._reports(at) else None

    def putting(self, quotation: Quotation) -> LinkDraft | None:
        """Who "put it" so, in an aside before a quotation: as The Gazette put it in an editorial, “folly”."""
        words = self.block.tokens.text
        for at in self._back(self._first(quotation)):
            if at and words[at] == "it" and words[at - 1] in _PUTS:
                return self._asked(self.number, at - 1)
        return None

    def calling(self, quotation: Quotation) -> LinkDraft | None:
        """Who gives something a short name in quotation marks: The Gazette called the plan “folly”."""
        for at in self._back(self._first(quotation), _NEAR):
            if self.block.tokens.text[at].lower() in _CALLS:
                return self._draft_at(at)
        return None

    def trailing(self, quotation: Quotation) -> LinkDraft | None:
        """Who said a quotation that its own sentence goes on to ascribe: "...," Mr. King added."""
        block, acts = self.block, cue_acts()
        words = block.tokens.text
        first, last = block.tokens.range(quotation.span)
        starts = first == 0 or block.stops[first - 1] or block.quoting[first - 1] is Quoting.CLOSING
        if quotation.open or not starts or last < 2 or words[last - 2] not in _RUNNING:
            return None
        for at in range(last, min(len(words), last + _WINDOW)):
            if block.stops[at] or block.quoting[at] is not Quoting.OUTSIDE:
                break
            act = acts.get(words[at].lower())
            if act is not None:
                # Any other act belongs to a sentence with a verb of its own.
                return self._draft_at(at) if act is Act.SAID else None
        return self._by_unlisted(last) if words[last - 2] == "," else None

    def _by_unlisted(self, last: int) -> LinkDraft | None:
        """Who said a quotation whose comma a verb of no list follows: "...," Mr. King chuckled."""
        words = self.block.tokens.text
        for at in range(last + 1, min(len(words), last + _TAG)):
            if self.block.stops[at]:
                return None
            if words[at].endswith(_VERBAL) and words[at].islower() and words[at - 1] not in DETERMINERS:
                return self._draft_at(at)
        return None

    def wording(self, quotation: Quotation) -> LinkDraft | None:
        """In whose words a quotation is: "In the words of Ana Ruiz, “...”", "in her words, “...”", "“...”, in the words
        of Ana Ruiz"."""
        block = self.block
        words = block.tokens.text
        first, last = block.tokens.range(quotation.span)
        for at in self._back(first - (first > 0 and words[first - 1] in _LEADS), _WINDOW // 2):
            if words[at] == "words":
                end = first - (words[first - 1] in _LEADS)
                return self._worded(at, end)
        if last + 4 < len(words) and words[last] == "," and words[last + 3] == "words":
            end = next((i for i in range(last + 5, len(words)) if block.stops[i]), len(words))
            return self._worded(last + 3, end)
        return None

    def _worded(self, at: int, end: int) -> LinkDraft | None:
        tokens = self.block.tokens
        text = [word.lower() for word in tokens.text]
        opens = next((i for i in range(at - 1, max(-1, at - _NEAR), -1) if text[i] in ("in", "by")), None)
        if opens is None:
            return None
        if text[opens + 1 : at + 2] == ["the", "words", "of"] and at + 2 < end:
            cue, mention = tokens.span(opens, at + 2), tokens.span(at + 2, end)
        elif at + 1 == end and at > opens + 1:
            owner = at - (text[at - 1] == "own")
            clitic = text[owner - 1] in _CLITICS
            if not clitic and text[owner - 1] not in _OWNERS:
                return None
            owner -= clitic
            cue, mention = tokens.span(at, at + 1), tokens.span(opens + 1, max(opens + 2, owner))
        else:
            return None
        draft = LinkDraft(self.number, cue, mention, [], "quotation's cue")
        self.drafts.append(draft)
        return draft

    def leading(self, quotation: Quotation) -> LinkDraft | None:
        """Who said a quotation that its own sentence leads up to with a reporting verb, "put it" or a colon."""
        words = self.block.tokens.text
        first = self._first(quotation)
        for at in self._back(first):
            if words[at] in _TITLED:
                return None
            reports = self._reports(at) or (words[at] == "it" and words[at - 1] in _PUTS)
            if reports or (words[at] == ":" and at == first - 1):
                verb = at - (words[at] == "it")
                found = self._asked(self.number, verb) or self._pointed(first - 1)
                if found is not None or words[at] != ":":
                    return found
        return None

    def announcing(self, quotation: Quotation) -> LinkDraft | None:
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

    def _reports(self, at: int) -> bool:
        """Whether token `at` is a verb of saying, and not a noun that looks like one: "the ruling"."""
        words = self.block.tokens.text
        noun = at > 0 and (words[at - 1].lower() in DETERMINERS or words[at - 1] in ("’s", "'s"))
        return cue_acts().get(words[at].lower()) is Act.SAID and not (noun and words[at].endswith(("ing", "s")))

    def _first(self, quotation: Quotation) -> int:
        return self.block.tokens.range(quotation.span)[0]

    def _back(self, end: int, reach: int = _WINDOW) -> Iterator[int]:
        """Tokens before `end`, nearest first, as far as they are outside quotations and in one sentence."""
        for at in range(end - 1, max(-1, end - 1 - reach), -1):
            if self.block.stops[at] or self.block.quoting[at] is not Quoting.OUTSIDE:
                return
            yield at

    def _draft_at(self, at: int) -> LinkDraft | None:
        """The draft whose cue holds token `at`, or else a new one, if that has a mention."""
        here = self.block.tokens.span(at, at + 1)
        for draft in self.drafts:
            if draft.cue.overlaps(here):
                return draft if draft.mention is not None else None
        return self._asked(self.number, at)

    def _asked(self, number: int, at: int) -> LinkDraft | None:
        """A new draft without contents for a cue that the first stage passed over, if the second finds a mention."""
        draft = ask(self.reading, number, self.blocks[number], at, "quotation's cue")
        words = self.blocks[number].tokens.text
        if draft.mention is None and words[at].endswith(_FINITE):
            draft.mention = plain_subject(self.blocks[number], at)
        if draft.mention is None:
            return None
        draft.contents = []
        self.drafts_of[number].append(draft)
        return draft

    def _pointed(self, colon: int) -> LinkDraft | None:
        """A draft for a colon behind what itself speaks: "... by this finding: “...”"."""
        tokens = self.block.tokens
        if colon < 2 or tokens.text[colon] != ":" or tokens.text[colon - 1] not in _SAYINGS:
            return None
        if tokens.text[colon - 2].lower() not in _POINTERS:
            return None
        draft = LinkDraft(
            self.number, tokens.span(colon, colon + 1), tokens.span(colon - 2, colon), [], "quotation's cue"
        )
        self.drafts.append(draft)
        return draft

"""Every quotation given to exactly one cue: the verb, noun or colon beside it on the page that ascribes it.

A draft that reports part of a quotation reports all of it; a quotation that none reports goes to the cue beside it,
or carries on the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.attribution.cues import cue_acts
from index.attribution.linking.drafts import LinkDraft, ask
from index.attribution.quotations import Quotation
from index.attribution.tagger.frames import Reading
from index.model.article import Act, Span

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

    def adjacent(self, quotation: Quotation) -> LinkDraft | None:
        """Whose participle leads right up to a quotation: "a crowd came past the hall, chanting, “...”"."""
        words = self.block.tokens.text
        at = self._first(quotation) - 1
        while at > 0 and words[at] in _LEADS:
            at -= 1
        if at < 1 or not words[at].endswith("ing") or cue_acts().get(words[at].lower()) is not Act.SAID:
            return None
        return self._draft_at(at) if self.block.quoting[at] is Quoting.OUTSIDE else None

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
                return None
            act = acts.get(words[at].lower())
            if act is not None:
                # Any other act belongs to a sentence with a verb of its own.
                return self._draft_at(at) if act is Act.SAID else None
        return None

    def leading(self, quotation: Quotation) -> LinkDraft | None:
        """Who said a quotation that its own sentence leads up to with a reporting verb, "put it" or a colon."""
        words = self.block.tokens.text
        first = self._first(quotation)
        for at in self._back(first):
            reports = cue_acts().get(words[at].lower()) is Act.SAID or (words[at] == "it" and words[at - 1] in _PUTS)
            if reports or (words[at] == ":" and at == first - 1):
                return self._asked(self.number, at) or self._pointed(first - 1)
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


_SHORT = 4  # words; a shorter quotation without a sentence's end may be a title or scare quotes
_ENDS = frozenset({".", "?", "!", ","})
_NEGATIONS = frozenset({"not", "'t", "’t", "never", "declined", "refused"})
_AND = frozenset({"and", "or", ","})


def reconcile(reading: Reading, blocks: Sequence[Block], number: int, drafts_of: Sequence[list[LinkDraft]]) -> None:
    """Give every quotation of block `number` that is more than a label to exactly one draft."""
    block, drafts = blocks[number], drafts_of[number]
    search = CueSearch(reading, blocks, number, drafts_of)
    previous: LinkDraft | None = None
    for quotation in block.quotations:
        span = quotation.span
        outside = [d for d in drafts if not d.cue.overlaps(span) and not _says_nothing(block, d, quotation)]
        owner = max(outside, key=lambda d: d.overlap(span), default=None)
        if owner is not None and not owner.overlap(span):
            owner = None
        if previous is not None and _joined(block, quotation, previous):
            owner = previous
        elif _is_speech(block, quotation):
            owner = (
                search.introducing(quotation)
                or search.adjacent(quotation)
                or search.putting(quotation)
                or search.trailing(quotation)
                or (owner if owner is not None and owner.cue.start > span.start else None)
                or _goes_on(block, quotation, outside)
                or owner
                or _beside(block, quotation, outside)
                or _carry_on(blocks, number, quotation, drafts_of, previous)
                or search.leading(quotation)
                or search.announcing(quotation)
                or previous
            )
        else:
            owner = search.calling(quotation) or owner
        if owner is not None:
            _take(drafts, owner, span)
            drafts[:] = [d for d in drafts if d is owner or not span.holds(d.cue)]
            previous = owner


def _take(drafts: Sequence[LinkDraft], owner: LinkDraft, span: Span) -> None:
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


def _says_nothing(block: Block, draft: LinkDraft, quotation: Quotation) -> bool:
    """Whether a cue of another sentence is negated, so that the quotation cannot be its: "He did not suggest a ban."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    if not any(word.lower() in _NEGATIONS for word in tokens.text[first:last]):
        return False
    low, high = tokens.range(quotation.span)
    return any(block.stops[last:low]) or any(block.stops[high:first])


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


def _is_speech(block: Block, quotation: Quotation) -> bool:
    first, last = block.tokens.range(quotation.span)
    words = block.tokens.text[first:last]
    return sum(word[0].isalnum() for word in words) >= _SHORT or any(word in _ENDS for word in words[-2:])


def _goes_on(block: Block, quotation: Quotation, drafts: Sequence[LinkDraft]) -> LinkDraft | None:
    """Who goes on speaking in a quotation that starts a sentence: whoever spoke in the sentence before it."""
    first = block.tokens.range(quotation.span)[0]
    if first == 0 or not block.stops[first - 1]:
        return None
    start = next((i + 1 for i in range(first - 2, -1, -1) if block.stops[i]), 0)
    before = [d for d in drafts if start <= block.tokens.index(d.cue.start) < first and _speaks(d, block)]
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

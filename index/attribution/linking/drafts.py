"""Links, and the drafts that frames become before they are links."""

from dataclasses import dataclass
from itertools import pairwise

from index.attribution.blocks import Block, Quoting
from index.attribution.tagger.frames import Frame, Range, Reading
from index.model.article import Act, Span
from index.text.cues import cue_acts
from index.text.words import CALENDAR, COMMON, PARTICLES


@dataclass(frozen=True, slots=True)
class Link:
    """Contents tied to their cue and mention, before anybody is named.

    Attributes
    ----------
    content : tuple of Span
        One or more disjoint spans in order.
    cue : Span | None
    mention : Span | None
    outlet : Span | None
        The words that name a cited outlet or document ("told *the Guardian*"), where there is one.
    rule : str
        The name of the pattern that tied them together.
    """

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    outlet: Span | None
    rule: str


_CLITICS = frozenset({"’s", "'s", "’re", "'re", "’ve", "'ve", "’d", "'d", "’ll", "'ll", "’m", "'m"})
_PASSIVE = frozenset({"was", "were", "be", "been", "being", "is", "are"})
_TOLD = frozenset(
    "asked told urged warned informed advised accused criticised criticized blamed praised questioned pressed reminded "
    "challenged expected recommended proposed required encouraged instructed invited ordered believed".split()
)
_ADVERBIAL = ("edly", "ingly", "ently", "antly", "ously", "fully", "ately", "ically")
_INDEFINITE = frozenset("one a an another the his her their".split())
_SAYING = ("ed", "said", "says", "asks", "adds", "replies", "wrote", "writes")
_OPENING = frozenset({"who", "whose", "which", "a", "an", "the"})  # words that an aside begins with
_ASIDE = 24  # tokens of an aside at most
_BETWEEN = frozenset("has have had also then later once even again".split())
_SUBJECTS = frozenset({"he", "she", "they"})
_GOING_ON = frozenset("and but as before while when after though".split())
_TURNING = frozenset({"but", "while", "although", "though"})
_CLAUSE = _SUBJECTS | frozenset("it is are was were had has".split())
# Words that alone name nobody.
_POINTING = frozenset(
    "the a an of to by from in on at for with as like why how when where instead even just only if whether".split()
)


@dataclass(slots=True)
class LinkDraft:
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


def draft_of(frame: Frame, block: Block, rule: str) -> LinkDraft:
    """The frame as a draft."""

    def span(r: Range) -> Span:
        return block.tokens.span(r.first, r.last)

    mention, cue = frame.mention, frame.cue
    opened = _opened(cue, block)
    if opened is not None and mention is not None and mention.first == opened.first:
        opened = None  # as the frame has it, with what describes who speaks
    if opened is not None:
        cue, mention = Range(cue.first, cue.first + 1), opened
    elif mention is None:
        cue, mention = _inverted(cue, block)
    if mention is not None and mention.last - mention.first == 2 and block.tokens.text[mention.first + 1] in _CLITICS:
        mention = Range(mention.first, mention.first + 1)  # "who's called for": the clitic is the cue's auxiliary
    if mention is not None and all(map(_is_nobody, block.tokens.text[mention.first : mention.last])):
        mention = None
    if mention is not None and mention.last <= cue.first and _is_told(cue, block):
        mention = None
    if mention is not None:
        mention = _without_clause(_in_one_sentence(mention, frame.cue, block), frame.cue, block)
    contents = [*frame.contents]
    if opened is not None:
        contents = [r for r in (_behind(r, opened, block) for r in contents) if r.first >= opened.last]
    return LinkDraft(
        frame.block,
        span(cue),
        span(mention) if mention else None,
        [span(r) for r in contents],
        rule,
    )


def _is_nobody(word: str) -> bool:
    """Whether a word alone names nobody: "Instead", "Increasingly", "26"."""
    return word.lower() in _POINTING or word.isdigit() or word.endswith(_ADVERBIAL)


def _is_told(cue: Range, block: Block) -> bool:
    """Whether a cue is passive, so that who stands before it hears rather than speaks: "Ruiz was asked whether"."""
    words = [word.lower() for word in block.tokens.text[max(0, cue.first - 1) : cue.last]]
    return any(a in _PASSIVE and b in _TOLD for a, b in pairwise(words))


def _inverted(cue: Range, block: Block) -> tuple[Range, Range | None]:
    """A cue and the name that it took in: "Said Ellis:"."""
    words = block.tokens.text[cue.first : cue.last]
    end = len(words) - (words[-1] in (":", ","))
    if end < 2 or cue_acts().get(words[0].lower()) is not Act.SAID or not all(w[0].isupper() for w in words[1:end]):
        return cue, None
    return Range(cue.first, cue.first + 1), Range(cue.first + 1, cue.first + end)


def _opened(cue: Range, block: Block) -> Range | None:
    """The name behind a verb that opens a sentence and leads to a quotation: "Added [Ruiz], laughing: “Go”"."""
    words, at = block.tokens.text, cue.first
    opens = at == 0 or block.stops[at - 1] or block.quoting[at - 1] is Quoting.CLOSING
    verb = words[at].lower()
    says = cue_acts().get(verb) is Act.SAID and verb.endswith(_SAYING) and (verb == "asked" or verb not in _TOLD)
    if not opens or not says or not words[at][0].isupper():
        return None
    last = at + 1
    if words[last : last + 1] and words[last] in _INDEFINITE:
        while last < len(words) and words[last] not in (",", ":"):
            last += 1
    elif words[last : last + 1] and words[last].lower() not in COMMON | CALENDAR:
        while last < len(words) and _goes_on(block, last):
            last += 1
    for mark in range(last, min(len(words) - 1, last + _ASIDE)):
        if block.stops[mark] or block.quoting[mark] is not Quoting.OUTSIDE:
            return None
        if words[mark] in (":", ",") and block.quoting[mark + 1] is not Quoting.OUTSIDE:
            return Range(at + 1, last) if last > at + 1 else None
    return None


def _goes_on(block: Block, at: int) -> bool:
    """Whether a name goes on with token `at`."""
    word = block.tokens.text[at]
    named = word[0].isupper() or word.lower() in PARTICLES
    return block.quoting[at] is Quoting.OUTSIDE and (named or word == ".") and not block.stops[at]


def _behind(content: Range, name: Range, block: Block) -> Range:
    """What a frame took for content, without the name that stands in it and what else leads up to the quotation."""
    first = content.first
    while name.first <= content.first and first < content.last - 1 and block.quoting[first] is Quoting.OUTSIDE:
        first += 1
    return Range(first, content.last)


def _in_one_sentence(mention: Range, cue: Range, block: Block) -> Range:
    """The part of a mention on its cue's side of any sentence's end inside it."""
    inside = [i for i in range(mention.first + 1, mention.last - 1) if block.stops[i]]
    if not inside:
        return mention
    return Range(inside[-1] + 1, mention.last) if mention.last <= cue.first else Range(mention.first, inside[0])


def _without_clause(mention: Range, cue: Range, block: Block) -> Range:
    """A mention without a clause that a conjunction parts from it: "said [Ruiz], and for once she smiled", "some agree,
    but [Ruiz] said"."""
    words = block.tokens.text
    commas = [at for at in range(mention.first + 1, mention.last - 2) if words[at] == ","]
    if mention.first < cue.last:
        turns = [at + 2 for at in commas if words[at + 1] in _TURNING]
        return Range(turns[-1], mention.last) if turns else mention
    for at in commas:
        if words[at + 1] in _GOING_ON and not _CLAUSE.isdisjoint(words[at + 2 : mention.last]):
            return Range(mention.first, at)
    return mention


def plain_subject(block: Block, at: int) -> Span | None:
    """The pronoun or the name right before a verb at token `at`: "Dunn boasted", "she also said"."""
    words = block.tokens.text
    last = at
    while last > 0 and (words[last - 1].lower() in _BETWEEN or words[last - 1].endswith("ly")):
        last -= 1
    last = _before_aside(block, last)
    first = last
    while first > 0 and words[first - 1][0].isupper() and not block.stops[first - 1]:
        first -= 1
    if first < last and words[first].lower() in COMMON:
        first += 1
    if first == last and last > 0 and words[last - 1] in _SUBJECTS:
        first = last - 1
    outside = all(block.quoting[i] is Quoting.OUTSIDE for i in range(first, last))
    return block.tokens.span(first, last) if first < last and outside else None


def _before_aside(block: Block, last: int) -> int:
    """Where a name ends that an aside between commas parts from its verb: "Mo Beale, who is 27, put it so"."""
    words = block.tokens.text
    if last < 3 or words[last - 1] != ",":
        return last
    for at in range(last - 2, max(0, last - _ASIDE), -1):
        if block.stops[at]:
            return last
        if words[at] == "," and (words[at + 1] in _OPENING or words[at + 1].isdigit()):
            return at
    return last


def ask(reading: Reading, number: int, block: Block, at: int, rule: str) -> LinkDraft:
    """The draft of a cue at token `at` that the first stage passed over; it may have no mention or contents."""
    return draft_of(reading.ask(number, at), block, rule)

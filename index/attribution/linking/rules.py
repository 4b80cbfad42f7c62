"""What sentences and plain verbs correct in the tagger's frames."""

from collections.abc import Sequence, Set

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities
from index.attribution.linking.drafts import LinkDraft, ask, plain_subject
from index.attribution.tagger.frames import Frame, Reading, Tagged
from index.model.article import Act, ParagraphKind, Span
from index.text.cues import cue_acts
from index.text.folding import bare
from index.text.roles import GROUPS, ROLES
from index.text.tokens import DASHES
from index.text.words import BEING, COMMON, DETERMINERS

_REPORTS = frozenset({"according", ":"})
_NAMING = 5  # tokens of who is named in a headline at most
_DATELINE = 8  # tokens of a dateline at most
_TAIL = 5  # tokens from a cue to the end of the sentence that it closes
_STATED = 14  # tokens from a cue to the clause behind where it was said
_WHERE = frozenset({"in", "on", "at", "during", "through"})
_ADDRESSEE = 5  # tokens more where it says who was told
_OBJECT = 3  # words of an object that is no report
_PLAIN = frozenset({"said", "says", "told", "added"})
# Before the title of a work.
_WORKS = frozenset(
    """
    on in 's ’s show programme program series film movie book novel song album single podcast essay article column poem
    play hit track documentary memoir
    """.split()
)
_AGREEING = frozenset("agree agrees agreed disagree disagrees disagreed concurs concurred".split())
_VENUES = frozenset({"on", "in"})
# What speaks in a headline: "Poll: Most want the ferry".
_FINDING = frozenset("poll survey study report research data analysis audit inquiry records documents".split())
_SMALL = frozenset("a an and at by for from in of on or the to with & ’s 's".split())


def agreed(frame: Frame, tagged: Tagged) -> Frame:
    """`frame`, turned round where it takes for its mention what the first stage has for content, and that has another
    mention beside the cue: "The ferry sails again, [said] the mayor."."""
    mention, cue = frame.mention, frame.cue
    if mention is None or any(m.first < mention.last and mention.first < m.last for m in tagged.mentions):
        return frame
    content = next((c for c in tagged.contents if c.first < mention.last and mention.first < c.last), None)
    beside = next((m for m in tagged.mentions if m.first == cue.last or m.last == cue.first), None)
    if content is None or beside is None:
        return frame
    return Frame(frame.block, cue, beside, (content,))


def overlooked(reading: Reading, number: int, block: Block, drafts: list[LinkDraft]) -> None:
    """Ask for the frame of every plain verb of saying outside quotations that the first stage passed over."""
    words = block.tokens.text
    for at, word in enumerate(words):
        if word not in _PLAIN or block.quoting[at] is not Quoting.OUTSIDE:
            continue
        here = block.tokens.span(at, at + 1)
        draft = next((d for d in drafts if d.cue.overlaps(here)), None)
        if draft is None:
            if any(d.overlap(here) or (d.mention is not None and d.mention.holds(here)) for d in drafts):
                continue
            draft = ask(reading, number, block, at, "plain verb")
            if draft.mention is not None or draft.contents:
                keep_to_sentence(block, draft)
                drafts.append(draft)
    drafts += _inserted(number, block, drafts)
    for draft in drafts:
        cue = block.tokens.range(draft.cue)
        says = any(cue_acts().get(word.lower()) is Act.SAID for word in words[cue[0] : cue[1]])
        if not draft.contents and draft.mention is not None and says and block.quoting[cue[0]] is Quoting.OUTSIDE:
            draft.contents = _said_around(block, draft.mention, cue)
    drafts[:] = [draft for draft in drafts if draft.mention is not None or draft.contents]


def _inserted(number: int, block: Block, drafts: Sequence[LinkDraft]) -> list[LinkDraft]:
    """What is said around an insertion that the first stage passed over: "The pier, Ana Ruiz points out, is old"."""
    words = block.tokens.text
    found: list[LinkDraft] = []
    for at in range(2, len(words) - 3):
        end = at + 1 + (words[at + 1] == "out")
        if words[end] != "," or cue_acts().get(words[at]) is not Act.SAID or block.quoting[at] is not Quoting.OUTSIDE:
            continue
        cue, subject = block.tokens.span(at, end), plain_subject(block, at)
        first, last = sentence_of(block, at)
        comma = block.tokens.range(subject)[0] - 1 if subject is not None else 0
        apart = comma > first + 1 and words[comma] == "," and last - end > _OBJECT
        sentence = block.tokens.span(first, last)
        quoted = any(state is not Quoting.OUTSIDE for state in block.quoting[first:last])
        if not apart or quoted or any(d.cue.overlaps(sentence) or d.overlap(cue) for d in drafts):
            continue
        contents = [
            block.tokens.span(first, comma),
            block.tokens.span(end + 1, last - (not words[last - 1][0].isalnum())),
        ]
        found.append(LinkDraft(number, cue, subject, contents, "inserted"))
    return found


def _said_around(block: Block, mention: Span, cue: tuple[int, int]) -> list[Span]:
    """What a cue without content reports: the clause before it that a comma parts from cue and mention ("The ferry
    sails again, said the mayor."), or the "that" clause behind it ("said on X that ...")."""
    words = block.tokens.text
    if words[cue[1] - 1] == ":":
        return []
    first, last = sentence_of(block, cue[0])
    opens = min(cue[0], block.tokens.range(mention)[0])
    ends = max(cue[1], block.tokens.range(mention)[1])
    tail = _TAIL + _ADDRESSEE * (words[cue[1] - 1] == "told")
    if opens - first > 1 and words[opens - 1] == "," and last - ends <= tail:
        outside = all(state is Quoting.OUTSIDE for state in block.quoting[first:opens])
        return [block.tokens.span(first, opens - 1)] if outside else []
    that = next((at for at in range(cue[1], min(last, cue[1] + _TAIL)) if words[at] == "that"), None)
    if that is None and not _WHERE.isdisjoint(words[cue[1] : cue[1] + 1]):
        # "said in a statement read to the court that"
        reach = range(cue[1], min(last, cue[1] + _STATED))
        that = next((at for at in reach if words[at] in ("that", ",")), None)
        that = None if that is None or words[that] == "," else that
    if that is None or last - that < _TAIL or any(s is not Quoting.OUTSIDE for s in block.quoting[that:last]):
        return []
    return [block.tokens.span(that, last - (not words[last - 1][0].isalnum()))]  # without the mark


def sentence_of(block: Block, at: int) -> tuple[int, int]:
    """The tokens of the sentence of token `at`, its stop included."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if block.stops[i]), 0)
    last = next((i + 1 for i in range(at, len(block.stops)) if block.stops[i]), len(block.stops))
    return first, last


def keep_to_sentence(block: Block, draft: LinkDraft) -> None:
    """Leave a cue what is quoted, and what is paraphrased in its own sentence; other sentences are the writer's."""
    first, last = sentence_of(block, block.tokens.range(draft.cue)[0])
    own = block.tokens.span(first, last)
    kept = [
        part
        for content in draft.contents
        for part in ([content] if content.overlaps(own) else _quoted_in(content, block))
    ]
    subject = plain_subject(block, block.tokens.range(draft.cue)[0])
    if (
        draft.mention is not None
        and draft.mention.start >= own.end
        and subject is not None
        and subject.start >= own.start
    ):
        draft.mention = subject  # and the next sentence has its own
    agrees = not _AGREEING.isdisjoint(block.tokens.words(draft.cue))
    draft.contents = kept or ([] if agrees else draft.contents)


def _quoted_in(content: Span, block: Block) -> list[Span]:
    """What of `content` is quoted: “We will see,” without the "she said" behind it."""
    spans = (quotation.span for quotation in block.quotations if quotation.span.overlaps(content))
    return [Span(max(span.start, content.start), min(span.end, content.end)) for span in spans]


def leave_venue(block: Block, draft: LinkDraft) -> None:
    """Leave out where something is said: "says on [its website that] the boats sail"."""
    words, cue = block.tokens.text, block.tokens.range(draft.cue)
    if not any(cue_acts().get(word.lower()) is Act.SAID for word in words[cue[0] : cue[1]]):
        return
    for at, content in enumerate(draft.contents):
        low, high = block.tokens.range(content)
        if (
            not cue[1] - 1 <= low - 1 <= cue[1]
            or words[low - 1] not in _VENUES
            or words[low].lower() not in DETERMINERS
        ):
            continue
        that = next((i for i in range(low + 2, min(low + _TAIL, high - 1)) if words[i] == "that"), None)
        if that is not None and words[that + 1].lower() not in BEING:
            draft.contents[at] = block.tokens.span(that, high)


def reach_back(block: Block, draft: LinkDraft, drafts: Sequence[LinkDraft]) -> None:
    """Give a cue that ends a sentence all of it but the dateline: "..., after sales fell, it said on Tuesday"."""
    words = block.tokens.text
    cue = block.tokens.range(draft.cue)
    first, last = sentence_of(block, cue[0])
    if draft.mention is None or len(draft.contents) != 1 or last - cue[1] > _TAIL or words[cue[0]] not in _PLAIN:
        return
    first = _behind_dateline(words, first, last, DASHES | {":"})
    low, high = block.tokens.range(draft.contents[0])
    mention = block.tokens.range(draft.mention)[0]
    if not (first < low and words[high : high + 1] == (",",) and mention == high + 1):
        return
    before = block.tokens.span(first, low)
    quoted = any(state is not Quoting.OUTSIDE for state in block.quoting[first:low])
    if words[low - 1] == "," and not quoted and not any(d is not draft and d.cue.overlaps(before) for d in drafts):
        draft.contents = [block.tokens.span(first, high)]


def _behind_dateline(words: Sequence[str], first: int, last: int, marks: Set[str]) -> int:
    """Where a sentence begins behind its dateline, which one of the `marks` ends: "TOLLAN: [Prices] will rise"."""
    if not words[first].isupper() or len(words[first]) < 2:
        return first
    return next((at + 1 for at in range(first, min(last, first + _DATELINE)) if words[at] in marks), first)


def without_dateline(content: Span, block: Block) -> Span:
    """`content` without the dateline that a block begins with."""
    first, last = block.tokens.range(content)
    begins = _behind_dateline(block.tokens.text, 0, last, {":"}) if first == 0 else 0
    return block.tokens.span(begins, last) if 0 < begins < last else content


def is_title(block: Block, quotation: Span) -> bool:
    """Whether a quotation is the title of a work or of a programme: "said on “Face the Day” that"."""
    first = block.tokens.range(quotation)[0]
    return first > 0 and block.tokens.text[first - 1] in _WORKS and is_named(block, quotation)


def is_named(block: Block, quotation: Span) -> bool:
    """Whether a quotation is written like a name, each word of it but the small ones with a capital."""
    words = [word for word in block.tokens.words(quotation) if word[0].isalnum() or word in _SMALL]
    return (
        bool(words)
        and words[0][0].isupper()
        and all(word[0].isupper() or word in _SMALL or word[0].isdigit() for word in words)
    )


def named_with(block: Block, start: int, colon: int, text: str) -> str | None:
    """What stands from a character on up to the word behind a colon, at token `colon`, if it can be within the name of
    a work: "Salt Harbour: Low"."""
    following = block.tokens.text[colon + 1 : colon + 2]
    if not following or not following[0][0].isupper() or following[0].lower() in COMMON:
        return None
    return text[start : block.tokens.end[colon + 1]]


def is_label(block: Block, draft: LinkDraft, entities: Entities) -> bool:
    """Whether it is a label and its colon that begin a block, "NORTHBY: The ferry sails", "Rovers: Holt is ill", or the
    name of a work that has one and stands elsewhere too."""
    mention, colon = draft.mention, block.tokens.range(draft.cue)[0]
    if mention is None or block.tokens.text[colon] != ":":
        return False
    work = named_with(block, mention.start, colon, entities.text)
    if work is not None and entities.text.count(work) > 1:
        return True
    if mention.start != block.tokens.start[0]:
        return False
    name = entities.text[mention.start : mention.end]
    quoted = any(q.span.start - draft.cue.end in (0, 1) for q in block.quotations)
    named = entities.within(mention)
    if quoted or any(m.human for m in named):
        return False
    known = bare(name.split()[-1]) in GROUPS | ROLES and not named
    return name.isupper() or not (known or _in_headline(block, entities))


def is_topic(block: Block, draft: LinkDraft, entities: Entities) -> bool:
    """Whether what begins a headline and its colon is what that is about: "Ferry strike: “We sail again”"."""
    mention = draft.mention
    if mention is None or mention.start != block.tokens.start[0] or not _in_headline(block, entities):
        return False
    cue, name = (entities.text[span.start : span.end] for span in (draft.cue, mention))
    known = bare(name.split()[-1]) in GROUPS | ROLES | _FINDING
    alone = cue[-1] == ":" and not any(word.lower() in cue_acts() for word in cue[:-1].split())
    return alone and not known and not any(m.span.end == mention.end for m in entities.within(mention))


def leave_topic(block: Block, draft: LinkDraft, entities: Entities) -> None:
    """Leave what is quoted before a headline's colon to nobody, where that is about something: "“We sail”: Owner’s joy
    as the ferry docks"."""
    mention = draft.mention
    if mention is None or not _in_headline(block, entities) or mention.start < draft.cue.end:
        return
    first, last = block.tokens.range(mention)
    named = any(m.human and m.span.start == mention.start for m in entities.within(mention))
    if entities.text[draft.cue.start : draft.cue.end] == ":" and last - first > _NAMING and not named:
        draft.mention = None


def _in_headline(block: Block, entities: Entities) -> bool:
    return entities.sentences[entities.sentence_at(block.tokens.start[0])].kind is ParagraphKind.HEADLINE


def is_no_report(block: Block, draft: LinkDraft) -> bool:
    """Whether a few unquoted words are only the object of a verb that reports nothing: "stood outside [the hall]"."""
    if draft.rule != "frame" or any(
        quotation.span.overlaps(c) for quotation in block.quotations for c in draft.contents
    ):
        return False
    words = block.tokens.text
    first, last = block.tokens.range(draft.cue)
    if any(word.lower() in cue_acts() or word.lower() in _REPORTS for word in words[first:last]):
        return False
    ranges = [block.tokens.range(content) for content in draft.contents]
    return sum(word[0].isalnum() for low, high in ranges for word in words[low:high]) <= _OBJECT

"""Voices: passives and frames in which the subject of the sentence is not who speaks.

"The plan was described by *the charity* as folly", "Asked by *the judge* whether ...", "in the words of *Ana Ruiz*",
"the Gazette quoted *Ana Ruiz* as saying".
"""

from collections.abc import Iterator, Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft, plain_subject
from index.attribution.linking.media import name_at
from index.attribution.linking.rules import sentence_of
from index.attribution.linking.unsaid import ASKED, opens
from index.model.article import Span
from index.text.cues import cue_acts
from index.text.outlets import DOCUMENTS
from index.text.words import BEING, BREAKING, FINITE, PRONOUNS, words

_HEARD = words("told tells tell informed asked")
_ACCUSED = words("accused charged")
_QUOTED = words("quoted quotes quoting cited")
_CALLED = words("called dubbed labelled labeled branded nicknamed")
_AS_SAYING = ("as", "saying")
_WHOM = 12  # tokens of whom something else quotes
# What stands behind a by-agent.
_AGAIN = words("that whether if to as on about in for because how what why when where who which")
_FINDS = words(
    "found finds shows showed show suggests suggested suggest reveals revealed concludes concluded indicates "
    "indicated indicate unveiled confirms"
)
_RESEARCH = words(
    "study studies report reports research survey surveys poll polls analysis review data figures records "
    "documents minutes findings statistics paper papers audit e-mails emails memo inquiry modelling"
)
_OPENERS = words("and but as yet so now still meanwhile however")
_MARKS = frozenset({",", "-", "–", "—", "("})
_HEAD, _FRONTED, _CLAUSE = 7, 6, 4  # tokens to a document's noun, to a comma before it, and of what it finds
_HEARERS = words("court jury jurors inquest inquiry hearing tribunal")
_FURTHEST = 16  # tokens of who is named in a frame


def revoice(block: Block, draft: LinkDraft) -> None:
    """Give a passive to its by-agent, and a quotation at second hand to whom it quotes."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    cue = [word.lower() for word in tokens.text[first:last]]
    before = [word.lower() for word in tokens.text[max(0, first - 2) : first]]
    passive = not BEING.isdisjoint([*before, *cue]) and _QUOTED.isdisjoint(cue)
    if passive or (cue[0] in ASKED and opens(block, first)):
        _by_agent(block, draft, last, accused=not _ACCUSED.isdisjoint(cue))
    if not _QUOTED.isdisjoint(cue) and draft.contents:
        _at_second_hand(block, draft)
    if tuple(tokens.text[first - 1 : last]) == _AS_SAYING:
        _quoted_by(block, draft)
    if draft.mention is not None and cue == ["told"] and _is_told(block, draft.mention, last):
        draft.mention = None
    if draft.mention is None and _HEARD.isdisjoint(cue):
        _turn_round(block, draft, last)


def _is_told(block: Block, mention: Span, last: int) -> bool:
    """Whether those named are told, and tell nobody: "Court [told] of the missing money"."""
    hearer = [word.lower() for word in block.tokens.words(mention)[-1:]]
    return not _HEARERS.isdisjoint(hearer) and block.tokens.text[last : last + 1] in (("of",), ("that",), ("how",))


def give_own_voice(block: Block, draft: LinkDraft, drafts: Sequence[LinkDraft]) -> None:
    """Name the subject of a verb within what somebody else reports: "Fry said [Lyle] had told her: “Go”"."""
    mention, tokens = draft.mention, block.tokens
    if mention is None or mention.end > draft.cue.start:
        return
    around = [
        other.cue
        for other in drafts
        if other.mention == mention and mention.end <= other.cue.start and other.cue.end <= draft.cue.start
    ]
    if not around:
        return
    subject = plain_subject(block, tokens.range(draft.cue)[0])
    if subject is None:
        return
    low, start = max(tokens.range(cue)[1] for cue in around), tokens.range(subject)[0]
    named = start >= low and tokens.text[start][0].isupper()
    if named and (start == low or tokens.text[start - 1].lower() == "that"):
        draft.mention = subject


def _turn_round(block: Block, draft: LinkDraft, last: int) -> None:
    """Name the subject right behind a cue that ends its sentence: "..., says [a new report by the board]"."""
    tokens = block.tokens
    first = tokens.range(draft.cue)[0]
    said = any(content.end <= draft.cue.start for content in draft.contents)
    if not said or not (tokens.text[first - 1] == "," or block.quoting[first - 1] is Quoting.CLOSING):
        return
    if tokens.text[last - 1 : last] != ("in",) and tokens.text[last : last + 1] == ("in",):
        last += 1  # "chimed in"
    stop = sentence_of(block, last)[1] - 1 if last < len(tokens) else last
    taken = [content for content in draft.contents if content.start == tokens.start[min(last, len(tokens) - 1)]]
    named = 0 < stop - last <= _FURTHEST and tokens.text[last][0].isupper()
    if taken or named:
        end = tokens.range(taken[0])[1] if taken else stop
        if any(word in cue_acts() and word not in DOCUMENTS for word in tokens.text[last:end]):
            return
        draft.mention = tokens.span(last, end)
        draft.contents = [content for content in draft.contents if content.end <= draft.cue.start]


def _by_agent(block: Block, draft: LinkDraft, last: int, *, accused: bool) -> None:
    """Name who a passive cue that ends before token `last` says did it: "described by [the charity] as"."""
    tokens = block.tokens
    if tokens.text[last : last + 1] == ("by",):
        last += 1
    elif tokens.text[last - 1] != "by":
        return
    end = _phrase_end(block, last)
    if accused and "of" in tokens.text[last:end]:
        end = tokens.text.index("of", last)
    if end == last:
        return
    mention = tokens.span(last, end)
    if draft.mention is not None and draft.mention.start > mention.end:
        return
    kept = [content for content in draft.contents if not content.overlaps(mention)]
    kept = [content for content in kept if len(content) > len("it")]
    if accused:
        kept = [content for content in kept if content.start > draft.cue.start] or kept
    if tokens.text[end : end + 1] == ("as",) and not any(content.start > mention.end for content in kept):
        stop = sentence_of(block, end)[1]
        kept.append(tokens.span(end + 1, max(end + 2, stop - (not tokens.text[stop - 1][0].isalnum()))))
    draft.mention, draft.contents = mention, kept


def _phrase_end(block: Block, at: int) -> int:
    """Where the noun phrase from token `at` on ends: with what the verb goes on with, a mark or the sentence."""
    text = block.tokens.text
    for end in range(at, min(len(text), at + _FURTHEST)):
        if block.quoting[end] is not Quoting.OUTSIDE or (text[end] in _AGAIN and end > at):
            return end
        if text[end] in (",", ";", ":", "(", "—", "–") or (block.stops[end] and not text[end][0].isalnum()):
            return end
        if block.stops[end]:
            return end + 1
    return at


def _at_second_hand(block: Block, draft: LinkDraft) -> None:
    """Give what is quoted to whom it quotes: "The Gazette quoted [Ana Ruiz] as saying"."""
    tokens = block.tokens
    quoted = draft.contents[0]
    first, last = tokens.range(quoted)
    if draft.cue.end > quoted.start:
        return
    at = next((i for i in range(first + 1, min(last, first + _WHOM) + 1) if tokens.text[i : i + 2] == _AS_SAYING), None)
    if at is None:
        return
    start = at + 2 + (tokens.text[at + 2 : at + 3] == ("that",))
    rest = [tokens.span(start, last)] if start < last else []
    if rest or len(draft.contents) > 1:
        draft.mention, draft.contents = tokens.span(first, at), rest + draft.contents[1:]


def _quoted_by(block: Block, draft: LinkDraft) -> None:
    """Give what another quotes somebody as saying to the latter: "[Ana Ruiz] was quoted by the Gazette as saying"."""
    first = block.tokens.range(draft.cue)[0]
    if draft.mention is None or block.tokens.range(draft.mention)[1] != first - 1:
        return
    by = block.tokens.range(draft.mention)[0] - 1
    words_ = block.tokens.text
    if by > 2 and words_[by] == "by" and words_[by - 1] in _QUOTED and words_[by - 2] in BEING:
        draft.mention = plain_subject(block, by - 2) or draft.mention


def findings(number: int, block: Block, drafts: list[LinkDraft]) -> None:
    """Add what documents are said to find and the first stage passed over: "The study by the board found that ..."."""
    tokens = block.tokens
    for at in range(1, len(tokens) - 1):
        if tokens.text[at] not in _FINDS or block.quoting[at] is not Quoting.OUTSIDE:
            continue
        here = tokens.span(at, at + 1)
        if any(d.overlap(here) or d.cue.overlaps(here) or (d.mention and d.mention.holds(here)) for d in drafts):
            continue
        first, last = sentence_of(block, at)
        named = _document_from(block, first, at)
        last -= not tokens.text[last - 1][0].isalnum()
        clause = at + 1 + (tokens.text[at + 1] == "that")
        told = clause > at + 1 or not FINITE.isdisjoint(tokens.text[clause:last]) or tokens.text[clause] in PRONOUNS
        if named is None or last - clause < _CLAUSE or not told:
            continue
        content = tokens.span(clause, last)
        if not any(d.overlap(content) or d.cue.overlaps(content) for d in drafts):
            drafts.append(LinkDraft(number, here, tokens.span(*named), [content], "document's finding"))


def _document_from(block: Block, first: int, verb: int) -> tuple[int, int] | None:
    """The noun phrase of a document that is the subject of a verb in the sentence from `first`."""
    text = block.tokens.text
    while first < verb and text[first].lower() in _OPENERS:
        first += 1
    end = verb - (text[verb - 1] in ("has", "have", "had", "also"))
    nouns = [at for at in range(first, end) if text[at].lower() in _RESEARCH]
    if not nouns:
        return None
    before = [at for at in range(first, min(nouns[0], first + _FRONTED)) if text[at] == ","]
    first = before[-1] + 1 if before else first  # "Last year, a study found"
    if nouns[0] - first > _HEAD or block.quoting[first] is not Quoting.OUTSIDE:
        return None
    inserted = next((at for at in range(nouns[0] + 1, end - 1) if text[at] in _MARKS), end)
    if inserted < end and text[end - 1] not in _MARKS:
        return None
    front, behind = text[first : nouns[0]], text[nouns[0] + 1 : inserted]
    plain = all(word[0].isalnum() or word in ("'s", "’s") for word in front)
    if not plain or not FINITE.isdisjoint([*front, *behind]) or not BREAKING.isdisjoint(behind):
        return None
    return (first, inserted) if len(behind) <= _FURTHEST else None


def worded(number: int, block: Block, drafts: list[LinkDraft]) -> None:
    """Give quotations that are told to be in somebody's words to whom they are: "In Dr. Ruiz's words, “...”"."""
    for quotation in block.quotations:
        found = _words_of(block, quotation.span) or _called_by(block, quotation.span)
        if found is None:
            continue
        cue, mention = found
        for draft in drafts:
            if draft.overlap(quotation.span):
                draft.contents = [content for content in draft.contents if not quotation.span.overlaps(content)]
        drafts.append(LinkDraft(number, cue, mention, [quotation.span], "in the words of"))


def _words_of(block: Block, quotation: Span) -> tuple[Span, Span] | None:
    """The words "in the words of" or "words" beside a quotation, and whose they are."""
    tokens = block.tokens
    text = tokens.text
    first, last = tokens.range(quotation)
    for at in _before(block, first):
        if [word.lower() for word in text[at : at + 4]] == ["in", "the", "words", "of"]:
            end = first - (text[first - 1] == ",")
            return (tokens.span(at, at + 4), tokens.span(at + 4, end)) if end > at + 4 else None
    before = first - 1 - (text[first - 1] in (",", ":"))
    if before > 1 and text[before] == "words" and text[before - 1] in ("'s", "’s", "'", "’"):
        start = next((at for at in _before(block, before) if text[at].lower() == "in"), None)
        if start is not None and start + 1 < before - 1:
            return tokens.span(before, before + 1), tokens.span(start + 1, before - 1)
    at = last + (text[last : last + 1] == (",",))
    if text[at : at + 4] == ("in", "the", "words", "of"):
        end = _phrase_end(block, at + 4)
        if text[end : end + 1] == (",",) and end + 1 < len(text) and text[end + 1][0].isupper():
            name = name_at(block, end + 1)  # "one broker, Ana Ruiz of Kofar Capital"
            if name is not None:
                end = next((i for i in range(name.first, name.last) if text[i] in ("of", "at", "from")), name.last)
        return (tokens.span(at, at + 4), tokens.span(at + 4, end)) if end > at + 4 else None
    return None


def _called_by(block: Block, quotation: Span) -> tuple[Span, Span] | None:
    """The verb before a quotation, and who behind it calls something so: was called “a sieve” by [Ana Ruiz]."""
    tokens = block.tokens
    first, last = tokens.range(quotation)
    if first < 2 or tokens.text[first - 1] not in _CALLED or tokens.text[last : last + 1] != ("by",):
        return None
    end = _phrase_end(block, last + 1)
    return (tokens.span(first - 1, first), tokens.span(last + 1, end)) if end > last + 1 else None


def _before(block: Block, end: int) -> Iterator[int]:
    """Tokens before `end`, nearest first, outside quotations and in its sentence."""
    for at in range(end - 1, max(-1, end - 1 - _FURTHEST - 4), -1):
        if block.stops[at] or block.quoting[at] is not Quoting.OUTSIDE:
            return
        yield at

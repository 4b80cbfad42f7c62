"""Venues: the outlet that a sentence frames as one, to whom or where something was said.

"X told *Variety*", "said X in an interview with *Paint*", "Writing in *the Guardian*, X said", "X reports for *NPR*",
"a study published in *Salt Letters*", "according to X of *the Argus*". Whom else something was told to, the court, the
police, a person, is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import Link
from index.attribution.linking.media import Media, called_at, medium_at, name_at, outlet_at
from index.attribution.linking.rules import sentence_of
from index.model.article import Span
from index.text.mastheads import is_known_outlet
from index.text.outlets import DOCUMENTS
from index.text.words import words

_TOLD = words("told tells tell telling informed texted emailed e-mailed messaged")
_ADMITTED = words("confirmed admitted revealed confided")  # to an outlet, if to anybody
_REPORTS = words("reports report reported reporting writes wrote writing written")
_MET = words("interview interviews conversation podcast webinar q&a chat")  # an outlet may be unknown
_SENT = words("email e-mail emails e-mails text message comments statement")
_PRINTED = words("op-ed column editorial essay blog")
_PAPERS = words(
    "article paper study report piece letter remarks appearance episode review trial analysis post story speech debate"
)
_SPOKE = words("speaking spoke talking talked interviewed")
_WROTE = words("writing wrote writes written")
_APPEARED = words("appearing appeared")
_NOTED = words("noted notes argued argues observed said says posted published told tweeted added")
_PUBLISHED = words("published aired broadcast printed posted appeared")
_SEEN = words("seen obtained reviewed viewed leaked shared")
_CITING = words("according reports reported reporting per via writes")
_CRITICS = words("critic columnist reviewer correspondent reporter")
_LEADS = words("to with in on for by")
_UNSURE = words("in on by")  # what follows may as well be a place
_CLOSE = 4  # tokens from a word to its preposition
_BESIDE = 5  # tokens from a document to the participle that says where it appeared


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens of the sentence that holds a cue."""

    block: Block
    link: Link
    media: Media
    cue: tuple[int, int]
    low: int
    high: int

    def free(self, at: int) -> bool:
        """Whether a token belongs to the writer, not to what was said."""
        here = self.block.tokens.span(at, at + 1)
        return self.block.quoting[at] is Quoting.OUTSIDE and not any(c.overlaps(here) for c in self.link.content)

    def leads(self, at: int, among: frozenset[str]) -> Iterator[int]:
        """The prepositions of `among` soon behind token `at`, nearest first."""
        tokens = self.block.tokens.text
        for lead in range(at + 1, min(self.high - 1, at + 1 + _CLOSE)):
            if tokens[lead].lower() in _LEADS:
                if tokens[lead].lower() in among:
                    yield lead
            elif not (tokens[lead][0].isalnum() and self.free(lead)):
                return

    def medium(self, at: int, *, loose: bool) -> Span | None:
        """The outlet at token `at`, where that is free."""
        found = medium_at(self.block, at, self.media, loose=loose)
        if found is not None and self.block.tokens.text[at : at + 2] == ("the", "paper"):
            return None  # in the paper: what scholars wrote
        return found and self.outside(found)

    def outside(self, found: Span) -> Span | None:
        """`found`, unless it was said."""
        return None if any(content.overlaps(found) for content in self.link.content) else found


def venue(block: Block, link: Link, cue: Span, media: Media) -> Span | None:
    """The outlet to which, in which or by which what `link` reports was said, outside what was said."""
    first, last = block.tokens.range(cue)
    low, high = sentence_of(block, first)[0], sentence_of(block, last - 1)[1]
    sentence = _Sentence(block, link, media, (first, last), low, high)
    found = _hearer(sentence) or _written_for(sentence)
    if found is None:
        places = (place for at in range(low, high - 1) if (place := _place(sentence, at)) is not None)
        found = next(places, None)
    return found or _quoting(sentence) or _affiliation(sentence) or _via(sentence) or _named(sentence)


def _hearer(sentence: _Sentence) -> Span | None:
    """Whom something was told to; "us" is the article's own outlet."""
    first, last = sentence.cue
    tokens = sentence.block.tokens.text
    if not any(word.lower() in _TOLD for word in tokens[first:last]):
        return None
    if tokens[last : last + 1] == ("us",):
        return sentence.block.tokens.span(last, last + 1)
    if last >= len(tokens) or not tokens[last][0].isalnum():
        return None
    return medium_at(sentence.block, last, sentence.media, loose=True) or _house(sentence, last)


def _written_for(sentence: _Sentence) -> Span | None:
    """For whom somebody reports: "X reports for NPR that"."""
    first, last = sentence.cue
    tokens = sentence.block.tokens.text
    if not any(word.lower() in _REPORTS for word in tokens[first:last]):
        return None
    at = last if tokens[last - 1] == "for" else last + 1
    if tokens[at - 1 : at] != ("for",):
        return None
    return medium_at(sentence.block, at, sentence.media, loose=True)


def _quoting(sentence: _Sentence) -> Span | None:
    """The outlet before a cue that quotes somebody at second hand: "The Gazette quoted Ana Ruiz as saying"."""
    first, last = sentence.cue
    tokens = sentence.block.tokens.text
    if not any(word in ("quoted", "quotes", "cited") for word in tokens[first:last]):
        return None
    if tokens[last : last + 1] == ("by",):
        return sentence.medium(last + 1, loose=False)
    start = first
    while start > sentence.low and tokens[start - 1][0].isupper():
        start -= 1
    return outlet_at(sentence.block, start, sentence.media) if start < first else None


def _place(sentence: _Sentence, at: int) -> Span | None:
    """The outlet that the word at `at` leads to, by its preposition."""
    word = sentence.block.tokens.text[at].lower()
    if word not in _VENUES or not sentence.free(at):
        return None
    first, last = sentence.cue
    here = first <= at < last
    if (word in _PUBLISHED or word in _SEEN) and not (here or _is_said_of_document(sentence, at)):
        return None
    if word in _NOTED and word not in _PUBLISHED and not here:
        return None
    for lead in sentence.leads(at, _VENUES[word]):
        unsure = sentence.block.tokens.text[lead].lower() in _UNSURE
        loose = word in _SURE or (word in _LIKELY and (word in _SEEN or not unsure))
        found = sentence.medium(lead + 1, loose=loose)
        if found is not None:
            return _both_halves(sentence.block, found) if word in _PUBLISHED else found
    return None


def _both_halves(block: Block, found: Span) -> Span:
    """The whole name of a journal of two subjects, "published in *Roofs and Climate*"; behind an outlet that everybody
    knows "and" leads to another."""
    tokens = block.tokens
    first, last = tokens.range(found)
    if is_known_outlet(" ".join(tokens.text[first:last])) or tokens.text[last : last + 1] not in [("and",), ("&",)]:
        return found
    end = last + 1
    while end < len(tokens) and not block.stops[end - 1] and tokens.text[end][0].isupper():
        end += 1
    return tokens.span(first, end) if end > last + 1 else found


_VENUES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_NOTED, words("in on for to")),
    **dict.fromkeys(_PAPERS, words("to with in on for")),
    **dict.fromkeys(_SENT, words("to with in on")),
    **dict.fromkeys(_SPOKE | _MET | _APPEARED, words("to with on for in")),
    **dict.fromkeys(_PRINTED | _WROTE, words("in for on")),
    **dict.fromkeys(_ADMITTED, words("to")),
    **dict.fromkeys(_PUBLISHED, words("in on by")),
    **dict.fromkeys(_SEEN, words("by to with")),
}
_SURE = _PRINTED | _WROTE | words("published")  # "in" leads to no place
_LIKELY = words("seen obtained reviewed") | _SPOKE | _MET | _SENT | _APPEARED | _ADMITTED


def _is_said_of_document(sentence: _Sentence, at: int) -> bool:
    """Whether a participle says where the speaker, or a document that is cited, appeared: "In a memo obtained by"."""
    mention, block = sentence.link.mention, sentence.block
    if mention is not None:
        first, last = block.tokens.range(mention)
        if first <= at < last + _BESIDE:
            return True
    before = block.tokens.text[max(sentence.low, at - _BESIDE) : at]
    return at < sentence.cue[0] and any(word in DOCUMENTS for word in before)


def _named(sentence: _Sentence) -> Span | None:
    """The outlet that a noun calls one, behind a preposition: "On his podcast, Table Talk, Ana Ruiz said"."""
    tokens = sentence.block.tokens.text
    for at in range(sentence.low, sentence.high - 2):
        if tokens[at].lower() in _LEADS and sentence.free(at):
            found = called_at(sentence.block, at + 1, sentence.media)
            if found is not None and tokens[sentence.block.tokens.index(found.start)][0].isupper():
                return sentence.outside(found)
    return None


def _via(sentence: _Sentence) -> Span | None:
    """The outlet by way of which it was said: "X said, via Ana Ruiz of the Argus"."""
    tokens = sentence.block.tokens.text
    for at in range(sentence.low + 1, sentence.high - 1):
        if tokens[at] in ("via", "per") and sentence.free(at):
            found = outlet_at(sentence.block, at + 1, sentence.media) or _house(sentence, at + 1)
            if found is not None:
                return sentence.outside(found)
    return None


def _house(sentence: _Sentence, at: int) -> Span | None:
    """The outlet of the reporter whose name begins at `at`."""
    name = name_at(sentence.block, at)
    if name is None:
        return None
    tokens = sentence.block.tokens.text
    of = next((i for i in range(name.first, min(name.last + 1, len(tokens))) if tokens[i] in ("of", "at")), None)
    return None if of is None else outlet_at(sentence.block, of + 1, sentence.media)


def _affiliation(sentence: _Sentence) -> Span | None:
    """Whose reporter or whose work is cited: "according to Ana Ruiz of the Argus", "a poll by the Argus"."""
    first, last = sentence.cue
    block, mention = sentence.block, sentence.link.mention
    tokens = block.tokens.text
    if mention is None:
        return None
    low, high = block.tokens.range(mention)
    made = any(word in DOCUMENTS or word in _CRITICS for word in tokens[low:high])
    if not made and not any(word.lower() in _CITING for word in tokens[first:last]):
        return None
    among = ("by", "for", "in", "from") if made else ("of", "at", "for")
    for at in range(low + 1, high):
        found = outlet_at(block, at + 1, sentence.media) if tokens[at] in among else None
        if found is not None:
            return found
    return None

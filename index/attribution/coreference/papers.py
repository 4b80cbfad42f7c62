"""Documents that speak: reports, studies, polls, lawsuits, under the fullest name that the article has for them.

"a new report by the harbour board" is "new report by the harbour board", and so is "the report" after it.
"""

import re

from index.attribution.coreference.descriptions import content_words
from index.attribution.coreference.discourse import Discourse
from index.attribution.coreference.phrases import DEFINITE, Phrase
from index.attribution.coreference.salience import Speaker
from index.attribution.coreference.wording import core, written
from index.attribution.entities.find import Entities
from index.model.article import Span, SpeakerType
from index.text.outlets import DOCUMENTS, OWN_WORK
from index.text.words import words

_OUTLETS = words("paper newspaper magazine network site website journal station broadcaster daily weekly tabloid")
_SAME = {
    "survey": "poll", "polling": "poll", "analysis": "study", "research": "study", "paper": "study", "trial": "study",
    "piece": "article", "story": "article", "slideshow": "presentation", "slides": "presentation",
    "slide": "presentation", "suit": "lawsuit", "memorandum": "memo", "e-mail": "email", "adverts": "ad",
}  # fmt: skip
_ANY = frozenset({"document", "documents", "filing"})
_OWN_REACH = 12  # characters before the outlet in "a [Gazette] analysis"
_PRINTED = re.compile(r"\b(?:report|story|article|editorial|column|investigation|piece)\sin\s(?:the\s)?$")
_KINDS = "|".join(sorted((noun for noun in DOCUMENTS if not noun.endswith("s") or noun.endswith("is")), key=len)[::-1])
_BROUGHT_IN = re.compile(
    rf"\b(?:[Aa]n?|[Aa]nother|[Tt]wo)\s(?:[\w’'/-]+\s){{0,4}}?({_KINDS})\b(?![-’'])[^,.;:()“”\"\n]{{0,90}}"
)
_MADE = re.compile(
    r"\s(?:released|published|issued|conducted|compiled|commissioned|prepared)(?:\s(?:on\s)?[\w-]+){0,2}?\s(?:by|in|for)"
    r"\s(?:the\s)?[A-Z]"
)
_OF_WHAT = re.compile(r"\s(?:(?:by|from|of|for|on|into|about)\s\S{2,}|to\s(?:[A-Z]|(?:the|an?|his|her|its|their)\s))")
_END = re.compile(
    r"\s(?:that|which|who|whose|and|but|is|was|were|are|be|has|have|had|will|would|this|last|earlier"
    r"|on (?:[MTWFS][a-z]+day)|[a-z]+ing"
    r"|[a-z]{2,}ed|found|finds|shows?|shown|sa(?:ys|id)|suggests?|put|puts|seen|sent|as|when|after|before)\b"
)
_SHORT_AFTER = 60  # characters of what says by whom or about what a document is


class Papers:
    """Names the documents that speak; the phrases come in the order of the text."""

    def __init__(self, entities: Entities, discourse: Discourse) -> None:
        self._entities = entities
        self._text = entities.text
        self._discourse = discourse
        self._spoke: dict[str, Speaker] = {}
        self._last: Speaker | None = None
        self._introduced: dict[str, Span] | None = None

    def speaker(self, phrase: Phrase, thing: Speaker | None) -> Speaker | None:
        """The document that `phrase` means, or the outlet whose own work it is; `thing` is the last organisation or
        outlet that spoke."""
        found = self._speaker(phrase, thing)
        if found is not None:
            self._last = found
        return found

    def _speaker(self, phrase: Phrase, thing: Speaker | None) -> Speaker | None:
        kind = _kind(phrase.noun)
        owner = self._owner(phrase) if phrase.noun in OWN_WORK else None
        if owner is not None:
            self._spoke[kind] = self._discourse.speak(owner)
            return self._spoke[kind]
        bare = len(content_words(phrase)) < 2 and not phrase.trailer
        if bare and (phrase.determiner in DEFINITE or phrase.determiner in ("its", "their")):
            return self._again(phrase, kind, thing)
        name = written(self._text, core(self._text, phrase), bare_noun=True)
        speaker = Speaker(name, SpeakerType.OUTLET)
        if len(phrase.words) > 2 or kind not in self._spoke:
            self._spoke[kind] = speaker
        return speaker

    def _owner(self, phrase: Phrase) -> int | None:
        """The outlet whose work a phrase names: "a Gazette analysis", "a report in the Gazette"."""
        for mention in phrase.named:
            if self._entities.all[mention.entity].type is not SpeakerType.OUTLET:
                continue
            if mention.span.start < phrase.span.start + _OWN_REACH:
                return mention.entity
        start, end = phrase.span.start, phrase.span.end
        for mention in self._entities.within(Span(start, end)):
            outlet = self._entities.all[mention.entity].type is SpeakerType.OUTLET
            if outlet and _PRINTED.search(self._text, start, mention.span.start):
                return mention.entity
        return None

    def _again(self, phrase: Phrase, kind: str, thing: Speaker | None) -> Speaker | None:
        """Whom "the paper" or "the report" means: a document that spoke, an outlet in focus, or a document that the
        article brought in."""
        known = self._spoke.get(kind)
        if known is not None:
            return known
        outlet = self._discourse.focus.outlet() if phrase.noun in _OUTLETS else None
        if outlet is not None:
            return self._discourse.speak(outlet)
        if self._introduced is None:
            self._introduced = introduced_documents(self._text)
        span = self._introduced.get(kind)
        if span is not None and span.start < phrase.span.start:
            self._spoke[kind] = Speaker(written(self._text, span, bare_noun=True), SpeakerType.OUTLET)
            return self._spoke[kind]
        if phrase.noun in _ANY:
            return self._last
        called = thing is not None and (phrase.noun in _OUTLETS or kind in thing.name.lower())
        if called and thing is not None and thing.type is SpeakerType.OUTLET:
            return thing
        return None if phrase.noun in _OUTLETS | OWN_WORK - {"report"} else Speaker(phrase.noun, SpeakerType.OUTLET)


def introduced_documents(text: str) -> dict[str, Span]:
    """The first document of each sort that an article introduces: "a letter to the board"."""
    found: dict[str, Span] = {}
    for match in _BROUGHT_IN.finditer(text):
        kind = _kind(match[1].lower())
        if kind not in found:
            found[kind] = Span(match.start(), _end(text, match.end(1), match.end()))
    return found


def _end(text: str, start: int, end: int) -> int:
    """Where the name of a document ends whose noun ends at `start`: with by whom or about what it is."""
    made = _MADE.match(text, start, end)
    of = _OF_WHAT.match(text, start, end)
    if made is None and of is None:
        return start
    at = made.end() if made is not None else start + 1
    cut = _END.search(text, at, min(end, at + _SHORT_AFTER))
    last = cut.start() if cut else min(end, at + _SHORT_AFTER)
    if cut is None and last < end:
        last = text.rfind(" ", start, last)  # a whole word
    return max(start, last)


def _kind(noun: str) -> str:
    """The commonest word for the same sort of document."""
    return _SAME.get(noun, noun)

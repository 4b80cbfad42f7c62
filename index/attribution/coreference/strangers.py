"""Somebody without a name who has just spoken, or was asked something, and whom "he" or "she" may mean next."""

import re
from dataclasses import dataclass, replace

from index.attribution.coreference.discourse import Discourse
from index.attribution.coreference.nouns import Nouns
from index.attribution.coreference.phrases import Head, Phrase, phrase_of
from index.attribution.coreference.salience import Speaker
from index.attribution.entities.find import Entities, Gender
from index.attribution.linking.drafts import Link
from index.model.article import Span, SpeakerType
from index.text.roles import FEMALE_WORDS, MALE_WORDS

_ASKERS = frozenset({"questioner", "interviewer", "reporter", "journalist", "moderator", "host", "presenter"})
_WRITERS = frozenset({"i", "we"})
_ASKED = re.compile(
    r"(?:ask|asked|tell|told)\s(?P<whom>(?:the|an?|our|my|his|her)\s(?:[a-z-]+\s){0,2}?[a-z-]+)"
    r"\s(?:what|whether|if|how|why|where|when|who|which|about|for|that)\b"
)


@dataclass(frozen=True, slots=True)
class _Stranger:
    """Who that is, of which gender, in which sentence and with what they spoke or were asked."""

    speaker: Speaker
    gender: Gender | None
    sentence: int
    content: tuple[Span, ...]


class Strangers:
    """Remembers the last one of an article's people without a name."""

    def __init__(self, entities: Entities, discourse: Discourse, nouns: Nouns) -> None:
        self._entities = entities
        self._discourse = discourse
        self._nouns = nouns
        self._last: _Stranger | None = None

    def meet(self, name: Span) -> None:
        """Note that a sentence is about somebody with a name, which ends a stranger's turn but in what these say."""
        if self._last is not None and not any(content.holds(name) for content in self._last.content):
            self._last = None

    def hear(self, link: Link, phrase: Phrase, speaker: Speaker | None, here: int) -> None:
        """Note who says what a link reports in sentence `here`."""
        if speaker is None or self._last is None or speaker != self._last.speaker:
            self._last = None
        if speaker is not None and speaker.type is SpeakerType.GROUP and phrase.head in (Head.ROLE, Head.PRONOUN):
            self._last = self._speaking(link, phrase, speaker, here)
        elif phrase.noun in _WRITERS:
            self._last = self._asked(link, here)

    def last(self, gender: Gender, here: int) -> Speaker | None:
        """Who spoke last without a name, where "he" or "she" close by can mean nobody else."""
        if self._last is None or self._last.gender not in (gender, None):
            return None
        sentences, paragraphs = self._discourse.apart(self._last.sentence, here)
        return self._last.speaker if sentences <= 1 and paragraphs <= 1 else None

    def _speaking(self, link: Link, phrase: Phrase, speaker: Speaker, here: int) -> _Stranger | None:
        """Somebody who speaks `here`."""
        before = self._last
        if phrase.head is Head.PRONOUN:
            return None if before is None else replace(before, sentence=here, content=link.content)
        cue = link.cue
        if phrase.noun in _ASKERS or (cue is not None and self._entities.text[cue.start : cue.end].startswith("ask")):
            return None  # it is somebody else who answers
        return _Stranger(speaker, _gender(phrase), here, link.content)

    def _asked(self, link: Link, here: int) -> _Stranger | None:
        """Somebody whom the writer asks something, and who answers: "I asked the manager how. He said"."""
        match = _ASKED.match(self._entities.text, link.cue.start) if link.cue is not None else None
        if match is None:
            return None
        span = Span(*match.span("whom"))
        phrase = phrase_of(self._entities.text, span, self._entities.within(span))
        if phrase is None or phrase.head is not Head.ROLE:
            return None
        speaker = self._nouns.asked(phrase)
        if speaker.type is not SpeakerType.GROUP:
            return None
        return _Stranger(speaker, _gender(phrase), here, link.content)


def _gender(phrase: Phrase) -> Gender | None:
    if phrase.noun in FEMALE_WORDS:
        return Gender.FEMALE
    return Gender.MALE if phrase.noun in MALE_WORDS else None

"""Naming: each mention of a speaker resolved to the fullest name that its article gives, or to nobody.

Mentions are taken in the order of the text. A name stands for its entity; a pronoun for who is most on the reader's
mind and agrees in gender and number; a description ("the ambassador") for whom the article introduced with it. What
names nobody in particular ("two officials") is kept as written. In doubt, nobody.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.coreference.descriptions import Descriptions, content_words
from index.attribution.coreference.phrases import DEFINITE, INDEFINITE, Head, Phrase, phrase_of
from index.attribution.coreference.salience import MODIFIER, OBJECT, PRONOUN, QUOTED, SPEAKER, SUBJECT, Focus
from index.attribution.coreference.wording import (
    core,
    document,
    introduced_documents,
    people_before,
    spelt_out,
    written,
)
from index.attribution.entities.context import same
from index.attribution.entities.find import Entities, Gender, Mention
from index.attribution.linking.drafts import Link
from index.model.article import Span, SpeakerType
from index.text.folding import bare
from index.text.outlets import OWN_WORK
from index.text.roles import GROUPS, KIN
from index.text.words import DETERMINERS, FEMALE_PRONOUNS, MALE_PRONOUNS


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: the name to show, and what kind of speaker it is."""

    name: str
    type: SpeakerType


_HE = dict.fromkeys(MALE_PRONOUNS, Gender.MALE) | dict.fromkeys(FEMALE_PRONOUNS, Gender.FEMALE)
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both", "each"})
_IT = frozenset({"it", "its", "itself", "this"})
_WHO = frozenset({"who", "whom", "whose"})
_WHICH = frozenset({"which", "that"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "you"})
_MARGIN = 1.1  # how far ahead of others a pronoun's antecedent must be
_PLURAL_REACH, _THING_REACH = 4, 2  # sentences that "they" and "it" look back to a speaker
_COLLECTIVES = frozenset({"campaign", "administration", "team", "camp"})
_PAPERS = frozenset(
    "paper newspaper magazine network site website journal station broadcaster daily weekly tabloid".split()
)
_SITE = re.compile(r"\w\.[a-z]{2,4}$")
_ASIDE = re.compile(r"(?:\s\([^()]*\))?(?:,?\s(?:an?|the|[A-Z][\w.]+[’']s)\s[^,.;]{2,80})?")
_RELATIVE_REACH = 200  # characters before "who"
_OWN_REACH = 12  # characters before the outlet in "a [Gazette] analysis"
_NESTING = 6  # contents before a mention that may hold it


def name_speakers(entities: Entities, links: Sequence[Link]) -> tuple[Speaker | None, ...]:
    """The speaker of each link, in the order given; None where the article does not tell who that is."""
    return _Namer(entities, links).run()


def name_outlet(entities: Entities, source: Span) -> str | None:
    """The fullest name of the outlet or document at `source`; None if that holds no word."""
    phrase = phrase_of(entities.text, source, entities.within(source))
    if phrase is None or phrase.head is Head.PRONOUN:
        return None
    if phrase.head is Head.NAMES:
        return entities.all[phrase.named[0].entity].name
    return written(entities.text, core(entities.text, phrase), bare_noun=phrase.head is not Head.DOCUMENT)


class _Namer:
    """One pass over an article's mentions, pronouns and links."""

    def __init__(self, entities: Entities, links: Sequence[Link]) -> None:
        self._entities = entities
        self._text = entities.text
        self._links = links
        self._focus = Focus(entities.all)
        self._descriptions = Descriptions(entities, self._focus)
        self._speakers: dict[int, Speaker | None] = {}
        self._contents = sorted((span.start, span.end, n) for n, link in enumerate(links) for span in link.content)
        self._plural: tuple[Speaker, int] | None = None  # with its sentence
        self._thing: tuple[Speaker, int] | None = None
        self._groups: dict[str, Speaker] = {}
        self._unnamed: dict[str, Speaker] = {}
        self._collectives: dict[str, Speaker] = {}
        self._bodies: dict[str, Speaker] = {}  # organisations without a name, by head: "the harbour board"
        self._documents: dict[str, Speaker] = {}
        self._introduced: dict[str, Span] | None = None

    def run(self) -> tuple[Speaker | None, ...]:
        """Name all links."""
        order = sorted((link.mention.start, n) for n, link in enumerate(self._links) if link.mention is not None)
        mentions, pronouns = self._entities.mentions, self._entities.pronouns
        m = p = 0
        for start, number in order:
            while m < len(mentions) and mentions[m].span.start < start:
                while p < len(pronouns) and pronouns[p].span.start < mentions[m].span.start:
                    self._hear(p)
                    p += 1
                self._see(mentions[m])
                m += 1
            while p < len(pronouns) and pronouns[p].span.start < start:
                self._hear(p)
                p += 1
            span = self._links[number].mention
            if span is not None:
                while p < len(pronouns) and pronouns[p].span.start < span.end:
                    p += 1
                self._focus.move(self._entities.sentence_at(start))
                self._speakers[number] = self._name(number, span)
        return tuple(self._speakers.get(n) for n in range(len(self._links)))

    # -- the narrative between the links -------------------------------------------------------------------------

    def _see(self, mention: Mention) -> None:
        self._focus.move(mention.sentence)
        if mention.quoted:
            weight = QUOTED
        elif mention.modifier:
            weight = MODIFIER
        else:
            weight = SUBJECT if mention.subject else OBJECT
        self._focus.add(mention.entity, weight)

    def _hear(self, at: int) -> None:
        pronoun = self._entities.pronouns[at]
        if pronoun.quoted:
            return
        self._focus.move(pronoun.sentence)
        found = self._subject(pronoun.span.start, pronoun.sentence, _HE[pronoun.key])
        if found is None:
            found = self._focus.person(_HE[pronoun.key], margin=1.0)
        if found is not None:
            self._focus.add(found, PRONOUN if pronoun.key in ("he", "she") else MODIFIER)

    # -- one mention ---------------------------------------------------------------------------------------------

    def _name(self, link: int, span: Span) -> Speaker | None:
        phrase = phrase_of(self._text, span, self._entities.within(span))
        if phrase is None:
            return None
        here = self._entities.sentence_at(phrase.span.start)
        speaker = self._resolve(link, phrase, here)
        if speaker is not None:
            if speaker.type is SpeakerType.GROUP:
                self._plural = (speaker, here)
            elif speaker.type is not SpeakerType.PERSON:
                self._thing = (speaker, here)
        return speaker

    def _resolve(self, link: int, phrase: Phrase, here: int) -> Speaker | None:
        match phrase.head:
            case Head.PRONOUN:
                return self._pronoun(link, phrase, here)
            case Head.NAMES:
                return self._names(phrase)
            case Head.ROLE:
                return self._role(phrase)
            case Head.GROUP:
                return self._group(phrase)
            case Head.DOCUMENT:
                return self._paper(phrase)
            case Head.ORGANISATION:
                return self._organisation(phrase)
            case Head.OTHER:
                return self._other(phrase)

    def _entity(self, number: int) -> Speaker:
        self._focus.add(number, SPEAKER)
        entity = self._entities.all[number]
        return Speaker(entity.name, entity.type)

    def _names(self, phrase: Phrase) -> Speaker:
        named = [self._entity(mention.entity) for mention in phrase.named]
        if len(named) == 1:
            return named[0]
        return Speaker(", ".join(s.name for s in named[:-1]) + " and " + named[-1].name, SpeakerType.GROUP)

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, link: int, phrase: Phrase, here: int) -> Speaker | None:
        key = phrase.noun
        if key in _HE:
            outer = self._quoted_by(link, phrase.span)
            found = self._subject(phrase.span.start, here, _HE[key]) if outer is None else None
            if found is None:
                found = self._focus.person(_HE[key], margin=_MARGIN, but=outer.name if outer else "")
            return None if found is None else self._entity(found)
        if key in _WHO or key in _WHICH:
            return self._antecedent(phrase.span.start, human=key in _WHO)
        if key in _THEY:
            return _recent(self._plural, here, _PLURAL_REACH) or _recent(self._thing, here, _THING_REACH)
        if key in _IT:
            found = self._focus.thing()
            strong = found is not None and self._focus.weight(found) >= SUBJECT
            speaker = None if strong else _recent(self._thing, here, _THING_REACH)
            return speaker or (None if found is None else self._entity(found))
        return self._quoted_by(link, phrase.span) if key in _SPEAKING else None

    def _subject(self, start: int, sentence: int, gender: Gender) -> int | None:
        """The one person of that gender who is named as a subject before `start` in its sentence."""
        before = self._entities.within(Span(self._entities.sentences[sentence].span.start, start))
        found = {
            mention.entity
            for mention in before
            if mention.human
            and mention.subject
            and not mention.quoted
            and mention.span.end <= start
            and self._focus.gender(mention.entity) in (gender, None)
        }
        if len(found) != 1:
            return None
        only = found.pop()
        self._focus.genders.setdefault(only, gender)
        return only

    def _quoted_by(self, link: int, span: Span) -> Speaker | None:
        """Who says the content that `span` stands in, where that has been named already."""
        at = bisect_right(self._contents, (span.start, len(self._text), 0))
        for _, end, number in self._contents[max(0, at - _NESTING) : at]:
            if number != link and end >= span.end and self._speakers.get(number) is not None:
                return self._speakers[number]
        return None

    def _antecedent(self, start: int, *, human: bool) -> Speaker | None:
        """What the noun phrase before a relative pronoun names."""
        base = max(0, start - _RELATIVE_REACH)
        before = self._text[base:start].rstrip(" \u00a0,—–-")
        end = base + len(before)
        for mention in reversed(self._entities.within(Span(base, end))):
            entity = self._entities.all[mention.entity]
            if mention.span.end > end or mention.modifier or (human and not (mention.human or entity.maybe_person)):
                continue
            gap = self._text[mention.span.end : end]
            if (human or not mention.human) and (len(gap) <= 1 or _ASIDE.fullmatch(gap)):
                return self._entity(mention.entity)
            break
        people = people_before(before) if human else None
        return None if people is None else Speaker(people, SpeakerType.GROUP)

    # -- descriptions --------------------------------------------------------------------------------------------

    def _role(self, phrase: Phrase) -> Speaker | None:
        owner = self._owner(phrase)
        if owner is not None:
            relative = self._descriptions.relative(owner, phrase.noun) if phrase.noun in KIN else None
            return self._owned(owner, phrase) if relative is None else self._entity(relative)
        found = self._descriptions.bearer(phrase)
        if found is not None:
            return self._entity(found)
        key = same(phrase.noun)
        if phrase.determiner in DETERMINERS and phrase.determiner not in INDEFINITE:
            found = self._descriptions.epithet(phrase)
            return self._unnamed.get(key) if found is None else self._entity(found)
        self._unnamed[key] = Speaker(written(self._text, phrase.span), SpeakerType.GROUP)
        return self._unnamed[key]

    def _owner(self, phrase: Phrase) -> int | None:
        if phrase.determiner not in _HE:
            return None
        return self._focus.person(_HE[phrase.determiner], margin=_MARGIN)

    def _owned(self, owner: int, phrase: Phrase) -> Speaker:
        """Somebody's own people ("his lawyer") under the owner's name."""
        span = core(self._text, phrase)
        rest = self._text[span.start : span.end].split()[1:]
        return Speaker(f"{self._entities.all[owner].name}'s {' '.join(rest)}", SpeakerType.GROUP)

    def _group(self, phrase: Phrase) -> Speaker:
        owner = self._owner(phrase)
        if owner is not None:
            return self._owned(owner, phrase)
        if phrase.determiner in DEFINITE and len(content_words(phrase)) == 1 and phrase.noun in self._groups:
            return self._groups[phrase.noun]
        words = written(self._text, core(self._text, phrase))
        if phrase.named and phrase.named[0].span.start - phrase.span.start < 5 and " and " in words:
            words = spelt_out(self._entities, phrase)
        speaker = Speaker(words, SpeakerType.GROUP)
        self._groups.setdefault(phrase.noun, speaker)
        return speaker

    def _paper(self, phrase: Phrase) -> Speaker | None:
        if phrase.noun in OWN_WORK:
            for mention in phrase.named:
                outlet = self._entities.all[mention.entity].type is SpeakerType.OUTLET
                if outlet and mention.span.start < phrase.span.start + _OWN_REACH:
                    return self._entity(mention.entity)
        key = document(phrase.noun)
        if (phrase.determiner in DEFINITE or phrase.determiner in ("its", "their")) and _is_bare(phrase):
            return self._documents.get(key) or self._known_paper(phrase, key)
        speaker = Speaker(written(self._text, core(self._text, phrase), bare_noun=True), SpeakerType.OUTLET)
        if len(phrase.words) > 2 or key not in self._documents:
            self._documents[key] = speaker
        return speaker

    def _known_paper(self, phrase: Phrase, key: str) -> Speaker | None:
        """Whom "the paper" or "the report" means: an outlet in focus, or a document that was introduced."""
        outlet = self._focus.outlet() if phrase.noun in _PAPERS else None
        if outlet is not None:
            return self._entity(outlet)
        if self._introduced is None:
            self._introduced = introduced_documents(self._text)
        span = self._introduced.get(key)
        if span is not None and span.start < phrase.span.start:
            return Speaker(written(self._text, span, bare_noun=True), SpeakerType.OUTLET)
        thing = self._thing[0] if self._thing is not None else None
        called = thing is not None and (phrase.noun in _PAPERS or key in thing.name.lower())
        return thing if called and thing is not None and thing.type is SpeakerType.OUTLET else None

    def _organisation(self, phrase: Phrase) -> Speaker | None:
        text, noun = self._text, phrase.noun
        if phrase.named and " and " in text[phrase.span.start : phrase.span.end]:
            words = spelt_out(self._entities, phrase).removeprefix("The ").removeprefix("the ")
            return Speaker(words, SpeakerType.ORGANISATION)
        speaker = Speaker(written(text, core(text, phrase), bare_noun=True), SpeakerType.ORGANISATION)
        if noun in _COLLECTIVES:
            if phrase.determiner in DEFINITE and _is_bare(phrase):
                return self._collectives.get(noun)
            self._collectives[noun] = speaker
            return speaker
        if " " not in speaker.name and not speaker.name[0].isupper() and (phrase.named or phrase.trailer):
            return self._bodies.get(noun)  # "the team, led by Ana Ruiz": no name of its own
        if phrase.named or phrase.trailer or (phrase.determiner and phrase.determiner not in DEFINITE):
            return speaker
        found = self._descriptions.organisation(phrase)
        if found is not None:
            return self._entity(found)
        if len(content_words(phrase)) == 1:
            return self._bodies.get(noun)
        self._bodies[noun] = speaker
        return speaker

    def _other(self, phrase: Phrase) -> Speaker | None:
        """A name that the article does not introduce, or something else that speaks, as written."""
        if any(phrase.span.holds(span) for span in self._ambiguous_in(phrase.span)):
            return None
        words = self._text[phrase.span.start : phrase.span.end].split()
        proper = words[-1][:1].isupper()
        if phrase.determiner == "the" and proper and self._descriptions.is_family(phrase.noun):
            return Speaker("the " + " ".join(words[1:]), SpeakerType.GROUP)
        if phrase.determiner in DEFINITE and _is_bare(phrase):
            return None
        kind = SpeakerType.GROUP
        if len(words) == 1 and _SITE.search(words[0]):
            kind = SpeakerType.OUTLET
        elif proper and bare(words[-1]) not in GROUPS and not phrase.trailer:
            kind = SpeakerType.ORGANISATION
        span = core(self._text, phrase)
        return Speaker(written(self._text, span, bare_noun=kind is not SpeakerType.GROUP), kind)

    def _ambiguous_in(self, span: Span) -> Sequence[Span]:
        ambiguous = self._entities.ambiguous
        at = bisect_right(ambiguous, span)
        return ambiguous[max(0, at - 1) : bisect_right(ambiguous, Span(span.end, span.end))]


def _is_bare(phrase: Phrase) -> bool:
    """Whether nothing but the determiner stands with the noun."""
    return len(content_words(phrase)) < 2 and not phrase.trailer


def _recent(speaker: tuple[Speaker, int] | None, sentence: int, reach: int) -> Speaker | None:
    return speaker[0] if speaker is not None and sentence - speaker[1] <= reach else None

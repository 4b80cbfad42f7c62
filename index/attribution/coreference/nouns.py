"""Speakers that a noun names: a role, a group, a document, an organisation without its name, an outlet as cited.

What the article introduced under a noun ("the harbour board") is found under it again ("the board").
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.attribution.coreference.bodies import Bodies
from index.attribution.coreference.descriptions import PAST, Descriptions, content_words
from index.attribution.coreference.discourse import Discourse
from index.attribution.coreference.papers import Papers
from index.attribution.coreference.phrases import DEFINITE, INDEFINITE, Head, Phrase, phrase_of
from index.attribution.coreference.salience import GENDERS, MARGIN, Speaker
from index.attribution.coreference.wording import core, spelt_out, unnamed_people, written
from index.attribution.entities.context import same
from index.attribution.entities.find import Entities, Gender
from index.attribution.linking.media import MEDIA
from index.model.article import Span, SpeakerType
from index.text.folding import bare
from index.text.organisations import PUBLIC_NOUNS
from index.text.roles import AT_WORK, FEMALE_WORDS, GROUPS, KIN, MALE_WORDS, SOURCES
from index.text.words import CALENDAR, DETERMINERS

_COLLECTIVES = frozenset({"campaign", "administration", "team", "camp"})
_OWNED = re.compile(r"[A-Z]\w*[’']s?\s")
_SITE = re.compile(r"\w\.[a-z]{2,4}$")
# The object of the verb behind a description, which cannot mean the same person; "her" is one where no noun follows.
_TOLD = re.compile(
    r"(?:\s(?:has|have|had|also|then|later))*\s\w+(?:ed|old)\s(him|her(?=\s(?:that|it|to|in|on|s?he|they|the)\b|\W*$))\b"
)
# "the mother of two", which tells somebody's family and no other person.
_PARENT = re.compile(
    r"the\s(?:grand)?(?:mother|father|mum|mom|dad)[\s-]of[\s-](?:one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)$",
    re.IGNORECASE,
)
# Who plays somebody in a film: "the mother, played by Ana Ruiz", "her husband (Bo Marsh)".
_CAST = re.compile(r"\b(?:played|portrayed|voiced)\sby\s[A-Z]")
_PLAYED = re.compile(r",?\s\(?(?:played|portrayed|voiced)\sby\s|\s\([A-Z]")
_ACTOR = 12  # characters
_OFFICE = re.compile(
    r"\b[Tt]he\s(?:prime\sminister|president|chancellor|governor|mayor|king|queen|pope)\b(?!,?\s[A-Z])"
)
_RECENT = 300  # characters in which an office holder was told of
_LIKELY = 0.6  # how likely the bearer of a description that introduced nobody must be


def name_outlet(entities: Entities, outlet: Span) -> str | None:
    """The fullest name of the outlet or document at `outlet`; None if that holds no word."""
    phrase = phrase_of(entities.text, outlet, entities.within(outlet))
    if phrase is None or phrase.head is Head.PRONOUN:
        return None
    if phrase.head is Head.NAMES:
        named = phrase.named[0]
        whole = named.span.end >= phrase.span.end and named.span.start - phrase.span.start <= len("the ")
        return entities.all[named.entity].name if whole else written(entities.text, phrase.span, bare_noun=True)
    return written(entities.text, core(entities.text, phrase), bare_noun=phrase.head is not Head.DOCUMENT)


def name_outlets(entities: Entities, own: str | None, outlets: Sequence[Span | None]) -> tuple[str | None, ...]:
    """The name of each of `outlets`; `own` is that of the article's own, "us" in the words of its reporters.

    "the magazine" is the one cited last before it, or else the article's own.
    """
    names: list[str | None] = []
    last: str | None = None
    for outlet in outlets:
        name = None
        if outlet is not None:
            words = entities.text[outlet.start : outlet.end].split()
            if words[0].islower() and words[-1] in MEDIA:
                name = own if words[0].lower() in ("this", "our") else last or own
            else:
                name = name_outlet(entities, outlet)
                ours = words == ["us"] or (own is not None and name is not None and _are_initials(name, own))
                name = own if ours else name
            last = name or last
        names.append(name)
    return tuple(names)


def _are_initials(name: str, full: str) -> bool:
    """Whether `name` is what a longer one is called for short: "QC" for the Quay Courier."""
    letters = "".join(word[0] for word in full.removeprefix("The ").split())
    return len(name) > 1 and name in (letters, "T" + letters)


class Nouns:
    """Names whom a phrase means whose head is no name; the phrases come in the order of the text."""

    def __init__(self, entities: Entities, discourse: Discourse) -> None:
        self._entities = entities
        self._text = entities.text
        self._discourse = discourse
        self._focus = discourse.focus
        self._descriptions = Descriptions(entities, discourse.focus)
        self._known_bodies = Bodies(entities, discourse.focus)
        self._groups: dict[str, Speaker] = {}
        self._unnamed: dict[str, Speaker] = {}
        self._collectives: dict[str, Speaker] = {}
        self._bodies: dict[str, Speaker] = {}  # organisations without a name, by head: "the harbour board"
        self._papers = Papers(entities, discourse)
        self._epithets: dict[frozenset[str], int] = {}
        self._people: dict[str, int] | None = None
        self._fiction = _CAST.search(self._text) is not None  # people in it are played by others

    def role(self, phrase: Phrase) -> Speaker | None:
        """Who bears a role: whom the article introduced with it, a relative, or the one in focus; else as written."""
        owner = self._owner(phrase)
        unnamed = self._character(phrase) or self._aide_of_another(owner, phrase)
        if unnamed is not None:
            return unnamed
        if owner is not None:
            relative = self._descriptions.relative(owner, phrase.noun) if phrase.noun in KIN else None
            return self._owned(owner, phrase) if relative is None else self._discourse.speak(relative)
        if phrase.determiner in GENDERS and phrase.noun in KIN:
            return self._kin(phrase)
        if phrase.noun in KIN and phrase.named and self._is_owned(phrase):
            relative = self._descriptions.relative(phrase.named[0].entity, phrase.noun)
            if relative is not None:
                return self._discourse.speak(relative)
        if phrase.noun in PUBLIC_NOUNS:
            return self._watchdog(phrase)
        key = same(phrase.noun)
        if phrase.noun in SOURCES:
            return self._source(phrase, key)
        found = self._descriptions.bearer(phrase)
        if found is not None:
            return self._discourse.speak(found)
        if phrase.determiner in DETERMINERS and phrase.determiner not in INDEFINITE:
            if phrase.noun in KIN and phrase.trailer and self._entities.within(phrase.span):
                return Speaker(written(self._text, core(self._text, phrase)), SpeakerType.GROUP)
            unnamed = self._unnamed.get(key) or self._brought_in(phrase, key)
            found = None if unnamed is not None else self._epithet(phrase)
            return unnamed if found is None else self._discourse.speak(found)
        apposed = self._apposed(phrase)
        if apposed is not None:
            return self._discourse.speak(apposed)
        self._unnamed[key] = Speaker(written(self._text, phrase.span), SpeakerType.GROUP)
        return self._unnamed[key]

    def asked(self, phrase: Phrase) -> Speaker:
        """Whom the writer asks something: whom the article introduced with a role, else as written."""
        found = self._descriptions.bearer(phrase)
        if found is not None:
            return self._discourse.speak(found)
        return Speaker(written(self._text, core(self._text, phrase)), SpeakerType.GROUP)

    def _watchdog(self, phrase: Phrase) -> Speaker | None:
        """A body that is called like a person: which one "the watchdog" is, or as written, "the media regulator"."""
        if _is_bare(phrase):
            return self.organisation(phrase)
        words = written(self._text, core(self._text, phrase), bare_noun=phrase.determiner in DEFINITE)
        self._bodies[phrase.noun] = Speaker(words, SpeakerType.ORGANISATION)
        return self._bodies[phrase.noun]

    def _kin(self, phrase: Phrase) -> Speaker:
        """A relative of somebody who is not told by name: whom the article introduced as one, else as written."""
        found = self._descriptions.bearer(phrase) or self._epithet(phrase)
        if found is not None and any(role.head in KIN for role in self._entities.all[found].roles):
            return self._discourse.speak(found)
        return Speaker(written(self._text, core(self._text, phrase)), SpeakerType.GROUP)

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether a person whom a phrase names first owns the rest of it: "Ana Ruiz's mother"."""
        owner = phrase.named[0]
        rest = self._text[owner.span.end : phrase.span.end].split()
        return owner.human and len(rest) == 2 and rest[0] in ("’s", "'s", "‘s", "’", "'")

    def _apposed(self, phrase: Phrase) -> int | None:
        """The person right before whose comma a description only tells who that is: "[Ana Ruiz], a rancher"."""
        end = phrase.span.start - len(", ")
        if phrase.determiner not in INDEFINITE or not self._text.startswith(", ", max(0, end)):
            return None
        named = self._entities.within(Span(max(0, end - 1), end)) if end > 0 else ()
        return next((m.entity for m in named if m.human and m.span.end == end and not m.modifier), None)

    def _source(self, phrase: Phrase, key: str) -> Speaker:
        """Somebody who is not to be named, the same as before where that is all that is said."""
        if phrase.determiner in DEFINITE and _is_bare(phrase) and key in self._unnamed:
            return self._unnamed[key]
        definite = phrase.determiner in DEFINITE
        self._unnamed[key] = Speaker(written(self._text, phrase.span, bare_noun=definite), SpeakerType.GROUP)
        return self._unnamed[key]

    def _brought_in(self, phrase: Phrase, key: str) -> Speaker | None:
        """Somebody whom the article brought in without a name."""
        if self._people is None:
            self._people = unnamed_people(self._text)
        if self._people.get(key, len(self._text)) > phrase.span.start:
            return None
        return Speaker(written(self._text, core(self._text, phrase), bare_noun=True), SpeakerType.GROUP)

    def _epithet(self, phrase: Phrase) -> int | None:
        """Whom a description that introduced nobody is about: the same person as before, else who is likeliest meant,
        if nothing speaks against."""
        parent = _PARENT.match(self._text, phrase.span.start, phrase.span.end) is not None
        # What is past tells who somebody was: "the former Rovers defender".
        past = not PAST.isdisjoint(phrase.words) and not any(mention.human for mention in phrase.named)
        if ((phrase.trailer or (phrase.named and not past)) and not parent) or self._fiction:
            return None
        wanted = content_words(phrase)
        if wanted in self._epithets:
            return self._epithets[wanted]
        gender = Gender.FEMALE if phrase.noun in FEMALE_WORDS else Gender.MALE if phrase.noun in MALE_WORDS else None
        here = self._discourse.here
        found = self._discourse.person(gender, phrase.span.start, here, likely=_LIKELY)
        if found is None or not self._descriptions.may_be(found, phrase) or self._is_told(found, phrase):
            return None
        self._epithets[wanted] = found
        return found

    def _is_told(self, person: int, phrase: Phrase) -> bool:
        """Whether somebody is rather who hears it: "The vicar told her that ..."."""
        told = _TOLD.match(self._text, phrase.span.end)
        return told is not None and self._focus.gender(person) in (GENDERS[told.group(1)], None)

    def _owner(self, phrase: Phrase) -> int | None:
        if phrase.determiner not in GENDERS:
            return None
        gender = GENDERS[phrase.determiner]
        subject = self._discourse.subject(gender, self._discourse.here)
        owner = self._focus.person(gender, margin=MARGIN) if subject is None else subject
        roles = () if owner is None else self._entities.all[owner].roles
        at_work = bool(roles) and all(role.head in AT_WORK for role in roles)
        return None if at_work and phrase.noun in KIN else owner  # a judge's husband says nothing in her court

    def _character(self, phrase: Phrase) -> Speaker | None:
        """Somebody in a film, whom an actor plays, as written: "the mother, played by Ana Ruiz"."""
        played = _PLAYED.search(self._text, phrase.span.start, phrase.span.end + _ACTOR) if self._fiction else None
        if played is None or played.start() > phrase.span.end:
            return None
        return Speaker(written(self._text, Span(phrase.span.start, played.start())), SpeakerType.GROUP)

    def _aide_of_another(self, owner: int | None, phrase: Phrase) -> Speaker | None:
        """Whom an office holder without a name may employ who has been told of since the owner's name, as written: "the
        prime minister was calm, [her spokesman] said"."""
        if owner is None or phrase.noun in KIN:
            return None
        start = phrase.span.start
        before = max((m.end for m in self._entities.all[owner].mentions if m.end <= start), default=0)
        if _OFFICE.search(self._text, max(before, start - _RECENT), start) is None:
            return None
        return Speaker(written(self._text, core(self._text, phrase)), SpeakerType.GROUP)

    def _owned(self, owner: int, phrase: Phrase, kind: SpeakerType = SpeakerType.GROUP) -> Speaker:
        """Somebody's own people or office ("his lawyer") under the owner's name."""
        span = core(self._text, phrase)
        rest = self._text[span.start : span.end].split()[1:]
        return Speaker(f"{self._entities.all[owner].name}'s {' '.join(rest)}", kind)

    def group(self, phrase: Phrase) -> Speaker:
        """Several people, as written the first time."""
        owner = self._owner(phrase)
        if owner is not None:
            return self._owned(owner, phrase)
        if phrase.determiner in DEFINITE and len(content_words(phrase)) == 1 and phrase.noun in self._groups:
            return self._groups[phrase.noun]
        words = written(self._text, core(self._text, phrase))
        if phrase.named and phrase.named[0].span.start - phrase.span.start < 5 and " and " in words:
            words = spelt_out(self._entities, phrase)
        speaker = Speaker(words, SpeakerType.GROUP)
        if self._groups.setdefault(phrase.noun, speaker) != speaker and phrase.named:
            self._groups[phrase.noun] = speaker  # "Ruiz's lawyers", "lawyers for Marsh": the lawyers are the latter
        return speaker

    def document(self, phrase: Phrase, thing: Speaker | None) -> Speaker | None:
        """A document, or the outlet whose own work it is; `thing` is the last organisation or outlet that spoke."""
        return self._papers.speaker(phrase, thing)

    def organisation(self, phrase: Phrase) -> Speaker | None:
        """An organisation that the phrase names in part, or describes."""
        text, noun = self._text, phrase.noun
        if phrase.named and " and " in text[phrase.span.start : phrase.span.end]:
            words = spelt_out(self._entities, phrase).removeprefix("The ").removeprefix("the ")
            return Speaker(words, SpeakerType.ORGANISATION)
        owner = self._owner(phrase)
        if owner is not None and self._entities.all[owner].gender is not None:
            return self._owned(owner, phrase, SpeakerType.ORGANISATION)
        speaker = Speaker(written(text, core(text, phrase), bare_noun=True), SpeakerType.ORGANISATION)
        if noun in _COLLECTIVES:
            if phrase.determiner in DEFINITE and _is_bare(phrase):
                return self._collectives.get(noun)
            self._collectives[noun] = speaker
            return speaker
        if " " not in speaker.name and not speaker.name[0].isupper() and (phrase.named or phrase.trailer):
            return self._bodies.get(noun)  # "the team, led by Ana Ruiz": no name of its own
        owned = _OWNED.search(text, phrase.span.start, phrase.span.end) is not None
        if owned or phrase.named or phrase.trailer or (phrase.determiner and phrase.determiner not in DEFINITE):
            return speaker
        found = self._known_bodies.find(phrase)
        if isinstance(found, str):
            return Speaker(found, SpeakerType.ORGANISATION)
        if found is not None:
            return self._discourse.speak(found)
        if len(content_words(phrase)) == 1:
            return self._bodies.get(noun) or (speaker if speaker.name[0].isupper() else None)  # "the Ministry"
        self._bodies[noun] = speaker
        return speaker

    def other(self, phrase: Phrase) -> Speaker | None:
        """A name that the article does not introduce, or something else that speaks, as written."""
        if any(phrase.span.holds(span) for span in self._ambiguous_in(phrase.span)):
            return None
        words = self._text[phrase.span.start : phrase.span.end].split()
        dated = any(bare(word) in CALENDAR for word in words)
        if dated and all(bare(word) in CALENDAR or not any(map(str.isalpha, word)) for word in words):
            return None  # "July 15, 1960: “In honour of ...”"
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

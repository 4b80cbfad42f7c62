"""Naming: each mention of a speaker resolved to the fullest name that its article gives, or to nobody.

Mentions are taken in the order of the text. A name stands for its entity; a pronoun for who is most on the reader's
mind and agrees in gender and number; a description ("the ambassador") for whom the article introduced with it. What
names nobody in particular ("two officials") is kept as written. In doubt, nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.entities import Entities, Entity, Gender, Mention
from index.attribution.links import Link
from index.attribution.name_antecedents import MODIFIER, OBJECT, QUOTED, SPEAKER, SUBJECT, Focus
from index.attribution.name_context import bare, same
from index.attribution.name_lexicon import (
    COMPANY_NOUNS,
    GROUPS,
    NATIONALITIES,
    ORG_NOUNS,
    PUBLIC_NOUNS,
    ROLES,
    WIDER_ROLE,
)
from index.attribution.name_phrases import DETERMINERS, Head, Phrase, phrase_of
from index.types import Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: the name to show, and what kind of speaker it is."""

    name: str
    type: SpeakerType


_HE = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "himself": Gender.MALE,
       "she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE}  # fmt: skip
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both", "each"})
_IT = frozenset({"it", "its", "itself", "this"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "you"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_CONTENT = frozenset("the a an this that these those his her their its my our of for in at from on with by to and or".split())
_MARGIN = 1.15


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
    return _written(entities.text, phrase.span, determiner=phrase.head is not Head.DOCUMENT)


class _Namer:
    """One pass over an article's mentions, pronouns and links."""

    def __init__(self, entities: Entities, links: Sequence[Link]) -> None:
        self._entities = entities
        self._text = entities.text
        self._links = links
        self._focus = Focus(entities.all)
        self._named: dict[int, Speaker | None] = {}
        self._last: tuple[Speaker, Phrase, int] | None = None  # speaker, phrase and sentence of the link before
        self._plural: tuple[Speaker, int] | None = None
        self._thing: tuple[Speaker, int] | None = None
        self._groups: dict[str, Speaker] = {}
        self._documents: dict[str, tuple[Speaker, int]] = {}

    def run(self) -> tuple[Speaker | None, ...]:
        """Name all links."""
        order = sorted(
            (i for i, link in enumerate(self._links) if link.mention is not None),
            key=lambda i: (self._links[i].mention or Span(0, 0)).start,
        )
        mentions, pronouns = self._entities.mentions, self._entities.pronouns
        m = p = 0
        for number in order:
            span = self._links[number].mention
            assert span is not None
            while m < len(mentions) or p < len(pronouns):
                next_m = mentions[m].span.start if m < len(mentions) else len(self._text)
                next_p = pronouns[p].span.start if p < len(pronouns) else len(self._text)
                if min(next_m, next_p) >= span.start:
                    break
                if next_m <= next_p:
                    self._see(mentions[m])
                    m += 1
                else:
                    self._hear(p)
                    p += 1
            while p < len(pronouns) and pronouns[p].span.start < span.end:
                p += 1
            self._focus.move(self._entities.sentence_at(span.start))
            self._named[number] = self._name(self._links[number], span)
        return tuple(self._named.get(i) for i in range(len(self._links)))

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
        found = self._focus.person(_HE[pronoun.key], margin=1.0)
        if found is not None:
            self._focus.add(found, 0.5 if pronoun.key in ("he", "she") else MODIFIER)

    # -- one mention ---------------------------------------------------------------------------------------------

    def _name(self, link: Link, span: Span) -> Speaker | None:
        inside = self._entities.within(span)
        phrase = phrase_of(self._text, span, inside)
        if phrase is None:
            return None
        speaker = self._resolve(link, phrase)
        if speaker is not None:
            self._remember(speaker, phrase)
        return speaker

    def _remember(self, speaker: Speaker, phrase: Phrase) -> None:
        sentence = self._entities.sentence_at(phrase.span.start)
        self._last = (speaker, phrase, sentence)
        if phrase.head is Head.GROUP or (phrase.head is Head.NAMES and len(phrase.named) > 1) or speaker.type is SpeakerType.GROUP:
            self._plural = (speaker, sentence)
        elif speaker.type is not SpeakerType.PERSON:
            self._thing = (speaker, sentence)
        if phrase.head is Head.GROUP and phrase.noun not in self._groups:
            self._groups[phrase.noun] = speaker
        if phrase.head is Head.DOCUMENT and (phrase.noun not in self._documents or len(phrase.words) > 2):
            self._documents[_document(phrase.noun)] = (speaker, sentence)

    def _entity(self, number: int) -> Speaker:
        self._focus.add(number, SPEAKER)
        entity = self._entities.all[number]
        return Speaker(entity.name, entity.type)

    def _resolve(self, link: Link, phrase: Phrase) -> Speaker | None:
        match phrase.head:
            case Head.PRONOUN:
                return self._pronoun(link, phrase)
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
            case _:
                return self._other(phrase)

    def _names(self, phrase: Phrase) -> Speaker:
        named = [self._entity(m.entity) for m in phrase.named]
        if len(named) == 1:
            return named[0]
        joined = ", ".join(s.name for s in named[:-1]) + " and " + named[-1].name
        return Speaker(joined, SpeakerType.GROUP)

    def _pronoun(self, link: Link, phrase: Phrase) -> Speaker | None:
        key = phrase.noun
        here = self._entities.sentence_at(phrase.span.start)
        if key in _HE:
            found = self._focus.person(_HE[key], margin=_MARGIN)
            return None if found is None else self._entity(found)
        if key in _RELATIVE:
            return self._antecedent(phrase.span.start)
        if key in _THEY:
            if self._plural is not None and here - self._plural[1] <= 4:
                return self._plural[0]
            return self._thing[0] if self._thing is not None and here - self._thing[1] <= 2 else None
        if key in _IT:
            if self._thing is not None and here - self._thing[1] <= 2:
                return self._thing[0]
            found = self._focus.thing()
            return None if found is None else self._entity(found)
        if key in _SPEAKING:
            return self._inside_quotation(link, phrase.span)
        return None

    def _inside_quotation(self, link: Link, span: Span) -> Speaker | None:
        for number, other in enumerate(self._links):
            if other is not link and number in self._named and any(c.holds(span) for c in other.content):
                return self._named[number]
        return None

    # -- descriptions --------------------------------------------------------------------------------------------

    def _role(self, phrase: Phrase) -> Speaker | None:
        if phrase.determiner in _HE and not phrase.trailer:
            owned = self._owned(phrase)
            if owned is not None:
                return owned
        found = self._bearer(phrase)
        if found is not None:
            return self._entity(found)
        definite = phrase.determiner in DETERMINERS and phrase.determiner not in _INDEFINITE
        if definite and len(_content(phrase)) < 3 and not phrase.trailer:
            return None
        return Speaker(_written(self._text, phrase.span), SpeakerType.GROUP)

    def _owned(self, phrase: Phrase) -> Speaker | None:
        """ "his lawyer": the owner's name before the rest."""
        owner = self._focus.person(_HE[phrase.determiner], margin=_MARGIN)
        if owner is None:
            return None
        for number, entity in enumerate(self._entities.all):
            if number != owner and any(r.head == same(phrase.noun) and _HE_SHE & r.words for r in entity.roles):
                return self._entity(number)
        rest = self._text[phrase.span.start : phrase.span.end].split(None, 1)[1]
        return Speaker(f"{self._entities.all[owner].name}'s {' '.join(rest.split())}", SpeakerType.GROUP)

    def _bearer(self, phrase: Phrase) -> int | None:
        """Whom the article introduced with this role: nearest before, or soon after in a lead."""
        head = same(phrase.noun)
        wanted = _content(phrase)
        wider = WIDER_ROLE.get(head, frozenset())
        best: tuple[float, int] | None = None
        for number, entity in enumerate(self._entities.all):
            if entity.type is not SpeakerType.PERSON or not entity.roles:
                continue
            score = max((_fit(head, wider, wanted, role.head, role.words, entity) for role in entity.roles), default=0.0)
            if score <= 0:
                continue
            known = entity.first < phrase.span.start
            near = self._focus.weight(number)
            if not known:
                gap = entity.first - phrase.span.end
                if gap > 900 or (phrase.determiner in ("this", "that")):
                    continue
                score -= 0.3
            elif phrase.determiner in _INDEFINITE or (not phrase.determiner and phrase.trailer):
                continue
            total = score + min(near, 2.0)
            if best is None or total > best[0]:
                best = (total, number)
        return None if best is None or best[0] < 0.8 else best[1]

    def _group(self, phrase: Phrase) -> Speaker:
        return Speaker(_written(self._text, phrase.span), SpeakerType.GROUP)

    def _paper(self, phrase: Phrase) -> Speaker | None:
        if phrase.determiner in ("the", "this", "that", "its", "their") and len(_content(phrase)) < 2 and not phrase.trailer:
            known = self._documents.get(_document(phrase.noun))
            if known is not None:
                return known[0]
            if self._thing is not None and self._thing[0].type is SpeakerType.OUTLET:
                return self._thing[0]
            return None
        return Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.OUTLET)

    def _organisation(self, phrase: Phrase) -> Speaker | None:
        noun = phrase.noun
        definite = phrase.determiner in ("the", "this", "that")
        if phrase.named or (not definite and phrase.determiner) or phrase.trailer or noun in ("campaign", "team", "camp", "administration"):
            return Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.ORGANISATION)
        wanted = _content(phrase)
        best: tuple[float, int] | None = None
        for number, entity in enumerate(self._entities.all):
            if entity.type is SpeakerType.PERSON or entity.vague and noun not in COMPANY_NOUNS or entity.first > phrase.span.start:
                continue
            near = self._focus.weight(number)
            if noun in entity.keys[-1:] or noun in entity.keys:
                score = 2.0
            elif noun in COMPANY_NOUNS and entity.type is SpeakerType.ORGANISATION and not entity.place and near > 0.1:
                score = 0.5
            elif noun in PUBLIC_NOUNS and near > 0.2 and entity.type is SpeakerType.ORGANISATION and not entity.place:
                score = 0.5
            else:
                continue
            total = score + near
            if best is None or total > best[0]:
                best = (total, number)
        if best is not None and best[0] > 0.6:
            return self._entity(best[1])
        return Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.ORGANISATION) if len(wanted) > 1 else None

    def _other(self, phrase: Phrase) -> Speaker | None:
        written = self._text[phrase.span.start : phrase.span.end]
        if len(phrase.named) == 1 and phrase.named[0].span.start == phrase.span.start:
            pass
        if phrase.determiner in ("the", "this", "that", "these", "those") and len(_content(phrase)) < 2 and not phrase.trailer:
            return None
        capital = written[:1].isupper()
        kind = SpeakerType.ORGANISATION if capital and phrase.determiner == "" else SpeakerType.GROUP
        return Speaker(_written(self._text, phrase.span, determiner=True), kind)

    def _antecedent(self, start: int) -> Speaker | None:
        """The noun phrase before a relative pronoun."""
        before = self._text[max(0, start - 160) : start].rstrip()
        base = max(0, start - 160)
        comma = before.endswith(",")
        end = base + len(before.rstrip(","))
        near = [m for m in self._entities.within(Span(max(0, end - 80), end)) if m.span.end <= end]
        if near and end - near[-1].span.end <= 1 and not near[-1].modifier:
            return self._entity(near[-1].entity)
        if near and comma:
            gap = self._text[near[-1].span.end : end]
            if re.fullmatch(r"(?:\s\([^()]*\))?(?:,\s[^,.;]{2,70})?", gap) and self._entities.all[near[-1].entity].type is SpeakerType.PERSON:
                return self._entity(near[-1].entity)
        return None


_HE_SHE = frozenset({"his", "her", "their"})


def _document(noun: str) -> str:
    return {"survey": "poll", "analysis": "study", "piece": "article", "story": "article", "paper": "study"}.get(noun, noun)


def _content(phrase: Phrase) -> frozenset[str]:
    return frozenset(same(w) for w in phrase.words if w not in _CONTENT and w[:1].isalnum())


def _fit(
    head: str, wider: frozenset[str], wanted: frozenset[str], role: str, words: frozenset[str], entity: Entity
) -> float:
    """How well a role that the article gave somebody answers a description; 0 for not at all."""
    if role == head or head in words:
        base = 1.0
    elif role in wider:
        base = 0.7
    else:
        return 0.0
    extra = wanted - {head}
    if not extra:
        return base
    found = sum(w in words or w in entity.keys for w in extra)
    return base + 0.3 * found - 0.35 * (len(extra) - found)


def _written(text: str, span: Span, *, determiner: bool = False) -> str:
    """The words of `span` on one line; without "the" where `determiner` says so; no capital owed to a sentence's start."""
    written = " ".join(text[span.start : span.end].split())
    first, _, rest = written.partition(" ")
    if determiner and rest and first.lower() in ("the", "a", "an", "this", "that"):
        return rest
    key = bare(first)
    if first[:1].isupper() and first[1:].islower() and rest and key in DETERMINERS | GROUPS - NATIONALITIES | _LOWER:
        return first.lower() + " " + rest
    return written


_LOWER = frozenset("many some most several few two three four five six another other others one no top senior federal local".split()) | ROLES | ORG_NOUNS

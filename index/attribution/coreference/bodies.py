"""Which organisation a noun means: "the ministry", "the company", "the club"."""

import re
from bisect import bisect_left

from index.attribution.coreference.descriptions import content_words, near
from index.attribution.coreference.phrases import Phrase
from index.attribution.coreference.salience import Focus
from index.attribution.entities.context import is_thing
from index.attribution.entities.find import Entities, Entity
from index.model.article import Span, SpeakerType
from index.text.organisations import (
    BODY_NOUNS,
    CALLED_ALSO,
    CLUBS,
    COMPANY_HEADS,
    COMPANY_NOUNS,
    KNOWN_ACRONYMS,
    KNOWN_NOUNS,
    ORG_NOUNS,
    PORTFOLIOS,
    PUBLIC_NOUNS,
)
from index.text.outlets import OUTLET_HEADS
from index.text.places import COUNTRIES

_PUBLIC = PUBLIC_NOUNS | frozenset(
    "administration service services center centre institute board survey police".split()
)
_BY_FOCUS = (
    COMPANY_NOUNS
    | PUBLIC_NOUNS
    | frozenset("club team charity union network station foundation nonprofit organization organisation".split())
)
_ENOUGH = 0.6
_OFTEN = 0.15  # what each mention before adds to how well something is known, up to so many
_MOST_OFTEN = 4
_CALLED_SO = 0.3  # what it adds that a noun has meant something before
_LOCATIVE = re.compile(
    r"(?<![Ss]hares )(?<![Ss]take )\b(?:in|near|around|across|outside|throughout|downtown"
    r"|(?:city|town|village|county|port) of)[ \u00a0]$"
)
_BROUGHT_IN = re.compile(
    rf"(?<![\w’'-])(?:the|an?|its|their|(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[’']s?)\s"
    rf"(?P<name>(?:(?:{'|'.join(sorted(PORTFOLIOS))})\s(?:and\s)?){{1,3}}(?P<noun>{'|'.join(sorted(BODY_NOUNS))}))(?![\w’'-])",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r",?\s[A-Z(]")
_HAS = re.compile(r"[’']s?\s|\s(?:group|company|firm|chain|shares|stock|bosses|executives)\b")
_WHERE = frozenset(
    "city county town village parish district borough state federal regional provincial national local municipal "
    "central public".split()
)
_TOPICS = PORTFOLIOS - _WHERE - frozenset({"defence", "labour", "harbour"})
_SPELT = {"defence": "defense", "labour": "labor", "harbour": "harbor"}
_NO_COMPANIES = KNOWN_ACRONYMS - {"ibm", "bp"}


class Bodies:
    """Finds the organisation that a noun means among those of an article."""

    def __init__(self, entities: Entities, focus: Focus) -> None:
        self._entities = entities
        self._focus = focus
        self._named: dict[str, list[int]] = {}
        self._called: dict[str, int] = {}  # what a noun has meant before
        self._companies: list[int] = []
        self._unnamed: dict[str, list[tuple[int, str]]] | None = None  # where and with what name, by noun
        self._placed: dict[int, bool] = {}
        for number, entity in enumerate(entities.all):
            if entity.type is SpeakerType.PERSON:
                continue
            called = {role.head for role in entity.roles}
            for word in {*entity.keys, *called, *KNOWN_NOUNS.get(" ".join(entity.keys), ())}:
                self._named.setdefault(word, []).append(number)
        acting = {m.entity for m in entities.mentions if not m.quoted and (m.subject or _does(entities.text, m.span))}
        for number, entity in enumerate(entities.all):
            tells = (
                entity.type is SpeakerType.ORGANISATION and not entity.place and not any(map(_has_digit, entity.keys))
            )
            if tells and (number in acting or not (entity.vague or entity.name.isupper())):
                self._companies.append(number)

    def find(self, phrase: Phrase) -> int | str | None:
        """The organisation with that noun in its name, by its words where these are not capitals; or the one that is
        known best of those that may be called so."""
        start, noun = phrase.span.start, phrase.noun
        topics = frozenset(_SPELT.get(word, word) for word in phrase.words - {noun}) & _TOPICS
        named = near(self._entities, start, self._named.get(noun, ()))
        named = [n for n in named if self._is_before(n, start) and self._is_about(n, topics)]
        if named:
            found = max(named, key=lambda n: (self._focus.weight(n), -n))
            self._called[noun] = found
            return found
        alone = len(content_words(phrase)) == 1
        unnamed = self._brought_in(noun, start) if alone else None
        if unnamed is not None:
            return unnamed
        best: tuple[float, int] | None = None
        for number in near(self._entities, start, self._companies):
            if not self._is_before(number, start) or not self._is_about(number, topics):
                continue
            base = self._callable(number, noun, start)
            total = base + self._focus.weight(number) + alone * self._prominence(number, start)
            total += _CALLED_SO * (alone and self._called.get(noun) == number)
            if base and (best is None or (total, -number) > (best[0], -best[1])):
                best = (total, number)
        if best is not None and best[0] > _ENOUGH:
            self._called[noun] = best[1]
            return best[1]
        return self._called.get(noun) if alone else None

    def _is_about(self, number: int, topics: frozenset[str]) -> bool:
        """Whether the name has all that a description says a body is for: "the health ministry"."""
        return not topics or topics <= {_SPELT.get(word, word) for word in self._entities.all[number].keys}

    def _is_before(self, number: int, start: int) -> bool:
        return self._entities.all[number].first <= start

    def _prominence(self, number: int, start: int) -> float:
        """How well something is known by how often it was named before."""
        mentions = self._entities.all[number].mentions
        return _OFTEN * min(_MOST_OFTEN, bisect_left(mentions, start, key=_start))

    def _callable(self, number: int, noun: str, start: int) -> float:
        """How well something may be called by a noun that its name does not hold; 0 for not at all."""
        entity = self._entities.all[number]
        if entity.type is not SpeakerType.ORGANISATION or entity.place:
            return 0.0
        weight = self._focus.weight(number)
        if not CALLED_ALSO.get(noun, frozenset()).isdisjoint(entity.keys):
            return 0.7
        otherwise = _otherwise(entity)
        if is_company(noun):
            otherwise |= not OUTLET_HEADS.isdisjoint(entity.keys) or " ".join(entity.keys) in _NO_COMPANIES
            otherwise |= bool(entity.roles) and not any(is_company(role.head) for role in entity.roles)
            known = weight > 0.1 or not entity.vague or self._prominence(number, start) > _OFTEN
            return 0.5 if known and not otherwise and not self._is_placed(number) else 0.0
        if noun in _BY_FOCUS and weight > 0.2 and not entity.vague and COMPANY_HEADS.isdisjoint(entity.keys[-1:]):
            public = noun in PUBLIC_NOUNS
            if not otherwise or (public and not _PUBLIC.isdisjoint(entity.keys)):
                return 0.5 if public else 0.3
        return 0.0

    def _is_placed(self, number: int) -> bool:
        """Whether the article has something to happen in what nothing tells to be a company: it is a place."""
        if number not in self._placed:
            text, entity = self._entities.text, self._entities.all[number]
            self._placed[number] = entity.vague and any(
                _LOCATIVE.search(text, max(0, span.start - 24), span.start) for span in entity.mentions
            )
        return self._placed[number]

    def _brought_in(self, noun: str, start: int) -> str | None:
        """The name of a body without capitals that the text had last before `start`: "the culture ministry"."""
        if noun not in BODY_NOUNS:
            return None
        if self._unnamed is None:
            self._unnamed = {}
            for match in _BROUGHT_IN.finditer(self._entities.text):
                if match["noun"].islower() and not _NAME_AFTER.match(self._entities.text, match.end()):
                    name = " ".join(match["name"].split())
                    self._unnamed.setdefault(match["noun"], []).append((match.start(), name))
        found = self._unnamed.get(noun, [])
        at = bisect_left(found, (start, ""))
        return found[at - 1][1] if at else None


def _does(text: str, name: Span) -> bool:
    """Whether something is done by what a name names, or it has something, or is called a company."""
    return text.endswith(" by ", 0, name.start) or _HAS.match(text, name.end) is not None


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def is_company(noun: str) -> bool:
    """Whether a noun is for a company: "the retailer", "the planemaker"."""
    return noun in COMPANY_NOUNS or (noun.endswith("maker") and is_thing(noun))


def _otherwise(entity: Entity) -> bool:
    """Whether the name itself says that this is something else than a company or club: a ministry, a country."""
    words = frozenset(entity.keys) - CLUBS - COMPANY_HEADS
    return not ORG_NOUNS.isdisjoint(words) or " ".join(entity.keys) in COUNTRIES


def _start(span: Span) -> int:
    return span.start

"""Whom a description means: "the ambassador", "his wife"."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from index.attribution.coreference.phrases import INDEFINITE, Phrase
from index.attribution.coreference.salience import GENDERS, Focus
from index.attribution.entities.context import PersonRole, same
from index.attribution.entities.find import Entities, Entity, Gender
from index.model.article import ParagraphKind, SpeakerType
from index.text.folding import bare
from index.text.places import NATIONALITIES
from index.text.roles import (
    AT_WORK,
    COUNTERPARTS,
    CRAFTS,
    FEMALE_WORDS,
    KIN,
    MALE_WORDS,
    OFFICES,
    ROLES,
    SCHOLARS,
    TRADES,
    WIDER_ROLE,
    is_aged,
)
from index.text.words import STOP_WORDS

_SOON = 1200  # characters within which a lead names whom it described
_LATER = 6  # bearers of a role looked at after a mention
_EARLIER = 40  # entities looked at before a mention
_OPENING_SENTENCES = 3
# A leader is not the opposition's, nor the minister her deputy.
_APART = frozenset({"opposition", "deputy", "vice", "shadow", "acting"})
_OWNED = re.compile(r"\w[’']s?\s")  # "the club's chairwoman" is told of for the first time
_FOR = re.compile(r"\S\sfor\s(.+)", re.DOTALL)
_WHOSE = re.compile(r"\b([Hh]is|[Hh]er)\s(?:\w+\s){0,2}\w+,?\s$")
_OWNER = 40  # characters before a name in which that of a relative's owner stands
_BODIES = frozenset({"regulator", "watchdog"})  # what is no one person
PAST = frozenset({"former", "then", "late", "ex", "onetime", "one-time", "retired", "outgoing"})


def content_words(phrase: Phrase) -> frozenset[str]:
    """The words of a phrase that tell something, in commonest form."""
    return frozenset(same(word) for word in phrase.words if word not in STOP_WORDS and word[:1].isalnum())


def near(entities: Entities, start: int, numbers: Iterable[int], later: int = 0) -> list[int]:
    """Those of `numbers` that are first named last before `start`, and the `later` first ones after it; in order."""
    ordered = sorted(numbers)
    at = bisect_left(ordered, start, key=lambda number: entities.all[number].first)
    return ordered[max(0, at - _EARLIER) : at + later]


class Descriptions:
    """Finds the person whom a description means among those of an article, or None."""

    def __init__(self, entities: Entities, focus: Focus) -> None:
        self._entities = entities
        self._focus = focus
        self._roles: dict[str, list[int]] = {}
        self._families: dict[str, list[int]] = {}
        self._strangers: dict[int, int] = {}  # people of whom the article says nothing, by where it first names them
        self._led: dict[str, int | None] = {}  # whom the lead described, by head
        for number, entity in enumerate(entities.all):
            if entity.type is SpeakerType.PERSON:
                self._families.setdefault(entity.keys[-1], []).append(number)
                if len(entity.keys) > 1 and all(is_aged(role.head) for role in entity.roles):
                    self._strangers[entity.first] = number
                for word in {word for role in entity.roles for word in (role.head, *_parts(role.head), *role.words)}:
                    self._roles.setdefault(word, []).append(number)
        body = [n for n, s in enumerate(entities.sentences[:_EARLIER]) if s.kind is ParagraphKind.BODY]
        self._opening = body[min(_OPENING_SENTENCES, len(body) - 1)] if body else 0

    def is_family(self, plural: str) -> bool:
        """Whether a folded word is the plural of somebody's family name."""
        return plural[-1:] == "s" and (plural[:-1] in self._families or plural[:-2] in self._families)

    def bearer(self, phrase: Phrase) -> int | None:
        """Whom the article introduced with a role: the most salient before, or whom it names soon after its lead."""
        start = phrase.span.start
        opening = self._entities.sentence_at(start) <= self._opening
        indefinite = phrase.determiner in INDEFINITE
        if not opening and (indefinite or not phrase.determiner):
            return None
        head = same(phrase.noun)
        wider = WIDER_ROLE.get(head, frozenset())
        wanted = content_words(phrase)
        # Whom the text names only later must be said to be of the same house: "the Rovers manager".
        owners = {
            key
            for e in phrase.named
            if not self._entities.all[e.entity].place
            for key in self._entities.all[e.entity].keys[-1:]
        }
        served = self._served(phrase) if head == "spokesperson" else frozenset[str]()
        best: tuple[float, int] | None = None
        for number in self._near(start, {number for word in (head, *wider) for number in self._roles.get(word, ())}):
            entity = self._entities.all[number]
            score = _best_fit(head, wider, wanted, entity, lenient=opening)
            later = entity.first > start
            if score <= 0 or (indefinite and not later):
                continue
            if served and all(served.isdisjoint(role.words) for role in entity.roles):
                continue
            if later and not owners <= {word for role in entity.roles for word in role.words}:
                continue
            if later and (entity.first - phrase.span.end > _SOON or phrase.determiner in ("this", "that")):
                continue
            total = score - 0.1 * later + min(self._focus.weight(number), 2.0)
            if best is None or total > best[0]:
                best = (total, number)
        if best is not None and best[0] >= (0.55 if opening else 0.8):
            return best[1]
        if opening and head not in self._led:
            self._led[head] = self._named_next(phrase)
        return None if indefinite and not opening else self._led.get(head)

    def _served(self, phrase: Phrase) -> frozenset[str]:
        """Whose spokesperson a description is of, by the words behind "for": "a spokesperson for flydubai"."""
        match = _FOR.search(self._entities.text, phrase.span.start, phrase.span.end)
        found = (bare(word) for word in match[1].split()) if match is not None else ()
        return frozenset(same(word) for word in found if word not in STOP_WORDS)

    def _named_next(self, phrase: Phrase) -> int | None:
        """Whom the next paragraph begins with, named for the first time and with no word of who that is: a lead that
        described somebody has told it."""
        text, end = self._entities.text, self._entities.text.find("\n", phrase.span.end)
        if end < 0 or phrase.determiner in ("this", "that"):
            return None
        found = self._strangers.get(len(text) - len(text[end:].lstrip()))
        return found if found is not None and self.may_be(found, phrase) else None

    def _near(self, start: int, numbers: Iterable[int]) -> list[int]:
        """Those of `numbers` that are first named last before `start`, and first after it; in order."""
        return near(self._entities, start, numbers, _LATER)

    def may_be(self, number: int, phrase: Phrase) -> bool:
        """Whether nothing that is known of somebody speaks against a description that introduced nobody."""
        noun = phrase.noun
        gender = self._focus.gender(number)
        wrong = FEMALE_WORDS if gender is Gender.MALE else MALE_WORDS if gender is Gender.FEMALE else frozenset()
        roles = self._entities.all[number].roles
        if self._entities.all[number].type is not SpeakerType.PERSON or noun in _BODIES:
            return False
        past = not PAST.isdisjoint(phrase.words)
        # A manager may be the former defender and the father of two.
        beside = past or (noun in KIN and any("of" in word.split("-") for word in phrase.words))
        if noun in wrong or (not beside and any(_rivals(role.head, same(noun)) for role in roles)):
            return False
        if noun in OFFICES and not past and not self._holds(number, phrase):
            before = self._entities.all[number].first < phrase.span.start
            owned = _OWNED.search(self._entities.text, phrase.span.start, phrase.span.end) is not None
            if roles or (before and owned):
                return False
        of = phrase.words & NATIONALITIES
        if of and any(role.words & NATIONALITIES and of.isdisjoint(role.words) for role in roles):
            return False
        return not is_aged(noun) or not any(is_aged(role.head) for role in roles)

    def _holds(self, number: int, phrase: Phrase) -> bool:
        """Whether any role that the article gave somebody answers a description."""
        head = same(phrase.noun)
        wider = WIDER_ROLE.get(head, frozenset())
        return _best_fit(head, wider, content_words(phrase), self._entities.all[number], lenient=True) > 0

    def relative(self, owner: int, noun: str) -> int | None:
        """The one other person of the owner's family name, or introduced as such a relative, whose gender fits."""
        family = self._families.get(self._entities.all[owner].keys[-1], [])
        gender = Gender.FEMALE if noun in FEMALE_WORDS else Gender.MALE if noun in MALE_WORDS else None
        start = self._entities.all[owner].first
        found = [
            number
            for number in self._near(start, {*family, *self._roles.get(noun, ())} - {owner})
            if (number not in family or len(self._entities.all[number].keys) > 1)
            and (gender is None or self._focus.gender(number) in (gender, None))
            and self._may_be_kin(number, noun, self._focus.gender(owner))
        ]
        return found[0] if len(found) == 1 else None

    def _may_be_kin(self, number: int, noun: str, owner: Gender | None) -> bool:
        """Whether the article introduces somebody as no other sort of relative, and as nobody else's: a brother is no
        father, "his father, Bo Marsh" not hers."""
        entity = self._entities.all[number]
        kin = {role.head for role in entity.roles if role.head in KIN}
        whose = _WHOSE.search(self._entities.text, max(0, entity.first - _OWNER), entity.first)
        if whose is not None and owner is not None and GENDERS[whose[1].lower()] is not owner:
            return False
        return not kin or same(noun) in kin


def _best_fit(head: str, wider: frozenset[str], wanted: frozenset[str], entity: Entity, *, lenient: bool) -> float:
    """How well the role that fits best answers a description; 0 where none does."""
    return max((_fit(head, wider, wanted, role, entity, lenient=lenient) for role in entity.roles), default=0.0)


def _fit(
    head: str, wider: frozenset[str], wanted: frozenset[str], role: PersonRole, entity: Entity, *, lenient: bool
) -> float:
    """How well a role that the article gave somebody answers a description; 0 for not at all."""
    others = head in role.words and role.head not in KIN  # "the minister's wife" is no minister
    if role.head == head or others or head in _parts(role.head):
        base = 1.0
    elif role.head in wider:
        base = 0.7
    else:
        return 0.0
    extra = wanted - {head}
    if not (role.words & _APART) <= wanted:
        return 0.0
    if any(word in NATIONALITIES and word not in role.words for word in extra) and role.words & NATIONALITIES:
        return 0.0
    found = sum(word in role.words or word in entity.keys for word in extra)
    return base + 0.3 * found - (0.1 if lenient else 0.35) * (len(extra) - found)


def _parts(head: str) -> list[str]:
    """The roles that a compound one ends in: "founder" of "co-founder", "teacher" of "schoolteacher"."""
    return [head[at:] for at in range(2, len(head) - 3) if head[at:] in ROLES]


def _rivals(role: str, wanted: str) -> bool:
    """Whether two roles hardly describe one person: an office holder is no reporter, a surgeon no patient."""
    if role in COUNTERPARTS.get(wanted, ()) or wanted in COUNTERPARTS.get(role, ()):
        return True
    if is_aged(wanted) or wanted in CRAFTS:
        return role in AT_WORK
    if wanted in NATIONALITIES or (_is_scholar(role) and _is_scholar(wanted)):
        return False
    return role != wanted and (role in TRADES) != (wanted in TRADES)


def _is_scholar(role: str) -> bool:
    """Whether a role is a scholar's: a professor may be the entomologist."""
    return role in SCHOLARS or role.endswith("ologist")

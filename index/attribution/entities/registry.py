"""The register of an article's entities under all their names, and the choice between those who share one."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from index.attribution.entities.evidence import says
from index.attribution.entities.pieces import EntityDraft, Gender, NameKind, Piece, family_key
from index.text.folding import fold
from index.text.given_names import GIVEN_NAMES
from index.text.organisations import CLUBS, COMPANY_HEADS, KNOWN_SHORT, ORG_HEADS
from index.text.roles import CABINET, FEMALE_WORDS, HONORIFICS, MALE_WORDS, ROYAL
from index.text.words import GENERATIONS, SUFFIXES, words

_MOST = 30  # bearers of one name; beyond, nobody can tell
_UNKNOWN = 50  # sentences since a mention that never was
_AHEAD = 1.25


class Chooser:
    """Gives bare names to their bearers as an article goes on.

    A name is its only bearer's; else that of the bearer whom its title fits, who was named before, who has just
    spoken, who is named most often, or who was named just now. In doubt it is nobody's.
    """

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._text = text
        self._spoke: tuple[EntityDraft, int] | None = None  # last by the full name, in which sentence
        self._seen: dict[int, int] = {}
        self._first: dict[int, int] = {}
        self._by_family: set[int] = set()
        self._totals: Counter[int] = Counter()
        for piece in pieces:
            if piece.entity is not None:
                self._totals[id(piece.entity)] += 1
                self._first.setdefault(id(piece.entity), piece.run.sentence)

    def see(self, draft: EntityDraft, piece: Piece) -> None:
        """Note that `piece` names `draft`."""
        self._seen[id(draft)] = piece.run.sentence
        if draft.keys[-1] in piece.keys:
            self._by_family.add(id(draft))
        if draft.kind is NameKind.PERSON and len(piece.keys) > 1 and says(self._text, piece):
            self._spoke = draft, piece.run.sentence

    def choose(self, piece: Piece) -> EntityDraft | None:
        """The bearer that `piece` means, or None."""
        fits = fitting(piece)
        if len(fits) > _MOST:
            return None
        if len(fits) > 1 and any(title in MALE_WORDS or title in FEMALE_WORDS for title in piece.titles):
            sure = [draft for draft in fits if draft.gender is not None]
            fits = sure if len(sure) == 1 else fits
        before = [draft for draft in fits if id(draft) in self._seen]
        # Who was named by the given name alone is not meant by the family name.
        fits = [draft for draft in before if id(draft) in self._by_family] or before or fits
        if len(fits) < 2:
            return fits[0] if fits else None
        if (speaker := self._going_on(fits, piece)) is not None:
            return speaker
        ranked = sorted(fits, key=lambda draft: self._weight(draft, piece.run.sentence), reverse=True)
        best, second = (self._weight(draft, piece.run.sentence) for draft in ranked[:2])
        return ranked[0] if best > _AHEAD * second else None

    def _going_on(self, fits: Sequence[EntityDraft], piece: Piece) -> EntityDraft | None:
        """Who spoke by the full name in the sentence before, and speaks again: "Ana Ruiz spoke. “Go,” [Ruiz] said"."""
        if self._spoke is None or piece.titles or not says(self._text, piece):
            return None
        speaker, spoke = self._spoke
        others = [draft for draft in fits if draft is not speaker]
        near = len(others) < len(fits) and piece.run.sentence - spoke <= 1
        return speaker if near and all(self._seen.get(id(draft), 0) <= spoke for draft in others) else None

    def _weight(self, draft: EntityDraft, sentence: int) -> float:
        named = self._seen.get(id(draft), self._first.get(id(draft)))
        age = _UNKNOWN if named is None else abs(sentence - named)
        return math.sqrt(self._totals[id(draft)]) + 2.0 / (1 + age)


def fitting(piece: Piece) -> list[EntityDraft]:
    """The bearers of a bare name whose gender its titles allow; a relative does not bear the office holder's title."""
    male = any(title in MALE_WORDS for title in piece.titles)
    female = any(title in FEMALE_WORDS for title in piece.titles)
    office = any(title not in HONORIFICS for title in piece.titles)
    return [
        draft
        for draft in piece.options
        if not (male and draft.gender is Gender.FEMALE)
        and not (female and draft.gender is Gender.MALE)
        and not (office and draft.kin)
    ]


_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&]{1,9})\)")
_OWNER = re.compile(r"([A-Z][\w-]*(?: [A-Z][\w-]*)?)[’']s[ \u00a0]$")
_GENERIC = CABINET | words(
    """
    national supreme high central federal city county labour transport trade economy security police constitutional
    appeals electoral election intelligence public civil royal armed air ground general
    """
)
_SMALL = frozenset({"of", "the", "and", "for", "&", "on", "to", "a"})


class Register:
    """Finds entities by full names, short forms, family names, given names and initials; each in constant time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[tuple[str, ...], EntityDraft] = {}
        self._endings: dict[tuple[str, ...], EntityDraft | None] = {}
        self._openings: dict[tuple[str, ...], EntityDraft] = {}
        self._outlets: dict[str, EntityDraft | None] = {}
        # A father and his son are two: with all these goes what tells generations apart.
        self._people: dict[tuple[str, tuple[str, ...]], EntityDraft] = {}
        self._given: dict[tuple[str, str, str], EntityDraft] = {}
        self._initials: dict[tuple[str, str, str], EntityDraft] = {}
        self._families: dict[str, list[EntityDraft]] = {}
        self._parts: dict[str, list[EntityDraft]] = {}

    def person(self, keys: tuple[str, ...]) -> EntityDraft | None:
        """The person already known under this or a longer form of a name of several words."""
        bare, age = _without_suffix(keys), _generation(keys)
        family = family_key(keys)
        if len(bare) < 2:
            alike = [draft for draft in self._parts.get(family, ()) if _generation(draft.keys) == age]
            return alike[0] if age and len(alike) == 1 else self._people.get((age, bare))
        given = bare[0]
        found = (
            self._people.get((age, bare))
            or self._given.get((age, given, family))
            or self._given.get((age, given[0], family))
        )
        return found if found is not None or len(given) > 1 else self._initials.get((age, given, family))

    def initialled(self, letters: str) -> list[EntityDraft]:
        """The people whose names begin with those letters, in order."""
        found = dict.fromkeys(
            draft
            for (_, first, _), draft in self._given.items()
            if first[0] == letters[0]
            and "".join(part[0] for key in draft.keys for part in key.split("-") if part) == letters
        )
        return list(found)

    def family(self, key: str) -> list[EntityDraft]:
        """The bearers of a family name, in the order they were entered; may be empty."""
        return self._families.get(key, [])

    def bearers(self, key: str) -> list[EntityDraft]:
        """The bearers of a family name, else of any other part of a name; who is only told from a parent by "Jr." has
        none of these alone: "Jerry" is not "Jerry Jr."."""
        return self._families.get(key) or [draft for draft in self._parts.get(key, ()) if not _is_junior(draft.keys)]

    def named(self, keys: tuple[str, ...]) -> EntityDraft | None:
        """The organisation, outlet or place of that name or acronym, or the person known by that one name."""
        return self._names.get(keys)

    def short(self, key: str, piece: Piece) -> EntityDraft | None:
        """What a well-known short form stands for where the article has the long one, if only inside another name."""
        full = KNOWN_SHORT.get(key)
        if full is None:
            return None
        words = tuple(full.split())
        known = self._names.get(words)
        if known is None and words in self._openings:
            known = self.enter(words, piece, piece.kind)
            known.name = full.title()
        return known

    def trading_as(self, key: str) -> EntityDraft | None:
        """The company or club that goes by one word of its name: "Halden" for Halden Motors, "Rovers"."""
        if key in CLUBS:
            return self._endings.get((key,))
        company = self._openings.get((key,))
        return company if company is not None and company.keys[-1] in COMPANY_HEADS else None

    def organisation(self, keys: tuple[str, ...], kind: NameKind, pieces: Sequence[Piece]) -> EntityDraft:
        """The entity of that name, a longer name that ends in it where there is just one, or else a new one."""
        known = self._names.get(keys)
        if known is None and len(keys) == 1 and kind is NameKind.OUTLET:
            known = self._outlets.get(keys[0])
        if known is None and len(keys) > 1 and keys[-1] in ORG_HEADS:
            known = self._endings.get(keys)
        if known is not None:
            return known
        draft = self.enter(keys, pieces[0], kind)
        if keys[-1] in ORG_HEADS and all(key in _GENERIC or key in ORG_HEADS for key in keys):
            self._own(draft, pieces)
        for piece in pieces:
            match = _ACRONYM.match(self._text, piece.end)
            if match:
                self._names.setdefault((fold(match[1]).replace(".", ""),), draft)
        initials = "".join(key[0] for key in keys if key not in _SMALL)
        if len(initials) > 2 and not all(piece.run.headline for piece in pieces):  # whose capitals prove no name
            self._names.setdefault((initials,), draft)
        return draft

    def _own(self, draft: EntityDraft, pieces: Sequence[Piece]) -> None:
        """Let a name that many have carry its owner: "Ruritania's Foreign Ministry"."""
        for piece in pieces:
            owner = _OWNER.search(self._text, max(0, piece.start - 40), piece.start)
            if owner and not piece.run.definite and not piece.before:
                draft.name = self._text[owner.start() : piece.end]
                return

    def enter(self, keys: tuple[str, ...], piece: Piece, kind: NameKind, *, vague: bool = False) -> EntityDraft:
        """A new entity, named as `piece` has it."""
        draft = EntityDraft(keys, " ".join(self._text[piece.start : piece.end].split()), kind, vague)
        if kind is NameKind.PERSON:
            if len(keys) == 1 and piece.titles and piece.titles[-1] in ROYAL:
                draft.name = self._text[piece.run.starts[piece.first - 1] : piece.end]
            self._enter_person(draft)
            return draft
        self._names.setdefault(keys, draft)
        for size in range(1, len(keys)):
            ending = keys[-size:]
            self._endings[ending] = None if ending in self._endings else draft
            self._openings.setdefault(keys[:size], draft)
        if kind is NameKind.OUTLET and len(keys) > 1:
            self._outlets[keys[-1]] = None if keys[-1] in self._outlets else draft
        return draft

    def call(self, key: str, draft: EntityDraft) -> None:
        """Let `draft` be found under one more word."""
        self._names[(key,)] = draft

    def _enter_person(self, draft: EntityDraft) -> None:
        bare, age = _without_suffix(draft.keys), _generation(draft.keys)
        family = family_key(draft.keys)
        if not _is_junior(draft.keys):
            self._families.setdefault(family, []).append(draft)
        for key in set(draft.keys):
            self._parts.setdefault(key, []).append(draft)
        for first in range(len(bare) - 1):
            self._people.setdefault((age, bare[first:]), draft)
            self._people.setdefault((age, (*bare[first:-1], family)), draft)
        if len(bare) > 2:
            self._people.setdefault((age, bare[1:-1]), draft)
        if len(bare) > 1:
            self._given.setdefault((age, bare[0], family), draft)
            self._initials.setdefault((age, bare[0][0], family), draft)


def _generation(keys: tuple[str, ...]) -> str:
    """What tells somebody from a parent of the same name: "jr", "iii"; or ""."""
    return GENERATIONS.get(keys[-1], "")


def _is_junior(keys: tuple[str, ...]) -> bool:
    """Whether a name is a given name and what tells somebody from a parent: "Jerry Jr."."""
    return len(keys) == 2 and _generation(keys) != "" and keys[0] in GIVEN_NAMES


def _without_suffix(keys: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(key for key in keys if key not in SUFFIXES)
    return kept or keys

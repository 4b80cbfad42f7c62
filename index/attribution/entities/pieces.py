"""Runs cut into pieces, each a name with its titles, what its words tell of it, and the drafts of what is named."""

from dataclasses import dataclass, field
from enum import StrEnum

from index.attribution.entities.context import NameContext, PersonRole
from index.attribution.entities.fronts import name_in, outlet_before
from index.attribution.entities.runs import Run
from index.text.folding import fold
from index.text.given_names import EITHER, GIVEN_NAMES
from index.text.mens_names import MALE
from index.text.organisations import KNOWN_ORGANISATIONS, ORG_HEADS
from index.text.outlets import OUTLET_HEADS, OUTLETS, PLAIN_OUTLETS
from index.text.places import NATIONALITIES, PLACE_HEADS, PLACES
from index.text.roles import (
    CABINET,
    FEMALE_WORDS,
    GROUPS,
    MALE_WORDS,
    OFFICE_WORDS,
    ROLES,
    TITLES,
    names_person,
)
from index.text.womens_names import FEMALE
from index.text.words import PARTICLES, SUFFIXES


class Gender(StrEnum):
    """Grammatical gender of a person's pronouns."""

    FEMALE = "female"
    MALE = "male"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Piece:
    """Words `first` up to, not including, `last` of a run: they may name one thing.

    Attributes
    ----------
    titles, before : tuple of str
        The titles right before the name in its run, and what stands before those; folded.
    kind : NameKind
    keys : tuple of str
        The words, folded.
    start, end : int
        Offsets in the article.
    context : NameContext | None
        Only looked up where it may tell a person.
    entity : EntityDraft | None
    options : list of EntityDraft
        The bearers of a bare family or given name, until one is chosen.
    """

    run: Run
    first: int
    last: int
    titles: tuple[str, ...]
    before: tuple[str, ...]
    kind: NameKind
    context: NameContext | None = None
    entity: "EntityDraft | None" = None
    options: "list[EntityDraft]" = field(default_factory=list)
    keys: tuple[str, ...] = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Look the words up once."""
        self.keys = self.run.keys[self.first : self.last]
        self.start = self.run.starts[self.first]
        self.end = self.run.ends[self.last - 1]


@dataclass(slots=True, eq=False)
class EntityDraft:
    """An entity in the making.

    Attributes
    ----------
    vague : bool
        Nothing tells what it is.
    speaks : bool
        It speaks as people do, without "the".
    kin : bool
        The article introduced it as somebody's relative.
    titled_men, titled_women : int
        Mentions with a title of that gender; `men` and `women` count descriptions.
    number : int
        Place among the entities; -1 until it is known.
    """

    keys: tuple[str, ...]
    name: str
    kind: NameKind
    vague: bool = False
    speaks: bool = False
    kin: bool = False
    titled_men: int = 0
    titled_women: int = 0
    men: int = 0
    women: int = 0
    number: int = -1
    pieces: list[Piece] = field(default_factory=list)
    roles: list[PersonRole] = field(default_factory=list)

    @property
    def gender(self) -> Gender | None:
        """By title, else by given name, else by description; None if they do not tell."""
        if self.kind is not NameKind.PERSON:
            return None
        if self.titled_men != self.titled_women:
            return Gender.MALE if self.titled_men > self.titled_women else Gender.FEMALE
        given = self.keys[1] if len(self.keys[0]) == 1 and len(self.keys) > 2 else self.keys[0]
        first = given.split("-")[0]
        if given in MALE or first in MALE:
            return Gender.MALE
        if given in FEMALE or first in FEMALE:
            return Gender.FEMALE
        if self.men != self.women:
            return Gender.MALE if self.men > self.women else Gender.FEMALE
        return None


def family_key(keys: tuple[str, ...]) -> str:
    """The family name: the last word that is no suffix, without the article of Arabic names."""
    at = len(keys) - 1
    while at and keys[at] in SUFFIXES:
        at -= 1
    key = keys[at]
    return key[3:] if key[:3] in ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-") and len(key) > 3 else key


_FAMILIES = frozenset("hill hall lake park law day price square".split())  # names of families as well as of places
# Names of families as well as of what somebody is: "Kaya Dean".
_FAMILY_ROLES = frozenset(
    "dean bishop king baker cook marshall marshal judge knight pope cooper carter barber butcher butler clark "
    "chancellor duke earl farmer fisher gardener gardner hunter shepherd singer page porter potter parson priest "
    "prince sheriff steward stewart usher weaver forester merchant abbott prior star guard fellow".split()
)
_FAMILIES_TOO = frozenset(
    "temple church house guard court bank lords service board force chamber group team union college power school "
    "mission works watch office research project command league center "
    "co sa ab ag nv oy spa".split()
)  # names of families as well as of organisations
_DESCRIBING = ROLES | MALE_WORDS | FEMALE_WORDS  # what may stand in front of a given name
_PAIR = 2  # words
_QUARTERS = frozenset("north south east west new".split())  # before what people of a country are called
_SMALL = frozenset({"of", "for", "on", "to", "against", "&", "and"})
_SURVEYS = frozenset({"poll", "survey", "census", "study", "report"})
_TRADERS = frozenset(
    "retailer broadcaster insurer lender publisher airline supermarket developer housebuilder operator manufacturer "
    "supplier carrier brewer brokerage utility startup start-up rival parent".split()
)
_ACRONYM = 6  # letters at most
_SHORT = frozenset("mum mom dad man boy girl cop vet".split())  # who is shouted, and no acronym
_SHORTEST_SHOUT = 4  # letters, and one


def pieces_of(run: Run, text: str) -> list[Piece]:
    """The name in a run, with its titles, after what names their office: "[European Council] President [Ana Ruiz]"."""
    keys = run.keys
    size = len(keys)
    for at in range(size - 4, -1, -1):
        if keys[at] in TITLES and keys[at + 1] == "of" and keys[at + 2] in CABINET:
            return _titled(run, at, at + 3, text)
    if size > 1 and keys[-1] in TITLES and all(key in TITLES or key in OFFICE_WORDS for key in keys):
        return []  # "the Prime Minister", "Managing Director"
    if size == _PAIR and keys[0] in _QUARTERS and keys[1] in NATIONALITIES:
        return []  # "the South African"
    outlet = outlet_before(run)
    if outlet:
        family = Piece(run, outlet, size, (), (), NameKind.UNKNOWN)
        return [Piece(run, 0, outlet, (), (), NameKind.OUTLET), family]
    if run.initial and size == _PAIR and keys[0] in _DESCRIBING and keys[1] in GIVEN_NAMES:
        return [Piece(run, 1, 2, keys[:1], (), NameKind.UNKNOWN)]  # "Groom Ben, 31"
    name = name_in(run, text)
    if not name:
        first = int(size > 1 and (keys[0].endswith("maker") or keys[0] in _TRADERS))
        return [Piece(run, first, size, (), (), kind_of(run, first, size, text))]
    title = name - 1
    while title and keys[title - 1] in TITLES:
        title -= 1
    return _titled(run, title, name, text)


def _titled(run: Run, title: int, name: int, text: str) -> list[Piece]:
    """The name from word `name`, with its title from word `title`, after what stands before both."""
    keys = run.keys
    person = Piece(run, name, len(keys), keys[title:name], keys[:title], NameKind.PERSON)
    return [Piece(run, 0, title, (), (), kind_of(run, 0, title, text)), person] if title else [person]


def kind_of(run: Run, first: int, last: int, text: str) -> NameKind:
    """What words `first` up to `last` of a run name, as far as the words tell."""
    keys = run.keys[first:last]
    name = " ".join(keys)
    if (name in OUTLETS or "the " + name in OUTLETS) and (run.definite or name not in PLAIN_OUTLETS):
        return NameKind.OUTLET
    if name in PLACES:
        return NameKind.PLACE
    if keys in KNOWN_ORGANISATIONS:
        return NameKind.ORGANISATION
    if "&" in keys:
        return NameKind.ORGANISATION
    if len(keys) == 1:
        return _kind_of_word(run, text[run.starts[first] : run.ends[first]], keys[0], text)
    given = keys[0] in MALE or keys[0] in FEMALE or (keys[0] in EITHER and keys[-1] in _FAMILIES)
    if given and not run.definite and len(keys) == 2 and keys[-1] not in ORG_HEADS - _FAMILIES_TOO:
        return NameKind.UNKNOWN
    tail = keys[-1].rsplit("-", 1)[-1]
    if tail in OUTLET_HEADS or tail in _SURVEYS or "journal of" in name:
        return NameKind.OUTLET
    if keys[-1] in ORG_HEADS or (not _SMALL.isdisjoint(keys[1:-1]) and not ORG_HEADS.isdisjoint(keys)):
        return NameKind.ORGANISATION
    if keys[-1] in PLACE_HEADS or (keys[-1] in PLACES and not given):
        return NameKind.PLACE
    return NameKind.UNKNOWN


def _kind_of_word(run: Run, word: str, key: str, text: str) -> NameKind:
    letters = word.replace(".", "").replace("-", "")
    acronym = 1 < len(letters) <= _ACRONYM and letters.isupper() and ("." in word or not run.headline)
    if (acronym and key not in TITLES and not is_shouted(word)) or "&" in word:
        # The speakers of a transcript stand in capitals, too.
        shouted = len(run.keys) == 1 and text[run.end : run.end + 1] == ":"
        return NameKind.UNKNOWN if shouted else NameKind.ORGANISATION
    if run.definite and not run.initial and key.rsplit("-", 1)[-1] in OUTLET_HEADS:
        return NameKind.OUTLET
    return NameKind.UNKNOWN


def is_shouted(word: str) -> bool:
    """Whether a paper only begins with somebody in capitals: "A BRIDE has told"."""
    return word.isupper() and (len(word) > _SHORTEST_SHOUT or fold(word) in _SHORT) and names_person(fold(word))


def looks_human(piece: Piece, text: str) -> int:
    """Points that the words of a name of several give for a person, or against one."""
    keys = piece.keys
    words = [text[piece.run.starts[n] : piece.run.ends[n]] for n in range(piece.first, piece.last)]
    given = keys[0] in MALE or keys[0] in FEMALE or keys[0] in EITHER
    score = 2 * given + 2 * (keys[-1] in SUFFIXES)
    score += (keys[0] in PARTICLES) * (1 + words[0].islower())  # "ten Hag"; "La Salle" may be anything
    score += 2 * any(len(word) == 2 and word[1] == "." for word in words[1:-1])
    score += ("." in words[0] and len(words[0]) > 2) + (not PARTICLES.isdisjoint({*keys[1:-1]} - {keys[0]}))
    role = keys[-1] in ROLES and not given and not (len(keys) == _PAIR and keys[1] in _FAMILY_ROLES)
    if keys[-1] in GROUPS or keys[0] in NATIONALITIES or role:
        score -= 4
    if any(word.isdigit() for word in words):
        score -= 4
    shouted = [word.isupper() and len(word) > 3 for word in words]
    return score - 2 * (any(shouted) and not all(word.isupper() for word in words))


def titles_before(keys: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The titles right before word `at`."""
    first = at
    while first and keys[first - 1] in TITLES:
        first -= 1
    return keys[first:at]

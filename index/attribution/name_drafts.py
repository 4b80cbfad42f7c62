"""Entities in the making, and the pieces of runs that may name them."""

from dataclasses import dataclass, field
from enum import StrEnum

from index.attribution.name_context import Context, Role
from index.attribution.name_runs import Run
from index.text.given_names import FEMALE, MALE
from index.text.lexicon import SUFFIXES


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
    context : Context | None
        Only looked up where it may tell a person.
    entity : Draft | None
    options : list of Draft
        The bearers of a bare family or given name, until one is chosen.
    """

    run: Run
    first: int
    last: int
    titles: tuple[str, ...]
    before: tuple[str, ...]
    kind: NameKind
    context: Context | None = None
    entity: "Draft | None" = None
    options: "list[Draft]" = field(default_factory=list)
    keys: tuple[str, ...] = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Look the words up once."""
        self.keys = self.run.keys[self.first : self.last]
        self.start = self.run.starts[self.first]
        self.end = self.run.ends[self.last - 1]


@dataclass(slots=True, eq=False)
class Draft:
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
    roles: list[Role] = field(default_factory=list)

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

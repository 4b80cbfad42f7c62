"""One person, one name across the articles of a library.

Articles name the same person as "Barack Obama", "Barack H. Obama" or "Obama". Names are joined when the family names
agree and nothing else contradicts; a bare family name joins only where a single person of the library bears it.
Nothing is joined that could be two people: other given names, other middle initials, a father and a son: "Jr." fits no
name without it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from index.text.folding import fold_name
from index.text.given_names import GIVEN_NAMES
from index.text.mens_names import MALE
from index.text.roles import HONORIFICS, TITLES
from index.text.words import GENERATIONS, PARTICLES, STOP_WORDS, SUFFIXES

_PART = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, folded.

    Attributes
    ----------
    given : tuple of str
        Given names and initials in order; empty for a bare family name.
    family : str
        With its particles: "van der berg".
    suffix : str
        "jr", "iii" or "".
    """

    given: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(maxsize=50_000)
def parse_name(name: str) -> PersonName:
    """Split a name into its parts; honorifics and titles before it are left out."""
    parts = [fold_name(part) for part in _PART.findall(name.replace(".", ". "))]
    parts = [part for part in parts if part]
    while len(parts) > 1 and (parts[0] in HONORIFICS or parts[0] in TITLES):
        parts.pop(0)
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in SUFFIXES else ""
    if not parts:
        return PersonName((), "", suffix)
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in PARTICLES:
        first -= 1
    if first == 1 and parts[0] in PARTICLES and parts[0] not in MALE:
        first = 0  # "Van Dyke", but not "Ben Weller"
    return PersonName(tuple(parts[:first]), " ".join(parts[first:]), suffix)


def tells(words: Collection[str]) -> bool:
    """Whether folded words say who is meant: more than any name may have, such as "of", "the" or a lone letter."""
    return any(len(word) > 1 and word not in STOP_WORDS for word in words)


def may_mean(words: Collection[str], name: str) -> bool:
    """Whether folded words of `name` are enough for its bearer: they tell somebody, or a capital shows that one of
    them is a name: Will, Kim So."""
    parts = _PART.findall(name.removeprefix("The "))
    return tells(words) or any(
        part[0].isupper() and len(fold_name(part)) > 1 and fold_name(part) in words for part in parts
    )


def fullness(name: str) -> int:
    """How much a person's name tells: whole given names more than initials."""
    parts = parse_name(name)
    return sum(3 if len(part) > 1 else 1 for part in parts.given) + bool(parts.suffix)


def first_word(name: str) -> str | None:
    """By what else a person may be called: the first word of a name where the family name may come first ("Xi
    Jinping"), for it is no given name."""
    given = parse_name(name).given
    return given[0] if given and given[0] not in GIVEN_NAMES else None


@lru_cache(maxsize=20_000)
def clusters(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Names of one family, parted into people; fullest first. With another article most families stay as they are."""
    people = {name: parse_name(name) for name in names}
    clusters: list[list[str]] = []
    bare: list[str] = []
    for name in sorted(names, key=lambda n: (-fullness(n), n)):
        if not people[name].given:
            bare.append(name)
            continue
        fitting = [c for c in clusters if all(_compatible(people[name], people[other]) for other in c)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            clusters.append([name])
    alone: list[str] = []
    for name in bare:
        age = _generation(people[name])
        fitting = [c for c in clusters if not age or any(_generation(people[other]) == age for other in c)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            alone.append(name)
    return tuple(tuple(cluster) for cluster in (*clusters, alone) if cluster)


def _generation(name: PersonName) -> str:
    """What tells somebody from a parent of the same name, or ""."""
    return GENERATIONS.get(name.suffix, "")


def _compatible(one: PersonName, other: PersonName) -> bool:
    """Whether two names of one family can be one person's."""
    if _generation(one) != _generation(other):
        return False
    if not _agree(one.given[0], other.given[0]):
        return False
    middles = one.given[1:], other.given[1:]
    return not all(middles) or any(_agree(a, b) for a in middles[0] for b in middles[1])


def _agree(one: str, other: str) -> bool:
    """Equal, or an initial and a name that begins with it."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])

"""People whom a question names and no article mentions, in whatever case they are typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from index.ranking.kinds import Kind, kinds_of, target, whose_words
from index.text.folding import fold
from index.text.given_names import DOUBTFUL, GIVEN_NAMES
from index.text.organisations import ORG_NOUNS
from index.text.places import PLACES
from index.text.roles import GROUPS, ROYAL, names_person
from index.text.terms import stems_of
from index.text.words import COMMON

_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_SHORTEST = 4  # letters of a name in lower case


class KnownNames(Protocol):
    """What a library knows of words and names."""

    def knows(self, stem: str) -> bool:
        """Whether an article has the word."""

    def known_as(self, given: str, family: str) -> bool:
        """Whether an article has the two words side by side, or there is a speaker whose name they can be."""

    def goes_by(self, given: str) -> bool:
        """Whether there is a speaker, a person, whose name of several words begins so."""


@dataclass(frozen=True, slots=True)
class _Token:
    raw: str
    stem: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return fold(self.raw).removesuffix("'s")

    @property
    def key(self) -> str:
        """What it is looked up by: itself, or the stem that it is misspelt for."""
        return self.folded if self.stem in stems_of(self.raw) else self.stem

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


def strangers(text: str, library: KnownNames, meant: Mapping[str, str]) -> list[str]:
    """Names of people in a question, plainly worded, that are surely of nobody whom an article mentions, as typed.

    Those are: whose words it wants, who it asks about or whether somebody did something, if no article has that word;
    and a given name with another word behind it, if no article has them side by side. `meant` are the stems of
    misspelt words.
    """
    tokens = _tokens(text, meant)
    found: list[str] = []
    for span in filter(None, (whose_words(text), target(text))):
        inside = [token for token in tokens if span[0] <= token.start < span[1]]
        if inside and all(_is_name(token) for token in inside) and not _is_known(inside, library):
            found.append(_raw(text, inside))
    for one, other in pairwise(tokens):
        if text[one.end : other.start].strip() or not _is_given(one) or not _is_name(other):
            continue
        both = one.capital and other.capital
        surely = both or (one.folded not in DOUBTFUL and not library.knows(one.stem))
        if surely and not _is_known([one, other], library):
            found.append(_raw(text, [one, other]))
    first = tokens[1:2] if Kind.YES_NO in kinds_of(text) else []
    if first and _is_name(first[0]) and not _is_given(first[0]) and not library.knows(first[0].stem):
        found.append(_raw(text, first))
    return list(dict.fromkeys(found))


def _tokens(text: str, meant: Mapping[str, str]) -> list[_Token]:
    found = []
    for match in _WORD.finditer(text):
        raw = match.group().rstrip(".’'-")
        stems = stems_of(raw)
        if stems:
            found.append(_Token(raw, meant.get(stems[-1], stems[-1]), match.start(), match.start() + len(raw)))
    return found


def _is_given(token: _Token) -> bool:
    return (token.folded in GIVEN_NAMES or token.folded in ROYAL) and token.folded not in PLACES


def _is_name(token: _Token) -> bool:
    """Whether a word can be one of a name."""
    word = token.folded
    if word in GIVEN_NAMES or word in ROYAL:
        return True
    common = word in COMMON or names_person(word) or word in GROUPS or word in ORG_NOUNS or word in PLACES
    return not common and (token.capital or (len(word) >= _SHORTEST and not word.endswith("s")))


def _is_known(name: list[_Token], library: KnownNames) -> bool:
    if len(name) == 1:
        return library.knows(name[0].stem)
    if not _is_given(name[0]) and not library.goes_by(name[0].key):
        return any(library.knows(token.stem) for token in name)
    if any(library.known_as(one.key, other.key) for one, other in pairwise(name)):
        return True
    # An article may have the family name alone, but hardly one that is a form of some other word.
    last = name[-1]
    return last.capital and last.stem == last.folded and library.knows(last.stem) and not library.knows(name[0].stem)


def _raw(text: str, name: list[_Token]) -> str:
    return text[name[0].start : name[-1].end].removesuffix("’s").removesuffix("'s")

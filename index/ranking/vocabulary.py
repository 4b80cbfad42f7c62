"""Terms as numbers: one vocabulary for all fields of an index, and pairs of its terms as numbers of their own."""

from collections.abc import Iterable
from typing import Protocol

HALF = 32
"""Bits of the key of a pair that its second term takes."""


class Keys(Protocol):
    """Gives every term a number below 2**63; a term of less rank in the vocabulary has the lower one."""

    def key(self, term: str) -> int:
        """The number of a term; a new term gets one."""

    def find(self, term: str) -> int | None:
        """The number of a term, None if it has none."""

    def term(self, key: int) -> str:
        """The term of a number."""


class _Numbers(dict[str, int]):
    """Numbers by term; who is asked for one that is not there gives it the next."""

    def __init__(self, terms: list[str]) -> None:
        super().__init__(zip(terms, range(len(terms)), strict=True))
        self._terms = terms

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self._terms)
        self._terms.append(term)
        return number


class Vocabulary:
    """Terms numbered from 0 in the order they were first seen."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        """Number `terms`, which differ, in their order."""
        self._terms = list(terms)
        self._numbers = _Numbers(self._terms)

    @property
    def words(self) -> list[str]:
        """The terms by number."""
        return self._terms

    def key(self, term: str) -> int:
        """The number of a term; a new term gets the next one."""
        return self._numbers[term]

    def keys(self, terms: Iterable[str]) -> list[int]:
        """The number of each term, as `key` gives it."""
        return [*map(self._numbers.__getitem__, terms)]

    def find(self, term: str) -> int | None:
        """The number of a term, None if it is not there."""
        return self._numbers.get(term)

    def term(self, key: int) -> str:
        """The term of a number."""
        return self._terms[key]


class Pairs:
    """Adjacent terms of a vocabulary, joined by a space: the number of one and that of the other in one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def key(self, term: str) -> int:
        """The number of a pair; new terms are put into the vocabulary."""
        first, _, second = term.partition(" ")
        return pair(self._vocabulary.key(first), self._vocabulary.key(second))

    def find(self, term: str) -> int | None:
        """The number of a pair, None if the vocabulary has one of its terms not."""
        at = term.find(" ")
        while at >= 0:  # a few terms of other scripts have a space themselves
            first, second = self._vocabulary.find(term[:at]), self._vocabulary.find(term[at + 1 :])
            if first is not None and second is not None:
                return pair(first, second)
            at = term.find(" ", at + 1)
        return None

    def term(self, key: int) -> str:
        """The pair of a number."""
        return f"{self._vocabulary.term(key >> HALF)} {self._vocabulary.term(key & ((1 << HALF) - 1))}"


def pair(first: int, second: int) -> int:
    """The number of two terms that stand together."""
    return first << HALF | second

"""Terms by number, and their postings as flat arrays: built by sorting and never changed.

A vocabulary numbers the terms, a segment has the documents of each, and what is packed is all that an index holds.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

HALF = 32
"""Bits of the key of a pair that its second term takes."""
LOW = (1 << HALF) - 1
"""What is left of the key of a pair without its first term."""
_BITS = 64  # of a number, with its sign


class Vocabulary:
    """Terms numbered from 0 in the order they were first seen.

    Attributes
    ----------
    words : list of str
        The terms by number.
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        """Number `terms`, which differ, in their order."""
        self.words = list(terms)
        self._numbers = {term: number for number, term in enumerate(self.words)}
        self._by_size: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._sized = 0  # terms that are in it

    def key(self, term: str) -> int:
        """The number of a term; a new term gets the next one."""
        number = self._numbers.setdefault(term, len(self.words))
        if number == len(self.words):
            self.words.append(term)
        return number

    def keys(self, terms: Iterable[str]) -> list[int]:
        """The number of each term, as `key` gives it."""
        numbers = self._numbers
        return [numbers[term] if term in numbers else self.key(term) for term in terms]

    def find(self, term: str) -> int | None:
        """The number of a term, None if it is not there."""
        return self._numbers.get(term)

    def sized_like(self, word: str, reach: int) -> list[str]:
        """The terms of a word's first letter that have at most `reach` letters more or fewer."""
        for term in self.words[self._sized :]:
            self._by_size[term[:1], len(term)].append(term)
        self._sized = len(self.words)
        sizes = range(len(word) - reach, len(word) + reach + 1)
        return [term for size in sizes for term in self._by_size.get((word[:1], size), ())]


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


def pair(first: int, second: int) -> int:
    """The number of two terms that stand together."""
    return first << HALF | second


Keys = Vocabulary | Pairs
"""What gives every term a number below 2**63; a term of less rank in the vocabulary has the lower one."""

_NOWHERE = slice(0, 0)

Counts = NDArray[np.unsignedinteger[Any]]
"""Frequencies, of the narrowest type that holds them."""


def place(keys: memoryview, key: int | None) -> int | None:
    """Where a number stands among others, ascending and all different; None where it does not."""
    if key is None or not len(keys):
        return None
    at = key if key < len(keys) else len(keys) - 1  # there if no number before is lacking, and never after it
    if keys[at] != key:
        at = bisect_left(keys, key, 0, at)
    return at if keys[at] == key else None


@dataclass(frozen=True, slots=True)
class Segment:
    """Postings of T terms, P in all.

    Attributes
    ----------
    keys : (T,) int64
        Numbers of the terms, ascending.
    starts : (T + 1,) int64
        Where each term's postings start; the last is P.
    documents : (P,) uint32
        Numbers of the documents, ascending within a term.
    frequencies : (P,) uint8, uint16 or uint32
        How often the document has the term.
    """

    keys: NDArray[np.int64]
    starts: NDArray[np.int64]
    documents: NDArray[np.uint32]
    frequencies: Counts

    def own(self, key: int | None) -> slice:
        """Where the postings of a term are; nowhere for one that has none, or no number."""
        at = place(self.keys.data, key)
        if at is not None:
            starts = self.starts.data
            return slice(starts[at], starts[at + 1])
        return _NOWHERE

    def terms(self) -> NDArray[np.int64]:
        """(P,) The number of each posting's term."""
        return np.repeat(self.keys, np.diff(self.starts))


@dataclass(frozen=True, slots=True)
class TermPostings:
    """A term's documents, ascending, how often each has it, and how many are not removed."""

    documents: NDArray[np.uint32]
    frequencies: Counts
    alive: int

    def frequencies_in(self, documents: NDArray[np.intp]) -> Counts:
        """How often each of `documents` has the term."""
        if not len(self.documents):
            return np.zeros(len(documents), np.uint8)
        wanted = documents.astype(np.uint32)  # searching among another type would copy all of the term's documents
        at = self.documents.searchsorted(wanted)
        at[at == len(self.documents)] = 0
        frequencies: Counts = self.frequencies[at] * (self.documents[at] == wanted)
        return frequencies

    def counts_between(self, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many documents of each range ``[start, end)`` have the term, removed ones too."""
        low, high = (self.documents.searchsorted(places.astype(np.uint32)) for places in (starts, ends))
        return high - low


def nothing() -> Segment:
    """A segment without postings."""
    return invert(np.zeros(0, np.int64), np.zeros(0, np.uint32))


def invert(keys: NDArray[np.int64], documents: NDArray[np.uint32]) -> Segment:
    """The postings of occurrences: in parallel the term of each and its document, ascending."""
    if not len(keys):
        return Segment(keys, np.zeros(1, np.int64), documents, np.zeros(0, np.uint8))
    begin = int(documents[0])
    low = int((keys & LOW).max()).bit_length()
    width = (int(documents[-1]) - begin).bit_length()
    if (int(keys.max()) >> HALF).bit_length() + low + width < _BITS:
        # Both in one number are sorted sooner by far than terms alone, their documents' order kept.
        both = ((keys >> HALF) << low | (keys & LOW)) << width | (documents - documents[0])
        both.sort()
        first = np.flatnonzero(np.diff(both, prepend=-1))
        terms = both[first] >> width
        keys = (terms >> low) << HALF | (terms & ((1 << low) - 1))
        found = (both[first] & ((1 << width) - 1)).astype(np.uint32) + np.uint32(begin)
    else:
        order = np.argsort(keys, kind="stable")
        keys, found = keys[order], documents[order]
        first = np.flatnonzero((np.diff(keys, prepend=-1) != 0) | (np.diff(found, prepend=found[:1]) != 0))
        keys, found = keys[first], found[first]
    return _grouped(keys, found, narrow(np.diff(first, append=len(documents))))


def merge(*parts: Segment) -> Segment:
    """The postings of all parts, of which each one's documents come later than those of the one before."""
    filled = [part for part in parts if len(part.keys)]
    if len(filled) < 2:
        return filled[0] if filled else nothing()
    keys = np.concatenate([part.terms() for part in filled])
    order = np.argsort(keys, kind="stable")
    documents = np.concatenate([part.documents for part in filled])
    frequencies = np.concatenate([part.frequencies for part in filled])
    return _grouped(keys[order], documents[order], frequencies[order])


def find(segments: Iterable[Segment], key: int | None, alive: NDArray[np.bool_] | None) -> TermPostings:
    """The postings of the term `key` (None for one without a number) in segments of which each one's documents come
    after those before; `alive` tells which documents are not removed, None that all are there."""
    documents, frequencies = np.zeros(0, np.uint32), np.zeros(0, np.uint8)
    for segment in segments:
        own = segment.own(key)
        if own.stop:
            held, counts = segment.documents[own], segment.frequencies[own]
            documents = np.concatenate([documents, held]) if len(documents) else held
            frequencies = np.concatenate([frequencies, counts]) if len(frequencies) else counts
    there = len(documents) if alive is None else int(np.count_nonzero(alive[documents]))
    return TermPostings(documents, frequencies, there)


def kept(segment: Segment, alive: NDArray[np.bool_], numbers: NDArray[np.uint32]) -> Segment:
    """The postings of the documents that are `alive`, under their new `numbers`, ascending; no term without any."""
    keep = alive[segment.documents]
    return _grouped(segment.terms()[keep], numbers[segment.documents[keep]], segment.frequencies[keep])


def _grouped(terms: NDArray[np.int64], documents: NDArray[np.uint32], frequencies: Counts) -> Segment:
    """A segment of postings in its order, with the term of each."""
    first = np.flatnonzero(np.diff(terms, prepend=-1))
    return Segment(terms[first], np.append(first, len(terms)), documents, frequencies)


def narrow(counts: NDArray[Any]) -> Counts:
    """Counts in the narrowest type that holds them all."""
    narrowest: Counts = counts.astype(np.min_scalar_type(int(counts.max(initial=0))))
    return narrowest


@dataclass(frozen=True, slots=True)
class Packed:
    """Postings as arrays, with the length of each document in terms (uint32), and whether it is still there.

    The documents of one part all come before those of the next.
    """

    parts: tuple[Segment, ...]
    lengths: NDArray[np.uint32]
    alive: NDArray[np.bool_]

    def compacted(self) -> "Packed":
        """One part, without removed documents; the others are numbered anew in their order."""
        whole = merge(*self.parts)
        if not self.alive.all():
            whole = kept(whole, self.alive, numbers_of(self.alive))
        lengths = self.lengths[self.alive]
        return Packed((whole,), lengths, np.ones(len(lengths), np.bool_))


def union(*parts: NDArray[np.intp]) -> NDArray[np.intp]:
    """The numbers of all parts, each once, ascending; numpy's own `unique` loads a hundredth of a second of code."""
    numbers = np.concatenate(parts)
    numbers.sort()
    return numbers[firsts(numbers)]


def firsts(numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether each of some numbers, ascending, is another than the one before."""
    new = np.empty(len(numbers), np.bool_)
    new[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return new


def numbers_of(alive: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """The new number of each document, when those that are not `alive` are gone."""
    numbers: NDArray[np.uint32] = (np.cumsum(alive, dtype=np.int64) - 1).astype(np.uint32)
    return numbers

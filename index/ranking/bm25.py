"""BM25 over postings: scores exactly as rank_bm25's BM25Plus, at the cost of the postings that a query touches."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BYTE = 255  # frequencies up to here take one byte
_TYPES = {"B": np.uint8, "I": np.uint32}


@dataclass(frozen=True, slots=True)
class Scores:
    """Matching documents, ascending, and their scores, in parallel."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float64]


class Postings:
    """An index of documents as bags of terms; documents are numbered from 0 as they are added, never reused.

    Formula and parameters are those of BM25+ (Lv and Zhai 2011) as rank_bm25 0.2 computes them:
    ``idf = ln((N + 1) / df)``, score = sum over the query's terms of
    ``idf * (delta + tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf))``.
    """

    def __init__(self, *, k1: float, b: float, delta: float = 1.0) -> None:
        self._k1, self._b, self._delta = k1, b, delta
        self._terms: dict[str, int] = {}
        self._documents: list[array[int]] = []  # by term: document numbers, ascending
        self._frequencies: list[array[int]] = []  # parallel to those
        self._document_frequency: array[int] = array("I")  # by term: documents that are not removed
        self._lengths: array[int] = array("I")
        self._alive = bytearray()
        self._forward: array[int] = array("I")  # the terms of each document, one after the other
        self._forward_ends: array[int] = array("Q")
        self._count = 0
        self._total = 0
        self._scratch: NDArray[np.float64] = np.zeros(0)

    def __len__(self) -> int:
        """Documents that have not been removed."""
        return self._count

    def add(self, terms: Iterable[str]) -> int:
        """Add a document and return its number; its terms may repeat."""
        number = len(self._lengths)
        counts = Counter(terms)
        for term, count in counts.items():
            place = self._terms.get(term)
            if place is None:
                place = self._terms[term] = len(self._documents)
                self._documents.append(array("I"))
                self._frequencies.append(array("B"))
                self._document_frequency.append(0)
            self._documents[place].append(number)
            if count > _BYTE and self._frequencies[place].typecode == "B":
                self._frequencies[place] = array("I", self._frequencies[place])
            self._frequencies[place].append(count)
            self._document_frequency[place] += 1
            self._forward.append(place)
        length = counts.total()
        self._forward_ends.append(len(self._forward))
        self._lengths.append(length)
        self._alive.append(1)
        self._count += 1
        self._total += length
        return number

    def remove(self, number: int) -> None:
        """Remove document `number`; it keeps its room in the postings until the index is built anew.

        Raises
        ------
        KeyError
            If there is no such document (any more).
        """
        if number >= len(self._alive) or not self._alive[number]:
            raise KeyError(number)
        self._alive[number] = 0
        self._count -= 1
        self._total -= self._lengths[number]
        start = self._forward_ends[number - 1] if number else 0
        for place in self._forward[start : self._forward_ends[number]]:
            self._document_frequency[place] -= 1

    def holds(self, number: int) -> bool:
        """Whether document `number` is there and not removed."""
        return 0 <= number < len(self._alive) and bool(self._alive[number])

    def idf(self, term: str) -> float:
        """``ln((N + 1) / df)``, never negative; 0 for a term in no document."""
        frequency = self._frequency(term)
        return math.log((self._count + 1) / frequency) if frequency else 0.0

    def knows(self, term: str) -> bool:
        """Whether some document has `term`."""
        return self._frequency(term) > 0

    def terms(self) -> Iterator[str]:
        """All terms that some document has, in the order they were first seen."""
        return (term for term, place in self._terms.items() if self._document_frequency[place])

    def _frequency(self, term: str) -> int:
        place = self._terms.get(term)
        return 0 if place is None else self._document_frequency[place]

    def documents_among(self, term: str, numbers: Sequence[int]) -> list[int]:
        """Those of the documents `numbers` that have `term`."""
        return [n for n, part in zip(numbers, self.saturation(term, np.array(numbers, np.intp)), strict=True) if part]

    def count_between(self, term: str, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many documents of each range ``[start, end)`` have `term`; ranges of removed documents are not asked."""
        place = self._terms.get(term)
        if place is None:
            return np.zeros(len(starts), np.intp)
        documents = np.frombuffer(self._documents[place], np.uint32)
        return np.searchsorted(documents, ends) - np.searchsorted(documents, starts)

    def saturation(self, term: str, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """``tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf)`` of `documents`; 0 without the term."""
        if not self.knows(term):
            return np.zeros(len(documents))
        place = self._terms[term]
        holding = np.frombuffer(self._documents[place], np.uint32)
        at = np.searchsorted(holding, documents).clip(max=len(holding) - 1)
        tf = np.where(holding[at] == documents, self._tf(place)[at], 0.0)
        lengths = np.frombuffer(self._lengths, np.uint32)[documents]
        return tf * (self._k1 + 1) / (self._k1 * (1 - self._b) + self._norm() * lengths + tf)

    def lookup(self, query: Sequence[tuple[str, float]], documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """What a query's terms add to the scores of `documents`, without the delta that BM25+ gives each for a term.

        It costs the number of documents asked for, not that of the postings.
        """
        scores = np.zeros(len(documents))
        for term, weight in query:
            idf = self.idf(term)
            if idf and weight:
                scores += weight * idf * self.saturation(term, documents)
        return scores

    def _norm(self) -> float:
        return self._k1 * self._b * self._count / max(1, self._total)

    def _tf(self, place: int) -> NDArray[np.float64]:
        frequencies = self._frequencies[place]
        return np.frombuffer(frequencies, _TYPES[frequencies.typecode]).astype(np.float64)

    def score(self, query: Sequence[tuple[str, float]]) -> Scores:
        """Scores of the documents that share a term with `query`: (term, weight) pairs; a repeated term adds up.

        With all weights 1 the scores are rank_bm25's own.
        """
        known = [(term, weight, self.idf(term)) for term, weight in query if self.knows(term)]
        if not known:
            return Scores(np.zeros(0, np.intp), np.zeros(0))
        if len(self._scratch) < len(self._lengths):
            self._scratch = np.zeros(max(1024, 2 * len(self._lengths)))
        lengths = np.frombuffer(self._lengths, np.uint32)
        norm = self._norm()
        touched: list[NDArray[np.uint32]] = []
        for term, weight, idf in known:
            place = self._terms[term]
            documents = np.frombuffer(self._documents[place], np.uint32)
            frequencies = self._tf(place)
            saturation = frequencies + self._k1 * (1 - self._b) + norm * lengths[documents]
            self._scratch[documents] += (weight * idf * (self._k1 + 1)) * frequencies / saturation
            touched.append(documents)
        matching = np.unique(np.concatenate(touched)) if len(touched) > 1 else touched[0].copy()
        scores = self._scratch[matching]
        self._scratch[matching] = 0
        alive = np.frombuffer(self._alive, np.uint8)[matching] == 1
        base = self._delta * sum(weight * idf for _, weight, idf in known)
        return Scores(matching[alive].astype(np.intp), scores[alive] + base)

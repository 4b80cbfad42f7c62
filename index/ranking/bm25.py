"""BM25 over postings: scores exactly as rank_bm25's BM25Plus, at the cost of the postings that a query touches."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
                self._frequencies.append(array("H"))
                self._document_frequency.append(0)
            self._documents[place].append(number)
            self._frequencies[place].append(min(count, 65_535))
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

    def _frequency(self, term: str) -> int:
        place = self._terms.get(term)
        return 0 if place is None else self._document_frequency[place]

    def documents_among(self, term: str, numbers: Sequence[int]) -> list[int]:
        """Those of the documents `numbers` that have `term`."""
        if not self.knows(term):
            return []
        documents = np.frombuffer(self._documents[self._terms[term]], np.uint32)
        places = np.searchsorted(documents, numbers).clip(max=len(documents) - 1)
        return [n for n, place in zip(numbers, places.tolist(), strict=True) if documents[place] == n]

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
        norm = self._k1 * self._b * self._count / max(1, self._total)
        touched: list[NDArray[np.uint32]] = []
        for term, weight, idf in known:
            place = self._terms[term]
            documents = np.frombuffer(self._documents[place], np.uint32)
            frequencies = np.frombuffer(self._frequencies[place], np.uint16).astype(np.float64)
            saturation = frequencies + self._k1 * (1 - self._b) + norm * lengths[documents]
            self._scratch[documents] += (weight * idf * (self._k1 + 1)) * frequencies / saturation
            touched.append(documents)
        matching = np.unique(np.concatenate(touched)) if len(touched) > 1 else touched[0].copy()
        scores = self._scratch[matching]
        self._scratch[matching] = 0
        alive = np.frombuffer(self._alive, np.uint8)[matching] == 1
        base = self._delta * sum(weight * idf for _, weight, idf in known)
        return Scores(matching[alive].astype(np.intp), scores[alive] + base)

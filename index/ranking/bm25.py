"""BM25 over postings: scores exactly as rank_bm25's BM25Plus, at the cost of the postings that a query touches."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BYTE = 255  # frequencies up to here take one byte


@dataclass(frozen=True, slots=True)
class Scores:
    """Matching documents, ascending, and their scores, in parallel."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Norms:
    """By document: ``k1 * (1 - b + b * length / average length)``, one over that plus one, and what was removed."""

    damping: NDArray[np.float64]
    once: NDArray[np.float64]
    dead: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term of a query that some document has: weight times idf, that times k1 + 1, and the most it can add."""

    text: str
    place: int
    weight: float
    factor: float
    most: float


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
        self._highest: array[int] = array("I")  # by term: the highest frequency that a document ever had
        self._lengths: array[int] = array("I")
        self._alive = bytearray()
        self._forward: array[int] = array("I")  # the terms of each document, one after the other
        self._forward_ends: array[int] = array("Q")
        self._count = 0
        self._total = 0
        self._scratch: NDArray[np.float64] = np.zeros(0)
        self._cached: _Norms | None = None

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
                self._highest.append(0)
            self._documents[place].append(number)
            if count > _BYTE and self._frequencies[place].typecode == "B":
                self._frequencies[place] = array("I", self._frequencies[place])
            self._frequencies[place].append(count)
            self._highest[place] = max(self._highest[place], count)
            self._document_frequency[place] += 1
            self._forward.append(place)
        length = counts.total()
        self._forward_ends.append(len(self._forward))
        self._lengths.append(length)
        self._alive.append(1)
        self._cached = None
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
        self._cached = None
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
        place = self._terms.get(term)
        if place is None:
            return np.zeros(len(documents))
        holding = np.frombuffer(self._documents[place], np.uint32)
        at = np.searchsorted(holding, documents)
        at[at == len(holding)] = 0
        tf = np.where(holding[at] == documents, self._tf(place)[at], 0)
        return tf * (self._k1 + 1) / (self._norms().damping[documents] + tf)

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

    def _norms(self) -> "_Norms":
        if self._cached is None:
            lengths = np.frombuffer(self._lengths, np.uint32)
            norm = self._k1 * self._b * self._count / max(1, self._total)
            damping = self._k1 * (1 - self._b) + norm * lengths.astype(np.float64)
            dead = np.frombuffer(self._alive, np.uint8) == 0
            self._cached = _Norms(damping, 1 / (damping + 1), dead if self._count < len(self._alive) else None)
        return self._cached

    def _tf(self, place: int) -> NDArray[np.uint8] | NDArray[np.uint32]:
        frequencies = self._frequencies[place]
        if frequencies.typecode == "B":
            return np.frombuffer(frequencies, np.uint8)
        return np.frombuffer(frequencies, np.uint32)

    def score(self, query: Sequence[tuple[str, float]]) -> Scores:
        """Scores of the documents that share a term with `query`: (term, weight) pairs; a repeated term adds up.

        With all weights 1 the scores are rank_bm25's own.
        """
        terms = self._wanted(query)
        touched = [self._accumulate(term) for term in terms]
        documents = np.sort(np.concatenate(touched)) if touched else np.zeros(0, np.intp)
        return self._collect(documents, terms)

    def best(self, query: Sequence[tuple[str, float]], count: int) -> Scores:
        """The `count` documents of `score` with the highest scores, ties as far as they go, ascending by number.

        Common terms are only looked up for documents that the rarer ones leave a chance (MaxScore, Turtle and Flood
        1995); the scores are the same.
        """
        terms = self._wanted(query)
        terms.sort(key=lambda term: len(self._documents[term.place]))
        rest = sum(term.most for term in terms)
        touched: list[NDArray[np.intp]] = []
        size = 0
        for number, term in enumerate(terms):
            if size >= count and len(self._documents[term.place]) > size:
                documents = np.concatenate(touched)
                least = _nth(self._alive_scores(documents), count)
                if least >= rest:
                    return self._finish(documents, terms, number, least - rest, count)
            touched.append(self._accumulate(term))
            size += len(touched[-1])
            rest -= term.most
        if not touched:
            return Scores(np.zeros(0, np.intp), np.zeros(0))
        documents = np.concatenate(touched)
        if len(documents) > count:
            scores = self._alive_scores(documents)
            keep = scores >= _nth(scores, count)
            self._scratch[documents[~keep]] = 0
            documents = documents[keep]
        return self._collect(np.sort(documents), terms)

    def _finish(
        self, documents: NDArray[np.intp], terms: "Sequence[_Wanted]", number: int, least: float, count: int
    ) -> Scores:
        """The best of the accumulated `documents` with at least `least`, after the terms from `number` on."""
        scores = self._alive_scores(documents)
        self._scratch[documents] = 0
        keep = scores >= least
        documents, scores = documents[keep], scores[keep]
        order = np.argsort(documents)
        documents, scores = documents[order], scores[order]
        for term in terms[number:]:
            scores = scores + term.factor / (self._k1 + 1) * self.saturation(term.text, documents)
        keep = scores >= _nth(scores, count)
        return Scores(documents[keep], scores[keep] + self._delta * sum(term.weight for term in terms))

    def _wanted(self, query: Sequence[tuple[str, float]]) -> "list[_Wanted]":
        if len(self._scratch) < len(self._lengths):
            self._scratch = np.zeros(max(1024, 2 * len(self._lengths)))
        wanted: list[_Wanted] = []
        for text, weight in query:
            idf = self.idf(text)
            if idf and weight:
                place = self._terms[text]
                factor = weight * idf * (self._k1 + 1)
                top = self._highest[place]
                wanted.append(
                    _Wanted(text, place, weight * idf, factor, factor * top / (top + self._k1 * (1 - self._b)))
                )
        return wanted

    def _accumulate(self, term: "_Wanted") -> NDArray[np.intp]:
        """Add a term's part to the scratch, and return the documents that had nothing there before."""
        documents = np.frombuffer(self._documents[term.place], np.uint32).astype(np.intp)
        norms = self._norms()
        if self._highest[term.place] == 1:
            parts = term.factor * norms.once[documents]
        else:
            tf = self._tf(term.place)
            parts = term.factor * tf / (norms.damping[documents] + tf)
        before = self._scratch[documents]
        self._scratch[documents] = before + parts
        new: NDArray[np.intp] = documents[before == 0]
        return new

    def _alive_scores(self, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        scores = self._scratch[documents]
        dead = self._norms().dead
        return scores if dead is None else np.where(dead[documents], -np.inf, scores)

    def _collect(self, documents: NDArray[np.intp], terms: "Sequence[_Wanted]") -> Scores:
        """Take the scores of `documents`, ascending, out of the scratch."""
        scores = self._scratch[documents]
        self._scratch[documents] = 0
        dead = self._norms().dead
        if dead is not None:
            keep = ~dead[documents]
            documents, scores = documents[keep], scores[keep]
        return Scores(documents, scores + self._delta * sum(term.weight for term in terms))


def _nth(scores: NDArray[np.float64], count: int) -> float:
    """The `count`-th highest of the scores; the lowest where there are fewer."""
    if len(scores) <= count:
        return float(scores.min(initial=np.inf))
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])

"""BM25 scores added up over the postings of a query's terms, or the best of them without adding up all."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.ranking.impacts import TermImpacts

_DEAR = 16  # times what looking at a posting costs is looking a document up among a term's
_SIZE, _MOST = attrgetter("size"), attrgetter("most")


@dataclass(frozen=True, slots=True)
class Scores:
    """Matching documents, ascending, and their scores, in parallel."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float64]


class QueryTerm(NamedTuple):
    """A term of a query that some document has.

    Attributes
    ----------
    parts : tuple of TermImpacts
        Its postings without those of removed documents; each part's documents come after those before.
    size : int
        How many postings that are.
    factor : float
        Weight times idf, by which what an impact is worth is multiplied.
    most : float
        No document gets more for it.
    """

    parts: tuple[TermImpacts, ...]
    size: int
    factor: float
    most: float

    def times(self, weight: float) -> "QueryTerm":
        """The term, weighed."""
        return self if weight == 1 else QueryTerm(self.parts, self.size, weight * self.factor, weight * self.most)

    def of(self, documents: NDArray[np.intp], worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """(N,) What it adds to each of N `documents`, 0 for one without the term, by what impacts are `worth`."""
        return self.factor * sum((part.of(documents, worth) for part in self.parts), np.zeros(len(documents)))


class Accumulator:
    """Adds up scores in room for every document, which is all 0 again after each query."""

    def __init__(self) -> None:
        self._scores: NDArray[np.float64] = np.zeros(0)
        self._worth: NDArray[np.float64] = np.zeros(0)

    def prepare(self, size: int, worth: NDArray[np.float64]) -> None:
        """Be ready for documents numbered below `size`; what an impact is `worth` stands at its number."""
        self._worth = worth
        if len(self._scores) < size:
            self._scores = np.zeros(max(1024, 2 * size))

    def all(self, terms: Sequence[QueryTerm], base: float) -> Scores:
        """The scores of all documents that have one of the terms, and `base` with each."""
        added = self._add(terms)
        documents, scores = self._take(added.copy(), added)
        return Scores(documents, scores + base)

    def best(self, terms: Sequence[QueryTerm], base: float, count: int) -> Scores:
        """The `count` highest of `all`, ties as far as they go, ascending by document.

        Terms too common to bring a document among these by themselves are only asked about the documents of rarer ones
        (MaxScore, Turtle and Flood 1995); the scores are the same.
        """
        terms = sorted(terms, key=_SIZE)
        first = next((at for at, term in enumerate(terms) if term.size >= count), None)
        if first is None:
            found = self.all(terms, base)
            return _highest(found.documents, found.scores, count)
        alone = terms[first]
        least = alone.factor * _nth(self._worth.take(np.concatenate([part.impacts for part in alone.parts])), count)
        rare = first + 1
        while rare < len(terms) and sum(map(_MOST, terms[rare:])) >= least:
            rare += 1
        added = self._add(terms[:rare])
        for at, term in enumerate(terms[rare:], rare):
            self._raise(term, added, least - sum(map(_MOST, terms[at:])))
        start = sum(map(_SIZE, terms[:first]))
        least = _nth(self._scores.take(added[start : start + alone.size]), count)
        documents, scores = self._take(added[self._scores.take(added) >= least], added)
        return _highest(documents, scores + base, count)

    def _add(self, terms: Sequence[QueryTerm]) -> NDArray[np.intp]:
        """Add what the terms add; the documents of each, one term after the other."""
        parts = [part for term in terms for part in term.parts]
        if not parts:
            return np.zeros(0, np.intp)
        documents = np.concatenate([part.documents for part in parts], dtype=np.intp)
        values = self._worth.take(np.concatenate([part.impacts for part in parts]))
        values *= np.array([term.factor for term in terms]).repeat([term.size for term in terms])
        np.add.at(self._scores, documents, values)
        return documents

    def _raise(self, term: QueryTerm, added: NDArray[np.intp], least: float) -> None:
        """Add what a term adds to those of the documents `added` that have `least` already, which is above 0."""
        if term.size > _DEAR * len(added):
            documents = added[self._scores.take(added) >= least]
            self._scores[documents] += term.of(documents, self._worth)  # set, not added, twice for one that repeats
            return
        for part in term.parts:
            documents = part.documents.astype(np.intp)
            places = (self._scores.take(documents) >= least).nonzero()[0]
            self._scores[documents[places]] += term.factor * self._worth.take(part.impacts[places])

    def _take(
        self, documents: NDArray[np.intp], added: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """What was added up for `documents`, each once and ascending (they lose their order); `added` are 0 again."""
        documents.sort()
        new = np.empty(len(documents), np.bool_)
        new[:1] = True
        np.not_equal(documents[1:], documents[:-1], out=new[1:])
        documents = documents[new]
        scores = self._scores.take(documents)
        self._scores[added] = 0
        return documents, scores


def _highest(documents: NDArray[np.intp], scores: NDArray[np.float64], count: int) -> Scores:
    """Those of the `count` highest scores."""
    if len(documents) > count:
        keep = scores >= _nth(scores.copy(), count)
        documents, scores = documents[keep], scores[keep]
    return Scores(documents, scores)


def _nth(scores: NDArray[np.float64], count: int) -> float:
    """The `count`-th highest of the scores, of which there are as many at least; they lose their order."""
    at = len(scores) - count
    scores.partition(at)
    return float(scores[at])

"""BM25 scores added up over the postings of a query's terms, or the best of them without adding up all."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.ranking.segments import Counts, firsts

_MANY = 2_000  # postings that it costs more to add up than to look whether they have to be
_COMMON = 16  # a term of more than one document in so many is common
_ROWS = 32  # common terms of which the impacts of all documents are kept at most
_SIZE = attrgetter("size")


class Scores(NamedTuple):
    """Matching documents, ascending, and their scores, in parallel."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float64]


class QueryTerm(NamedTuple):
    """A term of a query that some document has.

    Attributes
    ----------
    key : int, optional
        Its number; None for a term in no document.
    documents : (N,) uint32
        The documents that have it, ascending, without removed ones.
    impacts : (N,) unsigned integers
        Number of the impact of each.
    size : int
        How many these are.
    factor : float
        Weight times idf, by which what an impact is worth is multiplied.
    most : float
        No document gets more for it.
    """

    key: int | None
    documents: NDArray[np.uint32]
    impacts: Counts
    size: int
    factor: float
    most: float

    def times(self, weight: float) -> "QueryTerm":
        """The term, weighed."""
        if weight == 1:
            return self
        key, documents, impacts, size, factor, most = self
        return QueryTerm(key, documents, impacts, size, weight * factor, weight * most)


class Accumulator:
    """Adds up scores in room for every document, which is all 0 again after each query."""

    def __init__(self) -> None:
        self._scores: NDArray[np.float64] = np.zeros(0)
        self._worth: NDArray[np.float64] = np.zeros(0)
        self._size = 0
        self._least = 0.0  # no impact is worth less
        self._rows: dict[int | None, Counts] = {}  # of common terms: the impact of each document

    def prepare(self, size: int, worth: NDArray[np.float64]) -> None:
        """Be ready for documents numbered below `size`; what an impact is `worth` stands at its number."""
        self._size, self._worth = size, worth
        self._least = float(worth[:-1].min(initial=np.inf))
        self._rows.clear()
        if len(self._scores) < size:
            self._scores = np.zeros(max(1024, 2 * size))

    def all(self, terms: Sequence[QueryTerm], base: float) -> Scores:
        """The scores of all documents that have one of the terms, and `base` with each."""
        added = self._add(terms)
        documents = added.copy()
        documents.sort()
        documents = documents[firsts(documents)]
        scores = self._scores.take(documents)
        self._scores[added] = 0
        return Scores(documents, scores + base)

    def best(self, terms: Sequence[QueryTerm], base: float, count: int) -> Scores:
        """The `count` highest of `all`, ties as far as they go, ascending by document.

        Terms too common to bring a document among these by themselves are only asked about the documents of rarer ones
        (MaxScore, Turtle and Flood 1995); the scores are the same.
        """
        terms = sorted(terms, key=_SIZE)
        before = first = 0
        while first < len(terms) and terms[first].size < count:
            before += terms[first].size
            first += 1
        if first == len(terms):
            found = self.all(terms, base)
            return _highest(found.documents, found.scores, count)
        alone = terms[first]
        rare = _rare(terms, first, alone.factor * self._least)
        if terms[rare - 1].size > _MANY:
            rare = _rare(terms, first, alone.factor * _nth(self._worth.take(alone.impacts), count))
        documents = self._add(terms[:rare])
        common = rare
        while common < len(terms) and terms[common].size * _COMMON <= self._size:
            self._raise(terms[common])
            common += 1
        scores = self._scores.take(documents)
        self._scores[documents] = 0
        for term in terms[common:]:
            scores += term.factor * self._worth.take(self._row(term).take(documents))
        least = _nth(scores[before : before + alone.size].copy(), count)
        places = (scores >= least).nonzero()[0]
        documents = documents[places]
        order = documents.argsort()
        documents = documents[order]
        new = firsts(documents)
        return _highest(documents[new], scores[places[order[new]]] + base, count)

    def _add(self, terms: Sequence[QueryTerm]) -> NDArray[np.intp]:
        """Add what the terms add; the documents of each, one term after the other."""
        if not terms:
            return np.zeros(0, np.intp)
        documents = np.concatenate([term.documents for term in terms], dtype=np.intp)
        values = self._worth.take(np.concatenate([term.impacts for term in terms]))
        values *= np.array([term.factor for term in terms]).repeat([term.size for term in terms])
        np.add.at(self._scores, documents, values)
        return documents

    def _raise(self, term: QueryTerm) -> None:
        """Add what a term adds to documents that have something already."""
        places = (self._scores.take(term.documents) > 0).nonzero()[0]
        documents = term.documents[places].astype(np.intp)
        self._scores[documents] += term.factor * self._worth.take(term.impacts[places])

    def _row(self, term: QueryTerm) -> Counts:
        """The number of the impact of each document, that of nothing for one without the term."""
        row = self._rows.get(term.key)
        if row is None:
            if len(self._rows) >= _ROWS:
                self._rows.clear()
            nothing = len(self._worth) - 1
            row = self._rows[term.key] = np.full(self._size, nothing, np.min_scalar_type(nothing))
            row[term.documents] = term.impacts
        return row


def _rare(terms: Sequence[QueryTerm], first: int, least: float) -> int:
    """How many of the terms, those after `first` ascending by size, are needed to find all documents with `least`."""
    rest = 0.0
    for at in range(len(terms) - 1, first, -1):
        rest += terms[at].most
        if rest >= least:
            return at + 1
    return first + 1


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

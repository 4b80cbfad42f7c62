"""BM25 scores added up over the postings of a query's terms, or the best of them without adding up all."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.ranking.impacts import TermImpacts

_DEAR = 8  # times what adding a posting costs is looking a document up among a term's
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
        Its postings, those of removed documents too; each part's documents come after those before.
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

    def fill(self, values: NDArray[np.float64]) -> None:
        """Write what it adds to each of its documents to `values`, (size,)."""
        start = 0
        for part in self.parts:
            end = start + len(part.impacts)
            (self.factor * part.worth).take(part.impacts, out=values[start:end], mode="clip")
            start = end

    def of(self, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """(N,) What it adds to each of N `documents`, 0 for one without the term."""
        return self.factor * sum((part.of(documents) for part in self.parts), np.zeros(len(documents)))


class Accumulator:
    """Adds up scores in room for every document, which is all 0 again after each query."""

    def __init__(self) -> None:
        self._scores: NDArray[np.float64] = np.zeros(0)

    def make_room(self, size: int) -> None:
        """Be ready for documents numbered below `size`."""
        if len(self._scores) < size:
            self._scores = np.zeros(max(1024, 2 * size))

    def all(self, terms: Sequence[QueryTerm], alive: NDArray[np.bool_] | None, base: float) -> Scores:
        """The scores of all documents that have one of the terms, and `base` with each; `alive` tells which are not
        removed, None that all are there."""
        added = self._add(terms)
        documents, scores = self._take(added, added, alive)
        return Scores(documents, scores + base)

    def best(self, terms: Sequence[QueryTerm], alive: NDArray[np.bool_] | None, base: float, count: int) -> Scores:
        """The `count` highest of `all`, ties as far as they go, ascending by document.

        Terms too common to reach the score of `count` documents are only looked up for those that rarer ones leave a
        chance (MaxScore, Turtle and Flood 1995); the scores are the same.
        """
        terms = sorted(terms, key=_SIZE)
        own = next((at for at, term in enumerate(terms) if term.size >= count), None)
        if own is None:
            found = self.all(terms, alive, base)
            return _highest(found.documents, found.scores, count)
        counted = _counted(terms, own, count, alive)
        added = self._add(terms[:counted])
        scores = self._of(added, alive)
        start = sum(map(_SIZE, terms[:own]))
        least = _nth(scores[start : start + terms[own].size], count) - sum(map(_MOST, terms[counted:]))
        documents, scores = self._take(added[(scores >= least).nonzero()[0]], added, alive)
        for term in terms[counted:]:
            scores = scores + term.of(documents)
        return _highest(documents, scores + base, count)

    def _of(self, documents: NDArray[np.intp], alive: NDArray[np.bool_] | None) -> NDArray[np.float64]:
        """What was added up for `documents`; -inf for those removed."""
        scores = self._scores[documents]
        return scores if alive is None else np.where(alive[documents], scores, -np.inf)

    def _add(self, terms: Sequence[QueryTerm]) -> NDArray[np.intp]:
        """Add what the terms add; the documents of each, one term after the other."""
        if not terms:
            return np.zeros(0, np.intp)
        documents = np.concatenate([part.documents for term in terms for part in term.parts], dtype=np.intp)
        values = np.empty(len(documents))
        start = 0
        for term in terms:
            end = start + term.size
            term.fill(values[start:end])
            start = end
        np.add.at(self._scores, documents, values)
        return documents

    def _take(
        self, documents: NDArray[np.intp], added: NDArray[np.intp], alive: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """What was added up for `documents`, which may repeat, ascending; those `added` are 0 again."""
        documents = np.sort(documents)
        new = np.empty(len(documents), np.bool_)
        new[:1] = True
        np.not_equal(documents[1:], documents[:-1], out=new[1:])
        documents = documents[new if alive is None else new & alive[documents]]
        scores = self._scores[documents]
        self._scores[added] = 0
        return documents, scores


def _counted(terms: Sequence[QueryTerm], own: int, count: int, alive: NDArray[np.bool_] | None) -> int:
    """How many of the terms are added up: not those in which the documents of all rarer ones are soon looked up, if
    `count` documents get more for the term `own` alone than all those can add."""
    before = 0
    for at, term in enumerate(terms):
        if at > own and term.size > _DEAR * before:
            values = np.empty(terms[own].size)
            terms[own].fill(values)
            if alive is not None:
                values = values[np.concatenate([alive[part.documents] for part in terms[own].parts])]
            enough = len(values) >= count and _nth(values, count) > sum(map(_MOST, terms[at:]))
            return at if enough else len(terms)
        before += term.size
    return len(terms)


def _highest(documents: NDArray[np.intp], scores: NDArray[np.float64], count: int) -> Scores:
    """Those of the `count` highest scores."""
    if len(documents) > count:
        keep = (scores >= _nth(scores, count)).nonzero()[0]
        documents, scores = documents[keep], scores[keep]
    return Scores(documents, scores)


def _nth(scores: NDArray[np.float64], count: int) -> float:
    """The `count`-th highest of the scores, of which there are as many at least."""
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])

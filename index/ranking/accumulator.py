"""BM25 scores added up term by term over postings, or the best of them without adding up all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.segments import TermPostings


@dataclass(frozen=True, slots=True)
class Scores:
    """Matching documents, ascending, and their scores, in parallel."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Norms:
    """By document: ``k1 * (1 - b + b * length / average length)``, one over that plus one, and what was removed."""

    damping: NDArray[np.float64]
    once: NDArray[np.float64]
    dead: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A term of a query that some document has.

    Attributes
    ----------
    base : float
        What every document gets for it, whether it has the term or not.
    factor : float
        Weight times idf times ``k1 + 1``.
    most : float
        The most that it can add to a document's score, `base` aside.
    """

    postings: TermPostings
    base: float
    factor: float
    most: float

    def parts(self, documents: NDArray[np.intp], tf: NDArray[np.unsignedinteger], norms: Norms) -> NDArray[np.float64]:
        """What it adds to the scores of `documents`, which have it `tf` times."""
        return self.factor * tf / (norms.damping[documents] + tf)


class Accumulator:
    """Adds up scores in room for every document, which is all 0 again after each query."""

    def __init__(self) -> None:
        self._scores: NDArray[np.float64] = np.zeros(0)

    def all(self, terms: Sequence[QueryTerm], norms: Norms) -> Scores:
        """The scores of all documents that have one of the terms."""
        self._make_room(norms)
        touched = [self._add(term, norms) for term in terms]
        documents = np.sort(np.concatenate(touched)) if touched else np.zeros(0, np.intp)
        return self._collect(documents, terms, norms)

    def best(self, terms: Sequence[QueryTerm], norms: Norms, count: int) -> Scores:
        """The `count` highest of `all`, ties as far as they go, ascending by document.

        Common terms are only looked up for documents that the rarer ones leave a chance (MaxScore, Turtle and Flood
        1995); the scores are the same.
        """
        self._make_room(norms)
        terms = sorted(terms, key=lambda term: len(term.postings.documents))
        rest = sum(term.most for term in terms)
        touched: list[NDArray[np.intp]] = []
        size = 0
        for number, term in enumerate(terms):
            if size >= count and len(term.postings.documents) > size:
                documents = np.concatenate(touched)
                least = _nth(self._alive(documents, norms), count)
                if least >= rest:
                    return self._finish(documents, terms, number, norms, least - rest, count)
            touched.append(self._add(term, norms))
            size += len(touched[-1])
            rest -= term.most
        if not touched:
            return Scores(np.zeros(0, np.intp), np.zeros(0))
        documents = np.concatenate(touched)
        if len(documents) > count:
            scores = self._alive(documents, norms)
            keep = scores >= _nth(scores, count)
            self._scores[documents[~keep]] = 0
            documents = documents[keep]
        return self._collect(np.sort(documents), terms, norms)

    def _finish(
        self,
        documents: NDArray[np.intp],
        terms: Sequence[QueryTerm],
        number: int,
        norms: Norms,
        least: float,
        count: int,
    ) -> Scores:
        """The best of the accumulated `documents` with at least `least`, after the terms from `number` on."""
        scores = self._alive(documents, norms)
        self._scores[documents] = 0
        keep = scores >= least
        documents, scores = documents[keep], scores[keep]
        order = np.argsort(documents)
        documents, scores = documents[order], scores[order]
        for term in terms[number:]:
            scores = scores + term.parts(documents, term.postings.frequencies_in(documents), norms)
        keep = scores >= _nth(scores, count)
        return Scores(documents[keep], scores[keep] + sum(term.base for term in terms))

    def _make_room(self, norms: Norms) -> None:
        if len(self._scores) < len(norms.damping):
            self._scores = np.zeros(max(1024, 2 * len(norms.damping)))

    def _add(self, term: QueryTerm, norms: Norms) -> NDArray[np.intp]:
        """Add what a term adds, and return the documents that had nothing before."""
        documents = term.postings.documents.astype(np.intp)
        if term.postings.highest == 1:
            parts = term.factor * norms.once[documents]
        else:
            parts = term.parts(documents, term.postings.frequencies, norms)
        before = self._scores[documents]
        self._scores[documents] = before + parts
        new: NDArray[np.intp] = documents[before == 0]
        return new

    def _alive(self, documents: NDArray[np.intp], norms: Norms) -> NDArray[np.float64]:
        """What was added up for `documents`; -inf for those removed."""
        scores = self._scores[documents]
        return scores if norms.dead is None else np.where(norms.dead[documents], -np.inf, scores)

    def _collect(self, documents: NDArray[np.intp], terms: Sequence[QueryTerm], norms: Norms) -> Scores:
        """Take out the scores of `documents`, ascending."""
        scores = self._scores[documents]
        self._scores[documents] = 0
        if norms.dead is not None:
            keep = ~norms.dead[documents]
            documents, scores = documents[keep], scores[keep]
        return Scores(documents, scores + sum(term.base for term in terms))


def _nth(scores: NDArray[np.float64], count: int) -> float:
    """The `count`-th highest of the scores; the lowest where there are fewer."""
    if len(scores) <= count:
        return float(scores.min(initial=np.inf))
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])

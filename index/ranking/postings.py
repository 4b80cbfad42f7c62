"""BM25 over postings: scores exactly as rank_bm25's BM25Plus, at the cost of the postings that a query touches."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.segments import Counts, Keys, Packed, Vocabulary, counts_of, invert, merge, nothing

_WAITING = 1 << 20  # terms that wait to be sorted at most
_LATE = 1 << 14  # postings that are kept apart at most, unless they are less than one in `_PART` of the others
_PART = 8
_HELD = 512  # terms whose postings are found at once


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
class _Found:
    """A term's documents, ascending, how often each has it, how many are not removed, and the highest frequency."""

    documents: NDArray[np.uint32]
    frequencies: Counts
    alive: int
    highest: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term of a query that some document has: weight times idf, that times k1 + 1, and the most it can add."""

    text: str
    found: _Found
    weight: float
    factor: float
    most: float


class Postings:
    """An index of documents as bags of terms; documents are numbered from 0 as they are added, never reused.

    Formula and parameters are those of BM25+ (Lv and Zhai 2011) as rank_bm25 0.2 computes them:
    ``idf = ln((N + 1) / df)``, score = sum over the query's terms of
    ``idf * (delta + tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf))``.

    What is added waits as it comes and is sorted into postings when it is first asked for; those of late are kept
    apart until they are worth merging.
    """

    def __init__(self, *, k1: float, b: float, delta: float = 1.0, keys: Keys | None = None) -> None:
        self._k1, self._b, self._delta = k1, b, delta
        self._keys = keys if keys is not None else Vocabulary()
        self._main = self._late = nothing()
        self._lengths: array[int] = array("I")
        self._alive = bytearray()
        self._waiting: array[int] = array("q")  # terms of the documents from `_settled` on, one after the other
        self._settled = 0
        self._count = 0
        self._total = 0
        self._scratch: NDArray[np.float64] = np.zeros(0)
        self._found: dict[str, _Found] = {}
        self._cached: _Norms | None = None

    def __len__(self) -> int:
        """Documents that have not been removed."""
        return self._count

    def add(self, terms: Iterable[str]) -> int:
        """Add a document and return its number; its terms may repeat."""
        return self.add_keys([self._keys.key(term) for term in terms])

    def add_keys(self, keys: Sequence[int]) -> int:
        """Add a document as the numbers of its terms, and return its own."""
        number = len(self._lengths)
        self._waiting.extend(keys)
        self._lengths.append(len(keys))
        self._alive.append(1)
        self._cached = None
        self._count += 1
        self._total += len(keys)
        if len(self._waiting) > _WAITING:
            self._settle()
        return number

    def remove(self, number: int) -> None:
        """Remove document `number`; it keeps its room in the postings until the index is made anew.

        Raises
        ------
        KeyError
            If there is no such document (any more).
        """
        if number >= len(self._alive) or not self._alive[number]:
            raise KeyError(number)
        self._alive[number] = 0
        self._cached = None
        self._found.clear()
        self._count -= 1
        self._total -= self._lengths[number]

    def holds(self, number: int) -> bool:
        """Whether document `number` is there and not removed."""
        return 0 <= number < len(self._alive) and bool(self._alive[number])

    def idf(self, term: str) -> float:
        """``ln((N + 1) / df)``, never negative; 0 for a term in no document."""
        frequency = self._find(term).alive
        return math.log((self._count + 1) / frequency) if frequency else 0.0

    def knows(self, term: str) -> bool:
        """Whether some document has `term`."""
        return self._find(term).alive > 0

    def terms(self) -> Iterator[str]:
        """All terms that some document has."""
        self._settle()
        alive = np.array(self._alive, np.bool_)
        held = [part.keys[counts_of(part, alive[part.documents]) > 0] for part in (self._main, self._late)]
        return (self._keys.term(key) for key in np.union1d(*held).tolist())

    def packed(self) -> Packed:
        """What the index holds now; it stays as it is when more is added or removed."""
        self._settle()
        parts = (self._main, self._late)
        return Packed(parts, np.array(self._lengths, np.uint32), np.array(self._alive, np.bool_))

    def unpack(self, packed: Packed) -> None:
        """Take over what another index of the same parameters and terms held; this one is empty."""
        self._main, *_ = packed.parts
        self._lengths = array("I", packed.lengths.tobytes())
        self._alive = bytearray(packed.alive.tobytes())
        self._settled = len(self._lengths)
        self._count = int(packed.alive.sum())
        self._total = int(packed.lengths[packed.alive].sum(dtype=np.int64))

    def _settle(self) -> None:
        """Sort what waits into the postings."""
        if self._settled == len(self._lengths):
            return
        keys = np.array(self._waiting, np.int64)
        lengths = np.array(self._lengths[self._settled :], np.int64)
        documents = np.repeat(np.arange(self._settled, len(self._lengths), dtype=np.uint32), lengths)
        self._late = merge(self._late, invert(keys, documents))
        if len(self._late.documents) > max(_LATE, len(self._main.documents) // _PART):
            self._main, self._late = merge(self._main, self._late), nothing()
        self._waiting = array("q")
        self._settled = len(self._lengths)
        self._found.clear()

    def _find(self, term: str) -> _Found:
        """The postings of a term, from both parts."""
        self._settle()
        found = self._found.get(term)
        if found is None:
            if len(self._found) >= _HELD:
                self._found.clear()
            found = self._found[term] = self._look_up(self._keys.find(term))
        return found

    def _look_up(self, key: int | None) -> _Found:
        parts = []
        for segment in (self._main, self._late):
            at = segment.place(key) if key is not None else -1
            if at >= 0:
                low, high = segment.starts[at], segment.starts[at + 1]
                parts.append((segment.documents[low:high], segment.frequencies[low:high]))
        if not parts:
            return _Found(self._main.documents[:0], self._main.frequencies[:0], 0, 0)
        documents, frequencies = parts[0]
        if len(parts) > 1:
            documents, frequencies = (np.concatenate(both) for both in zip(*parts, strict=True))
        alive = len(documents)
        if self._count < len(self._alive):
            alive = int(np.frombuffer(self._alive, np.uint8)[documents].sum(dtype=np.int64))
        return _Found(documents, frequencies, alive, int(frequencies.max()))

    def documents_among(self, term: str, numbers: Sequence[int]) -> list[int]:
        """Those of the documents `numbers` that have `term`."""
        return [n for n, part in zip(numbers, self.saturation(term, np.array(numbers, np.intp)), strict=True) if part]

    def count_between(self, term: str, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many documents of each range ``[start, end)`` have `term`; ranges of removed documents are not asked."""
        documents = self._find(term).documents
        return np.searchsorted(documents, ends) - np.searchsorted(documents, starts)

    def saturation(self, term: str, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """``tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf)`` of `documents`; 0 without the term."""
        found = self._find(term)
        if not len(found.documents):
            return np.zeros(len(documents))
        at = np.searchsorted(found.documents, documents)
        at[at == len(found.documents)] = 0
        tf = np.where(found.documents[at] == documents, found.frequencies[at], 0)
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
        terms.sort(key=lambda term: len(term.found.documents))
        rest = sum(term.most for term in terms)
        touched: list[NDArray[np.intp]] = []
        size = 0
        for number, term in enumerate(terms):
            if size >= count and len(term.found.documents) > size:
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
        self._settle()
        if len(self._scratch) < len(self._lengths):
            self._scratch = np.zeros(max(1024, 2 * len(self._lengths)))
        wanted: list[_Wanted] = []
        for text, weight in query:
            idf = self.idf(text)
            if idf and weight:
                found = self._find(text)
                factor = weight * idf * (self._k1 + 1)
                most = factor * found.highest / (found.highest + self._k1 * (1 - self._b))
                wanted.append(_Wanted(text, found, weight * idf, factor, most))
        return wanted

    def _accumulate(self, term: "_Wanted") -> NDArray[np.intp]:
        """Add a term's part to the scratch, and return the documents that had nothing there before."""
        documents = term.found.documents.astype(np.intp)
        norms = self._norms()
        if term.found.highest == 1:
            parts = term.factor * norms.once[documents]
        else:
            tf = term.found.frequencies
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

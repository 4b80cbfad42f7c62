"""Postings: rank_bm25's BM25Plus at the cost of the postings that a query touches, of documents that come and go."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from index.ranking.accumulator import Accumulator, QueryTerm, Scores
from index.ranking.impacts import ImpactTable
from index.ranking.segments import Keys, Packed, Segment, TermPostings, Vocabulary, find, invert, merge, nothing

_WAITING = 1 << 20  # terms that wait to be sorted at most
_LATE = 1 << 14  # postings that are kept apart at most, unless they are less than one in `_PART` of the others
_PART = 8
_HELD = 512  # terms whose postings are found at once
_REMEMBERED = 2048  # terms whose places in the postings are remembered, half a kilobyte each

_T = TypeVar("_T")


class Postings(BM25Plus):  # type: ignore[misc]  # the package has no types
    """An index of documents as bags of terms; documents are numbered from 0 as they are added, never reused.

    It is a `rank_bm25.BM25Plus`: the idf of a term is computed by the package's code, and so are the scores of chosen
    documents (`get_batch_scores`). What the package does by a walk through all documents is done here over postings,
    with the same scores (BM25+, Lv and Zhai 2011): ``idf = ln((N + 1) / df)``, score = sum over the query's terms of
    ``idf * (delta + tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf))``. Unlike the package's, an
    index may be empty, and documents can be added and removed; `doc_freqs` stays empty, the postings stand for it.

    What is added waits as it comes and is sorted into postings, a million terms at once; these are merged when they are
    first asked for, those of late kept apart until they are worth merging with the others.
    """

    k1: float
    b: float
    delta: float
    corpus_size: int
    """Documents that have not been removed."""
    avgdl: float
    doc_len: "array[int]"
    idf: dict[str, float]
    """Of terms that were asked for since the index last changed; see `idf_of`."""

    def __init__(
        self,
        corpus: Iterable[Iterable[str]] = (),
        *,
        k1: float,
        b: float,
        delta: float = 1.0,
        keys: Keys | None = None,
    ) -> None:
        self._keys = keys if keys is not None else Vocabulary()
        self._main = self._late = nothing()
        self._alive = bytearray()
        self._waiting: array[int] = array("q")  # terms of the documents from `_settled` on, one after the other
        self._settled = 0
        self._sorted: list[Segment] = []
        self._total = 0
        self._accumulator = Accumulator()
        self._found: dict[str, TermPostings] = {}
        self._terms: dict[str, QueryTerm] = {}
        self._ready = False  # whether impacts and accumulator are of the index as it is
        self._impacts = ImpactTable(k1, b)
        super().__init__(corpus, k1=k1, b=b, delta=delta)

    def _initialize(self, corpus: Iterable[Iterable[str]]) -> dict[str, int]:
        """Add what the constructor was given; no idf is computed before it is asked for."""
        self.doc_len = array("I")
        for document in corpus:
            self.add(document)
        return {}

    def __len__(self) -> int:
        """Documents that have not been removed."""
        return self.corpus_size

    def add(self, terms: Iterable[str]) -> int:
        """Add a document and return its number; its terms may repeat."""
        keys = np.array([self._keys.key(term) for term in terms], np.int64)
        return self.add_keys(keys, np.array([len(keys)]))

    def add_keys(self, keys: NDArray[np.int64], lengths: NDArray[np.int64]) -> int:
        """Add documents as the numbers of their terms, one after the other, and return the number of the first.

        `lengths` tells how many terms each has.
        """
        number = len(self.doc_len)
        self._waiting.frombytes(keys.tobytes())
        self.doc_len.frombytes(lengths.astype(np.uint32).tobytes())
        self._alive.extend(b"\1" * len(lengths))
        self._count(len(lengths), len(keys))
        if len(self._waiting) > _WAITING:
            self._sort()
        return number

    def remove(self, number: int) -> None:
        """Remove document `number`; it keeps its room in the postings until the index is made anew.

        Raises
        ------
        KeyError
            If there is no such document (any more).
        """
        if not self.holds(number):
            raise KeyError(number)
        self._alive[number] = 0
        self._found.clear()
        self._count(-1, -self.doc_len[number])

    def _count(self, documents: int, terms: int) -> None:
        """Count documents that came or went, and forget what rests on how many there are."""
        self.corpus_size += documents
        self._total += terms
        self.avgdl = self._total / self.corpus_size if self._total else 1.0
        self.idf.clear()
        self._terms.clear()
        self._ready = False

    def holds(self, number: int) -> bool:
        """Whether document `number` is there and not removed."""
        return 0 <= number < len(self._alive) and bool(self._alive[number])

    def idf_of(self, term: str) -> float:
        """``ln((N + 1) / df)``, never negative; 0 for a term in no document."""
        if term not in self.idf:
            frequency = self._find(term).alive
            if not frequency:
                return 0.0
            self._calc_idf({term: frequency})
        return self.idf[term]

    def knows(self, term: str) -> bool:
        """Whether some document has `term`; one that was never added is not looked for."""
        return self._keys.find(term) is not None and self._find(term).alive > 0

    def packed(self) -> Packed:
        """What the index holds now; it stays as it is when more is added or removed."""
        self._settle()
        parts = (self._main, self._late)
        return Packed(parts, np.array(self.doc_len, np.uint32), np.array(self._alive, np.bool_))

    def unpack(self, packed: Packed) -> None:
        """Take over what another index of the same parameters and terms held; this one is empty."""
        self._main, *_ = packed.parts
        self.doc_len = array("I", packed.lengths.tobytes())
        self._alive = bytearray(packed.alive.tobytes())
        self._settled = len(self.doc_len)
        self._count(int(packed.alive.sum()), int(packed.lengths[packed.alive].sum(dtype=np.int64)))

    def _sort(self) -> None:
        """Sort what waits into postings of its own, to be merged with the others when they are asked for."""
        keys = np.array(self._waiting, np.int64)
        lengths = np.array(self.doc_len[self._settled :], np.int64)
        documents = np.repeat(np.arange(self._settled, len(self.doc_len), dtype=np.uint32), lengths)
        self._sorted.append(invert(keys, documents))
        self._waiting = array("q")
        self._settled = len(self.doc_len)

    def _settle(self) -> None:
        """Take what was added into the postings."""
        if self._settled < len(self.doc_len):
            self._sort()
        if not self._sorted:
            return
        self._late = merge(self._late, *self._sorted)
        if len(self._late.documents) > max(_LATE, len(self._main.documents) // _PART):
            self._main, self._late = merge(self._main, self._late), nothing()
        self._sorted.clear()
        self._found.clear()

    def _find(self, term: str) -> TermPostings:
        """The postings of a term, from both parts."""
        self._settle()
        found = self._found.get(term)
        if found is None:
            if len(self._found) >= _HELD:
                self._found.clear()
                self.idf.clear()
            found = self._found[term] = find((self._main, self._late), self._keys.find(term), self._there())
        return found

    def documents_among(self, term: str, numbers: Sequence[int]) -> list[int]:
        """Those of the documents `numbers` that have `term`."""
        frequencies = self._find(term).frequencies_in(np.array(numbers, np.intp))
        return [number for number, frequency in zip(numbers, frequencies.tolist(), strict=True) if frequency]

    def documents_of(self, term: str) -> NDArray[np.intp]:
        """The documents that have `term`, ascending, removed ones too."""
        return self._find(term).documents.astype(np.intp)

    def count_between(self, term: str, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many documents of each range ``[start, end)`` have `term`; ranges of removed documents are not asked."""
        return self._find(term).counts_between(starts, ends)

    def having(self, term: str, documents: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of `documents` have `term`, (N,)."""
        return self._find(term).frequencies_in(documents) > 0

    def saturation(self, term: str, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """``tf * (k1 + 1) / (k1 * (1 - b + b * length / average length) + tf)`` of `documents`; 0 without the term."""
        tf = self._find(term).frequencies_in(documents)
        return tf * (self.k1 + 1) / (self._damping(documents) + tf)

    def lengths(self, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """How many terms each of `documents` has, (N,)."""
        return np.frombuffer(self.doc_len, np.uint32)[documents].astype(np.float64)

    def lookup(self, query: Sequence[tuple[str, float]], documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """What a query's terms add to the scores of `documents`, without the delta that BM25+ gives each for a term.

        It costs the number of documents asked for, not that of the postings.
        """
        scores = np.zeros(len(documents))
        damping = self._damping(documents)
        for term, weight in query:
            value = weight * self.idf_of(term)
            if value:
                tf = self._find(term).frequencies_in(documents)
                scores += value * (tf * (self.k1 + 1) / (damping + tf))
        return scores

    def score(self, query: Sequence[tuple[str, float]]) -> Scores:
        """Scores of the documents that share a term with `query`: (term, weight) pairs; a repeated term adds up.

        With all weights 1 the scores are rank_bm25's own.
        """
        terms = self._wanted(query)
        return self._accumulator.all(terms, self._base(terms))

    def best(self, query: Sequence[tuple[str, float]], count: int) -> Scores:
        """The `count` documents of `score` with the highest scores, ties as far as they go, ascending by number."""
        terms = self._wanted(query)
        return self._accumulator.best(terms, self._base(terms), count)

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """The score of every document by its number, -inf for those removed."""
        found = self.score([(term, 1.0) for term in query])
        base = self.delta * sum(self.idf_of(term) for term in query)
        scores = np.where(np.frombuffer(self._alive, np.bool_), base, -np.inf)
        scores[found.documents] = found.scores
        return scores

    def get_batch_scores(
        self, query: Sequence[str], doc_ids: Sequence[int] | NDArray[np.intp], *, delta: float | None = None
    ) -> list[float]:
        """The scores of the documents `doc_ids`, by the package's own code.

        A `delta` of 0 in place of the index's own leaves out what BM25+ gives every document alike.

        Raises
        ------
        KeyError
            If there is one of them not (any more).
        """
        documents = np.array(doc_ids, np.intp)
        for number in documents.tolist():
            if not self.holds(number):
                raise KeyError(number)
        terms = {term: found for term in query if (found := self._find(term)).alive}
        candidates = _Candidates(self, terms, documents, self.delta if delta is None else delta)
        known = [term for term in query if term in terms]
        scores: list[float] = candidates.get_batch_scores(known, range(len(documents)))
        return scores

    def get_top_n(self, query: Sequence[str], documents: Sequence[_T], n: int = 5) -> list[_T]:
        """The `n` of `documents` with the highest scores, best first, ties as they were added.

        `documents` are by number, those removed too; one that shares no term with the query is never among the best.

        Raises
        ------
        ValueError
            If there are more or fewer documents than were added.
        """
        if len(documents) != len(self.doc_len):
            raise ValueError(len(documents))
        found = self.best([(term, 1.0) for term in query], max(1, n))
        ranked = (-found.scores).argsort(kind="stable")[: max(0, n)]
        return [documents[number] for number in found.documents[ranked].tolist()]

    def _there(self) -> NDArray[np.bool_] | None:
        """Which documents are not removed; None if none is."""
        return np.frombuffer(self._alive, np.bool_) if self.corpus_size < len(self._alive) else None

    def _damping(self, documents: NDArray[np.intp]) -> NDArray[np.float64]:
        """``k1 * (1 - b + b * length / average length)`` of each of `documents`."""
        return self.k1 * (1 - self.b + self.b * self.lengths(documents) / self.avgdl)

    def _base(self, terms: Sequence[QueryTerm]) -> float:
        """What BM25+ gives every document for the terms, whether it has them or not."""
        return self.delta * sum([term.factor for term in terms])

    def _wanted(self, query: Sequence[tuple[str, float]]) -> list[QueryTerm]:
        """The terms of a query that some document has."""
        if not self._ready:
            self._settle()
            self._impacts.prepare((self._main, self._late), self.doc_len, self.avgdl)
            self._accumulator.prepare(len(self.doc_len), self._impacts.worth)
            self._ready = True
        terms = self._terms
        wanted: list[QueryTerm] = []
        for text, weight in query:
            term = terms.get(text) or self._term(text)
            if term.factor and weight:
                wanted.append(term.times(weight))
        return wanted

    def _term(self, text: str) -> QueryTerm:
        """A term of weight 1, remembered until the index changes; its factor is 0 if no document has it."""
        if len(self._terms) >= _REMEMBERED:
            self._terms.clear()
        key = self._keys.find(text)
        documents, impacts = self._impacts.postings(key, self._there())
        size, idf = len(documents), 0.0
        if size:
            if text not in self.idf:
                self._calc_idf({text: size})
            idf = self.idf[text]
        term = self._terms[text] = QueryTerm(key, documents, impacts, size, idf, idf * self._impacts.most)
        return term


class _Candidates(BM25Plus):  # type: ignore[misc]  # the package has no types
    """Some documents of an index as a corpus of the package's, with the sizes and idf of all of it.

    The package scores a document by its own counts of the query's terms; only these are looked up.
    """

    def __init__(
        self, index: Postings, terms: dict[str, TermPostings], documents: NDArray[np.intp], delta: float
    ) -> None:
        self._index = index
        self._terms = terms
        super().__init__(documents, k1=index.k1, b=index.b, delta=delta)

    def _initialize(self, documents: NDArray[np.intp]) -> dict[str, int]:
        """Take over the sizes, and return the number of documents of each term, of which the package makes its idf."""
        self.corpus_size, self.avgdl = self._index.corpus_size, self._index.avgdl
        self.doc_len = np.frombuffer(self._index.doc_len, np.uint32)[documents]
        self.doc_freqs: list[dict[str, int]] = [{} for _ in range(len(documents))]
        for term, found in self._terms.items():
            frequencies = found.frequencies_in(documents)
            having = np.flatnonzero(frequencies)
            for place, frequency in zip(having.tolist(), frequencies[having].tolist(), strict=True):
                self.doc_freqs[place][term] = frequency
        return {term: found.alive for term, found in self._terms.items()}

"""Impacts: the pairs of a frequency and a length that postings have, by number, so that their scores are looked up.

However many the postings are, such pairs are few: what BM25 makes of each is computed when the average length has
changed, and no more than that.
"""

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.segments import Counts, Segment, narrow, place

_COUNTED = 1 << 22  # possible pairs whose presence is noted in a table, not sorted
_ROUNDED = 1 + 1e-12  # sums of the same numbers in another order differ by less
_NO_DOCUMENTS = np.zeros(0, np.uint32)
_NO_COUNTS = np.zeros(0, np.uint8)


@dataclass(frozen=True, slots=True)
class Impacts:
    """The impacts of a segment of P postings, I different ones.

    Attributes
    ----------
    numbers : (P,) uint8, uint16 or uint32
        The number of each posting's impact.
    frequencies : (I,) int64
        How often a document has the term.
    lengths : (I,) int64
        How many terms the document has.
    """

    numbers: Counts
    frequencies: NDArray[np.int64]
    lengths: NDArray[np.int64]

    def saturations(self, k1: float, b: float, average: float) -> NDArray[np.float64]:
        """(I,) ``tf * (k1 + 1) / (k1 * (1 - b + b * length / average) + tf)`` of each impact."""
        tf = self.frequencies
        saturated: NDArray[np.float64] = tf * (k1 + 1) / (k1 * (1 - b + b * self.lengths / average) + tf)
        return saturated


def impacts_of(segment: Segment, lengths: NDArray[np.uint32]) -> Impacts:
    """The impacts of a segment of documents of these `lengths`, by number."""
    base = int(lengths.max(initial=0)) + 1
    pairs = segment.frequencies.astype(np.int64)
    pairs *= base
    pairs += lengths[segment.documents]
    top = int(pairs.max(initial=0)) + 1
    if top <= _COUNTED:
        there = np.zeros(top, np.bool_)
        there[pairs] = True
        different = np.flatnonzero(there)
        numbers = narrow(np.cumsum(there) - there)[pairs]
    else:
        different, places = np.unique(pairs, return_inverse=True)
        numbers = narrow(places)
    frequencies, of = np.divmod(different, base)
    return Impacts(numbers, frequencies, of)


class ImpactTable:
    """What the impacts of an index's segments are worth, as long as segments, lengths and their average stay."""

    def __init__(self, k1: float, b: float) -> None:
        self._k1, self._b = k1, b
        self._impacts: list[tuple[Segment, Impacts]] = []
        self._numbered: list[tuple[memoryview, memoryview, NDArray[np.uint32], Counts]] = []
        self.worth: NDArray[np.float64] = np.zeros(1)
        """What an impact is worth by its number, for an idf of 1; no two segments share a number, and the last is that
        of nothing, worth 0."""
        self.most = 0.0
        """No impact is worth more, however sums are rounded."""

    def prepare(self, segments: tuple[Segment, ...], sizes: "array[int]", average: float) -> None:
        """Number the impacts of the segments, those of new ones found first, and compute what each is worth.

        `sizes` are the lengths of all documents, as unsigned integers of 32 bits, `average` is theirs.
        """
        lengths = np.frombuffer(sizes, np.uint32)
        known = {id(segment): impacts for segment, impacts in self._impacts}
        filled = [segment for segment in segments if len(segment.keys)]
        self._impacts = [(segment, known.get(id(segment)) or impacts_of(segment, lengths)) for segment in filled]
        self._numbered.clear()
        before = 0
        for segment, impacts in self._impacts:
            after = before + len(impacts.lengths)
            numbers = impacts.numbers + np.min_scalar_type(after).type(before) if before else impacts.numbers
            self._numbered.append((segment.keys.data, segment.starts.data, segment.documents, numbers))
            before = after
        worth = [impacts.saturations(self._k1, self._b, average) for _, impacts in self._impacts]
        self.worth = np.concatenate([*worth, np.zeros(1)])
        self.most = _ROUNDED * float(self.worth.max())

    def postings(self, key: int | None, alive: NDArray[np.bool_] | None) -> tuple[NDArray[np.uint32], Counts]:
        """The documents of a term, ascending, and the number of the impact of each; `alive` tells which documents are
        not removed, None that all are there."""
        documents, impacts = _NO_DOCUMENTS, _NO_COUNTS
        for keys, starts, of, numbers in self._numbered:
            at = place(keys, key)
            if at is not None:
                start, end = starts[at], starts[at + 1]
                if len(documents):
                    documents = np.concatenate([documents, of[start:end]])
                    impacts = np.concatenate([impacts, numbers[start:end]])
                else:
                    documents, impacts = of[start:end], numbers[start:end]
        if alive is not None:
            keep = alive.take(documents)
            if not keep.all():
                documents, impacts = documents[keep], impacts[keep]
        return documents, impacts

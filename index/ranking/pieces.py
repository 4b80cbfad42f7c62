"""Texts as their pieces, which are what white space parts: the stems of each and what it tells are looked up once."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking import signs
from index.ranking.segments import Vocabulary
from index.text.terms import pieces_of, stems_of_word, words_in

_REMEMBERED = 1 << 18
_LONGEST = 64  # letters of one that is remembered
_END = 0  # the number of a piece that has nothing, behind the last of each text


@dataclass(frozen=True, slots=True)
class Texts:
    """T texts, as the keys of their K stems.

    Attributes
    ----------
    keys : (K,) int64
        Numbers of stems in the vocabulary, those of one text after those of another.
    lengths : (T,) int64
        How many stems each has.
    marks : (T,) uint16
        What each has of signs, see `index.ranking.signs.marks_together`.
    """

    keys: NDArray[np.int64]
    lengths: NDArray[np.int64]
    marks: signs.Marks


class Pieces(dict[str, int]):
    """The number of each piece, by which its keys and marks are found. Of use for many articles, and not kept with
    the index."""

    def __init__(self, vocabulary: Vocabulary, *, most: int = _REMEMBERED) -> None:
        """`most` tells how many pieces are remembered, but for those of the texts that are read together."""
        super().__init__()
        self._vocabulary = vocabulary
        self._most = most
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._keys = array("q")
        self._starts = array("q", (0, 0))
        self._marks = array("H", (0,))

    def __missing__(self, piece: str) -> int:
        stems = [stem for word in words_in(piece) for stem in stems_of_word(word)]
        self._keys.extend(self._vocabulary.keys(stems))
        self._starts.append(len(self._keys))
        number = len(self._marks)
        self._marks.append(signs.marks_of(piece, stems))
        if len(piece) <= _LONGEST:
            self[piece] = number
        return number

    def read(self, texts: Sequence[str]) -> Texts:
        """The stems of texts, and what they have."""
        if len(self._marks) > self._most:
            self._forget()
        numbers: list[int] = []
        starts = []
        for text in texts:
            starts.append(len(numbers))
            numbers += map(self.__getitem__, pieces_of(text))
            numbers.append(_END)
        places = np.array(numbers, np.intp)
        begins = np.array(starts, np.intp)
        bounds = np.frombuffer(self._starts, np.int64)
        first = bounds[places]
        counts = bounds[places + 1] - first
        ends = np.cumsum(counts)
        keys = np.frombuffer(self._keys, np.int64)[np.repeat(first - ends + counts, counts) + np.arange(counts.sum())]
        marks = signs.marks_together(np.frombuffer(self._marks, np.uint16)[places], begins)
        return Texts(keys, np.add.reduceat(counts, begins), marks)

"""The sentences of an index as columns: where each stands, what it has, and who is reported to have said it."""

from array import array
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.ranking.segments import firsts

_NUMBER, _TIME, _DISPLAY, _REASON, _PLACE, _INTRODUCES, _ASKS = 1, 2, 4, 8, 16, 32, 64

Sign = Literal["said", "number", "time", "display", "reason", "where", "introduces", "asks"]
"""What an entry may have, by the names of `Entry`."""

FLAGS: dict[Sign, int] = {
    "number": _NUMBER,
    "time": _TIME,
    "display": _DISPLAY,
    "reason": _REASON,
    "where": _PLACE,
    "introduces": _INTRODUCES,
    "asks": _ASKS,
}
"""The bit of each in the flags of `Columns`; an entry has been said where it has attributions."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution of a sentence, as far as ranking asks: the place of its names and whether it was said."""

    speaker: int  # -1 for nobody
    outlet: int
    said: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of the index; all numbers are places in the fields."""

    article: int
    sentence: int  # its place among the article's sentences
    paragraph: int
    said: tuple[Said, ...]
    number: bool
    time: bool
    display: bool  # of the headline or deck
    reason: bool  # has a word that gives a reason
    where: bool  # has the name of a place
    introduces: bool  # tells who somebody is
    asks: bool  # it is a question


@dataclass(frozen=True, slots=True)
class Columns:
    """N entries with S attributions in all, as arrays.

    Attributes
    ----------
    articles, sentences, paragraphs : (N,) uint32
    flags : (N,) uint8
    ends : (N,) uint32
        Where each entry's attributions end.
    speakers, outlets : (S,) int32
        Numbers of names, -1 for none.
    acts : (S,) uint8
        1 where it was said.
    """

    articles: NDArray[np.uint32]
    sentences: NDArray[np.uint32]
    paragraphs: NDArray[np.uint32]
    flags: NDArray[np.uint8]
    ends: NDArray[np.uint32]
    speakers: NDArray[np.int32]
    outlets: NDArray[np.int32]
    acts: NDArray[np.uint8]

    def counts(self) -> NDArray[np.int64]:
        """How many attributions each entry has."""
        return np.diff(self.ends, prepend=np.uint32(0)).astype(np.int64)

    def kept(
        self,
        alive: NDArray[np.bool_],
        articles: NDArray[np.uint32],
        paragraphs: NDArray[np.uint32],
    ) -> "Columns":
        """The entries that are `alive`, under the new numbers of their articles and paragraphs."""
        counts = self.counts()
        said = np.repeat(alive, counts)
        return Columns(
            articles[self.articles[alive]],
            self.sentences[alive],
            paragraphs[self.paragraphs[alive]],
            self.flags[alive],
            np.cumsum(counts[alive]).astype(np.uint32),
            self.speakers[said],
            self.outlets[said],
            self.acts[said],
        )


class Entries:
    """Entries by number, from 0."""

    def __init__(self) -> None:
        self._articles: array[int] = array("I")
        self._sentences: array[int] = array("I")
        self._paragraphs: array[int] = array("I")
        self._flags: array[int] = array("B")
        self._ends: array[int] = array("I")
        self._speakers: array[int] = array("i")
        self._outlets: array[int] = array("i")
        self._acts: array[int] = array("B")

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._articles)

    def __getitem__(self, number: int) -> Entry:
        """The entry of a number."""
        flags = self._flags[number]
        low = self._ends[number - 1] if number else 0
        said = (
            Said(self._speakers[at], self._outlets[at], bool(self._acts[at])) for at in range(low, self._ends[number])
        )
        return Entry(
            self._articles[number],
            self._sentences[number],
            self._paragraphs[number],
            tuple(said),
            bool(flags & _NUMBER),
            bool(flags & _TIME),
            bool(flags & _DISPLAY),
            bool(flags & _REASON),
            bool(flags & _PLACE),
            bool(flags & _INTRODUCES),
            bool(flags & _ASKS),
        )

    def articles(self, numbers: NDArray[np.intp]) -> NDArray[np.intp]:
        """The articles of entries."""
        return np.frombuffer(self._articles, np.uint32)[numbers].astype(np.intp)

    def paragraphs(self, numbers: NDArray[np.intp]) -> NDArray[np.intp]:
        """The paragraphs of entries."""
        return np.frombuffer(self._paragraphs, np.uint32)[numbers].astype(np.intp)

    def having(self, sign: Sign, numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of the entries have something."""
        if sign == "said":
            ends = np.frombuffer(self._ends, np.uint32)
            return ends[numbers] > np.where(numbers > 0, ends[np.maximum(numbers - 1, 0)], 0)
        return (np.frombuffer(self._flags, np.uint8)[numbers] & FLAGS[sign]) > 0

    def said_by(self, names: Collection[int]) -> NDArray[np.intp]:
        """The entries of which an attribution has one of the names as its speaker, ascending."""
        return self._of(np.isin(np.frombuffer(self._speakers, np.int32), [*names]))

    def citing(self, names: Collection[int]) -> NDArray[np.intp]:
        """The entries of which an attribution has one of the names as its speaker or outlet, ascending."""
        wanted = [*names]
        cited = np.isin(np.frombuffer(self._outlets, np.int32), wanted)
        return self._of(cited | np.isin(np.frombuffer(self._speakers, np.int32), wanted))

    def _of(self, wanted: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The entries of the attributions that are wanted."""
        entries = np.searchsorted(np.frombuffer(self._ends, np.uint32), np.flatnonzero(wanted), side="right")
        return entries[firsts(entries)]

    def _columns(self) -> "tuple[array[int], ...]":
        """All columns, in the order of those of `Columns`."""
        return (
            self._articles,
            self._sentences,
            self._paragraphs,
            self._flags,
            self._ends,
            self._speakers,
            self._outlets,
            self._acts,
        )

    def packed(self) -> Columns:
        """A copy as arrays."""
        return Columns(*map(np.array, self._columns()))

    def extend(self, columns: Columns) -> None:
        """Put entries after the last one."""
        before = np.uint32(len(self._speakers))
        for own, column in zip(self._columns(), fields(columns), strict=True):
            values = getattr(columns, column.name)
            own.frombytes((values + before if own is self._ends else values).tobytes())

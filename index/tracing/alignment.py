"""Words of a post against words of an article: the cheapest alignment with a stretch of it.

Semi-global alignment (Sellers 1980) with free ends in the article, a row at a time in numpy, and free gaps where the
post marks an ellipsis.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.model.trace import Change
from index.text.tokens import GAP, Word
from index.tracing.words import Slips

_TYPO = 0.25
_REPLACED = 1.5  # more than one word added, less than one added and one missing
_LATER = 1e-4  # for a free gap, so that it is no longer than need be
_MOST = 4_000_000  # pairs of words that are aligned for a message
_ONCE = 600_000  # and for an excerpt of it: 500 words with one place, 100 words with twenty


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a word, by its places in the posted and in the stored words; -1 where these have none.

    `marked` is a missing word for which the post has an ellipsis; ellipses themselves are no steps.
    """

    change: Change
    posted: int
    stored: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Steps in order, without stored words before the first or after the last posted one, and what they cost."""

    steps: tuple[Step, ...]
    cost: float


class Aligner:
    """Aligns the posted words of one message, for which it does only so much work in all.

    `known` tells which folded words some article has, which are no typos.
    """

    def __init__(self, known: Callable[[str], bool]) -> None:
        self._known = cache(known)
        self._slips = Slips()
        self._left = _MOST

    def align(
        self, posted: Sequence[Word], stretches: Sequence[Sequence[Word]], least: float
    ) -> list[Alignment | None]:
        """The cheapest alignment with each of some stretches of stored words, in their order.

        None where fewer than `least` posted words can be the same, which is quickly told, or where too much would be
        aligned: those with most in common come first. Costs time and memory in proportion to the product of lengths.
        """
        wanted = Counter(word.form for word in posted if word.form != GAP)
        self._slips.learn(wanted, (word.form for stored in stretches for word in stored))
        alike = [self._alike(wanted, stored) for stored in stretches]
        found: list[Alignment | None] = [None] * len(stretches)
        left = min(self._left, _ONCE)
        for at in sorted(range(len(stretches)), key=lambda at: -alike[at]):
            work = len(posted) * len(stretches[at])
            if alike[at] >= least and work <= left:
                left -= work
                self._left -= work
                found[at] = self._aligned(posted, stretches[at])
        return found

    def _alike(self, wanted: Counter[str], stored: Sequence[Word]) -> int:
        """How many posted words there are words for, at most, that they are or may be slips for."""
        there = Counter(word.form for word in stored)
        return sum(
            min(count, there[form] + sum(there[meant] for meant in self._slips.of(form)))
            for form, count in wanted.items()
        )

    def _aligned(self, posted: Sequence[Word], stored: Sequence[Word]) -> Alignment:
        there: dict[str, list[int]] = {}
        for at, word in enumerate(stored):
            there.setdefault(word.form, []).append(at)
        substitution = self._substitution(posted, there, len(stored))
        return self._traced(_table(substitution, posted), substitution, posted, stored)

    def _substitution(self, posted: Sequence[Word], there: dict[str, list[int]], length: int) -> NDArray[np.float64]:
        """What it costs to take each posted word for each stored one."""
        bare: dict[str, list[str]] = {}
        for form in there:
            bare.setdefault(form.replace("'", ""), []).append(form)

        @cache
        def row(wanted: str) -> NDArray[np.float64]:
            costs = np.full(length, _REPLACED, np.float64)
            if wanted in there:
                costs[there[wanted]] = 0
            if wanted == GAP:
                return costs
            if "'" in wanted or not self._known(wanted):
                near = (form for form in self._slips.of(wanted) if abs(len(form) - len(wanted)) <= 2)
                slips = [form for form in near if form in there]
            else:  # "its" for "it's", which is known as well
                slips = bare.get(wanted, []) if wanted not in there else []
            for form in slips:
                costs[there[form]] = _TYPO
            return costs

        return np.array([row(word.form) for word in posted])

    def _traced(
        self,
        table: NDArray[np.float64],
        substitution: NDArray[np.float64],
        posted: Sequence[Word],
        stored: Sequence[Word],
    ) -> Alignment:
        i, j = len(posted), int(np.argmin(table[-1]))
        cost = float(table[i, j])
        steps: list[Step] = []
        while i:
            here = table[i, j]
            gap = posted[i - 1].form == GAP
            if not gap and j and abs(here - table[i - 1, j - 1] - substitution[i - 1, j - 1]) < 1e-2:
                i, j = i - 1, j - 1
                one, other = posted[i].form, stored[j].form
                same = one == other or other in self._slips.of(one)
                steps.append(Step(Change.SAME if same else Change.REPLACED, i, j))
            elif not gap and j and abs(here - table[i, j - 1] - 1) < 5e-5:
                j -= 1
                steps.append(_missing(posted, i, j))
            elif j == 0 or abs(here - table[i - 1, j] - (0 if gap else 1)) < 5e-5:
                i -= 1
                if not gap:
                    steps.append(Step(Change.ADDED, i, -1))
            else:
                j -= 1
                steps.append(_missing(posted, i, j))
        steps.reverse()
        found = [at for at, step in enumerate(steps) if step.posted >= 0]
        return Alignment(tuple(steps[found[0] : found[-1] + 1]) if found else (), cost)


def _table(substitution: NDArray[np.float64], posted: Sequence[Word]) -> NDArray[np.float64]:
    """The cost of the cheapest alignment up to each posted and each stored word."""
    n, m = substitution.shape
    table = np.zeros((n + 1, m + 1), np.float64)
    ahead = np.arange(m + 1, dtype=np.float64)
    for i in range(1, n + 1):
        above = table[i - 1]
        if posted[i - 1].form == GAP:
            table[i] = np.minimum.accumulate(above - _LATER * ahead) + _LATER * ahead
            continue
        row = above + 1
        row[1:] = np.minimum(row[1:], above[:-1] + substitution[i - 1])
        table[i] = np.minimum.accumulate(row - ahead) + ahead
    return table


def _missing(posted: Sequence[Word], i: int, j: int) -> Step:
    """A stored word between two posted ones, the second of them at `i`."""
    return Step(Change.MISSING, -1, j, marked=any(word.form == GAP for word in posted[i - 1 : i + 1]))

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
from index.tracing.words import Slips, long_forms

_TYPO = 0.25
_REPLACED = 1.5  # more than one word added, less than one added and one missing
_LATER = 1e-4  # for a free gap, so that it is no longer than need be
_MOST = 4_000_000  # pairs of words that are aligned for a message
_ONCE = 600_000  # and for an excerpt of it: 500 words with one place, 100 words with twenty


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a word, by its places in the posted and in the stored words; -1 where these have none.

    `marked` is a missing word for which the post has an ellipsis; ellipses themselves are no steps. A word
    that is short for two ("isn't") is the same as both, in two steps.
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
        for form, count in [*there.items()]:
            for part in {part for parts in long_forms(form) for part in parts}:
                there[part] += count
        return sum(
            min(
                count,
                there[form]
                + sum(there[meant] for meant in self._slips.of(form))
                + sum(all(there[part] for part in parts) for parts in long_forms(form)) * count,
            )
            for form, count in wanted.items()
        )

    def _aligned(self, posted: Sequence[Word], stored: Sequence[Word]) -> Alignment:
        there: dict[str, list[int]] = {}
        for at, word in enumerate(stored):
            there.setdefault(word.form, []).append(at)
        substitution = self._substitution(posted, there, len(stored))
        shortened = _shortened(posted, stored, there)
        return self._traced(_table(substitution, posted, shortened), substitution, posted, shortened)

    def _substitution(self, posted: Sequence[Word], there: dict[str, list[int]], length: int) -> NDArray[np.float64]:
        """What it costs to take each posted word for each stored one."""
        bare: dict[str, list[str]] = {}
        meant: dict[tuple[str, ...], list[str]] = {}
        for form in there:
            bare.setdefault(form.replace("'", ""), []).append(form)
            for parts in ((form,), *long_forms(form)):
                meant.setdefault(parts, []).append(form)

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
            for parts in ((wanted,), *long_forms(wanted)):
                for form in meant.get(parts, ()):
                    costs[there[form]] = 0
            return costs

        return np.array([row(word.form) for word in posted])

    def _traced(
        self,
        table: NDArray[np.float64],
        substitution: NDArray[np.float64],
        posted: Sequence[Word],
        shortened: "_Shortened",
    ) -> Alignment:
        i, j = len(posted), int(np.argmin(table[-1]))
        cost = float(table[i, j])
        steps: list[Step] = []
        while i:
            here = table[i, j]
            gap = posted[i - 1].form == GAP
            if not gap and j and abs(here - table[i - 1, j - 1] - substitution[i - 1, j - 1]) < 1e-2:
                i, j = i - 1, j - 1
                same = substitution[i, j] < _REPLACED
                steps.append(Step(Change.SAME if same else Change.REPLACED, i, j))
            elif j in shortened.stored[i] and abs(here - table[i - 2, j - 1]) < 5e-5:
                i, j = i - 2, j - 1
                steps += Step(Change.SAME, i + 1, j), Step(Change.SAME, i, j)
            elif j in shortened.posted[i] and abs(here - table[i - 1, j - 2]) < 5e-5:
                i, j = i - 1, j - 2
                steps += Step(Change.SAME, i, j + 1), Step(Change.SAME, i, j)
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


@dataclass(frozen=True, slots=True)
class _Shortened:
    """Where one side has a word that is short for two of the other: for each number of posted words up to the end of
    these, the numbers of stored words up to their end, where the short one is stored, and where it is posted."""

    stored: tuple[frozenset[int], ...]
    posted: tuple[frozenset[int], ...]


def _shortened(posted: Sequence[Word], stored: Sequence[Word], there: dict[str, list[int]]) -> _Shortened:
    short: dict[tuple[str, ...], list[int]] = {}  # two words -> places of the stored ones that are short for them
    for form, places in there.items():
        for parts in long_forms(form):
            short.setdefault(parts, []).extend(places)
    none: frozenset[int] = frozenset()
    of_stored, of_posted = [none], [none]
    for at, word in enumerate(posted):
        pair = (posted[at - 1].form, word.form) if at else ()
        of_stored.append(frozenset(place + 1 for place in short.get(pair, ())))
        long = {parts for parts in long_forms(word.form) if len(parts) > 1}
        of_posted.append(
            frozenset(
                place + 2
                for first, second in long
                for place in there.get(first, ())
                if place + 1 < len(stored) and stored[place + 1].form == second
            )
        )
    return _Shortened(tuple(of_stored), tuple(of_posted))


def _table(substitution: NDArray[np.float64], posted: Sequence[Word], shortened: _Shortened) -> NDArray[np.float64]:
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
        for j in shortened.stored[i]:
            row[j] = min(row[j], table[i - 2, j - 1])
        for j in shortened.posted[i]:
            row[j] = min(row[j], above[j - 2])
        table[i] = np.minimum.accumulate(row - ahead) + ahead
    return table


def _missing(posted: Sequence[Word], i: int, j: int) -> Step:
    """A stored word between two posted ones, the second of them at `i`."""
    return Step(Change.MISSING, -1, j, marked=any(word.form == GAP for word in posted[i - 1 : i + 1]))

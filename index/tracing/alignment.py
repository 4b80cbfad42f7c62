"""Words of a post against words of an article: the cheapest alignment with a stretch of it.

Semi-global alignment (Sellers 1980) with free ends in the article, a row at a time in numpy, and free gaps where the
post marks an ellipsis.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.model.trace import Change
from index.text.tokens import GAP, Word
from index.tracing.words import is_typo

_TYPO = 0.25
_REPLACED = 1.5  # more than one word added, less than one added and one missing
_LATER = 1e-4  # for a free gap, so that it is no longer than need be


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


def align(posted: Sequence[Word], stored: Sequence[Word], known: Callable[[str], bool]) -> Alignment:
    """The cheapest alignment; `known` tells which folded words some article has, which are no typos.

    Costs time and memory in proportion to the product of the two lengths.
    """
    substitution = _substitution(posted, stored, known)
    n, m = len(posted), len(stored)
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
    return _traced(table, substitution, posted, stored)


def _substitution(posted: Sequence[Word], stored: Sequence[Word], known: Callable[[str], bool]) -> NDArray[np.float64]:
    """What it costs to take each posted word for each stored one."""
    there: dict[str, list[int]] = {}
    for at, word in enumerate(stored):
        there.setdefault(word.form, []).append(at)

    @cache
    def row(wanted: str) -> NDArray[np.float64]:
        costs = np.full(len(stored), _REPLACED, np.float64)
        if wanted in there:
            costs[there[wanted]] = 0
        may_slip = "'" in wanted or not known(wanted)
        for form, places in there.items():
            if form == wanted:
                continue
            if may_slip:
                slips = abs(len(form) - len(wanted)) <= 2 and is_typo(wanted, form)
            else:  # "its" for "it's", which is known as well
                slips = wanted not in there and form.replace("'", "") == wanted
            if slips:
                costs[places] = _TYPO
        return costs

    return np.array([row(word.form) for word in posted])


def _traced(
    table: NDArray[np.float64], substitution: NDArray[np.float64], posted: Sequence[Word], stored: Sequence[Word]
) -> Alignment:
    i, j = len(posted), int(np.argmin(table[-1]))
    cost = float(table[i, j])
    steps: list[Step] = []
    while i:
        here = table[i, j]
        gap = posted[i - 1].form == GAP
        if not gap and j and abs(here - table[i - 1, j - 1] - substitution[i - 1, j - 1]) < 1e-2:
            i, j = i - 1, j - 1
            same = is_typo(posted[i].form, stored[j].form)
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


def _missing(posted: Sequence[Word], i: int, j: int) -> Step:
    """A stored word between two posted ones, the second of them at `i`."""
    return Step(Change.MISSING, -1, j, marked=any(word.form == GAP for word in posted[i - 1 : i + 1]))

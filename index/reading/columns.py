"""The lines of a printed page in the order in which they are read, where it is drawn across its columns.

Most files draw one column after the other, and then their order is that in which they are read. Some draw a line of
each column in turn, as a printer of old would: those columns are found by the gap between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

_GAP = 0.8  # of the size of type: words of a column stand nearer to each other
_BESIDE = 0.7  # of the size of type: lines this near in height stand beside each other
_WORDY = 10  # letters of a line of a column; cells of a table are shorter
_ROWS = 3  # rows from which a gap is one between columns
_COLUMNS = 8
_ABOVE = 2  # of the size of type: what stands higher over the columns' first line is over them all
_CROSSING = 0.2  # of the rows of a gap: so many lines may run across it, as a headline between two stories does
_UNTOLD = 8  # rows with a gap that no column explains
_UNTOLD_SHARE = 0.4  # of a page's lines


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page, or a part of one where a wide gap parts it; y grows upwards, all sizes in points.

    Attributes
    ----------
    row : int
        Which line of its page it is a part of.
    column : int
        0 where it runs across the page or there are none.
    """

    page: int
    row: int
    x: float
    end: float
    y: float
    size: float
    words: str
    column: int = 0


class UntoldOrderError(Exception):
    """A page is drawn across columns that cannot be told apart."""


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """A page's lines, given as they are drawn, column after column; parts of a line that no column parts are one.

    Raises
    ------
    UntoldOrderError
        Where that would join what stands in different columns.
    """
    rows = [gap for gap in map(_gap, lines, lines[1:]) if gap is not None]
    gutters = _gutters(rows, lines)
    untold = [row for row in rows if not any(row.left < gutter < row.right for gutter in gutters)]
    if len(untold) >= _UNTOLD and len(untold) > _UNTOLD_SHARE * len({line.row for line in lines}):
        raise UntoldOrderError
    if not gutters:
        return _joined(lines)
    top = max(row.y for row in rows)
    placed = [
        replace(line, column=_column(line, gutters) if line.y <= top + _ABOVE * line.size else 0) for line in lines
    ]
    ordered: list[PrintedLine] = []
    for _, block in groupby(_joined(placed), key=lambda line: line.column == 0):
        ordered += sorted(block, key=lambda line: line.column)  # in each as they are drawn
    return ordered


@dataclass(frozen=True, slots=True)
class _Row:
    """The gap between two lines that stand beside each other, and where it is on the page."""

    left: float
    right: float
    y: float


def _gap(line: PrintedLine, beside: PrintedLine) -> _Row | None:
    """The gap between two lines drawn one after the other, if both are long enough to be of columns."""
    line, beside = sorted((line, beside), key=lambda part: part.x)
    size = min(line.size, beside.size)
    apart = beside.x - line.end > _GAP * size and abs(line.y - beside.y) < _BESIDE * size
    return _Row(line.end, beside.x, line.y) if apart and _is_wordy(line) and _is_wordy(beside) else None


def _is_wordy(line: PrintedLine) -> bool:
    upright = line.end > line.x
    return upright and " " in line.words and sum(char.isalpha() for char in line.words) >= _WORDY


def _gutters(rows: Sequence[_Row], lines: Sequence[PrintedLine]) -> list[float]:
    """Where columns part, from left to right: an x within the gaps of many rows, that few lines between them cross."""
    found: list[float] = []
    left = list(rows)
    while len(left) >= _ROWS and len(found) < _COLUMNS:
        gutter, shared = _most_shared(left)
        if len(shared) < _ROWS:
            break
        left = [row for row in left if row not in shared]
        top, bottom = max(row.y for row in shared), min(row.y for row in shared)
        crossing = sum(bottom <= line.y <= top and line.x < gutter < line.end for line in lines)
        if crossing <= max(1, _CROSSING * len(shared)):
            found.append(gutter)
    return sorted(found)


def _most_shared(rows: Sequence[_Row]) -> tuple[float, frozenset[_Row]]:
    """The x that is within the gaps of most rows, and these rows."""
    edges = sorted([*((row.left, 1) for row in rows), *((row.right, -1) for row in rows)])
    depth = most = 0
    best = 0.0
    for (at, step), (after, _) in pairwise(edges):
        depth += step
        if depth > most and after > at:
            most, best = depth, (at + after) / 2
    return best, frozenset(row for row in rows if row.left < best < row.right)


def _column(line: PrintedLine, gutters: Sequence[float]) -> int:
    """Which column a line stands in, from 1; 0 if it runs across one's end."""
    if any(line.x < gutter < line.end for gutter in gutters):
        return 0
    return 1 + sum(gutter <= line.x for gutter in gutters)


def _joined(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The parts of a line in the same column as one."""
    return list(_whole(lines))


def _whole(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    for _, parts in groupby(lines, key=lambda line: (line.row, line.column)):
        first, *more = parts
        words = " ".join([first.words, *(part.words for part in more)])
        yield replace(first, end=max([first.end, *(part.end for part in more)]), words=words)

"""What the sentences of an index mean, as int8 vectors in step with `Fields.entries`, and how near a question is.

A vector has one scale: cosines lose less than 0.003 by that, and a sentence takes 388 bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LEAST = 1_024  # rows for which room is made at first


@dataclass(frozen=True, slots=True)
class Quantised:
    """N vectors, each its row times its scale.

    Attributes
    ----------
    rows : (N, width) int8
    scales : (N,) float32
    """

    rows: NDArray[np.int8]
    scales: Floats

    def to_bytes(self) -> bytes:
        """The scales, then the rows, little-endian."""
        return self.scales.astype("<f4").tobytes() + self.rows.tobytes()


def quantised(vectors: Floats) -> Quantised:
    """Vectors (N, width) that are not zero, rounded to int8."""
    scales = np.abs(vectors).max(1, initial=1e-9).astype(np.float32) / np.float32(127)
    return Quantised(np.rint(vectors / scales[:, None]).astype(np.int8), scales)


def quantised_from(content: bytes, count: int) -> Quantised:
    """What `Quantised.to_bytes` gave of `count` vectors.

    Raises
    ------
    ValueError
        If it is not that of so many, or has scales that no vector has.
    """
    width, rest = divmod(len(content) - 4 * count, count) if count else (0, len(content))
    if rest or width < 0:
        raise ValueError(f"{len(content)} bytes are not those of {count} vectors.")
    scales = np.frombuffer(content, "<f4", count).astype(np.float32)
    if not (np.isfinite(scales) & (scales > 0)).all():
        raise ValueError("The scales are damaged.")
    return Quantised(np.frombuffer(content, np.int8, offset=4 * count).reshape(count, width), scales)


class _Rows:
    """Rows by number; those that were not put are missing, and their scale is 0."""

    def __init__(self, width: int) -> None:
        # Untouched zeros take no memory, so that there may be room for many.
        self._rows: NDArray[np.int8] = np.zeros((_LEAST, width), np.int8)
        self._scales: Floats = np.zeros(_LEAST, np.float32)

    def put(self, first: int, vectors: Quantised) -> None:
        """Put rows from number `first` on."""
        end = first + len(vectors.scales)
        if end > len(self._scales):
            rows, scales = self._rows, self._scales
            room = max(end, 2 * len(scales))
            self._rows, self._scales = np.zeros((room, rows.shape[1]), np.int8), np.zeros(room, np.float32)
            self._rows[: len(rows)], self._scales[: len(scales)] = rows, scales
        self._rows[first:end] = vectors.rows
        self._scales[first:end] = vectors.scales

    def drop(self, numbers: range) -> None:
        """Let rows be missing again."""
        self._scales[numbers.start : numbers.stop] = 0

    def of(self, numbers: range) -> Quantised:
        """Rows as they were put."""
        return Quantised(self._rows[numbers.start : numbers.stop], self._scales[numbers.start : numbers.stop])

    def products(self, numbers: NDArray[np.intp], vector: Floats) -> NDArray[np.float64] | None:
        """The products with a vector; None if any is missing."""
        if len(numbers) and int(numbers.max()) >= len(self._scales):
            return None
        scales = self._scales[numbers]
        if not scales.all():
            return None
        return (self._rows[numbers].astype(np.float32) @ vector * scales).astype(np.float64)

    def nearest(self, vector: Floats, count: int) -> NDArray[np.intp]:
        """The numbers of the `count` rows with the highest product with a vector, fewer if fewer are there."""
        there = np.flatnonzero(self._scales)
        products = self._rows[there].astype(np.float32) @ vector * self._scales[there]
        best: NDArray[np.intp] = there[np.argsort(-products, kind="stable")[:count]]
        return best


class Vectors:
    """The vectors of an index's sentences and articles. Not thread-safe: the reader guards it.

    Parameters
    ----------
    width : int
        Of all vectors.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._sentences = _Rows(width)
        self._articles = _Rows(width)

    def put(self, article: int, entries: range, vectors: Quantised) -> None:
        """Put those of an article, by its place and those of its entries in the index.

        Raises
        ------
        ValueError
            If they are not `width` wide, or not as many.
        """
        if not entries:
            return
        if vectors.rows.shape != (len(entries), self.width):
            raise ValueError(f"Vectors of the shape {vectors.rows.shape} are not those of {len(entries)} sentences.")
        self._sentences.put(entries.start, vectors)
        total = vectors.scales @ vectors.rows.astype(np.float32)
        self._articles.put(article, quantised(total[None] / max(float(np.linalg.norm(total)), 1e-9)))

    def drop(self, article: int, entries: range) -> None:
        """Forget those of an article."""
        self._sentences.drop(entries)
        self._articles.drop(range(article, article + 1))

    def moved(self, places: Iterable[tuple[range, int, range]]) -> "Vectors":
        """Those of an index that was numbered anew: of each article its entries before, its place and its entries."""
        found = Vectors(self.width)
        for before, article, entries in places:
            found.put(article, entries, self._sentences.of(before))
        return found

    def products(self, entries: NDArray[np.intp], vector: Floats) -> NDArray[np.float64] | None:
        """Cosines of entries with a unit vector; None if any has no vector."""
        return self._sentences.products(entries, vector)

    def nearest_articles(self, vector: Floats, count: int) -> NDArray[np.intp]:
        """The places of the `count` articles whose cosine with a unit vector is highest; in no order."""
        return self._articles.nearest(vector, count)

    def article_products(self, articles: NDArray[np.intp], vector: Floats) -> NDArray[np.float64] | None:
        """Cosines of articles, by their places, with a unit vector; None if any has none."""
        return self._articles.products(articles, vector)


@dataclass(frozen=True, slots=True)
class Meaning:
    """How near a question is to sentences and articles. Only as long as the reader is held.

    Attributes
    ----------
    question : (width,) float32
        Its vector, of length one.
    """

    question: Floats
    vectors: Vectors

    def cosines(self, entries: NDArray[np.intp]) -> NDArray[np.float64] | None:
        """Of the question with sentences, by their places in `Fields.entries`; None if any has no vector."""
        return self.vectors.products(entries, self.question)

    def nearest_articles(self, count: int) -> NDArray[np.intp]:
        """The places of the `count` articles nearest to the question, of those that have vectors; in no order."""
        return self.vectors.nearest_articles(self.question, count)

    def articles(self, places: NDArray[np.intp]) -> NDArray[np.float64] | None:
        """Of the question with the means of articles' sentences, by their places; None if any has none."""
        return self.vectors.article_products(places, self.question)

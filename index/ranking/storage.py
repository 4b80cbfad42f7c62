"""An index as arrays: copied out of `Fields`, without what was removed, and as bytes for the database."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.ranking.entries import Columns
from index.ranking.segments import HALF, LOW, Packed, Segment, numbers_of

_LARGEST = 1 << 31  # bytes of an index
_SUM = 4  # bytes of the check sum
_SIZE = 8  # bytes of a length
_WORTH = 0.8  # of its length: what shrinks to no less is not worth the time to inflate it
_POSTINGS = ("sentences", "bigrams", "descriptions", "paragraphs", "articles")
_ARRAYS = ("keys", "counts", "documents", "frequencies", "lengths")

_KINDS = {  # by the last part of an array's name; where several, the narrowest that will do was taken
    "keys": ("int64",),
    **dict.fromkeys(("speakers", "outlets"), ("int32",)),
    **dict.fromkeys(("flags", "acts"), ("uint8",)),
    **dict.fromkeys(("articles", "sentences", "paragraphs", "ends"), ("uint32",)),
    **dict.fromkeys(("counts", "documents", "lengths", "paragraph_counts"), ("uint32",)),
    "frequencies": ("uint8", "uint16", "uint32"),
}


@dataclass(frozen=True, slots=True)
class PackedFields:
    """What `Fields` hold, by their names there.

    Attributes
    ----------
    words, names, article_ids : list of str
        By number.
    paragraph_counts : (A,) uint32
        How many paragraphs each article has.
    """

    words: list[str]
    names: list[str]
    article_ids: list[str]
    paragraph_counts: NDArray[np.uint32]
    entries: Columns
    sentences: Packed
    bigrams: Packed
    descriptions: Packed
    paragraphs: Packed
    articles: Packed

    def compacted(self) -> "PackedFields":
        """Without the articles that were removed, their words and names; all is numbered anew in its order."""
        articles, sentences = self.articles.alive, self.sentences.alive
        entries = self.entries.kept(sentences, numbers_of(articles), numbers_of(self.paragraphs.alive))
        postings = {name: getattr(self, name).compacted() for name in _POSTINGS}
        used = np.zeros(len(self.words), np.bool_)
        for name, one in postings.items():
            keys = one.parts[0].keys
            if name == "bigrams":
                used[keys >> HALF] = used[keys & LOW] = True
            else:
                used[keys] = True
        numbers = np.cumsum(used) - 1
        for name, one in postings.items():
            (part,) = one.parts
            keys = part.keys
            keys = numbers[keys >> HALF] << HALF | numbers[keys & LOW] if name == "bigrams" else numbers[keys]
            postings[name] = replace(one, parts=(replace(part, keys=keys),))
        named = np.zeros(len(self.names) + 1, np.bool_)  # the last is nobody
        named[entries.speakers] = named[entries.outlets] = True
        order = np.append(np.cumsum(named[:-1]) - 1, -1).astype(np.int32)
        return PackedFields(
            [word for word, wanted in zip(self.words, used.tolist(), strict=True) if wanted],
            [name for name, wanted in zip(self.names, named[:-1].tolist(), strict=True) if wanted],
            [one for one, wanted in zip(self.article_ids, articles.tolist(), strict=True) if wanted],
            self.paragraph_counts[articles],
            replace(entries, speakers=order[entries.speakers], outlets=order[entries.outlets]),
            **postings,
        )


def to_bytes(packed: PackedFields, facts: Mapping[str, Any]) -> bytes:
    """A compacted index, and `facts` beside it in JSON's types, in one piece with a check sum.

    Of each array the lowest bytes of all numbers come first, then the next: those that hardly differ are small, and
    sooner inflated than numbers that are whole. Bytes that hardly shrink stay as they are.
    """
    arrays, pieces = [], []
    for name, each in _arrays(packed):
        pressed = [_pressed(plane) for plane in _planes(each)]
        arrays.append([name, each.dtype.name, len(each), [*map(len, pressed)]])
        pieces += pressed
    head = {
        "facts": facts,
        "words": packed.words,
        "names": packed.names,
        "article_ids": packed.article_ids,
        "arrays": arrays,
    }
    text = zlib.compress(json.dumps(head, separators=(",", ":")).encode(), 1)
    content = b"".join([len(text).to_bytes(_SIZE, "little"), text, *pieces])
    return zlib.crc32(content).to_bytes(_SUM, "little") + content


def _pressed(plane: bytes) -> bytes:
    pressed = zlib.compress(plane, 1)
    return pressed if len(pressed) < _WORTH * len(plane) else plane


def _arrays(packed: PackedFields) -> Iterator[tuple[str, NDArray[Any]]]:
    """The arrays of a compacted index as they are written, with their names, one after the other."""
    yield "paragraph_counts", packed.paragraph_counts
    for column in fields(Columns):
        yield f"entries.{column.name}", getattr(packed.entries, column.name)
    for name in _POSTINGS:
        postings: Packed = getattr(packed, name)
        (part,) = postings.parts
        yield f"{name}.keys", np.diff(part.keys, prepend=0)
        yield f"{name}.counts", np.diff(part.starts).astype(np.uint32)
        yield f"{name}.documents", _gaps(part, len(postings.lengths))
        yield f"{name}.frequencies", part.frequencies
        yield f"{name}.lengths", postings.lengths


def from_bytes(content: bytes) -> tuple[PackedFields, dict[str, Any]]:
    """What `to_bytes` was given.

    Raises
    ------
    ValueError
        If it was not, or the bytes were damaged.
    """
    try:
        return _unpacked(_Reader(content))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, zlib.error) as error:
        raise ValueError("This is no index, or it is damaged.") from error


class _Reader:
    """Takes piece after piece of bytes whose check sum is right."""

    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)
        self._at = _SUM
        self._left = _LARGEST
        if zlib.crc32(self._content[_SUM:]) != int.from_bytes(self._content[:_SUM], "little"):
            raise ValueError("check sum")

    def take(self, size: int) -> memoryview:
        """The next `size` bytes; ValueError if there are fewer."""
        start, self._at = self._at, self._at + size
        if size < 0 or self._at > len(self._content):
            raise ValueError(size)
        return self._content[start : self._at]

    def inflated(self, size: int, most: int) -> bytes:
        """What the next `size` bytes were made of; ValueError if it is longer than `most` or than an index may be."""
        press = zlib.decompressobj()
        found = press.decompress(self.take(size), min(most, self._left) + 1)
        self._left -= len(found)
        if not press.eof or len(found) > most or self._left < 0:
            raise ValueError(most)
        return found

    def plane(self, size: int, length: int) -> NDArray[np.uint8]:
        """The next array of `length` bytes, which takes `size`."""
        return np.frombuffer(self.take(size) if size == length else self.inflated(size, length), np.uint8, length)

    def end(self) -> None:
        """ValueError unless all was taken."""
        if self._at != len(self._content):
            raise ValueError(self._at)


def _unpacked(reader: _Reader) -> tuple[PackedFields, dict[str, Any]]:
    head = json.loads(reader.inflated(int.from_bytes(reader.take(_SIZE), "little"), _LARGEST))
    arrays: dict[str, NDArray[Any]] = {}
    for name, kind, length, sizes in head["arrays"]:
        if kind not in _KINDS[name.rpartition(".")[2]]:
            raise ValueError(kind)
        arrays[name] = _joined(reader, np.dtype(kind), length, sizes)
    reader.end()
    entries = Columns(**{one.name: arrays[f"entries.{one.name}"] for one in fields(Columns)})
    postings = {}
    for name in _POSTINGS:
        keys, counts, gaps, frequencies, lengths = (arrays[f"{name}.{column}"] for column in _ARRAYS)
        if len(counts) != len(keys) or (counts == 0).any() or counts.sum(dtype=np.int64) != len(gaps):
            raise ValueError(name)
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])
        part = Segment(np.cumsum(keys), starts, _documents(gaps, len(lengths)), frequencies)
        postings[name] = Packed((part,), lengths, np.ones(len(lengths), np.bool_))
    packed = PackedFields(
        head["words"], head["names"], head["article_ids"], arrays["paragraph_counts"], entries, **postings
    )
    _check(packed)
    return packed, head["facts"]


def _gaps(part: Segment, count: int) -> NDArray[np.uint32]:
    """What each document's number is above that of the one before it, of `count` there are; below it, it wraps."""
    return np.diff(part.documents, prepend=np.uint32(0)) & _wrap(count)


def _documents(gaps: NDArray[np.uint32], count: int) -> NDArray[np.uint32]:
    """The documents of which the gaps are these, in their place."""
    np.cumsum(gaps, dtype=np.uint32, out=gaps)
    gaps &= _wrap(count)
    return gaps


def _wrap(count: int) -> np.uint32:
    """The highest number of as many bytes as that of the last of `count` documents takes."""
    return np.uint32((1 << 8 * ((count.bit_length() + 7) // 8)) - 1)


def _width(values: NDArray[Any]) -> int:
    """How many bytes the numbers take, without the last ones that are 0 in all."""
    return (int(np.bitwise_or.reduce(values.view(f"u{values.itemsize}"))).bit_length() + 7) // 8


def _planes(values: NDArray[Any]) -> Iterator[bytes]:
    """The lowest bytes of all numbers, then the next, up to the last that are not all 0."""
    each = np.ascontiguousarray(values).view(np.uint8).reshape(len(values), values.itemsize)
    return (each[:, at].tobytes() for at in range(_width(values)))


def _joined(reader: "_Reader", kind: np.dtype[Any], length: int, sizes: Sequence[int]) -> NDArray[Any]:
    """The numbers of an array of which the planes take so many bytes."""
    if len(sizes) > kind.itemsize or length < 0 or length * kind.itemsize > _LARGEST:
        raise ValueError(length)
    if kind.itemsize == len(sizes) == 1:
        return reader.plane(sizes[0], length)
    found = np.zeros((length, kind.itemsize), np.uint8)
    for plane, size in enumerate(sizes):
        found[:, plane] = reader.plane(size, length)
    return found.reshape(-1).view(kind)


def _check(packed: PackedFields) -> None:
    """Raise ValueError where a number is of nothing that is there."""
    words, names, articles = len(packed.words), len(packed.names), len(packed.article_ids)
    entries = packed.entries
    paragraphs = int(packed.paragraph_counts.sum(dtype=np.int64))
    sound = len(packed.paragraph_counts) == articles
    for name in _POSTINGS:
        count = {"paragraphs": paragraphs, "articles": articles}.get(name, len(entries.articles))
        postings: Packed = getattr(packed, name)
        (part,) = postings.parts
        keys = part.keys
        if name == "bigrams":
            sound &= _within(keys >> HALF, 0, words) and _within(keys & LOW, 0, words)
        else:
            sound &= _within(keys, 0, words)
        sound &= len(postings.lengths) == count and _within(part.documents, 0, count)
        sound &= len(part.frequencies) == len(part.documents) and bool((keys[1:] > keys[:-1]).all())
    sound &= all(len(column) == len(entries.articles) for column in (entries.sentences, entries.paragraphs))
    sound &= len(entries.flags) == len(entries.ends) == len(entries.articles)
    sound &= len(entries.speakers) == len(entries.outlets) == len(entries.acts)
    sound &= (int(entries.ends[-1]) if len(entries.ends) else 0) == len(entries.speakers)
    sound &= bool((entries.ends[1:] >= entries.ends[:-1]).all())
    sound &= bool((entries.articles[1:] >= entries.articles[:-1]).all())
    sound &= _within(entries.articles, 0, articles) and _within(entries.paragraphs, 0, paragraphs)
    sound &= _within(entries.speakers, -1, names) and _within(entries.outlets, -1, names)
    if not sound or not all(isinstance(one, str) for one in (*packed.words, *packed.names, *packed.article_ids)):
        raise ValueError("numbers")


def _within(values: NDArray[Any], low: int, high: int) -> bool:
    return not len(values) or (int(values.min()) >= low and int(values.max()) < high)

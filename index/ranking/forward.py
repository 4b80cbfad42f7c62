"""The forward index: what the fields hold of one article, so that an index is made without reading its text again."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.ranking.entries import Columns
from index.ranking.segments import HALF, LOW, Vocabulary

_LARGEST = 1 << 28  # bytes of an article, inflated
_SIZE = 4  # bytes that tell how long the head is

_Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Documents:
    """D documents as the keys of their K terms, those of one after those of another.

    Attributes
    ----------
    keys : (K,) int64
        Numbers of terms in a vocabulary, or of pairs of them.
    lengths : (D,) int64
        How many terms each has.
    """

    keys: NDArray[np.int64]
    lengths: NDArray[np.int64]

    def joined(self, keys: Sequence[int], of: Sequence[int]) -> "Documents":
        """These with further keys, of each the number of its document, ascending."""
        if not keys:
            return self
        more = np.bincount(of, minlength=len(self.lengths))
        return Documents(np.insert(self.keys, np.cumsum(self.lengths)[of], keys), self.lengths + more)


@dataclass(frozen=True, slots=True)
class ForwardArticle:
    """What the fields hold of one article, its terms by their numbers in a vocabulary.

    Attributes
    ----------
    title : (T,) int64
        Terms of its title.
    paragraphs : Documents
        Its answerable paragraphs.
    sentences, bigrams, descriptions : Documents
        Its answerable sentences with the names of who said them, adjacent terms of each, and what describes whoever
        speaks or is named there.
    names : tuple of str
        Of speakers and outlets.
    columns : Columns
        The sentences, as they are in an index of this article alone; a name by its place among `names`.
    """

    title: NDArray[np.int64]
    paragraphs: Documents
    sentences: Documents
    bigrams: Documents
    descriptions: Documents
    names: tuple[str, ...]
    columns: Columns


def to_bytes(article: ForwardArticle, vocabulary: Vocabulary, facts: Mapping[str, Any]) -> bytes:
    """An article whose terms have their numbers from `vocabulary`, and `facts` beside it in JSON's types."""
    pairs = article.bigrams.keys
    parts = [article.title, *(each.keys for each in _documents(article)), pairs >> HALF, pairs & LOW]
    keys, own = np.unique(np.concatenate(parts), return_inverse=True)
    numbers = np.concatenate([own, *_numbers(article)])
    width = 2 if not len(numbers) or int(numbers.max()) < 1 << 16 else 4
    head = {
        "facts": facts,
        "words": [vocabulary.words[key] for key in keys.tolist()],
        "names": article.names,
        "sizes": [
            *(len(part) for part in parts),
            len(article.paragraphs.lengths),
            len(article.columns.ends),
            len(article.columns.acts),
        ],
        "width": width,
    }
    text = json.dumps(head, separators=(",", ":")).encode()
    planes = numbers.astype(f"<u{width}").view(np.uint8).reshape(len(numbers), width).T
    return zlib.compress(b"".join([len(text).to_bytes(_SIZE, "little"), text, planes.tobytes()]))


def _documents(article: ForwardArticle) -> Iterator[Documents]:
    """Those whose terms are single ones."""
    yield article.paragraphs
    yield article.sentences
    yield article.descriptions


def _numbers(article: ForwardArticle) -> Iterator[_Numbers]:
    """What is written behind the terms; a name is one more, for 0 is none."""
    for each in (*_documents(article), article.bigrams):
        yield each.lengths
    columns = article.columns
    for column in (columns.sentences, columns.paragraphs, columns.flags, columns.ends, columns.acts):
        yield column.astype(np.int64)
    yield columns.speakers.astype(np.int64) + 1
    yield columns.outlets.astype(np.int64) + 1


def from_bytes(content: bytes, vocabulary: Vocabulary) -> tuple[ForwardArticle, dict[str, Any]]:
    """What `to_bytes` was given, its terms under the numbers that `vocabulary` has or now gives them.

    Raises
    ------
    ValueError
        If it was not, or the bytes were damaged.
    """
    try:
        return _article(content, vocabulary)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, zlib.error) as error:
        raise ValueError("This is no article of an index, or it is damaged.") from error


def _article(content: bytes, vocabulary: Vocabulary) -> tuple[ForwardArticle, dict[str, Any]]:
    press = zlib.decompressobj()
    whole = press.decompress(content, _LARGEST)
    begin = int.from_bytes(whole[:_SIZE], "little") + _SIZE
    head = json.loads(whole[_SIZE:begin])
    words, names, width = head["words"], tuple(head["names"]), head["width"]
    *terms, paragraphs, entries, said = head["sizes"]
    lengths = [paragraphs, entries, entries, entries]  # of paragraphs, sentences, descriptions and bigrams
    sizes = np.array([*terms, *lengths, entries, entries, entries, entries, said, said, said])
    planes = np.frombuffer(whole, np.uint8, offset=begin).reshape(width, -1)
    numbers = np.ascontiguousarray(planes.T).view(f"<u{width}").reshape(-1).astype(np.int64)
    if not press.eof or (sizes < 0).any() or sizes.sum() != len(numbers) or not _are_texts((*words, *names)):
        raise ValueError(sizes)
    ends = np.cumsum(sizes)
    own = np.array(vocabulary.keys(words), np.int64)[numbers[: ends[len(terms) - 1]]]
    title, body, sentence, called, first, second, *parts = np.split(
        np.concatenate([own, numbers[len(own) :]]), ends[:-1]
    )
    of_paragraphs, of_sentences, of_descriptions, of_bigrams, *columns = parts
    places, inside, flags, bounds, acts, speakers, outlets = columns
    found = ForwardArticle(
        title,
        Documents(body, of_paragraphs),
        Documents(sentence, of_sentences),
        Documents(first << HALF | second, of_bigrams),
        Documents(called, of_descriptions),
        names,
        Columns(
            np.zeros(entries, np.uint32),
            places.astype(np.uint32),
            inside.astype(np.uint32),
            flags.astype(np.uint8),
            bounds.astype(np.uint32),
            (speakers - 1).astype(np.int32),
            (outlets - 1).astype(np.int32),
            acts.astype(np.uint8),
        ),
    )
    _check(found)
    return found, head["facts"]


def _are_texts(values: Sequence[Any]) -> bool:
    return {*map(type, values)} <= {str}


def _check(article: ForwardArticle) -> None:
    """Raise ValueError where a number is of nothing that is there."""
    columns, ends = article.columns, article.columns.ends
    sound = all(each.lengths.sum() == len(each.keys) for each in (*_documents(article), article.bigrams))
    sound &= (int(ends[-1]) if len(ends) else 0) == len(columns.acts) and bool((ends[1:] >= ends[:-1]).all())
    sound &= not len(ends) or int(columns.paragraphs.max()) < len(article.paragraphs.lengths)
    named = max((int(each.max()) for each in (columns.speakers, columns.outlets) if len(each)), default=-1)
    if not sound or named >= len(article.names):
        raise ValueError("numbers")

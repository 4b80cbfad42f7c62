"""The ranking index of a library: every answerable sentence as several BM25 fields and a few facts.

One of the fields is what an article calls its people: a question may ask for "the harbour master" by no other name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.ranking.entries import Entries
from index.ranking.forward import ForwardArticle
from index.ranking.postings import Postings
from index.ranking.segments import Pairs, Vocabulary
from index.ranking.storage import PackedFields
from index.text.terms import stems_of

# Sentences are short, so term frequency saturates early and length matters little; paragraphs and articles are nearer
# to ordinary documents.
_SENTENCE = (0.5, 0.6)
_PARAGRAPH = (0.9, 0.6)
_ARTICLE = (1.2, 0.6)
_DESCRIPTION = (0.5, 0.3)

_HEADLINE_REPEATS = 3  # what a word of the title counts for in the article


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where an article stands: its entries, its paragraphs, and its place among the articles."""

    entries: range
    paragraphs: range
    article: int


class Fields:
    """Postings of sentences (with the names of who said them), adjacent words, descriptions, paragraphs and articles.

    Not thread-safe: the library guards it.
    """

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary if vocabulary is not None else Vocabulary()
        keys = self.vocabulary
        self.sentences = Postings(k1=_SENTENCE[0], b=_SENTENCE[1], keys=keys)
        self.bigrams = Postings(k1=_SENTENCE[0], b=_SENTENCE[1], keys=Pairs(keys))
        self.descriptions = Postings(k1=_DESCRIPTION[0], b=_DESCRIPTION[1], keys=keys)
        self.paragraphs = Postings(k1=_PARAGRAPH[0], b=_PARAGRAPH[1], keys=keys)
        self.articles = Postings(k1=_ARTICLE[0], b=_ARTICLE[1], keys=keys)
        self.entries = Entries()
        self.article_ids: list[str] = []
        self.names: list[str] = []
        self._name_stems: dict[int, tuple[str, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._shelves: dict[str, _Shelf] = {}

    def __contains__(self, article_id: str) -> bool:
        """Whether the article is indexed."""
        return article_id in self._shelves

    def article_entries(self, article_id: str) -> range:
        """Places of an article's entries; empty for one that is not indexed."""
        shelf = self._shelves.get(article_id)
        return shelf.entries if shelf else range(0)

    def article_place(self, article_id: str) -> int:
        """The place of an article among `article_ids`; KeyError for one that is not indexed."""
        return self._shelves[article_id].article

    def is_alive(self, entry: int) -> bool:
        """Whether the entry's article has not been removed."""
        return self.sentences.holds(entry)

    @property
    def wasted(self) -> int:
        """Entries that were removed and still take room."""
        return len(self.entries) - len(self.sentences)

    def name_number(self, name: str | None) -> int:
        """The number of a speaker's or outlet's name, -1 for None; a new name gets the next one."""
        if name is None:
            return -1
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
        return number

    def name_stems(self, number: int) -> tuple[str, ...]:
        """The stems of the name of a number."""
        stems = self._name_stems.get(number)
        if stems is None:
            stems = self._name_stems[number] = tuple(stems_of(self.names[number]))
        return stems

    def find_name(self, name: str) -> int | None:
        """The number of a name, None if no answerable sentence has it for a speaker or outlet."""
        return self._numbers.get(name)

    def add(self, article_id: str, article: ForwardArticle) -> None:
        """Take in an article that is not indexed, its terms under the numbers of `vocabulary`."""
        first_entry, columns = len(self.entries), article.columns
        body = article.paragraphs
        first_paragraph = self.paragraphs.add_keys(body.keys, body.lengths)
        whole = np.concatenate([body.keys, *[article.title] * _HEADLINE_REPEATS])
        number = self.articles.add_keys(whole, np.array([len(whole)]))
        for postings, documents in (
            (self.sentences, article.sentences),
            (self.bigrams, article.bigrams),
            (self.descriptions, article.descriptions),
        ):
            postings.add_keys(documents.keys, documents.lengths)
        names = np.array([*map(self.name_number, article.names), -1], np.int32)  # the last is nobody's
        self.entries.extend(
            replace(
                columns,
                articles=columns.articles + np.uint32(number),
                paragraphs=columns.paragraphs + np.uint32(first_paragraph),
                speakers=names[columns.speakers],
                outlets=names[columns.outlets],
            )
        )
        self._shelves[article_id] = _Shelf(
            range(first_entry, len(self.entries)),
            range(first_paragraph, first_paragraph + len(body.lengths)),
            len(self.article_ids),
        )
        self.article_ids.append(article_id)

    def remove(self, article_id: str) -> None:
        """Take an article out again.

        Raises
        ------
        KeyError
            If it is not indexed.
        """
        shelf = self._shelves.pop(article_id)
        for number in shelf.paragraphs:
            self.paragraphs.remove(number)
        for number in shelf.entries:
            self.sentences.remove(number)
            self.bigrams.remove(number)
            self.descriptions.remove(number)
        self.articles.remove(shelf.article)

    def shelve(self, article_ids: Sequence[str], paragraph_counts: NDArray[np.uint32]) -> None:
        """Tell the articles of the entries and paragraphs that were unpacked, in their order."""
        self.article_ids = [*article_ids]
        articles = self.entries.articles(np.arange(len(self.entries)))
        ends = np.cumsum(np.bincount(articles, minlength=len(article_ids))).tolist()
        paragraph_ends = np.cumsum(paragraph_counts, dtype=np.int64).tolist()
        entry = paragraph = 0
        for number, identity in enumerate(article_ids):
            entries, paragraphs = range(entry, ends[number]), range(paragraph, paragraph_ends[number])
            self._shelves[identity] = _Shelf(entries, paragraphs, number)
            entry, paragraph = entries.stop, paragraphs.stop

    def packed(self) -> PackedFields:
        """A copy of everything as arrays; it stays as it is when more is added or removed."""
        counts = np.zeros(len(self.article_ids), np.uint32)
        for shelf in self._shelves.values():
            counts[shelf.article] = len(shelf.paragraphs)
        return PackedFields(
            [*self.vocabulary.words],
            [*self.names],
            [*self.article_ids],
            counts,
            self.entries.packed(),
            self.sentences.packed(),
            self.bigrams.packed(),
            self.descriptions.packed(),
            self.paragraphs.packed(),
            self.articles.packed(),
        )


def unpacked(packed: PackedFields) -> Fields:
    """The fields of a compacted index."""
    fields = Fields(Vocabulary(packed.words))
    for name in packed.names:
        fields.name_number(name)
    fields.entries.extend(packed.entries)
    fields.sentences.unpack(packed.sentences)
    fields.bigrams.unpack(packed.bigrams)
    fields.descriptions.unpack(packed.descriptions)
    fields.paragraphs.unpack(packed.paragraphs)
    fields.articles.unpack(packed.articles)
    fields.shelve(packed.article_ids, packed.paragraph_counts)
    return fields

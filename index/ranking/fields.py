"""The ranking index of a library: every answerable sentence as several BM25 fields and a few facts.

One of the fields is what an article calls its people: a question may ask for "the harbour master" by no other name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.model.article import (
    ANSWERABLE,
    Act,
    AnnotatedArticle,
    Attribution,
    ParagraphKind,
    Sentence,
    Span,
)
from index.ranking import signs
from index.ranking.descriptions import DescriptionTerms
from index.ranking.entries import Entries, Entry, Said
from index.ranking.postings import Postings
from index.ranking.segments import Pairs, Vocabulary, pair
from index.ranking.storage import PackedFields
from index.text.terms import stems_of

# Sentences are short, so term frequency saturates early and length matters little (see eval/README in the workplace);
# paragraphs and articles are nearer to ordinary documents.
_SENTENCE = (0.5, 0.6)
_PARAGRAPH = (0.9, 0.6)
_ARTICLE = (1.2, 0.6)
_DESCRIPTION = (0.5, 0.3)
_HEADLINE_REPEATS = 3
_CLOSING = " '’”\")"  # what may stand behind the mark of a question
_DISPLAY = frozenset({ParagraphKind.HEADLINE, ParagraphKind.DECK})


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
        self.name_stems: list[tuple[str, ...]] = []
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
            self.name_stems.append(tuple(stems_of(name)))
        return number

    def find_name(self, name: str) -> int | None:
        """The number of a name, None if no answerable sentence has it for a speaker or outlet."""
        return self._numbers.get(name)

    def add(self, annotated: AnnotatedArticle) -> None:
        """Index an article that is not indexed yet."""
        text, keys_of = annotated.article.text, self.vocabulary.keys
        article = len(self.article_ids)
        self.article_ids.append(annotated.article.id)
        first_entry, first_paragraph = len(self.entries), 0
        described = DescriptionTerms(annotated)
        whole: list[int] = []
        stems_at: dict[Span, list[str]] = {}  # many a paragraph is one sentence
        # An article from elsewhere may have no paragraphs: each of its sentences is one then.
        parts = annotated.article.paragraphs, annotated.sentences
        spans = next((spans for part in parts if (spans := [p.span for p in part if p.kind in ANSWERABLE])), [])
        for number, span in enumerate(spans):
            stems = stems_at[span] = stems_of(text[span.start : span.end])
            keys = keys_of(stems)
            whole += keys
            place = self.paragraphs.add_keys(keys)
            first_paragraph = first_paragraph if number else place
        for place, sentence, paragraph, attributions in _answerable(annotated, spans):
            words = text[sentence.span.start : sentence.span.end]
            stems = stems_at.get(sentence.span) or stems_of(words)
            own = set(stems)
            keys = keys_of(stems)
            said = tuple(
                Said(self.name_number(a.speaker), self.name_number(a.outlet), a.act is Act.SAID) for a in attributions
            )
            self.sentences.add_keys(keys + keys_of(stem for stem in self._of_names(said) if stem not in own))
            count = self.vocabulary.key(signs.COUNT)
            beside = [pair(one, other) for one, other in pairwise(keys)]
            beside += [pair(count, key) for key in keys_of(signs.counted(stems))]
            self.bigrams.add_keys(beside)
            self.descriptions.add_keys(keys_of(described.of(own, attributions)))
            self.entries.append(
                Entry(
                    article,
                    place,
                    first_paragraph + paragraph,
                    said,
                    any(stem[0].isdigit() for stem in own),
                    signs.has_time(words),
                    _is_display(sentence.kind, words),
                    signs.has_reason(words),
                    signs.has_place(words),
                    signs.introduces(words),
                    words.rstrip(_CLOSING).endswith("?"),
                )
            )
        self.articles.add_keys(whole + keys_of(stems_of(annotated.article.title)) * _HEADLINE_REPEATS)
        self._shelves[annotated.article.id] = _Shelf(
            range(first_entry, len(self.entries)), range(first_paragraph, first_paragraph + len(spans)), article
        )

    def _of_names(self, said: Iterable[Said]) -> dict[str, None]:
        """The stems of the names of who said something."""
        numbers = (number for one in said for number in (one.speaker, one.outlet) if number >= 0)
        return dict.fromkeys(stem for number in numbers for stem in self.name_stems[number])

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
    fields.entries.unpack(packed.entries)
    fields.sentences.unpack(packed.sentences)
    fields.bigrams.unpack(packed.bigrams)
    fields.descriptions.unpack(packed.descriptions)
    fields.paragraphs.unpack(packed.paragraphs)
    fields.articles.unpack(packed.articles)
    fields.shelve(packed.article_ids, packed.paragraph_counts)
    return fields


def _is_display(kind: ParagraphKind, text: str) -> bool:
    """Headlines, decks, and the titles of pictures, which end without a full stop."""
    return kind in _DISPLAY or (kind is ParagraphKind.CAPTION and text.rstrip("'’”\")")[-1:].isalnum())


def _answerable(
    annotated: AnnotatedArticle, paragraphs: Sequence[Span]
) -> Iterable[tuple[int, Sentence, int, list[Attribution]]]:
    """Each answerable sentence: its place, itself, its paragraph's place among the answerable `paragraphs`, and who
    said what of it."""
    of = annotated.attributions_by_sentence()
    at = 0
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind not in ANSWERABLE:
            continue
        while at < len(paragraphs) - 1 and paragraphs[at].end < sentence.span.end:
            at += 1
        yield place, sentence, at, [annotated.attributions[i] for i in of.get(place, ())]

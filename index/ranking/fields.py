"""The ranking index of a library: every answerable sentence as several BM25 fields and a few facts.

One of the fields is what an article calls its people: a question may ask for "the harbour master" by no other name.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
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
    SpeakerType,
)
from index.ranking.entries import Entries, Entry, Said
from index.ranking.postings import Postings
from index.ranking.segments import HALF, Pairs, Vocabulary
from index.ranking.storage import PackedFields
from index.text.terms import stems_of, terms_of


class DescriptionTerms:
    """The describing words of an article's speakers: those of all its mentions of them, less stop words."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._words: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._people: defaultdict[str, set[str]] = defaultdict(set)  # by the stem of the family name
        text = annotated.article.text
        for attribution in annotated.attributions:
            speaker, mention = attribution.speaker, attribution.mention
            if speaker is None or mention is None:
                continue
            words = (term.stem for term in terms_of(text[mention.start : mention.end]) if not term.stop)
            self._words[speaker].update(dict.fromkeys(words))
            stems = stems_of(speaker)
            if attribution.speaker_type is SpeakerType.PERSON and len(stems) > 1:
                self._people[stems[-1]].add(speaker)

    def of(self, own: Set[str], attributions: Sequence[Attribution]) -> list[str]:
        """Stems that describe whoever says the sentence of the stems `own`, or is named in it, less these; sorted."""
        about = {attribution.speaker for attribution in attributions if attribution.speaker is not None}
        for stem in self._people.keys() & own:
            about |= self._people[stem]
        return sorted({word for speaker in about for word in self._words.get(speaker, ())} - own)


# Sentences are short, so term frequency saturates early and length matters little (see eval/README in the workplace);
# paragraphs and articles are nearer to ordinary documents.
_SENTENCE = (0.5, 0.6)
_PARAGRAPH = (0.9, 0.6)
_ARTICLE = (1.2, 0.6)
_DESCRIPTION = (0.5, 0.3)
_HEADLINE_REPEATS = 3
_DISPLAY = frozenset({ParagraphKind.HEADLINE, ParagraphKind.DECK})

_TIME = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?\s*\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:1[5-9]|20)\d\d\b|\b(?:year|month|week|decade|today|yesterday|tomorrow|morning|night)s?\b"
)


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
            self.bigrams.add_keys([one << HALF | other for one, other in pairwise(keys)])
            self.descriptions.add_keys(keys_of(described.of(own, attributions)))
            self.entries.append(
                Entry(
                    article,
                    place,
                    first_paragraph + paragraph,
                    said,
                    any(stem[0].isdigit() for stem in own),
                    _TIME.search(words) is not None,
                    _is_display(sentence.kind, words),
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
    of = attributions_by_sentence(annotated)
    at = 0
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind not in ANSWERABLE:
            continue
        while at < len(paragraphs) - 1 and paragraphs[at].end < sentence.span.end:
            at += 1
        yield place, sentence, at, [annotated.attributions[i] for i in of.get(place, ())]


def attributions_by_sentence(annotated: AnnotatedArticle) -> dict[int, list[int]]:
    """Place of a sentence -> places of the attributions whose content it shares, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    ends = [sentence.span.end for sentence in annotated.sentences]
    for number, attribution in enumerate(annotated.attributions):
        for content in attribution.content:
            at = bisect_right(ends, content.start)
            while at < len(ends) and annotated.sentences[at].span.start < content.end:
                if number not in found[at]:
                    found[at].append(number)
                at += 1
    return found

"""The ranking index of a library: every answerable sentence as several BM25 fields and a few facts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.ranking.bm25 import Postings
from index.ranking.descriptions import Descriptions
from index.ranking.terms import stems_of, terms_of
from index.types import ANSWERABLE, Act, AnnotatedArticle, Attribution, ParagraphKind, Sentence

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
class Said:
    """One attribution of a sentence, as far as ranking asks: the place of its names and whether it was said."""

    speaker: int  # -1 for nobody
    outlet: int
    said: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of the index; all numbers are places in the fields."""

    article: int
    sentence: int  # its place among the article's sentences
    paragraph: int
    said: tuple[Said, ...]
    number: bool
    time: bool
    display: bool  # of the headline or deck


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where an article stands: entries, paragraphs, and the place in the articles' field."""

    entries: range
    paragraphs: range
    article: int


class Fields:
    """Postings of sentences (with the names of who said them), adjacent words, descriptions, paragraphs and articles.

    Not thread-safe: the library guards it.
    """

    def __init__(self) -> None:
        self.sentences = Postings(k1=_SENTENCE[0], b=_SENTENCE[1])
        self.bigrams = Postings(k1=_SENTENCE[0], b=_SENTENCE[1])
        self.descriptions = Postings(k1=_DESCRIPTION[0], b=_DESCRIPTION[1])
        self.paragraphs = Postings(k1=_PARAGRAPH[0], b=_PARAGRAPH[1])
        self.articles = Postings(k1=_ARTICLE[0], b=_ARTICLE[1])
        self.entries: list[Entry] = []
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
        article = len(self.article_ids)
        self.article_ids.append(annotated.article.id)
        first_entry = len(self.entries)
        described = Descriptions(annotated)
        starts = [self.paragraphs.add(terms) for terms in _paragraphs_terms(annotated)]
        first_paragraph = starts[0] if starts else 0
        for place, sentence, paragraph, attributions in _answerable(annotated):
            text = annotated.article.text[sentence.span.start : sentence.span.end]
            self.sentences.add(_sentence_terms(text, attributions))
            self.bigrams.add(_bigrams(text))
            self.descriptions.add(described.of(text, attributions))
            said = tuple(
                Said(self.name_number(a.speaker), self.name_number(a.outlet), a.act is Act.SAID) for a in attributions
            )
            number = any(term.stem[0].isdigit() for term in terms_of(text))
            self.entries.append(
                Entry(
                    article,
                    place,
                    first_paragraph + paragraph,
                    said,
                    number,
                    _TIME.search(text) is not None,
                    _is_display(sentence.kind, text),
                )
            )
        place = self.articles.add(_article_terms(annotated))
        self._shelves[annotated.article.id] = _Shelf(
            range(first_entry, len(self.entries)), range(first_paragraph, first_paragraph + len(starts)), place
        )

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


def _is_display(kind: ParagraphKind, text: str) -> bool:
    """Headlines, decks, and the titles of pictures, which end without a full stop."""
    return kind in _DISPLAY or (kind is ParagraphKind.CAPTION and text.rstrip("'’”\")")[-1:].isalnum())


def _paragraphs_terms(annotated: AnnotatedArticle) -> list[list[str]]:
    """Stems of each answerable paragraph, in order."""
    article = annotated.article
    return [stems_of(article.text[p.span.start : p.span.end]) for p in article.paragraphs if p.kind in ANSWERABLE]


def _answerable(annotated: AnnotatedArticle) -> Iterable[tuple[int, Sentence, int, list[Attribution]]]:
    """Each answerable sentence: its place, itself, its paragraph's place among the answerable ones, and who said
    what of it."""
    of = attributions_by_sentence(annotated)
    paragraphs = [p.span for p in annotated.article.paragraphs if p.kind in ANSWERABLE]
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


def _sentence_terms(text: str, attributions: Sequence[Attribution]) -> list[str]:
    """Stems of a sentence, and those of its speakers' and outlets' names that it does not have itself."""
    terms = stems_of(text)
    own = set(terms)
    names: dict[str, None] = {}
    for attribution in attributions:
        for name in (attribution.speaker, attribution.outlet):
            if name is not None:
                names.update(dict.fromkeys(stem for stem in stems_of(name) if stem not in own))
    return [*terms, *names]


def _bigrams(text: str) -> list[str]:
    stems = stems_of(text)
    return [f"{a} {b}" for a, b in pairwise(stems)]


def _article_terms(annotated: AnnotatedArticle) -> list[str]:
    terms = [stem for paragraph in _paragraphs_terms(annotated) for stem in paragraph]
    return terms + stems_of(annotated.article.title) * _HEADLINE_REPEATS

"""Articles on their way into the fields: each piece of a text is looked at once, whatever sentence it stands in."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.model.article import ANSWERABLE, Act, AnnotatedArticle, Attribution, ParagraphKind, Sentence, Span
from index.ranking import signs
from index.ranking.descriptions import DescriptionTerms
from index.ranking.entries import FLAGS, Columns
from index.ranking.forward import Documents, ForwardArticle
from index.ranking.pieces import Pieces
from index.ranking.segments import HALF, Vocabulary, pair
from index.text.terms import stems_of

_CLOSING = " '’”\")"  # what may stand behind the mark of a question
_NOBODY: frozenset[int] = frozenset()
_DISPLAY = frozenset({ParagraphKind.HEADLINE, ParagraphKind.DECK})

Answerable = tuple[int, Sentence, int, list[Attribution]]
"""A sentence's place, itself, its paragraph's place among the answerable ones, and who said what of it."""


class Intake:
    """Reads articles into a vocabulary. What it knows of words is of use for many, and not kept with the index."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._pieces = Pieces(vocabulary)
        self._names: dict[str, list[int]] = {}

    def read(self, annotated: AnnotatedArticle, described: DescriptionTerms) -> ForwardArticle:
        """What the fields are to hold of an article, with the words that describe its speakers."""
        cut = _Cut.of(annotated)
        read = self._pieces.read(cut.texts)
        of_paragraph, is_sentence = np.array(cut.paragraphs, np.int64), np.array(cut.are_sentences, np.bool_)
        inside = of_paragraph >= 0
        lengths = np.bincount(of_paragraph[inside], read.lengths[inside], cut.paragraph_count).astype(np.int64)
        own = Documents(read.keys[np.repeat(is_sentence, read.lengths)], read.lengths[is_sentence])
        marks = read.marks[is_sentence]
        title = self._pieces.read([annotated.article.title]).keys
        bigrams = self._pairs(own, marks)
        sentences, descriptions = self._sentences(own, cut.sentences, described)
        written = [text for text, is_one in zip(cut.texts, cut.are_sentences, strict=True) if is_one]
        names, speakers, outlets = _named(cut.sentences)
        columns = Columns(
            np.zeros(len(marks), np.uint32),
            np.array([place for place, *_ in cut.sentences], np.uint32),
            np.array([paragraph for _, _, paragraph, _ in cut.sentences], np.uint32),
            _flags(cut.sentences, written, marks),
            np.cumsum([len(said) for *_, said in cut.sentences], dtype=np.uint32),
            speakers,
            outlets,
            np.array([one.act is Act.SAID for *_, said in cut.sentences for one in said], np.uint8),
        )
        body = Documents(read.keys[np.repeat(inside, read.lengths)], lengths)
        return ForwardArticle(title, body, sentences, bigrams, descriptions, names, columns)

    def _pairs(self, own: Documents, marks: signs.Marks) -> Documents:
        """The adjacent terms of each sentence, and what it counts."""
        keys, ends = own.keys, np.cumsum(own.lengths)
        together = np.ones(max(len(keys) - 1, 0), np.bool_)
        together[ends[(ends > 0) & (ends < len(keys))] - 1] = False
        pairs = (keys[:-1] << HALF | keys[1:])[together]  # as `pair` makes them
        vocabulary = self._vocabulary
        counted: list[int] = []
        of: list[int] = []
        for at in np.flatnonzero(marks & signs.NUMBER).tolist():
            stems = [vocabulary.words[key] for key in keys[ends[at] - own.lengths[at] : ends[at]].tolist()]
            found = vocabulary.keys(signs.counted(stems))
            counted += [pair(vocabulary.key(signs.COUNT), key) for key in found]
            of += [at] * len(found)
        return Documents(pairs, np.maximum(own.lengths - 1, 0)).joined(counted, of)

    def _sentences(
        self, own: Documents, sentences: Sequence[Answerable], terms: DescriptionTerms
    ) -> tuple[Documents, Documents]:
        """The words of sentences with the names of who said them, and what describes whoever is named there."""
        described = _Described(terms, self._vocabulary)
        held: list[int] = []
        called: list[int] = []
        lengths: list[int] = []
        counts: list[int] = []
        keys, end = own.keys.tolist(), 0
        for length, (*_, said) in zip(own.lengths.tolist(), sentences, strict=True):
            start, end = end, end + length
            words = keys[start:end]
            names = {key for one in said for name in (one.speaker, one.outlet) for key in self._of_name(name)}
            further = names.difference(words)
            about = described.of(words, said)
            held += words
            held += further
            called += about
            lengths.append(length + len(further))
            counts.append(len(about))
        return (
            Documents(np.array(held, np.int64), np.array(lengths, np.int64)),
            Documents(np.array(called, np.int64), np.array(counts, np.int64)),
        )

    def _of_name(self, name: str | None) -> Sequence[int]:
        """The keys of the name of who said something."""
        if name is None:
            return ()
        if name not in self._names:
            self._names[name] = self._vocabulary.keys(stems_of(name))
        return self._names[name]


def _named(sentences: Sequence[Answerable]) -> tuple[tuple[str, ...], NDArray[np.int32], NDArray[np.int32]]:
    """The names of sentences' speakers and outlets, and for each attribution the places of its own among them, -1 for
    none."""
    said = [one for *_, all_of_it in sentences for one in all_of_it]
    places: dict[str | None, int] = {}
    for one in said:
        for name in (one.speaker, one.outlet):
            if name is not None:
                places.setdefault(name, len(places))
    names = tuple(name for name in places if name is not None)
    places[None] = -1
    return (
        names,
        np.array([places[one.speaker] for one in said], np.int32),
        np.array([places[one.outlet] for one in said], np.int32),
    )


class _Described:
    """The words that describe an article's speakers, as keys."""

    def __init__(self, terms: DescriptionTerms, vocabulary: Vocabulary) -> None:
        """The words of the article's sentences are in the vocabulary."""
        self._terms = terms
        self._vocabulary = vocabulary
        families = ((vocabulary.find(stem), people) for stem, people in terms.people.items())
        self._families = {key: people for key, people in families if key is not None}
        self._words: dict[str, frozenset[int]] = {}

    def of(self, own: Sequence[int], said: Sequence[Attribution]) -> Set[int]:
        """What describes whoever says the sentence of the words `own`, or is named in it, less these."""
        about = {one.speaker for one in said if one.speaker is not None}
        if not self._families.keys().isdisjoint(own):
            about.update(*(self._families[key] for key in self._families.keys() & own))
        return set[int]().union(*map(self._of, about)).difference(own) if about else _NOBODY

    def _of(self, speaker: str) -> Set[int]:
        if speaker not in self._words:
            self._words[speaker] = frozenset(self._vocabulary.keys(self._terms.words.get(speaker, ())))
        return self._words[speaker]


@dataclass(frozen=True, slots=True)
class _Cut:
    """An article's answerable text, cut so that each word stands in one text, if its paragraphs are their sentences.

    Attributes
    ----------
    texts : list of str
        Sentences, and those paragraphs that have more than the words of theirs.
    paragraphs : list of int
        The paragraph of which each text is all or part, by number; -1 where the whole paragraph is another text.
    are_sentences : list of bool
        Which texts are sentences.
    sentences : list of Answerable
        These, in the same order.
    paragraph_count : int
    """

    texts: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    are_sentences: list[bool] = field(default_factory=list)
    sentences: list[Answerable] = field(default_factory=list)
    paragraph_count: int = 0

    @classmethod
    def of(cls, annotated: AnnotatedArticle) -> "_Cut":
        """Cut an article."""
        text = annotated.article.text
        # An article from elsewhere may have no paragraphs: each of its sentences is one then.
        parts = annotated.article.paragraphs, annotated.sentences
        spans = next((spans for part in parts if (spans := [p.span for p in part if p.kind in ANSWERABLE])), [])
        cut = cls(sentences=[*_answerable(annotated, spans)], paragraph_count=len(spans))
        for number, (span, inside) in enumerate(zip(spans, _by_paragraph(cut.sentences, len(spans)), strict=True)):
            consists = _consists_of(text, span, inside)
            if not consists:
                cut._put(text[span.start : span.end], number, is_sentence=False)
            for own in inside:
                cut._put(text[own.start : own.end], number if consists else -1, is_sentence=True)
        return cut

    def _put(self, text: str, paragraph: int, *, is_sentence: bool) -> None:
        self.texts.append(text)
        self.paragraphs.append(paragraph)
        self.are_sentences.append(is_sentence)


def _flags(sentences: Sequence[Answerable], texts: Sequence[str], marks: signs.Marks) -> NDArray[np.uint8]:
    """What each sentence has, by its marks; where these do not tell, by its text."""
    flags = np.array(
        [
            FLAGS["display"] * _is_display(sentence.kind, text)
            | FLAGS["reason"] * (own & signs.REASON > 0 and signs.has_reason(text))
            | FLAGS["introduces"] * (own & signs.INTRODUCES > 0 and signs.introduces(text))
            | FLAGS["asks"] * text.rstrip(_CLOSING).endswith("?")
            for (_, sentence, *_), text, own in zip(sentences, texts, marks.tolist(), strict=True)
        ],
        np.uint8,
    )
    flags[marks & signs.FIGURES > 0] |= FLAGS["number"]
    flags[marks & signs.TIME > 0] |= FLAGS["time"]
    flags[marks & signs.PLACE > 0] |= FLAGS["where"]
    return flags


def _answerable(annotated: AnnotatedArticle, paragraphs: Sequence[Span]) -> Iterator[Answerable]:
    """Each answerable sentence; the answerable paragraphs are these."""
    of = annotated.attributions_by_sentence()
    at = 0
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind not in ANSWERABLE:
            continue
        while at < len(paragraphs) - 1 and paragraphs[at].end < sentence.span.end:
            at += 1
        yield place, sentence, at, [annotated.attributions[i] for i in of.get(place, ())]


def _by_paragraph(sentences: Sequence[Answerable], paragraphs: int) -> list[list[Span]]:
    """The spans of each paragraph's sentences."""
    found: list[list[Span]] = [[] for _ in range(paragraphs)]
    for _, sentence, paragraph, _ in sentences:
        found[paragraph].append(sentence.span)
    return found


def _consists_of(text: str, span: Span, sentences: Sequence[Span]) -> bool:
    """Whether a paragraph's words are those of its sentences: with white space between them alone, and no number at the
    end of one, of which the next might have the scale ("5 million")."""
    if not sentences or sentences[0].start != span.start or sentences[-1].end != span.end:
        return False
    for one, other in pairwise(sentences):
        if not text[one.end : other.start].isspace() or text[one.end - 1].isdigit():
            return False
    return True


def _is_display(kind: ParagraphKind, text: str) -> bool:
    """Headlines, decks, and the titles of pictures, which end without a full stop."""
    return kind in _DISPLAY or (kind is ParagraphKind.CAPTION and text.rstrip("'’”\")")[-1:].isalnum())

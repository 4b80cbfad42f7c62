"""Articles on their way into the fields: each word is looked at once, whatever sentence it stands in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from index.model.article import ANSWERABLE, Act, AnnotatedArticle, Attribution, ParagraphKind, Sentence, Span
from index.ranking import signs
from index.ranking.descriptions import DescriptionTerms
from index.ranking.entries import Entry, Said
from index.ranking.fields import Fields
from index.ranking.segments import HALF, Vocabulary, pair
from index.text.terms import stems_of_word, words_in

_HEADLINE_REPEATS = 3
_CLOSING = " '’”\")"  # what may stand behind the mark of a question
_DISPLAY = frozenset({ParagraphKind.HEADLINE, ParagraphKind.DECK})
_REMEMBERED = 1 << 18  # forms of words

Keys = tuple[int, ...]
"""Numbers of stems in the vocabulary."""


class _Forms(dict[str, Keys]):
    """The keys of words as they are written; of those seen so far also which have a number, or one in figures, and
    which may be part of a sign."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self.signs = signs.Signs()
        self.numbers: set[str] = set()
        self.figures: set[str] = set()

    def __missing__(self, word: str) -> Keys:
        stems = stems_of_word(word)
        keys = tuple(self._vocabulary.keys(stems))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = keys
        self.signs.note(word)
        if any(map(signs.is_number, stems)):
            self.numbers.add(word)
        if any(stem[0].isdigit() for stem in stems):
            self.figures.add(word)
        return keys

    def of(self, words: Iterable[str]) -> list[int]:
        """The keys of words, one after the other."""
        return [key for word in words for key in self[word]]


class Intake:
    """Adds articles to fields. What it knows of words is of use for many articles, and not kept with the index."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._forms = _Forms(fields.vocabulary)
        self._names: dict[int, Keys] = {}

    def add(self, annotated: AnnotatedArticle, described: DescriptionTerms) -> None:
        """Index an article that is not indexed yet, with the words that describe its speakers."""
        fields, forms = self._fields, self._forms
        text = annotated.article.text
        article = len(fields.article_ids)
        # An article from elsewhere may have no paragraphs: each of its sentences is one then.
        parts = annotated.article.paragraphs, annotated.sentences
        spans = next((spans for part in parts if (spans := [p.span for p in part if p.kind in ANSWERABLE])), [])
        sentences = [*_answerable(annotated, spans)]
        whole: list[int] = []
        lengths: list[int] = []
        known: dict[int, tuple[list[str], list[int]]] = {}  # of sentences of which their paragraphs are made
        for span, inside in zip(spans, _by_paragraph(sentences, len(spans)), strict=True):
            before = len(whole)
            if _consists_of(text, span, inside):
                for place, own in inside:
                    words = words_in(text[own.start : own.end])
                    keys = forms.of(words)
                    known[place] = words, keys
                    whole += keys
            else:
                whole += forms.of(words_in(text[span.start : span.end]))
            lengths.append(len(whole) - before)
        first_paragraph = fields.paragraphs.add_keys(whole, lengths) if lengths else 0
        first_entry = len(fields.entries)
        held, beside, called = _Documents(), _Documents(), _Documents()
        for place, sentence, paragraph, attributions in sentences:
            written = text[sentence.span.start : sentence.span.end]
            found = known.get(place)
            if found is None:
                words = words_in(written)
                keys = forms.of(words)
            else:
                words, keys = found
            own_keys = set(keys)
            said = tuple(
                Said(fields.name_number(a.speaker), fields.name_number(a.outlet), a.act is Act.SAID)
                for a in attributions
            )
            held.put(keys + [key for key in self._of_names(said) if key not in own_keys] if said else keys)
            beside.put(self._pairs(words, keys))
            stem_of = fields.vocabulary.words
            called.put(fields.vocabulary.keys(described.of({stem_of[key] for key in own_keys}, attributions)))
            fields.entries.append(
                Entry(
                    article,
                    place,
                    first_paragraph + paragraph,
                    said,
                    not forms.figures.isdisjoint(words),
                    forms.signs.has_time(written, words),
                    _is_display(sentence.kind, written),
                    forms.signs.has_reason(written, words),
                    forms.signs.has_place(written, words),
                    signs.introduces(written),
                    written.rstrip(_CLOSING).endswith("?"),
                )
            )
        fields.sentences.add_keys(held.keys, held.lengths)
        fields.bigrams.add_keys(beside.keys, beside.lengths)
        fields.descriptions.add_keys(called.keys, called.lengths)
        title = forms.of(words_in(annotated.article.title)) * _HEADLINE_REPEATS
        fields.articles.add_keys(whole + title, [len(whole) + len(title)])
        fields.put(annotated.article.id, first_entry, first_paragraph, len(spans))

    def _of_names(self, said: Iterable[Said]) -> dict[int, None]:
        """The keys of the names of who said something."""
        found: dict[int, None] = {}
        for one in said:
            for number in (one.speaker, one.outlet):
                if number >= 0:
                    if number not in self._names:
                        self._names[number] = tuple(self._fields.vocabulary.keys(self._fields.name_stems(number)))
                    found.update(dict.fromkeys(self._names[number]))
        return found

    def _pairs(self, words: Sequence[str], keys: Sequence[int]) -> list[int]:
        """The adjacent terms of a sentence, and what it counts."""
        vocabulary = self._fields.vocabulary
        count = vocabulary.key(signs.COUNT)
        pairs = [one << HALF | other for one, other in pairwise(keys)]  # as `pair` makes them
        if not self._forms.numbers.isdisjoint(words):
            counted = signs.counted([vocabulary.words[key] for key in keys])
            pairs += [pair(count, key) for key in vocabulary.keys(counted)]
        return pairs


class _Documents:
    """Documents as the keys of their terms, one after the other, and how many each has."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.lengths: list[int] = []

    def put(self, keys: Sequence[int]) -> None:
        """Put a document behind the others."""
        self.keys += keys
        self.lengths.append(len(keys))


def _answerable(
    annotated: AnnotatedArticle, paragraphs: Sequence[Span]
) -> Iterator[tuple[int, Sentence, int, list[Attribution]]]:
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


def _by_paragraph(
    sentences: Iterable[tuple[int, Sentence, int, list[Attribution]]], paragraphs: int
) -> list[list[tuple[int, Span]]]:
    """The places and spans of each paragraph's sentences."""
    found: list[list[tuple[int, Span]]] = [[] for _ in range(paragraphs)]
    for place, sentence, paragraph, _ in sentences:
        found[paragraph].append((place, sentence.span))
    return found


def _consists_of(text: str, span: Span, sentences: Sequence[tuple[int, Span]]) -> bool:
    """Whether a paragraph's words are those of its sentences: with white space between them alone, and no number at the
    end of one, of which the next might have the scale ("5 million")."""
    if not sentences or sentences[0][1].start != span.start or sentences[-1][1].end != span.end:
        return False
    for (_, one), (_, other) in pairwise(sentences):
        if not text[one.end : other.start].isspace() or text[one.end - 1].isdigit():
            return False
    return True


def _is_display(kind: ParagraphKind, text: str) -> bool:
    """Headlines, decks, and the titles of pictures, which end without a full stop."""
    return kind in _DISPLAY or (kind is ParagraphKind.CAPTION and text.rstrip("'’”\")")[-1:].isalnum())

"""Where posted words may stand: the words of an article around its likeliest sentences, and of what somebody said."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.model.article import ANSWERABLE, AnnotatedArticle, Attribution, ContentKind, Span
from index.search.reader import Reader
from index.text.terms import terms_of
from index.text.tokens import Word, words_of

_CANDIDATES = 12  # sentences that are compared word by word
_AROUND = 24  # words beside a sentence that are compared as well, beyond the length of the post
_SAID = 16  # attributions of a sentence whose content is compared
_TERMS = 60  # terms of a post that are looked up


@dataclass(frozen=True, slots=True)
class Place:
    """Stored words that posted ones are compared with.

    `attribution` is whose content they are, joined; None for running text.
    """

    annotated: AnnotatedArticle
    sentence: int
    entry: int  # the sentence's in the index
    words: tuple[Word, ...]
    attribution: Attribution | None
    score: float


class Coverage:
    """How much of a text stored ones have, by the idf of its content terms."""

    def __init__(self, reader: Reader, text: str) -> None:
        postings = reader.fields.sentences
        highest = max((postings.idf_of(t) for t in stems_in(text)), default=0.0) or 1.0
        stems = dict.fromkeys(term.stem for term in terms_of(text) if not term.stop)
        self._weights = {stem: postings.idf_of(stem) or highest + 1.0 for stem in stems}
        self._whole = sum(self._weights.values())

    def of(self, stored: str) -> tuple[float, int]:
        """The part of the text's content terms that `stored` has, and how many of them."""
        there = {term.stem for term in terms_of(stored)}
        common = [weight for stem, weight in self._weights.items() if stem in there]
        return (sum(common) / self._whole if self._weights else 0.0), len(common)


def stems_in(text: str) -> list[str]:
    """The different content stems of a post, in order, as far as they are looked up."""
    return list(dict.fromkeys(term.stem for term in terms_of(text) if not term.stop))[:_TERMS]


class Places:
    """Where posted words may stand in the articles of a reader; for one message, whatever is looked for of it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._taken_apart: dict[tuple[str, Span], list[Word]] = {}

    def of(self, posted: Sequence[Word], text: str, also: Sequence[int] = ()) -> Iterator[Place]:
        """Where the posted words may stand, likeliest sentences first; then those `also` to be looked at, by their
        places in the index."""
        reader, fields = self._reader, self._reader.fields
        stems = list(dict.fromkeys(term.stem for term in terms_of(text)))[:_TERMS]
        content = stems_in(text) or stems
        by_word = fields.sentences.best([(stem, 1.0) for stem in content], _CANDIDATES)
        by_pair = fields.bigrams.best([(f"{a} {b}", 1.0) for a, b in pairwise(stems)], _CANDIDATES)
        scores: dict[int, float] = {}
        for found in (by_word, by_pair):
            for number, score in zip(found.documents.tolist(), found.scores.tolist(), strict=True):
                scores[number] = scores.get(number, 0.0) + score
        likeliest = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]
        there = {number for number, _ in likeliest}
        likeliest += [(number, scores.get(number, 0.0)) for number in also if number not in there]
        seen: set[tuple[str, int]] = set()
        for number, score in likeliest:
            entry = fields.entries[number]
            annotated = reader.article(fields.article_ids[entry.article])
            if annotated is None:
                continue
            for attribution in reader.said_in(annotated, entry.sentence)[:_SAID]:
                key = annotated.article.id, id(attribution)
                if key not in seen:
                    seen.add(key)
                    words = self._said(annotated, attribution)
                    if words:
                        yield Place(annotated, entry.sentence, number, words, attribution, score)
            words = self._running(annotated, entry.sentence, len(posted))
            yield Place(annotated, entry.sentence, number, words, None, score)

    def _words(self, annotated: AnnotatedArticle, span: Span) -> list[Word]:
        key = annotated.article.id, span
        if key not in self._taken_apart:
            words = words_of(annotated.article.text, span.start, span.end)
            self._taken_apart[key] = [word for word in words if word.form]
        return self._taken_apart[key]

    def _said(self, annotated: AnnotatedArticle, attribution: Attribution) -> tuple[Word, ...]:
        if attribution.kind is not ContentKind.DIRECT and len(attribution.content) < 2:
            return ()  # the running text has these
        return tuple(word for span in attribution.content for word in self._words(annotated, span))

    def _running(self, annotated: AnnotatedArticle, sentence: int, length: int) -> tuple[Word, ...]:
        """The words of a sentence and of those around it, headlines and the like left out."""
        sentences = annotated.sentences

        def words(at: int) -> list[Word]:
            return self._words(annotated, sentences[at].span) if sentences[at].kind in ANSWERABLE else []

        def as_far(numbers: range) -> Iterator[list[Word]]:
            """The words of sentences, until they reach far enough."""
            reach = length + _AROUND
            for at in numbers:
                if reach <= 0:
                    return
                found = words(at)
                yield found
                reach -= len(found) + 1

        before = [*as_far(range(sentence - 1, -1, -1))][::-1]
        after = as_far(range(sentence + 1, len(sentences)))
        return tuple(word for run in (*before, words(sentence), *after) for word in run)


def sentence_at(annotated: AnnotatedArticle, offset: int) -> int:
    """The place of the sentence that has the code point at `offset`, or begins after it."""
    at = bisect_right(annotated.sentences, offset, key=lambda sentence: sentence.span.end)
    return min(at, len(annotated.sentences) - 1)


def whole(annotated: AnnotatedArticle, first: int, last: int) -> Span:
    """From the start of sentence `first` to the end of sentence `last`."""
    return Span(annotated.sentences[first].span.start, annotated.sentences[last].span.end)

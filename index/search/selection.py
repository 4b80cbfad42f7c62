"""The passages of an answer: what is shown of the ranked sentences, nothing twice, with context."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from index.errors import ArticleNotFoundError
from index.model.answer import Elsewhere, Passage
from index.model.article import AnnotatedArticle, Attribution, ParagraphKind, Sentence, Span
from index.ranking.context import below, context_of
from index.ranking.passages import choose, show, texts_at
from index.ranking.query import Question
from index.ranking.scoring import Hit
from index.search.reader import Reader

_SAME = 90  # rapidfuzz ratio (0 to 100) from which two passages are nearly the same
_BESIDE = 4  # sentences behind a passage, and behind each that is told with it, among which there may be more of these
_REASONS = re.compile(
    r"\b(?:why|how come|what (?:caused|led to|explains)|(?:reasons?|motives?) (?:for|behind))\b|^\W*how\b", re.I
)


def selected(
    reader: Reader, asked: str, question: Question, hits: Sequence[Hit], limit: int, *, before: Passage | None = None
) -> list[tuple[Hit, Passage]]:
    """The best passages of the hits, each with its hit; the first ones are the same however many are wanted.

    None stands inside another or twice in one article; nearly the same ones of several articles are one.

    Parameters
    ----------
    asked : str
        The question as it was worded.
    before : Passage, optional
        What was shown before: left out, unless there is nothing else.
    """
    again: list[_Choice] = []
    found: list[_Choice] = []
    entries, identities = reader.fields.entries, reader.fields.article_ids
    reader.hold(identities[entries[hit.entry].article] for hit in hits[:limit])
    for at, choice in enumerate(_shown(reader, asked, question, hits)):
        if len(found) >= limit and at > max(other.last for other in found[:limit]) + _BESIDE:
            break
        shown = choice.passage
        if before is not None and before.article_id == shown.article_id and before.span.overlaps(shown.span):
            again.append(choice)
            continue
        if any(p.article_id == shown.article_id and p.span.overlaps(shown.span) for p in (c.passage for c in found)):
            continue
        same = next((other for other in found if _nearly_same(other.passage, shown)), None)
        if same is None:
            choice.last = at
            found.append(choice)
        elif same.passage.article_id != shown.article_id and at <= same.last + _BESIDE:
            same.last = at
            same.passage = _with(same.passage, shown)
    return [(choice.hit, choice.in_context()) for choice in (found or again[:1])[:limit]]


@dataclass(slots=True)
class _Choice:
    """What is shown for a hit; `last` is the place of the last hit told with it, among all."""

    hit: Hit
    passage: Passage
    annotated: AnnotatedArticle
    attribution: Attribution | None
    last: int = 0

    def in_context(self) -> Passage:
        """The passage with its context."""
        context = context_of(self.annotated, self.passage.span, self.attribution)
        if not context:
            return self.passage
        return replace(self.passage, context=context, context_text=texts_at(self.annotated, context))


def _shown(reader: Reader, asked: str, question: Question, hits: Sequence[Hit]) -> Iterator[_Choice]:
    """What is shown for each hit, in order; for a headline or a heading, what stands below it."""
    reasons = _REASONS.search(asked) is not None
    wanted = [stem for stem, _ in question.content]
    for hit in hits:
        entry = reader.fields.entries[hit.entry]
        annotated = reader.article(reader.fields.article_ids[entry.article])
        if annotated is None:
            continue
        place = below(annotated, entry.sentence, wanted)

        def said(at: int, annotated: AnnotatedArticle = annotated) -> list[Attribution]:
            return reader.said_in(annotated, at)

        span, best = show(annotated, place, said, question.stems, reasons=reasons)
        yield _Choice(hit, reader.passage(annotated, span, best, hit.score), annotated, best)


def _nearly_same(one: Passage, other: Passage) -> bool:
    """Whether two passages are the same but for a word, and in two articles of the same speaker; in one article, what
    stands in it twice is the same whoever it is attributed to."""
    if one.article_id != other.article_id and one.speaker != other.speaker:
        return False
    return fuzz.ratio(one.text, other.text, score_cutoff=_SAME) >= _SAME


def _with(shown: Passage, other: Passage) -> Passage:
    """`shown`, which also stands in the article of `other`."""
    if any(elsewhere.article_id == other.article_id for elsewhere in shown.also_in):
        return shown
    there = Elsewhere(other.article_id, other.title, other.article_outlet, other.url, other.published)
    return replace(shown, also_in=(*shown.also_in, there))


def standing(reader: Reader, article_id: str, span: Span, content: Span | None) -> Passage:
    """The passage at a span of an article, with its best attribution, or the one of that content if it is there.

    Raises
    ------
    ArticleNotFoundError
        If the article is gone, or now too short to have such a span.
    """
    annotated = reader.article(article_id)
    if annotated is None or not 0 <= span.start < span.end <= len(annotated.article.text):
        raise ArticleNotFoundError(article_id)
    places = [n for n, sentence in enumerate(annotated.sentences) if sentence.span.overlaps(span)]
    said = list(dict.fromkeys(a for place in places for a in reader.said_in(annotated, place)))
    best = next((a for a in said if a.outer == content), None)
    if best is None:
        best = choose(annotated, Sentence(span, ParagraphKind.BODY), said, ())
    return reader.passage(annotated, span, best, 0.0, context_of(annotated, span, best))

"""Highlights: the most telling quotations of an article, or of several, and who is quoted in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.model.alert import Highlights
from index.model.answer import Passage
from index.model.article import Act, AnnotatedArticle, Attribution, ContentKind, ParagraphKind, SpeakerType
from index.ranking.context import context_of
from index.ranking.passages import widen
from index.search.reader import Reader

_KIND = {ContentKind.DIRECT: 2.0, ContentKind.MIXED: 1.2, ContentKind.INDIRECT: 0.4}
_SPEAKER = {
    SpeakerType.PERSON: 0.6, SpeakerType.ORGANISATION: 0.2, SpeakerType.OUTLET: -0.4, SpeakerType.GROUP: -0.4,
}  # fmt: skip
_UNNAMED = -1.2
_FEW, _MANY = 7, 45  # words that a telling quotation has
_SHORT, _LONG = -1.5, -0.5
_DEPENDENT = -0.6  # what can't be understood without the sentences beside it
_LATE = -0.5  # of the last words of an article; the first ones lose nothing
_COUNTED = frozenset({SpeakerType.PERSON, SpeakerType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class _Quotation:
    score: float
    passage: Passage


def telling(reader: Reader, annotated: AnnotatedArticle, limit: int) -> tuple[Passage, ...]:
    """The most telling quotations of an article, best first: those of others before a second of the same speaker."""
    return tuple(one.passage for one in _chosen(_quotations(reader, annotated), limit))


def highlights(reader: Reader, article_ids: Sequence[str], *, limit: int, most_quoted: int) -> Highlights:
    """The most telling quotations of some articles and who is quoted most in them; articles that are gone are left
    out.

    Parameters
    ----------
    limit : int
        Quotations at most.
    most_quoted : int
        People and organisations at most.
    """
    found: list[_Quotation] = []
    quoted: Counter[str] = Counter()
    there = 0
    for identity in article_ids:
        annotated = reader.article(identity)
        if annotated is None:
            continue
        there += 1
        quoted.update(_speakers(reader, annotated))
        found += _chosen(_quotations(reader, annotated), limit)
    passages = tuple(one.passage for one in _chosen(found, limit))
    return Highlights(passages, tuple(quoted.most_common(most_quoted)), there)


def _chosen(found: Iterable[_Quotation], limit: int) -> list[_Quotation]:
    """The best of them: no two of one speaker, nor then of one article, as long as there are others."""
    left = sorted(found, key=lambda one: -one.score)
    chosen: list[_Quotation] = []
    for alike in (_same_speaker_or_article, _same_speaker, _same_words):
        for one in left:
            if len(chosen) < limit and not any(alike(one.passage, other.passage) for other in chosen):
                chosen.append(one)
    return chosen


def _same_words(one: Passage, other: Passage) -> bool:
    return one.text == other.text or (one.article_id == other.article_id and one.span.overlaps(other.span))


def _same_speaker(one: Passage, other: Passage) -> bool:
    return one.speaker == other.speaker or _same_words(one, other)


def _same_speaker_or_article(one: Passage, other: Passage) -> bool:
    return one.article_id == other.article_id or _same_speaker(one, other)


def _quotations(reader: Reader, annotated: AnnotatedArticle) -> Iterator[_Quotation]:
    """What was said in an article, each passage once."""
    seen: set[tuple[int, int]] = set()
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind is not ParagraphKind.BODY:
            continue  # a headline stands above them anyway
        for one in reader.said_in(annotated, place):
            span = widen(annotated, place, one)
            if one.act is not Act.SAID or (span.start, span.end) in seen:
                continue
            seen.add((span.start, span.end))
            context = context_of(annotated, span, one)
            score = telling_score(annotated, place, one, alone=not context)
            yield _Quotation(score, reader.passage(annotated, span, one, score, context))


def telling_score(annotated: AnnotatedArticle, place: int, said: Attribution, *, alone: bool) -> float:
    """How telling what was said in the sentence at `place` is: more if it is word for word, somebody's by name, of some
    length, early in the article, and understood `alone`."""
    words = sum(len(annotated.article.text[part.start : part.end].split()) for part in said.content)
    score = _KIND[said.kind] + (_UNNAMED if said.speaker_type is None else _SPEAKER[said.speaker_type])
    if words < _FEW:
        score += _SHORT
    elif words > _MANY:
        score += _LONG
    return score + _LATE * place / len(annotated.sentences) + (0.0 if alone else _DEPENDENT)


def _speakers(reader: Reader, annotated: AnnotatedArticle) -> Iterator[str]:
    """Who said something in an article, under the names that the library shows; once for each time."""
    known = reader.speakers()
    for one in annotated.attributions:
        if one.speaker is not None and one.act is Act.SAID and one.speaker_type in _COUNTED:
            name = known.canonical.get(one.speaker, one.speaker)
            yield known.ruled.get(one.speaker, name)

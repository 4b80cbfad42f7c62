"""The order of sentences for a question: BM25 over four fields and evidence of who is asked about and what."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.bm25 import Postings
from index.ranking.fields import Entry, Fields
from index.ranking.question import Question

# Weights fitted on news_questions and wiki_questions of the workplace's eval/ together, rounded. The sentence's own
# score has weight 1.
_PARAGRAPH = 0.25
_ARTICLE = 0.6
_BIGRAMS = 0.19
_SPEAKER = 2.0  # it was said by whom the question names, and the question asks what was said
_SPEAKER_THINKS = 1.4  # the same, but thought or meant
_OUTLET = 2.0
_ATTRIBUTED = 0.8  # it was said by somebody, and the question asks what was said or who said it
_NUMBER = 1.4
_TIME = 0.5
_DISPLAY = -3.0  # a headline or deck: it only announces what the body says
_POOL = 80  # sentences that are looked at for evidence

# A passage answers where its words, its article's and the library's cover enough of what the question asks, each as a
# share of the idf of the question's content terms. Fitted on dev: the highest threshold that keeps 98 % of the
# answerable questions answered.
ANSWERED = 1.36


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence by its place in `Fields.entries`; higher scores fit better."""

    entry: int
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first, ties in the order the sentences were added; `coverage` is at most 3 (see `ANSWERED`)."""

    hits: tuple[Hit, ...]
    coverage: float


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentences may answer: of one article, of these speakers, of these outlets; None for any."""

    entries: range | None = None
    speakers: frozenset[int] | None = None
    outlets: frozenset[int] | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether the entry's attributions are of the wanted speakers and outlets."""
        if self.speakers is not None and not any(said.speaker in self.speakers for said in entry.said):
            return False
        return self.outlets is None or any(
            said.outlet in self.outlets or said.speaker in self.outlets for said in entry.said
        )


def rank(
    fields: Fields, question: Question, asked: Collection[int], scope: Scope, dates: Sequence[int], limit: int
) -> Ranking:
    """The best `limit` sentences for a question.

    `asked` are the numbers of the names that the question mentions, `dates` the day numbers of the articles'
    publication, by which ties are broken (newest first).
    """
    content = question.content
    matching = fields.sentences.score(question.terms)
    chosen = fields.sentences.score(content)
    candidates = matching.documents
    scores = matching.scores - _base(fields.sentences, question.terms)
    keep = np.isin(candidates, chosen.documents, assume_unique=True)
    if scope.entries is not None:
        keep &= (candidates >= scope.entries.start) & (candidates < scope.entries.stop)
    candidates, scores = candidates[keep], scores[keep]
    if not len(candidates):
        return Ranking((), 0.0)
    entries = fields.entries
    scores = scores + _PARAGRAPH * _lookup(
        fields.paragraphs, content, np.fromiter((entries[i].paragraph for i in candidates), np.intp, len(candidates))
    )
    scores += _ARTICLE * _lookup(
        fields.articles, content, np.fromiter((entries[i].article for i in candidates), np.intp, len(candidates))
    )
    bigrams = tuple((bigram, 1.0) for bigram in question.bigrams)
    scores += _BIGRAMS * _lookup(fields.bigrams, bigrams, candidates)
    pool = _best(scores, _POOL if scope.speakers is None and scope.outlets is None else len(scores))
    hits = [
        Hit(int(candidates[i]), float(scores[i]) + _evidence(entries[candidates[i]], question, asked))
        for i in pool
        if scope.holds(entries[candidates[i]])
    ]
    hits.sort(key=lambda hit: (-round(hit.score, 9), -dates[entries[hit.entry].article], hit.entry))
    hits = hits[:limit]
    return Ranking(tuple(hits), _coverage(fields, question, hits))


def _base(postings: Postings, terms: Sequence[tuple[str, float]]) -> float:
    """What BM25+ gives every document alike; taken off so that fields that do not match add nothing."""
    return sum(weight * postings.idf(term) for term, weight in terms)


def _lookup(postings: Postings, terms: Sequence[tuple[str, float]], documents: NDArray[np.intp]) -> NDArray[np.float64]:
    """Scores of `documents` in another field; 0 where they do not match."""
    found = postings.score(terms)
    if not len(found.documents):
        return np.zeros(len(documents))
    places = np.searchsorted(found.documents, documents).clip(max=len(found.documents) - 1)
    there = found.documents[places] == documents
    return np.where(there, found.scores[places] - _base(postings, terms), 0.0)


def _best(scores: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Places of the `count` highest scores, those of the last one's score included, in no order."""
    if len(scores) <= count:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - count)[len(scores) - count]
    return np.flatnonzero(scores >= least)


def _evidence(entry: Entry, question: Question, asked: Collection[int]) -> float:
    score = _DISPLAY if entry.display else 0.0
    for said in entry.said:
        if said.speaker in asked and question.saying:
            score = max(score, _SPEAKER if said.said else _SPEAKER_THINKS)
        if said.outlet in asked:
            score = max(score, _OUTLET)
    if entry.said and (question.saying or question.who):
        score += _ATTRIBUTED
    if question.quantity and entry.number:
        score += _NUMBER
    if question.time and entry.time:
        score += _TIME
    return score


def _coverage(fields: Fields, question: Question, hits: Sequence[Hit]) -> float:
    """How much of the question's content the library, the best passage of these and its article each have."""
    if not hits:
        return 0.0
    rarest = math.log(len(fields.sentences) + 1)
    weights = {
        term: fields.sentences.idf(term) if fields.sentences.knows(term) else rarest for term, _ in question.content
    }
    total = sum(weights.values())
    if not total:
        return 0.0
    known = sum(weight for term, weight in weights.items() if fields.sentences.knows(term))
    passage = dict.fromkeys((hit.entry for hit in hits), 0.0)
    article = 0.0
    for term, weight in weights.items():
        for number in fields.sentences.documents_among(term, list(passage)):
            passage[number] += weight
        if fields.articles.documents_among(term, [fields.entries[hits[0].entry].article]):
            article += weight
    return (known + max(passage.values()) + article) / total

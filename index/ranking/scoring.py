"""The order of sentences for a question: BM25 over several fields and evidence of who is asked about and what.

Content words choose the candidates, these with paragraph and article a pool of them, and all evidence orders that.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index.model.article import Evidence
from index.ranking.entries import Entry
from index.ranking.fields import Fields
from index.ranking.postings import Postings
from index.ranking.query import Question

_CANDIDATES = 400  # sentences whose paragraph and article are looked at
_POOL = 80  # sentences that all evidence orders

# A passage answers where its words, its article's and the library's cover enough of what the question asks, each as a
# share of the idf of the question's content terms, and where the best passages stand together in one article more than
# chance would have it. Fitted on dev: a threshold that keeps 98 % of the answerable questions answered.
ANSWERED = 1.6
_TOGETHER, _NEUTRAL = 0.6, 0.3
_LOOKED_AT = 10  # best sentences whose coverage and article count


class Part(StrEnum):
    """A part of a sentence's score."""

    WORDS = "content words in the sentence and its speaker's name"
    WORDING = "other words of the question"
    PARAGRAPH = "content words in the paragraph"
    ARTICLE = "content words in the article"
    LOCAL = "words that set the sentence apart in its article"
    ADJACENT = "adjacent words"
    DESCRIPTION = "what the article calls its people"
    SPEAKER = "said by whom the question names"
    OUTLET = "cited from whom the question names"
    ATTRIBUTED = "somebody is reported to have said it"
    NUMBER = "has a number"
    TIME = "has a time"
    DISPLAY = "only a headline or caption"


# Weights fitted on news_questions and wiki_questions of the workplace's eval/ together, rounded.
_WEIGHTS = {
    Part.WORDS: 1.0,
    Part.WORDING: 1.0,  # on top of the terms' own weights, see `index.ranking.query`
    Part.PARAGRAPH: 0.25,
    Part.ARTICLE: 1.0,
    Part.LOCAL: 0.3,
    Part.ADJACENT: 0.12,
    Part.DESCRIPTION: 0.7,
    Part.SPEAKER: 2.0,
    Part.OUTLET: 2.0,
    Part.ATTRIBUTED: 0.8,
    Part.NUMBER: 1.4,
    Part.TIME: 1.0,
    Part.DISPLAY: -4.0,
}
# Where a question is asked in other words than any sentence has, the article and its people tell more.
_FAR = {Part.ARTICLE: 2.0, Part.PARAGRAPH: 0.6, Part.DESCRIPTION: 3.0}
_COVERED = 0.35  # share of the content's idf below which that is so
_ARTICLES = 3  # articles whose sentences are then all looked at
_THINKS = 0.7  # of the speaker's weight where it was thought or meant rather than said


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence by its place in `Fields.entries`; higher scores fit better; `parts` add up to the score."""

    entry: int
    score: float
    parts: tuple[tuple[Part, float], ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first, ties newest first, then in the order the sentences were added; `coverage`: see `ANSWERED`."""

    hits: tuple[Hit, ...]
    coverage: float


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentences may answer; None for any.

    Attributes
    ----------
    entries : range | None
        Those of one article.
    articles : frozenset of int | None
        Places of the articles they may stand in.
    speakers, outlets : frozenset of int | None
        Numbers of names of which one must have said them, be cited for them or, of outlets, have published the article:
        `published` has the places of such articles.
    """

    entries: range | None = None
    speakers: frozenset[int] | None = None
    outlets: frozenset[int] | None = None
    articles: frozenset[int] | None = None
    published: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether any sentence may answer."""
        return self.entries is None and self.speakers is None and self.outlets is None and self.articles is None

    def admits(self, fields: Fields, numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which entries are of a wanted article, and their attributions of the wanted speakers and outlets."""
        entries = fields.entries
        inside = np.ones(len(numbers), np.bool_)
        if self.entries is not None:
            inside &= (numbers >= self.entries.start) & (numbers < self.entries.stop)
        if self.articles is not None:
            inside &= np.isin(entries.articles(numbers), [*self.articles])
        if self.speakers is not None:
            inside &= np.isin(numbers, entries.said_by(self.speakers))
        if self.outlets is not None:
            published = np.isin(entries.articles(numbers), [*self.published])
            inside &= published | np.isin(numbers, entries.citing(self.outlets))
        return inside


def rank(
    fields: Fields, question: Question, asked: Collection[int], scope: Scope, dates: Sequence[int], limit: int
) -> Ranking:
    """The best `limit` sentences for a question.

    `asked` are the numbers of the names that the question mentions, `dates` the day numbers of the articles'
    publication, by which ties are broken.
    """
    if not scope.is_open:
        found = fields.sentences.score(question.content)
        inside = scope.admits(fields, found.documents)
        candidates = found.documents[inside]
        candidates = candidates[_best(found.scores[inside], _CANDIDATES)]
    else:
        candidates = fields.sentences.best(question.content, _CANDIDATES).documents
    if not len(candidates):
        return Ranking((), 0.0)
    weights = _WEIGHTS
    if scope.is_open and _is_far(fields, question, candidates):
        weights = _WEIGHTS | _FAR
        candidates = np.union1d(candidates, _of_best_articles(fields, question))
    parts = {Part.WORDS: fields.sentences.lookup(question.content, candidates)} | _around(fields, question, candidates)
    rough = sum((weights[part] * values for part, values in parts.items()), np.zeros(len(candidates)))
    pool = _best(rough, max(_POOL, limit))
    candidates = candidates[pool]
    parts = {part: values[pool] for part, values in parts.items()} | _closer(fields, question, candidates)
    hits, days = [], {}
    for at, number in enumerate(candidates.tolist()):
        entry = fields.entries[number]
        all_parts = {part: weights[part] * float(values[at]) for part, values in parts.items()}
        all_parts |= _evidence(entry, question, asked)
        told = tuple((part, value) for part, value in all_parts.items() if value)
        hits.append(Hit(number, sum(value for _, value in told), told))
        days[number] = dates[entry.article]
    hits.sort(key=lambda hit: (-round(hit.score, 9), -days[hit.entry], hit.entry))
    return Ranking(tuple(hits[:limit]), _coverage(fields, question, hits[:_LOOKED_AT]))


def _is_far(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> bool:
    """Whether no sentence has much of the question's content, so that it is asked in other words."""
    rarest = math.log(len(fields.sentences) + 1)
    covered, total = np.zeros(len(candidates)), 0.0
    for term, _ in question.content:
        idf = fields.sentences.idf_of(term)
        total += idf or rarest
        covered += idf * (fields.sentences.saturation(term, candidates) > 0)
    return bool(covered.max() < _COVERED * total)


def _of_best_articles(fields: Fields, question: Question) -> NDArray[np.intp]:
    """All sentences of the articles that have most of the question's content."""
    best = fields.articles.get_top_n([term for term, _ in question.content], fields.article_ids, _ARTICLES)
    ranges = [fields.article_entries(identity) for identity in best]
    return np.concatenate([np.arange(r.start, r.stop) for r in ranges])


def _around(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> dict[Part, NDArray[np.float64]]:
    """What the paragraphs and articles of the candidates add."""
    paragraphs = fields.entries.paragraphs(candidates)
    articles, of = np.unique(fields.entries.articles(candidates), return_inverse=True)
    return {
        Part.PARAGRAPH: fields.paragraphs.lookup(question.content, paragraphs),
        Part.ARTICLE: fields.articles.lookup(question.content, articles)[of],
    }


def _closer(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> dict[Part, NDArray[np.float64]]:
    """What a closer look at the sentences themselves adds; what their content words do, by rank_bm25's own code."""
    content = [term for term, _ in question.content]
    bigrams = [(bigram, 1.0) for bigram in question.bigrams]
    return {
        Part.WORDS: np.array(fields.sentences.get_batch_scores(content, candidates, delta=0.0)),
        Part.WORDING: fields.sentences.lookup([t for t in question.terms if t[0] not in content], candidates),
        Part.ADJACENT: fields.bigrams.lookup(bigrams, candidates),
        Part.DESCRIPTION: fields.descriptions.lookup(question.content, candidates),
        Part.LOCAL: _local(fields, question, candidates),
    }


def _local(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> NDArray[np.float64]:
    """BM25 with the idf of the candidate's own article: what all of it is about does not set a sentence apart."""
    scores = np.zeros(len(candidates))
    articles = fields.entries.articles(candidates).tolist()
    ranges = [fields.article_entries(fields.article_ids[article]) for article in articles]
    starts = np.array([r.start for r in ranges], np.intp)
    ends = np.array([r.stop for r in ranges], np.intp)
    for term, weight in question.content:
        holding = fields.sentences.count_between(term, starts, ends)
        idf = np.log((ends - starts + 1) / np.maximum(holding, 1))
        scores += weight * idf * fields.sentences.saturation(term, candidates)
    return scores


def _best(scores: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Places of the `count` highest scores, those of the last one's score included, ascending."""
    if len(scores) <= count:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - count)[len(scores) - count]
    return np.flatnonzero(scores >= least)


def _evidence(entry: Entry, question: Question, asked: Collection[int]) -> dict[Part, float]:
    """What who said it, and what it has, adds."""
    found: dict[Part, float] = {}
    for said in entry.said:
        if said.speaker in asked and question.saying:
            value = _WEIGHTS[Part.SPEAKER] * (1.0 if said.said else _THINKS)
            found[Part.SPEAKER] = max(value, found.get(Part.SPEAKER, 0.0))
        if said.outlet in asked and Part.SPEAKER not in found:
            found[Part.OUTLET] = _WEIGHTS[Part.OUTLET]
    if entry.said and (question.saying or question.who):
        found[Part.ATTRIBUTED] = _WEIGHTS[Part.ATTRIBUTED]
    if question.quantity and entry.number:
        found[Part.NUMBER] = _WEIGHTS[Part.NUMBER]
    if question.time and entry.time:
        found[Part.TIME] = _WEIGHTS[Part.TIME]
    if entry.display:
        found[Part.DISPLAY] = _WEIGHTS[Part.DISPLAY]
    return found


def evidence_of(fields: Fields, question: Question, hit: Hit) -> tuple[Evidence, ...]:
    """What made the score of a hit, heaviest first, with the terms of the question that each field has."""
    entry = fields.entries[hit.entry]
    content = [term for term, _ in question.content]
    wording = [term for term, _ in question.terms if term not in content]
    looked_at: dict[Part, tuple[Postings, int, Sequence[str]]] = {
        Part.WORDS: (fields.sentences, hit.entry, content),
        Part.WORDING: (fields.sentences, hit.entry, wording),
        Part.LOCAL: (fields.sentences, hit.entry, content),
        Part.PARAGRAPH: (fields.paragraphs, entry.paragraph, content),
        Part.ARTICLE: (fields.articles, entry.article, content),
        Part.ADJACENT: (fields.bigrams, hit.entry, question.bigrams),
        Part.DESCRIPTION: (fields.descriptions, hit.entry, content),
    }
    found = []
    for part, value in hit.parts:
        terms: tuple[str, ...] = ()
        if part in looked_at:
            postings, document, wanted = looked_at[part]
            terms = tuple(term for term in wanted if postings.documents_among(term, [document]))
        found.append(Evidence(part.value, terms, value))
    return tuple(sorted(found, key=lambda evidence: -abs(evidence.score)))


def _coverage(fields: Fields, question: Question, hits: Sequence[Hit]) -> float:
    """How much of the question's content the library, the best passage of these and its article each have, and how
    far these stand together."""
    rarest = math.log(len(fields.sentences) + 1)
    weights = {
        term: fields.sentences.idf_of(term) if fields.sentences.knows(term) else rarest for term, _ in question.content
    }
    total = sum(weights.values())
    if not total:
        return 0.0
    first = fields.entries[hits[0].entry].article
    known = sum(weight for term, weight in weights.items() if fields.sentences.knows(term))
    passage = dict.fromkeys((hit.entry for hit in hits), 0.0)
    article = 0.0
    for term, weight in weights.items():
        for number in fields.sentences.documents_among(term, list(passage)):
            passage[number] += weight
        if fields.articles.documents_among(term, [first]):
            article += weight
    share = len(fields.article_entries(fields.article_ids[first])) / len(fields.sentences)
    together = sum(fields.entries[hit.entry].article == first for hit in hits) / len(hits)
    # Where one article is most of the library, standing together tells nothing: neither for an answer nor against.
    return (known + max(passage.values()) + article) / total + _TOGETHER * max(_NEUTRAL * share, together - share)

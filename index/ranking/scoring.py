"""The order of sentences for a question: BM25 over several fields, nearness of meaning, and who is asked about what.

Content words choose the candidates, these with paragraph and article a pool of them, and all parts order that. Without
an encoder the parts that it tells are left out, and the others have weights of their own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.ranking.fields import Fields
from index.ranking.parts import Part, Values, around, closer, covered, meant, ways_of
from index.ranking.query import Question, Subjects
from index.ranking.scope import Scope
from index.ranking.segments import union
from index.ranking.silence import Grounds, answers, grounds_of
from index.ranking.vectors import Meaning
from index.ranking.weights import LEXICAL, MEANINGFUL, ROUGH

_CANDIDATES = 400  # sentences whose paragraph and article are looked at
_POOL = 120  # sentences that all parts order
_COVERED = 0.35  # share of the content below which a sentence has not much of it
_ARTICLES = 3  # articles whose sentences are all looked at, by their words and by their meaning
_LACKING = 0.5  # share of the words for what a price is asked of, from which the article is about something else
_LOOKED_AT = 10  # best sentences by which it is decided whether the question is answered


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence by its place in `Fields.entries`; higher scores fit better."""

    entry: int
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first, ties newest first, then in the order the sentences were added; and whether they answer at all.

    Attributes
    ----------
    weighed : Pool
        The candidates, ascending, and the parts that add up to their scores.
    """

    hits: tuple[Hit, ...]
    grounds: Grounds | None
    answers: bool
    weighed: "Pool" = field(compare=False)

    def parts_of(self, hit: Hit) -> list[tuple[Part, float]]:
        """The parts of a hit's score that are not 0."""
        at = int(np.searchsorted(self.weighed.candidates, hit.entry))
        return [(part, float(values[at])) for part, values in self.weighed.parts.items() if values[at]]


@dataclass(frozen=True, slots=True)
class Pool:
    """N candidates and the parts of their scores, each (N,) and not weighed; those of meaning where all are known."""

    candidates: NDArray[np.intp]
    parts: Mapping[Part, Values]

    @property
    def meant(self) -> bool:
        """Whether meaning is part of it."""
        return Part.MEANING in self.parts


def rank(
    fields: Fields,
    question: Question,
    asked: Subjects,
    scope: Scope,
    dates: Sequence[int],
    limit: int,
    meaning: Meaning | None = None,
) -> Ranking:
    """The best `limit` sentences for a question.

    `asked` is whom the question names or describes, `dates` the day numbers of the articles'
    publication, by which ties are broken; `meaning` tells how near sentences and articles are to the question.
    """
    pool = pool_of(fields, question, asked, scope, meaning)
    if not len(pool.candidates):
        return Ranking((), None, answers=False, weighed=pool)
    weights = MEANINGFUL if pool.meant else LEXICAL
    weighed = {part: weights[part] * values for part, values in pool.parts.items() if part in weights}
    scores = sum(weighed.values(), np.zeros(len(pool.candidates)))
    days = np.array([dates[article] for article in fields.entries.articles(pool.candidates).tolist()])
    order = np.lexsort((pool.candidates, -days, -np.round(scores, 9)))[:limit].tolist()
    hits = tuple(map(Hit, pool.candidates[order].tolist(), scores[order].tolist()))
    best = order[:_LOOKED_AT]
    parts = {part: values[best] for part, values in pool.parts.items()}
    grounds = grounds_of(fields, question, pool.candidates[best], hits[0].score, parts)
    bound = Part.LACKING not in parts or parts[Part.LACKING][0] < _LACKING
    return Ranking(hits, grounds, bound and answers(grounds, meant=pool.meant), Pool(pool.candidates, weighed))


def pool_of(
    fields: Fields, question: Question, asked: Subjects, scope: Scope, meaning: Meaning | None, size: int = _POOL
) -> Pool:
    """The candidates that are worth a closer look, at least `size` of them if there are so many."""
    near = fields.articles.best(question.content, _ARTICLES).documents
    said = _said_by_asked(fields, asked, near)
    candidates = _candidates(fields, question, scope, meaning, near, said)
    if not len(candidates):
        return Pool(candidates, {})
    told = meant(fields, meaning, candidates) if meaning is not None else {}
    if told is None:  # a vector is lacking, and sentences with one would be measured by more than those without
        return pool_of(fields, question, asked, scope, None, size)
    parts = around(fields, question, candidates) | told
    rough = sum((ROUGH[part] * values for part, values in parts.items() if part in ROUGH), np.zeros(len(candidates)))
    rough += ROUGH[Part.SPEAKER] * np.isin(candidates, said)
    kept = _best(rough, size)
    candidates = candidates[kept]
    return Pool(
        candidates, {part: values[kept] for part, values in parts.items()} | closer(fields, question, asked, candidates)
    )


def _candidates(
    fields: Fields,
    question: Question,
    scope: Scope,
    meaning: Meaning | None,
    near: NDArray[np.intp],
    said: NDArray[np.intp],
) -> NDArray[np.intp]:
    """The sentences with most of the question's content, those `said` by whom it asks, and, where it is asked in other
    words or meaning counts, all those of the articles `near` it by words or by meaning; ascending."""
    wanted = question.content + question.others
    if scope.is_open:
        found = union(fields.sentences.best(wanted, _CANDIDATES).documents, said)
    else:
        matching = fields.sentences.score(wanted)
        inside = scope.admits(fields, matching.documents)
        found = matching.documents[inside]
        found = found[_best(matching.scores[inside], _CANDIDATES)]
    if meaning is None and not _is_far(fields, question, found):
        return found
    if scope.entries is not None:
        whole = np.arange(scope.entries.start, scope.entries.stop)
    else:
        nearest = meaning.nearest_articles(_ARTICLES) if meaning is not None else near[:0]
        whole = _sentences(fields, [*near.tolist(), *nearest.tolist()])
    return union(found, whole[scope.admits(fields, whole)])


def _is_far(fields: Fields, question: Question, found: NDArray[np.intp]) -> bool:
    """Whether the question is asked in other words: some sentences have a little of its content, none has much."""
    if not len(found):
        return False
    return bool(covered(fields.sentences, ways_of(fields, question), found).max() < _COVERED)


def _sentences(fields: Fields, articles: Collection[int]) -> NDArray[np.intp]:
    """All sentences of articles."""
    ranges = [fields.article_entries(fields.article_ids[article]) for article in articles]
    return np.concatenate([np.zeros(0, np.intp), *(np.arange(r.start, r.stop) for r in ranges)])


def _said_by_asked(fields: Fields, asked: Subjects, articles: NDArray[np.intp]) -> NDArray[np.intp]:
    """What whoever is asked says in some articles."""
    found = []
    for article in articles.tolist() if asked.someone else ():
        speakers = asked.speakers | asked.described.get(article, {}).keys()
        entries = fields.article_entries(fields.article_ids[article])
        said = fields.entries.said_by(speakers) if speakers else np.zeros(0, np.intp)
        found.append(said[(said >= entries.start) & (said < entries.stop)])
    return np.concatenate(found) if found else np.zeros(0, np.intp)


def _best(scores: Values, count: int) -> NDArray[np.intp]:
    """Places of the `count` highest scores, those of the last one's score included, ascending."""
    if len(scores) <= count:
        return np.arange(len(scores))
    least = np.partition(scores, len(scores) - count)[len(scores) - count]
    return np.flatnonzero(scores >= least)

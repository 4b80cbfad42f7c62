"""Whether the best sentences answer a question at all, or silence is better.

One decision over how much of what is asked the library, the best passages and their article have, how far these stand
together in one article more than chance would have it, and how near they are to what is meant.
"""

import math
from collections.abc import Mapping
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.fields import Fields
from index.ranking.parts import Part, Values, covered, ways_of
from index.ranking.query import Question

_FEWEST = 40  # sentences that a library counts for at least
_NEUTRAL = 0.3  # of an article's share of the library, what standing together counts for at least

# Of the figures of `Grounds` in their order, and what they come to at least where there is an answer: fitted by
# ``python -m tests.quality.weights``, so that 197 of 200 questions with an answer are answered.
_LEXICAL = (2.36, 6.24, 1.37, 1.07, 0.24, 0.0, 0.0, 0.0, -0.65)
_LEAST_LEXICAL = 1.61
_MEANINGFUL = (2.06, 3.84, 2.24, 1.14, 0.18, 6.94, 0.08, 2.62, -0.5)
_LEAST_MEANINGFUL = 7.87


@dataclass(frozen=True, slots=True)
class Grounds:
    """How far the best sentences go towards an answer; shares are of the idf of the question's content.

    Attributes
    ----------
    known : float
        Share that any sentence of the library has.
    passage : float
        Share that the best of the sentences has.
    article : float
        Share that the article of the first has.
    together : float
        Share of the sentences that stand in that article, above chance.
    score : float
        Of the first.
    nearest, about, headline : float
        The highest cosine of the question with one of the sentences, and its cosines with the article of the first and
        with what that begins with; 0 without meaning.
    size : float
        Of the library, the logarithm of its sentences: where there are few, no word is rare, and scores are low.
    """

    known: float
    passage: float
    article: float
    together: float
    score: float
    nearest: float
    about: float
    headline: float
    size: float


def answers(grounds: Grounds, *, meant: bool) -> bool:
    """Whether to answer, with or without meaning."""
    weights, least = (_MEANINGFUL, _LEAST_MEANINGFUL) if meant else (_LEXICAL, _LEAST_LEXICAL)
    return float(np.dot(weights, astuple(grounds))) >= least


def grounds_of(
    fields: Fields, question: Question, best: NDArray[np.intp], score: float, parts: Mapping[Part, Values]
) -> Grounds:
    """The grounds of a question by its best sentences, best first, at least one, with the parts of their scores, not
    weighed, and the score of the first."""
    ways = ways_of(fields, question)
    total = sum(way.weight for way in ways) or 1.0
    articles = fields.entries.articles(best)
    first = int(articles[0])
    entries = fields.article_entries(fields.article_ids[first])
    share = len(entries) / len(fields.sentences)
    return Grounds(
        sum(way.weight for way in ways if way.phrases) / total,
        float(parts[Part.COVERED].max()),
        float(covered(fields.articles, ways, articles[:1])[0]),
        # Where one article is most of the library, standing together tells nothing: neither for an answer nor against.
        max(_NEUTRAL * share, float((articles == first).mean()) - share),
        score,
        float(parts[Part.MEANING].max()) if Part.MEANING in parts else 0.0,
        float(parts[Part.ABOUT][0]) if Part.ABOUT in parts else 0.0,
        float(parts[Part.HEADLINE][0]) if Part.HEADLINE in parts else 0.0,
        math.log(max(len(fields.sentences), _FEWEST)),
    )

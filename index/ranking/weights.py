"""The weights of the parts of a score.

Fitted by ``python -m tests.quality.weights``, listwise (the probability that softmax gives to the sentences that
answer), on questions that people wrote from headlines alone and on others whose writers had read the text; but those
of `FATE`, `TELLING`, `LACKING` and `ELSEWHERE` are set, for too few of these questions have such parts.
"""

from collections.abc import Mapping
from types import MappingProxyType

from index.ranking.parts import Part

ROUGH: Mapping[Part, float] = MappingProxyType(
    {
        Part.WORDS: 1.0,
        Part.PARAGRAPH: 0.25,
        Part.ARTICLE: 1.0,
        Part.MEANING: 20.0,
        Part.ABOUT: 20.0,
        Part.SPEAKER: 2.0,
    }
)
"""Of the first look, which chooses the pool."""

LEXICAL: Mapping[Part, float] = MappingProxyType(
    {
        Part.WORDS: -0.26,
        Part.COVERED: 5.04,
        Part.SUBJECT: -0.03,
        Part.ALIKE: -0.12,
        Part.WORDING: 0.60,
        Part.PARAGRAPH: 0.08,
        Part.ARTICLE: 0.75,
        Part.LOCAL: 0.53,
        Part.ADJACENT: 0.02,
        Part.COUNTED: 0.39,
        Part.FATE: 3.0,
        Part.TELLING: 6.0,
        Part.LACKING: -6.0,
        Part.DESCRIPTION: 0.03,
        Part.SPEAKER: 2.63,
        Part.BEARER: 4.17,
        Part.ANOTHER: 0.57,
        Part.ELSEWHERE: -6.0,
        Part.OUTLET: 0.10,
        Part.BESIDE: -0.55,
        Part.ATTRIBUTED: 0.12,
        Part.NUMBER: 2.21,
        Part.TIME: 2.17,
        Part.REASON: 1.17,
        Part.WHERE: 2.33,
        Part.INTRODUCED: 2.14,
        Part.DISPLAY: -3.49,
        Part.ASKS: -2.61,
        Part.LENGTH: 0.13,
        Part.DEPTH: -0.39,
        Part.LEAD: -0.27,
    }
)
"""By words alone. That `WORDS` counts against a sentence is no slip: what is rare counts in `COVERED`, what sets the
sentence apart in `LOCAL`, and what is left is the length of the question."""

MEANINGFUL: Mapping[Part, float] = MappingProxyType(
    {
        Part.WORDS: -0.39,
        Part.COVERED: 3.92,
        Part.SUBJECT: -0.16,
        Part.ALIKE: -0.29,
        Part.WORDING: 0.41,
        Part.PARAGRAPH: 0.08,
        Part.ARTICLE: 0.44,
        Part.LOCAL: 0.55,
        Part.ADJACENT: 0.03,
        Part.COUNTED: 0.12,
        Part.FATE: 3.0,
        Part.TELLING: 6.0,
        Part.LACKING: -6.0,
        Part.DESCRIPTION: 0.02,
        Part.MEANING: 19.19,
        Part.BEFORE: 2.35,
        Part.ABOUT: 2.34,
        Part.HEADLINE: 5.23,
        Part.SPEAKER: 2.09,
        Part.BEARER: 3.97,
        Part.ANOTHER: 0.32,
        Part.ELSEWHERE: -6.0,
        Part.OUTLET: 0.81,
        Part.BESIDE: -0.65,
        Part.ATTRIBUTED: 0.46,
        Part.NUMBER: 1.35,
        Part.TIME: 1.65,
        Part.REASON: 1.50,
        Part.WHERE: 1.73,
        Part.INTRODUCED: 1.56,
        Part.DISPLAY: -3.71,
        Part.ASKS: -2.24,
        Part.LENGTH: 0.16,
        Part.DEPTH: -0.08,
        Part.LEAD: -0.10,
    }
)
"""With the encoder."""

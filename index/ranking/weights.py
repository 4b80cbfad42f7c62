"""The weights of the parts of a score.

Fitted by ``python -m tests.quality.weights``, listwise (the probability that softmax gives to the sentences that
answer), on questions that people wrote from headlines alone and on others whose writers had read the text.
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
        Part.WORDS: -0.23,
        Part.COVERED: 4.26,
        Part.SUBJECT: -0.01,
        Part.ALIKE: -0.09,
        Part.WORDING: 0.62,
        Part.PARAGRAPH: 0.09,
        Part.ARTICLE: 0.74,
        Part.LOCAL: 0.54,
        Part.ADJACENT: 0.01,
        Part.COUNTED: 0.41,
        Part.DESCRIPTION: 0.04,
        Part.SPEAKER: 2.76,
        Part.BEARER: 4.05,
        Part.ANOTHER: 0.69,
        Part.OUTLET: 0.27,
        Part.BESIDE: -0.38,
        Part.ATTRIBUTED: 0.05,
        Part.NUMBER: 2.13,
        Part.TIME: 2.43,
        Part.REASON: 1.37,
        Part.WHERE: 2.41,
        Part.INTRODUCED: 2.23,
        Part.DISPLAY: -4.29,
        Part.ASKS: -2.31,
        Part.LENGTH: 0.33,
        Part.DEPTH: -0.53,
        Part.LEAD: -0.40,
    }
)
"""By words alone. That `WORDS` counts against a sentence is no slip: what is rare counts in `COVERED`, what sets the
sentence apart in `LOCAL`, and what is left is the length of the question."""

MEANINGFUL: Mapping[Part, float] = MappingProxyType(
    {
        Part.WORDS: -0.40,
        Part.COVERED: 3.77,
        Part.SUBJECT: -0.17,
        Part.ALIKE: -0.25,
        Part.WORDING: 0.42,
        Part.PARAGRAPH: 0.08,
        Part.ARTICLE: 0.42,
        Part.LOCAL: 0.56,
        Part.ADJACENT: 0.03,
        Part.COUNTED: 0.14,
        Part.DESCRIPTION: 0.03,
        Part.MEANING: 18.24,
        Part.BEFORE: 2.32,
        Part.ABOUT: 2.26,
        Part.HEADLINE: 4.96,
        Part.SPEAKER: 1.90,
        Part.BEARER: 3.77,
        Part.ANOTHER: 0.28,
        Part.OUTLET: 0.49,
        Part.BESIDE: -0.52,
        Part.ATTRIBUTED: 0.53,
        Part.NUMBER: 1.29,
        Part.TIME: 0.85,
        Part.REASON: 1.63,
        Part.WHERE: 1.89,
        Part.INTRODUCED: 1.46,
        Part.DISPLAY: -4.17,
        Part.ASKS: -2.49,
        Part.LENGTH: 0.35,
        Part.DEPTH: -0.09,
        Part.LEAD: -0.23,
    }
)
"""With the encoder."""

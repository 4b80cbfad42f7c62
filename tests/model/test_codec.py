"""Spans and attributions as JSON has them: the same values in the same order for ever, and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from index.model.article import Act, Attribution, ContentKind, Span, SpeakerType
from index.model.codec import attribution_from_json, attribution_to_json

SPANS = st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda drawn: Span(drawn[0], drawn[0] + drawn[1]))
ATTRIBUTIONS = st.builds(
    Attribution,
    st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    st.none() | SPANS,
    st.none() | SPANS,
    st.none() | st.text(),
    st.none() | st.sampled_from(SpeakerType),
    st.none() | st.text(),
    st.sampled_from(ContentKind),
    st.sampled_from(Act),
    st.text(),
)


@given(ATTRIBUTIONS)
def test_every_attribution_comes_back_from_json(found: Attribution) -> None:
    assert attribution_from_json(json.loads(json.dumps(attribution_to_json(found)))) == found


def test_the_order_of_values_is_that_of_every_database() -> None:
    found = Attribution(
        (Span(1, 4), Span(9, 12)),
        Span(5, 8),
        None,
        "Ada",
        SpeakerType.PERSON,
        "The Post",
        ContentKind.MIXED,
        Act.SAID,
        "x",
    )
    words = '[[[1, 4], [9, 12]], [5, 8], null, "Ada", "person", "The Post", "mixed", "said", "x"]'
    assert json.dumps(attribution_to_json(found)) == words
    assert attribution_from_json(json.loads(words)) == found

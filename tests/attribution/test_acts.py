"""What was said is told from what was only done, thought or felt."""

import pytest

from index import annotate, read_text
from index.attribution.acts import ActModel, features, load_acts, root
from index.model.article import Act, Attribution, Span, SpeakerType

TEXT = "Ana Ruiz said the bridge would stay shut."
SAID = Attribution(
    (Span(14, 40),), Span(9, 13), Span(0, 8), "Ana Ruiz", SpeakerType.PERSON, None, "indirect", Act.SAID, "frame"
)


def claims(text: str) -> list[str]:
    """The words that are shown as said."""
    found = annotate(read_text(text, title="")).attributions
    return [text[span.start : span.end] for a in found if a.act is Act.SAID for span in a.content]


@pytest.mark.parametrize(
    "text",
    [
        "Piet Holm called a taxi and waited under the bridge.",
        "Dan Roe blocked a shot late in the second half, and the crowd went home.",
        "The surgeon ordered a chest X-ray before she went home.",
        "Tollan is known for its mills and for the fog of its mornings.",
        "The company did not respond to a request for comment on Friday.",
        "The board has not disclosed the price of the ferry.",
        "Ada Voss wrote a novel about the harbour in 1998.",
        "Ama Ruiz added salt to the soup and closed the lid.",
        "Mira Kohl discussed the budget with the mayor for an hour.",
        "Many of us have noticed that we seem to get our best ideas when we are in the shower.",
        "The pier is old, while others may argue that the money would be better spent on the bus.",
        "Critics might say that the pier was a folly from the first day.",
        "I found that the long combos of the game are even more deadly than the short ones.",
        "The agency is also looking to the private sector to build crewed ferries.",
    ],
)
def test_what_was_only_done(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Piet Holm called the taxi fares “a scandal.”", "a scandal"),
        ("The surgeon said that a chest X-ray had been ordered.", "a chest X-ray had been ordered"),
        ("The company said it would not respond to rumours.", "it would not respond to rumours"),
        ("Ama Ruiz added that the soup had been cold.", "the soup had been cold"),
        ("The club announced that a new manager would start in June.", "a new manager would start in June"),
        ("Mira Kohl denied that the budget had been discussed.", "the budget had been discussed"),
    ],
)
def test_what_was_said(text: str, content: str) -> None:
    (said,) = claims(text)
    assert content in said


def test_a_likelihood_settles_the_act() -> None:
    def settled(bias: float) -> Attribution | None:
        return ActModel({}, bias, said=0.4, something=0.05).settle(TEXT, SAID)

    assert settled(0.0) == SAID
    thought = settled(-1.0)
    assert thought is not None
    assert thought.act is Act.THOUGHT
    assert settled(-5.0) is None


def test_the_shipped_model_weighs_what_is_told_of_an_attribution() -> None:
    told = set(features(TEXT, SAID))
    assert {"act said", "kind indirect", "quoted none", "verb said", "place after none"} <= told
    assert load_acts().likelihood(TEXT, SAID) > 0.9
    assert told & load_acts().weights.keys()


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("announces", "announc"), ("announced", "announc"), ("denies", "deny"), ("denied", "deny"), ("telling", "tell")],
)
def test_the_root_of_a_verb(verb: str, expected: str) -> None:
    assert root(verb) == expected

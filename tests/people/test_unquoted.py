"""Whoever is mentioned and never quoted is met with silence that says so, not with another's words."""

import pytest

from index import Library, SilenceReason

ARTICLES = {
    "ferry": """Ferry strike goes on

Talks between the ferry company and its crews collapsed on Friday over night shifts.

“We will not sail at night,” said the crews' leader, Bodil Krag. Viktor Dahlin called for a vote of all crews.

The mayor, Liv Osen, was not there. Transport Minister Aksel Moen watched from afar, and the queen, who was to open the
new pier, stayed away. Governor Nils Harvik saw the pier.
""",
    "pitch": """Sund keeps its pitch

The grass of Sund will be mown by hand, groundsman Jon Tveit said. “It is not a carpet,” he said.

The coach told the fans to keep off. Striker Astrid Noll pressed Tveit to water it less.
""",
}


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did moen say about the talks", "moen"),
        ("what does osen think of the pier", "osen"),
        ("what does Harvik want", "Harvik"),
        ("what did liv osen say", "liv osen"),
        ("what did the queen say", "the queen"),
        ("what did the queen say about the pier", "the queen"),
        ("what did the governor say about the pier", "the governor"),
    ],
)
def test_somebody_who_is_mentioned_and_never_quoted(library: Library, question: str, speaker: str) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert (silence.reason, silence.subject) == (SilenceReason.UNKNOWN_SPEAKER, speaker)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("what did krag say", "We will not sail"),
        ("what did the groundsman say about the grass", "mown by hand"),
        ("what did noll say to tveit", "pressed Tveit"),  # not known to say anything, yet she does
        ("what did the coach say", "keep off"),
        ("what does dahlin want", "a vote of all crews"),
        ("did moen watch the talks", "watched from afar"),
        ("what did the crews say about night shifts", "night"),
    ],
)
def test_whoever_may_have_said_it_is_shown(library: Library, question: str, shown: str) -> None:
    assert any(shown in passage.text for passage in library.ask(question).passages)

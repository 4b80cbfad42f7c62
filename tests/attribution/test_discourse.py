"""Whom "he" and "she" mean, by kinds of discourse; in doubt nobody."""

import pytest

from index import annotate, read_text
from index.attribution.coreference.discourse import FEATURES, load_weights

_QUOTED_BEFORE = "“The pier holds,” said Peter Lind, the harbour master. "
_HER_BEFORE = "“The pier holds,” said Petra Lind, the harbour master. "


def speaker(text: str) -> str | None:
    """Who says the last quotation of a text."""
    return annotate(read_text(text, title="")).attributions[-1].speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_QUOTED_BEFORE + "Thomas Reed, an engineer, disagreed. “It leaks,” he said.", "Thomas Reed"),
        (_QUOTED_BEFORE + "\n\nThomas Reed shook his head. “It leaks,” he said.", "Thomas Reed"),
        (_HER_BEFORE + "Its engineer, Mona Reed, took the other view. “It leaks,” she said.", "Mona Reed"),
        (_QUOTED_BEFORE + "Mona Reed, an engineer, disagreed. “It leaks,” she said.", "Mona Reed"),
        (_QUOTED_BEFORE + "Mona Reed, an engineer, was away. “It holds,” he said.", "Peter Lind"),
        (_QUOTED_BEFORE + "“It always has,” he added.", "Peter Lind"),
        (_QUOTED_BEFORE + "Lakvinder Roy, an engineer, said it did not. “It leaks,” he said.", "Lakvinder Roy"),
        (_QUOTED_BEFORE + "Lakvinder Roy’s son said it did not. “It leaks,” he said.", "Lakvinder Roy’s son"),
        ("Ana Ruiz met Clara Voss at the pier on Monday. “It leaks,” she said.", "Ana Ruiz"),
        (
            "Bo Marsh, who built it, was killed in May, police said. Peter Lind found him. “He was cold,” he said.",
            "Peter Lind",
        ),
    ],
)
def test_a_pronoun_means_who_the_reader_thinks_of(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        _QUOTED_BEFORE + "“It leaks,” she said.",
        "“It leaks,” he said. Nobody else was there.",
    ],
)
def test_nobody_of_the_other_gender(text: str) -> None:
    assert speaker(text) is None


def test_every_feature_has_its_weight() -> None:
    assert len(load_weights()) == len(FEATURES) == len(set(FEATURES))

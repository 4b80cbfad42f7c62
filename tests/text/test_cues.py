"""Cues: every form of a verb, under the act that it reports."""

import pytest

from index import Act
from index.text.cues import cue_acts


@pytest.mark.parametrize(
    ("forms", "act"),
    [
        ("say says said saying", Act.SAID),
        ("deny denies denied denying", Act.SAID),
        ("agree agrees agreed agreeing", Act.SAID),
        ("confess confesses confessed confessing", Act.SAID),
        ("quip quips quipped quipping", Act.SAID),
        ("write writes wrote written writing", Act.SAID),
        ("believe believes believed believing", Act.THOUGHT),
        ("foresee foresees foresaw foreseen", Act.THOUGHT),
        ("hope hopes hoped hoping", Act.INTENDED),
        ("try tries tried trying", Act.INTENDED),
        ("plan plans planned planning", Act.INTENDED),
    ],
)
def test_forms(forms: str, act: Act) -> None:
    assert {cue_acts().get(form) for form in forms.split()} == {act}


def test_what_may_be_said_as_well_as_thought_was_said() -> None:
    assert cue_acts()["doubted"] is Act.THOUGHT
    assert cue_acts()["considered"] is Act.THOUGHT  # and intended
    assert cue_acts()["imagined"] is Act.THOUGHT
    assert cue_acts()["suggested"] is Act.SAID


@pytest.mark.parametrize("word", ["ran", "sayed", "planed", "the", "Said"])
def test_other_words_report_nothing(word: str) -> None:
    assert word not in cue_acts()

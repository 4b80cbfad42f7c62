"""What is known of articles is the same when it has been saved, and nothing damaged is taken over."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.article import SpeakerType
from index.people.profiles import Profile, from_json, to_json
from index.people.uses import Use

WORDS = st.text(max_size=8)
USES = st.builds(Use, st.sampled_from(SpeakerType), st.integers(1, 90), st.lists(WORDS, max_size=4).map(tuple))
PROFILES = st.builds(
    Profile,
    st.integers(1, 10**12),
    st.none() | st.dates(),
    st.none() | WORDS,
    st.dictionaries(WORDS, USES, max_size=4),
    st.frozensets(WORDS, max_size=3),
)

TWO = {
    "pier": Profile(
        7,
        date(2024, 5, 3),
        "The Post",
        {
            "Ada Lind": Use(SpeakerType.PERSON, 2, ("harbour", "master")),
            "Port of Tollan": Use(SpeakerType.ORGANISATION, 1),
        },
        frozenset({"The Post"}),
    ),
    "ferry": Profile(8, None, None, {"Ada Lind": Use(SpeakerType.PERSON, 1, ("mayor",))}, frozenset()),
}


@given(st.dictionaries(WORDS, PROFILES, max_size=4))
def test_profiles_are_saved(profiles: dict[str, Profile]) -> None:
    found, uses = from_json(json.loads(json.dumps(to_json(profiles))))
    assert [*found] == [*profiles]
    for (article, saved), profile in zip(found.items(), profiles.values(), strict=True):
        assert [*saved.uses.items()] == [*profile.uses.items()]
        assert replace(saved, uses=profile.uses) == profile
        for name, use in profile.uses.items():
            assert uses.said(name)[article] == replace(use, called=())
    assert to_json(found) == to_json(profiles)


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found["names"].pop(),
        lambda found: found["stems"].pop(),
        lambda found: found["called"].pop(),
        lambda found: found["called"].__setitem__(0, -1),
        lambda found: found["uses"].__setitem__(1, 4),
        lambda found: found["uses"].pop(),
        lambda found: found["uses"].__setitem__(3, -1),
        lambda found: found["articles"][0].__setitem__(4, 1),
        lambda found: found["articles"][0].__setitem__(4, -1),
        lambda found: found["names"].__setitem__(0, 5),
        lambda found: found.pop("uses"),
    ],
)
def test_what_is_damaged_is_refused(damage: Callable[[dict[str, Any]], object]) -> None:
    found = to_json(TWO)
    damage(found)
    with pytest.raises((ValueError, KeyError)):
        from_json(found)

"""Who speaks in a saved index: nothing damaged is taken over."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from index.model.article import SpeakerType
from index.people import enrolment
from index.people.profiles import Profile
from index.people.roster import roster_of
from index.people.uses import Use

PERSON, BODY = SpeakerType.PERSON, SpeakerType.ORGANISATION
PROFILES = {
    "pier": Profile(
        7, None, None, {"Ada Lind": Use(PERSON, 2), "Port of Tollan": Use(BODY, 1)}, frozenset({"The Post"})
    ),
    "ferry": Profile(8, None, None, {"Lind": Use(PERSON, 1), "Quan Meilin": Use(PERSON, 1)}, frozenset()),
}


def told() -> dict[str, list[Any]]:
    roster = roster_of(PROFILES)
    found: dict[str, list[Any]] = json.loads(json.dumps(enrolment.to_json(roster.speakers(()), roster.named())))
    return found


def test_what_is_known_of_names_comes_back() -> None:
    roster = roster_of(PROFILES)
    found = enrolment.from_json(told(), lambda _: {})
    assert found.speakers == roster.speakers(())
    assert found.named() == roster.named()
    assert found.named()["Lind"] == enrolment.Named(PERSON, 1, "lind", "Ada Lind", None)
    assert found.named()["Quan Meilin"].first == "quan"


@pytest.mark.parametrize("column", ["names", "bearers", "types", "quotes", "keys", "fullest", "firsts"])
@pytest.mark.parametrize(
    "damage", [lambda values: values.pop(), lambda values: values.append(0), lambda values: values.clear()]
)
def test_columns_of_other_lengths_are_refused(column: str, damage: Callable[[list[Any]], object]) -> None:
    found = told()
    damage(found[column])
    with pytest.raises((ValueError, TypeError, IndexError)):
        enrolment.from_json(found, lambda _: {})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((column, number) for column in ("bearers", "types", "fullest") for number in (-1, 9)),
        ("names", 5),
        ("keys", None),
        ("firsts", 5),
        ("quotes", "many"),
        ("people", ["Ada Lind"]),
    ],
)
def test_places_of_nothing_are_refused(column: str, value: object) -> None:
    found = told()
    found[column][0] = value
    with pytest.raises((ValueError, TypeError, IndexError)):
        enrolment.from_json(found, lambda _: {})

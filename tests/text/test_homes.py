"""Places that a description names, by their names, their people and the seats of their governments."""

import pytest

from index.text.homes import home_in, others_than
from index.text.terms import stems_of, terms_of


@pytest.mark.parametrize(
    ("words", "other", "at"),
    [
        ("the french president", "France", range(1, 2)),
        ("the south korean president", "South Korea", range(1, 3)),
        ("the president of the united states", "American", range(4, 6)),
        ("the new jersey governor", "New Jersey", range(1, 3)),
        ("the british spokesman", "Downing Street", range(1, 2)),
        ("us president", "White House", range(1)),
    ],
)
def test_a_place_by_any_of_its_names(words: str, other: str, at: range) -> None:
    found = home_in([*terms_of(words)])
    assert found is not None
    assert tuple(stems_of(other)) in found[0]
    assert found[1] == at


def test_a_seat_stands_for_its_country_where_it_governs() -> None:
    beijing = [*terms_of("beijing")]
    town, government = home_in(beijing), home_in(beijing, governing=True)
    assert town is not None
    assert government is not None
    assert tuple(stems_of("China")) in government[0] - town[0]


def test_no_place() -> None:
    assert home_in([*terms_of("the harbour master")]) is None


def test_what_tells_of_other_places() -> None:
    french, dakotan = (home_in([*terms_of(words)]) for words in ("french", "south dakota"))
    assert french is not None
    assert dakotan is not None
    others = others_than(french[0])
    assert others.tell(["german", "chancellor"])
    assert others.tell(["south", "korea"])
    assert not others.tell(stems_of("the French minister of European affairs"))
    assert others_than(dakotan[0]).tell(stems_of("North Dakota"))
    assert not others_than(dakotan[0]).tell(stems_of("South Dakota"))

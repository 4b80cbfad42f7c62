"""Moderators' rules over the names of a library, in the order in which they were made."""

import pytest

from index.model.moderation import NameRule, NameRuleKind
from index.people.profiles import rule

NAMES = {"Rhea Olsen": "Rhea Olsen", "R. Olsen": "Rhea Olsen", "Bo Marsh": "Bo Marsh"}


def ruled(*rules: tuple[NameRuleKind, tuple[str, ...], str]) -> dict[str, str]:
    made = [NameRule(number, *one) for number, one in enumerate(rules, 1)]
    found = rule(NAMES, made)
    assert found.shown.items() <= found.canonical.items()
    return found.canonical


MERGED = NameRuleKind.MERGE, ("Bo Marsh",), "Rhea Olsen"
RENAMED = NameRuleKind.RENAME, ("Rhea Olsen",), "Dr. Olsen"
SPLIT = NameRuleKind.SPLIT, ("Rhea Olsen",), "R. Olsen"


def test_without_rules_names_stay_as_they_were_joined() -> None:
    assert ruled() == NAMES
    assert rule(NAMES, ()).shown == {}


def test_rules_apply_in_order_each_over_what_the_last_left() -> None:
    assert ruled(MERGED) == dict.fromkeys(NAMES, "Rhea Olsen")
    assert ruled(MERGED, RENAMED) == dict.fromkeys(NAMES, "Dr. Olsen")
    assert ruled(RENAMED, MERGED) == dict.fromkeys(NAMES, "Dr. Olsen")
    assert ruled(MERGED, RENAMED, SPLIT) == {"Rhea Olsen": "Dr. Olsen", "R. Olsen": "R. Olsen", "Bo Marsh": "Dr. Olsen"}


def test_who_is_split_from_the_name_shown_leaves_the_longest_of_the_others() -> None:
    parted = ruled((NameRuleKind.SPLIT, ("Rhea Olsen",), "Rhea Olsen"))
    assert parted == {"Rhea Olsen": "Rhea Olsen", "R. Olsen": "R. Olsen", "Bo Marsh": "Bo Marsh"}


@pytest.mark.parametrize("kind", NameRuleKind)
def test_a_rule_about_names_that_no_article_has_does_nothing(kind: NameRuleKind) -> None:
    assert ruled((kind, ("Ines Calder",), "I. Calder")) == NAMES


def test_a_name_that_a_rule_gave_and_a_later_one_took_away_is_its_bearers_still() -> None:
    def former(*rules: tuple[NameRuleKind, tuple[str, ...], str]) -> dict[str, str]:
        return rule(NAMES, [NameRule(number, *one) for number, one in enumerate(rules, 1)]).former

    again = NameRuleKind.RENAME, ("Dr. Olsen",), "Rhea Olsen-Lund"
    into = NameRuleKind.MERGE, ("Dr. Olsen",), "Bo Marsh"
    assert former(RENAMED) == {}
    assert former(RENAMED, again) == {"Dr. Olsen": "Rhea Olsen-Lund"}
    assert former(RENAMED, into) == {"Dr. Olsen": "Bo Marsh"}
    assert former(RENAMED, again, (NameRuleKind.MERGE, ("Rhea Olsen-Lund",), "Bo Marsh")) == dict.fromkeys(
        ["Dr. Olsen", "Rhea Olsen-Lund"], "Bo Marsh"
    )
    assert former(RENAMED, again, (NameRuleKind.RENAME, ("Rhea Olsen-Lund",), "Dr. Olsen")) == {
        "Rhea Olsen-Lund": "Dr. Olsen"
    }

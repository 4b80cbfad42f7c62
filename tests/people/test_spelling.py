"""Misspelt words are taken for the one word they can be meant for, or for none."""

import pytest

from index.people.spelling import is_slip, nearest_term

KNOWN = ["timet", "mayor", "scholz", "ferri", "committe", "harbour", "harmour"]


@pytest.mark.parametrize(
    ("term", "meant"),
    [
        ("sholz", "scholz"),
        ("scholtz", "scholz"),
        ("comitte", "committe"),
        ("commitee", "committe"),
        ("majr", None),
        ("harvour", None),
        ("xolz", None),
        ("2024", None),
        ("penguin", None),
        ("schloz", "scholz"),
    ],
)
def test_nearest(term: str, meant: str | None) -> None:
    assert nearest_term(term, KNOWN) == meant


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("econmi", "economi", True),
        ("veteren", "veteran", True),
        ("receiev", "receive", True),
        ("columnist", "communist", False),
        ("painter", "printer", False),
        ("passport", "password", False),
        ("fauci", "fanci", False),
    ],
)
def test_slips(typed: str, meant: str, slip: bool) -> None:
    assert is_slip(typed, meant) is slip

"""Misspelt words are taken for the one word they can be meant for, or for none."""

import pytest

from index.ranking.query import nearest_term

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
    ],
)
def test_nearest(term: str, meant: str | None) -> None:
    assert nearest_term(term, KNOWN) == meant

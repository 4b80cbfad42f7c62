"""Whom a message names: names, titles and roles beside a quotation; no other word, and nobody who is denied."""

from itertools import pairwise

import pytest

from index.people.identity import parse_name
from index.people.register import Known
from index.tracing.claims import claimed
from index.tracing.message import excerpts

NAMES = ("Maren Holt", "Ilse Brandt", "Tobias Renn", "Saltmere Harbour Trust")
KNOWN = Known(
    {name: name for name in NAMES},
    frozenset(word.lower() for name in NAMES for word in name.split()),
    frozenset(parse_name(name).family for name in NAMES[:3]),
    frozenset(pair for name in NAMES for pair in pairwise(name.lower().split())),
)  # fmt: skip


def named(message: str) -> str | None:
    found = claimed(excerpts(message)[0], KNOWN)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    "before",
    [
        "Note", "TIL", "EDIT", "P.S.", "Hot take", "Breaking News", "Quote of the day", "My favourite line", "Hinweis",
        "https://courier.example/a", "Reality check", "Guter Satz", "<@123456789012345678>", "@sam",
        "My mum sent me this",
    ],
)  # fmt: skip
def test_what_stands_before_a_colon_need_be_nobody(before: str) -> None:
    assert named(f"{before}: “The channel will be closed at night”") is None


@pytest.mark.parametrize("after", ["- Legend", "– Amen 🙏", "- best one so far", "~ me", "(sic)", "- Mic drop"])
def test_what_stands_behind_a_dash_need_be_nobody(after: str) -> None:
    assert named(f"“The channel will be closed at night” {after}") is None


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("lol maren holt: “It is closed”", "maren holt"),
        ("the harbour master, Maren Holt: “It is closed”", "Maren Holt"),
        ("“It is closed” – Kapitänin Holt, Saltmere", "Kapitänin Holt"),
        ("so the guild leader Ilse Brandt said “It is closed”", "leader Ilse Brandt"),
        ("the head of the Saltmere Harbour Trust, Maren Holt, said “It is closed”", "Maren Holt"),
        ("The mayor of Saltmere said “It is closed”", "The mayor of Saltmere"),
        ("“It is closed” (Winston Churchill)", "Winston Churchill"),
        ("The BBC says “It is closed”", "BBC"),
        ("the Trust: “It is closed”", "Trust"),
        ("> It is closed\nTobias Renn, grower", "Tobias Renn"),
        ("per [the Courier](https://courier.example/a_(1)) Tobias Renn said “It is closed”", "Tobias Renn"),
        ("Harbour chat\nso Holt about the channel: “It is closed”", "Holt"),
        ("Brandt über Holt: „It is closed“ – Stark", "Brandt"),
    ],
)
def test_a_name_or_a_role_is_taken_as_it_is_written(message: str, name: str) -> None:
    assert named(message) == name


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Holt never said “It is closed”", None),
        ("Holt did NOT say “It is closed”, stop it", None),
        ("I don't think Holt ever said “It is closed”", None),
        ("“It is closed” was never said by Holt", None),
        ("Holt: “It is closed”. No, she didn't say that", None),
        ("Holt denies saying “It is closed”", None),
        ("I don't think Maren E. Holt said “It is closed”", None),
        ("I doubt that Dr. Holt said “It is closed”", None),
        ("Holt hat nie gesagt „It is closed“", None),
        ("Holt didn't say “It is closed”, that was Brandt", "Brandt"),
        ("it wasn't Holt who said “It is closed”, it was actually Ilse Brandt", "Ilse Brandt"),
        ("It was Brandt, not Holt, who said “It is closed”", "Brandt"),
        ("Holt did not say “It is closed”. Brandt did.", "Brandt"),
        ("can't believe Holt said “It is closed”", "Holt"),
        ("Didn't Holt say “It is closed”?", "Holt"),
        ("this isn't great. Holt: “It is closed”", "Holt"),
    ],
)
def test_whoever_is_denied_is_not_claimed(message: str, name: str | None) -> None:
    assert named(message) == name


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("holt: “It is closed”", "holt"),
        ("lol holt: “It is closed”", "holt"),
        ("so holt really said “It is closed”", "holt"),
        ("wasn't it holt who said “It is closed”", "holt"),
        ("“It is closed” - holt", "holt"),
        ("“It is closed”, according to holt", "holt"),
        ("tobias says “It is closed”", "tobias"),
        ("ilse: “It is closed”", "ilse"),
        ("the holt said “It is closed”", None),
        ("“It is closed” - a holt by the river", None),
        ("the otter left its holt. “It is closed”", None),
    ],
)
def test_a_family_name_that_is_a_word_as_well_is_one_where_a_speaker_stands(message: str, name: str | None) -> None:
    assert named(message) == name


def test_a_word_that_only_its_place_makes_a_name_is_not_sure() -> None:
    found = claimed(excerpts("“It is closed” – Vozzek")[0], KNOWN)
    assert found is not None
    assert not found.sure

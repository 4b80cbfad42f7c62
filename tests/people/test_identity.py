"""The same person is one person in a library, and two people are two."""

from collections.abc import Mapping

import pytest

from index.model.article import SpeakerType
from index.people.identity import PersonName, may_mean, parse_name
from index.people.joined import Joined


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Marta Oduya", PersonName(("marta",), "oduya", "")),
        ("Mr. Oduya", PersonName((), "oduya", "")),
        ("President Marta L. Oduya", PersonName(("marta", "l"), "oduya", "")),
        ("Joost van der Berg", PersonName(("joost",), "van der berg", "")),
        ("van der Berg", PersonName((), "van der berg", "")),
        ("Ben Weller", PersonName(("ben",), "weller", "")),
        ("Shirin ben Avi", PersonName(("shirin",), "ben avi", "")),
        ("Priya D’Souza-Kerr", PersonName(("priya",), "d'souza-kerr", "")),
        ("Zoë Peña", PersonName(("zoe",), "pena", "")),
        ("Amos Tull, Jr.", PersonName(("amos",), "tull", "jr")),
        ("J.R. Tull", PersonName(("j", "r"), "tull", "")),
    ],
)
def test_parts_of_a_name(name: str, parts: PersonName) -> None:
    assert parse_name(name) == parts


@pytest.mark.parametrize(
    ("words", "name", "meant"),
    [
        ("olsen", "Rhea Olsen", True),
        ("of the tollan", "Bank of the Tollan", True),
        ("of", "Bank of Tollan", False),
        ("the", "The Tollan Echo", False),
        ("a", "a man", False),
        ("r", "R. Olsen", False),
        ("will", "Will Sorley", True),
        ("will", "those who will stay", False),
        ("so", "Kim So", True),
    ],
)
def test_words_that_any_name_may_have_mean_nobody(words: str, name: str, *, meant: bool) -> None:
    assert may_mean(words.split(), name) is meant


def people(*names: str) -> dict[str, str]:
    return joined(dict.fromkeys(names, SpeakerType.PERSON), {})


def joined(names: Mapping[str, SpeakerType], counts: Mapping[str, int]) -> dict[str, str]:
    found = Joined()
    for name, kind in names.items():
        found.put(name, kind, counts.get(name, 0))
    found.settle()
    return found.canonical


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (("Marta Oduya", "Marta L. Oduya", "Oduya", "M. Oduya"), 1),
        (("Zoe Pena", "Zoë Peña"), 1),
        (("Marta Oduya", "Felix Oduya"), 2),
        (("Marta Oduya", "Felix Oduya", "Oduya"), 3),
        (("John A. Renn", "John B. Renn"), 2),
        (("John A. Renn", "John B. Renn", "John Renn"), 3),
        (("Amos Tull Jr.", "Amos Tull Sr."), 2),
        (("Amos Tull Jr.", "Amos Tull"), 2),
        (("Amos Tull Jr.", "Amos Tull Jnr", "Tull Jr."), 1),
        (("Amos Tull Jr.", "Amos Tull", "Tull Jr."), 2),
        (("Amos Tull Jr.", "Amos Tull", "Tull"), 3),
        (("Amos Tull PhD", "Amos Tull"), 1),
        (("J. Renn", "John Renn", "Jane Renn"), 3),
        (("Quan Meilin", "Quan"), 1),
        (("Joost van der Berg", "van der Berg"), 1),
    ],
)
def test_people_are_joined_only_where_nothing_contradicts(names: tuple[str, ...], persons: int) -> None:
    assert len(set(people(*names).values())) == persons


def test_the_fullest_name_is_kept() -> None:
    assert set(people("Oduya", "M. Oduya", "Marta Oduya").values()) == {"Marta Oduya"}


def test_organisations_differ_by_more_than_case() -> None:
    names = dict.fromkeys(("the Harbour Board", "Harbour Board", "Harbour Bank"), SpeakerType.ORGANISATION)
    assert len(set(joined(names, {"Harbour Board": 3}).values())) == 2

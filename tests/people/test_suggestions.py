"""What a name typed halfway may mean."""

from datetime import date

import pytest

from index.model.answer import Person
from index.model.article import ArticleSummary, SpeakerType
from index.people.suggestions import articles_like, outlets_like, people_like


def person(name: str, quotes: int, latest: date | None, type: SpeakerType = SpeakerType.PERSON) -> Person:  # noqa: A002
    return Person(name, type, quotes, quotes, latest, (f"Captain {name.rsplit(maxsplit=1)[-1]}",))


MARSH = person("Bo Marsh", 4, date(2025, 3, 5))
ODUYA = person("Marta Oduya", 2, date(2026, 3, 1))
PEOPLE = (MARSH, ODUYA, person("two officials", 9, None, SpeakerType.GROUP))
ARTICLES = tuple(ArticleSummary(f"a{n}", f"Tide {word}", None, (), None, None, 1, 1)
                 for n, word in enumerate(("high", "low", "spring")))  # fmt: skip
OUTLETS = ("Quillon Post", None, "The Tollan Echo", "Quillon Post")


def test_who_is_quoted_lately_comes_before_who_was_quoted_more_often_and_groups_not_at_all() -> None:
    assert people_like(PEOPLE, "", 5) == (ODUYA, MARSH)
    assert people_like(PEOPLE, "", 1) == (ODUYA,)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("mart", ODUYA), ("odu", ODUYA), ("Odya", ODUYA), ("marhs", MARSH), ("BO M", MARSH), ("captain m", MARSH)],
)
def test_people_are_found_by_a_beginning_or_a_misspelling(typed: str, found: Person) -> None:
    assert people_like(PEOPLE, typed, 5)[0] == found


def test_what_is_like_nobody_finds_nobody() -> None:
    assert people_like(PEOPLE, "xylophone", 5) == ()
    assert articles_like(ARTICLES, "xylophone", 5) == ()
    assert outlets_like(OUTLETS, {"Radio Tollan"}, "xylophone", 5) == ()


def test_articles_are_found_by_parts_and_misspellings() -> None:
    assert [a.id for a in articles_like(ARTICLES, "tide", 2)] == ["a0", "a1"]
    assert [a.id for a in articles_like(ARTICLES, "sprnig", 1)] == ["a2"]


@pytest.mark.parametrize("typed", ["northwire tide", "2025-03", "march 2025", "3 March", "3.3.2025", "tide northw mar"])
def test_articles_are_found_by_outlet_and_day_too(typed: str) -> None:
    dated = ArticleSummary("b", "Tide turns", "The Northwire", (), date(2025, 3, 3), None, 1, 1)
    assert articles_like((*ARTICLES, dated), typed, 5)[0] == dated


def test_outlets_that_published_most_come_before_those_that_are_cited() -> None:
    everything = ("Quillon Post", "The Tollan Echo", "Radio Tollan")
    assert outlets_like(OUTLETS, {"Radio Tollan", "Tollan Echo"}, "", 9) == everything
    assert outlets_like(OUTLETS, (), "echo", 9) == ("The Tollan Echo",)
    assert outlets_like(OUTLETS, (), "Quilon", 9)[0] == "Quillon Post"

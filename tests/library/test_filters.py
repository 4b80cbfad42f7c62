"""What answers and quotations are kept to."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Filters, InvalidRequestError, Library, Outcome, SilenceReason, open_library, read_text

TIDE = "“The {adjective} tide will flood the market of Tollan,” said {name}, a pilot, on Radio Tollan."


@pytest.fixture
def library() -> Iterator[Library]:
    with open_library(None) as opened:
        for number, (day, outlet, name) in enumerate(
            [
                (date(2026, 1, 5), "The Tollan Echo", "Marta Oduya"),
                (date(2026, 2, 5), "Quillon Post", "Marta Oduya"),
                (date(2026, 3, 5), "Quillon Post", "Bo Marsh"),
                (None, None, "Bo Marsh"),
                (date(2024, 1, 5), "Quillon Post", "Bo Marsh"),
                (date(2024, 1, 6), "Quillon Post", "Bo Marsh"),
            ]
        ):
            adjective = ("high", "low", "spring", "neap", "red", "brown")[number]
            added = opened.add(
                read_text(
                    TIDE.format(adjective=adjective, name=name),
                    id=f"a{number}",
                    title=f"Tide {adjective}",
                    outlet=outlet,
                    published=day,
                )
            )
            assert added.outcome is Outcome.ADDED
        yield opened


def ids(library: Library, **kept: object) -> set[str]:
    found = library.ask("Which tide will flood the market?", Filters(**kept), limit=10)  # type: ignore[arg-type]
    return {p.article_id for passage in found.passages for p in (passage, *passage.also_in)}


def test_days_are_inclusive_and_leave_articles_without_one_out(library: Library) -> None:
    assert ids(library) == {"a0", "a1", "a2", "a3", "a4", "a5"}
    assert ids(library, since=date(2026, 2, 5)) == {"a1", "a2"}
    assert ids(library, until=date(2024, 1, 5)) == {"a4"}
    assert ids(library, since=date(2026, 1, 5), until=date(2026, 2, 5)) == {"a0", "a1"}
    nothing = library.ask("Which tide will flood the market?", Filters(since=date(2027, 1, 1)))
    assert nothing.silence is not None
    assert (nothing.silence.reason, nothing.abstained) == (SilenceReason.NO_DATES, str(nothing.silence))


def test_an_outlet_is_one_that_published_or_one_that_is_cited(library: Library) -> None:
    assert ids(library, outlet="tollan echo") == {"a0"}
    assert ids(library, outlet="Quillon Post", since=date(2026, 1, 1)) == {"a1", "a2"}
    said = library.quotes("Marta Oduya", filters=Filters(outlet="The Quillon Post"))
    assert [p.article_id for p in said.passages] == ["a1"]
    unknown = library.quotes("Marta Oduya", filters=Filters(outlet="Echo of Nowhere"))
    assert unknown.silence is not None
    assert unknown.silence.reason is SilenceReason.UNKNOWN_OUTLET


def test_quotations_of_some_days(library: Library) -> None:
    assert [p.article_id for p in library.quotes("Bo Marsh", filters=Filters(since=date(2026, 1, 1))).passages] == [
        "a2"
    ]
    none = library.quotes("Marta Oduya", filters=Filters(until=date(2025, 1, 1)))
    assert none.silence is not None
    assert (none.silence.reason, none.silence.subject) == (SilenceReason.NOT_ABOUT, "Marta Oduya")


def test_days_of_which_the_first_comes_after_the_last_are_refused(library: Library) -> None:
    kept = Filters(since=date(2026, 2, 6), until=date(2026, 2, 5))
    for ask in (
        lambda: library.ask("Which tide?", kept),
        lambda: library.explain("Which tide?", kept),
        lambda: library.quotes("Bo Marsh", filters=kept),
    ):
        with pytest.raises(InvalidRequestError, match="no day from 2026-02-06 on and up to 2026-02-05"):
            ask()
    assert ids(library, since=date(2026, 2, 5), until=date(2026, 2, 5)) == {"a1"}


def test_a_limit_below_one_is_refused(library: Library) -> None:
    for look in (library.people_like, library.articles_like, library.outlets_like):
        with pytest.raises(InvalidRequestError):
            look("a", 0)

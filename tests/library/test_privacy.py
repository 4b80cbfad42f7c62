"""What is stored of people and of communities that were left, and that it goes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import (
    DELETED_PERSON,
    Database,
    Interest,
    InvalidRequestError,
    Library,
    Outcome,
    PersonalCount,
    PersonalPart,
    ReportState,
    open_library,
    read_text,
)
from index.store import Store
from tests.clock import Clock

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
GRACE = timedelta(days=30)
MO, ADA = "1001", "1002"
LAMP = "The lamp is out.\n\n“Nobody lit the lamp,” said Rhea Olsen, a baker."
BARN = "The barn is sold.\n\n“We sold the barn,” said Ines Calder, the mayor."


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, now=clock) as library:
        yield library


def fill(library: Library) -> None:
    """Put something of everything into a community, done by Mo, with a report of Ada's."""
    library.add(read_text(LAMP, id="lamp", url="https://gazette.example/lamp"))
    library.add(read_text(BARN, id="barn"))
    library.preferences.set("private", "yes")
    library.audit.add(MO, "add", "The lamp is out.", "added")
    passage = library.quotes("Rhea Olsen").passages[0]
    report = library.reports.file(passage, ADA, suggestion="Otto Fenn", note="I heard Otto say so")
    library.reports.accept(report.id, MO, "Otto Fenn")
    library.reports.file(library.quotes("Ines Calder").passages[0], ADA, note="She never did")
    library.names.rename("Ines Calder", "I. Calder")
    library.feeds.add("https://gazette.example/feed", "Gazette", announce_in=None)
    library.removals.remove("barn", by=MO)
    library.alerts.add(MO, Interest(person="Rhea Olsen"), spoken="en")
    library.alerts.add(MO, Interest(person="Rhea Olsen", topic="lamp"), spoken="en", tell_in="55")


def stored(database: Database) -> str:
    """All that the database's tables hold of communities, as text."""
    tables = (
        *("communities", "articles", "preferences", "records", "reports", "removals", "corrections"),
        *("name_rules", "feeds", "feed_items", "departures", "arrivals", "alerts", "digests"),
    )
    with closing(Store(database)) as store:
        return "\n".join(str(row) for table in tables for row in store.read(f"SELECT * FROM {table}"))  # noqa: S608


def test_what_is_stored_of_a_person_is_counted_and_listed(library: Library) -> None:
    one, two = library.of("one"), library.of("two")
    fill(one)
    two.audit.add(MO, "rename", "Otto Fenn", "O. Fenn")
    assert library.privacy.stored_of(MO) == (
        PersonalCount("one", PersonalPart.ACT, 1),
        PersonalCount("two", PersonalPart.ACT, 1),
        PersonalCount("one", PersonalPart.SETTLED, 1),
        PersonalCount("one", PersonalPart.CORRECTION, 1),
        PersonalCount("one", PersonalPart.REMOVAL, 1),
        PersonalCount("one", PersonalPart.ALERT, 2),
    )
    assert library.privacy.stored_of(ADA) == (PersonalCount("one", PersonalPart.REPORT, 2),)
    assert library.privacy.stored_of("10") == ()
    reports = library.privacy.lines_of(ADA)
    assert {(line.suggestion, line.note, line.at, line.waits) for line in reports} == {
        ("Otto Fenn", "I heard Otto say so", START, False),
        (None, "She never did", START, False),
    }
    assert [line.subject for line in library.privacy.lines_of(MO)] == [
        *("The lamp is out.", "Otto Fenn"),
        *("The lamp is out.", "lamp", "barn"),
        *("Rhea Olsen", "Rhea Olsen"),
    ]
    assert {line.note for line in library.privacy.lines_of(MO)} == {None}


@pytest.mark.parametrize("person", [MO, ADA])
def test_a_forgotten_person_is_nowhere_and_what_is_about_articles_stays(
    library: Library, database: Database, person: str
) -> None:
    one, two = library.of("one"), library.of("two")
    fill(one)
    two.audit.add(person, "rename", "Otto Fenn", "O. Fenn")
    before = stored(database)
    assert person in before
    library.privacy.forget_person(person)
    after = stored(database)
    assert person not in after
    assert {MO, ADA} - {person} <= set(after.replace("'", " ").split())
    assert ("I heard Otto say so" in after) is (person == MO)
    assert two.audit.list()[0].actor == DELETED_PERSON
    assert library.privacy.stored_of(person) == ()
    assert one.quotes("Otto Fenn").passages[0].text.startswith("“Nobody lit")
    assert one.corrections.list()[0].active
    assert len(one.reports.list(ReportState.CORRECTED)) == len(one.reports.list()) == 1


@pytest.mark.parametrize("person", ["", "  "])
def test_nobody_cannot_be_forgotten(library: Library, person: str) -> None:
    with pytest.raises(InvalidRequestError, match="id"):
        library.privacy.forget_person(person)


def test_a_forgotten_community_leaves_nothing_and_others_all(library: Library, database: Database) -> None:
    fill(library.of("two"))
    before = stored(database)
    fill(library.of("one"))
    library.privacy.forget_community("one")
    assert stored(database) == before
    assert library.privacy.communities() == ("two",)
    library.privacy.forget_community("one")
    assert stored(database) == before


def test_everything_belongs_to_a_community_and_goes_with_it() -> None:
    with closing(Store(None)) as store:
        tables = [str(name) for (name,) in store.read("SELECT name FROM sqlite_master WHERE type = 'table'")]
        parents = {
            table: store.read('SELECT "table", on_delete FROM pragma_foreign_key_list(?)', table)
            for table in tables
            if not table.startswith("sqlite_")
        }
    assert {table for table, rows in parents.items() if not rows} == {"calendar", "communities", "erasures"}
    assert {action for rows in parents.values() for _, action in rows} == {"CASCADE"}


def test_a_forgotten_community_is_forgotten_in_memory_everywhere(library: Library, database: Database) -> None:
    """Also where nobody asked between its end and its new beginning, which has as many writes as the old one had."""
    with open_library(database, community="one") as other:
        one = library.of("one")
        one.add(read_text(LAMP, id="lamp"))
        other.add(read_text(BARN, id="barn"))
        assert one.people()
        assert other.ask("Who lit the lamp?").passages
        library.privacy.forget_community("one")
        assert one.people() == ()
        assert one.articles() == ()
        for identity in ("lamp", "barn"):
            one.add(read_text("The pond is dry.\n\n“The pond is dry,” said Otto Fenn, a clerk.", id=identity, url=None))
        assert [person.name for person in other.people()] == ["Otto Fenn"]
        assert not other.ask("Who lit the lamp?").passages
        library.privacy.forget_community("one")
        one.preferences.set("private", "yes")
        assert other.people() == ()
        assert one.people() == ()


def test_what_a_feed_was_bringing_does_not_come_back(library: Library) -> None:
    one = library.of("one")
    fill(one)
    library.privacy.forget_community("one")
    late = one.add(read_text("The pond is dry.", id="pond"), unasked=True, entry=1)
    assert late.outcome is Outcome.WITHHELD
    assert library.privacy.communities() == ()


def test_a_departed_community_is_forgotten_after_the_grace_period_unless_it_is_joined_again(
    library: Library, clock: Clock
) -> None:
    privacy = library.privacy
    for name in ("one", "two"):
        fill(library.of(name))
        privacy.depart(name)
    privacy.depart("nothing-stored")
    assert [departure.community for departure in privacy.departures()] == ["one", "two"]
    clock.run(timedelta(days=29), privacy.drop_removed)
    privacy.depart("one")
    assert {departure.at for departure in privacy.departures()} == {START}
    assert not privacy.forget_departed("one", GRACE)
    privacy.arrive("two")
    clock.run(timedelta(days=1, seconds=1), privacy.drop_removed)
    assert privacy.forget_departed("one", GRACE)
    assert not privacy.forget_departed("one", GRACE)
    assert not privacy.forget_departed("two", GRACE)
    assert privacy.communities() == ("two",)
    assert privacy.departures() == ()
    assert len(library.of("one")) == 0
    assert len(library.of("two")) == 1


def test_two_that_sweep_at_once_forget_a_community_once(library: Library, clock: Clock, database: Database) -> None:
    fill(library.of("one"))
    library.privacy.depart("one")
    clock.run(GRACE + timedelta(days=1), library.privacy.drop_removed)
    with open_library(database, now=clock) as other, ThreadPoolExecutor(8) as threads:
        both = [library.privacy, other.privacy] * 4
        forgotten = list(threads.map(lambda privacy: privacy.forget_departed("one", GRACE), both))
    assert sum(forgotten) == 1
    assert library.privacy.communities() == ()


def test_feeds_of_a_departed_community_rest(library: Library, clock: Clock) -> None:
    for name in ("one", "two"):
        library.of(name).feeds.add(f"https://gazette.example/{name}", name, announce_in=None)
    clock.time = datetime.now(UTC) + timedelta(hours=1)
    assert [feed.community for feed in library.feeds.due()] == ["one", "two"]
    library.privacy.depart("one")
    assert [feed.community for feed in library.feeds.due()] == ["two"]
    library.privacy.arrive("one")
    assert [feed.community for feed in library.feeds.due()] == ["one", "two"]


def test_texts_of_removed_articles_go_in_all_communities_though_nobody_uses_them(
    library: Library, clock: Clock, database: Database
) -> None:
    fill(library.of("one"))
    clock.run(timedelta(days=20), library.privacy.drop_removed)
    fill(library.of("two"))
    clock.run(timedelta(days=11), library.privacy.drop_removed)
    library.privacy.drop_removed()
    with closing(Store(database)) as store:
        kept = store.read("SELECT community, kept IS NOT NULL FROM removals ORDER BY community")
    assert [(community, bool(there)) for community, there in kept] == [("one", False), ("two", True)]


def test_what_was_deleted_is_not_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "onrecord.db"
    with open_library(file) as library:
        fill(library.of("one"))
        library.privacy.forget_community("one")
    assert b"sold the barn" not in file.read_bytes()

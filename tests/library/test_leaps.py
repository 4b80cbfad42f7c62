"""A clock that leaps, forward or back, makes nothing go that was to be kept; what is to go goes all the same."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from index import Database, Library, RemovalNotFoundError, open_library, read_text
from tests.clock import Clock

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GRACE = timedelta(days=3)


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, community="one", now=clock) as library:
        for name in ("toll", "ferry"):
            library.add(read_text(f"The {name} is late.", id=name))
        yield library


def hours(library: Library, clock: Clock, number: int) -> None:
    for _ in range(number):
        clock.time += HOUR
        library.privacy.drop_removed()


@pytest.mark.parametrize("leap", [timedelta(days=60), timedelta(days=365 * 70)])
def test_a_clock_that_leaps_forward_and_back_deletes_nothing(library: Library, clock: Clock, leap: timedelta) -> None:
    library.removals.remove("toll")
    library.privacy.depart("one")
    clock.time += leap
    hours(library, clock, 15)
    assert [removal.restorable for removal in library.removals.list()] == [True]
    assert not library.privacy.forget_departed("one", GRACE)
    clock.time -= leap
    hours(library, clock, 24)
    assert not library.privacy.forget_departed("one", GRACE)
    assert library.removals.restore("toll").id == "toll"


def test_what_was_removed_while_the_clock_was_behind_is_kept_as_long(library: Library, clock: Clock) -> None:
    clock.time -= timedelta(days=365 * 20)  # as after a start without a network
    hours(library, clock, 30)
    library.removals.remove("toll")
    library.privacy.depart("one")
    clock.time += timedelta(days=365 * 20)
    hours(library, clock, 30)
    assert not library.privacy.forget_departed("one", GRACE)
    assert library.removals.restore("toll").id == "toll"


def test_what_was_removed_while_the_clock_was_ahead_goes_in_time(library: Library, clock: Clock) -> None:
    clock.time += timedelta(days=400)
    library.removals.remove("toll")
    clock.time -= timedelta(days=400)
    clock.run(timedelta(days=31), library.privacy.drop_removed)
    with pytest.raises(RemovalNotFoundError):
        library.removals.restore("toll")


def test_a_pause_counts_once_the_clock_has_gone_on(library: Library, clock: Clock) -> None:
    library.removals.remove("toll")
    library.privacy.depart("one")
    clock.time += timedelta(days=31)  # the bot was off
    assert not library.privacy.forget_departed("one", GRACE)
    hours(library, clock, 20)
    assert library.privacy.forget_departed("one", GRACE)


def test_who_looks_once_a_day_is_a_day_behind(library: Library, clock: Clock) -> None:
    library.removals.remove("toll")
    for _ in range(30):
        clock.time += DAY
        assert [removal.restorable for removal in library.removals.list()] == [True]
    for _ in range(2):
        clock.time += DAY
        library.privacy.drop_removed()
    assert [removal.restorable for removal in library.removals.list()] == [False]


def test_two_machines_whose_clocks_differ_count_no_faster(library: Library, clock: Clock, database: Database) -> None:
    behind = Clock(START - timedelta(minutes=5))
    library.privacy.depart("one")
    with open_library(database, now=behind) as other:
        for _ in range(3 * 24 * 2 - 2):
            clock.time += HOUR / 2
            behind.time += HOUR / 2
            other.privacy.drop_removed()
            assert not library.privacy.forget_departed("one", GRACE)
    hours(library, clock, 2)
    assert library.privacy.forget_departed("one", GRACE)

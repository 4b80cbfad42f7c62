"""The audit: who did what, newest first, and no more of it than is of use."""

from datetime import UTC, datetime, timedelta

import pytest

from index import Database, InvalidRequestError, open_library
from tests.clock import Clock

START = datetime(2024, 5, 4, 12, tzinfo=UTC)


def test_the_audit_tells_who_did_what_newest_first(database: Database) -> None:
    clock = Clock(START)
    with open_library(database, community="one", now=clock) as library:
        library.audit.add("Mo", "remove", "weir")
        clock.time += timedelta(minutes=1)
        library.audit.add("Jo\n\ud83d", "restore", "weir", "by mistake")
        newest, oldest = library.audit.list()
        assert (newest.actor, newest.act, newest.subject, newest.detail) == ("Jo", "restore", "weir", "by mistake")
        assert (oldest.at, newest.at) == (START, START + timedelta(minutes=1))
        assert library.audit.list(1) == (newest,)
        assert library.of("two").audit.list() == ()
        with pytest.raises(InvalidRequestError, match="at least 1"):
            library.audit.list(0)


def test_the_audit_keeps_the_newest_5000() -> None:
    with open_library(None) as library:
        for number in range(5_002):
            library.audit.add("Mo", "count", str(number))
        kept = library.audit.list(10_000)
    assert (len(kept), kept[0].subject, kept[-1].subject) == (5_000, "5001", "2")

"""The one clock that a library is opened with: whatever is dated goes by it."""

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from index import open_library, read_text
from index.store import Store
from index.store.health import newest_moment
from tests.clock import Clock

LONG_AGO = datetime(2003, 7, 1, 12, tzinfo=UTC)


def test_every_part_goes_by_the_librarys_clock(tmp_path: Path) -> None:
    clock = Clock(LONG_AGO)
    with open_library(tmp_path / "onrecord.db", community="one", now=clock) as opened:
        library = opened.of("two")  # a part of one library, and of another over the same database
        for number in range(2):
            library.add(read_text(f"“Pier {number} is shut,” said Rhea Olsen, a keeper.", id=f"pier-{number}"))
        shown = library.ask("Is pier 1 shut?").passages[0]
        report = library.reports.file(shown, "8")
        library.reports.accept(report.id, "7", "Bo Marsh")
        library.removals.remove("pier-0", by="7")
        library.audit.add("7", "remove", "pier-0")
        feed = library.feeds.add("https://gazette.example/feed.xml", "Gazette", announce_in=None)
        library.privacy.depart("two")
        written = io.BytesIO()
        library.transfer.export(written)
        moments = [
            library.reports.get(report.id).at,
            library.corrections.list()[0].at,
            library.removals.list()[0].at,
            library.audit.list()[0].at,
            feed.added,
            feed.next_check,
            library.privacy.departures()[0].at,
            datetime.fromisoformat(json.loads(written.getvalue().splitlines()[0])["exported"]),
        ]
        assert moments == [LONG_AGO] * len(moments)
        library.privacy.arrive("two")
        assert [due.id for due in library.feeds.due()] == [feed.id]
        clock.time -= timedelta(seconds=1)
        assert library.feeds.due() == ()
    store = Store(tmp_path / "onrecord.db")
    assert newest_moment(store) == LONG_AGO
    store.close()

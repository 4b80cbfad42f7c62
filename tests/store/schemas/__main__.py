"""Keep a database of today's schema as its SQL, for all versions to come: ``python -m tests.store.schemas``.

Run it once, when a migration has been added and is about to be released; what is there is never written anew, for then
it would be what today's code writes of an older schema.
"""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from index import ArticleParticulars, Interest, Library, open_library, read_text
from index.model.feed import ItemState
from index.reading.feed import FeedItem
from index.store.engine import migrations

HARBOUR = """Dredging to begin in April

By Ada Lint

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master. “We will not wait for another.”

Ilse Brandt, who leads the fishing guild, told Radio Saltmere that the boats would stay in. “The channel must be \
marked,” she said.
"""
ORCHARD = """Frost ruins the plums

“There will be no plum jam this winter,” said Tobias Renn, a grower. The mayor of Quillon, Oda Lind, promised hardier \
trees 🌳.
"""
FERRY = "Ferry stays\n\nThe ferry will sail on, the council of Saltmere said on Monday."
NOW = datetime(2026, 2, 14, 12, tzinfo=UTC)


def live_in(public: Library) -> None:
    """Do in a server's library what can be done, and add the same articles to the public one."""
    library = public.of("discord-7")
    for one in (public, library):
        url = "https://courier.example/dredging"
        one.add(read_text(HARBOUR, outlet="Saltmere Courier", published=date(2026, 2, 14), url=url))
        one.add(read_text(ORCHARD, id="plums", published=date(2026, 1, 9)))
        one.add(read_text(FERRY))
    library.edits.edit("plums", ArticleParticulars("Frost ruins the plums", "Quillon Echo", date(2026, 1, 9), None))
    library.removals.remove("ferry-stays", by="1001")
    waited = library.ask("Who has waited for the dredger?").passages[0]
    report = library.reports.file(waited, "1002", suggestion="Ilse Brandt", note="She said it.")
    library.reports.accept(report.id, "1001", "Ilse Brandt")
    library.reports.file(library.ask("Will there be plum jam?").passages[0], "1003", note="Was it he?")
    library.preferences.set("discord", '{"language":"de"}')
    library.audit.add("1001", "remove", "Ferry stays")
    library.names.rename("Oda Lind", "Oda Lindt")
    library.alerts.add("1003", Interest(person="Maren Holt"), spoken="de")
    library.alerts.add("1001", Interest(topic="plums"), spoken="en", tell_in="55")
    feed = library.feeds.add("https://courier.example/feed.xml", "Courier", announce_in="settings")
    items = [FeedItem(f"k{n}", f"https://courier.example/{n}", f"Story {n}", NOW, f"v{n}") for n in range(2)]
    for at in (1, 2):
        hour = NOW + timedelta(hours=at)
        library.feeds.records.read(feed, items[:at], hour, hour + timedelta(hours=1), '"tag"', None)
    entry = library.feeds.entries.work(feed.id, hour, NOW, 9)[-1]
    article = "dredging-to-begin-in-april"
    library.feeds.entries.save(
        replace(entry, state=ItemState.ADDED, article_id=article, article_url=entry.url, read_version=entry.version)
    )


def dump(database: Path) -> str:
    """The SQL that makes the database anew, its schema's version included."""
    with closing(sqlite3.connect(database)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        *lines, commit = connection.iterdump()
    return "\n".join([*lines, f"PRAGMA user_version = {version};", commit, ""])


def main() -> None:
    """Write the file of today's schema."""
    place = Path(__file__).with_name(f"{len(migrations()):04}.sql")
    with tempfile.TemporaryDirectory() as made, place.open("x", encoding="utf-8") as file:
        database = Path(made) / "onrecord.db"
        with open_library(database, now=lambda: NOW) as library:
            live_in(library)
        file.write(dump(database))


if __name__ == "__main__":
    main()

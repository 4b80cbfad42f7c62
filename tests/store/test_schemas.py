"""Databases as each released schema had them (see tests/store/schemas): opened today, they have lost nothing."""

import io
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import Library, open_library
from index.store.engine import migrations

DUMPS = sorted(Path(__file__).with_name("schemas").glob("*.sql"))
SOON = datetime(2026, 2, 20, tzinfo=UTC)

Rows = dict[str, list[dict[str, object]]]


def rows(path: Path) -> Rows:
    """All rows of all tables, by name of the table and column, in an order of their own."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in names}  # noqa: S608
    return {name: sorted(inside, key=repr) for name, inside in found.items()}


@pytest.fixture(params=DUMPS, ids=[dump.stem for dump in DUMPS])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    return path


def lived_in(path: Path) -> Library:
    """The library of a dump that has the most in it; the first schema had no more than the public one."""
    with closing(sqlite3.connect(path)) as connection:
        communities = {name for (name,) in connection.execute("SELECT community FROM communities")}
    return open_library(path, community="discord-7" if "discord-7" in communities else "public", now=lambda: SOON)


def test_the_newest_schema_is_kept_for_the_next() -> None:
    newest = f"{len(migrations()):04}"
    assert newest in {dump.stem for dump in DUMPS}, "Run: python -m tests.store.schemas"


def test_every_row_is_still_there(old: Path) -> None:
    before = rows(old)
    open_library(old).close()
    after = rows(old)
    for name, inside in before.items():
        columns = inside[0].keys() if inside else ()
        kept = [{column: row[column] for column in columns} for row in after[name]]
        assert sorted(kept, key=repr) == inside, name
    assert len(before["articles"]) >= 3


def test_questions_are_answered(old: Path) -> None:
    with lived_in(old) as library:
        passage = library.ask("Must the channel be marked?").passages[0]
        assert (passage.speaker, passage.text) == ("Ilse Brandt", "“The channel must be marked,” she said.")
        assert library.quotes("Tobias Renn").passages[0].text.startswith("“There will be no plum jam")
        assert library.show("plums").article.text.endswith("hardier trees 🌳.\n")


def test_articles_are_added_to_it_and_removed(old: Path) -> None:
    with lived_in(old) as library:
        library.removals.remove("plums")
        assert library.ask("Will there be plum jam?").passages == ()
        library.removals.restore("plums")
        assert library.ask("Will there be plum jam?").passages[0].speaker == "Tobias Renn"


def test_what_moderators_decided_holds(old: Path) -> None:
    with lived_in(old) as library:
        if library.community == "public":
            pytest.skip("nothing could be decided in the first schema")
        assert library.ask("Who has waited for the dredger?").passages[0].speaker == "Ilse Brandt"
        assert [(report.reporter, report.note) for report in library.reports.list()] == [("1003", "Was it he?")]
        assert library.preferences.get("discord") == '{"language":"de"}'
        assert [record.act for record in library.audit.list()] == ["remove"]
        assert "Oda Lindt" in {person.name for person in library.people()}
        assert [removal.article.id for removal in library.removals.list()] == ["ferry-stays"]


def test_feeds_go_on(old: Path) -> None:
    with lived_in(old) as library:
        if not library.feeds.list():
            pytest.skip("the schema had no feeds")
        (feed,) = library.feeds.list()
        assert (feed.title, feed.announce_in, feed.items_added) == ("Courier", "settings", 1)
        assert feed.id in {due.id for due in library.feeds.due()}
        assert not feed.suspect
        (announcement,) = library.feeds.pending_announcements()
        assert announcement.article.id == "dredging-to-begin-in-april"


def test_it_moves(old: Path) -> None:
    with lived_in(old) as library, open_library(None, now=lambda: SOON) as other:
        first, second = io.BytesIO(), io.BytesIO()
        library.transfer.export(first, everything=True)
        other.transfer.import_(io.BytesIO(first.getvalue()), "old.jsonl")
        other.transfer.export(second, everything=True)
        assert second.getvalue() == first.getvalue()

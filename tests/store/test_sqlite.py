"""SQLite files: set up to be safe, upgraded after a copy; files that cannot be used, and writes that fail."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from index import StoreError, annotate, open_library, read_text
from index.model.article import AnnotatedArticle, Attribution
from index.search.reader import Reader
from index.store import Store
from index.store.engine import migrations
from index.store.rows import COLUMNS, to_row
from index.store.sqlite import SQLiteEngine

NOBODY = 65_534
ROOT = Path(__file__).parents[2]


def article(text: str, *, identity: str) -> AnnotatedArticle:
    return annotate(read_text(text, id=identity))


def quotation(number: int) -> AnnotatedArticle:
    return article(f"“Pier {number} is shut,” said Rhea Olsen, a baker, on Monday.", identity=f"pier-{number}")


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def limit_pages(store: Store, pages: int) -> None:
    """Let the database become no larger, as on a full disk."""
    with store.writing(None):
        store.read(f"PRAGMA max_page_count = {pages}")


@contextmanager
def unprivileged() -> Iterator[None]:
    """Run without the rights of root, to whom no file is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.db"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file modes are not those of POSIX here")
def test_a_database_that_may_not_be_written_says_so_and_can_still_be_read() -> None:
    with tempfile.TemporaryDirectory() as made:
        directory = Path(made)
        path = directory / "onrecord.db"
        with closing(Store(path)) as store:
            store.put("one", quotation(1))
        before = contents(path)
        scripts = migrations()  # read before: nobody need be able to read this project's own folder
        path.chmod(0o444)
        directory.chmod(0o555)
        try:
            with unprivileged(), pytest.raises(StoreError, match=r"onrecord\.db: .*(permissions|may be written)"):
                SQLiteEngine(path, scripts).write("DELETE FROM articles", ())
        finally:
            directory.chmod(0o755)
        assert contents(path) == before


def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    change(path, "CREATE TABLE recipes (name TEXT)", "INSERT INTO recipes VALUES ('rye bread')")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"onrecord\.db: this is no Onrecord database"):
        Store(path)
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["onrecord.db"]


def test_a_database_without_its_tables_is_named(path: Path) -> None:
    change(path, "CREATE TABLE recipes (name TEXT)", "PRAGMA user_version = 1")
    with pytest.raises(StoreError, match=r"onrecord\.db: this is no Onrecord database"):
        Store(path)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("attributions", "[["),
        ("attributions", "[[1]]"),
        ("sentences", '[[0, 5, "limerick"]]'),
        ("paragraphs", "7"),
        ("published", "yesterday"),
    ],
)
def test_a_damaged_row_is_an_error_of_ours(path: Path, column: str, value: str) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        change(path, f"UPDATE articles SET {column} = '{value}'")  # noqa: S608
        with pytest.raises(StoreError, match=r"onrecord\.db: .*damaged; restore a backup"):
            store.get("one", "pier-1")


def test_damaged_pages_are_an_error_of_ours(path: Path) -> None:
    with closing(Store(path)) as store:
        for number in range(40):
            store.put("one", quotation(number))
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x55" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(StoreError, match=r"onrecord\.db: .*damaged"), closing(Store(path)) as store:
        store.revisions("one")


def test_a_full_disk_leaves_what_was_there_and_the_store_goes_on(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        before = contents(path)
        ((pages,),) = store.read("PRAGMA page_count")
        limit_pages(store, int(pages or 0))
        with pytest.raises(StoreError, match="the disk is full; nothing was written"):
            store.put("one", article("The pier is long. " * 9_000, identity="long"))
        assert contents(path) == before
        limit_pages(store, 1_000_000)
        store.put("one", quotation(2))
        assert list(store.revisions("one")) == ["pier-1", "pier-2"]


def test_a_failure_that_sqlite_itself_rolled_back_keeps_its_words(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        change(path, "CREATE TRIGGER no BEFORE INSERT ON articles BEGIN SELECT RAISE(ROLLBACK, 'refused'); END")
        for number in (2, 3):
            with pytest.raises(StoreError, match="refused"):
                store.put("one", quotation(number))
        change(path, "DROP TRIGGER no")
        assert store.put("one", quotation(2)) == 2


def test_an_article_that_cannot_be_encoded_leaves_nothing_behind(path: Path) -> None:
    with closing(Store(path)) as store:
        with pytest.raises(UnicodeEncodeError):
            store.put("one", article("A half \ud83d of a picture.", identity="half"))
        assert store.revision("one") == 0
        assert store.put("one", quotation(1)) == 1


def test_an_id_that_cannot_be_encoded_is_nobodys(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        assert store.get("one", "pier-1\udcff") is None


def backups(path: Path) -> list[Path]:
    return sorted(entry for entry in path.parent.iterdir() if ".bak" in entry.name)


def test_a_file_of_an_older_schema_is_copied_before_it_is_upgraded(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
    before, version = contents(path), len(migrations())
    topics = "CREATE TABLE topics (name TEXT) STRICT;\n"
    with closing(SQLiteEngine(path, (*migrations(), topics))) as engine:
        assert engine.read("SELECT count(*) FROM topics", ()) == [(0,)]
        assert engine.read("PRAGMA user_version", ()) == [(version + 1,)]
    (backup,) = backups(path)
    assert backup.name == f"onrecord.db.schema-{version}.bak"
    assert contents(backup) == before
    with closing(Store(backup)) as store:
        assert store.get("one", "pier-1") == quotation(1)
    with pytest.raises(StoreError, match=r"newer version of Onrecord .*restore the backup"):
        Store(path)


def test_a_migration_that_fails_leaves_the_schema_as_it_was(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
    before = contents(path)
    broken = ("CREATE TABLE topics (name TEXT);\n", "INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(StoreError, match="damaged"):
        SQLiteEngine(path, (*migrations(), *broken))
    assert contents(path) == before
    with closing(Store(path)) as store:
        assert store.read("PRAGMA user_version") == [(len(migrations()),)]


def test_nothing_is_upgraded_without_a_copy(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
    before = contents(path)
    in_the_way = path.with_name(f"onrecord.db.schema-{len(migrations())}.bak")
    in_the_way.mkdir()
    (in_the_way / "note").touch()
    with pytest.raises(StoreError, match=r"copy that is made first, .* nothing was changed"):
        SQLiteEngine(path, (*migrations(), "CREATE TABLE topics (name TEXT);\n"))
    assert contents(path) == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["onrecord.db", in_the_way.name]


def test_opening_again_changes_nothing(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
    before = contents(path)
    with closing(Store(path)):
        assert contents(path) == before


def test_an_article_belongs_to_a_community_that_is_known(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            store.write("UPDATE articles SET community = 'two'")


def test_processes_that_open_a_new_file_at_once_all_get_it(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from index import open_library, read_text\n"
        "with open_library(Path(sys.argv[1])) as library:\n"
        "    library.add(read_text(f'The pier {sys.argv[2]} is shut.', id=sys.argv[2]))\n"
    )
    run = [sys.executable, "-c", script, str(path)]
    writers = [subprocess.Popen([*run, name], stderr=subprocess.PIPE) for name in ("north", "south", "west")]
    failures = [writer.communicate()[1].decode() for writer in writers]
    assert failures == ["", "", ""]
    with closing(Store(path)) as store:
        assert set(store.revisions("public")) == {"north", "south", "west"}
        assert store.revision("public") == 3


def names(attributions: tuple[Attribution, ...]) -> set[str | None]:
    return {attribution.speaker for attribution in attributions}


def test_an_article_is_shown_only_as_it_is_indexed(path: Path) -> None:
    """What another process writes between two look-ups must not be read by the places of what was there before."""
    with closing(Store(path)) as store:
        for number in range(70):
            store.put("one", quotation(number))
        reader = Reader("one", store)
        reader.catch_up()
        with closing(Store(path)) as other:
            other.put("one", article("Nobody spoke.", identity="pier-0"))
        assert reader.article("pier-0") is None
        assert reader.article("pier-1") == quotation(1)
        reader.catch_up()
        found = reader.article("pier-0")
        assert found is not None
        assert not names(found.attributions)


def query(path: Path, words: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(words).fetchall()


def test_the_file_is_set_up_to_be_safe(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        assert query(path, "PRAGMA journal_mode") == [("wal",)]
        assert query(path, "PRAGMA user_version") == [(len(migrations()),)]
        assert store.read("PRAGMA foreign_keys") == [(1,)]
        with store.writing(None):
            assert store.read("PRAGMA foreign_keys") == [(1,)]


def test_a_newer_schema_is_refused_untouched(path: Path) -> None:
    Store(path).close()
    change(path, "PRAGMA user_version = 999")
    with pytest.raises(StoreError, match=r"newer version of Onrecord .*upgrade Onrecord"):
        Store(path)
    assert query(path, "PRAGMA user_version") == [(999,)]


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"SQLite format 3\x00" + b"\x07" * 4000])
def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.db: this is no Onrecord database"):
        Store(path)
    assert path.read_bytes() == content


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"onrecord\.db: the database cannot be opened"):
        Store(tmp_path / "file" / "onrecord.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another account")
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_place_of_another_account_is_told_with_the_cure(closed: str) -> None:
    """As a folder of root's that is mounted into the container, whose account is 10001."""
    program = """
import os, sys
from index.errors import StoreError
from index.store.engine import migrations
from index.store.sqlite import SQLiteEngine
from pathlib import Path
scripts = migrations()
os.setgroups([]), os.setgid(10001), os.setuid(10001)
try:
    SQLiteEngine(Path(sys.argv[1]), scripts)
except StoreError as error:
    print(error)
"""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "onrecord.db"
        Store(path).close()
        Path(folder).chmod(0o755 if closed == "folder" else 0o777)
        said = subprocess.check_output([sys.executable, "-c", program, str(path)], text=True, cwd=ROOT)
    named = folder if closed == "folder" else path
    assert f"{named} belongs to the account number 0, and Onrecord runs as number 10001. " in said
    assert f"chown --recursive 10001:10001 {folder} " in said


def test_a_database_of_the_first_schema_keeps_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    first = files("index.store").joinpath("migrations", "0001_articles.sql")
    annotated = annotate(read_text("“The pier is long,” said Rhea Olsen, a baker.", id="pier", title="Pier"))
    row = {"community": "one", "revision": 1} | dict(zip(COLUMNS.split(", "), to_row(annotated), strict=True))
    del row["from_feed"], row["edited"]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(first.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO communities VALUES ('one', 1)")
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO articles ({', '.join(row)}) VALUES ({marks})", [*row.values()])  # noqa: S608
        connection.execute("PRAGMA user_version = 1")
    with open_library(path, community="one") as library:
        assert library.show("pier") == annotated
        library.removals.remove("pier")
        assert library.removals.restore("pier").id == "pier"


def test_a_write_that_fails_leaves_everything_as_it_was(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", quotation(1))
        change(path, "CREATE TRIGGER no BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'refused'); END")
        with pytest.raises(StoreError, match="refused"):
            store.put("one", article("Nobody spoke.", identity="pier-1"))
        assert store.revision("one") == 1
        assert store.get("one", "pier-1") == quotation(1)

"""The file beneath a running store: removed, replaced, overwritten, its log lost or another file's."""

import logging
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index import StoreError, StoreProblem, open_library, read_text
from index.library.doctor import check_machine
from index.model.article import AnnotatedArticle, Article
from index.store import Store
from index.store.engine import migrations
from index.store.sqlite import SQLiteEngine
from index.store.sqlite_log import belongs, index_of, log_of

ROOT = Path(__file__).parents[2]

# Adds articles, then ends as a killed process does: with a log that nobody has brought into the file.
KILLED = """
import os, sys
from pathlib import Path
from index.store import Store
from tests.store.test_sqlite_file import bare
store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    store.put("one", bare(number))
os._exit(0)
"""


def bare(number: int) -> AnnotatedArticle:
    """An article in which nothing was looked for."""
    text = f"Pier {number} is shut. " * (1 + number % 40)
    return AnnotatedArticle(Article(f"pier-{number}", text, f"Pier {number}", None, None, (), None, None, ()), (), ())


def put_and(store: Store, annotated: AnnotatedArticle, then: Callable[[], object]) -> None:
    """Put an article, and let something happen before it is committed."""
    with store.writing("one"):
        store.put("one", annotated)
        then()


def add_and_be_killed(path: Path, first: int, last: int) -> None:
    subprocess.run([sys.executable, "-c", KILLED, path, str(first), str(last)], cwd=ROOT, check=True)
    assert log_of(path).stat().st_size > 0


def backup(path: Path, place: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(place),))
    return place


def restored(place: Path, path: Path) -> None:
    """Put a copy in the file's place, as `mv` does."""
    new = path.with_name("new.db")
    shutil.copy(place, new)
    new.replace(path)


def there(path: Path) -> set[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {identity for (identity,) in connection.execute("SELECT id FROM articles")}


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@contextmanager
def few_files(more: int) -> Iterator[None]:
    """Let this process open only so many files more than it has."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    opened: list[int] = []
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (max(int(entry.name) for entry in Path("/proc/self/fd").iterdir()) + 20, hard)
    )
    try:
        while True:
            try:
                opened.append(os.open(os.devnull, os.O_RDONLY))
            except OSError:
                break
        for _ in range(more):
            os.close(opened.pop())
        yield
    finally:
        for handle in opened:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.db"


def test_nothing_is_confirmed_once_the_file_is_removed(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        path.unlink()
        for _ in range(2):
            with pytest.raises(StoreError, match=r"onrecord\.db: the database file was removed .* nothing was") as told:
                store.put("one", bare(2))
            assert told.value.problem is StoreProblem.LOST
            with pytest.raises(StoreError, match="was removed"):
                store.revisions("one")
        assert not path.exists()  # no empty library takes the place of a lost one
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_file_removed_within_a_transaction_fails_it(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        aside = path.with_name("aside.db")
        with pytest.raises(StoreError, match="was removed"):
            put_and(store, bare(2), lambda: path.rename(aside))
        aside.rename(path)
        assert list(store.revisions("one")) == ["pier-1"]  # the same file is back, and all goes on
        store.put("one", bare(3))
        assert there(path) == {"pier-1", "pier-3"}


def test_a_file_replaced_while_it_is_committed_is_not_confirmed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    Store(other).close()
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        with pytest.raises(StoreError, match="was replaced by another one"):
            put_and(store, bare(2), lambda: other.replace(path))
        store.put("one", bare(3))
        assert there(path) == {"pier-3"}


@pytest.mark.parametrize("with_its_log", [True, False])
def test_a_restored_file_is_gone_on_with(path: Path, *, with_its_log: bool) -> None:
    with closing(Store(path)) as store:
        for number in range(30):
            store.put("one", bare(number))
        copy = backup(path, path.with_name("backup.db"))
        for number in range(40, 90):
            store.put("one", bare(number))
        if not with_its_log:
            log_of(path).unlink()
            index_of(path).unlink()
        restored(copy, path)
        assert len(store.revisions("one")) == 30
        store.put("one", bare(99))
        assert there(path) == {f"pier-{number}" for number in (*range(30), 99)}
    assert sound(path)


def test_a_file_that_is_moved_away_keeps_what_was_in_its_log(path: Path) -> None:
    moved = path.with_name("moved.db")
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        copy = backup(path, path.with_name("backup.db"))
        store.put("one", bare(2))
        path.rename(moved)
        copy.rename(path)
        assert list(store.revisions("one")) == ["pier-1"]
    assert there(moved) == {"pier-1", "pier-2"}


@pytest.mark.parametrize("emptied", [True, False], ids=["empty log", "full log"])
def test_a_file_overwritten_in_place_is_gone_on_with(path: Path, *, emptied: bool) -> None:
    with closing(Store(path)) as store:
        for number in range(30):
            store.put("one", bare(number))
        copy = backup(path, path.with_name("backup.db"))
        for number in range(40, 90):
            store.put("one", bare(number))
        if emptied:
            with closing(sqlite3.connect(path)) as other:
                other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        subprocess.run(["cp", copy, path], check=True)
        assert len(store.revisions("one")) == 30
        store.put("one", bare(99))
    assert there(path) == {f"pier-{number}" for number in (*range(30), 99)}
    assert sound(path)


def test_closing_lays_no_log_over_a_file_that_was_overwritten(path: Path) -> None:
    store = Store(path)
    for number in range(30):
        store.put("one", bare(number))
    copy = backup(path, path.with_name("backup.db"))
    for number in range(40, 90):
        store.put("one", bare(number))
    subprocess.run(["cp", copy, path], check=True)
    store.close()
    assert len(there(path)) == 30
    assert sound(path)


def test_a_log_that_was_lost_is_made_anew_and_nothing_is_missing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        log_of(path).unlink()
        store.put("one", bare(2))
        assert [*store.revisions("one")] == ["pier-1", "pier-2"]
    assert there(path) == {"pier-1", "pier-2"}
    assert "has lost its log" in caplog.text


def test_a_log_lost_within_a_transaction_is_not_called_a_full_disk(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
        with pytest.raises(StoreError, match="has lost its log") as told:
            put_and(store, bare(2), log_of(path).unlink)
        assert told.value.problem is StoreProblem.LOST


@pytest.mark.parametrize("more", [0, 1, 2])
def test_too_many_open_files_are_called_so(path: Path, more: int) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
    scripts = migrations()
    with few_files(more), pytest.raises(StoreError, match="too many files and connections open") as told:
        SQLiteEngine(path, scripts)
    assert told.value.problem is StoreProblem.FILES
    with closing(Store(path)) as store, few_files(0):
        with pytest.raises(StoreError, match="too many files") as told:
            store.revisions("one")
        assert told.value.problem is StoreProblem.FILES


@pytest.mark.parametrize("in_place", [True, False])
def test_a_killed_bots_log_is_not_laid_over_a_restored_file(
    path: Path, caplog: pytest.LogCaptureFixture, *, in_place: bool
) -> None:
    add_and_be_killed(path, 0, 40)
    copy = backup(path, path.with_name("backup.db"))
    add_and_be_killed(path, 50, 120)
    log = log_of(path).read_bytes()
    if in_place:
        subprocess.run(["cp", copy, path], check=True)
    else:
        restored(copy, path)
    with closing(Store(path)) as store:
        assert {*store.revisions("one")} == {f"pier-{number}" for number in range(40)}
        assert store.get("one", "pier-7") is not None
    assert sound(path)
    (aside,) = path.parent.glob("onrecord.db.set-aside-*.wal")
    assert aside.read_bytes() == log
    assert aside.name in caplog.text


def test_a_raw_copy_of_an_earlier_state_is_told_from_the_file(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put("one", bare(1))
    early = shutil.copy(path, path.with_name("early.db"))
    with closing(Store(path)) as store:
        store.put("one", bare(2))
    add_and_be_killed(path, 10, 60)
    shutil.copy(early, path)
    with closing(Store(path)) as store:
        assert {*store.revisions("one")} == {"pier-1"}
    assert sound(path)


def test_a_killed_bots_own_log_is_read(path: Path) -> None:
    for first in range(0, 40, 10):
        add_and_be_killed(path, first, first + 10)
        assert belongs(path)
    with closing(Store(path)) as store:
        assert len(store.revisions("one")) == 40
    assert not [*path.parent.glob("*set-aside*")]


def test_a_log_whose_file_is_gone_is_kept(path: Path) -> None:
    add_and_be_killed(path, 0, 10)
    log = log_of(path).read_bytes()
    path.unlink()
    with closing(Store(path)) as store:
        assert not store.revisions("one")
    (aside,) = path.parent.glob("onrecord.db.set-aside-*.wal")
    assert aside.read_bytes() == log


def test_looking_at_a_log_while_others_write_never_takes_it_for_another_files(path: Path) -> None:
    script = KILLED.replace("range(int(sys.argv[2]), int(sys.argv[3]))", "range(300)")
    with closing(Store(path)), subprocess.Popen([sys.executable, "-c", script, path], cwd=ROOT) as writer:
        verdicts = set()
        while writer.poll() is None:
            verdicts.add(belongs(path))
            if len(verdicts) > 1:
                with closing(sqlite3.connect(path)) as other:
                    other.execute("PRAGMA busy_timeout = 1000")
                    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert False not in verdicts
    assert len(there(path)) == 300


def test_a_library_answers_from_the_file_that_is_there(path: Path) -> None:
    """The restored file has as many revisions as the one before: only what is in it may be answered from."""
    other = path.with_name("other.db")
    for place, where in ((other, "open"), (path, "shut")):
        with open_library(place) as library:
            library.add(read_text(f"“Pier 7 is {where},” said Rhea Olsen, a baker.", id="pier"))
    with open_library(path) as library:
        assert "shut" in library.ask("What did Rhea Olsen say of pier 7?").passages[0].text
        other.replace(path)
        assert "open" in library.ask("What did Rhea Olsen say of pier 7?").passages[0].text
        library.save_reader(at_least=1)
    with open_library(path) as library:
        assert "open" in library.ask("What did Rhea Olsen say of pier 7?").passages[0].text


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are not those of POSIX here")
def test_what_is_made_is_for_its_owner_alone(path: Path) -> None:
    def modes() -> dict[str, int]:
        return {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.iterdir()}

    before = os.umask(0)
    try:
        with closing(Store(path)) as store:
            store.put("one", bare(1))
            assert modes() == dict.fromkeys(["onrecord.db", "onrecord.db-shm", "onrecord.db-wal"], 0o600)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(
                "DROP TABLE calendar; DROP TABLE vectors; DROP TABLE forwards; "
                "ALTER TABLE articles DROP COLUMN from_feed; ALTER TABLE articles DROP COLUMN edited; "
                "DROP TABLE arrivals; DROP TABLE alerts; DROP TABLE digests; "
                "DROP INDEX reports_untold; ALTER TABLE reports DROP COLUMN waits; "
                "ALTER TABLE reports DROP COLUMN told; ALTER TABLE reports DROP COLUMN posted; "
                "ALTER TABLE reports DROP COLUMN spoken; "
                "PRAGMA user_version = 7;"
            )
        Store(path).close()
    finally:
        os.umask(before)
    assert modes() == {"onrecord.db": 0o600, "onrecord.db.schema-7.bak": 0o600}


def test_the_doctor_finds_another_files_log_and_leaves_it(path: Path) -> None:
    add_and_be_killed(path, 0, 40)
    copy = backup(path, path.with_name("backup.db"))
    add_and_be_killed(path, 50, 60)
    restored(copy, path)
    log = log_of(path).read_bytes()
    (found,) = (check for check in check_machine(path) if check.name == "log")
    assert "another database's" in found.finding
    assert log_of(path).read_bytes() == log

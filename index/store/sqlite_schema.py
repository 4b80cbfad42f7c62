"""A SQLite file's schema, and how a connection to it is set up."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

from index.errors import StoreError, StoreProblem
from index.store.engine import damaged, newer
from index.store.sqlite_errors import BUSY
from index.store.sqlite_file import make_private
from index.store.sqlite_log import mark_seen


def set_up(connection: sqlite3.Connection) -> None:
    """Make a connection safe: what it commits is on the disk, and what it deletes is overwritten."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")


@contextmanager
def begun(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that writes."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back on some failures, and refuses to twice
            connection.execute("ROLLBACK")
        raise


def put_mark(connection: sqlite3.Connection) -> None:
    """Mark the open transaction, so that the log is known to be the file's; see `index.store.sqlite_log`."""
    connection.execute(f"PRAGMA application_id = {mark_seen(connection).after()}")


def bring_up_to_date(writer: sqlite3.Connection, path: Path | None, name: str, scripts: Sequence[str]) -> None:
    """Build the schema, or bring that of an older version up to date in one transaction, after a copy of the file.

    Raises
    ------
    StoreError
        If the file is of a newer version or another program's, or cannot be copied.
    """
    version, known = _number(writer), len(scripts)
    if version > known:
        raise StoreError(newer(name, version, known))
    changes = version < known or mark_seen(writer).number == 0
    if changes:
        with begun(writer):
            version = version_of(writer, name)  # another process may have been first
            if 0 < version < known and path is not None:
                _back_up(path, name, version)
            for number, script in enumerate(scripts[version:], version + 1):
                for statement in _statements(script):
                    writer.execute(statement)
                writer.execute(f"PRAGMA user_version = {number}")
            put_mark(writer)
    _use_wal(writer)
    if changes:
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def version_of(connection: sqlite3.Connection, name: str) -> int:
    """The schema's version, 0 for none; an error where the tables are another program's."""
    version = _number(connection)
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(damaged(name), StoreProblem.DAMAGED)
    return version


def _back_up(path: Path, name: str, version: int) -> None:
    """Copy the file as it was last committed; the caller's transaction keeps others from writing."""
    place = path.with_name(f"{path.name}.schema-{version}.bak")
    unfinished = place.with_name(f"{place.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        make_private(unfinished)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
            source.execute(f"PRAGMA busy_timeout = {BUSY}")
            source.backup(copy)
        unfinished.replace(place)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError(
            f"{name}: it has to be upgraded, but the copy that is made first, {place.name}, could not be "
            f"written ({error}); nothing was changed. Free some space beside the database and start again."
        ) from error


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch the file to write-ahead logging; SQLite itself does not wait for others who do so."""
    until = monotonic() + BUSY / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def _number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

"""SQLite files that are only read: such as may not be written, by their permissions or their disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreError, StoreProblem
from index.store.engine import newer, older
from index.store.sqlite_log import belongs, log_of
from index.store.sqlite_schema import version_of

_CLOSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR)


def place_to_read(path: Path, name: str) -> str:
    """The URI by which the file is read, whether or not SQLite can write its log's index beside it.

    Raises
    ------
    StoreError
        If its log has what it lacks and nobody can read that without writing.
    sqlite3.Error
        If it is no database.
    """
    place = f"{path.absolute().as_uri()}?mode=ro"
    if belongs(path) is not False:  # else the log is another database's
        try:
            with closing(sqlite3.connect(place, uri=True)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _CLOSED:
                raise
        else:
            return place
        if log_of(path).exists() and log_of(path).stat().st_size:
            words = "the log beside it has what was written last, and can be read only where it may be written too"
            raise StoreError(f"{name}: {words}; copy both to where they may.", StoreProblem.READ_ONLY)
    return f"{place}&immutable=1"


@contextmanager
def opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads the file, as `place_to_read`."""
    with closing(sqlite3.connect(place_to_read(path, str(path)), uri=True)) as connection:
        yield connection


def see_that_it_is_current(connection: sqlite3.Connection, name: str, known: int) -> None:
    """Raise StoreError unless the schema is the `known` one: what is only read cannot be brought up to date."""
    version = version_of(connection, name)
    if version > known:
        raise StoreError(newer(name, version, known))
    if version < known:
        raise StoreError(f"{older(name, version, known)}; copy it to where it may.", StoreProblem.READ_ONLY)

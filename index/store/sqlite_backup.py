"""Copies of a SQLite database that stand for themselves, and one of them put in the database's place."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from index.errors import StoreError, StoreProblem
from index.store.engine import damaged, migrations, newer
from index.store.sqlite_errors import BUSY, explained, unopened
from index.store.sqlite_file import make_private
from index.store.sqlite_log import index_of, log_of
from index.store.sqlite_reading import opened_to_read
from index.store.sqlite_schema import version_of


def copy_database(source: Path, place: Path) -> None:
    """Write the database at `source` into `place`, an empty file, as it was last committed; others go on writing.

    The copy needs no log beside it.

    Raises
    ------
    StoreError
        If the source is no sound database of Onrecord's, or the copy cannot be written.
    """
    with _errors(str(source)), opened_to_read(source) as original:
        _see_that_it_is_ours(original, str(source))
        with _errors(str(place)), closing(sqlite3.connect(place)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise StoreError(damaged(str(source)), StoreProblem.DAMAGED)


def put_in_place(backup: Path, database: Path) -> Path | None:
    """Put a copy of `backup` in the place of `database`; where what was there is kept, if there was anything.

    Who has the database open, such as a running bot, goes on with the new one. Either all of this is done or nothing.

    Raises
    ------
    StoreError
        As `copy_database`.
    """
    with _beside(database, "restoring") as unfinished:
        copy_database(backup, unfinished)
        before = _kept(database) if database.exists() else None
        with _errors(str(database)):
            unfinished.replace(database)
    return before


def count_articles(database: Path) -> tuple[int, int]:
    """How many articles there are in the file, and of how many communities.

    Raises
    ------
    StoreError
    """
    with _errors(str(database)), opened_to_read(database) as connection:
        articles, libraries = connection.execute("SELECT count(*), count(DISTINCT community) FROM articles").fetchone()
    return articles, libraries


def _kept(database: Path) -> Path:
    """A copy of the database beside it; of one that is damaged the file itself, and its log."""
    kept = database.with_name(f"{database.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S}.bak")
    with _beside(database, "keeping") as unfinished:
        try:
            copy_database(database, unfinished)
        except StoreError as error:
            if error.problem is not StoreProblem.DAMAGED:
                raise
        else:
            unfinished.replace(kept)
            return kept
    with _errors(str(database)):
        database.replace(kept)
        with suppress(FileNotFoundError):
            log_of(database).replace(log_of(kept))
        index_of(database).unlink(missing_ok=True)
    return kept


@contextmanager
def _beside(database: Path, what: str) -> Iterator[Path]:
    """An empty file beside the database, for its owner alone; it is gone in the end."""
    place = database.with_name(f".{database.name}.{what}-{os.getpid()}")
    with _errors(str(database)):
        database.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        make_private(place)
    try:
        yield place
    finally:
        place.unlink(missing_ok=True)


def _see_that_it_is_ours(connection: sqlite3.Connection, name: str) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY}")
    version, known = version_of(connection, name), len(migrations())
    if version > known:
        raise StoreError(newer(name, version, known))
    if version == 0:
        raise StoreError(damaged(name), StoreProblem.DAMAGED)


@contextmanager
def _errors(name: str) -> Iterator[None]:
    """Turn SQLite's and the disk's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(name, error) from error
    except OSError as error:
        raise unopened(name, error) from error

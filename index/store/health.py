"""Whether a database is sound, looked at without changing it."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from index.errors import StoreError
from index.store import Store
from index.store.engine import damaged, migrations, need_driver
from index.store.sqlite_errors import unopened
from index.store.sqlite_log import belongs
from index.store.sqlite_schema import version_of

_DATED = (
    "SELECT max(at) FROM records",
    "SELECT max(at) FROM reports",
    "SELECT max(at) FROM removals",
    "SELECT max(at) FROM corrections",
    "SELECT max(added) FROM feeds",
    "SELECT max(checked) FROM feeds",
)


def schema_of(database: Path | str) -> int:
    """The schema that a file or a server's database has, 0 for none; opening it as a store would upgrade it.

    Raises
    ------
    StoreError
        If it is no database that can be read.
    """
    if isinstance(database, str):
        need_driver()
        from index.store.postgres import schema_at  # noqa: PLC0415 -- only those who have a server wait for its driver

        return schema_at(database)
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return version_of(connection, str(database))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise StoreError(
                f"{database}: the database cannot be opened ({error}); check the permissions of the file."
            ) from error
        raise StoreError(damaged(str(database))) from error


def has_foreign_log(file: Path) -> bool:
    """Whether the log beside a file is another database's; opening the file as a store would set it aside.

    Raises
    ------
    StoreError
        If one of them cannot be read.
    """
    try:
        return file.is_file() and belongs(file) is False
    except (OSError, sqlite3.Error) as error:
        raise unopened(str(file), error) from error


def schema_known() -> int:
    """The schema that this version of Onrecord writes."""
    return len(migrations())


def damage_in(store: Store) -> str | None:
    """What SQLite's own quick check of the whole file finds first; None if the file is sound.

    Raises
    ------
    StoreError
        If it is damaged so far that it cannot be checked.
    """
    rows = store.read("PRAGMA quick_check(1)")
    found: str = rows[0][0] if rows else "nothing"
    return None if found == "ok" else found


def communities_of(store: Store) -> dict[str, int]:
    """The communities that have articles, with their number, those with most first."""
    rows = store.read("SELECT community, count(*) FROM articles GROUP BY community ORDER BY count(*) DESC, community")
    return dict(rows)


def newest_moment(store: Store) -> datetime | None:
    """When the database was last dated, by moderators' acts or by feeds; None if it never was."""
    found = [at for query in _DATED for (at,) in store.read(query) if at is not None]
    return max(map(datetime.fromisoformat, found), default=None)

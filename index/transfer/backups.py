"""Backups of a whole database, and the way back: SQLite's own copies, pg_dump's, or an export of all libraries."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from index.errors import ExportError, StoreError, StoreProblem
from index.store import Store, is_server
from index.store.sqlite_backup import copy_database, count_articles, put_in_place
from index.transfer.exports import export_library
from index.transfer.imports import import_library


class BackupKind(StrEnum):
    """What a backup's file is."""

    COPY = "a copy of the SQLite file"
    DUMP = "a dump of pg_dump's"
    EXPORT = "an export of all libraries"


_BEGINNINGS = {
    b"SQLite format 3\0": BackupKind.COPY,
    b"PGDMP": BackupKind.DUMP,
    b'{"onrecord"': BackupKind.EXPORT,
}


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a database or its backup holds."""

    kind: BackupKind
    articles: int
    libraries: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What the database holds now, and where the file is kept that was there before, if there was one."""

    now: Contents
    before: Path | None


def back_up(database: Path | str, place: Path) -> Contents:
    """Write all of the database into `place`, an empty file, as of one moment; others may write meanwhile.

    Raises
    ------
    StoreError, ExportError
        If the database cannot be read, or the backup not be written.
    """
    if isinstance(database, Path):
        copy_database(database, place)
        return _contents(place, BackupKind.COPY)
    from index.store.postgres_backup import dump, find_program  # noqa: PLC0415 -- its driver takes long to load

    if find_program("pg_dump") is not None:
        dump(database, place)
        return _contents(database, BackupKind.DUMP)
    with closing(Store(database)) as store, place.open("wb") as file:
        moved = export_library(store, None, datetime.now(UTC), file)
    articles = sum(one.things.get("article", 0) for one in moved)
    return Contents(BackupKind.EXPORT, articles, len(moved))


def contents_of(database: Path | str) -> Contents | None:
    """What there is in the database now; None where it is not there, or is damaged."""
    if isinstance(database, Path) and not database.exists():
        return None
    try:
        return _contents(database, BackupKind.COPY if isinstance(database, Path) else BackupKind.DUMP)
    except StoreError as error:
        if error.problem is not StoreProblem.DAMAGED:
            raise
        return None


def put_back(backup: Path, name: str, kind: BackupKind, database: Path | str) -> Restored:
    """Put the `backup`, called `name` and of a kind, in the place of all that the database has: whole, or with an error
    not at all.

    Raises
    ------
    StoreError
        If the database cannot be written, or is in use by bots over PostgreSQL.
    ExportError
        If the file is of another kind of database.
    ReadingError, InvalidRequestError
        As `index.transfer.Transfer.import_`.
    """
    if kind is BackupKind.EXPORT:
        with closing(Store(database)) as store, backup.open("rb") as file:
            import_library(store, file, name)
        return Restored(_contents(database, kind), None)
    if (kind is BackupKind.DUMP) is not is_server(database):
        raise ExportError(
            f"{name}: it is {kind}, and this database is none. Restore it to one of its kind, and move that one by "
            "onrecord export --all and onrecord import."
        )
    before = None
    if isinstance(database, Path):
        before = put_in_place(backup, database)
    else:
        from index.store.postgres_backup import load  # noqa: PLC0415 -- see above

        load(backup, database)
    Store(database).close()  # brings an older one up to date, and sets the log of the file before aside
    return Restored(_contents(database, kind), before)


def _contents(database: Path | str, kind: BackupKind) -> Contents:
    """Counted without opening it as a store, which would bring an older one up to date."""
    if isinstance(database, Path):
        return Contents(kind, *count_articles(database))
    from index.store import postgres_backup  # noqa: PLC0415 -- see above

    return Contents(kind, *postgres_backup.count_articles(database))


def kind_of(backup: Path, name: str) -> BackupKind:
    """What the file, called `name`, begins like.

    Raises
    ------
    ExportError
        If it is no backup.
    """
    try:
        with backup.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise ExportError(f"{name}: it cannot be read ({error.strerror}).") from error
    for beginning, kind in _BEGINNINGS.items():
        if head.startswith(beginning):
            return kind
    cure = "unpack it first" if head.startswith(b"\x1f\x8b") else "give a file that onrecord backup or export wrote"
    raise ExportError(f"{name}: it is no backup; {cure}.")

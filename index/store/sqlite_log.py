"""Whether a SQLite file and the write-ahead log beside it belong together.

SQLite lays a log over whatever file has the name that it expects, be it a restored one. So each of our transactions
puts a mark into the first page, as SQLite's ``application_id``: half of it is chance, the other half the chance of the
mark before. What a log can be laid over has the mark of one of its transactions, or the one before its first, and the
same count of changes of the schema, which SQLite's own copies (``VACUUM INTO``, the backup API) count otherwise.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from secrets import randbelow

_HEADER, _FRAME = 32, 24  # bytes before the frames of a log, and before the page of each
_FIRST_PAGE = 1
_NUMBERS = struct.Struct(">40xI24xi")  # of the first page: the schema's count of changes at 40, the mark at 68
_HALF = 0xFFFF
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """What a database's first page says of which state it is.

    Attributes
    ----------
    number : int
        Of the transaction; signed, of 32 bits, and 0 where there never was one of ours.
    schema : int
        How often the schema was changed.
    """

    number: int
    schema: int

    def after(self) -> int:
        """A number for the next transaction."""
        number = (self.number & _HALF) << 16 | 1 + randbelow(_HALF)
        return number - (1 << 32) if number >> 31 else number

    def precedes(self, other: "Mark") -> bool:
        """Whether the other's number may have been made by `after` of this one."""
        return self.schema == other.schema and self.number & _HALF == other.number >> 16 & _HALF


def mark_seen(connection: sqlite3.Connection) -> Mark:
    """The mark as a connection sees it, log and all."""
    ((number,),) = connection.execute("PRAGMA application_id").fetchall()
    ((schema,),) = connection.execute("PRAGMA schema_version").fetchall()
    return Mark(number, schema)


def mark_of(database: Path) -> Mark | None:
    """The mark of the file alone; None where there is no database in it.

    SQLite looks, for whoever opens and closes a file that this process has open as a database takes its locks away.

    Raises
    ------
    sqlite3.Error
        If the file cannot be read.
    """
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return mark_seen(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
        return None


def log_of(database: Path) -> Path:
    """Where SQLite has the log of a file."""
    return database.with_name(f"{database.name}-wal")


def index_of(database: Path) -> Path:
    """Where SQLite has the index of that log, which is made anew from it."""
    return database.with_name(f"{database.name}-shm")


def belongs(database: Path) -> bool | None:
    """Whether the log beside the file is the file's own; None where there is nothing in it that could tell.

    Safe while others write: what they have changed meanwhile is looked at again.

    Raises
    ------
    OSError, sqlite3.Error
        If one of them cannot be read.
    """
    for _ in range(_TRIES):
        if not _beginning(database):
            return None
        before = mark_of(database), _beginning(database)
        verdict = _fits(before[0], list(_marks(database)))
        if before == (mark_of(database), _beginning(database)):
            return verdict
    return None


def _fits(mark: Mark | None, marks: list[Mark]) -> bool | None:
    if not marks:
        return None
    return mark is not None and (mark in marks or mark.precedes(marks[0]))


def _beginning(database: Path) -> bytes:
    """The header of the log, which has other salts with each new beginning."""
    try:
        with log_of(database).open("rb", buffering=0) as log:
            return log.read(_HEADER)
    except FileNotFoundError:
        return b""


def _marks(database: Path) -> Iterator[Mark]:
    """The marks in the log up to its last commit, the first first."""
    try:
        with log_of(database).open("rb", buffering=0) as log:
            pending: list[Mark] = []
            for page, committed, content in _frames(log):
                if page == _FIRST_PAGE:
                    schema, number = _NUMBERS.unpack(content)
                    pending.append(Mark(number, schema))
                if committed:
                    yield from pending
                    pending.clear()
    except FileNotFoundError:
        return


def _frames(log: FileIO) -> Iterator[tuple[int, int, bytes]]:
    """Of each frame since the log last began anew the page's number, whether it ends a transaction, and of the page
    as much as `Mark` needs."""
    header = log.read(_HEADER)
    if len(header) < _HEADER:
        return
    size, salts = struct.unpack(">I", header[8:12])[0], header[16:24]
    at = _HEADER
    while len(frame := log.read(_FRAME + _NUMBERS.size)) == _FRAME + _NUMBERS.size and frame[8:16] == salts:
        page, committed = struct.unpack(">II", frame[:8])
        yield page, committed, frame[_FRAME:]
        at += _FRAME + size
        log.seek(at)

"""SQLite: one file, one connection that writes, and a few that read beside it."""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Lock, RLock, get_ident, local

from index.store.engine import Row, Value
from index.store.sqlite_errors import explained, unopened
from index.store.sqlite_file import DatabaseFile, FileChange, lost
from index.store.sqlite_log import mark_seen
from index.store.sqlite_reading import place_to_read, see_that_it_is_current
from index.store.sqlite_schema import begun, bring_up_to_date, put_mark, set_up

_log = logging.getLogger(__name__)

_READERS = 8  # idle connections that are kept


class SQLiteEngine:
    """An engine over a file, or in memory; see `index.store.engine.Engine`.

    The file is in write-ahead mode: who reads never waits for who writes. One writes at a time, of all communities.

    Whenever something is read or written the engine sees that the file is still the one that it opened. If not,
    nothing is confirmed any more; as soon as nobody uses the one before, it starts anew over the one that is there.
    """

    def __init__(self, database: Path | None, scripts: Sequence[str], *, read_only: bool = False) -> None:
        """Open or create `database`; None is a database in memory. `scripts` build its schema, see `migrations`.

        A file of an older schema is copied beside itself first (``NAME.schema-3.bak``), then brought up to date. One
        that is `read_only` is opened as it is, and whatever would write is an error.

        Raises
        ------
        StoreError
            Naming the file and what to do, if it cannot be opened or is of a newer version.
        """
        self._path = database.absolute() if database is not None else None
        self._file = DatabaseFile(self._path) if self._path is not None else None
        self.name = str(database) if database is not None else "memory"
        self.opened = 0
        self._scripts = scripts
        self._read_only = read_only and database is not None
        self._lock = RLock()
        self._writer_thread: int | None = None
        self._mine = local()
        self._readers: list[sqlite3.Connection] = []
        self._lent = 0  # connections that somebody reads with
        self._closed = False
        self._missed = False  # whether it was said that the file is not there
        self._readers_lock = Lock()
        self._held: set[str] = set()
        self._writer = self._start(make=True)

    def close(self) -> None:
        """Close all connections; what was committed stays."""
        with self._lock, self._readers_lock:
            if not self._closed:
                self._closed = True
                self._close_all()

    def read(self, query: str, values: Sequence[Value]) -> list[Row]:
        """The rows of a query; in this thread's transaction, if one is open."""
        with self._errors():
            snapshot: sqlite3.Connection | None = getattr(self._mine, "snapshot", None)
            if snapshot is not None:
                self._check(snapshot)
                return snapshot.execute(query, values).fetchall()
            if self._path is None or self._writer_thread == get_ident():
                with self._lock:
                    self._check(self._writer)
                    return self._writer.execute(query, values).fetchall()
            with self._reader() as connection:
                return connection.execute(query, values).fetchall()

    def write(self, statement: str, values: Sequence[Value]) -> None:
        """Run a statement in this thread's transaction, or in one of its own."""
        with self.transaction(None):
            self._writer.execute(statement, values)

    def write_many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run a statement once for each of `rows`, all in one transaction."""
        with self.transaction(None):
            self._writer.executemany(statement, rows)

    @contextmanager
    def transaction(self, community: str | None) -> Iterator[None]:  # noqa: ARG002 - one writes at a time anyway
        """What this thread writes inside stands or falls together, and nobody else writes meanwhile."""
        with self._errors(), self._lock:
            if self._writer_thread is not None:
                self._check(self._writer)
                yield
                return
            if self._change(self._writer) is not None:
                self._renew()
            with begun(self._writer):
                self._writer_thread = get_ident()
                before = self._writer.total_changes
                try:
                    self._check(self._writer)
                    yield
                    self._check(self._writer)
                    if self._file is not None and self._writer.total_changes > before:
                        put_mark(self._writer)
                finally:
                    self._writer_thread = None
            self._check(self._writer)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What this thread reads inside is all as of its first look; others write meanwhile."""
        if self._path is None or self._writer_thread == get_ident():
            with self.transaction(None):
                yield
            return
        with self._errors(), self._reader() as connection:
            connection.execute("BEGIN")
            self._mine.snapshot = connection
            try:
                yield
            finally:
                self._mine.snapshot = None
                connection.execute("ROLLBACK")

    def publish(self, community: str) -> None:
        """Do nothing: see `follow`."""

    def follow(self, hear: Callable[[str | None], None]) -> None:
        """Do nothing: whoever asks looks at the file."""

    @contextmanager
    def exclusive(self, name: str) -> Iterator[bool]:
        """Hold the lock of that name, if no other thread does; one file serves one bot."""
        with self._lock:
            free = name not in self._held
            self._held.add(name)
        try:
            yield free
        finally:
            if free:
                self._held.discard(name)

    def _start(self, *, make: bool) -> sqlite3.Connection:
        """Open the file and bring its schema up to date; with `make` it need not be there. The connection that writes.

        Raises
        ------
        StoreError
        """
        try:
            if self._file is not None and not self._read_only:
                self._file.prepare(make=make)
            writer = self._open()
        except sqlite3.DatabaseError as error:
            raise (explained if self._read_only else unopened)(self.name, error) from error
        except OSError as error:
            raise unopened(self.name, error) from error
        try:
            set_up(writer)
            if self._read_only:
                see_that_it_is_current(writer, self.name, len(self._scripts))
            else:
                bring_up_to_date(writer, self._path, self.name, self._scripts)
            if self._file is not None:
                mark_seen(writer)  # which makes the log
                self._file.opened()
        except sqlite3.Error as error:
            writer.close()
            raise explained(self.name, error) from error
        except BaseException:
            writer.close()
            raise
        return writer

    def _open(self) -> sqlite3.Connection:
        """A connection to the file, which is never made by this."""
        if self._path is None:
            place = ":memory:"
        else:
            place = place_to_read(self._path, self.name) if self._read_only else f"{self._path.as_uri()}?mode=rw"
        return sqlite3.connect(place, uri=self._path is not None, isolation_level=None, check_same_thread=False)

    def _check(self, connection: sqlite3.Connection) -> None:
        """Raise StoreError if the file is no more the one that was opened."""
        if (change := self._change(connection)) is not None:
            raise lost(self.name, change)

    def _change(self, connection: sqlite3.Connection | None) -> FileChange | None:
        """What has become of the file that was opened; without a connection, see `DatabaseFile.change`."""
        if self._file is None:
            return None
        try:
            return self._file.change(None if connection is None else partial(mark_seen, connection))
        except OSError as error:
            raise unopened(self.name, error) from error

    def _renew(self) -> None:
        """Start anew over the file that is there.

        Raises
        ------
        StoreError
            If there is none, or it is in use, or cannot be opened; the next who asks tries again.
        """
        with self._lock, self._readers_lock:
            if self._file is None or self._closed:
                raise sqlite3.ProgrammingError("closed")
            change = self._change(self._writer)
            if change is None:  # another thread was first, or the file is back
                return
            if change is FileChange.GONE and not self._missed:
                self._missed = True
                _log.error("%s", lost(self.name, change))
            if change is FileChange.GONE or self._lent or self._writer_thread is not None:
                raise lost(self.name, change)
            _log.warning("%s: the database file %s; starting anew over what is there", self.name, change)
            self._close_all()
            self._writer = self._start(make=False)
            self._missed = False
            self.opened += 1

    def _close_all(self) -> None:
        """Close all connections; what of the log is not in the file yet goes into the one that it is of."""
        change = self._change(self._writer)
        if self._file is not None and change is FileChange.OVERWRITTEN:
            self._file.empty_log()
        elif change is not None:
            with suppress(sqlite3.Error):
                self._writer.execute("PRAGMA busy_timeout = 0")
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for connection in (*self._readers, self._writer):
            connection.close()
        self._readers.clear()
        if self._file is not None:
            self._file.closed()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection of this thread's alone, for one query or snapshot."""
        connection = self._borrow()
        if connection is None:
            self._renew()
            connection = self._borrow()
        if connection is None:
            raise sqlite3.OperationalError("the database file is being replaced")
        try:
            yield connection
        finally:
            self._give_back(connection)

    def _borrow(self) -> sqlite3.Connection | None:
        """A connection to what is there, to be given back; None if that is not what was opened."""
        with self._readers_lock:
            if self._closed:
                raise sqlite3.ProgrammingError("closed")
            connection = self._readers.pop() if self._readers else None
            self._lent += 1
        try:
            known = connection is not None
            if connection is None:
                connection = self._open()
            if self._change(connection) is not None:
                self._give_back(connection, keep=False)
                return None
            if not known:
                set_up(connection)
        except BaseException:
            self._give_back(connection, keep=False)
            raise
        return connection

    def _give_back(self, connection: sqlite3.Connection | None, *, keep: bool = True) -> None:
        with self._readers_lock:
            self._lent -= 1
            if connection is None:
                return
            if not keep or self._closed or len(self._readers) >= _READERS:
                connection.close()
            else:
                self._readers.append(connection)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except sqlite3.Error as error:
            change = None if self._closed else self._change(None)
            raise (explained(self.name, error) if change is None else lost(self.name, change)) from error

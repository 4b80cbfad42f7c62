"""SQLite: one file, one connection that writes, and a few that read beside it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock, RLock, get_ident, local
from time import monotonic, sleep

from index.errors import StoreError, StoreProblem
from index.store.engine import Row, Value, damaged, newer

_BUSY = 10_000  # milliseconds to wait for another process's write
_READERS = 8  # idle connections that are kept


class SQLiteEngine:
    """An engine over a file, or in memory; see `index.store.engine.Engine`.

    The file is in write-ahead mode: who reads never waits for who writes. One writes at a time, of all communities.
    """

    def __init__(self, database: Path | None, scripts: Sequence[str]) -> None:
        """Open or create `database`; None is a database in memory. `scripts` build its schema, see `migrations`.

        A file of an older schema is copied beside itself first (``NAME.schema-3.bak``), then brought up to date.

        Raises
        ------
        StoreError
            Naming the file and what to do, if it cannot be opened or is of a newer version.
        """
        self._path = database
        self.name = str(database) if database is not None else "memory"
        self._lock = RLock()
        self._writer_thread: int | None = None
        self._mine = local()
        self._readers: list[sqlite3.Connection] = []
        self._closed = False
        self._readers_lock = Lock()
        self._held: set[str] = set()
        try:
            if database is not None:
                database.parent.mkdir(parents=True, exist_ok=True)
            self._writer = self._open()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{self.name}: the database cannot be opened ({error}); "
                "check that its directory exists and may be written."
            ) from error
        try:
            with self._errors():
                _set_up(self._writer)
                self._prepare(scripts)
        except BaseException:
            self._writer.close()
            raise

    def close(self) -> None:
        """Close all connections; what was committed stays."""
        with self._lock, self._readers_lock:
            self._closed = True
            for connection in (self._writer, *self._readers):
                connection.close()
            self._readers.clear()

    def read(self, query: str, values: Sequence[Value]) -> list[Row]:
        """The rows of a query; in this thread's transaction, if one is open."""
        with self._errors():
            snapshot: sqlite3.Connection | None = getattr(self._mine, "snapshot", None)
            if snapshot is not None:
                return snapshot.execute(query, values).fetchall()
            if self._path is None or self._writer_thread == get_ident():
                with self._lock:
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
                yield
                return
            self._writer.execute("BEGIN IMMEDIATE")
            self._writer_thread = get_ident()
            try:
                yield
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:  # SQLite itself rolls back on some failures, and refuses to twice
                    self._writer.execute("ROLLBACK")
                raise
            finally:
                self._writer_thread = None

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

    def _open(self) -> sqlite3.Connection:
        database = self._path if self._path is not None else ":memory:"
        return sqlite3.connect(database, isolation_level=None, check_same_thread=False)

    def _connect(self) -> sqlite3.Connection:
        connection = self._open()
        try:
            _set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection of this thread's alone, for one query."""
        with self._readers_lock:
            if self._closed:
                raise sqlite3.ProgrammingError("closed")
            connection = self._readers.pop() if self._readers else None
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            with self._readers_lock:
                if self._closed or len(self._readers) >= _READERS:
                    connection.close()
                else:
                    self._readers.append(connection)

    def _prepare(self, scripts: Sequence[str]) -> None:
        """Bring the schema up to date in one transaction, after a copy of what is there."""
        version = _number(self._writer)
        if version > len(scripts):
            raise StoreError(newer(self.name, version, len(scripts)))
        if version < len(scripts):
            with self.transaction(None):
                version = version_of(self._writer, self.name)  # another process may have been first
                if 0 < version < len(scripts):
                    self._back_up(version)
                for number, script in enumerate(scripts[version:], version + 1):
                    for statement in _statements(script):
                        self._writer.execute(statement)
                    self._writer.execute(f"PRAGMA user_version = {number}")
        self._use_wal()

    def _back_up(self, version: int) -> None:
        """Copy the file as it was last committed; the caller's transaction keeps others from writing."""
        if self._path is None:
            return
        place = self._path.with_name(f"{self._path.name}.schema-{version}.bak")
        unfinished = place.with_name(f"{place.name}.part")
        try:
            unfinished.unlink(missing_ok=True)
            with closing(self._connect()) as source, closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
            unfinished.replace(place)
        except (OSError, sqlite3.Error) as error:
            unfinished.unlink(missing_ok=True)
            raise StoreError(
                f"{self.name}: it has to be upgraded, but the copy that is made first, {place.name}, could not be "
                f"written ({error}); nothing was changed. Free some space beside the database and start again."
            ) from error

    def _use_wal(self) -> None:
        """Switch the file to write-ahead logging; SQLite itself does not wait for others who do so."""
        until = monotonic() + _BUSY / 1000
        while True:
            try:
                self._writer.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
                sleep(0.01)
            else:
                return

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise _explained(self.name, error) from error


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_BUSY}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten


def version_of(connection: sqlite3.Connection, name: str) -> int:
    """The schema's version, 0 for none; an error where the tables are another program's."""
    version = _number(connection)
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(damaged(name), StoreProblem.DAMAGED)
    return version


def _number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _explained(name: str, error: sqlite3.Error) -> StoreError:
    """What went wrong, in words that say what to do."""
    said = str(error)
    problem = StoreProblem.OTHER
    if any(sign in said for sign in ("not a database", "malformed", "no such table", "no such column")):
        return StoreError(damaged(name), StoreProblem.DAMAGED)
    if "locked" in said or "busy" in said:
        problem = StoreProblem.BUSY
        words = f"another process has been writing for {_BUSY // 1000} seconds; try again."
    elif "readonly" in said or "read-only" in said:
        problem = StoreProblem.READ_ONLY
        words = "the database may not be written; check the permissions of the file and its directory."
    elif "unable to open" in said:
        problem = StoreProblem.READ_ONLY
        words = (
            "the database, or a file that is needed beside it, may not be opened or written; check the permissions of "
            "its directory, and whether its disk is read-only or full."
        )
    elif "full" in said:
        problem = StoreProblem.FULL
        words = "the disk is full; nothing was written. Free some space and try again."
    elif "I/O" in said:
        problem = StoreProblem.FULL
        words = (
            f"the disk did not take or give what was asked of it ({said}), so it is full or failing; nothing was "
            "written. Free some space, and see whether the system's log names the disk."
        )
    elif "closed" in said:
        words = "the database was closed; start again."
    else:
        words = f"the database failed ({said})."
    return StoreError(f"{name}: {words}", problem)

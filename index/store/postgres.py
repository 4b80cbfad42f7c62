"""PostgreSQL: one database that several processes share."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Event, Lock, Thread, local
from time import monotonic

import psycopg
from psycopg import sql
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from index.errors import StoreError, StoreProblem
from index.store.engine import Deadlines, Row, Value, damaged, newer, older
from index.store.postgres_connection import BoundedConnection, bound, connect, parameters
from index.store.postgres_dialect import explained, name_of, placed, received, sent, translated, unconfirmed

_log = logging.getLogger(__name__)

_CONNECTIONS = 8  # of a process, beside one that holds locks and one that listens
_CHANNEL = "onrecord"
_EVERY_COMMUNITY = "every community"


class PostgresEngine:
    """An engine over a PostgreSQL server; see `index.store.engine.Engine`.

    Locks are PostgreSQL's advisory ones: of transactions for writing, of a session for `exclusive`. Whoever loses the
    connection loses them. A connection is looked at before it is used: where the server is silent, all that are idle
    are thrown away, for they will be as dead, and new ones made.
    """

    opened = 0  # a server's database stays the same

    def __init__(
        self, url: str, scripts: Sequence[str], deadlines: Deadlines = Deadlines(), *, read_only: bool = False
    ) -> None:
        """Connect to the database of `url` and bring its schema up to date with `scripts`, see `migrations`.

        One that is `read_only` must have it so.

        Raises
        ------
        StoreError
            Naming the server, without a password, and what to do.
        """
        self.name = name_of(url)
        self._url = url
        self._deadlines = deadlines
        self._mine = local()
        self._locks: BoundedConnection | None = None
        self._locks_lock = Lock()
        self._held: set[str] = set()
        self._stop = Event()
        self._listener: Thread | None = None
        with self._errors(), connect(url, deadlines) as connection:
            if read_only:
                self._see_that_it_is_current(connection, len(scripts))
            else:
                self._prepare(connection, scripts)
        self._pool = ConnectionPool(
            url,
            connection_class=BoundedConnection,
            kwargs=parameters(url, deadlines),
            configure=partial(bound, deadlines=deadlines),
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=deadlines.connection,
            reconnect_timeout=deadlines.connection,  # later tries would be minutes apart; who calls lets it try anew
            check=self._check,
            open=True,
            name=_CHANNEL,
        )

    def close(self) -> None:
        """Close all connections; what was committed stays."""
        self._stop.set()
        if self._listener is not None:
            self._listener.join()
        with self._locks_lock:
            if self._locks is not None:
                self._locks.close()
        self._pool.close()

    def read(self, query: str, values: Sequence[Value]) -> list[Row]:
        """The rows of a query; in this thread's transaction, if one is open."""
        with self._connection() as connection:
            rows = connection.execute(placed(query), sent(values)).fetchall()
            return [tuple(map(received, row)) for row in rows]

    def write(self, statement: str, values: Sequence[Value]) -> None:
        """Run a statement in this thread's transaction, or in one of its own."""
        with self._within(), self._connection() as connection:
            connection.execute(placed(statement), sent(values))

    def write_many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run a statement once for each of `rows`, all in one transaction."""
        with self._within(), self._connection() as connection:
            connection.cursor().executemany(placed(statement), [sent(row) for row in rows])

    @contextmanager
    def transaction(self, community: str | None) -> Iterator[None]:
        """What this thread writes inside stands or falls together; see `Engine.transaction`."""
        with self._within() as begun:
            if begun is not None and community is None:
                _lock(begun, "pg_advisory_xact_lock", _EVERY_COMMUNITY)
            elif begun is not None:
                _lock(begun, "pg_advisory_xact_lock_shared", _EVERY_COMMUNITY)
                _lock(begun, "pg_advisory_xact_lock", f"community {community}")
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What this thread reads inside is all as of its first look; others write meanwhile."""
        with self._within(writing=False) as begun:
            if begun is not None:
                begun.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield

    def publish(self, community: str) -> None:
        """Let `follow` of all processes know that the community has changed, if the open transaction is committed."""
        self.read("SELECT pg_notify(?, ?)", (_CHANNEL, community))

    def follow(self, hear: Callable[[str | None], None]) -> None:
        """Listen in a thread of its own, which ends with `close`; it connects again when the connection is lost."""
        self._listener = Thread(target=self._listen, args=(hear,), name="onrecord-listen", daemon=True)
        self._listener.start()

    @contextmanager
    def exclusive(self, name: str) -> Iterator[bool]:
        """Hold the lock of that name, if nobody else does, until the block or this process ends."""
        with self._errors(), self._locking():
            free = name not in self._held and self._take(name)
            if free:
                self._held.add(name)
        try:
            yield free
        finally:
            if free:
                self._release(name)

    @contextmanager
    def _locking(self) -> Iterator[None]:
        """Be the only one who uses the connection of the locks, which no call keeps for long."""
        if not self._locks_lock.acquire(timeout=self._deadlines.connection):
            raise PoolTimeout("others wait for its locks")
        try:
            yield
        finally:
            self._locks_lock.release()

    def _take(self, name: str) -> bool:
        """Try for a session's lock, within `_locking`."""
        if self._locks is None or self._locks.closed:
            self._held.clear()
            self._locks = connect(self._url, self._deadlines)
        try:
            with self._locks.patient(self._deadlines.check):
                return bool(_lock(self._locks, "pg_try_advisory_lock", name)[0][0])
        except psycopg.OperationalError:  # a connection that was lost since; the next try makes another
            self._locks.close()
            raise

    def _release(self, name: str) -> None:
        with self._locks_lock:
            self._held.discard(name)
            if self._locks is None or self._locks.closed:
                return
            try:
                with self._locks.patient(self._deadlines.check):
                    _lock(self._locks, "pg_advisory_unlock", name)
            except psycopg.Error:
                self._locks.close()  # which frees its locks

    @contextmanager
    def _connection(self) -> Iterator[BoundedConnection]:
        """The connection of this thread's transaction, or else one that is its alone for a while."""
        open_one: BoundedConnection | None = getattr(self._mine, "transaction", None)
        with self._errors():
            if open_one is not None:
                yield open_one
                return
            with self._pool.connection() as connection:
                yield connection

    @contextmanager
    def _within(self, *, writing: bool = True) -> Iterator[BoundedConnection | None]:
        """A transaction of this thread's; its connection where it begins here, None inside another."""
        if getattr(self._mine, "transaction", None) is not None:
            yield None
            return
        with self._connection() as connection:
            complete = False
            try:
                with connection.transaction():
                    self._mine.transaction = connection
                    try:
                        yield connection
                    finally:
                        self._mine.transaction = None
                    complete = True
            except psycopg.OperationalError as error:
                if (
                    writing and complete and connection.closed
                ):  # lost between asking for the end of it and hearing of that
                    raise unconfirmed(self.name) from error
                raise

    def _check(self, connection: BoundedConnection) -> None:
        """See that a connection out of the pool is alive: that a server was restarted meanwhile is no failure."""
        try:
            with connection.patient(self._deadlines.check):
                connection.execute("")
        except psycopg.Error:
            self._pool.drain()
            raise

    def _prepare(self, connection: BoundedConnection, scripts: Sequence[str]) -> None:
        """Bring the schema up to date in one transaction, which leaves all as it was if it fails."""
        with connection.transaction():
            _lock(connection, "pg_advisory_xact_lock", "schema")
            version = _version(connection, self.name)
            if version is None:
                connection.execute("CREATE TABLE onrecord_schema (version BIGINT NOT NULL)")
                connection.execute("INSERT INTO onrecord_schema VALUES (0)")
                version = 0
            if version > len(scripts):
                raise StoreError(newer(self.name, version, len(scripts)))
            with connection.patient(self._deadlines.migration):
                connection.execute(f"SET LOCAL statement_timeout = '{self._deadlines.migration:.0f}s'".encode())
                for script in scripts[version:]:
                    connection.execute(translated(script).encode())
            connection.execute("UPDATE onrecord_schema SET version = %s", (len(scripts),))

    def _see_that_it_is_current(self, connection: BoundedConnection, known: int) -> None:
        version = _version(connection, self.name) or 0
        if version > known:
            raise StoreError(newer(self.name, version, known))
        if version < known:
            raise StoreError(f"{older(self.name, version, known)}.", StoreProblem.READ_ONLY)

    def _listen(self, hear: Callable[[str | None], None]) -> None:
        while not self._stop.is_set():
            try:
                with connect(self._url, self._deadlines) as connection, connection.patient(self._deadlines.check):
                    connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(_CHANNEL)))
                    hear(None)
                    self._hear_on(connection, hear)
            except (psycopg.Error, StoreError) as error:
                _log.warning("%s: not listening for other processes' changes, trying again: %s", self.name, error)
                self._stop.wait(1)

    def _hear_on(self, connection: BoundedConnection, hear: Callable[[str | None], None]) -> None:
        """Hear until the end. That nothing is said may mean that nothing gets through, so now and then it is asked."""
        looked = monotonic()
        while not self._stop.is_set():
            for notice in connection.notifies(timeout=0.2, stop_after=1):
                if notice.pid != connection.info.backend_pid:
                    hear(notice.payload)
            if monotonic() - looked > self._deadlines.check:
                connection.execute("")
                looked = monotonic()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn psycopg's errors into ours."""
        try:
            yield
        except (psycopg.Error, PoolTimeout, PoolClosed) as error:
            raise explained(self.name, error) from error


def schema_at(url: str, deadlines: Deadlines = Deadlines()) -> int:
    """The schema that the database of `url` has, 0 for none; unlike an engine, this changes nothing.

    Raises
    ------
    StoreError
        If the server cannot be asked, or the database is another program's.
    """
    name = name_of(url)
    try:
        with connect(url, deadlines) as connection:
            return _version(connection, name) or 0
    except psycopg.Error as error:
        raise explained(name, error) from error


def _lock(connection: BoundedConnection, function: str, name: str) -> list[Row]:
    call = sql.SQL("SELECT {}(hashtextextended(%s, 0))").format(sql.Identifier(function))
    return connection.execute(call, (f"onrecord {name}",)).fetchall()


def _version(connection: BoundedConnection, name: str) -> int | None:
    """The schema's version; None where there is none yet, and an error where the tables are another program's."""
    ((ours, articles),) = connection.execute(
        "SELECT to_regclass('onrecord_schema'), to_regclass('articles')"
    ).fetchall()
    if ours is None:
        if articles is not None:
            raise StoreError(damaged(name), StoreProblem.DAMAGED)
        return None
    rows = connection.execute("SELECT version FROM onrecord_schema").fetchall()
    return int(rows[0][0] or 0) if rows else 0

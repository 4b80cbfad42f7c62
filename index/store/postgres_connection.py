"""Connections to PostgreSQL on which no wait is without end, even if nothing gets through or the server is frozen."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg import Connection, capabilities
from psycopg.abc import PQGen
from psycopg.conninfo import conninfo_to_dict

from index.store.engine import Deadlines, Row

_T = TypeVar("_T")

_CANCELLING = 1.0  # seconds for a server to take notice


class OverdueError(psycopg.OperationalError):
    """The server was silent for too long; the connection is closed."""


class BoundedConnection(Connection[Row]):
    """A connection that is given up when the server is silent for too long.

    psycopg waits for the server in one place, and looks up from that ten times a second: there the time is kept. The
    server's own limits do not help where its answers are lost, nor do TCP's where its machine is well and it is not.

    Attributes
    ----------
    silence, whole : float
        As `Deadlines` has them.
    """

    silence: float = Deadlines().silence
    whole: float = Deadlines().whole

    @contextmanager
    def patient(self, seconds: float) -> Iterator[None]:
        """Bear a silence of so many seconds inside, and calls that are twice as long."""
        before = self.silence, self.whole
        self.silence, self.whole = seconds, 2 * seconds
        try:
            yield
        finally:
            self.silence, self.whole = before

    def wait(self, gen: PQGen[_T], *options: Any, **named: Any) -> _T:
        """Wait for what psycopg does with the server.

        Raises
        ------
        OverdueError
            After too long a silence.
        """
        return super().wait(self._bounded(gen), *options, **named)

    def _bounded(self, doing: PQGen[_T]) -> PQGen[_T]:
        began = heard = monotonic()
        try:
            wanted = next(doing)
            while True:
                ready = yield wanted
                now = monotonic()
                if ready:
                    heard = now
                if now - heard > self.silence or now - began > self.whole:
                    self._give_up()
                    raise OverdueError(f"it did not answer within {now - heard or now - began:.0f} seconds")
                wanted = doing.send(ready)
        except StopIteration as ended:
            done: _T = ended.value
            return done

    def _give_up(self) -> None:
        """Ask the server to end what it was computing, if it can be asked, and close, which waits for nothing."""
        if capabilities.has_cancel_safe():
            with suppress(psycopg.Error):
                self.cancel_safe(timeout=_CANCELLING)
        self.close()


def connect(url: str, deadlines: Deadlines) -> BoundedConnection:
    """Connect to the database of `url`.

    Raises
    ------
    psycopg.Error
        If that is impossible, or takes too long.
    """
    connection = BoundedConnection.connect(url, **parameters(url, deadlines))
    bound(connection, deadlines)
    return connection


def bound(connection: BoundedConnection, deadlines: Deadlines) -> None:
    """Let the connection keep to the deadlines."""
    connection.silence, connection.whole = deadlines.silence, deadlines.whole


def parameters(url: str, deadlines: Deadlines) -> dict[str, Any]:
    """How connections are made beside what the URL says: with limits for the server, and for both ends' TCP."""
    settings = {
        "lock_timeout": _milliseconds(deadlines.writing),
        "statement_timeout": _milliseconds(deadlines.statement),
        "idle_in_transaction_session_timeout": _milliseconds(deadlines.idle),
        # The server must notice within half a minute that a machine is gone, for its locks to become free.
        "tcp_keepalives_idle": 10,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 3,
        "tcp_user_timeout": _milliseconds(deadlines.silence),
    }
    session = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return {
        "autocommit": True,
        "application_name": "onrecord",
        "connect_timeout": deadlines.connecting,
        "options": f"{conninfo_to_dict(url).get('options') or ''} {session}",
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": _milliseconds(deadlines.silence),
    }


def _milliseconds(seconds: float) -> int:
    return round(1000 * seconds)

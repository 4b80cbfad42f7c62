"""A PostgreSQL server of the tests' own, from the system's binaries, on a socket in a temporary directory."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import psycopg

# Of a server that is thrown away: a crash of the machine may lose what it holds.
_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=100")

# What makes a database as good as new: nobody is in it, no row, and numbers begin anew.
_LEAVE = b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onrecord'"
_EMPTY = b"""
DO $$ DECLARE one text; BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'onrecord_schema'
    LOOP EXECUTE format('DELETE FROM %I', one); END LOOP;
    FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL
    LOOP PERFORM setval(format('%I', one)::regclass, 1, false); END LOOP;
END $$"""


class NoServerError(Exception):
    """PostgreSQL is not installed here."""


class PostgresServer:
    """A running server; every database that it gives is an empty schema of its own."""

    def __init__(self, directory: Path, control: Callable[..., None]) -> None:
        self._directory = directory
        self._control = control
        self._numbers = count(1)
        self._free: list[tuple[str, psycopg.Connection]] = []
        self._until_closed = ExitStack()

    def close(self) -> None:
        """Close the tests' own connections."""
        self._until_closed.close()

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of an empty database whose schema is up to date, if another had it before: to make one takes a
        tenth of a second. In the end all connections of the tests' own are closed, whoever has forgotten to."""
        if not self._free:
            url = self.database()
            self._free.append((url, self._until_closed.enter_context(psycopg.connect(url, autocommit=True))))
        url, connection = self._free.pop()
        yield url
        connection.execute(_LEAVE)
        connection.execute(_EMPTY)
        self._free.append((url, connection))

    def restart(self) -> None:
        """End all connections, as a restart of the machine does, and be there again."""
        self._control("restart", "-m", "fast")

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self._directory / ".s.PGSQL.5432"

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop all its processes inside, so that it takes connections and what is sent, and never answers."""
        first = int((self._directory / "data" / "postmaster.pid").read_text().split()[0])
        _signal(first, signal.SIGSTOP)  # before the others, so that there are no new ones
        children = [int(child) for child in Path(f"/proc/{first}/task/{first}/children").read_text().split()]
        try:
            for child in children:
                _signal(child, signal.SIGSTOP)
            yield
        finally:
            for process in (first, *children):
                _signal(process, signal.SIGCONT)

    def url(self, **options: str) -> str:
        """The address of the server, with libpq's parameters."""
        return f"postgresql:///postgres?{urlencode({'host': str(self._directory), 'user': 'onrecord', **options})}"

    def database(self, **options: str) -> str:
        """The address of a new, empty database, with libpq's parameters."""
        schema = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return self.url(options=f"-csearch_path={schema}", **options)


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Start a server, and end it with everything in it.

    Raises
    ------
    NoServerError
        Naming the package that has it.
    """
    programs = _programs()
    # PostgreSQL does not run as root.
    user = next((name for name in ("postgres", "nobody") if _known(name)), None) if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="onrecord-pg-") as made:
        directory = Path(made)
        if user is not None:
            shutil.chown(directory, user)

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            subprocess.run(command, check=True, capture_output=True, user=user, cwd=directory, timeout=60)

        data = str(directory / "data")
        run("initdb", "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = " ".join(f"-c {setting}" for setting in _SETTINGS)
        log = str(directory / "log")

        def control(*arguments: str) -> None:
            run("pg_ctl", *arguments, "-w", "-D", data, "-l", log, "-o", f"-k {directory} {options}")

        control("start")
        try:
            with closing(PostgresServer(directory, control)) as server:
                yield server
        finally:
            control("stop", "-m", "immediate")


def _signal(process: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # a connection's, whose client has left
        os.kill(process, number)


def _programs() -> Path:
    """Where ``initdb`` and ``pg_ctl`` are."""
    found = shutil.which("pg_ctl")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    if found is None:
        raise NoServerError("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    return Path(found).parent


def _known(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True

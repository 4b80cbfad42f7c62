"""PostgreSQL's own programs: pg_dump writes the database into a file, pg_restore and psql bring it back."""

import os
import shutil
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from index.errors import ExportError, StoreError, StoreProblem
from index.store.engine import Deadlines, migrations
from index.store.postgres_connection import connect
from index.store.postgres_dialect import explained, name_of
from index.store.sqlite import SQLiteEngine

_ENDING = 3.0  # seconds for the connections of what has just ended to be gone
_PACKAGE = "PostgreSQL's programs for clients (Debian's package postgresql-client)"


def find_program(name: str) -> str | None:
    """Where one of PostgreSQL's programs is, if it is installed."""
    return shutil.which(name)


def dump(url: str, place: Path) -> None:
    """Write our tables into `place`, in pg_dump's custom format, as of one moment.

    Raises
    ------
    StoreError
        If the server cannot be asked.
    ExportError
        With what pg_dump said, if it failed.
    """
    tables = [f"--table={table}" for table in _tables(url)]
    _run(url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", *tables, f"--file={place}")


def load(backup: Path, url: str) -> None:
    """Put what `dump` wrote in the place of our tables, in one transaction.

    Raises
    ------
    StoreError
        If the server cannot be asked, or others have the database open.
    ExportError
        With what pg_restore or psql said, if one failed.
    """
    _see_that_nobody_is_there(url)
    old = ", ".join(_tables(url))
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        restored, script = Path(folder) / "restored.sql", Path(folder) / "script.sql"
        _run(url, "pg_restore", "--no-owner", "--no-privileges", f"--file={restored}", str(backup), connects=False)
        script.write_text(f"DROP TABLE IF EXISTS {old} CASCADE;\n\\i {restored}\n", encoding="utf-8")
        _run(url, "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}")


def _run(url: str, program: str, *options: str, connects: bool = True) -> None:
    """Run one of the programs; it gets the password by its environment, which other users cannot see."""
    found = find_program(program)
    if found is None:
        raise ExportError(f"{program} is not installed here; install {_PACKAGE}, or use onrecord export and import.")
    parts = conninfo_to_dict(url)
    password = parts.pop("password", None)
    environment = os.environ | ({"PGPASSWORD": str(password)} if password is not None else {})
    at = [f"--dbname={make_conninfo('', **parts)}"] if connects else []
    done = subprocess.run(  # noqa: S603 -- the program is PostgreSQL's, and no shell reads this
        [found, *at, *options], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        said = " ".join(done.stderr.split()) or f"exit code {done.returncode}"
        raise ExportError(f"{name_of(url)}: {program} failed; nothing was changed. It says: {said}")


def count_articles(url: str) -> tuple[int, int]:
    """How many articles there are, and of how many communities; of an empty database none.

    Raises
    ------
    StoreError
    """
    ((there,),) = _asked(url, "SELECT to_regclass('articles') IS NOT NULL")
    if not there:
        return 0, 0
    ((articles, libraries),) = _asked(url, "SELECT count(*), count(DISTINCT community) FROM articles")
    return int(str(articles)), int(str(libraries))


def _see_that_nobody_is_there(url: str) -> None:
    """Raise StoreError while bots or commands have the database open: they would go on with what is in memory."""
    until = monotonic() + _ENDING
    while True:
        ((others,),) = _asked(
            url,
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'onrecord'",
        )
        if not others:
            return
        if monotonic() > until:
            words = f"{others} connections of running bots or commands have the database open; stop them first."
            raise StoreError(f"{name_of(url)}: {words}", StoreProblem.BUSY)
        sleep(0.1)


def _asked(url: str, query: LiteralString) -> list[tuple[object, ...]]:
    try:
        with connect(url, Deadlines()) as connection:
            connection.execute("SET application_name = 'onrecord-backup'")  # which is not one of those looked for
            return connection.execute(sql.SQL(query)).fetchall()
    except psycopg.Error as error:
        raise explained(name_of(url), error) from error


def _tables(url: str) -> list[str]:
    """Our tables, by what the migrations make, quoted, in the schema in which they are or would be made."""
    ((schema,),) = _asked(url, "SELECT current_schema()")
    with closing(SQLiteEngine(None, migrations())) as engine:
        rows = engine.read(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'", ()
        )
    names = [*(str(name) for (name,) in rows), "onrecord_schema"]
    return [sql.Identifier(str(schema or "public"), name).as_string(None) for name in names]

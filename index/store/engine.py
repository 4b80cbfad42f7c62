"""What the store asks of a database: SQLite's in one file, or a PostgreSQL server that several processes share."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from index.errors import StoreError

Value = str | int | bytes | None
Row = tuple[Any, ...]  # of `Value`, as the schema has them

_HALF = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long is waited for a database's server, in seconds; whatever takes longer is a `StoreError`.

    Attributes
    ----------
    connecting : int
        For a new connection to be made; at least 2.
    connection : float
        For a connection to be had, made or become free; and for another's lock. Longer than `connecting`.
    writing : float
        For another process's write to the same community.
    check : float
        For a sign of life, where the server has nothing to compute.
    silence : float
        For the next sign of life while it computes or sends; longer than `writing`. A server that is frozen, or to
        which nothing gets through, is given up after it, and asked to end what it was computing.
    statement : float
        For one statement, by the server's own clock: it ends by itself what it cannot be asked to end.
    whole : float
        For all that one call sends and gets, however lively the server is.
    migration : float
        In place of `statement` and `silence` while the schema is brought up to date.
    idle : float
        In an open transaction, for this process to go on: then the server takes it back.
    """

    connecting: int = 5
    connection: float = 10.0
    writing: float = 10.0
    check: float = 3.0
    silence: float = 12.0
    statement: float = 60.0
    whole: float = 600.0
    migration: float = 3_600.0
    idle: float = 600.0


class Engine(Protocol):
    """Runs SQL that both databases understand; placeholders are ``?``. Safe to use from several threads.

    Text is compared and ordered by code point. Every failure of the database is a `StoreError` that names it, and every
    call comes to an end.

    Attributes
    ----------
    name : str
        What messages call the database: the file's path, or the server's address without a password.
    opened : int
        Grows when another database has come into the place of the one before; what is in memory of that is of no use.
        Does so between transactions only.
    """

    name: str
    opened: int

    def read(self, query: str, values: Sequence[Value]) -> list[Row]:
        """The rows of a query; in this thread's transaction, if one is open."""

    def write(self, statement: str, values: Sequence[Value]) -> None:
        """Run a statement in this thread's transaction, or in one of its own."""

    def write_many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run a statement once for each of `rows`, all in one transaction."""

    def transaction(self, community: str | None) -> AbstractContextManager[None]:
        """What this thread writes inside stands or falls together.

        Meanwhile nobody else is in a transaction of the same `community`, of whatever process, and nobody in any if
        it is None. One inside another is part of the outer one.
        """

    def snapshot(self) -> AbstractContextManager[None]:
        """What this thread reads inside is all as of one moment; nobody waits for it, and it for nobody."""

    def publish(self, community: str) -> None:
        """Let `follow` of all processes know that the community has changed, if the open transaction is committed."""

    def follow(self, hear: Callable[[str | None], None]) -> None:
        """Call `hear`, in a thread of the engine's, with each community that another process changes, soon after it;
        with None where some may have been missed. A database of one machine, where looking costs nothing, is silent.
        """

    def exclusive(self, name: str) -> AbstractContextManager[bool]:
        """Hold the lock of that name, if no other process or thread does: tells which. A process's end releases it."""

    def close(self) -> None:
        """Close all connections; what was committed stays."""


def need_driver() -> None:
    """See that the packages are there which talk to a PostgreSQL server.

    Raises
    ------
    StoreError
        Naming the extra that installs them, if they are not.
    """
    if find_spec("psycopg") is None or find_spec("psycopg_pool") is None:
        raise StoreError(
            "a postgresql:// database needs packages that are not installed: pip install 'onrecord[postgres]', "
            "or in a copy of the sources pip install '.[postgres]'."
        )


def migrations() -> tuple[str, ...]:
    """The scripts that build the schema, the oldest first; the schema's version is how many have been run."""
    scripts = sorted(Path(__file__).with_name("migrations").glob("*.sql"))
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


def newer(name: str, version: int, known: int) -> str:
    """What to say of a database that a newer Onrecord wrote."""
    return (
        f"{name}: the database is of a newer version of Onrecord (schema {version}, this one knows {known}); "
        "upgrade Onrecord, or restore the backup that was made before that upgrade."
    )


def older(name: str, version: int, known: int) -> str:
    """What to say of a database that an older Onrecord wrote, and that is only read."""
    return (
        f"{name}: the database is of an older version of Onrecord (schema {version}, this one has {known}), and may "
        "not be written to bring it up to date"
    )


def damaged(name: str) -> str:
    """What to say of a database that cannot be Onrecord's."""
    return f"{name}: this is no Onrecord database, or it is damaged; restore a backup or give another path."


def storable(words: str) -> str:
    """The words as a database can hold them: halves of characters (lone surrogates), which have no UTF-8, as U+FFFD."""
    return words if words.isascii() else _HALF.sub("\ufffd", words)


def is_given(number: int) -> bool:
    """Whether a database may have given the number to a row."""
    return 0 < number < 2**63


def is_storable(words: str) -> bool:
    """Whether a database can hold the words as they are."""
    return storable(words) == words

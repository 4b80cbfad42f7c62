"""SQLite's errors in our words, by its codes rather than its messages."""

import errno
import os
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path

from index.errors import StoreError, StoreProblem
from index.store.engine import damaged

BUSY = 10_000
"""Milliseconds to wait for another process's write."""

_FILES = 4  # that SQLite may open for one statement: the database, its log, the log's index, a temporary one
_FOREIGN = ("no such table", "no such column")  # of code SQLITE_ERROR, as all that is wrong with a statement


_TOO_MANY = (
    "this process has too many files and connections open, so that the database cannot be opened; nothing was written. "
    "Try again; if it stays so, start Onrecord again and raise its limit (ulimit -n)."
)


def unopened(name: str, error: sqlite3.Error | OSError) -> StoreError:
    """Why the database of that name cannot be opened, and what to do."""
    if _out_of_files():
        return StoreError(f"{name}: {_TOO_MANY}", StoreProblem.FILES)
    return StoreError(
        f"{name}: the database cannot be opened ({error}); "
        f"{_another_owner(name) or 'check that its directory exists and may be written.'}"
    )


def explained(name: str, error: sqlite3.Error) -> StoreError:
    """What is wrong with the database of that name, and what to do."""
    said = str(error)
    code: int | None = getattr(error, "sqlite_errorcode", None)  # the module's own errors have none
    problem = StoreProblem.OTHER
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreError(damaged(name), StoreProblem.DAMAGED)
        case sqlite3.SQLITE_ERROR if said.startswith(_FOREIGN):
            return StoreError(damaged(name), StoreProblem.DAMAGED)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            problem = StoreProblem.BUSY
            words = f"another process has been writing for {BUSY // 1000} seconds; try again."
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR if _out_of_files():
            problem = StoreProblem.FILES
            words = _TOO_MANY
        case sqlite3.SQLITE_READONLY:
            problem = StoreProblem.READ_ONLY
            owner = _another_owner(name) or "check the permissions of the file and its directory."
            words = f"the database may not be written; {owner}"
        case sqlite3.SQLITE_CANTOPEN:
            problem = StoreProblem.READ_ONLY
            owner = _another_owner(name) or (
                "check the permissions of its directory, and whether its disk is read-only or full."
            )
            words = f"the database, or a file that is needed beside it, may not be opened or written; {owner}"
        case sqlite3.SQLITE_FULL:
            problem = StoreProblem.FULL
            words = "the disk is full; nothing was written. Free some space and try again."
        case sqlite3.SQLITE_IOERR:
            problem = StoreProblem.FULL
            words = (
                f"the disk did not take or give what was asked of it ({error.sqlite_errorname}), so it is full or "
                "failing; nothing was written. Free some space, and see whether the system's log names the disk."
            )
        case None if "closed" in said:
            words = "the database was closed; start again."
        case _:
            words = f"the database failed ({said})."
    return StoreError(f"{name}: {words}", problem)


def _another_owner(name: str) -> str | None:
    """Whose the file of that name or its directory is, and the cure, if they are closed to us for being another's.

    So is a directory of the machine's that is mounted into a container without having been given to its account.
    """
    if os.name != "posix":
        return None
    file = Path(name).absolute()
    there = next(folder for folder in file.parents if os.access(folder, os.F_OK))
    me = os.geteuid()
    for path, wanted in ((there, os.W_OK | os.X_OK), (file, os.R_OK | os.W_OK)):
        with suppress(OSError):
            owner = path.stat().st_uid
            if owner != me and not os.access(path, wanted) and not os.statvfs(path).f_flag & os.ST_RDONLY:
                return (
                    f"{path} belongs to the account number {owner}, and Onrecord runs as number {me}. "
                    f"Give it to that one: chown --recursive {me}:{os.getegid()} {there} "
                    "(for a folder that is mounted into a container, do so with that folder, outside it)."
                )
    return None


def _out_of_files() -> bool:
    """Whether this process, or the machine, can open too few files more for SQLite to work."""
    with ExitStack() as opened:
        try:
            for _ in range(_FILES):
                opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        except OSError as error:
            return error.errno in (errno.EMFILE, errno.ENFILE)
    return False

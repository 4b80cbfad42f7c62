"""The files of a SQLite database on their disk: made for their owner alone, and watched while they are open."""

import logging
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from index.errors import StoreError, StoreProblem
from index.store.sqlite_log import Mark, belongs, index_of, log_of, mark_of

_log = logging.getLogger(__name__)

_PRIVATE = 0o600  # the mode of a database and of its copies
_TRIES = 5  # while another process writes


class FileChange(StrEnum):
    """What happened to a database beneath those who have it open; the value says so after "the database file"."""

    GONE = "was removed"
    REPLACED = "was replaced by another one"
    OVERWRITTEN = "was overwritten"
    LOG = "has lost its log (the files -wal and -shm beside it)"


_Identity = tuple[int, int]
"""A file's device and inode: which it is, not how it is called."""


class _State(NamedTuple):
    """The three files, and when the database was last written and how large it was then."""

    database: _Identity
    log: _Identity | None
    log_index: _Identity | None
    written: tuple[int, int]


class DatabaseFile:
    """A database's file, and its log and the log's index beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._names = tuple(map(str, (path, log_of(path), index_of(path))))  # for they are looked at all the time
        self._known: _State | None = None

    def prepare(self, *, make: bool) -> None:
        """Have a file to open, with no other file's log beside it; with `make`, an empty one if there is none.

        Raises
        ------
        OSError
        """
        if make:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not self.path.exists():
                self._set_aside()  # SQLite would delete it
                with suppress(FileExistsError):
                    make_private(self.path)
        if belongs(self.path) is False:
            self._set_aside()

    def opened(self) -> None:
        """Take what is there now for what was opened."""
        self._known = self._state()

    def closed(self) -> None:
        """Take nothing for what was opened."""
        self._known = None

    def change(self, seen: Callable[[], Mark] | None) -> FileChange | None:
        """What has happened since `opened`.

        `seen` gives the mark as one of the connections has it; without, it is not found out whether the file was
        overwritten.
        """
        known, now = self._known, self._state()
        if now is None:
            return FileChange.GONE
        if known is None or now.database != known.database:
            return FileChange.REPLACED
        if (known.log, known.log_index) != (now.log, now.log_index):
            return FileChange.LOG
        if seen is not None and now.written != known.written:
            if self._is_overwritten(seen):
                return FileChange.OVERWRITTEN
            self._known = now
        return None

    def empty_log(self) -> None:
        """Set a copy of the log aside and empty it, so that whoever has it open can lay it over nothing."""
        log = log_of(self.path)
        with suppress(FileNotFoundError):
            aside = self._place_aside()
            shutil.copyfile(log, aside, follow_symlinks=False)
            aside.chmod(_PRIVATE)
            os.truncate(log, 0)
            _log.warning("%s: its log was of the database before; it is now %s", self.path, aside.name)

    def _set_aside(self) -> None:
        """Take a log that is another database's away, and its index."""
        log = log_of(self.path)
        if not log.exists():
            return
        aside = self._place_aside()
        with suppress(FileNotFoundError):
            index_of(self.path).unlink()
        with suppress(FileNotFoundError):
            log.replace(aside)
            _log.warning(
                "%s: the log beside it was another database's, such as the one before a restore; it is now %s",
                self.path,
                aside.name,
            )

    def _place_aside(self) -> Path:
        at = datetime.now(UTC)
        return self.path.with_name(f"{self.path.name}.set-aside-{at:%Y%m%dT%H%M%S%f}.wal")

    def _state(self) -> _State | None:
        database, log, index = map(_found, self._names)
        if database is None:
            return None
        written = (database.st_mtime_ns, database.st_size)
        return _State(_identity(database), log and _identity(log), index and _identity(index), written)

    def _is_overwritten(self, seen: Callable[[], Mark]) -> bool:
        """Whether another database was written into the file: with its own log, it has a mark that fits."""
        for _ in range(_TRIES):
            verdict = belongs(self.path)
            if verdict is not None:
                return not verdict
            if mark_of(self.path) == seen():
                return False
        return True


def make_private(path: Path) -> None:
    """Make an empty file for its owner alone.

    Raises
    ------
    OSError
        FileExistsError if there is one.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))


def lost(name: str, change: FileChange) -> StoreError:
    """What to say of a database that is no more what was opened."""
    cure = "restore it from a backup; Onrecord goes on with the file as soon as it is there"
    if change is not FileChange.GONE:
        cure = "Onrecord goes on with what is there now; see that it is what should be there, and do it again"
    return StoreError(
        f"{name}: the database file {change} while Onrecord was running, so nothing was saved; {cure}.",
        StoreProblem.LOST,
    )


def _found(name: str) -> os.stat_result | None:
    try:
        return os.stat(name)  # noqa: PTH116 -- a third of the time
    except (FileNotFoundError, NotADirectoryError):
        return None


def _identity(found: os.stat_result) -> _Identity:
    return found.st_dev, found.st_ino

"""Where exports and backups are written to: whole or not at all."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.cli.inputs import is_dash
from index.errors import ExportError

if TYPE_CHECKING:
    from index.store import Database

_ROOM = "free some space, or give another place"
_CURES = {errno.ENOSPC: _ROOM, errno.EDQUOT: _ROOM, errno.EFBIG: _ROOM}


@contextmanager
def destination(path: Path | None, what: str, *, force: bool, beside: "Database") -> Iterator[Path]:
    """An empty file to write to, for its owner alone: it becomes the file at `path`, or goes to standard output where
    that is None or ``-``, once all of it is there. Until then that is `beside` the database, where there is room.

    So half an export is never taken for one, and a slow reader of standard output does not keep the database's log
    from being cleared.

    Raises
    ------
    click.UsageError
        If `path` exists and there is no `force`.
    ExportError
        If it cannot be written; `what` is its name in that message.
    """
    to_stdout = path is None or is_dash(path)
    try:
        if path is None or to_stdout:
            with _temporary(roomy(beside), "onrecord") as place:
                yield place
                with place.open("rb") as written:
                    shutil.copyfileobj(written, sys.stdout.buffer)
            return
        if path.exists() and not path.is_file():
            raise click.UsageError(f"{path}: it is no file that could be replaced; write to - and lead that into it.")
        if path.exists() and not force:
            raise click.UsageError(f"{path}: it exists already; give another name, or --force to write over it.")
        target = path.resolve()
        with _temporary(target.parent, target.name) as place:
            yield place
            with place.open("rb") as written:
                os.fsync(written.fileno())
            place.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(
            f"{'standard output' if to_stdout else path}: the {what} could not be written ({error.strerror}); "
            f"{_CURES.get(error.errno or 0, 'give another place')}."
        ) from error


def roomy(database: "Database") -> Path:
    """A folder for files as large as the database: its own, if that may be written."""
    folder = database.absolute().parent if isinstance(database, Path) else None
    return folder if folder is not None and os.access(folder, os.W_OK) else Path(tempfile.gettempdir())


@contextmanager
def _temporary(folder: Path, name: str) -> Iterator[Path]:
    handle, made = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    os.close(handle)
    try:
        yield Path(made)
    finally:
        Path(made).unlink(missing_ok=True)

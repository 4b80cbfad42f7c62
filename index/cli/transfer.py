"""export, import, forget: what is done to whole libraries."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from index.cli.options import common
from index.cli.session import Output, complete, writing
from index.errors import ExportError, StoreError
from index.model.identifiers import PUBLIC

if TYPE_CHECKING:
    from index.store import Database
    from index.transfer import Moved


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--community", default=PUBLIC, show_default=True, help="Whose library; a server's is discord-ID.")
@click.option("--all", "everything", is_flag=True, help="The libraries of all communities.")
@click.option("--force", is_flag=True, help="Write over FILE if it exists.")
@common
def export(
    file: Path | None, community: str, everything: bool, force: bool, output: Output, database: "Database"
) -> None:
    """Write a library to FILE, or to standard output, as lines of JSON that import reads.

    Everything is in it: articles with all that was found in them, removed ones, corrections, rules on names,
    preferences, reports, the record of what was done, and feeds. The bot may run meanwhile.

    \b
    Examples:
      onrecord export library.jsonl
      onrecord export --all | gzip > everything.jsonl.gz
    """
    with writing(database) as library, _destination(file, force=force) as written:
        moved = library.of(community).transfer.export(written, everything=everything)
    for one in moved:
        if file is None:
            output.note(f"exported: {_figures(one)}")
        else:
            output.result(one, f"exported: {_figures(one)}")


@click.command("import")
@click.argument("file", type=click.File("rb"))
@common
def import_(file: BinaryIO, output: Output, database: "Database") -> None:
    """Read libraries from a FILE that export wrote; - is standard input.

    They must be empty here. Either all of FILE is imported or, if any line is wrong, nothing. Nobody else can write to
    the database meanwhile.

    \b
    Example:
      onrecord import library.jsonl --database new.db
    """
    with writing(database, encoded=True) as library:
        moved = library.transfer.import_(file, "standard input" if file is sys.stdin.buffer else file.name)
        for one in moved:
            output.result(one, f"imported: {_figures(one)}")
        for one in moved:
            with suppress(StoreError):  # as in `writing`
                library.of(one.community).save_reader()
        for one in moved:
            complete(library.of(one.community), output)


@click.command()
@click.option("--user", metavar="ID", help="Whose id is taken out, with what they wrote in reports.")
@click.option("--community", metavar="NAME", help="What is deleted whole; a Discord server's is discord- and its id.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@common
def forget(user: str | None, community: str | None, yes: bool, output: Output, database: "Database") -> None:
    """Delete for good what is stored of a person, in all servers, or of a server.

    \b
    Examples:
      onrecord forget --user 80351110224678912
      onrecord forget --community discord-197038439483310086
    """
    if (user is None) == (community is None):
        raise click.UsageError("Give --user ID or --community NAME, one of them.")
    with writing(database) as library:
        privacy = library.privacy
        if user is not None:
            found = sum(count.number for count in privacy.stored_of(user))
            what = f"{found} acts, reports, corrections and removals of user {user}"
        else:
            found = int(community in privacy.communities())
            what = f"everything of {community}"
        if not found:
            output.error(f"nothing is stored of {user if user is not None else community}; check the id.")
            return
        if not yes:
            click.confirm(f"Delete {what}, for good?", abort=True, err=True)
        if user is not None:
            privacy.forget_person(user)
        elif community is not None:
            privacy.forget_community(community)
    output.result({"user": user, "community": community, "forgotten": found}, f"deleted: {what}")


@contextmanager
def _destination(path: Path | None, *, force: bool) -> Iterator[BinaryIO]:
    """What to write to: it becomes the file at `path`, or goes to standard output, once all of it is there.

    So half an export is never taken for one, and a slow reader of standard output does not keep the database's log
    from being cleared.

    Raises
    ------
    ExportError
        If it cannot be written, or `path` exists and there is no `force`.
    """
    try:
        if path is None:
            with tempfile.TemporaryFile() as spool:
                yield spool
                spool.seek(0)
                shutil.copyfileobj(spool, sys.stdout.buffer)
        elif path.exists() and not path.is_file():
            raise ExportError(f"{path}: it is no file that could be replaced; export without FILE into it.")
        elif path.exists() and not force:
            raise ExportError(f"{path}: it exists already; give another name, or --force to write over it.")
        else:
            with _replacing(path.resolve()) as file:
                yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(
            f"{path or 'standard output'}: the export could not be written ({error.strerror}); "
            "free some space, or give another place."
        ) from error


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of that at `path` when it is complete; only its owner may read it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def _figures(moved: "Moved") -> str:
    return f"{moved.community} ({', '.join(f'{kind} {number}' for kind, number in moved.things.items())})"

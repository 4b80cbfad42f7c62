"""backup, restore: whole databases into files and back, and single articles that were removed."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.cli.articles import each
from index.cli.completions import removed
from index.cli.destination import destination, roomy
from index.cli.inputs import is_dash, name_at
from index.cli.options import common
from index.cli.output import Output
from index.cli.render import many
from index.cli.session import agreed, changing, complete, see_that_it_is_there, whole

if TYPE_CHECKING:
    from index.transfer.backups import Contents


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--force", is_flag=True, help="Write over FILE if it exists.")
@common
def backup(file: Path, force: bool, output: Output, database: Path | str) -> None:
    """Copy the whole database into FILE, or to standard output (-).

    The bot may run meanwhile. The copy of a SQLite file is one, checked and complete; that of a PostgreSQL database is
    what pg_dump makes, or where that is not installed, an export of all libraries. onrecord restore --backup takes each
    of them.

    \b
    Examples:
      onrecord backup onrecord-2026-11-27.db
      onrecord backup - | gzip > onrecord.db.gz
    """
    from index.transfer.backups import back_up

    see_that_it_is_there(database, output)
    if is_dash(file) and sys.stdout.isatty():
        raise click.UsageError("A backup is nothing for a terminal; give a FILE, or lead - into one.")
    with destination(file, "backup", force=force, beside=database) as place:
        found = back_up(database, place)
    told = f"backed up: {_figures(found)}, as {found.kind}"
    if is_dash(file):
        output.note(told)
    else:
        output.result(_shape(found, file), told)


@click.command()
@click.argument("article_ids", nargs=-1, metavar="[ID...]", shell_complete=removed)
@click.option(
    "--backup",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Put what onrecord backup wrote in the place of the whole database.",
)
@click.option("--yes", is_flag=True, help="Do not ask before a database is replaced.")
@common
def restore(article_ids: tuple[str, ...], file: Path | None, yes: bool, output: Output, database: Path | str) -> None:
    """Bring back removed articles, or a whole database.

    Articles by their ids, see onrecord list --removed; a database from a backup. The SQLite file that is replaced is
    kept beside the new one; a running bot goes on with the new one by itself. The bots of a PostgreSQL database have to
    be stopped first. What export wrote is taken too, by an empty database.

    \b
    Examples:
      onrecord restore council-votes-to-keep-lower-mill-library-open
      onrecord restore --backup onrecord-2026-11-27.db
      onrecord restore --backup - --yes < onrecord-2026-11-27.db
    """
    if bool(article_ids) == (file is not None):
        raise click.UsageError("Give the ids of articles, or --backup FILE, one of them.")
    if file is not None:
        _restore_all(file, database, output, asks=not yes)
        return
    with changing(database, output, encoded=True) as library:
        each(article_ids, "restored", library.removals.restore, output)
        complete(library, output)


def _restore_all(file: Path, database: Path | str, output: Output, *, asks: bool) -> None:
    from index.transfer.backups import contents_of, kind_of, put_back

    name = name_at(file)
    if asks and is_dash(file):
        raise click.UsageError("What comes from standard input is restored without a question; say --yes.")
    with _opened(file, database) as place:
        kind = kind_of(place, name)
        there = contents_of(database)
        question = f"Put {file} in the place of {_figures(there)}?" if there is not None and there.articles else None
        if asks and question is not None and not agreed(question, output):
            return
        with whole(output):
            restored = put_back(place, name, kind, database)
    output.result(_shape(restored.now, file), f"restored: {_figures(restored.now)}")
    if restored.before is not None:
        output.note(f"What was there before is {restored.before}; delete it when nothing is missing.")


@contextmanager
def _opened(file: Path, database: Path | str) -> Iterator[Path]:
    """The file, or one of what standard input has, beside the database for the room."""
    if not is_dash(file):
        yield file
        return
    with tempfile.TemporaryDirectory(prefix=".onrecord-", dir=roomy(database)) as folder:
        place = Path(folder) / "backup"
        with place.open("wb") as written:
            shutil.copyfileobj(sys.stdin.buffer, written)
        yield place


def _figures(found: "Contents") -> str:
    return f"{many(found.articles, 'article')} in {many(found.libraries, 'library', 'libraries')}"


def _shape(found: "Contents", file: Path) -> dict[str, object]:
    return {"file": str(file), "kind": found.kind, "articles": found.articles, "libraries": found.libraries}

"""How commands open a library."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.cli.output import Output
from index.cli.program import Code
from index.errors import ReadingError, StoreError, StoreProblem

if TYPE_CHECKING:
    from index.encoder.encoder import Encoder
    from index.library.library import Library
    from index.store import Database

_ENCODER = "ONRECORD_ENCODER"
_OTHER_PLACES = Path(".env"), Path("/run/secrets")  # of settings
_NONE_YET = "No articles have been added yet; this is about the bundled samples. Add your own: onrecord add FILE..."


@contextmanager
def writing(database: "Database", *, encoded: bool = False) -> Iterator["Library"]:
    """The library of `database`, created if need be; who asks it next need not build its index.

    With `encoded` it has the encoder, unless the settings turn it off.
    """
    from index.library.library import open_library

    with open_library(database, encoder=chosen_encoder(database) if encoded else None) as library:
        yield library
        with suppress(StoreError):  # what was to be written is, and an index can be built again
            library.save_reader()


@contextmanager
def changing(database: "Database", output: Output, *, encoded: bool = False) -> Iterator["Library"]:
    """The same of a database that is there; without one the command ends, and none is made."""
    see_that_it_is_there(database, output)
    with writing(database, encoded=encoded) as library:
        yield library


@contextmanager
def reading(database: "Database", output: Output, *, encoded: bool = False) -> Iterator["Library"]:
    """The library of `database`, or the samples where it has no articles; with `encoded` as `writing`.

    Where it may not be written, by its permissions or its disk, it is read all the same.
    """
    from index.library.library import open_samples

    if not isinstance(database, Path) or database.exists():
        with _opened_to_read(database, chosen_encoder(database) if encoded else None) as library:
            if len(library):
                yield library
                return
    output.note(_NONE_YET)
    with open_samples(encoder=chosen_encoder(database) if encoded else None) as samples:
        yield samples


@contextmanager
def looking(database: "Database", output: Output) -> Iterator["Library"]:
    """The library of a database that is there, whatever it holds, to be read alone; as `reading`."""
    see_that_it_is_there(database, output)
    with _opened_to_read(database) as library:
        yield library


def see_that_it_is_there(database: "Database", output: Output) -> None:
    """End the command where there is no such file."""
    if isinstance(database, Path) and not database.exists():
        output.error(f"{database}: there is no database yet; onrecord add makes it, --database names another.")
        raise click.exceptions.Exit(Code.NOTHING)


@contextmanager
def whole(output: Output) -> Iterator[None]:
    """Do something as a whole or not at all: where what it reads cannot be, the command has failed."""
    try:
        yield
    except ReadingError as error:
        output.error(str(error))
        raise click.exceptions.Exit(Code.FAILED) from None


def agreed(question: str, output: Output) -> bool:
    """Ask whether to go on; else the command has failed, and done nothing."""
    try:
        agrees = click.confirm(question, err=True)
    except click.Abort as ended:
        click.echo(err=True)  # the question's line has no end yet
        if isinstance(ended.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        agrees = False
    if not agrees:
        output.error("nothing was changed; with --yes nobody is asked.")
    return agrees


def complete(library: "Library", output: Output, *, at_most: int | None = None) -> None:
    """Let the encoder read what it has not, unless it is more than `at_most` sentences; Ctrl-C leaves it for later."""
    with suppress(KeyboardInterrupt, StoreError), output.waiting("Reading for what it means; Ctrl-C leaves that"):
        library.complete(at_most=at_most)  # all that was asked for is done, and answers go without


def chosen_encoder(database: "Database") -> "Encoder | None":
    """The encoder, unless the settings turn it off."""
    wanted = plainly_wanted()
    if wanted is not None:
        from index.encoder.encoder import shared_encoder

        return shared_encoder() if wanted else None
    from index.settings import LibrarySettings, read_settings

    return read_settings(LibrarySettings, database=database).chosen_encoder


def plainly_wanted() -> bool | None:
    """Whether the encoder is wanted, told without what reads all settings, for that takes a tenth of a second to load;
    None where it must: something else is set, or elsewhere than in the environment, or in other words."""
    names = {name for name in os.environ if name.upper().startswith("ONRECORD_")}
    encoder = os.environ.get(_ENCODER) or "on"
    if names - {_ENCODER} or encoder not in ("on", "off") or any(place.exists() for place in _OTHER_PLACES):
        return None
    return encoder == "on"


def _opened_to_read(database: "Database", encoder: "Encoder | None" = None) -> "Library":
    """The library of a database that may be one which nobody may write: a file, or anything beside it; a server's."""
    from index.library.library import open_library

    if isinstance(database, Path):
        protected = not (os.access(database, os.W_OK) and os.access(database.parent, os.W_OK))
        return open_library(database, encoder=encoder, read_only=protected)
    try:
        return open_library(database, encoder=encoder)
    except StoreError as error:
        if error.problem is not StoreProblem.READ_ONLY:
            raise
        return open_library(database, encoder=encoder, read_only=True)

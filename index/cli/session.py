"""What the commands share: how a library is opened, and how output is written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from index.cli.shapes import dump
from index.errors import StoreError

if TYPE_CHECKING:
    from index.encoder.encoder import Encoder
    from index.library.library import Library
    from index.store import Database


class Output:
    """Results on stdout, as JSON lines or for people; everything else on stderr. `failed` once an error was said."""

    def __init__(self, *, as_json: bool) -> None:
        from rich.console import Console

        self.as_json = as_json
        self.failed = False
        self.err = Console(stderr=True, highlight=False, soft_wrap=True)
        self._out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())

    def result(self, value: object, text: Text | str) -> None:
        """One result: the JSON line of `value`, or its text."""
        if self.as_json:
            click.echo(dump(value))
        else:
            self._out.print(text, markup=False)

    def words(self, text: str = "") -> None:
        """Words for people that no program wants."""
        if not self.as_json:
            self._out.print(text, markup=False)

    def note(self, text: str) -> None:
        """A remark, on stderr."""
        self.err.print(text, markup=False, style="dim")

    def error(self, text: str) -> None:
        """A failure, on stderr; the command goes on and ends with exit code 1."""
        self.failed = True
        self.err.print(Text.assemble(("error: ", "bold red"), text))


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
def reading(database: "Database", output: Output, *, encoded: bool = False) -> Iterator["Library"]:
    """The library of `database`, or the samples where it has no articles; with `encoded` as `writing`."""
    from index.library.library import open_library, open_samples

    if not isinstance(database, Path) or database.exists():
        with open_library(database, encoder=chosen_encoder(database) if encoded else None) as library:
            if len(library):
                yield library
                return
    output.note(
        "No articles have been added yet; this is about the bundled samples. Add your own: onrecord add FILE..."
    )
    with open_samples() as samples:
        yield samples


def complete(library: "Library", output: Output, *, at_most: int | None = None) -> None:
    """Let the encoder read what it has not, unless it is more than `at_most` sentences; Ctrl-C leaves it for later."""
    waiting = "Reading for what it means; Ctrl-C leaves that for later"
    shown = output.err.status(waiting) if output.err.is_terminal and not output.as_json else nullcontext()
    with suppress(KeyboardInterrupt, StoreError), shown:  # all that was asked for is done, and answers go without
        library.complete(at_most=at_most)


def chosen_encoder(database: "Database") -> "Encoder | None":
    """The encoder, unless the settings turn it off."""
    from index.settings import LibrarySettings, read_settings

    return read_settings(LibrarySettings, database=database).chosen_encoder


def utf8() -> None:
    """Write UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def quiet_pipe() -> None:
    """After a reader has gone: make sure that nothing is written to it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

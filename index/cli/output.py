"""How commands write: results, remarks, errors, a bar while something takes long, and how they end."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import click
from rich.text import Text

from index.cli.program import Code
from index.cli.render import printable
from index.cli.shapes import dump
from index.errors import (
    ExportError,
    InvalidRequestError,
    NothingToExportError,
    OnrecordError,
    SettingsError,
    StoreError,
    UnknownNameError,
)

_FEW = 3  # steps that are done before anybody would look at a bar


def code_of(error: OnrecordError) -> Code:
    """How a command ends that an error has ended."""
    match error:
        case UnknownNameError() | NothingToExportError():
            return Code.NOTHING
        case InvalidRequestError() | SettingsError():
            return Code.USAGE
        case StoreError() | ExportError():
            return Code.FAILED
        case _:
            return Code.NOTHING


class Output:
    """Results on stdout, as JSON lines or for people; everything else on stderr. `failed` once an error was said.

    Where both are a terminal they are written by one console, which knows where its bar stands.
    """

    def __init__(self, *, as_json: bool) -> None:
        from rich.console import Console

        def console(*, stderr: bool, soft_wrap: bool) -> Console:
            return Console(stderr=stderr, highlight=False, soft_wrap=soft_wrap, color_system=_colours())

        self.as_json = as_json
        self.failed = False
        self.terminal = sys.stdout.isatty()
        self._out = console(stderr=False, soft_wrap=not self.terminal)
        self.watched = sys.stderr.isatty()
        one = self.terminal and self.watched
        self._err = self._out if one else console(stderr=True, soft_wrap=True)

    def result(self, value: object, text: Text | str) -> None:
        """One result: the JSON line of `value`, or its text; what of that is styled has been made `printable`."""
        if not self.as_json:
            self._print(printable(text) if isinstance(text, str) else text)
        elif self.terminal:
            self._out.out(dump(value), highlight=False)
        else:
            click.echo(dump(value))

    def words(self, text: str = "") -> None:
        """Words for people that no program wants."""
        if not self.as_json:
            self._print(printable(text))

    def _print(self, text: Text | str) -> None:
        """Lines that a terminal is too narrow for are broken between words; where an id or a link is as long, by the
        terminal itself, so that it is copied whole."""
        longest = max(map(len, str(text).split()), default=0)
        self._out.print(text, markup=False, soft_wrap=not self.terminal or longest > self._out.width)

    def note(self, text: str) -> None:
        """A remark, on stderr."""
        self._err.print(printable(text), markup=False, style="dim", soft_wrap=True)

    def error(self, text: str) -> None:
        """A failure, on stderr; the command goes on and ends with exit code 1."""
        self.failed = True
        self._err.print(Text.assemble(("error: ", "bold red"), printable(text)), soft_wrap=True)

    @contextmanager
    def waiting(self, words: str) -> Iterator[None]:
        """Say what is waited for, where somebody looks on."""
        if not self.watched or self.as_json:
            yield
            return
        with self._err.status(words):
            yield

    @contextmanager
    def bar(self, what: str, steps: int) -> Iterator[Callable[[str], None]]:
        """Show how many of so many steps are done, where somebody looks on; say before each step what it is about."""
        if not self.watched or steps <= _FEW:
            yield lambda _: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn(what),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn(
                "{task.description}",
                markup=False,
            ),
        )
        begun = 0
        with Progress(*columns, console=self._err, transient=True, redirect_stdout=False) as progress:
            task = progress.add_task("", total=steps)

            def show(name: str) -> None:
                nonlocal begun
                progress.update(task, completed=begun, description=_short(name))
                begun += 1

            yield show


class Tally:
    """What became of many things, if anything did; `str` is one line of it."""

    def __init__(self) -> None:
        self._outcomes: Counter[str] = Counter()

    def count(self, outcome: str) -> None:
        """One more came to this."""
        self._outcomes[outcome] += 1

    def __bool__(self) -> bool:
        return bool(self._outcomes)

    def __str__(self) -> str:
        return (
            ", ".join(f"{number} {outcome}" for outcome, number in sorted(self._outcomes.items())) or "nothing done yet"
        )


def _short(name: str) -> str:
    """The end of a name that might be longer than a terminal is wide."""
    return name if len(name) <= 30 else f"…{name[-29:]}"


def _colours() -> Literal["auto", "standard"] | None:
    """None as NO_COLOR wants it, some even on what calls itself a dumb terminal or is none as FORCE_COLOR wants it."""
    if os.environ.get("NO_COLOR"):
        return None
    dumb = os.environ.get("TERM", "dumb") in ("dumb", "unknown")
    return "standard" if os.environ.get("FORCE_COLOR") and dumb else "auto"

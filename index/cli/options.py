"""The options that commands share: the database, JSON, and which passages are wanted."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import reduce, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from index.cli.completions import articles, outlets, speakers
from index.cli.output import Output, code_of
from index.cli.program import INTERRUPTED, INTERRUPTION, Code
from index.errors import OnrecordError, SettingsError

_F = TypeVar("_F", bound=Callable[..., Any])


class _Day(click.ParamType[date]):
    """A day, as all options take one."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        with suppress(ValueError):
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):  # of ISO's ways of writing one, the plainest
                return date.fromisoformat(value)
        return self.fail(f"'{value}' is no day; write one as year-month-day, such as 2026-02-14.", param, ctx)


DAY = _Day()


def common(command: Callable[..., bool | None]) -> Callable[..., None]:
    """Give a command its `database`, and all that `with_output` gives."""
    database = click.option(
        "--database",
        callback=_database,
        metavar="FILE_OR_URL",
        show_default="ONRECORD_DATABASE in the environment or .env, else your data directory",
        help="The file that holds the articles, or the postgresql:// URL of a server's database.",
    )
    return database(with_output(command))


def with_output(command: Callable[..., bool | None]) -> Callable[..., None]:
    """Give a command its `output`, as ``--json`` has it; it may return whether anything was found.

    Exit code 1 if nothing was, or if some of it failed; others, and our errors' one line, as `code_of` has them.
    """

    @wraps(command)
    def ended(*, as_json: bool, **given: Any) -> None:
        output = Output(as_json=as_json)
        try:
            found = command(output=output, **given)
        except OnrecordError as error:
            output.error(str(error))
            raise click.exceptions.Exit(code_of(error)) from None
        except KeyboardInterrupt:
            output.note(INTERRUPTION)
            raise click.exceptions.Exit(INTERRUPTED) from None
        if output.failed or found is False:
            raise click.exceptions.Exit(Code.NOTHING)

    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, for programs.")(ended)


def _database(_: click.Context, __: click.Parameter, value: str | None) -> Path | str:
    """What is named, else what is set, as the bot reads it; so is the password of a server, wherever it is named."""
    from index.store import is_server, misaddressed

    if value is not None and not is_server(value):
        if (wrong := misaddressed(value)) is not None:
            raise click.BadParameter(f"{wrong}.")
        if not value.strip():
            raise click.BadParameter("it is empty; give a file's name, or leave it out.")
        if Path(value).is_dir():
            raise click.BadParameter(f"{value} is a directory; give a file's name.")
        return Path(value)
    from index.settings import LibrarySettings, read_settings

    try:
        return read_settings(LibrarySettings, **({} if value is None else {"database": value})).opened
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def filtered(*, by_article: bool = True, by_speaker: bool = False) -> Callable[[_F], _F]:
    """Give a command the options by which passages or articles are kept, as `article`, `speaker`, `outlet`, `since` and
    `until`."""
    outlet = "Only what this outlet published or is cited for." if by_article else "Only what this outlet published."
    options = [
        click.option("--until", type=DAY, metavar="DATE", help="Only articles up to this day."),
        click.option("--since", type=DAY, metavar="DATE", help="Only articles from this day on, such as 2026-02-14."),
        click.option("--outlet", metavar="NAME", shell_complete=outlets, help=outlet),
    ]
    if by_speaker:
        helped = "Only what this person or organisation said."
        options.append(click.option("--speaker", metavar="NAME", shell_complete=speakers, help=helped))
    if by_article:
        helped = "Only from this article; see onrecord list."
        options.append(click.option("--article", metavar="ID", shell_complete=articles, help=helped))
    return lambda command: reduce(lambda given, option: option(given), options, command)


def most(things: str, default: int | None = None, limit: int | None = None) -> Callable[[_F], _F]:
    """Give a command ``-n``, how many `things` are wanted, as `count`: at most `limit`."""
    return click.option(
        "-n",
        "--limit",
        "count",
        type=click.IntRange(min=1, max=limit),
        metavar="N",
        default=default,
        show_default=default is not None,
        help=f"{things} at most.",
    )

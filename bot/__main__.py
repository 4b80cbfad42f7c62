"""``onrecord-bot``: run the bot, or check that it could run.

The bot itself is loaded by the commands that need it: how it is, is asked every minute.
"""

import asyncio
import contextlib
import logging
import os
from pathlib import Path
from typing import NoReturn

import click

import index
from bot.monitoring.health import TIMEOUT, ask_health
from bot.settings import Settings, load_settings, parse_shards, settings_table
from index import Code, OnrecordError, SettingsError, run_program

log = logging.getLogger(__name__)


class _Group(click.Group):
    """Commands with the settings below them."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        with formatter.section("Settings (environment, .env, or files in a secrets directory)"):
            formatter.write_dl([(row.name, row.help) for row in settings_table()])


@click.group(
    cls=_Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="onrecord", prog_name="onrecord-bot")
@click.pass_context
def cli(context: click.Context) -> None:
    """Answer questions about the news on Discord. Without a command: run the bot until it is stopped."""
    if context.invoked_subcommand is None:
        context.invoke(run)


_SHARDS = click.option(
    "--shards", metavar="i,j/n", help="The shards that the process serves; ONRECORD_SHARDS otherwise."
)


@cli.command()
@_SHARDS
def run(shards: str | None = None) -> None:
    """Run the bot until SIGTERM or SIGINT."""
    settings = _settings(shards)
    from bot.daemon import UnknownTokenError, UnreachableError, run_bot  # noqa: PLC0415 -- see above

    fail = _log_and_stop if settings.log_format == "json" else _stop  # whoever reads JSON reads nothing else
    try:
        run_bot(settings)
    except UnknownTokenError as error:
        fail(str(error), Code.USAGE)
    except (OnrecordError, UnreachableError) as error:
        fail(str(error), Code.FAILED)


@cli.command()
def check() -> None:
    """Check the settings and the database.

    Discord is not asked, and no database is made.
    """
    settings = _settings()
    place = settings.database
    if isinstance(place, Path) and not place.exists():
        _check_room_for(place)
        return
    try:
        with contextlib.closing(index.open_library(settings.opened)) as library:
            articles = len(library)
    except OnrecordError as error:
        _stop(str(error), Code.FAILED)
    click.echo(f"Settings and database are fine; articles in the public library: {articles}.")


@cli.command()
@click.option("--timeout", type=click.FloatRange(1, 600), default=TIMEOUT, show_default=True, help="Seconds to wait.")
@_SHARDS
def health(timeout: float, shards: str | None) -> None:
    """Ask the running bot how it is.

    Exit code 0 if it is connected and answers questions at this moment.
    """
    found = asyncio.run(ask_health(_settings(shards).asked_at, timeout))
    if not found.well:
        _stop(found.words, Code.NOTHING)
    click.echo(found.words)


@cli.command()
@click.option("--check", "only_look", is_flag=True, help="Only say which commands differ; exit code 1 if some do.")
def sync(only_look: bool) -> None:
    """Send Discord the list of commands.

    That is due after an upgrade that changed them.
    """
    settings = _settings()
    from bot.daemon import UnknownTokenError, UnreachableError, sync_commands  # noqa: PLC0415 -- see above

    try:
        different = sync_commands(settings, only_look=only_look)
    except UnknownTokenError as error:
        _stop(str(error), Code.USAGE)
    except UnreachableError as error:
        _stop(str(error), Code.FAILED)
    if not different:
        click.echo("Discord has all commands as they are here.")
    elif only_look:
        _stop(f"Discord has other versions of: {', '.join(different)}. Send them: onrecord-bot sync", Code.NOTHING)
    else:
        click.echo(f"Sent to Discord: {', '.join(different)}.")


@cli.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=0,
    show_default="a free one",
    help="Where the preview is served on this machine.",
)
def preview(port: int) -> None:
    """Try the bot in a browser.

    It answers from the bundled samples, without a token and without network. Needs the extra dev.
    """
    try:
        from bot.preview import PortError, show  # noqa: PLC0415 -- SimCord is there only with the extra dev
    except ModuleNotFoundError as error:
        _stop(f"The preview needs {error.name}: pip install -e '.[dev]'", Code.FAILED)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(show(port))
    except PortError as error:
        _stop(str(error), Code.FAILED)


def _settings(shards: str | None = None) -> Settings:
    """Read the settings, `shards` in place of theirs where they are given."""
    try:
        settings = load_settings()
    except SettingsError as error:
        _stop(str(error), Code.USAGE)
    if shards is None:
        return settings
    try:
        return settings.model_copy(update={"shards": parse_shards(shards)})
    except ValueError as error:
        _stop(f"--shards: {error}", Code.USAGE)


def _check_room_for(database: Path) -> None:
    """See that a database could be made there."""
    folder = next(parent for parent in database.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        _stop(f"{database}: there is no database yet, and {folder} may not be written to make it.", Code.FAILED)
    click.echo(f"Settings are fine; there is no database yet at {database}, so the bot makes it when it starts.")


def _log_and_stop(words: str, code: int) -> NoReturn:
    log.critical("%s", words)
    raise click.exceptions.Exit(code)


def _stop(words: str, code: int) -> NoReturn:
    with contextlib.suppress(OSError):
        click.echo(words, err=True)
    raise click.exceptions.Exit(code)


def main() -> None:
    """Run the command line; the bot itself needs nobody who reads what it prints."""
    run_program(cli, "onrecord-bot", mute=True)


if __name__ == "__main__":
    main()

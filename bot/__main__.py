"""``onrecord-bot``: run the bot, or check that it could run."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import aiohttp
import click
import discord

from bot.app import OnrecordBot, build_bot
from bot.monitoring.health import TIMEOUT, ask_health
from bot.monitoring.logs import set_up_logs
from bot.monitoring.watchdog import Watchdog
from bot.runtime.commandsync import drift
from bot.runtime.gc import short_pauses
from bot.runtime.shutdown import end_in_time, end_now
from bot.settings import Settings, load_settings, parse_shards, settings_table
from bot.watch import Watch
from index import Library, OnrecordError, SettingsError, open_library

log = logging.getLogger(__name__)

_UNWELL, _UNUSABLE, _FAILED = 1, 2, 3  # as those of ``onrecord``: not as it should be, wrong usage, impossible
_UNKNOWN_TOKEN = "ONRECORD_TOKEN: Discord does not know this token; copy it again from the portal's Bot page"  # noqa: S105
_EPILOG = "\b\nSettings (environment, .env, or files in a secrets directory):\n" + "\n".join(
    f"  {row.name}  {row.help}" for row in settings_table()
)


@click.group(invoke_without_command=True, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", prog_name="onrecord-bot")
@click.pass_context
def main(context: click.Context) -> None:
    """Answer questions about the news on Discord. Without a command: run the bot until it is stopped."""
    if context.invoked_subcommand is None:
        context.invoke(run)


_SHARDS = click.option(
    "--shards", metavar="i,j/n", help="The shards that the process serves; ONRECORD_SHARDS otherwise."
)


@main.command()
@_SHARDS
def run(shards: str | None = None) -> None:
    """Run the bot until SIGTERM or SIGINT."""
    settings = _settings(shards)
    as_json = settings.log_format == "json"
    set_up_logs(settings.log_level, as_json=as_json)
    fail = _log_and_stop if as_json else _stop  # whoever reads JSON reads nothing else
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # this bot never joins voice
    try:
        encoder = settings.chosen_encoder
        if encoder is not None:
            encoder.fault()  # loads it before Discord waits for anything; whatever is wrong with it is logged
        room = settings.in_memory
        opened = open_library(settings.opened, most_in_memory=room, encoder=encoder, apart=True)
        with contextlib.closing(opened) as library:
            asyncio.run(_serve(build_bot(settings, library), settings, library))
    except OnrecordError as error:
        fail(str(error), _FAILED)
    except discord.LoginFailure:
        fail(_UNKNOWN_TOKEN, _UNUSABLE)
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        fail(f"Discord cannot be reached: {error}", _FAILED)


@main.command()
def check() -> None:
    """Check the settings and the database, without touching Discord; makes no database."""
    settings = _settings()
    place = settings.database
    if isinstance(place, Path) and not place.exists():
        _check_room_for(place)
        return
    try:
        with contextlib.closing(open_library(settings.opened)) as library:
            articles = len(library)
    except OnrecordError as error:
        _stop(str(error), _FAILED)
    click.echo(f"Settings and database are fine; articles in the public library: {articles}.")


@main.command()
@click.option("--timeout", type=click.FloatRange(1, 600), default=TIMEOUT, show_default=True, help="Seconds to wait.")
@_SHARDS
def health(timeout: float, shards: str | None) -> None:
    """Ask the running bot how it is; exit code 0 if it is connected and answers questions at this moment."""
    found = asyncio.run(ask_health(_settings(shards).asked_at, timeout))
    if not found.well:
        _stop(found.words, _UNWELL)
    click.echo(found.words)


@main.command()
@click.option("--check", "only_look", is_flag=True, help="Only say which commands differ; exit code 1 if some do.")
def sync(only_look: bool) -> None:
    """Send Discord the list of commands, after an upgrade that changed them."""
    settings = _settings()
    try:
        with contextlib.closing(open_library(None)) as library:
            bot = build_bot(settings, library, serving=False)
            different = asyncio.run(_sync(bot, settings, only_look=only_look))
    except discord.LoginFailure:
        _stop(_UNKNOWN_TOKEN, _UNUSABLE)
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        _stop(f"Discord cannot be reached: {error}", _FAILED)
    if not different:
        click.echo("Discord has all commands as they are here.")
    elif only_look:
        _stop(f"Discord has other versions of: {', '.join(different)}. Send them: onrecord-bot sync", _UNWELL)
    else:
        click.echo(f"Sent to Discord: {', '.join(different)}.")


@main.command()
@click.option("--port", default=0, show_default="a free one", help="Where the preview is served on this machine.")
def preview(port: int) -> None:
    """Try the bot over the bundled samples in a browser: no token, no network. Needs the extra dev."""
    try:
        from bot.preview import show  # noqa: PLC0415 -- SimCord is there only with the extra dev
    except ModuleNotFoundError as error:
        _stop(f"The preview needs {error.name}: pip install -e '.[dev]'", _FAILED)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(show(port))


async def _sync(bot: OnrecordBot, settings: Settings, *, only_look: bool) -> tuple[str, ...]:
    """Name the commands that Discord has otherwise, and send all unless told only to look."""
    async with bot:
        await bot.login(settings.token.get_secret_value())
        different = await drift(bot.tree)
        if different and not only_look:
            await bot.tree.sync()
        return different


async def _serve(bot: OnrecordBot, settings: Settings, library: Library) -> None:
    """Run `bot` until it stops by itself or a signal asks for it, and close it either way.

    A loop's own signal handler is needed: as process 1 of a container Python ignores SIGTERM otherwise. From the first
    signal on the process ends in time, at the second at once.
    """
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop_for(number: int) -> None:
        if asked.is_set():
            end_now(number)
        end_in_time()
        asked.set()

    with contextlib.suppress(NotImplementedError):
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop_for, number)
    async with short_pauses(lambda: bot.queries.lanes.idle), Watch(bot, settings, library) as watch, bot:
        with Watchdog(watch.stalls):
            await _run(bot, settings, asked)


async def _run(bot: OnrecordBot, settings: Settings, asked: asyncio.Event) -> None:
    """Run `bot` until it stops by itself or is `asked` to."""
    running = asyncio.create_task(bot.start(settings.token.get_secret_value()))
    stop = asyncio.create_task(asked.wait())
    await asyncio.wait({running, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not running.done():
        log.info("Asked to stop")
        await bot.close()
        running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


def _settings(shards: str | None = None) -> Settings:
    """Read the settings, `shards` in place of theirs where they are given."""
    try:
        settings = load_settings()
    except SettingsError as error:
        _stop(str(error), _UNUSABLE)
    if shards is None:
        return settings
    try:
        return settings.model_copy(update={"shards": parse_shards(shards)})
    except ValueError as error:
        _stop(f"--shards: {error}", _UNUSABLE)


def _check_room_for(database: Path) -> None:
    """See that a database could be made there."""
    folder = next(parent for parent in database.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        _stop(f"{database}: there is no database yet, and {folder} may not be written to make it.", _FAILED)
    click.echo(f"Settings are fine; there is no database yet at {database}, so the bot makes it when it starts.")


def _log_and_stop(words: str, code: int) -> NoReturn:
    log.critical("%s", words)
    sys.exit(code)


def _stop(words: str, code: int) -> NoReturn:
    click.echo(words, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()

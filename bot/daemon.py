"""The bot as a process: it runs until it is stopped, and is watched meanwhile, or sends Discord its commands and ends.

What is told of a running bot to those beside it: figures for Prometheus, and how it is.
"""

import asyncio
import contextlib
import logging
import math
import signal
from collections.abc import Iterator
from importlib.metadata import version
from time import perf_counter
from types import TracebackType
from typing import Self

import aiohttp
import discord

from bot.app import OnrecordBot, build_bot
from bot.monitoring.health import Health
from bot.monitoring.healthsocket import HealthSocket
from bot.monitoring.logs import set_up_logs
from bot.monitoring.metrics import MetricsServer
from bot.monitoring.watchdog import Progress, Watchdog
from bot.runtime.commandsync import drift
from bot.runtime.gc import short_pauses
from bot.runtime.shutdown import end_in_time, end_now, handlers
from bot.settings import Settings
from index import SAMPLE_QUESTION, Library, OnrecordError, open_library, open_samples

log = logging.getLogger(__name__)

_UNKNOWN_TOKEN = "ONRECORD_TOKEN: Discord does not know this token; copy it again from the portal's Bot page"  # noqa: S105


class UnknownTokenError(Exception):
    """Discord does not know the token."""

    def __init__(self) -> None:
        super().__init__(_UNKNOWN_TOKEN)


class UnreachableError(Exception):
    """Discord cannot be reached."""


def run_bot(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises
    ------
    OnrecordError
        If its database cannot be opened.
    UnknownTokenError, UnreachableError
        As Discord answers.
    """
    set_up_logs(settings.log_level, as_json=settings.log_format == "json")
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # this bot never joins voice
    encoder = settings.chosen_encoder
    if encoder is not None:
        encoder.fault()  # loads it before Discord waits for anything; whatever is wrong with it is logged
    room = settings.in_memory
    opened = open_library(settings.opened, most_in_memory=room, encoder=encoder, apart=True)
    with contextlib.closing(opened) as library, _told():
        asyncio.run(_serve(build_bot(settings, library), settings, library))


def sync_commands(settings: Settings, *, only_look: bool) -> tuple[str, ...]:
    """Name the commands that Discord has otherwise, and send all unless told only to look.

    Raises
    ------
    UnknownTokenError, UnreachableError
        As Discord answers.
    """
    with contextlib.closing(open_library(None)) as library, _told():
        return asyncio.run(_sync(build_bot(settings, library, serving=False), settings, only_look=only_look))


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell what keeps Discord from the bot."""
    try:
        yield
    except discord.LoginFailure:
        raise UnknownTokenError from None
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        raise UnreachableError(f"Discord cannot be reached: {error}") from error


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


PATIENCE = 10.0
"""Seconds that the canary's answer may take; people are told after 3 that the bot is thinking."""


class Watch:
    """Watches `bot` from entering to leaving; enter it before the bot is started, and leave it after it is closed.

    Raises
    ------
    MonitoringError
        On entering, if the figures cannot be served where the settings say.
    """

    def __init__(self, bot: OnrecordBot, settings: Settings, public: Library) -> None:
        self._bot = bot
        self._public = public
        self._ready = False
        self._lost: set[int] = set()  # shards whose connection is
        self._samples: Library | None = None
        self._began = perf_counter()
        self._progress = Progress(handlers)
        self.health = HealthSocket(settings.asked_at, self.look)
        self.metrics: str | None = None
        self._server: MetricsServer | None = None
        if settings.metrics_port is not None:
            self._server = MetricsServer(bot.meter, settings.metrics_host, settings.metrics_port)
        bot.add_listener(self._all_up, "on_ready")
        if isinstance(bot, discord.AutoShardedClient):
            bot.add_listener(self._up, "on_shard_ready")
            bot.add_listener(self._up, "on_shard_resumed")
            bot.add_listener(self._down, "on_shard_disconnect")
        else:
            bot.add_listener(self._up, "on_resumed")
            bot.add_listener(self._down, "on_disconnect")

    async def __aenter__(self) -> Self:
        if self._server is not None:
            self._watch()
            self.metrics = await self._server.start()
        await self.health.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.health.close()
        if self._server is not None:
            await self._server.close()
        if self._samples is not None:
            self._samples.close()

    async def look(self) -> Health:
        """See whether Discord is connected, the database can be read, and a question is answered at this moment."""
        if self._bot.is_closed():
            return Health("The bot is stopping.")
        if not self._ready:
            since = perf_counter() - self._began
            return Health(f"The bot is not connected to Discord yet, {since:.0f} seconds after its start.")
        if self._lost:
            return Health("The connection to Discord is lost; the bot is connecting again.")
        began = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                answered = await self._bot.queries.run(self._canary)
        except TimeoutError:
            words = f"A question over the samples was not answered within {PATIENCE:.0f} seconds: all workers are busy."
            return Health(words)
        except OnrecordError as error:
            return Health(str(error))
        except Exception:
            log.exception("The health check's own question failed")
            return Health("A question over the samples could not be asked; the log says why.")
        if not answered:
            return Health("A question over the samples found no passage: this installation is damaged.")
        took = 1000 * (perf_counter() - began)
        words = f"Connected to Discord; a question over the samples was answered in {took:.0f} ms."
        return Health(words, well=True)

    def stalls(self) -> bool:
        """Whether Discord is connected, and nothing that people wait for has come to its end since the last call: for
        the watchdog. Where all threads that answer are lost people are told so at once, which is no end."""
        none_ended = self._progress.none()
        return self._ready and not self._lost and (none_ended or self._bot.queries.lanes.questions.stuck)

    def _canary(self) -> bool:
        """Ask the samples, which stay in memory, and see that the libraries can be read; on a worker."""
        if self._samples is None:
            self._samples = open_samples()
        len(self._public)
        return any(passage.text.strip() for passage in self._samples.ask(SAMPLE_QUESTION).passages)

    def _watch(self) -> None:
        meter, bot = self._bot.meter, self._bot
        meter.watch("onrecord_gateway_ready", "Whether Discord is connected", lambda: self._ready and not self._lost)
        meter.watch("onrecord_gateway_heartbeat_seconds", "Discord's answer to the last heartbeat", self._heartbeat)
        meter.watch("onrecord_servers", "Servers that the bot is in", lambda: len(bot.guilds))
        meter.watch("onrecord_libraries_in_memory", "Libraries whose index is in memory", self._public.in_memory)
        waiting = {lane.name: lane.waiting for lane in bot.queries.lanes}
        running = {lane.name: lane.running for lane in bot.queries.lanes}
        meter.watch_lanes("onrecord_work_waiting", "Calls of the library that wait", waiting)
        meter.watch_lanes("onrecord_work_running", "Calls of the library under way", running)
        overdue = {lane.name: lane.overdue for lane in bot.queries.lanes}
        meter.watch_lanes("onrecord_work_overdue", "Calls of the library that should long be done", overdue)
        meter.name(version("onrecord"))

    def _heartbeat(self) -> float:
        latency = self._bot.latency
        return latency if math.isfinite(latency) else math.nan

    async def _all_up(self) -> None:
        self._ready = True
        self._lost.clear()

    async def _up(self, shard: int = 0) -> None:
        self._lost.discard(shard)

    async def _down(self, shard: int = 0) -> None:
        self._lost.add(shard)

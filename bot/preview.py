"""The real bot over the bundled samples in SimCord's browser preview: no token, no network, nothing kept.

Needs the extra ``dev``, which brings SimCord.
"""

import asyncio
import contextlib
import signal
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import discord
import simcord
from pydantic import SecretStr

from bot.app import build_bot
from bot.context.preferences import community_of
from bot.runtime.shutdown import end_in_time
from bot.settings import Settings
from index import Library, OnrecordError, open_samples

HALF_A_YEAR = 182 * 86_400
"""Seconds by which the shown clock is put forward from SimCord's, so that the samples lie in the past."""

WIDTH, HEIGHT = 1_100, 900

_POSTED = (
    "“No timetable is worth a life.” - Captain Ines Quarrie",
    'Colm Adair: "I came into this to lock doors"',
    "“A library that is closed teaches a child that reading is for other people” – Mayor Colm Adair",
)


class PortError(OnrecordError):
    """The port that was asked for cannot be had."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A server with the samples, a channel with messages to ask about, and two people in it."""

    guild: Any
    channel: Any
    moderator: Any
    member: Any
    posted: tuple[Any, ...]


async def set_stage(env: Any, samples: Library) -> Stage:
    """Make a server whose library has the samples under invented links."""
    guild = env.create_guild("Moderation")
    channel = guild.create_text_channel("news-talk")
    role = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
    moderator = guild.add_member(env.create_user("editor", global_name="Noor"), roles=[role])
    member = guild.add_member(env.create_user("reader", global_name="Ada"))
    own = samples.of(community_of(guild.id))
    for summary in samples.articles():
        article = samples.show(summary.id).article
        own.add(replace(article, url=f"https://news.example/{article.id}"))
    posted = tuple([await member.send(channel, text) for text in _POSTED])
    return Stage(guild, channel, moderator, member, posted)


async def show(port: int, *, ready: Any = click.echo) -> None:
    """Serve the preview on this machine until it is closed or interrupted; `ready` is told its address.

    Raises
    ------
    PortError
        If something else is served at `port`, say.
    """
    try:
        await _show(port, ready)
    except simcord.SetupError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        why = error.__cause__.strerror
        raise PortError(f"--port: port {port} of this machine cannot be had ({why}); give another, or none.") from error


async def _show(port: int, ready: Any) -> None:
    with tempfile.TemporaryDirectory() as scratch, open_samples() as samples:
        settings = Settings(token=SecretStr("none-needed"), database=Path(scratch) / "onrecord.db")
        bot = build_bot(settings, samples, serving=False)
        async with simcord.run(bot) as env:
            await bot.tree.sync()
            await env.advance_time(HALF_A_YEAR)
            await bot.user.edit(username="Onrecord")  # type: ignore[union-attr]  # it has logged in
            stage = await set_stage(env, samples)
            result = await stage.member.context_menu(stage.channel, "Who said this?", stage.posted[0])
            async with env.preview(
                stage.channel,
                viewers=[stage.member, stage.moderator],
                layout="channel",
                width=WIDTH,
                height=HEIGHT,
                port=port or None,
            ) as preview:
                await preview.show(result)
                ready(f"The preview is at {preview.url} until you press Ctrl-C. Try /ask, /quotes or /help.")
                await _until_interrupted(preview.wait_closed())


async def _until_interrupted(closed: Coroutine[Any, Any, Any]) -> None:
    """Wait until the preview is closed, or Ctrl-C: then the process ends in time, however long the simulation takes."""
    waiting = asyncio.ensure_future(closed)

    def stop() -> None:
        end_in_time()
        waiting.cancel()

    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await waiting

"""The options since and until: any way of writing a day, with what it is taken for offered while somebody types."""

import asyncio
from datetime import date
from typing import Any, Protocol, cast

import discord
from discord import app_commands

from bot.commands.choices import in_time
from bot.commands.options import NAME
from bot.context.asker import Askers
from bot.i18n.days import read_day
from bot.render.markdown import plain


class _Host(Protocol):
    """What the options need of the bot."""

    askers: Askers


class Day(app_commands.Transformer):
    """A day, counted in universal time; of a longer time its first day, or its last if `last` is set."""

    max_value = NAME

    def __init__(self, *, last: bool) -> None:
        self._last = last

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> date:
        """Read the day.

        Raises
        ------
        TransformerError
            If it is none.
        """
        day = await self._read(interaction, str(value))
        if day is None:
            raise app_commands.TransformerError(value, self.type, self)
        return day

    @in_time
    async def autocomplete(
        self, interaction: discord.Interaction[Any], typed: Any, /
    ) -> list[app_commands.Choice[Any]]:
        """Offer the day that is meant, or ways of writing one."""
        say = (await cast("_Host", interaction.client).askers.of(interaction)).say
        ways = [str(typed)] if str(typed).strip() else say("days-offered").split(" | ")
        days = [(way, await self._read(interaction, way)) for way in ways]
        return [
            app_commands.Choice(name=plain(f"{say.day(day)} · {way}", NAME), value=day.isoformat())
            for way, day in days
            if day is not None
        ]

    async def _read(self, interaction: discord.Interaction[Any], typed: str) -> date | None:
        today, locale = interaction.created_at.date(), str(interaction.locale)
        return await asyncio.to_thread(read_day, typed, today, locale=locale, last=self._last)


Since = app_commands.Transform[date, Day(last=False)] | None
Until = app_commands.Transform[date, Day(last=True)] | None

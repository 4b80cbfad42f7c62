"""Options that several commands share: names within Discord's limits, days, and how often one may ask."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import discord
from discord import app_commands

_T = TypeVar("_T")

NAME = 100
"""Characters of a person's, outlet's or article's name at most."""

Name = app_commands.Range[str, 1, NAME]

FILTERS = {
    "article": "Only from this article",
    "outlet": "Only what this outlet published or is cited for",
    "since": "Only articles from this day on: @time or 2026-02-14",
    "until": "Only articles up to this day: @time or 2026-02-14",
    "private": "Show the answer to you alone",
}
"""The options by which an answer is narrowed, and what Discord says of them."""

_STAMP = re.compile(r"<t:(-?\d{1,12})(?::[A-Za-z])?>")


class Day(app_commands.Transformer):
    """A day as Discord's own timestamp (``<t:1739491200:D>``, which ``@time`` types) or as year-month-day."""

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> date:
        """Read the day; a timestamp is taken in universal time.

        Raises
        ------
        TransformerError
            If it is neither.
        """
        typed = str(value).strip()
        stamp = _STAMP.fullmatch(typed)
        try:
            return datetime.fromtimestamp(int(stamp[1]), UTC).date() if stamp else date.fromisoformat(typed)
        except (ValueError, OverflowError, OSError) as error:
            raise app_commands.TransformerError(value, self.type, self) from error


SomeDay = app_commands.Transform[date, Day] | None


def paced(command: _T) -> _T:
    """Limit how often one person may use a command; each bot keeps its own count."""

    def keeps_pace(interaction: discord.Interaction[Any]) -> bool:
        interaction.client.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        return True

    limit: Callable[[_T], _T] = app_commands.check(keeps_pace)
    return limit(command)


def for_members(command: _T) -> _T:
    """Offer a command everywhere: in servers, in direct messages, and to people who installed the bot themselves."""
    contexts: Callable[[_T], _T] = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    installs: Callable[[_T], _T] = app_commands.allowed_installs(guilds=True, users=True)
    return installs(contexts(command))


def for_managers(command: _T) -> _T:
    """Offer a command in servers only, to those who manage one unless it chose others: look again when it is used."""
    permissions: Callable[[_T], _T] = app_commands.default_permissions(manage_guild=True)
    return in_servers(permissions(command))


def in_servers(command: _T) -> _T:
    """Offer a command in servers only, to everybody there."""
    installs: Callable[[_T], _T] = app_commands.allowed_installs(guilds=True, users=False)
    contexts: Callable[[_T], _T] = app_commands.guild_only()
    return contexts(installs(command))

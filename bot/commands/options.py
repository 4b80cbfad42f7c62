"""Options that several commands share: names within Discord's limits, and how often one may ask."""

from collections.abc import Callable
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
    "since": "Only articles from then on: “yesterday”, “last week”, “June 2025” or 2026-02-14",
    "until": "Only articles up to then: “yesterday”, “last week”, “June 2025” or 2026-02-14",
    "private": "Show the answer to you alone",
}
"""The options by which an answer is narrowed, and what Discord says of them."""


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

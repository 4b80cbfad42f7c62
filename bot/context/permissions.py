"""Who may change a server's library, checked in code whatever the server's command settings say."""

from typing import Any

import discord
from discord import app_commands

from bot.context.asker import Asker, Askers, server_here
from bot.context.errors import Refusal


def manages(interaction: discord.Interaction[Any]) -> bool:
    """Whether the person may manage the server that `interaction` comes from, and the bot is a member of it."""
    return server_here(interaction) is not None and interaction.permissions.manage_guild


def server_of(interaction: discord.Interaction[Any]) -> int:
    """Give the id of the server that `interaction` comes from, for a person who may manage it.

    Raises
    ------
    NoPrivateMessage
        In a direct message, and where the bot is no member of the server.
    MissingPermissions
        If the person may not manage the server.
    """
    guild_id = server_here(interaction)
    if guild_id is None:
        raise app_commands.NoPrivateMessage
    if not manages(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return guild_id


async def may_add(interaction: discord.Interaction[Any], askers: Askers) -> bool:
    """Whether the person may add articles: who manages the server, or has a role that the server chose for it.

    Raises
    ------
    BusyError
        If the server's choice cannot be looked up so soon.
    """
    guild_id = server_here(interaction)
    if guild_id is None:
        return False
    if manages(interaction):
        return True
    preferences = await askers.preferences(guild_id)
    return not preferences.adders.isdisjoint(role.id for role in getattr(interaction.user, "roles", ()))


async def adder_of(interaction: discord.Interaction[Any], askers: Askers) -> Asker:
    """Receive a person who may add articles.

    Raises
    ------
    NoPrivateMessage
        In a direct message, and where the bot is no member of the server.
    Refusal
        If the person may not.
    BusyError
        If that cannot be looked up so soon.
    """
    if server_here(interaction) is None:
        raise app_commands.NoPrivateMessage
    if not await may_add(interaction, askers):
        raise Refusal("error-may-not-add")
    return await askers.of(interaction)


async def editor_of(interaction: discord.Interaction[Any], askers: Askers, owner: int | None) -> Asker:
    """Receive a person who may edit an article or take it back: who manages the server, and of those who may add the
    one who added it, `owner`; raises as `adder_of`, and MissingPermissions."""
    asker = await adder_of(interaction, askers)
    if interaction.user.id != owner:
        server_of(interaction)
    return asker


async def manager_of(interaction: discord.Interaction[Any], askers: Askers) -> Asker:
    """Receive a person who may manage the server, and who waits for a reply to them alone from now on; raises as
    `server_of`."""
    server_of(interaction)
    asker = await askers.of(interaction)
    await interaction.response.defer(thinking=True, ephemeral=True)
    return asker


def may_post(guild: discord.Guild, channel_id: int) -> bool:
    """Whether the bot may write in a channel of a server."""
    channel = guild.get_channel(channel_id)
    if channel is None:
        return False
    may = channel.permissions_for(guild.me)
    return may.view_channel and may.send_messages


def seen_by_all(guild: discord.Guild, channel_id: int) -> bool:
    """Whether every member of a server sees a channel of it."""
    channel = guild.get_channel(channel_id)
    return channel is not None and channel.permissions_for(guild.default_role).view_channel

"""Who may change a server's library: those who may manage the server, whatever its command settings say."""

from typing import Any

import discord
from discord import app_commands


def manages(interaction: discord.Interaction[Any]) -> bool:
    """Whether the person may manage the server that `interaction` comes from."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def server_of(interaction: discord.Interaction[Any]) -> int:
    """Give the id of the server that `interaction` comes from, for a person who may manage it.

    Raises
    ------
    NoPrivateMessage
        In a direct message.
    MissingPermissions
        If the person may not manage the server.
    """
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not manages(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return interaction.guild_id

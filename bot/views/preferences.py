"""What the panels of a server's preferences share: where one stands, and how a preference is shown on it."""

from typing import Any

import discord
from discord import ui

from bot.context.asker import Askers
from bot.context.replies import NOBODY
from bot.i18n.wording import Wording

ANNOUNCED = [discord.ChannelType.text, discord.ChannelType.news]
"""The kinds of channels that hear of new articles."""


class PanelMessage:
    """The message on which a panel stands, for one person alone, as the panel is drawn at the moment."""

    def __init__(self, panel: ui.LayoutView, askers: Askers) -> None:
        self._panel = panel
        self._askers = askers
        self._message_id = 0
        self._edit: Any = None

    async def send(self, interaction: discord.Interaction[Any]) -> None:
        """Send the panel to an interaction that has had no response."""
        sent = await interaction.response.send_message(view=self._panel, ephemeral=True, allowed_mentions=NOBODY)
        self._message_id = sent.message_id or 0
        self._edit = interaction.edit_original_response
        self._askers.living[self._message_id] = self._panel

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        """Show the panel as it now is, to an interaction that was deferred."""
        await interaction.edit_original_response(view=self._panel, allowed_mentions=NOBODY)
        self._edit = interaction.edit_original_response

    async def end(self) -> None:
        """Show the panel as it stays, unless the message is gone."""
        self._askers.living.pop(self._message_id, None)
        try:
            if self._edit is not None:
                await self._edit(view=self._panel, allowed_mentions=NOBODY)
        except discord.HTTPException:
            return


def preference_words(name: str, say: Wording) -> str:
    """Give a preference's heading, with what it means in small print."""
    return f"**{say(f'setting-{name}')}**\n-# {say(f'setting-{name}-more')}"


def preselected(chosen: int | None, kind: type[Any] = discord.TextChannel) -> list[discord.Object]:
    """Give what a menu of channels or roles shows as chosen."""
    return [discord.Object(chosen, type=kind)] if chosen is not None else []

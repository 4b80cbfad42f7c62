"""The buttons of what moderators changed: they turn its pages, and take a change back."""

from typing import Any

import discord

from bot.context.asker import Asker
from bot.context.permissions import server_of
from bot.context.replies import NOBODY, Still
from bot.render.reversals import CHANGES, UNDO, Changed
from bot.views.items import Host, PersistentItem


class ChangesButton(PersistentItem, template=CHANGES):
    """Shows another page of what was changed."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        server_of(interaction)
        await interaction.response.defer()
        page = await host.reversals.page(asker, Changed(self.match["what"]), int(self.match["page"]))
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class UndoButton(PersistentItem, template=UNDO):
    """Takes a change back, at once."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        server_of(interaction)
        await interaction.response.defer()
        what, number, at = Changed(self.match["what"]), int(self.match["number"]), int(self.match["page"])
        page = await host.reversals.undo(asker, what, number, at)
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)

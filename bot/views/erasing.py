"""The form that deletes everything of a server, once its name is typed."""

from typing import Any

import discord

from bot.context.asker import Asker, Reception
from bot.context.errors import Refusal
from bot.context.permissions import server_of
from bot.render import plain
from bot.services.privacy import Custodian
from bot.views.form import Form
from bot.views.pager import reply_alone

_NAME = 100  # characters of a server's name at most


class EraseForm(Form):
    """Asks for the server's name, so that nobody deletes everything by one click too many."""

    def __init__(self, custodian: Custodian, reception: Reception, asker: Asker, guild: discord.Guild) -> None:
        super().__init__(asker.say("erase-title"), reception)
        self._custodian = custodian
        self._name = guild.name
        self._typed = self.field(
            "name", asker.say("erase-name"), _NAME, required=True, placeholder=plain(guild.name, _NAME)
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Delete everything, if the name is right and the person may still manage the server."""
        guild_id = server_of(interaction)
        if _folded(self._typed.value) != _folded(self._name):
            raise Refusal("erase-wrong-name", name=plain(self._name, _NAME))
        asker = await self.reception.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await self._custodian.erase(asker, guild_id)
        await reply_alone(interaction, page)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

"""Forms: what all share, and the one that deletes a server's data."""

from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched
from bot.context.permissions import server_of
from bot.context.replies import reply_alone
from bot.render.markdown import plain
from bot.services.privacy import PersonalData
from bot.views.pager import LIFETIME

_NAME = 100  # characters of a server's name at most


class Form(Watched, ui.Modal):
    """A form whose errors are put into words."""

    def __init__(self, title: str, askers: Askers) -> None:
        super().__init__(title=title, timeout=LIFETIME)
        self.askers = askers

    def field(
        self,
        name: str,
        label: str,
        most: int,
        *,
        value: str = "",
        long: bool = False,
        required: bool = False,
        placeholder: str | None = None,
    ) -> ui.TextInput[Any]:
        """Add a field of at most `most` characters."""
        made: ui.TextInput[Any] = ui.TextInput(
            custom_id=name,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            default=value or None,
            max_length=most,
            required=required,
            placeholder=placeholder,
        )
        self.add_item(ui.Label(text=label, component=made))
        return made


class EraseForm(Form):
    """Asks for the server's name, so that nobody deletes everything by one click too many."""

    def __init__(self, personal_data: PersonalData, askers: Askers, asker: Asker, guild: discord.Guild) -> None:
        super().__init__(asker.say("erase-title"), askers)
        self._personal = personal_data
        self._name = guild.name
        self._typed = self.field(
            "name", asker.say("erase-name"), _NAME, required=True, placeholder=plain(guild.name, _NAME)
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Delete everything, if the name is right and the person may still manage the server."""
        guild_id = server_of(interaction)
        if _folded(self._typed.value) != _folded(self._name):
            raise Refusal("erase-wrong-name", name=plain(self._name, _NAME))
        asker = await self.askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await self._personal.erase(asker, guild_id))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

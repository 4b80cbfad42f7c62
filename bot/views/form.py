"""What all forms share: fields by label, and errors told to who sent them."""

from typing import Any

import discord
from discord import ui

from bot.context.asker import Reception
from bot.context.errors import explain, trouble
from bot.monitoring import Watched
from bot.views.pager import LIFETIME, tell


class Form(Watched, ui.Modal):
    """A form whose errors are put into words."""

    def __init__(self, title: str, reception: Reception) -> None:
        super().__init__(title=title, timeout=LIFETIME)
        self.reception = reception

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

    async def on_error(  # type: ignore[override]  # discord.py's Modal has no item here
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Tell the person who sent the form."""
        place = f"the form {type(self).__name__}"
        await tell(interaction, trouble(explain(error, place, self.reception.words(interaction))))

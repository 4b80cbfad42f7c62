"""The form for an article pasted as text, and the way back to it when a field cannot be used."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.desk import Desk
from bot.errors import explain, trouble
from bot.permission import server_of
from bot.replies import Accent, container, notice, safe_url
from bot.views.pager import LIFETIME, Pager, tell
from index import Article, read_text

TEXT = 4_000
"""Characters that a form's field can take at most."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The fields of the form as they were typed."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    link: str = ""
    day: str = ""

    def wrong(self) -> str | None:
        """Say what cannot be used, and the cure; None if all can."""
        if not self.text.strip():
            return "There is no text in the form: paste the article’s text."
        if self.link.strip() and safe_url(self.link.strip()) is None:
            return "The link must be a whole http or https address, such as https://example.com/story."
        try:
            self.published()
        except ValueError:
            return "The date must be written as year-month-day, such as 2026-02-14."
        return None

    def published(self) -> date | None:
        """Read the date; raises ValueError where it is none."""
        return date.fromisoformat(self.day.strip()) if self.day.strip() else None

    def read(self) -> Article:
        """Make an article of the fields."""
        return read_text(
            self.text,
            title=self.title.strip() or None,
            outlet=self.outlet.strip() or None,
            published=self.published(),
            url=self.link.strip() or None,
        )


class PasteForm(ui.Modal):
    """Takes an article as text with its particulars, and adds it to the library of its server."""

    def __init__(self, desk: Desk, pasted: Pasted | None = None) -> None:
        super().__init__(title="Add an article", timeout=LIFETIME)
        self._desk = desk
        typed = pasted or Pasted()
        paragraphs = discord.TextStyle.paragraph
        self._text = self._field("text", "Text", typed.text, TEXT, style=paragraphs, required=True)
        self._title = self._field("title", "Headline", typed.title, 200)
        self._outlet = self._field("outlet", "Published by", typed.outlet, 100)
        self._link = self._field("link", "Link", typed.link, 500, placeholder="https://")
        self._day = self._field("date", "Date", typed.day, 20, placeholder="2026-02-14")

    def _field(
        self,
        name: str,
        label: str,
        value: str,
        most: int,
        *,
        style: discord.TextStyle = discord.TextStyle.short,
        required: bool = False,
        placeholder: str | None = None,
    ) -> ui.TextInput[Any]:
        field: ui.TextInput[Any] = ui.TextInput(
            custom_id=name,
            style=style,
            default=value or None,
            max_length=most,
            required=required,
            placeholder=placeholder,
        )
        self.add_item(ui.Label(text=label, component=field))
        return field

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Add the article, or say which field to mend and offer the form again as it was."""
        guild_id = server_of(interaction)
        pasted = Pasted(self._text.value, self._title.value, self._outlet.value, self._link.value, self._day.value)
        wrong = pasted.wrong()
        if wrong is not None:
            await interaction.response.send_message(
                view=_Mend(wrong, self._desk, pasted),
                ephemeral=True,
                allowed_mentions=discord.AllowedMentions.none(),
            )
            return
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await self._desk.add(guild_id, partial(Pasted.read, pasted))
        await Pager.still(page).answer(interaction)

    async def on_error(  # type: ignore[override]  # discord.py's Modal has no item here
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        """Tell the person who sent the form."""
        await tell(interaction, trouble(explain(error, "the form for a pasted article")))


class _Mend(ui.LayoutView):
    """Says what is wrong with a form and opens it again, filled as it was."""

    def __init__(self, wrong: str, desk: Desk, pasted: Pasted) -> None:
        super().__init__(timeout=LIFETIME)
        shown = container(notice(wrong, Accent.TROUBLE))
        shown.add_item(ui.ActionRow(_Reopen(desk, pasted)))
        self.add_item(shown)

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, item: ui.Item[Any], /) -> None:
        """Tell the person who clicked."""
        await tell(interaction, trouble(explain(error, f"button {type(item).__name__}")))


class _Reopen(ui.Button[_Mend]):
    def __init__(self, desk: Desk, pasted: Pasted) -> None:
        super().__init__(label="Back to the form", style=discord.ButtonStyle.primary)
        self._desk = desk
        self._pasted = pasted

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form again."""
        await interaction.response.send_modal(PasteForm(self._desk, self._pasted))

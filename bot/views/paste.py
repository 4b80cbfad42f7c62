"""The form for an article pasted as text, and the way back to it when a field cannot be used."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Watched
from bot.context.permissions import adder_of
from bot.context.replies import NOBODY, reply_alone
from bot.render.components import container
from bot.render.markdown import safe_url
from bot.render.moderation import additions_page
from bot.render.pages import Accent, notice
from bot.services.moderation import Moderation
from bot.services.uploads import pasted_text
from bot.views.form import Form
from bot.views.pager import LIFETIME, wired
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
        """Give the message that says what cannot be used, and the cure; None if all can."""
        if not self.text.strip():
            return "paste-no-text"
        if self.link.strip() and safe_url(self.link.strip()) is None:
            return "paste-bad-link"
        try:
            self.published()
        except ValueError:
            return "paste-bad-date"
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


class PasteForm(Form):
    """Takes an article as text with its particulars, and adds it to the library of its server."""

    def __init__(self, moderation: Moderation, askers: Askers, asker: Asker, pasted: Pasted | None = None) -> None:
        say = asker.say
        super().__init__(say("paste-title"), askers)
        self._moderation = moderation
        typed = pasted or Pasted()
        self._text = self.field("text", say("paste-text"), TEXT, value=typed.text, long=True, required=True)
        self._title = self.field("title", say("paste-headline"), 200, value=typed.title)
        self._outlet = self.field("outlet", say("paste-outlet"), 100, value=typed.outlet)
        self._link = self.field("link", say("paste-link"), 500, value=typed.link, placeholder="https://")
        self._day = self.field("date", say("paste-date"), 20, value=typed.day, placeholder="2026-02-14")

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Add the article, or say which field to mend and offer the form again as it was."""
        asker = await adder_of(interaction, self.askers)
        pasted = Pasted(self._text.value, self._title.value, self._outlet.value, self._link.value, self._day.value)
        wrong = pasted.wrong()
        if wrong is not None:

            async def reopen(click: discord.Interaction[Any]) -> None:
                await click.response.send_modal(PasteForm(self._moderation, self.askers, asker, pasted))

            view = _Mend(asker.say(wrong), asker.say("paste-back"), reopen)
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)
            return
        await interaction.response.defer(thinking=True, ephemeral=True)
        upload = pasted_text(pasted.title.strip() or asker.say("paste-name"), partial(Pasted.read, pasted))
        async for done, _ in self._moderation.add(asker, (upload,)):
            page = additions_page(done, 1, asker.say)
        await reply_alone(interaction, page)


class _Mend(Watched, ui.LayoutView):
    """Says what is wrong with a form and opens it again, filled as it was."""

    def __init__(self, wrong: str, back: str, reopen: Callable[[discord.Interaction[Any]], Awaitable[None]]) -> None:
        super().__init__(timeout=LIFETIME)
        shown = container(notice(wrong, Accent.TROUBLE))
        button: ui.Button[Any] = ui.Button(label=back, style=discord.ButtonStyle.primary)
        shown.add_item(ui.ActionRow(wired(button, reopen)))
        self.add_item(shown)

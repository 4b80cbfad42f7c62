"""Adding articles: how far it is, the form for files, links and text, and the way back to a form's wrong fields."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Watched
from bot.context.permissions import adder_of
from bot.context.replies import NOBODY, Still
from bot.i18n.wording import Wording
from bot.render.components import container
from bot.render.markdown import safe_url, visible
from bot.render.moderation import additions_page
from bot.render.pages import Accent, Page, TextBlock
from bot.services.moderation import Moderation
from bot.services.uploads import Upload, is_links, pasted_text, told, uploads_of
from bot.views.form import Form
from bot.views.pager import LIFETIME, wired
from index import Article, ArticleParticulars, read_text

TEXT = 4_000
"""Characters that a form's field can take at most."""

FILES = 5
"""Files that the form takes at most."""

OUTLET, LINK, DAY = 100, 500, 20  # characters of each at most

_WRONG = 300  # units of a line that says what is wrong

Reopen = Callable[[discord.Interaction[Any]], Awaitable[None]]


async def add_all(
    interaction: discord.Interaction[Any], moderation: Moderation, asker: Asker, uploads: Sequence[Upload]
) -> None:
    """Add articles one after the other, showing how far it is in one reply that is brought up to date."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    sent: discord.WebhookMessage | None = None
    async for done, of in moderation.add(asker, uploads):
        page = additions_page(done, of, asker.say, user_id=asker.user_id)
        view = Still(page, choose=asker.say(page.choosing))
        if sent is None:
            sent = await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY, wait=True)
        else:
            await sent.edit(view=view, allowed_mentions=NOBODY)


def wrong_particulars(link: str, day: str) -> tuple[str, ...]:
    """Name the messages that say what is wrong with a link and a date as they were typed, and the cure."""
    wrong = []
    if link.strip() and safe_url(link.strip()) is None:
        wrong.append("paste-bad-link")
    try:
        typed_day(day)
    except ValueError:
        wrong.append("paste-bad-date")
    return tuple(wrong)


def typed_day(typed: str) -> date | None:
    """Read a date; None where none was typed. Raises ValueError where it is none."""
    return date.fromisoformat(typed.strip()) if typed.strip() else None


@dataclass(frozen=True, slots=True)
class Pasted:
    """The fields of the form as they were filled in."""

    text: str = ""
    outlet: str = ""
    link: str = ""
    day: str = ""
    files: tuple[discord.Attachment, ...] = ()

    def wrong(self) -> tuple[str, ...]:
        """Name the messages that say what cannot be used, and the cure; none if all can."""
        wrong: tuple[str, ...] = () if self.text.strip() or self.files else ("paste-nothing",)
        several = is_links(self.text) or len(self.files) + bool(self.text.strip()) > 1
        if several and self.link.strip():
            wrong += ("paste-link-of-several",)
        return wrong + wrong_particulars(self.link, self.day)

    def uploads(self, name: str) -> tuple[Upload, ...]:
        """Give what is to be added, `name` being that of a text; only where nothing is `wrong`. Raises as
        `uploads_of`."""
        given = ArticleParticulars("", self.outlet.strip() or None, typed_day(self.day), self.link.strip() or None)
        found = uploads_of(self.files, self.text if is_links(self.text) else "")
        if self.text.strip() and not is_links(self.text):
            found += (pasted_text(name, self._read),)
        return tuple(told(upload, given) for upload in found)

    def _read(self) -> Article:
        return read_text(self.text)


class PasteForm(Form):
    """Takes files, links or a text with its particulars, and adds them to the library of its server."""

    def __init__(self, moderation: Moderation, askers: Askers, asker: Asker, pasted: Pasted | None = None) -> None:
        say = asker.say
        super().__init__(say("paste-title"), askers)
        self._moderation = moderation
        typed = pasted or Pasted()
        self._text = self.field(
            "text", say("paste-text"), TEXT, value=typed.text, long=True, placeholder=say("paste-text-hint")
        )
        self._files: ui.FileUpload[Any] = ui.FileUpload(
            custom_id="files", required=False, min_values=0, max_values=FILES
        )
        self.add_item(ui.Label(text=say("paste-files"), component=self._files))
        self._outlet = self.field("outlet", say("paste-outlet"), OUTLET, value=typed.outlet)
        self._link = self.field("link", say("paste-link"), LINK, value=typed.link, placeholder="https://")
        self._day = self.field("date", say("paste-date"), DAY, value=typed.day, placeholder="2026-02-14")

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Add what was given, or say which fields to mend and offer the form again as it was."""
        asker = await adder_of(interaction, self.askers)
        pasted = Pasted(
            self._text.value, self._outlet.value, self._link.value, self._day.value, tuple(self._files.values)
        )
        wrong = pasted.wrong()
        if wrong:

            async def reopen(click: discord.Interaction[Any]) -> None:
                await click.response.send_modal(PasteForm(self._moderation, self.askers, asker, pasted))

            again = ("paste-files-again",) if pasted.files else ()
            await mend(interaction, asker.say, (*wrong, *again), reopen)
            return
        await add_all(interaction, self._moderation, asker, pasted.uploads(asker.say("paste-name")))


async def mend(interaction: discord.Interaction[Any], say: Wording, wrong: Iterable[str], reopen: Reopen) -> None:
    """Say all that is wrong with a form, and offer it again, filled as it was."""
    view = _Mend(tuple(map(say, wrong)), say("paste-back"), reopen)
    await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


class _Mend(Watched, ui.LayoutView):
    """Says what is wrong with a form, a line for each field, and opens it again."""

    def __init__(self, wrong: Sequence[str], back: str, reopen: Reopen) -> None:
        super().__init__(timeout=LIFETIME)
        shown = container(Page((TextBlock(("\n".join(visible(line, _WRONG) for line in wrong),)),), Accent.TROUBLE))
        button: ui.Button[Any] = ui.Button(label=back, style=discord.ButtonStyle.primary)
        shown.add_item(ui.ActionRow(wired(button, reopen)))
        self.add_item(shown)

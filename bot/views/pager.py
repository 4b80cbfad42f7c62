"""One pager for all replies: it shows a page, and turns pages for the person who asked."""

import logging
from collections.abc import Sequence
from typing import Any, Protocol

import discord
from discord import ui

from bot.errors import explain, trouble
from bot.replies import Page, container, notice

log = logging.getLogger(__name__)

LIFETIME = 780.0
"""Seconds without a click before the buttons go; an interaction's token, needed to edit, lasts 900."""


class _Editable(Protocol):
    async def __call__(self, *, view: ui.LayoutView, allowed_mentions: discord.AllowedMentions) -> object: ...


class Pager(ui.LayoutView):
    """Pages of a reply, with buttons where there is more than one.

    Only `asker_id` may turn them. After `LIFETIME` seconds without a click the buttons are taken away.
    """

    def __init__(self, pages: Sequence[Page], *, asker_id: int) -> None:
        super().__init__(timeout=LIFETIME)
        self._pages = tuple(pages)
        self._asker_id = asker_id
        self._at = 0
        self._edit: _Editable | None = None
        self._draw(buttons=True)

    @classmethod
    def still(cls, page: Page) -> "Pager":
        """Make a view of one page that nobody has to turn."""
        return cls((page,), asker_id=0)

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Send the reply to a deferred interaction."""
        sent = await interaction.followup.send(view=self, allowed_mentions=discord.AllowedMentions.none(), wait=True)
        self._edit = sent.edit

    async def answer_message(self, message: discord.Message) -> None:
        """Send the reply to a message that asked, even if that is gone by now."""
        sent = await message.channel.send(
            view=self,
            reference=message.to_reference(fail_if_not_exists=False),
            mention_author=False,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self._edit = sent.edit

    async def turn(self, interaction: discord.Interaction[Any], pages: int) -> None:
        """Go `pages` forwards (backwards if negative) and show where that leads."""
        self._at = max(0, min(len(self._pages) - 1, self._at + pages))
        self._draw(buttons=True)
        await interaction.response.edit_message(view=self, allowed_mentions=discord.AllowedMentions.none())
        self._edit = interaction.edit_original_response

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let only the asker turn pages."""
        if interaction.user.id == self._asker_id:
            return True
        page = notice("Only the person who asked can turn these pages. Ask yourself with /ask.")
        await interaction.response.send_message(
            view=Pager.still(page), ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )
        return False

    async def on_timeout(self) -> None:
        """Take the buttons away, unless the message is gone or can no longer be reached."""
        if self._edit is None or len(self._pages) == 1:
            return
        self._draw(buttons=False)
        try:
            await self._edit(view=self, allowed_mentions=discord.AllowedMentions.none())
        except discord.HTTPException as error:
            log.debug("Buttons of an expired reply stay: %s", error)

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, item: ui.Item[Any], /) -> None:
        """Tell the person who clicked."""
        await tell(interaction, trouble(explain(error, f"button {type(item).__name__}")))

    def _draw(self, *, buttons: bool) -> None:
        self.clear_items()
        shown = container(self._pages[self._at])
        if buttons and len(self._pages) > 1:
            shown.add_item(ui.Separator(visible=False))
            shown.add_item(
                ui.ActionRow(
                    _Turn("Previous", -1, disabled=self._at == 0),
                    _Place(self._at + 1, len(self._pages)),
                    _Turn("Next", 1, disabled=self._at == len(self._pages) - 1),
                )
            )
        self.add_item(shown)


class _Turn(ui.Button[Pager]):
    """Turns pages; its custom id stays the same over pages so that a second, faster click still counts."""

    def __init__(self, label: str, pages: int, *, disabled: bool) -> None:
        super().__init__(label=label, custom_id=f"turn:{pages:+d}", disabled=disabled)
        self._turns = pages

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        if self.view is not None:
            await self.view.turn(interaction, self._turns)


class _Place(ui.Button[Pager]):
    """Says which page this is; nothing to click."""

    def __init__(self, number: int, of: int) -> None:
        super().__init__(label=f"{number} of {of}", custom_id="place", disabled=True)


async def tell(interaction: discord.Interaction[Any], page: Page) -> None:
    """Show one page to the person of `interaction` alone, however far its response has got."""
    view = Pager.still(page)
    nobody = discord.AllowedMentions.none()
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=nobody)
        else:
            await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=nobody)
    except discord.HTTPException:
        log.warning("Could not tell of an error: the interaction is gone", exc_info=True)

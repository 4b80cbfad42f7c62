"""One pager for all replies: it shows a page, and turns pages for the person who asked."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched
from bot.context.replies import NOBODY, Still, tell
from bot.render.components import ROW, button, container, menu
from bot.render.listing import PLAIN_MENU, Controls, Listing
from bot.render.markdown import label
from bot.render.pages import Accent, Page, delete_action, notice, stated

log = logging.getLogger(__name__)

LIFETIME = 780.0
"""Seconds without a click before the buttons go; an interaction's token, needed to edit, lasts 900."""

BRIEF = 60.0
"""Seconds that a reply to a message stands in a channel where it only says that there is nothing to show."""

Suggest = Callable[[str], Awaitable[tuple[Page, ...]]]
"""Gives the pages for a name that was suggested."""


_Control = TypeVar("_Control", bound=ui.Item[Any])


class _Editable(Protocol):
    async def __call__(self, *, view: ui.LayoutView, allowed_mentions: discord.AllowedMentions) -> object: ...


def wired(control: _Control, clicked: Callable[[discord.Interaction[Any]], Awaitable[None]]) -> _Control:
    """Let a click on `control` call `clicked`."""
    control.callback = clicked  # type: ignore[method-assign, assignment]
    return control


def _has_buttons(row: ui.ActionRow[Any]) -> bool:
    return any(isinstance(item, ui.Button) for item in row.children)


class Pager(Watched, ui.LayoutView):
    """Pages of a reply, with buttons where there is more than one.

    Only the asker may turn them. After `LIFETIME` seconds without a click these buttons are taken away; those of
    the passages stay, for they need no memory.

    Parameters
    ----------
    private : bool
        Whether only the asker is to see the reply: then it can be shared, else deleted. A reply to a command that has
        nothing to show is for the asker alone in any case.
    shareable : bool
        Whether a private reply may be shared; the moderators' may not.
    suggest : callable, optional
        What a click on a suggestion asks.
    judged : str | None
        The link of the message that the reply judges.
    listing : Listing | None
        What the pages list, if it is a command's that can be asked again: then everybody turns them, for ever.
    at : int
        The page to begin with.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        asker: Asker,
        askers: Askers,
        *,
        private: bool = False,
        shareable: bool = True,
        suggest: Suggest | None = None,
        judged: str | None = None,
        listing: Listing | None = None,
        at: int = 0,
    ) -> None:
        super().__init__(timeout=LIFETIME)
        self._pages = tuple(pages)
        self._asker = asker
        self._askers = askers
        self._wished = private
        self._private = private
        self._may_share = shareable and not asker.elsewhere
        self._suggest = suggest
        self._judged = judged
        self._at = min(at, len(self._pages) - 1)
        self._listing = listing
        self._shared = False
        self._asked: discord.Message | None = None  # to which this says briefly that there is nothing to show
        self._edit: _Editable | None = None
        self._message_id: int | None = None
        self._draw(alive=True)

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Send the reply to an interaction that has had none, or was deferred for the asker alone."""
        self._private = self._wished or not self._pages[0].tells
        self._draw(alive=True)
        self._rest()
        if interaction.response.is_done():
            if self._private:
                await self.follow_up(interaction)
                return
            # The first thing sent takes the place, and the privacy, of what was promised; only a second is for all.
            promised = Still(notice(self._asker.say("found")))
            await interaction.edit_original_response(view=promised, allowed_mentions=NOBODY)
            await self.follow_up(interaction)
            await interaction.delete_original_response()
            return
        made = await interaction.response.send_message(view=self, ephemeral=self._private, allowed_mentions=NOBODY)
        self._askers.meter.replied()
        self._live(made.message_id or 0, interaction.edit_original_response)

    async def follow_up(self, interaction: discord.Interaction[Any]) -> None:
        """Send the reply behind another one, or in the place of one that was promised."""
        sent = await interaction.followup.send(view=self, ephemeral=self._private, allowed_mentions=NOBODY, wait=True)
        self._askers.meter.replied()
        self._live(sent.id, sent.edit)

    async def answer_message(self, message: discord.Message) -> None:
        """Send the reply to a message that asked, even if that is gone by now.

        In a server one that has nothing to show is short, and goes by itself after `BRIEF` seconds.
        """
        brief = message.guild is not None and not self._pages[0].tells
        if brief:
            self._pages, self._asked = (self._pages[0].briefly,), message
            self._draw(alive=True)
        self._rest()
        sent = await message.channel.send(
            view=self,
            reference=message.to_reference(fail_if_not_exists=False),
            mention_author=False,
            allowed_mentions=NOBODY,
        )
        self._askers.meter.replied()
        self._live(sent.id, sent.edit)
        if brief:
            await sent.delete(delay=BRIEF)

    async def show(self, interaction: discord.Interaction[Any], at: int) -> None:
        """Show a page to whoever turned to it."""
        self._at = min(at, len(self._pages) - 1)
        self._draw(alive=True)
        await interaction.response.edit_message(view=self, allowed_mentions=NOBODY)
        self._edit = interaction.edit_original_response

    async def turn(self, interaction: discord.Interaction[Any], pages: int) -> None:
        """Go `pages` forwards (backwards if negative) and show where that leads."""
        if await self._allows(interaction):
            await self.show(interaction, max(0, self._at + pages))

    async def follow(self, interaction: discord.Interaction[Any], name: str) -> None:
        """Show what a suggestion leads to, in place of why there was nothing; to all, where the answer is for all."""
        if self._suggest is None or not await self._allows(interaction):
            return
        await interaction.response.defer()
        pages = tuple(await self._suggest(name))
        kept = self._wished or (not self._private and self._asked is None)  # for whom the reply is, it stays
        if kept or not pages[0].tells:
            self._pages, self._at, self._listing = pages, 0, None
            self._draw(alive=True)
            await interaction.edit_original_response(view=self, allowed_mentions=NOBODY)
            self._askers.meter.replied()
            return
        answer = Pager(pages, self._asker, self._askers)
        await (answer.answer_message(self._asked) if self._asked else answer.follow_up(interaction))
        await interaction.delete_original_response()
        self._askers.living.pop(self._message_id or 0, None)
        self.stop()

    async def share(self, interaction: discord.Interaction[Any]) -> None:
        """Post the page shown to the channel, once, if the server wants answers there."""
        if (await self._askers.of(interaction)).elsewhere:
            raise Refusal("share-elsewhere")
        page = self._pages[self._at]
        say = self._asker.say
        key = "shared-by" if self._judged is None else "shared-verdict"
        by = say(key, who=interaction.user.mention, link=self._judged or "")
        foot = "\n".join(filter(None, (page.foot, f"-# {by}")))
        actions = (*page.actions, delete_action(self._asker.user_id, self._asker.say))
        shared = Still(Page(page.blocks, page.accent, foot, actions, page.choices), choose=say(page.choosing))
        await interaction.response.send_message(view=shared, allowed_mentions=NOBODY)
        self._shared = True
        self._draw(alive=True)
        if self._edit is not None:
            await self._edit(view=self, allowed_mentions=NOBODY)

    async def on_timeout(self) -> None:
        """Take the buttons away, unless the message is gone or can no longer be reached."""
        self._askers.living.pop(self._message_id or 0, None)
        if self._edit is None or not self._dies():
            return
        self._draw(alive=False)
        try:
            await self._edit(view=self, allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            log.debug("Buttons of an expired reply stay: %s", error)

    async def _allows(self, interaction: discord.Interaction[Any]) -> bool:
        """Let only the asker turn pages and follow suggestions."""
        if interaction.user.id == self._asker.user_id:
            return True
        say = self._askers.wordings.nearest(str(interaction.locale))
        await tell(interaction, stated(say("error-not-asker")))
        return False

    def _live(self, message_id: int, edit: _Editable) -> None:
        if self.is_finished():
            return
        self._message_id, self._edit = message_id, edit
        self._askers.living[message_id] = self

    def _rest(self) -> None:
        """Leave it to the buttons' ids what they do, where nothing on the message needs this view."""
        if not self._dies():
            self.stop()

    def _dies(self) -> bool:
        """Whether there is anything on the message that ends with this view."""
        page = self._pages[self._at]
        suggests = bool(page.suggestions) and self._suggest is not None
        turns = len(self._pages) > 1 and self._controls() is None
        return turns or self._shares(page) or suggests

    def _controls(self) -> Controls | None:
        """Give the ids of the controls where they can say all of what is listed."""
        return self._listing.controls(self._at, len(self._pages)) if self._listing is not None else None

    def _shares(self, page: Page) -> bool:
        """Whether the page shown can be shared by a button beside it; those of an answer are behind *More*."""
        return self._private and self._may_share and page.accent is not Accent.SILENCE and not page.owned

    def _draw(self, *, alive: bool) -> None:
        self.clear_items()
        page, say = self._pages[self._at], self._asker.say
        shown = container(page)
        controls = self._controls() if len(self._pages) > 1 else None
        if page.choices:
            shown.add_item(menu(page.choices, say(page.choosing), controls.menu if controls else PLAIN_MENU))
        if alive and page.suggestions and self._suggest is not None:
            shown.add_item(ui.ActionRow(*(self._suggestion(at, name) for at, name in enumerate(page.suggestions))))
        row: list[ui.Button[Any]] = []
        if len(self._pages) > 1 and (alive or controls):
            back, on = (controls.back, controls.on) if controls else (None, None)
            place = say("page-of", page=self._at + 1, pages=len(self._pages))
            row += [
                self._turner(-1, say("button-previous"), back, disabled=self._at == 0),
                ui.Button(label=place, custom_id="live:place", disabled=True),
                self._turner(1, say("button-next"), on, disabled=self._at == len(self._pages) - 1),
            ]
        if alive and self._shares(page):
            words = say("button-shared" if self._shared else "button-share")
            sharer: ui.Button[Any] = ui.Button(label=words, custom_id="live:share", emoji="📣", disabled=self._shared)
            row.append(wired(sharer, self.share))
        elif not self._private and self._asked is None and not (page.owned and self._asker.guild_id is not None):
            row.append(button(delete_action(self._asker.user_id, self._asker.say)))
        rows = [part for part in shown.children if isinstance(part, ui.ActionRow) and _has_buttons(part)]
        if page.actions and len(rows[-1].children) + len(row) <= ROW:
            for beside in row:
                rows[-1].add_item(beside)
        elif row:
            shown.add_item(ui.ActionRow(*row))
        self.add_item(shown)

    def _turner(self, pages: int, words: str, custom_id: str | None, *, disabled: bool) -> ui.Button[Any]:
        """Build a button that turns pages, by its custom id or by memory: then that stays the same over pages, so that
        a second, faster click still counts."""
        if custom_id is not None:
            return ui.Button(label=words, custom_id=custom_id, disabled=disabled)
        turner: ui.Button[Any] = ui.Button(label=words, custom_id=f"live:turn:{pages:+d}", disabled=disabled)
        return wired(turner, partial(self.turn, pages=pages))

    def _suggestion(self, at: int, name: str) -> ui.Button[Any]:
        suggestion: ui.Button[Any] = ui.Button(
            label=label(name), custom_id=f"live:suggestion:{at}", style=discord.ButtonStyle.primary
        )
        return wired(suggestion, partial(self.follow, name=name))

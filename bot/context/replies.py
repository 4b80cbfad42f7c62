"""One page as a reply: to one person alone, or to a channel; and the parts of what was sent."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Iterable, Iterator
from typing import Any, TypeVar

import discord
from discord import ui

from bot.render.components import container, menu
from bot.render.pages import Page

log = logging.getLogger(__name__)

_T = TypeVar("_T")

QUICK = 1.0
"""Seconds after which somebody who still waits is told so, alone; most answers take milliseconds."""

NOBODY = discord.AllowedMentions.none()


class Still(ui.LayoutView):
    """One page that nobody has to turn; its buttons, if any, are known by their ids alone.

    It is finished from the start: discord.py would keep a view without a time-out in memory for ever.

    Parameters
    ----------
    above : str
        What stands above it, in Markdown, such as a role that is pinged.
    choose : str
        What stands in the page's menu, if it has one, while nothing is chosen.
    """

    def __init__(self, page: Page, *, above: str = "", choose: str = "…") -> None:
        super().__init__(timeout=None)
        if above:
            self.add_item(ui.TextDisplay(above))
        shown = container(page)
        if page.choices:
            shown.add_item(menu(page.choices, choose))
        self.add_item(shown)
        self.stop()


async def awaited(interaction: discord.Interaction[Any], wanted: Awaitable[_T]) -> _T:
    """Wait for what `interaction` asks for; defer it, for the asker alone, only if that takes longer than `QUICK`.

    What is to be shown to all can still be, and what fails is nobody else's business.
    """
    work = asyncio.ensure_future(wanted)
    try:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(QUICK):
                await asyncio.wait({work})
        if not work.done():
            await interaction.response.defer(thinking=True, ephemeral=True)
        return await work
    finally:
        work.cancel()


async def reply_alone(interaction: discord.Interaction[Any], page: Page) -> None:
    """Show one page, as the answer, to the person of `interaction` alone."""
    view = Still(page)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)
    else:
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=NOBODY)


async def tell(interaction: discord.Interaction[Any], page: Page) -> None:
    """Show one page to the person of `interaction` alone, if Discord still takes it; never raises for Discord."""
    try:
        await reply_alone(interaction, page)
    except discord.HTTPException:
        log.warning("Could not tell of an error: the interaction is gone", exc_info=True)


def parts_of(components: Iterable[Any]) -> Iterator[Any]:
    """Give all components of a message, those inside others too."""
    for component in components:
        yield component
        yield from parts_of(getattr(component, "children", ()))

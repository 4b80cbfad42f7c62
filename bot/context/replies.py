"""One page as a reply: to one person alone, or to a channel; and the parts of what was sent."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

import discord
from discord import ui

from bot.render.components import container
from bot.render.pages import Page

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()


class Still(ui.LayoutView):
    """One page that nobody has to turn; its buttons, if any, are known by their ids alone.

    It is finished from the start: discord.py would keep a view without a time-out in memory for ever.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(timeout=None)
        self.add_item(container(page))
        self.stop()


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

"""A page of a reply as Discord's Components V2."""

from typing import Any

from discord import ui

from bot.replies.pages import Page


def container(page: Page) -> ui.Container[Any]:
    """Build a container with the page's stripe, its blocks with rules or gaps between them, and its small print."""
    made: ui.Container[Any] = ui.Container(accent_colour=int(page.accent))
    for position, block in enumerate(page.blocks):
        if position:
            made.add_item(ui.Separator(visible=block.ruled))
        for text in block.texts:
            made.add_item(ui.TextDisplay(text))
    if page.foot:
        made.add_item(ui.Separator(visible=False))
        made.add_item(ui.TextDisplay(page.foot))
    return made

"""A page of a reply as Discord's Components V2."""

from typing import Any

import discord
from discord import ui

from bot.render.listing import PLAIN_MENU
from bot.render.pages import Action, Choice, Page

ROW = 5
"""Buttons in a row at most."""


def container(page: Page) -> ui.Container[Any]:
    """Build a container with the page's stripe, its blocks with rules or gaps between them, and its small print.

    The page's own buttons are last in it; its menu of passages needs words and is added by `menu`.
    """
    made: ui.Container[Any] = ui.Container(accent_colour=int(page.accent))
    for position, block in enumerate(page.blocks):
        if position:
            made.add_item(ui.Separator(visible=block.ruled))
        for text in block.texts:
            made.add_item(ui.TextDisplay(text))
    if page.picture:
        shown = discord.MediaGalleryItem(f"attachment://{page.picture}", description=page.picture_text)
        made.add_item(ui.MediaGallery(shown))
    if page.foot:
        made.add_item(ui.Separator(visible=False))
        made.add_item(ui.TextDisplay(page.foot))
    each = _row(len(page.actions))
    for first in range(0, len(page.actions), each):
        made.add_item(ui.ActionRow(*(button(action) for action in page.actions[first : first + each])))
    return made


def _row(buttons: int) -> int:
    """How many of so many buttons stand in a row, where all rows are as long as they can be alike."""
    rows = max(1, -(-buttons // ROW))
    return max(1, -(-buttons // rows))


def button(action: Action) -> ui.Button[Any]:
    """Build a button that only carries its custom id or link: what it does is found by the id."""
    return ui.Button(
        label=action.label,
        custom_id=action.custom_id,
        url=action.url,
        emoji=action.emoji,
        disabled=action.dead,
        style=discord.ButtonStyle.link if action.url else discord.ButtonStyle[action.look],
    )


def menu(choices: tuple[Choice, ...], prompt: str, custom_id: str = PLAIN_MENU) -> ui.ActionRow[Any]:
    """Build a menu to open one of a page's passages."""
    options: list[discord.SelectOption] = []
    for choice in choices:
        if choice.value not in {option.value for option in options}:
            options.append(discord.SelectOption(label=choice.label, description=choice.description, value=choice.value))
    return ui.ActionRow(ui.Select(custom_id=custom_id, placeholder=prompt, options=options))

"""A page of a reply as Discord's Components V2."""

from collections.abc import Sequence
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
        texts = [ui.TextDisplay[Any](text) for text in block.texts]
        for item in texts if block.beside is None else [ui.Section[Any](*texts, accessory=button(block.beside))]:
            made.add_item(item)
    if page.picture:
        shown = discord.MediaGalleryItem(f"attachment://{page.picture}", description=page.picture_text)
        made.add_item(ui.MediaGallery(shown))
    if page.foot:
        made.add_item(ui.Separator(visible=False))
        made.add_item(ui.TextDisplay(page.foot))
    for row in _rows(page.actions):
        made.add_item(ui.ActionRow(*map(button, row)))
    return made


def _rows(actions: Sequence[Action]) -> list[list[Action]]:
    """The rows of buttons, each group's as long as they can be alike."""
    rows: list[list[Action]] = []
    for group in _groups(actions):
        number = -(-len(group) // ROW)
        each = -(-len(group) // number)
        rows += [group[first : first + each] for first in range(0, len(group), each)]
    return rows


def _groups(actions: Sequence[Action]) -> list[list[Action]]:
    """The actions parted where one begins a row."""
    groups: list[list[Action]] = []
    for action in actions:
        if not groups or action.apart:
            groups.append([])
        groups[-1].append(action)
    return groups


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

"""Commands on a message (right click, Apps): *Who said this?* for everybody, *Add to library* for those who may."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.articles import add_all
from bot.commands.options import for_managers, for_members, paced
from bot.context.asker import Askers
from bot.context.errors import Refusal
from bot.context.permissions import adder_of
from bot.context.replies import parts_of
from bot.services.moderation import Moderation
from bot.services.queries import Queries
from bot.services.uploads import uploads_of
from bot.views.pager import Pager

WHO = "Who said this?"
ADD = "Add to library"

_MARKUP = re.compile(r"<a?:\w+:\d+>|<(?:@[!&]?|#)\d+>")
"""Custom emoji and mentions, in which nothing is said."""

_EMBEDS = 3  # embeds of a message read at most


class MessagesCog(commands.Cog):
    """The two commands on a message."""

    def __init__(self, bot: commands.Bot, queries: Queries, moderation: Moderation, askers: Askers) -> None:
        self._bot = bot
        self._queries = queries
        self._moderation = moderation
        self._askers = askers

    async def cog_load(self) -> None:
        """Add the commands: a cog cannot hold them by itself."""
        who = app_commands.ContextMenu(name=WHO, callback=self._who)
        self._bot.tree.add_command(paced(for_members(who)))
        add = app_commands.ContextMenu(name=ADD, callback=self._add)
        self._bot.tree.add_command(for_managers(add))

    async def _who(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        asker = await self._askers.of(interaction)
        words = words_of(message)
        if not any(character.isalnum() for character in _MARKUP.sub("", words)):
            raise Refusal("trace-no-words")
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._queries.trace(asker, words)
        await Pager(pages, asker, self._askers, private=True, judged=message.jump_url).answer(interaction)

    async def _add(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        asker = await adder_of(interaction, self._askers)
        uploads = uploads_of(message.attachments, message.content)
        if not uploads:
            raise Refusal("add-nothing-in-message")
        await add_all(interaction, self._moderation, asker, uploads)


def words_of(message: discord.Message) -> str:
    """Give what a message says: its content, else the text of its embeds and components; "" where there is none."""
    if message.content.strip():
        return message.content
    embeds = [
        text for embed in message.embeds[:_EMBEDS] for text in (embed.title, embed.description) if text is not None
    ]
    texts = [item.content for item in parts_of(message.components) if isinstance(item, discord.TextDisplay)]
    return "\n".join((*embeds, *texts)).strip()

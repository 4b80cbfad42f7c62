"""Commands on a message (right click, Apps): *Who said this?* for everybody, *Add to library* for those who may."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.options import for_members, in_servers, paced
from bot.context.asker import Askers
from bot.context.errors import Refusal
from bot.context.messages import sources_of, words_of
from bot.context.permissions import adder_of
from bot.services.moderation import Moderation
from bot.services.queries import Queries
from bot.services.uploads import uploads_of
from bot.views.additions import TEXT, Pasted, PasteForm, add_all
from bot.views.pager import Pager

WHO = "Who said this?"
ADD = "Add to library"


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
        self._bot.tree.add_command(in_servers(add))

    async def _who(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        asker = await self._askers.of(interaction)
        words = words_of(message)
        if not words:
            raise Refusal("trace-no-words")
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._queries.trace(asker, words)
        await Pager(pages, asker, self._askers, private=True, judged=message.jump_url).answer(interaction)

    async def _add(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        asker = await adder_of(interaction, self._askers)
        sources = sources_of(message)
        attachments = [attachment for source in sources for attachment in source.attachments]
        uploads = uploads_of(attachments, "\n".join(source.content for source in sources))
        if not uploads:
            words = words_of(message)
            if not words:
                raise Refusal("add-nothing-in-message")
            form = PasteForm(self._moderation, self._askers, asker, Pasted(words[:TEXT]))
            await interaction.response.send_modal(form)
            return
        await add_all(interaction, self._moderation, asker, uploads)

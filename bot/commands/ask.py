"""Questions: by /ask, by mentioning the bot, and in direct messages."""

import logging
import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import MOST, article_choices, people_choices
from bot.desk import Desk
from bot.errors import explain, trouble
from bot.replies import Page, notice
from bot.views.pager import Pager

log = logging.getLogger(__name__)

QUESTION = 300
"""Characters of a question at most; a person's or article's name has at most 100."""

_HELP = "Ask me what somebody said, who said something, or what the articles say about a topic."


class Asking(commands.Cog):
    """/ask, and the same answers to a mention or a direct message."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk

    @app_commands.command(name="ask", description="Ask the articles a question: the answer is their own words")
    @app_commands.describe(
        question="What somebody said, who said something, or a topic",
        article="Only from this article",
        speaker="Only what this person or organisation said",
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, QUESTION],
        article: app_commands.Range[str, 1, 100] | None = None,
        speaker: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """Answer a question with the passages that fit it best."""
        await interaction.response.defer(thinking=True)
        pages = await self._desk.ask(interaction.guild_id, question, article_id=article, speaker=speaker)
        await Pager(pages, asker_id=interaction.user.id).answer(interaction)

    @ask.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return article_choices(await self._desk.articles_like(interaction.guild_id, typed, MOST))

    @ask.autocomplete("speaker")
    async def _speakers(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return people_choices(await self._desk.people_like(interaction.guild_id, typed, MOST))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a person who mentions the bot or writes to it."""
        question = self._question_in(message)
        if question is None:
            return
        guild_id = message.guild.id if message.guild else None
        try:
            if not question:
                pages: tuple[Page, ...] = (notice(_HELP),)
            elif len(question) > QUESTION:
                pages = (notice(f"Please ask in at most {QUESTION} characters."),)
            else:
                pages = await self._desk.ask(guild_id, question)
            await Pager(pages, asker_id=message.author.id).answer_message(message)
        except discord.Forbidden:
            log.debug("May not write in channel %s", message.channel.id)
        except Exception as error:  # noqa: BLE001 -- a listener is the last place that can tell the person
            await self._apologise(message, error)

    async def _apologise(self, message: discord.Message, error: Exception) -> None:
        page = trouble(explain(error, "answering a message"))
        try:
            await Pager.still(page).answer_message(message)
        except discord.HTTPException:
            log.warning("Could not tell of an error in channel %s", message.channel.id, exc_info=True)

    def _question_in(self, message: discord.Message) -> str | None:
        """Give what a person asks the bot in `message`; None if it is not for the bot."""
        if message.author.bot or message.is_system() or self._bot.user is None:
            return None
        mention = re.compile(rf"<@!?{self._bot.user.id}>")
        if message.guild is not None and not mention.search(message.content):
            return None
        return mention.sub(" ", message.content).strip()

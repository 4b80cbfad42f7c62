"""Questions: by /ask, by mentioning the bot, and in direct messages."""

import logging
import re
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ArticleName, OutletName, PersonName
from bot.commands.options import FILTERS, SomeDay, for_members, paced
from bot.context.asker import Asker, Askers
from bot.context.errors import error_page
from bot.context.replies import awaited
from bot.monitoring.current import message_arrived
from bot.monitoring.metrics import ErrorPlace
from bot.render.pages import Page, notice, stated
from bot.services.queries import Queries
from bot.views.pager import Pager, Suggest
from index import Filters

log = logging.getLogger(__name__)

QUESTION = 300
"""Characters of a question at most."""

_CHANNELS = 3  # named at most, where somebody asks in another


class AskCog(commands.Cog):
    """/ask, and the same answers to a mention or a direct message."""

    def __init__(self, bot: commands.Bot, queries: Queries, askers: Askers) -> None:
        self._bot = bot
        self._queries = queries
        self._askers = askers

    @app_commands.command(name="ask", description="Ask the articles a question: the answer is their own words")
    @app_commands.describe(
        question="What somebody said, who said something, or a topic",
        speaker="Only what this person or organisation said",
        **FILTERS,
    )
    @for_members
    @paced
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, QUESTION],
        article: ArticleName | None = None,
        speaker: PersonName | None = None,
        outlet: OutletName | None = None,
        since: SomeDay = None,
        until: SomeDay = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question with the passages that fit it best."""
        asker = await self._askers.of(interaction)
        filters = Filters(article, speaker, outlet, since, until)
        pages = await awaited(interaction, self._queries.ask(asker, question, filters))
        suggest = self._suggest(asker, question, filters)
        await Pager(pages, asker, self._askers, private=asker.alone(private), suggest=suggest).answer(interaction)

    def _suggest(self, asker: Asker, question: str, filters: Filters) -> Suggest:
        """Answer the question with the name that was meant."""
        return partial(self._queries.ask_meaning, asker, question, filters)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a person who mentions the bot or writes to it, where the server wants answers."""
        question = self._question_in(message)
        if question is None:
            return
        message_arrived(message)
        try:
            self._askers.rate_limit.spend(message.author.id, message.created_at.timestamp())
            asker = await self._askers.of_message(message)
            if asker.elsewhere:
                channels = (await self._askers.preferences(asker.guild_id)).channels
                where = " ".join(f"<#{channel}>" for channel in sorted(channels)[:_CHANNELS])
                pages: tuple[Page, ...] = (stated(asker.say("ask-elsewhere", where=where)),)
            elif not question:
                pages = (notice(asker.say("ask-help")),)
            elif len(question) > QUESTION:
                pages = (notice(asker.say("ask-too-long", most=QUESTION)),)
            else:
                pages = await self._queries.ask(asker, question)
            suggest = self._suggest(asker, question, Filters())
            await Pager(pages, asker, self._askers, suggest=suggest).answer_message(message)
        except app_commands.CommandOnCooldown as error:
            now = message.created_at.timestamp()
            if self._askers.rate_limit.tells(message.author.id, now, error.retry_after):
                await self._apologise(message, error)
        except discord.Forbidden:
            log.debug("May not write in channel %s", message.channel.id)
        except Exception as error:  # noqa: BLE001 -- a listener is the last place that can tell the person
            await self._apologise(message, error)

    async def _apologise(self, message: discord.Message, error: Exception) -> None:
        say = self._askers.wordings.nearest(str(message.guild.preferred_locale) if message.guild else None)
        page = error_page(error, ErrorPlace.MESSAGE, "answering a message", say, self._askers.meter)
        try:
            await Pager((page,), Asker(message.author.id, None, say), self._askers).answer_message(message)
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

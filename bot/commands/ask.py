"""Questions: by /ask, by mentioning the bot, in direct messages, and in replies to messages and to answers."""

import logging
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ArticleName, OutletName, PersonName
from bot.commands.days import Since, Until
from bot.commands.options import FILTERS, for_members, paced
from bot.context.asker import Asker, Askers
from bot.context.errors import error_page
from bot.context.messages import Address, address_of, words_of
from bot.context.replies import awaited
from bot.monitoring.current import message_arrived
from bot.monitoring.metrics import ErrorPlace
from bot.render.pages import Page, notice
from bot.services.queries import Queries
from bot.views.pager import Pager, Suggest
from index import Filters

log = logging.getLogger(__name__)

QUESTION = 300
"""Characters of a question at most."""


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
        since: Since = None,
        until: Until = None,
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
        """Answer a person who mentions the bot, writes or replies to it, where the server wants answers."""
        address = address_of(message, self._bot.user.id) if self._bot.user is not None else None
        if address is None:
            return
        message_arrived(message)
        try:
            asker = await self._askers.of_message(message)
            if asker.elsewhere:
                return
            pages = await self._answered(asker, address)
            if not (pages[0].tells or address.meant):
                return
            suggest = self._suggest(asker, address.question, Filters())
            await Pager(pages, asker, self._askers, suggest=suggest).answer_message(message)
        except discord.Forbidden:
            log.debug("May not write in channel %s", message.channel.id)
        except Exception as error:  # noqa: BLE001 -- a listener is the last place that can tell the person
            await self._apologise(message, error)

    async def _answered(self, asker: Asker, address: Address) -> tuple[Page, ...]:
        """Say who said what the message has that is asked about, or answer the question."""
        if address.judged is not None:
            words = words_of(address.judged)
            if words:
                return await self._queries.trace(asker, words)
            hidden = address.judged.guild is not None and not self._bot.intents.message_content
            return (notice(asker.say("trace-hidden" if hidden else "trace-no-words")),)
        if not address.question:
            return (notice(asker.say("ask-help")),)
        if len(address.question) > QUESTION:
            return (notice(asker.say("ask-too-long", most=QUESTION)),)
        return await self._queries.ask(asker, address.question, after=address.after)

    async def _apologise(self, message: discord.Message, error: Exception) -> None:
        say = self._askers.wordings.nearest(str(message.guild.preferred_locale) if message.guild else None)
        page = error_page(error, ErrorPlace.MESSAGE, "answering a message", say, self._askers.meter)
        try:
            await Pager((page,), Asker(message.author.id, None, say), self._askers).answer_message(message)
        except discord.HTTPException:
            log.warning("Could not tell of an error in channel %s", message.channel.id, exc_info=True)

"""People: what one of them said, and who is quoted at all."""

from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ArticleName, OutletName, PersonName
from bot.commands.days import Since, Until
from bot.commands.options import FILTERS, Name, for_members, paced
from bot.context.asker import Askers
from bot.context.replies import awaited
from bot.render.listing import PEOPLE, Listing, quotes_words
from bot.services.queries import Queries
from bot.views.pager import Pager
from index import Filters


class QuotesCog(commands.Cog):
    """/quotes and /people."""

    def __init__(self, queries: Queries, askers: Askers) -> None:
        self._queries = queries
        self._askers = askers

    @app_commands.command(name="quotes", description="What a person or organisation is reported to have said")
    @app_commands.describe(person="Whose words", about="Only on this topic", **FILTERS)
    @for_members
    @paced
    async def quotes(
        self,
        interaction: discord.Interaction,
        person: PersonName,
        about: Name | None = None,
        article: ArticleName | None = None,
        outlet: OutletName | None = None,
        since: Since = None,
        until: Until = None,
        private: bool | None = None,
    ) -> None:
        """Show what a person is reported to have said."""
        asker = await self._askers.of(interaction)
        filters = Filters(article, outlet=outlet, since=since, until=until)
        pages = await awaited(interaction, self._queries.quotes(asker, person, about=about, filters=filters))
        suggest = partial(self._queries.quotes_meaning, asker, person, about, filters)
        words = quotes_words(person, about, filters)
        listing = Listing(asker.home, asker.say.language, words, menu=True)
        alone = asker.alone(private)
        await Pager(pages, asker, self._askers, private=alone, suggest=suggest, listing=listing).answer(interaction)

    @app_commands.command(name="people", description="Who is quoted in the articles")
    @app_commands.describe(private="Show the list to you alone")
    @for_members
    @paced
    async def people(self, interaction: discord.Interaction, private: bool | None = None) -> None:
        """List who is quoted."""
        asker = await self._askers.of(interaction)
        pages = await awaited(interaction, self._queries.people(asker))
        listing = Listing(asker.home, asker.say.language, PEOPLE)
        alone = asker.alone(private)
        await Pager(pages, asker, self._askers, private=alone, listing=listing).answer(interaction)

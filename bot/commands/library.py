"""The library as everybody sees it: its newest articles, and one of them."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ArticleName
from bot.commands.options import for_members, paced
from bot.context.asker import Askers
from bot.context.replies import awaited
from bot.services.queries import Queries
from bot.views.pager import Pager


@for_members
class LibraryCog(commands.GroupCog, group_name="library", group_description="The articles that answers come from"):
    """/library latest and show."""

    def __init__(self, queries: Queries, askers: Askers) -> None:
        self._queries = queries
        self._askers = askers

    @app_commands.command(name="latest", description="The newest articles")
    @app_commands.describe(private="Show the list to you alone")
    @paced
    async def latest(self, interaction: discord.Interaction, private: bool | None = None) -> None:
        """List the newest articles that answer here."""
        asker = await self._askers.of(interaction)
        pages = await awaited(interaction, self._queries.latest(asker))
        await Pager(pages, asker, self._askers, private=asker.alone(private)).answer(interaction)

    @app_commands.command(name="show", description="One article’s particulars, and whom it quotes most")
    @app_commands.describe(article="Which article", private="Show the article to you alone")
    @paced
    async def show(self, interaction: discord.Interaction, article: ArticleName, private: bool | None = None) -> None:
        """Show one article that answers here."""
        asker = await self._askers.of(interaction)
        page = await awaited(interaction, self._queries.show(asker, article))
        await Pager((page,), asker, self._askers, private=asker.alone(private)).answer(interaction)

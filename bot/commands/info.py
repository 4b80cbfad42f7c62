"""About the bot itself: /help, /about and /privacy, for the asker alone."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.options import for_members
from bot.context.asker import Askers
from bot.context.permissions import manages, may_add
from bot.context.replies import reply_alone
from bot.render.onboarding import help_page
from bot.services.privacy import PersonalData
from bot.services.queries import Queries


class InfoCog(commands.Cog):
    """/help, /about and /privacy."""

    def __init__(self, queries: Queries, personal_data: PersonalData, askers: Askers) -> None:
        self._queries = queries
        self._personal = personal_data
        self._askers = askers

    @app_commands.command(name="help", description="What Onrecord can do")
    @for_members
    async def help(self, interaction: discord.Interaction) -> None:
        """List the commands."""
        asker = await self._askers.of(interaction)
        adds = await may_add(interaction, self._askers)
        await reply_alone(interaction, help_page(asker.say, adds=adds, manages=manages(interaction)))

    @app_commands.command(name="about", description="What Onrecord is, how large its library, and how fast it answers")
    @for_members
    async def about(self, interaction: discord.Interaction) -> None:
        """Say what the bot is."""
        asker = await self._askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await self._queries.about(asker))

    @app_commands.command(name="privacy", description="What is stored, of whom, and for how long")
    @for_members
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Say what is stored, and offer to show and delete it."""
        asker = await self._askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await self._personal.overview(asker, manages=manages(interaction)))

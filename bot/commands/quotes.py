"""People: what one of them said, and who is quoted at all."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import MOST, people_choices
from bot.desk import Desk
from bot.views.pager import Pager


class Quoting(commands.Cog):
    """/quotes and /people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="quotes", description="What a person or organisation is reported to have said")
    @app_commands.describe(person="Whose words", about="Only on this topic")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def quotes(
        self,
        interaction: discord.Interaction,
        person: app_commands.Range[str, 1, 100],
        about: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """Show what a person is reported to have said."""
        await interaction.response.defer(thinking=True)
        pages = await self._desk.quotes(interaction.guild_id, person, about=about)
        await Pager(pages, asker_id=interaction.user.id).answer(interaction)

    @quotes.autocomplete("person")
    async def _people(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return people_choices(await self._desk.people_like(interaction.guild_id, typed, MOST))

    @app_commands.command(name="people", description="Who is quoted in the articles")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def people(self, interaction: discord.Interaction) -> None:
        """List who is quoted."""
        await interaction.response.defer(thinking=True)
        pages = await self._desk.people(interaction.guild_id)
        await Pager(pages, asker_id=interaction.user.id).answer(interaction)

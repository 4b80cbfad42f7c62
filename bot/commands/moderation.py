"""The moderators' other commands: names of people, the queue of reports, and the settings' panel."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ManagedPerson, PersonsAlias
from bot.commands.options import Name, for_managers
from bot.context.asker import Askers
from bot.context.permissions import manager_of, server_of
from bot.context.replies import reply_alone
from bot.services.moderation import Moderation
from bot.views.pager import Pager
from bot.views.panel import Panel


@for_managers
class PeopleCog(commands.GroupCog, group_name="person", group_description="Names of people in this server’s articles"):
    """/person merge, rename and split; all replies are for the moderator alone."""

    def __init__(self, moderation: Moderation, askers: Askers) -> None:
        self._moderation = moderation
        self._askers = askers

    @app_commands.command(name="merge", description="Two names are one person’s")
    @app_commands.describe(person="The name to keep", other="The other name of the same person")
    async def merge(self, interaction: discord.Interaction, person: ManagedPerson, other: ManagedPerson) -> None:
        """Take two names for one person's."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.merge(asker, person, other))

    @app_commands.command(name="rename", description="Show a person under another name")
    @app_commands.describe(person="Who", name="The name to show")
    async def rename(self, interaction: discord.Interaction, person: ManagedPerson, name: Name) -> None:
        """Show a person under another name."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.rename(asker, person, name))

    @app_commands.command(name="split", description="One of a person’s names is somebody else’s")
    @app_commands.describe(person="Who", alias="The name that is somebody else’s")
    async def split(self, interaction: discord.Interaction, person: ManagedPerson, alias: PersonsAlias) -> None:
        """Part a name from a person."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.split(asker, person, alias))


class ModerationCog(commands.Cog):
    """/reports and /settings."""

    def __init__(self, moderation: Moderation, askers: Askers) -> None:
        self._moderation = moderation
        self._askers = askers

    @app_commands.command(name="reports", description="Reports of wrong speakers, to be settled")
    @for_managers
    async def reports(self, interaction: discord.Interaction) -> None:
        """Show the queue of open reports."""
        asker = await manager_of(interaction, self._askers)
        pages = await self._moderation.queue(asker)
        await Pager(pages, asker, self._askers, private=True, shareable=False).answer(interaction)

    @app_commands.command(name="settings", description="How Onrecord behaves in this server")
    @for_managers
    async def settings(self, interaction: discord.Interaction) -> None:
        """Open the panel."""
        guild_id = server_of(interaction)
        asker = await self._askers.of(interaction)
        preferences = await self._askers.preferences(guild_id)
        await Panel(asker, self._askers, self._moderation, guild_id, preferences).answer(interaction)

"""Alerts: being told when a new article quotes somebody, is about something, or is of some outlet."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import OutletName, PersonName
from bot.commands.options import Name, in_servers, paced
from bot.context.asker import Askers, server_here
from bot.context.errors import Refusal
from bot.context.permissions import manages, server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.services.alerts import AlertDesk
from bot.views.pager import Pager
from index import Interest


@in_servers
class AlertsCog(commands.GroupCog, group_name="alert", group_description="Be told when new articles have something"):
    """/alert add and list; all replies are for the member alone."""

    def __init__(self, desk: AlertDesk, askers: Askers) -> None:
        self._desk = desk
        self._askers = askers

    @app_commands.command(name="add", description="Be told when a new article quotes somebody or is about something")
    @app_commands.describe(
        person="Whose words",
        topic="Words that stand in the passage or its headline",
        outlet="What this outlet published or is cited for",
        channel="Moderators: tell this channel, rather than you",
    )
    @paced
    async def add(
        self,
        interaction: discord.Interaction,
        person: PersonName | None = None,
        topic: Name | None = None,
        outlet: OutletName | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        """Set an alert, and make sure that it can be told."""
        if server_here(interaction) is None:
            raise app_commands.NoPrivateMessage
        if channel is not None:
            server_of(interaction)
            if not channel.permissions_for(channel.guild.me).send_messages:
                raise Refusal("alert-closed-channel", channel=channel.name)
        asker = await self._askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        where = channel.id if channel is not None else None
        alert, page = await self._desk.set(asker, Interest(person, topic, outlet), where)
        if where is None and interaction.guild is not None:
            welcome = Still(self._desk.welcome(asker, alert, interaction.guild.name))
            try:
                await interaction.user.send(view=welcome, allowed_mentions=NOBODY)
            except discord.Forbidden as error:
                await self._desk.take_back(asker, alert)
                raise Refusal("alert-closed") from error
        await reply_alone(interaction, page)

    @app_commands.command(name="list", description="Your alerts in this server, and how to end them")
    @paced
    async def list_(self, interaction: discord.Interaction) -> None:
        """List the member's alerts and, for who manages the server, its channels'."""
        if server_here(interaction) is None:
            raise app_commands.NoPrivateMessage
        asker = await self._askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._desk.list(asker, manages=manages(interaction))
        await Pager(pages, asker, self._askers, private=True, shareable=False).answer(interaction)

"""Feeds: subscribing a server to them, and what has become of each."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import FeedName
from bot.commands.options import for_managers
from bot.context.asker import Askers
from bot.context.permissions import manager_of, server_of
from bot.context.replies import reply_alone
from bot.runtime.workers import soon
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.views.edits import FeedForm
from bot.views.pager import Pager

_LINK = 500  # characters


@for_managers
class FeedsCog(commands.GroupCog, group_name="feed", group_description="Feeds that bring this server articles"):
    """/feed add, list, remove and check; all replies are for the moderator alone."""

    def __init__(self, moderation: Moderation, askers: Askers, announcer: Announcer) -> None:
        self._moderation = moderation
        self._askers = askers
        self._announcer = announcer

    @app_commands.command(name="add", description="Subscribe to a feed, or to that of a site")
    @app_commands.describe(link="The feed’s address, or the site’s", announce="Where its new articles are announced")
    async def add(
        self,
        interaction: discord.Interaction,
        link: app_commands.Range[str, 1, _LINK],
        announce: discord.TextChannel | discord.ForumChannel | None = None,
    ) -> None:
        """Subscribe to a feed, whose articles follow in the background."""
        asker = await manager_of(interaction, self._askers)
        where = str(announce.id) if announce else None
        await reply_alone(interaction, await self._moderation.subscribe(asker, link.strip(), where))
        self._announcer.wake()

    @app_commands.command(name="list", description="The feeds of this server, and how they fare")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List the feeds."""
        asker = await manager_of(interaction, self._askers)
        pages = await self._moderation.feeds(asker)
        await Pager(pages, asker, self._askers, private=True, shareable=False).answer(interaction)

    @app_commands.command(name="edit", description="Change a feed’s name, or where it is announced")
    @app_commands.describe(feed="Which feed")
    async def edit(self, interaction: discord.Interaction, feed: FeedName) -> None:
        """Open the form in which a feed is mended."""
        server_of(interaction)
        asker = await self._askers.of(interaction)
        found = await soon(self._moderation.subscription(asker, feed))
        await interaction.response.send_modal(FeedForm(self._moderation, self._askers, asker, found))

    @app_commands.command(name="remove", description="End the subscription to a feed; its articles stay")
    @app_commands.describe(feed="Which feed")
    async def remove(self, interaction: discord.Interaction, feed: FeedName) -> None:
        """End a subscription."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.unsubscribe(asker, feed))

    @app_commands.command(name="check", description="Ask a feed for new articles now")
    @app_commands.describe(feed="Which feed")
    async def check(self, interaction: discord.Interaction, feed: FeedName) -> None:
        """Poll a feed now."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.check(asker, feed, self._announcer.poll))

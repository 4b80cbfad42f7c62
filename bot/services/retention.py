"""What goes by itself: the data of servers that the bot has left, and the texts of articles removed long ago."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

import discord
from discord.ext import commands

from bot.context.preferences import PreferencesStore, community_of, guild_of
from bot.settings import Shards
from index import OnrecordError, Privacy

log = logging.getLogger(__name__)

PERIOD = 3600.0
"""Seconds between two sweeps."""


class Retention(commands.Cog):
    """Notes which servers the bot has left, and deletes their data after a while, unless it is back by then.

    Several processes may sweep one database at once; each judges its own shards' servers alone, for it knows of no
    others whether the bot is in them. A server with an outage counts as one that the bot is in.

    Parameters
    ----------
    grace : timedelta
        How long the data of a server is kept after the bot has left it.
    shards : Shards
        Those of this process.
    """

    def __init__(
        self,
        bot: commands.Bot,
        privacy: Privacy,
        preferences: PreferencesStore,
        grace: timedelta,
        shards: Shards,
    ) -> None:
        self._bot = bot
        self._privacy = privacy
        self._preferences = preferences
        self._grace = grace
        self._shards = shards
        self._task: asyncio.Task[None] | None = None
        self._sweeping = asyncio.Lock()
        self._stopping = False

    def start(self) -> None:
        """Begin sweeping in the background."""
        self._task = asyncio.create_task(self._run(), name="sweeping")

    async def stop(self) -> None:
        """Stop sweeping; what is being deleted is deleted whole or not at all."""
        self._stopping = True  # for the thread, which nothing cancels and the process's end waits for
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def sweep(self) -> None:
        """Note who has left and who is back, and delete what has been kept long enough."""
        async with self._sweeping:
            try:
                if self._bot.is_ready():  # before, servers are missing that the bot is in
                    present = frozenset(guild.id for guild in self._bot.guilds)
                    await self._preferences.keep_only(await asyncio.to_thread(self._judge, present))
                await asyncio.to_thread(self._privacy.drop_removed)
            except OnrecordError:
                log.exception("What should go could not be deleted; the next look is in %s s", PERIOD)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """See which servers were left or joined while the bot was not there."""
        await self.sweep()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot has left, or was thrown out, or that the server is no more."""
        await self._preferences.forget(guild.id)
        await self._note(self._privacy.depart, guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that the bot is there, perhaps again."""
        await self._note(self._privacy.arrive, guild)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """As a join, for it may have been one during an outage; at a start the sweep sees to all servers at once."""
        if self._bot.is_ready():
            await self.on_guild_join(guild)

    async def _note(self, what: Callable[[str], object], guild: discord.Guild) -> None:
        try:
            await asyncio.to_thread(what, community_of(guild.id))
        except OnrecordError:
            log.exception("It could not be noted whether the bot is in server %s; the next sweep does so", guild.id)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(PERIOD)
            await self.sweep()

    def _judge(self, present: frozenset[int]) -> frozenset[int]:
        """Note departures and delete what they left long ago; gives the servers of which something is stored."""
        departed = {departure.community for departure in self._privacy.departures()}
        stored = {guild_id: name for name in self._privacy.communities() if (guild_id := guild_of(name)) is not None}
        for guild_id, community in stored.items():
            if self._stopping:
                break
            if not self._shards.hold(guild_id):
                continue
            if guild_id in present:
                if community in departed:
                    self._privacy.arrive(community)
            elif community not in departed:
                self._privacy.depart(community)
            elif self._privacy.forget_departed(community, self._grace):
                log.info("Deleted the data of server %s, left more than %s days ago", guild_id, self._grace.days)
        return frozenset(stored)

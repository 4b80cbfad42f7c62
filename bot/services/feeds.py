"""Feeds, polled in the background; the articles that came are announced where a server asked for it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.context.asker import Askers
from bot.context.preferences import guild_of
from bot.context.replies import NOBODY, Still, parts_of
from bot.render.feeds import announcement_page
from bot.render.pages import Page
from bot.services.queries import Queries
from bot.settings import Shards
from index import (
    Announcement,
    FeedNotFoundError,
    FeedPoller,
    Feeds,
    Fetcher,
    Library,
    Poll,
    PollOutcome,
    Subscription,
)

log = logging.getLogger(__name__)

_T = TypeVar("_T")

PERIOD = 60.0
"""Seconds between two looks for feeds that are due; each feed has its own, longer, interval."""

_TOGETHER = 4  # feeds polled at the same time

SETTINGS_CHANNEL = "settings"
"""Where a feed is announced that has no channel of its own: in the one of the server's settings, if there is one."""

_LOOKED_THROUGH = 100  # messages of a channel


class Announcer:
    """Polls the feeds that are due, a few at a time, and announces what they brought.

    Several processes may share the database: one polls a feed at a time, whoever is first, and the one that has a
    server's shard announces there. Before an announcement it is written down that it begins, and after it that it is
    done; where a process died in between, the channel is looked through before it is said again.
    """

    def __init__(
        self,
        bot: commands.Bot,
        public: Library,
        fetcher: Fetcher,
        queries: Queries,
        askers: Askers,
        shards: Shards,
    ) -> None:
        self._bot = bot
        self._meter = askers.meter
        self._public = public
        self._poller = FeedPoller(public, fetcher, self._work)
        self._queries = queries
        self._askers = askers
        self._shards = shards
        self._tasks: set[asyncio.Task[None]] = set()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._places = asyncio.Semaphore(_TOGETHER)

    def start(self) -> None:
        """Begin polling in the background."""
        self._keep(self._run())

    async def stop(self) -> None:
        """Stop polling; what is under way is given up, and nothing of it is lost that was confirmed."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self) -> None:
        """Poll the feeds that are due at once."""
        self._keep(self._round())

    async def poll(self, subscription: Subscription) -> Poll:
        """Poll one feed now, and announce what it brought; one feed is polled once at a time.

        Raises
        ------
        FeedNotFoundError
            If it has been removed meanwhile.
        """
        poll = await self._read(subscription)
        await self._announce(subscription.community)
        return poll or Poll(PollOutcome.UNCHANGED, (), None)

    async def _poll_if_due(self, subscription: Subscription) -> bool:
        """Poll a feed, unless it is gone, or another process does or has just done so; tells whether this one did."""
        try:
            return await self._read(subscription, only_if_due=True) is not None
        except FeedNotFoundError:
            return False

    async def _read(self, subscription: Subscription, *, only_if_due: bool = False) -> Poll | None:
        """Poll a feed as it stands now, unless another process does; None if it was not."""
        feeds = self._public.of(subscription.community).feeds
        async with self._lock(f"feed {subscription.id}") as mine, self._places:
            newest = await self._queries.run(partial(feeds.get, subscription.id))
            due = newest.next_check is not None and newest.next_check <= self._public.now()
            if not mine or (only_if_due and not due):
                return None
            with self._meter.polling():
                poll = await self._poller.poll(newest)
        self._meter.polled(poll)
        return poll

    @asynccontextmanager
    async def _lock(self, name: str) -> AsyncIterator[bool]:
        """Wait for this process's lock of that name, then try for all processes' one; tells whether it was free."""
        async with self._locks.setdefault(name, asyncio.Lock()):
            hold = self._public.feeds.exclusive(name)
            free = await self._queries.run(hold.__enter__)
            try:
                yield free
            finally:
                await self._queries.run(partial(hold.__exit__, None, None, None))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name="feeds")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(PERIOD)
            await self._round()

    async def _round(self) -> None:
        """Poll all feeds that are due, some at a time, until none is left that another process does not poll."""
        try:
            polled = True
            while polled:
                due = await self._queries.run(self._public.feeds.due)
                self._meter.due(len(due))
                polled = any(await asyncio.gather(*(self._poll_if_due(subscription) for subscription in due)))
                for community in await self._queries.run(self._public.feeds.awaiting_announcement):
                    await self._announce(community)
        except Exception:  # else no feed would be polled until the next start
            log.exception("Feeds could not be polled; the next look is in %s s", PERIOD)

    async def _work(self, community: str, work: Callable[[], _T], /) -> _T:
        """Do `work` among the jobs of that server; what feeds bring is bounded elsewhere."""
        return await self._queries.lanes.jobs.run(community, work, patient=True)

    async def _announce(self, community: str) -> None:
        """Announce what has not been yet, in order; where the channel is gone or closed, the article stays unsaid."""
        guild_id = guild_of(community)
        if guild_id is None or not self._shards.hold(guild_id) or not self._bot.is_ready():
            return
        feeds: Feeds = self._public.of(community).feeds
        async with self._lock(f"announcing in {community}") as mine:
            for announcement in await self._queries.run(feeds.pending_announcements) if mine else ():
                if await self._tell(guild_id, feeds, announcement):
                    await self._queries.run(partial(feeds.mark_announced, (announcement.item_id,)))

    async def _tell(self, guild_id: int, feeds: Feeds, announcement: Announcement) -> bool:
        """Announce one article; tells whether that is settled, so that it need not be tried again."""
        preferences = await self._askers.stored.of(guild_id)
        wanted = announcement.announce_in
        where = int(wanted) if wanted.isdigit() else preferences.announcements
        guild = self._bot.get_guild(guild_id)
        if where is None or guild is None:
            return True
        say = self._askers.words_in(preferences, str(guild.preferred_locale))
        channel = self._bot.get_partial_messageable(where, guild_id=guild_id)
        page = announcement_page(announcement, say)
        try:
            if announcement.begun and await self._has_said(channel, page):
                return True
            await self._queries.run(partial(feeds.begin_announcement, announcement.item_id))
            # Discord itself takes a message of the same nonce only once within some minutes.
            nonce = f"onrecord-{announcement.item_id}"
            await channel.send(view=Still(page), allowed_mentions=NOBODY, nonce=nonce)
        except (discord.Forbidden, discord.NotFound):
            log.warning("May not announce in channel %s of server %s", where, guild_id)
        except discord.HTTPException as error:
            log.warning("Discord did not take an announcement, which is tried again: %s", error)
            return False
        return True

    async def _has_said(self, channel: discord.PartialMessageable, page: Page) -> bool:
        """Whether an announcement stands among the channel's last messages; its buttons name its article."""
        wanted = {action.custom_id for action in page.actions if action.custom_id}
        try:
            async for message in channel.history(limit=_LOOKED_THROUGH):
                own = self._bot.user is not None and message.author.id == self._bot.user.id
                stand = {getattr(part, "custom_id", None) for part in parts_of(message.components)}
                if own and message.interaction_metadata is None and wanted & stand:
                    return True
        except discord.Forbidden:
            log.warning("May not read channel %s, in which something may be announced twice", channel.id)
        return False

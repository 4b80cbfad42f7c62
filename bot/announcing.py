"""Feeds, polled in the background; the articles that came are announced where a server asked for it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.desk import Desk
from bot.reception import Reception
from bot.replies import announcement_page
from bot.views.pager import NOBODY, Still
from bot.work import ITSELF
from index import Announcement, FeedPoller, Feeds, Fetcher, Library, OnrecordError, Poll, Subscription

log = logging.getLogger(__name__)

_T = TypeVar("_T")

PERIOD = 60.0
"""Seconds between two looks for feeds that are due; each feed has its own, longer, interval."""

_TOGETHER = 4  # feeds polled at the same time

WHERE_SET = "settings"
"""Where a feed is announced that has no channel of its own: in the one of the server's settings, if there is one."""

_COMMUNITY = "discord-"


class Announcer:
    """Polls the feeds that are due, a few at a time, and announces what they brought.

    What was announced is remembered in the database only after Discord has taken it: a crash in between repeats an
    announcement rather than lose it.
    """

    def __init__(self, bot: commands.Bot, public: Library, fetcher: Fetcher, desk: Desk, reception: Reception) -> None:
        self._bot = bot
        self._public = public
        self._poller = FeedPoller(public, fetcher, _now, self._work)
        self._desk = desk
        self._reception = reception
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
        """Poll one feed now, and announce what it brought; one feed is polled once at a time."""
        async with self._lock(f"feed {subscription.id}"), self._places:
            poll = await self._poller.poll(subscription)
        async with self._lock(subscription.community):
            await self._announce(subscription.community)
        return poll

    def _lock(self, name: str) -> asyncio.Lock:
        return self._locks.setdefault(name, asyncio.Lock())

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name="feeds")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(PERIOD)
            await self._round()

    async def _round(self) -> None:
        try:
            due = await self._work(ITSELF, lambda: self._public.feeds.due(_now()))
            await asyncio.gather(*(self.poll(subscription) for subscription in due))
        except OnrecordError:
            log.exception("Feeds could not be polled; the next look is in %s s", PERIOD)

    async def _work(self, community: str, work: Callable[[], _T]) -> _T:
        """Do `work` among the jobs; what feeds bring is bounded elsewhere."""
        return await self._desk.lanes.jobs.run(community, work, patient=True)

    async def _announce(self, community: str) -> None:
        """Announce what has not been yet, in order; where the channel is gone or closed, the article stays unsaid."""
        guild_id = int(community.removeprefix(_COMMUNITY)) if community.startswith(_COMMUNITY) else None
        if guild_id is None:
            return
        feeds: Feeds = self._public.of(community).feeds
        for announcement in await self._work(community, feeds.pending_announcements):
            if await self._tell(guild_id, announcement):
                await self._work(community, partial(feeds.mark_announced, (announcement.item_id,)))

    async def _tell(self, guild_id: int, announcement: Announcement) -> bool:
        """Announce one article; tells whether that is settled, so that it need not be tried again."""
        preferences = await self._reception.book.of(guild_id)
        wanted = announcement.announce_in
        where = int(wanted) if wanted.isdigit() else preferences.announcements
        guild = self._bot.get_guild(guild_id)
        if where is None or guild is None:
            return True
        wordings = self._reception.wordings
        chosen = preferences.language
        say = wordings.of(chosen) if chosen else wordings.nearest(str(guild.preferred_locale))
        channel = self._bot.get_partial_messageable(where, guild_id=guild_id)
        try:
            await channel.send(view=Still(announcement_page(announcement, say)), allowed_mentions=NOBODY)
        except (discord.Forbidden, discord.NotFound):
            log.warning("May not announce in channel %s of server %s", where, guild_id)
        except discord.HTTPException as error:
            log.warning("Discord did not take an announcement, which is tried again: %s", error)
            return False
        return True


def _now() -> datetime:
    return datetime.now(UTC)

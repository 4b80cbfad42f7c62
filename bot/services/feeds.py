"""Announcing: the articles that feeds bring are announced where a server asked for it, as soon as they are there."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

import discord
from discord.ext import commands

from bot.context.asker import Askers
from bot.context.preferences import guild_of
from bot.context.replies import NOBODY, Still, parts_of
from bot.render.feeds import announcement_page
from bot.render.pages import Page
from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces
from bot.services.polling import PERIOD, Polling
from bot.services.queries import Queries
from bot.settings import Shards
from index import (
    Announcement,
    AnnouncementPlace,
    FeedPoller,
    Feeds,
    FeedTurns,
    Fetcher,
    Library,
    Poll,
    Sandbox,
    Subscription,
)

log = logging.getLogger(__name__)

_T = TypeVar("_T")

_TOGETHER, _EACH = 8, 2  # messages sent at the same time, and how many of them in one server
_LONGEST = 60.0  # seconds for one of them, in which Discord may have the bot wait
_LOOKED_THROUGH = 100  # messages of a channel


class Announcer:
    """Announces what feeds bring, and has them polled for that.

    Where there is something to announce, a task of that channel's own says it, in order: no channel waits for another,
    nor for a feed that is being polled. Several processes may share the database: whoever has a server's shard
    announces there. Before an announcement it is written down that it begins, and after it that it is done; where a
    process died in between, the channel is looked through before it is said again.
    """

    def __init__(
        self,
        bot: commands.Bot,
        public: Library,
        fetcher: Fetcher,
        sandbox: Sandbox,
        queries: Queries,
        askers: Askers,
        shards: Shards,
    ) -> None:
        self._bot = bot
        self._public = public
        self._queries = queries
        self._askers = askers
        self._shards = shards
        poller = FeedPoller(public, fetcher, sandbox, self._work)
        self._polling = Polling(public, FeedTurns(public, poller, self._work), queries, askers.meter, self._brought)
        self._places = DealtPlaces(_TOGETHER, each=_EACH)
        self._telling: dict[AnnouncementPlace, bool] = {}  # whether there is more since the task began
        self._lookout = Lookout("announcements", self._look, PERIOD)

    def start(self) -> None:
        """Begin polling and announcing in the background."""
        self._polling.start()
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what is under way is given up, and nothing of it is lost that was confirmed."""
        await self._polling.stop()
        await self._lookout.stop()

    def wake(self) -> None:
        """Poll the feeds that are due, and announce what there is, at once."""
        self._polling.wake()
        self._lookout.wake()

    async def poll(self, subscription: Subscription) -> Poll:
        """Poll one feed now; what it brings is announced in the background. Raises as `Polling.poll`."""
        return await self._polling.poll(subscription)

    async def _work(self, community: str, work: Callable[[], _T], /, *, brief: bool = False) -> _T:
        """Do `work` among the jobs of that server, or at once if it is brief; what feeds bring is bounded elsewhere."""
        if brief:
            return await self._queries.run(work)
        return await self._queries.lanes.jobs.run(community, work, patient=True)

    async def _look(self) -> None:
        """Announce what other processes' polls brought, and what could not be announced before."""
        self._announce(await self._queries.run(self._public.feeds.awaiting_announcement))

    def _brought(self, community: str) -> None:
        """Announce what a poll may have brought."""
        self._lookout.keep(self._announce_in(community))

    async def _announce_in(self, community: str) -> None:
        feeds = self._public.of(community).feeds
        self._announce(await self._queries.run(feeds.announcement_places))

    def _announce(self, places: Iterable[AnnouncementPlace]) -> None:
        """Begin to announce at each of the places that are this process's business."""
        for place in places:
            guild_id = guild_of(place.community)
            if guild_id is None or not self._shards.hold(guild_id) or not self._bot.is_ready():
                continue
            if place not in self._telling:
                self._lookout.keep(self._tell_all(guild_id, place))
            self._telling[place] = True

    async def _tell_all(self, guild_id: int, place: AnnouncementPlace) -> None:
        """Announce all there is for one place, and what comes meanwhile, unless another process does."""
        name = f"announcing in {place.community} at {place.announce_in}"
        try:
            while self._telling[place]:
                self._telling[place] = False
                hold = self._public.feeds.exclusive(name)
                mine = await self._queries.run(hold.__enter__)
                try:
                    while mine and await self._tell_pending(guild_id, place):
                        pass
                finally:
                    await self._queries.run(partial(hold.__exit__, None, None, None))
        finally:
            del self._telling[place]

    async def _tell_pending(self, guild_id: int, place: AnnouncementPlace) -> int:
        """Announce what there is at this moment, in order; gives how many that settled."""
        feeds = self._public.of(place.community).feeds
        settled = 0
        for announcement in await self._queries.run(partial(feeds.pending_announcements, place.announce_in)):
            async with self._places.held(place.community):
                said = await self._tell(guild_id, feeds, announcement)
            if said:
                await self._queries.run(partial(feeds.mark_announced, (announcement.item_id,)))
                settled += 1
        return settled

    async def _tell(self, guild_id: int, feeds: Feeds, announcement: Announcement) -> bool:
        """Announce one article; tells whether that is settled, so that it need not be tried again.

        Where the channel is gone or closed, the article stays unsaid.
        """
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
            async with asyncio.timeout(_LONGEST):
                if announcement.begun and await self._has_said(channel, page):
                    return True
                await self._queries.run(partial(feeds.begin_announcement, announcement.item_id))
                # Discord itself takes a message of the same nonce only once within some minutes.
                nonce = f"onrecord-{announcement.item_id}"
                await channel.send(view=Still(page), allowed_mentions=NOBODY, nonce=nonce)
        except (discord.Forbidden, discord.NotFound):
            log.warning("May not announce in channel %s of server %s", where, guild_id)
        except (discord.HTTPException, TimeoutError) as error:
            log.warning("Discord did not take an announcement, which is tried again: %s", error or "it took too long")
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

"""Announcing: the articles that feeds bring are announced where a server asked for it, as soon as they are there."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from discord.ext import commands

from bot.context.asker import Asker, Askers
from bot.context.preferences import community_of, guild_of
from bot.render.pages import Page, notice
from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces
from bot.services.announcements import Due, parcel_of
from bot.services.delivery import Courier, Delivery, alone
from bot.services.moderation import SETTINGS_CHANNEL
from bot.services.polling import PERIOD, Polling
from bot.services.queries import Queries
from bot.settings import Shards
from index import (
    AnnouncementPlace,
    FeedPoller,
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
_LOOKED_THROUGH = 25  # articles, for one to be shown in a preview


class Announcer:
    """Announces what feeds bring and, where a server wishes it, what is added; and has feeds polled for that.

    Where there is something to announce, a task of that channel's own says it, in order: no channel waits for another,
    nor for a feed that is being polled. Several processes may share the database: whoever has a server's shard
    announces there; see `Courier` for how each is said once.
    """

    def __init__(
        self,
        bot: commands.Bot,
        public: Library,
        fetcher: Fetcher,
        sandbox: Sandbox,
        queries: Queries,
        askers: Askers,
        courier: Courier,
        shards: Shards,
    ) -> None:
        self._bot = bot
        self._courier = courier
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
        added = await self._queries.run(self._public.arrivals.awaiting)
        self._announce(AnnouncementPlace(community, SETTINGS_CHANNEL) for community in added)

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
                async with alone(self._public, self._queries, name) as mine:
                    while mine and await self._tell_pending(guild_id, place):
                        pass
        finally:
            del self._telling[place]

    async def _tell_pending(self, guild_id: int, place: AnnouncementPlace) -> int:
        """Announce what there is at this moment, in order; gives how many that settled."""
        settled = 0
        for due in await self._queries.run(partial(self._due, place)):
            async with self._places.held(place.community):
                said = await self._tell(guild_id, due)
            if said:
                await self._queries.run(due.settle)
                settled += 1
        return settled

    def _due(self, place: AnnouncementPlace) -> list[Due]:
        """What is to be announced at a place: what feeds brought, then what was added."""
        library = self._public.of(place.community)
        found = [Due.of_feed(library, one) for one in library.feeds.pending_announcements(place.announce_in)]
        if place.announce_in == SETTINGS_CHANNEL:
            found += [Due.of_arrival(library, one, place.announce_in) for one in library.arrivals.pending()]
        return found

    async def _tell(self, guild_id: int, due: Due) -> bool:
        """Announce one article; tells whether that is settled, so that it need not be tried again.

        Where the channel is gone or closed, the article stays unsaid.
        """
        preferences = await self._askers.stored.of(guild_id)
        where = int(due.where) if due.where.isdigit() else preferences.announcements
        guild = self._bot.get_guild(guild_id)
        if where is None or guild is None or (due.feed is None and not preferences.announce_added):
            return True
        say = self._askers.words_in(preferences, str(guild.preferred_locale))
        community = community_of(guild_id)
        made = await self._work(community, partial(parcel_of, self._public.of(community), due, preferences, say))
        if made is None:
            return True
        place = self._courier.place(guild, where)
        return await self._courier.send(made, place, partial(self._queries.run, due.begin)) is not Delivery.LATER

    async def preview(self, asker: Asker, guild_id: int) -> Page:
        """Show how the newest article that the server wants announced would be."""
        preferences = await self._askers.stored.of(guild_id)

        def work() -> Page:
            library = self._public.of(community_of(guild_id))
            for article in library.articles()[:_LOOKED_THROUGH]:
                due = Due(article, None, SETTINGS_CHANNEL, begun=False, nonce="", begin=_nothing, settle=_nothing)
                made = parcel_of(library, due, preferences, asker.say)
                if made is not None:
                    return made.page
            return notice(asker.say("preview-none"))

        return await self._work(community_of(guild_id), work)


def _nothing() -> None:
    """Nothing is written down of a preview."""

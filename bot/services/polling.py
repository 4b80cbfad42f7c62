"""When feeds are polled: as places become free, and by server, so that nobody's slow feeds keep others waiting."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from functools import partial

from bot.monitoring.metrics import Meter
from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces
from bot.services.queries import Queries
from index import DueFeed, FeedTurns, Library, Poll, PollOutcome, Subscription

log = logging.getLogger(__name__)

PERIOD = 60.0
"""Seconds between two looks for what is due at most; each feed has its own, longer, interval."""

TOGETHER = 8
"""Feeds polled at the same time. A turn mostly waits for a site, and may hold a body of 5 MB meanwhile."""

EACH = 2
"""How many of them may be one server's: its slow feeds keep nobody else waiting, as long as places are left."""


class Polling:
    """Polls the feeds that are due, and those that somebody asks for; nobody waits for a round to end.

    Several processes may share the database: each takes what no other is at.

    Parameters
    ----------
    ended : callable
        Told the community of each feed that was polled.
    """

    def __init__(
        self,
        public: Library,
        turns: FeedTurns,
        queries: Queries,
        meter: Meter,
        ended: Callable[[str], None],
    ) -> None:
        self._feeds = public.feeds
        self._turns = turns
        self._queries = queries
        self._meter = meter
        self._ended = ended
        self._places = DealtPlaces(TOGETHER, each=EACH)
        self._begun: dict[int, asyncio.Task[Poll | None]] = {}  # by feed: it has a place or waits for one
        self._of: Counter[str] = Counter()  # how many of them are a community's
        self._lookout = Lookout("feeds", self._look, PERIOD)

    def start(self) -> None:
        """Begin polling in the background."""
        self._lookout.start()

    async def stop(self) -> None:
        """Give up what is under way; nothing of it is lost that was confirmed."""
        await self._lookout.stop()

    def wake(self) -> None:
        """Poll the feeds that are due at once."""
        self._lookout.wake()

    async def poll(self, subscription: Subscription) -> Poll:
        """Poll one feed now, or wait for its poll under way.

        Raises
        ------
        FeedNotFoundError
            If it has been removed meanwhile.
        StoreError
            If the database fails.
        """
        due = DueFeed(subscription.id, subscription.community, subscription.suspect)
        task = self._begun.get(due.id) or self._begin(due, asked=True)
        poll = await asyncio.shield(task)
        return poll or Poll(PollOutcome.UNCHANGED, (), None)

    async def _look(self) -> None:
        """Let those feeds wait for a place that are due longest, as many of each community as it may have places."""
        due = await self._queries.run(partial(self._feeds.due, each=EACH))
        self._meter.due(await self._queries.run(self._feeds.count_due))
        for one in due:
            if one.id not in self._begun and self._of[one.community] < EACH:
                self._begin(one, asked=False)

    def _begin(self, due: DueFeed, *, asked: bool) -> "asyncio.Task[Poll | None]":
        task = self._lookout.keep(self._take(due, asked=asked), awaited=asked)
        self._begun[due.id] = task
        self._of[due.community] += 1
        task.add_done_callback(partial(self._done, due))
        return task

    def _done(self, due: DueFeed, task: "asyncio.Task[Poll | None]") -> None:
        """Look for what is due next, unless this feed was not polled: it may be due still."""
        del self._begun[due.id]
        self._of[due.community] -= 1
        if not self._of[due.community]:
            del self._of[due.community]
        if not task.cancelled() and task.exception() is None and task.result() is not None:
            self._ended(due.community)
            self._lookout.wake()

    async def _take(self, due: DueFeed, *, asked: bool) -> Poll | None:
        """Poll a feed when it is its server's turn, a suspect while no other is polled: a crash is its own, then."""
        async with self._places.held(due.community, first=asked, alone=due.suspect):
            with self._meter.polling():
                poll = await self._turns.take(due.id, due.community, asked=asked)
        if poll is not None:
            self._meter.polled(poll)
        return poll

"""Polling feeds of several servers, one layer below Discord: nobody's feeds hold up another's."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web

from bot.monitoring.metrics import Meter
from bot.render.card.fonts import load_fonts
from bot.services.polling import EACH, TOGETHER, Polling
from bot.services.queries import Queries
from index import (
    Database,
    FeedPoller,
    FeedTurns,
    Fetcher,
    Library,
    Limits,
    PollOutcome,
    Sandbox,
    TurnLimits,
    open_library,
)
from tests.sites import Site, no_pause, serving

FEED = "<rss version='2.0'><channel><title>Tides</title></channel></rss>"


@dataclass
class Desk:
    """Polling over a library, with a site whose feeds answer and one whose never do.

    Attributes
    ----------
    ended : list of str
        The communities of the polls that have ended, in order.
    hanging : Counter of str
        How many requests of a community wait for an answer that does not come.
    """

    library: Library
    queries: Queries
    sandbox: Sandbox
    site: Site
    dead: Site
    ended: list[str] = field(default_factory=list)
    hanging: Counter[str] = field(default_factory=Counter)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def polling(self, client: Fetcher, **limits: float) -> Polling:
        poller = FeedPoller(self.library, client, self.sandbox, self._work)
        turns = FeedTurns(self.library, poller, self._work, limits=TurnLimits(**limits))
        return Polling(self.library, turns, self.queries, Meter(), self._note)

    def slow(self, community: str, feeds: int = 50) -> None:
        """Let a community follow feeds that never answer."""

        async def hang(_: web.Request) -> web.StreamResponse:
            self.hanging[community] += 1
            self.changed.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.hanging[community] -= 1
            raise AssertionError

        for number in range(feeds):
            self.dead.pages[f"/{community}/{number}"] = hang
            self.follow(community, f"{self.dead.url}/{community}/{number}")

    def healthy(self, community: str) -> None:
        """Let a community follow a feed that answers at once."""
        self.site.pages["/feed"] = web.Response(text=FEED, content_type="application/rss+xml")
        self.follow(community, f"{self.site.url}/feed")

    def follow(self, community: str, url: str) -> None:
        self.library.of(community).feeds.add(url, "Tides", announce_in=None)

    async def until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self.changed.clear()
            await self.changed.wait()

    async def _work(self, _: str, work: Callable[[], Any], /, **__: Any) -> Any:
        return await self.queries.run(work)

    def _note(self, community: str) -> None:
        self.ended.append(community)
        self.changed.set()


@pytest.fixture
async def desk(database: Database, sandbox: Sandbox) -> AsyncIterator[Desk]:
    library = open_library(database)
    queries = Queries(library, load_fonts())
    async with serving({}) as site, serving({}, host="127.0.0.2") as dead:
        yield Desk(library, queries, sandbox, site, dead)
    await queries.close()
    library.close()


@asynccontextmanager
async def begun(desk: Desk, **limits: float) -> AsyncIterator[Polling]:
    """Polling that waits for sites as long as its turns do."""
    patient = Limits(seconds=3_600, patience=3_600, gap=0)
    async with Fetcher(allowed=lambda address, _: address.is_loopback, limits=patient, pause=no_pause) as client:
        polling = desk.polling(client, **limits)
        polling.wake()
        yield polling
        await polling.stop()


async def test_fifty_feeds_that_hang_leave_places_to_another_servers(desk: Desk) -> None:
    desk.slow("one")
    desk.healthy("two")
    async with begun(desk, seconds=3_600):
        await desk.until(lambda: "two" in desk.ended)
        assert desk.ended == ["two"]
        assert desk.hanging.total() <= EACH
        marks = [feed.begun for feed in desk.library.of("one").feeds.list()]
        assert len(marks) - marks.count(None) <= EACH
    assert all(feed.begun is None and feed.crashes == 0 for feed in desk.library.of("one").feeds.list())


async def test_where_all_places_are_taken_a_healthy_feed_waits_for_one_turn(desk: Desk) -> None:
    """Each server with slow feeds has all the places that it may have, and dozens of feeds that are due longer."""
    for number in range(TOGETHER // EACH):
        desk.slow(f"slow {number}", 10)
    async with begun(desk, seconds=1.0) as polling:
        await desk.until(lambda: len(desk.ended) >= TOGETHER)
        desk.healthy("healthy")
        before = len(desk.ended)
        polling.wake()
        await desk.until(lambda: "healthy" in desk.ended)
        assert len(desk.ended) - before <= 2 * TOGETHER  # those that ended while it was looked for, and one round


async def test_twenty_poisoned_feeds_leave_the_healthy_one_polled_and_say_why(desk: Desk) -> None:
    poison = web.Response(body=b"", headers={"Content-Type": "text/html" + "(" * 8_000})
    desk.site.pages["/poison"] = poison
    for number in range(20):
        desk.follow("one", f"{desk.site.url}/poison?{number}")
    desk.healthy("two")
    async with begun(desk):
        await desk.until(lambda: len(desk.ended) == 21)
    (healthy,) = desk.library.of("two").feeds.list()
    assert (healthy.failures, healthy.checked is None) == (0, False)
    for feed in desk.library.of("one").feeds.list():
        assert (feed.failures, feed.last_error is None) == (1, False)
        assert feed.next_check is not None
        assert feed.next_check > datetime.now(UTC)


async def test_who_asks_for_a_feed_gets_its_poll_under_way(desk: Desk) -> None:
    desk.slow("one", 1)
    (feed,) = desk.library.of("one").feeds.list()
    async with begun(desk, seconds=0.5) as polling:
        await desk.until(lambda: desk.hanging.total() == 1)
        polls = await asyncio.gather(polling.poll(feed), polling.poll(feed))
        assert [poll.outcome for poll in polls] == [PollOutcome.FAILED] * 2
    assert desk.ended == ["one"]


async def test_what_may_have_ended_a_process_is_polled_alone(desk: Desk) -> None:
    """So that what it does is never taken for a feed's that is polled beside it."""
    desk.slow("suspect", 1)
    (feed,) = desk.library.of("suspect").feeds.list()
    now = desk.library.now()
    desk.library.feeds.records.begin_poll(feed.id, now, now, 0)  # and the process dies
    for number in range(20):
        desk.healthy(f"healthy {number}")
    async with begun(desk, suspect=0.5):
        await desk.until(lambda: desk.hanging.total() == 1)
        assert [one for one in desk.library.feeds.due() if one.community == "suspect"] == []
        feeds = [desk.library.of(f"healthy {number}").feeds.list()[0] for number in range(20)]
        assert all(one.begun is None for one in feeds)
        await desk.until(lambda: len(desk.ended) == 21)
    (after,) = desk.library.of("suspect").feeds.list()
    assert (after.suspect, "too long" in str(after.last_error)) == (False, True)

"""Turns of feeds while the database is out of reach: that is no fault of the feed's, and no end of the process."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from index import FeedPoller, FeedTurns, Sandbox, StoreError, open_library
from index.library.library import Library
from index.search.cache import ReaderCache
from index.store import Deadlines, Store
from tests.clock import Clock
from tests.postgres import PostgresServer
from tests.proxy import Proxy, proxy
from tests.rerouting import rerouted
from tests.sites import Answer, fetcher, serving

SHORT = Deadlines(connecting=2, connection=2.5, writing=0.5, check=0.5, silence=1.0)
QUARTER = timedelta(minutes=15)
ITEM = "<item><title>Weir</title><link>/weir</link><guid>weir</guid></item>"
FEED = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Weirs</title>{ITEM}</channel></rss>"
PAGE = "<article><h1>Weir</h1><p>“The weir is open,” said Rhea Olsen, an engineer, on Monday at noon.</p></article>"


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Proxy]:
    with proxy(postgres.socket) as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 2, 14, 12, tzinfo=UTC))


@pytest.fixture
def own(postgres: PostgresServer) -> str:
    return postgres.database()


@pytest.fixture
def library(own: str, line: Proxy, clock: Clock) -> Iterator[Library]:
    store = Store(rerouted(own, line.port), SHORT)
    with Library(store, ReaderCache(store, most_in_memory=1_000), "one", clock) as library:
        yield library


def losing(line: Proxy) -> Answer:
    """A feed; while it is asked for, the database vanishes."""

    async def answer(_: web.Request) -> web.StreamResponse:
        line.swallow()
        return web.Response(text=FEED, content_type="application/rss+xml")

    return answer


def reached(library: Library) -> bool:
    """Whether the database is there again, which the pool of connections takes a moment to see."""
    try:
        return len(library) >= 0
    except StoreError:
        return False


async def test_a_feed_is_not_to_blame_for_the_database(
    library: Library, own: str, line: Proxy, clock: Clock, sandbox: Sandbox
) -> None:
    async with serving({"/weir": PAGE}) as site, fetcher(site) as client:
        feed = library.feeds.add(f"{site.url}/feed", "Weirs", announce_in=None)
        turns = FeedTurns(library, FeedPoller(library, client, sandbox))
        for times in (1, 2):
            site.pages["/feed"] = losing(line)
            with suppress(StoreError):
                await turns.take(feed.id, feed.community)
            line.heal()
            assert site.paths == times * ["/feed"]
            with open_library(own, community="one") as seen:
                now = seen.feeds.get(feed.id)
            assert (now.failures, now.last_error, now.resting) == (0, None, False)
            clock.time += 100 * QUARTER
            while not reached(library):
                pass
        site.pages["/feed"] = web.Response(text=FEED, content_type="application/rss+xml")
        assert await turns.take(feed.id, feed.community) is not None
        now = library.feeds.get(feed.id)
        assert (now.items_added, now.crashes, now.begun) == (1, 0, None)

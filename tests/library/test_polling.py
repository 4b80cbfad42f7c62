"""Polling feeds of real local sites: what the library then holds, what the sites are asked, and whose trouble it is."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from index import (
    Database,
    FeedNotFoundError,
    FeedPoller,
    FeedTurns,
    Fetcher,
    HourlyLimits,
    Library,
    Limits,
    Outcome,
    Poll,
    PollOutcome,
    Sandbox,
    StoreError,
    Subscription,
    TurnLimits,
    Wanted,
    open_library,
    read_text,
)
from index.library.entries import FeedEntries
from index.store import Store
from index.store.entries import EntryStore
from tests.clock import Clock
from tests.forks import ROOT, Forks, Program
from tests.sites import Site, fetcher, no_pause, serving

SPEAKERS = ("Rhea Olsen", "Bo Marsh", "Ines Calder", "Cy Dell", "Ewa Brandt")
HOURS_7 = timedelta(hours=7)
QUARTER = timedelta(minutes=15)

# Takes the turns that are due at the moment given, as a process of its own.
PROCESS = """
import asyncio, sys
from datetime import datetime
from index import FeedPoller, FeedTurns, Fetcher, Limits, Sandbox, open_library

async def poll():
    at = datetime.fromisoformat(sys.argv[2])
    fetcher = Fetcher(allowed=lambda address, _: address.is_loopback, limits=Limits(gap=0.0))
    with open_library(sys.argv[1], now=lambda: at) as library, Sandbox() as sandbox:
        async with fetcher:
            turns = FeedTurns(library, FeedPoller(library, fetcher, sandbox))
            for due in library.feeds.due():
                print(await turns.take(due.id, due.community), flush=True)

asyncio.run(poll())
"""


def story(number: int, words: str = "It was a long day for the harbour") -> str:
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return (
        f"<html><head><title>Report {number} from the harbour</title></head><body><article>"
        f"<h1>Report {number} from the harbour</h1>"
        f"<p>“{words},” said {speaker}, who works on pier {number} and has done so for many years now.</p>"
        f"<p>The harbour board met on Monday for the {number + 20}th time and decided nothing, as the minutes show.</p>"
        "</article></body></html>"
    )


@dataclass
class Newsroom:
    """A site with feeds, whose answers carry an ETag of what they hold."""

    site: Site
    feeds: dict[str, list[int]] = field(default_factory=dict)
    stories: dict[int, str] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    not_modified: list[str] = field(default_factory=list)

    def publish(self, feed: str, *numbers: int) -> None:
        self.feeds.setdefault(feed, []).extend(numbers)
        self.site.pages[f"/{feed}.xml"] = self._feed
        for number in numbers:
            self.stories[number] = story(number)
            self.site.pages[f"/story/{number}"] = self._story

    async def _feed(self, request: web.Request) -> web.Response:
        numbers = self.feeds[request.path.strip("/").removesuffix(".xml")]
        items = "".join(
            f"<item><title>{self.titles.get(number, f'Report {number}')}</title><link>/story/{number}</link>"
            f"<guid isPermaLink='false'>{number}</guid>"
            f"<pubDate>Fri, 03 May 2024 {number % 24:02}:00:00 GMT</pubDate></item>"
            for number in numbers
        )
        return self._answer(request, f"<rss version='2.0'><channel>{items}</channel></rss>", "application/rss+xml")

    async def _story(self, request: web.Request) -> web.Response:
        return self._answer(request, self.stories[int(request.path.rpartition("/")[2])], "text/html")

    def _answer(self, request: web.Request, text: str, media_type: str) -> web.Response:
        etag = f'"{abs(hash(text))}"'
        if request.headers.get("If-None-Match") == etag:
            self.not_modified.append(request.path)
            return web.Response(status=304)
        return web.Response(text=text, content_type=media_type, headers={"ETag": etag})


@dataclass
class World:
    newsroom: Newsroom
    library: Library
    client: Fetcher
    sandbox: Sandbox
    clock: Clock

    @property
    def site(self) -> Site:
        return self.newsroom.site

    def subscribe(self, feed: str = "news", *, announce_in: str | None = "channel 7") -> Subscription:
        return self.library.feeds.add(f"{self.site.url}/{feed}.xml", feed, announce_in=announce_in)

    def feed(self) -> Subscription:
        (found,) = self.library.feeds.list()
        return found

    async def poll(self, after: timedelta = timedelta()) -> list[Poll]:
        """Poll what is due after some time."""
        self.clock.time += after
        turns = FeedTurns(self.library, FeedPoller(self.library, self.client, self.sandbox))
        polls = [await turns.take(due.id, due.community) for due in self.library.feeds.due()]
        return [poll for poll in polls if poll is not None]

    def text(self, number: int) -> str:
        url = f"{self.site.url}/story/{number}"
        (summary,) = [article for article in self.library.articles() if article.url == url]
        return self.library.show(summary.id).article.text


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 2, 14, 12, tzinfo=UTC))


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, now=clock) as library:
        yield library


@pytest.fixture
async def world(library: Library, sandbox: Sandbox, clock: Clock) -> AsyncIterator[World]:
    async with serving({}) as site, fetcher(site) as client:
        yield World(Newsroom(site), library, client, sandbox, clock)


async def test_twenty_pages_and_two_feeds_polled_twice(world: World) -> None:
    room = world.newsroom
    room.publish("harbour", *range(12))
    room.publish("town", *range(8, 20))
    for feed in ("harbour", "town"):
        world.subscribe(feed)
    first = await world.poll()
    assert [poll.outcome for poll in first] == [PollOutcome.READ, PollOutcome.READ]
    assert sorted(len(poll.additions) for poll in first) == [8, 12]
    assert len(world.library) == 20
    before = {number: world.text(number) for number in range(20)}
    room.stories[3] = story(3, "It was a short day for the harbour")
    room.site.pages["/story/15"] = web.Response(status=410)
    assert await world.poll() == []
    second = await world.poll(HOURS_7)
    assert [poll.outcome for poll in second] == [PollOutcome.UNCHANGED, PollOutcome.UNCHANGED]
    assert {"/harbour.xml", "/town.xml"} <= set(room.not_modified)
    (addition,) = [addition for poll in second for addition in poll.additions]
    assert addition.outcome is Outcome.UPDATED
    assert len(world.library) == 20
    after = {number: world.text(number) for number in range(20)}
    assert "a short day" in after[3]
    assert {number for number in range(20) if before[number] != after[number]} == {3}
    assert world.library.ask("Who said it was a short day?").passages[0].speaker == SPEAKERS[3]
    counts = {feed.title: (feed.items_added, feed.items_gone, feed.items_failed) for feed in world.library.feeds.list()}
    assert counts == {"harbour": (12, 0, 0), "town": (11, 1, 0)}
    assert not [poll for poll in await world.poll(HOURS_7) if poll.additions]
    assert len(world.library) == 20


async def test_twenty_five_pages_a_poll_and_the_rest_at_the_next(world: World) -> None:
    world.newsroom.publish("news", *range(60))
    world.subscribe()
    sizes = [len((await world.poll(timedelta(minutes=15)))[0].additions) for _ in range(4)]
    assert sizes == [25, 25, 10, 0]
    assert len(world.library) == 60
    assert len([path for path in world.site.paths if path.startswith("/story")]) == 60


async def test_an_entry_that_changes_is_read_again_at_once(world: World) -> None:
    world.newsroom.publish("news", 1, 2)
    world.subscribe()
    await world.poll()
    world.newsroom.stories[1] = story(1, "We stay")
    world.newsroom.titles[1] = "Corrected: report 1"
    (poll,) = await world.poll(timedelta(minutes=15))
    assert [addition.outcome for addition in poll.additions] == [Outcome.UPDATED]
    assert "We stay" in world.text(1)
    assert len(world.library) == 2


async def test_a_page_that_moves_is_the_same_article(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe()
    await world.poll()
    world.site.pages["/story/2"] = story(1, "We stay")
    world.site.pages["/story/1"] = web.Response(status=301, headers={"Location": "/story/2"})
    await world.poll(HOURS_7)
    assert len(world.library) == 1
    assert "We stay" in world.text(2)


async def test_an_article_that_was_removed_stays_away(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe()
    await world.poll()
    world.library.removals.remove(world.library.articles()[0].id)
    world.newsroom.stories[1] = story(1, "We stay")
    world.newsroom.titles[1] = "Corrected: report 1"
    assert (await world.poll(HOURS_7))[0].additions == ()
    assert len(world.library) == 0
    assert world.feed().items_added == 0


async def test_pages_are_asked_for_again_for_two_days(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe()
    await world.poll()
    for after, asked in ((timedelta(hours=5), 1), (timedelta(hours=2), 2), (timedelta(hours=48), 2)):
        await world.poll(after)
        assert world.site.paths.count("/story/1") == asked
    assert world.newsroom.not_modified.count("/story/1") == 1


async def test_a_page_that_is_gone_keeps_its_article_and_is_left_alone(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe()
    await world.poll()
    world.site.pages["/story/1"] = web.Response(status=404)
    await world.poll(HOURS_7)
    await world.poll(HOURS_7)
    assert world.site.paths.count("/story/1") == 2
    assert len(world.library) == 1
    assert (world.feed().items_added, world.feed().items_gone) == (0, 1)


async def test_a_page_that_fails_is_asked_for_five_times(world: World) -> None:
    world.newsroom.publish("news", 1, 2)
    world.site.pages["/story/1"] = web.Response(status=500)
    world.subscribe()
    for _ in range(9):
        await world.poll(timedelta(hours=8))
    assert world.site.paths.count("/story/1") == 5
    assert (world.feed().items_added, world.feed().items_failed) == (1, 1)
    world.newsroom.publish("news")
    world.site.pages["/story/1"] = story(1)
    world.newsroom.titles[1] = "Report 1, at last"
    await world.poll(timedelta(hours=8))
    assert (world.feed().items_added, world.feed().items_failed) == (2, 0)


async def test_a_page_that_is_never_to_be_had_is_asked_for_once(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.site.pages["/story/1"] = web.Response(status=302, headers={"Location": "http://10.0.0.1/"})
    world.subscribe()
    for _ in range(3):
        await world.poll(timedelta(hours=8))
    assert world.site.paths.count("/story/1") == 1
    assert world.feed().items_failed == 1
    assert len(world.library) == 0


async def test_a_failing_feed_is_asked_less_and_less_often(world: World) -> None:
    world.site.pages["/news.xml"] = web.Response(status=500)
    world.subscribe()
    waits = []
    for failures in range(1, 10):
        (poll,) = await world.poll()
        assert poll.outcome is PollOutcome.FAILED
        feed = world.feed()
        assert (feed.failures, feed.last_error) == (failures, poll.error)
        assert feed.next_check is not None
        waits.append(feed.next_check - world.clock.time)
        world.clock.time = feed.next_check
    minutes = [wait / timedelta(minutes=1) for wait in waits]
    assert minutes == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    world.newsroom.publish("news", 1)
    await world.poll()
    assert (world.feed().failures, world.feed().last_error, world.feed().items_added) == (0, None, 1)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_site_that_wants_to_be_left_alone_is(world: World, status: int) -> None:
    busy = web.Response(status=status, headers={"Retry-After": "7200"})
    world.site.pages["/news.xml"] = busy
    world.subscribe()
    await world.poll()
    assert world.feed().next_check == world.clock.time + timedelta(hours=2)
    world.newsroom.publish("news", 1, 2, 3)
    world.site.pages |= {f"/story/{number}": busy for number in (1, 2, 3)}
    await world.poll(timedelta(hours=2))
    assert len([path for path in world.site.paths if path.startswith("/story")]) == 1
    assert world.feed().next_check == world.clock.time + timedelta(hours=2)


async def test_a_feed_that_is_gone_for_good_stops_and_says_so(world: World) -> None:
    world.site.pages["/news.xml"] = web.Response(status=410)
    world.subscribe()
    (poll,) = await world.poll()
    assert poll.error is not None
    assert "410" in poll.error
    assert (world.feed().stopped, world.feed().last_error) == (True, poll.error)
    assert await world.poll(timedelta(days=900)) == []
    world.subscribe()
    assert (world.feed().stopped, world.feed().last_error) == (False, None)


async def test_what_is_no_feed_is_a_failure_with_a_sentence(world: World) -> None:
    world.site.pages["/news.xml"] = story(1)
    world.subscribe()
    (poll,) = await world.poll()
    assert poll.outcome is PollOutcome.FAILED
    assert "no feed" in str(world.feed().last_error)


def telling(path: str, words: str = "We will sail whatever the board decides") -> str:
    """A feed of one entry that has its article as a whole."""
    told = f"<p>“{words},” said Rhea Olsen, who works on pier 3 and has done so for many years now.</p>"
    rest = "<p>The harbour board met on Monday for the {}th time and decided nothing, as its minutes show.</p>"
    content = told + "".join(rest.format(number) for number in range(21, 30))
    return (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"
        f"<title>Harbour report</title><link>{path}</link><author>Ada Lint</author>"
        "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>"
        f"<description>The board met.</description><content:encoded><![CDATA[{content}]]></content:encoded>"
        "</item></channel></rss>"
    )


def shown(article: str) -> str:
    return (
        "<html><head><title>Harbour report</title></head><body><article><h1>Harbour report</h1>"
        f"{article}</article></body></html>"
    )


def closed(status: int) -> web.Response:
    return web.Response(status=status)


@pytest.mark.parametrize("why", ["robots", "paid", "teaser", "nothing"])
async def test_an_entrys_own_text_is_read_where_its_page_is_not_to_be_had(world: World, why: str) -> None:
    world.site.pages["/news.xml"] = web.Response(text=telling("/closed/3"), content_type="application/rss+xml")
    world.site.pages["/closed/3"] = {
        "robots": story(3),
        "paid": closed(402),
        "teaser": shown("<p>The harbour board met on Monday for the 21st time and decided nothing.</p>"),
        "nothing": shown("<form>Subscribe</form>"),
    }[why]
    if why == "robots":
        world.site.pages["/robots.txt"] = web.Response(text="User-agent: *\nDisallow: /closed/")
    world.subscribe()
    (poll,) = await world.poll()
    (addition,) = poll.additions
    assert (addition.outcome, addition.article.from_feed) == (Outcome.ADDED, True)
    assert (addition.article.title, addition.article.url) == ("Harbour report", f"{world.site.url}/closed/3")
    assert str(addition.article.published) == "2024-05-03"
    (passage,) = world.library.quotes("Rhea Olsen").passages
    assert (passage.text[:24], passage.from_feed) == ("“We will sail whatever t", True)
    assert world.feed().items_added == 1


async def test_an_article_out_of_a_feed_gives_way_to_its_page_and_not_to_its_beginning(world: World) -> None:
    world.site.pages["/news.xml"] = web.Response(text=telling("/story/3"), content_type="application/rss+xml")
    world.site.pages["/story/3"] = closed(403)
    world.subscribe()
    await world.poll()
    world.site.pages["/story/3"] = shown("<p>The harbour board met on Monday for the 21st time, as it does.</p>")
    assert [poll.additions for poll in await world.poll(HOURS_7)] == [()]
    assert "pier 3" in world.text(3)
    whole = telling("", "We will sail on Tuesday").partition("CDATA[")[2].partition("]]")[0]
    world.site.pages["/story/3"] = shown(whole)
    (poll,) = await world.poll(HOURS_7)
    assert [(found.outcome, found.article.from_feed) for found in poll.additions] == [(Outcome.UPDATED, False)]
    assert "Tuesday" in world.text(3)
    assert len(world.library) == 1
    world.site.pages["/story/3"] = closed(403)
    changed = telling("/story/3", "We will sail on Friday")
    world.site.pages["/news.xml"] = web.Response(text=changed, content_type="application/rss+xml")
    await world.poll(HOURS_7)
    assert "Tuesday" in world.text(3)


async def test_a_page_that_was_taken_back_or_is_late_is_not_read_out_of_the_feed(world: World) -> None:
    world.site.pages["/news.xml"] = web.Response(text=telling("/story/3"), content_type="application/rss+xml")
    world.subscribe()
    for status in (500, 404, 410):
        world.site.pages["/story/3"] = closed(status)
        await world.poll(HOURS_7)
        assert len(world.library) == 0, status


async def test_what_one_poll_leaves_is_read_out_of_the_feed_by_the_next(world: World) -> None:
    head, item, tail = telling("/closed/0").replace("<item>", "\0<item>").replace("</item>", "</item>\0").split("\0")
    items = "".join(item.replace("/closed/0", f"/closed/{number}") for number in range(30))

    async def feed(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match"):
            return web.Response(status=304)
        return web.Response(text=head + items + tail, content_type="application/rss+xml", headers={"ETag": '"1"'})

    world.site.pages["/news.xml"] = feed
    world.site.pages["/robots.txt"] = web.Response(text="User-agent: *\nDisallow: /closed/")
    world.subscribe()
    await world.poll()
    await world.poll(QUARTER)
    assert world.feed().items_added + world.feed().items_failed == 30
    assert world.feed().items_failed == 0


async def test_the_backlog_is_not_announced_and_what_follows_is_once(world: World) -> None:
    feeds = world.library.feeds
    world.newsroom.publish("news", *range(30))
    world.subscribe()
    for _ in range(2):
        await world.poll(timedelta(minutes=15))
    assert len(world.library) == 30
    assert feeds.pending_announcements() == ()
    world.newsroom.publish("news", 41, 40)
    await world.poll(timedelta(minutes=15))
    pending = feeds.pending_announcements()
    assert [(one.article.title, one.announce_in) for one in pending] == [
        (f"Report {number} from the harbour", "channel 7") for number in (40, 41)
    ]
    assert pending[0].feed == world.feed()
    assert world.library.of("other").feeds.pending_announcements() == ()
    world.library.of("other").feeds.mark_announced([one.item_id for one in pending])
    assert feeds.pending_announcements() == pending
    feeds.mark_announced([pending[0].item_id])
    assert feeds.pending_announcements() == pending[1:]
    world.library.removals.remove(pending[1].article.id)
    assert feeds.pending_announcements() == ()


async def test_a_feed_that_is_announced_nowhere_and_an_article_known_before_are_not_announced(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe(announce_in=None)
    await world.poll()
    world.newsroom.publish("news", 2)
    await world.poll(timedelta(minutes=15))
    world.subscribe()
    assert world.library.feeds.pending_announcements() == ()
    url = f"{world.site.url}/story/3"
    world.library.add(read_text("Report 3\n\n“Rain,” said Bo Marsh.", url=url))
    world.newsroom.publish("news", 3, 4)
    await world.poll(timedelta(minutes=15))
    assert [one.article.title for one in world.library.feeds.pending_announcements()] == ["Report 4 from the harbour"]


async def test_communities_with_the_same_feed_share_nothing(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.subscribe()
    other = world.library.of("other")
    other.feeds.add(f"{world.site.url}/news.xml", "theirs", announce_in=None)
    await world.poll()
    assert (len(world.library), len(other)) == (1, 1)
    other.feeds.remove(other.feeds.list()[0].id)
    assert (len(world.library), len(other)) == (1, 1)
    assert world.feed().items_added == 1


async def test_a_poll_that_breaks_off_is_gone_on_with_and_doubles_nothing(world: World, database: Database) -> None:
    world.newsroom.publish("news", *range(5))
    world.subscribe()
    answer = world.newsroom._story

    async def shut(request: web.Request) -> web.Response:
        world.library.close()  # as if the process had ended here
        return await answer(request)

    world.site.pages["/story/2"] = shut
    assert [poll.outcome for poll in await world.poll()] == [PollOutcome.FAILED]
    world.site.pages["/story/2"] = answer
    with open_library(database, now=world.clock) as world.library:
        assert 0 < len(world.library) < 5
        assert await world.poll() == []
        await world.poll(timedelta(minutes=15))
        assert len(world.library) == 5
        assert all(world.site.paths.count(f"/story/{number}") == 1 + (number == 2) for number in range(5))


async def test_what_was_added_before_the_database_was_lost_is_announced_all_the_same(
    world: World, database: Database
) -> None:
    world.newsroom.publish("news", 1)
    feed = world.subscribe()
    await world.poll()
    world.newsroom.publish("news", 2)
    page = world.site.pages["/story/2"]
    world.site.pages["/story/2"] = web.Response(status=503)
    await world.poll(timedelta(minutes=15))
    world.site.pages["/story/2"] = page
    world.clock.time += timedelta(hours=1)
    now = world.clock.time
    (entry,) = world.library.feeds.entries.work(feed.id, now, now, 10)
    with closing(Store(database)) as lost:
        entries = FeedEntries(EntryStore(lost), world.sandbox)
    fetched = await world.client.fetch(entry.url, want=Wanted.PAGE)
    with pytest.raises(StoreError):
        entries.add_page(world.library, entry, fetched, None, now)
    assert len(world.library) == 2
    for _ in range(2):
        await world.poll()
        assert [one.article.title for one in world.library.feeds.pending_announcements()] == [
            "Report 2 from the harbour"
        ]
    assert len(world.library) == 2
    assert world.feed().items_added == 2


async def test_a_feed_removed_while_it_is_polled_adds_no_more(world: World) -> None:
    world.newsroom.publish("news", *range(5))
    subscription = world.subscribe()
    answer = world.newsroom._story

    async def remove(request: web.Request) -> web.Response:
        world.library.feeds.remove(subscription.id)
        return await answer(request)

    world.site.pages["/story/4"] = remove
    await world.poll()
    assert len(world.library) == 0
    assert world.library.feeds.list() == ()


async def test_robots_txt_keeps_pages_of_a_feed_away(world: World) -> None:
    world.newsroom.publish("news", 1)
    world.site.pages["/robots.txt"] = web.Response(text="User-agent: *\nDisallow: /story")
    world.subscribe()
    async with Fetcher(allowed=world.site.allowed, limits=Limits(gap=0), pause=no_pause) as world.client:
        await world.poll()
    assert world.site.paths == ["/news.xml"]
    assert world.feed().items_failed == 1


async def test_what_takes_time_is_done_where_the_poller_is_told_to(world: World) -> None:
    world.newsroom.publish("news", 1)
    subscription = world.subscribe()
    told: list[tuple[str, int]] = []

    async def run(community: str, work: Callable[[], Any], /, *, brief: bool = False) -> Any:
        result = work()
        if not brief:
            told.append((community, len(world.library)))
        return result

    poll = await FeedPoller(world.library, world.client, world.sandbox, run).poll(subscription)
    assert len(poll.additions) == 1
    assert {community for community, _ in told} == {subscription.community}
    assert [articles for _, articles in told] == [0, 1]  # the feed, the page


def turns_of(world: World, **limits: Any) -> FeedTurns:
    return FeedTurns(world.library, FeedPoller(world.library, world.client, world.sandbox), limits=TurnLimits(**limits))


async def take(turns: FeedTurns, feed: Subscription, *, asked: bool = False) -> Poll | None:
    return await turns.take(feed.id, feed.community, asked=asked)


async def test_a_feed_that_kills_two_processes_rests_until_somebody_asks_for_it(
    forks: Forks, world: World, database: Database
) -> None:
    world.newsroom.publish("news", 1)
    world.newsroom.publish("town", 2)
    feed = world.subscribe()
    answer = world.site.pages["/news.xml"]
    victims: list[Program] = []

    async def kill(_: web.Request) -> web.StreamResponse:
        victims[-1].kill()
        return web.Response(status=500)

    world.site.pages["/news.xml"] = kill

    async def process() -> int:
        """Poll what is due in another process, and give how that ended."""
        given = (str(database), world.clock.time.isoformat())
        with forks.start(PROCESS, *given, environment=dict(os.environ), folder=ROOT) as victim:
            victims.append(victim)
            return await asyncio.to_thread(victim.wait)

    assert await process() == -signal.SIGKILL
    assert world.feed().next_check == world.clock.time + QUARTER  # the next process does not begin with it
    assert await process() == 0
    world.clock.time += QUARTER
    assert await process() == -signal.SIGKILL
    assert (world.feed().crashes, world.feed().resting) == (1, False)
    world.clock.time += timedelta(days=1)
    assert await process() == 0
    assert world.site.paths == ["/news.xml"] * 2
    assert world.feed().resting
    assert "2 times in a row" in str(world.feed().last_error)
    world.clock.time += timedelta(days=99)
    assert world.library.feeds.due() == ()

    assert await take(turns_of(world), feed) is None
    assert callable(answer)
    world.site.pages["/news.xml"] = answer
    poll = await take(turns_of(world), feed, asked=True)
    assert poll is not None
    assert poll.outcome is PollOutcome.READ
    after = world.feed()
    assert (after.crashes, after.suspect, after.last_error) == (0, False, None)
    assert after.next_check == world.clock.time + QUARTER


async def test_a_resting_feed_that_is_added_again_is_due_and_rests_after_one_more(world: World) -> None:
    world.newsroom.publish("news", 1)
    feed = world.subscribe()
    world.library.feeds.records.rest(feed.id, 2, "It rests.")
    assert world.library.feeds.due() == ()
    world.subscribe()
    (due,) = world.library.feeds.due()
    assert due.suspect
    world.library.feeds.records.begin_poll(feed.id, world.clock.time, world.clock.time, 2)  # and the process dies
    assert await take(turns_of(world), feed) is None
    assert world.feed().resting


async def test_a_turn_that_is_cancelled_has_crashed_nothing_and_is_due_as_before(world: World) -> None:
    feed = world.subscribe()
    asked = asyncio.Event()

    async def hang(_: web.Request) -> web.StreamResponse:
        asked.set()
        await asyncio.Event().wait()
        raise AssertionError

    world.site.pages["/news.xml"] = hang
    for _ in range(3):
        asked.clear()
        turn = asyncio.create_task(take(turns_of(world), feed))
        await asked.wait()
        under_way = world.feed()
        assert (under_way.begun, under_way.suspect) == (world.clock.time, True)
        assert under_way.next_check == world.clock.time + QUARTER
        turn.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn
        assert world.feed() == feed


async def test_a_turn_has_an_end_is_a_failure_then_and_backs_off_to_a_day(world: World) -> None:
    feed = world.subscribe()

    async def hang(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    world.site.pages["/news.xml"] = hang
    turns = turns_of(world, seconds=0.05)
    waits = []
    for _ in range(9):
        poll = await take(turns, feed)
        assert poll is not None
        assert (poll.outcome, world.feed().last_error) == (PollOutcome.FAILED, poll.error)
        assert "too long" in str(poll.error)
        after = world.feed()
        assert after.next_check is not None
        assert not after.suspect
        waits.append((after.next_check - world.clock.time) / timedelta(minutes=1))
        world.clock.time = after.next_check
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]


@pytest.mark.parametrize("error", [RecursionError("x"), MemoryError(), ZeroDivisionError("x"), KeyError("x")])
async def test_whatever_a_feed_raises_is_logged_under_a_reference_and_kept_with_it(
    world: World, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    world.newsroom.publish("news", 1)
    feed = world.subscribe()

    async def run(_: str, work: Callable[[], Any], /, *, brief: bool = False) -> Any:
        if not brief:
            raise error
        return work()

    turns = FeedTurns(world.library, FeedPoller(world.library, world.client, world.sandbox, run), run)
    poll = await take(turns, feed)
    assert poll is not None
    assert poll.outcome is PollOutcome.FAILED
    assert world.feed().last_error == poll.error
    assert (world.feed().failures, world.feed().suspect) == (1, False)
    assert world.feed().next_check == world.clock.time + QUARTER
    (record,) = [record for record in caplog.records if record.exc_info]
    reference = record.__dict__["reference"]
    assert reference in record.getMessage()
    assert reference in str(poll.error)


async def test_a_page_that_fails_oddly_is_that_entrys_failure_alone(world: World) -> None:
    world.newsroom.publish("news", 1, 2, 3)
    world.site.pages["/story/2"] = web.Response(
        body=b"<p>x</p>", headers={"Content-Type": "text/html" + "(" * 8_000}
    )  # of which aiohttp's parser makes a RecursionError
    world.subscribe()
    (poll,) = await world.poll()
    assert (poll.outcome, len(poll.additions)) == (PollOutcome.READ, 2)
    assert len(world.library) == 2
    for _ in range(9):
        await world.poll(timedelta(hours=8))
    assert 1 <= world.site.paths.count("/story/2") <= 5
    assert world.feed().items_failed == 1


async def test_one_feed_is_polled_once_at_a_time(world: World) -> None:
    world.newsroom.publish("news", 1)
    feed = world.subscribe()
    polls = await asyncio.gather(*(take(turns_of(world), feed, asked=True) for _ in range(5)))
    assert [poll is None for poll in polls].count(False) == 1
    assert world.site.paths.count("/news.xml") == 1


async def test_a_feed_that_is_gone_is_told_to_who_asks_for_it(world: World) -> None:
    feed = world.subscribe()
    world.library.feeds.remove(feed.id)
    assert await take(turns_of(world), feed) is None
    with pytest.raises(FeedNotFoundError):
        await take(turns_of(world), feed, asked=True)


@pytest.mark.parametrize(
    ("hourly", "pages"),
    [(HourlyLimits(pages=3), 3), (HourlyLimits(size=1_000), 1), (HourlyLimits(seconds=1e-9), 0)],
    ids=["pages", "bytes", "seconds"],
)
async def test_a_communitys_feeds_share_an_hour(world: World, hourly: HourlyLimits, pages: int) -> None:
    """Seconds are used up by reading the feed itself already, and bytes by the first page, which is not cut."""
    room = world.newsroom
    room.publish("news", *range(6))
    room.publish("town", *range(10, 16))
    other = world.library.of("other")
    mine = [world.subscribe("news"), world.subscribe("town")]
    theirs = other.feeds.add(f"{world.site.url}/news.xml", "theirs", announce_in=None)
    turns = FeedTurns(world.library, FeedPoller(world.library, world.client, world.sandbox, hourly=hourly))
    polls = [await take(turns, feed) for feed in mine]
    assert all(poll is not None and poll.goes_on == world.clock.time + timedelta(hours=1) for poll in polls)
    assert len(world.library) == pages
    assert all(feed.limited and feed.next_check is not None for feed in world.library.feeds.list())
    assert {feed.next_check for feed in world.library.feeds.list()} == {world.clock.time + timedelta(hours=1)}
    await take(turns, theirs)
    assert len(other) == pages  # of an hour of its own
    asked = len(world.site.paths)
    await take(turns, mine[0], asked=True)
    assert len(world.site.paths) == asked
    world.clock.time += timedelta(hours=1)
    await take(turns, mine[0])
    assert len(world.site.paths) > asked


def test_every_community_is_due_before_the_second_feed_of_any(library: Library) -> None:
    for number in range(50):
        library.feeds.add(f"https://gazette.example/{number}", "x", announce_in=None)
    library.of("other").feeds.add("https://gazette.example/", "x", announce_in=None)
    assert [due.community for due in library.feeds.due(each=2)] == [library.community, "other", library.community]
    assert library.feeds.count_due() == 51

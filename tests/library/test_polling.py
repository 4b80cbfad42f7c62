"""Polling feeds of real local sites: what the library then holds, and what is asked of the sites."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from index import (
    Database,
    FeedPoller,
    Fetcher,
    Library,
    Limits,
    Outcome,
    Poll,
    PollOutcome,
    StoreError,
    Subscription,
    open_library,
    read_text,
)
from tests.clock import Clock
from tests.sites import Site, fetcher, no_pause, serving

SPEAKERS = ("Rhea Olsen", "Bo Marsh", "Ines Calder", "Cy Dell", "Ewa Brandt")
HOURS_7 = timedelta(hours=7)


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
        poller = FeedPoller(self.library, self.client)
        return [await poller.poll(feed) for feed in self.library.feeds.due()]

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
async def world(library: Library, clock: Clock) -> AsyncIterator[World]:
    async with serving({}) as site, fetcher(site) as client:
        yield World(Newsroom(site), library, client, clock)


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
    assert "no RSS or Atom feed" in str(world.feed().last_error)


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
    with pytest.raises(StoreError):
        await world.poll()
    world.site.pages["/story/2"] = answer
    with open_library(database, now=world.clock) as world.library:
        assert 0 < len(world.library) < 5
        await world.poll(timedelta(minutes=15))
        assert len(world.library) == 5
        assert all(world.site.paths.count(f"/story/{number}") == 1 + (number == 2) for number in range(5))


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

    async def run(community: str, work: Callable[[], Any], /) -> Any:
        result = work()
        told.append((community, len(world.library)))
        return result

    poll = await FeedPoller(world.library, world.client, run).poll(subscription)
    assert len(poll.additions) == 1
    assert {community for community, _ in told} == {subscription.community}
    assert [articles for _, articles in told] == [0, 0, 0, 0, 1]  # the feed, its entries, the feed again, the page

"""Subscriptions: a community's own, bounded, and gone when they are removed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from index import MOST_FEEDS, Database, FeedNotFoundError, FetchError, InvalidRequestError, Library, open_library
from tests.clock import Clock

URL = "https://gazette.example/feed.xml"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 2, 14, 12, tzinfo=UTC))


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, now=clock) as library:
        yield library


def test_a_feed_is_kept_over_a_restart(library: Library, clock: Clock, database: Database) -> None:
    added = library.feeds.add(f" {URL}#top ", " The \n Gazette ", announce_in="channel 7")
    assert (added.url, added.title, added.announce_in, added.checked) == (URL, "The Gazette", "channel 7", None)
    assert added.added == added.next_check == clock.time
    assert not added.stopped
    with open_library(database) as again:
        assert again.feeds.list() == (added,)


def test_the_same_link_again_updates(library: Library) -> None:
    first = library.feeds.add(URL, "Gazette", announce_in=None)
    second = library.feeds.add(URL, "Harbour Gazette", announce_in="7")
    assert second.id == first.id
    assert [(feed.title, feed.announce_in) for feed in library.feeds.list()] == [("Harbour Gazette", "7")]


def test_no_community_sees_or_removes_anothers(library: Library) -> None:
    other = library.of("other")
    mine, theirs = library.feeds.add(URL, "Mine", announce_in=None), other.feeds.add(URL, "Theirs", announce_in=None)
    assert library.feeds.list() == (mine,)
    assert other.feeds.list() == (theirs,)
    with pytest.raises(FeedNotFoundError, match="no feed"):
        other.feeds.remove(mine.id)
    assert library.feeds.remove(mine.id) == mine
    assert library.feeds.list() == ()
    assert other.feeds.list() == (theirs,)
    with pytest.raises(FeedNotFoundError):
        library.feeds.remove(mine.id)


def test_a_community_has_at_most_fifty(library: Library) -> None:
    for number in range(MOST_FEEDS):
        library.feeds.add(f"{URL}?{number}", "x", announce_in=None)
    with pytest.raises(InvalidRequestError, match="50 feeds"):
        library.feeds.add(URL, "x", announce_in=None)
    library.feeds.add(f"{URL}?0", "renamed", announce_in=None)
    library.of("other").feeds.add(URL, "x", announce_in=None)
    assert len(library.feeds.list()) == MOST_FEEDS


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gazette.example", "http://rhea:x@gazette.example/"])
def test_a_link_that_is_none_is_refused(library: Library, url: str) -> None:
    with pytest.raises(FetchError):
        library.feeds.add(url, "x", announce_in=None)
    assert library.feeds.list() == ()


def test_feeds_of_all_communities_fall_due(library: Library, clock: Clock) -> None:
    library.feeds.add(URL, "x", announce_in=None)
    library.of("other").feeds.add(URL, "x", announce_in=None)
    assert {feed.community for feed in library.feeds.due()} == {library.community, "other"}
    assert library.feeds.count_due() == 2
    clock.time -= timedelta(days=1)
    assert library.feeds.due() == ()


def test_a_title_is_never_empty_nor_broken(library: Library) -> None:
    assert library.feeds.add(URL, " ", announce_in=None).title == URL
    assert library.feeds.add(URL, "a\ud800b", announce_in=None).title == "a?b"

"""The feeds that a community follows: added, listed, removed, and what they brought that is to be announced."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from index.errors import FeedNotFoundError, InvalidRequestError, RequestProblem
from index.library.limits import bounded
from index.model.feed import Announcement, AnnouncementPlace, DueFeed, Subscription
from index.store import Store
from index.store.entries import EntryStore
from index.store.feeds import FeedStore

MOST_FEEDS = 50
"""Feeds that a community may follow."""

_TITLE = 300
_ANNOUNCED_AT_ONCE = 100


class Feeds:
    """One community's feeds. Safe to use from several threads."""

    def __init__(self, store: Store, community: str, now: Callable[[], datetime]) -> None:
        self.records = FeedStore(store)
        self.entries = EntryStore(store)
        self._store = store
        self._community = community
        self._now = now

    def add(self, url: str, title: str, *, announce_in: str | None) -> Subscription:
        """Follow a feed; the same url again takes the new title and place, and polls on where it had stopped or rests.

        Raises
        ------
        FetchError
            If `url` is no http or https link.
        InvalidRequestError
            If the community follows 50 feeds already.
        """
        from index.web.guard import read_link  # noqa: PLC0415 - who only asks does not wait for it

        link = str(read_link(url))
        words = " ".join(title.encode("utf-8", "replace").decode().split())[:_TITLE] or link[:_TITLE]
        identity = self.records.put(self._community, link, words, announce_in, self._now(), most=MOST_FEEDS)
        if identity is None:
            raise InvalidRequestError(
                f"There are {MOST_FEEDS} feeds here already; remove one and add this one again.",
                RequestProblem.MANY_FEEDS,
                most=MOST_FEEDS,
            )
        return self.get(identity)

    def edit(self, feed_id: int, title: str, *, announce_in: str | None) -> Subscription:
        """Give a feed another title, "" for its link, and announce it elsewhere.

        Raises
        ------
        FeedNotFoundError
        """
        found = self.get(feed_id)
        words = bounded(title, "title", _TITLE) or found.url[:_TITLE]
        self.records.edit(self._community, feed_id, words, announce_in)
        return self.get(feed_id)

    def list(self) -> tuple[Subscription, ...]:
        """All feeds, by title."""
        return self.records.of(self._community)

    def remove(self, feed_id: int) -> Subscription:
        """Follow a feed no more, and return what it was; its articles stay.

        Raises
        ------
        FeedNotFoundError
        """
        found = self.get(feed_id)
        self.records.remove(self._community, feed_id)
        return found

    def due(self, *, each: int = MOST_FEEDS) -> tuple[DueFeed, ...]:
        """The feeds of *all* communities that are to be polled, up to `each` of every one: first the one of each that
        is due longest, then the second of each, and so on; for who polls alone."""
        return self.records.due(self._now(), each)

    def count_due(self) -> int:
        """How many feeds of *all* communities are to be polled."""
        return self.records.count_due(self._now())

    def pending_announcements(self, announce_in: str | None = None) -> tuple[Announcement, ...]:
        """Articles that feeds brought since they were added here, not announced yet: at most 100, oldest first.

        With `announce_in`, only those that are to be announced there.
        """
        return self.records.announcements(self._community, announce_in, _ANNOUNCED_AT_ONCE)

    def announcement_places(self) -> tuple[AnnouncementPlace, ...]:
        """Where this community has articles to announce."""
        return self.records.awaiting(self._community)

    def awaiting_announcement(self) -> tuple[AnnouncementPlace, ...]:
        """Where *all* communities have articles to announce; for the announcer alone."""
        return self.records.awaiting(None)

    def begin_announcement(self, item_id: int) -> None:
        """Write down that an article is about to be announced: `Announcement.begun`, until `mark_announced`."""
        self.records.begin(self._community, item_id)

    def exclusive(self, name: str) -> AbstractContextManager[bool]:
        """Hold the lock of that name if nobody else does, of all processes over the database; tells which.

        It may be entered and left in different threads. A process's end releases what it held.
        """
        return self._store.exclusive(name)

    def get(self, feed_id: int) -> Subscription:
        """One feed.

        Raises
        ------
        FeedNotFoundError
        """
        found = self.records.get(feed_id)
        if found is None or found.community != self._community:
            raise FeedNotFoundError(feed_id)
        return found

    def mark_announced(self, item_ids: Sequence[int]) -> None:
        """Take these out of `pending_announcements` for good."""
        self.records.mark_announced(self._community, item_ids)

"""Arrivals: the articles that came for the first time, what is to be announced of them, and what they are worth."""

from collections.abc import Callable, Sequence
from datetime import datetime

from index.model.alert import Arrival, Highlights, Interest
from index.search.cache import ReaderCache
from index.search.highlights import highlights
from index.search.watching import watched
from index.store import Store
from index.store import arrivals as records

_ANNOUNCED_AT_ONCE = 25


class Arrivals:
    """One community's arrivals, of which the newest 1,000 are known. Safe to use from several threads and processes."""

    def __init__(self, store: Store, readers: ReaderCache, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._readers = readers
        self._community = community
        self._now = now

    def note(self, article_id: str, *, by_feed: bool) -> None:
        """Write down that an article came; what a feed brings is announced as the feed's. Within the transaction that
        adds the article."""
        records.put_arrival(self._store, self._community, article_id, self._now(), announced=by_feed)

    def between(self, since: datetime, until: datetime) -> tuple[Arrival, ...]:
        """The articles that came from `since` to before `until`, both in UTC, and are still there; in order."""
        return records.arrivals_between(self._store, self._community, since, until)

    def pending(self) -> tuple[Arrival, ...]:
        """Articles that no feed brought and that are not announced yet: at most 25, in order."""
        records.settle_gone(self._store, self._community)
        return records.unannounced(self._store, self._community, _ANNOUNCED_AT_ONCE)

    def awaiting(self) -> tuple[str, ...]:
        """All communities with such articles; for the announcer alone."""
        return records.awaiting_announcement(self._store)

    def begin_announcement(self, arrival: int) -> None:
        """Write down that an article is about to be announced: `Arrival.begun`, until `mark_announced`."""
        records.begin_announcing(self._store, self._community, arrival)

    def mark_announced(self, arrivals: Sequence[int]) -> None:
        """Take these out of `pending` for good."""
        records.settle_announcing(self._store, self._community, arrivals)

    def highlights(self, article_ids: Sequence[str], *, limit: int, most_quoted: int) -> Highlights:
        """The most telling quotations of some articles, and who is quoted most; see `index.search.highlights`."""
        with self._readers.reader(self._community) as reader:
            return highlights(reader, article_ids, limit=limit, most_quoted=most_quoted)

    def holds(self, article_id: str, interest: Interest) -> bool:
        """Whether an article has a passage that all of an interest holds for."""
        with self._readers.reader(self._community) as reader:
            return bool(watched(reader, article_id, interest))

"""Feeds in the store, the entries that they have, and what is to be announced of these; for the entries' pages see
`index.store.entries`."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from index.model.feed import Announcement, AnnouncementPlace, DueFeed, ItemState, Subscription
from index.store import Store
from index.store.engine import Value
from index.store.entries import SETTLED
from index.store.rows import SUMMARY_COLUMNS, summary_from_row, to_text

if TYPE_CHECKING:
    from index.reading.feed import FeedItem

_KEPT = 1_000  # entries that a feed may have; older ones are forgotten
_COUNT = "(SELECT count(*) FROM feed_items WHERE feed = feeds.id AND state = '{}')"
_FEED = (
    "feeds.id, feeds.community, feeds.url, feeds.title, announce_in, added, feeds.checked, feeds.next_check, "
    "feeds.etag, feeds.last_modified, failures, last_error, "
    + ", ".join(_COUNT.format(state) for state in (ItemState.ADDED, ItemState.GONE, ItemState.FAILED))
    + ", begun, crashes, limited"
)
_FEED_FIELDS = len(Subscription.__dataclass_fields__)
_DUE = "next_check <= ? AND NOT EXISTS (SELECT 1 FROM departures WHERE departures.community = feeds.community)"
_UNSAID, _BEGUN = 0, 2  # of `announced`
_PENDING = f"announced <> {SETTLED} AND state = '{ItemState.ADDED}' AND announce_in IS NOT NULL"


class FeedStore:
    """Rows of feeds; every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(
        self, community: str, url: str, title: str, announce_in: str | None, now: datetime, most: int
    ) -> int | None:
        """Add a feed or update the one of that url, which is polled again if it had stopped; its id.

        None if the community has `most` feeds already.
        """
        moment = to_text(now)
        with self._store.writing(community):
            self._store.enrol(community)
            ((others,),) = self._store.read(
                "SELECT count(*) FROM feeds WHERE community = ? AND url <> ?", community, url
            )
            if others >= most:
                return None
            ((identity,),) = self._store.read(
                "INSERT INTO feeds (community, url, title, announce_in, added, next_check) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (community, url) DO UPDATE SET "
                "title = excluded.title, announce_in = excluded.announce_in, "
                "last_error = CASE WHEN feeds.next_check IS NULL THEN NULL ELSE feeds.last_error END, "
                "next_check = coalesce(feeds.next_check, excluded.next_check) RETURNING id",
                community,
                url,
                title,
                announce_in,
                moment,
                moment,
            )
            return int(identity)

    def edit(self, community: str, feed: int, title: str, announce_in: str | None) -> None:
        """Name a feed otherwise, and announce it elsewhere."""
        self._store.write(
            "UPDATE feeds SET title = ?, announce_in = ? WHERE community = ? AND id = ?",
            title,
            announce_in,
            community,
            feed,
        )

    def get(self, feed: int) -> Subscription | None:
        """One feed of any community."""
        return next(iter(self._select("WHERE feeds.id = ?", feed)), None)

    def of(self, community: str) -> tuple[Subscription, ...]:
        """A community's feeds, by title."""
        return self._select("WHERE community = ? ORDER BY title, id", community)

    def due(self, now: datetime, each: int) -> tuple[DueFeed, ...]:
        """The feeds whose time has come, up to `each` of every community; not where the bot has left.

        First the one of each community that is due longest, then the second of each, and so on.
        """
        rows = self._store.read(
            "SELECT id, community, suspect FROM (SELECT id, community, next_check, "  # noqa: S608 - constants
            "CASE WHEN begun IS NULL AND crashes = 0 THEN 0 ELSE 1 END AS suspect, "
            "row_number() OVER (PARTITION BY community ORDER BY next_check, id) AS place "
            f"FROM feeds WHERE {_DUE}) AS waiting WHERE place <= ? ORDER BY place, next_check, id",
            to_text(now),
            each,
        )
        return tuple(DueFeed(identity, community, bool(suspect)) for identity, community, suspect in rows)

    def count_due(self, now: datetime) -> int:
        """How many feeds' time has come."""
        ((count,),) = self._store.read(f"SELECT count(*) FROM feeds WHERE {_DUE}", to_text(now))  # noqa: S608
        return int(count)

    def begin_poll(self, feed: int, begun: datetime, next_check: datetime, crashes: int) -> None:
        """Note that a poll begins, and how many before it ended their process; the next is no earlier than told."""
        self._store.write(
            "UPDATE feeds SET begun = ?, next_check = ?, crashes = ?, limited = 0 WHERE id = ?",
            to_text(begun),
            to_text(next_check),
            crashes,
            feed,
        )

    def end_poll(self, feed: int, begun: datetime) -> None:
        """Note that the poll that began at that moment has not ended its process."""
        self._store.write("UPDATE feeds SET begun = NULL, crashes = 0 WHERE id = ? AND begun = ?", feed, to_text(begun))

    def undo_poll(self, feed: int, begun: datetime, next_check: datetime | None) -> None:
        """Note that the poll that began at that moment was given up, and let the feed be due when it was before."""
        self._store.write(
            "UPDATE feeds SET begun = NULL, next_check = ? WHERE id = ? AND begun = ?",
            to_text(next_check),
            feed,
            to_text(begun),
        )

    def rest(self, feed: int, crashes: int, words: str) -> None:
        """Poll a feed no more, until somebody asks for it: so many polls in a row ended their process."""
        self._store.write(
            "UPDATE feeds SET begun = NULL, next_check = NULL, crashes = ?, last_error = ? WHERE id = ?",
            crashes,
            words,
            feed,
        )

    def remove(self, community: str, feed: int) -> None:
        """Forget a feed and its entries; its articles stay."""
        self._store.write("DELETE FROM feeds WHERE community = ? AND id = ?", community, feed)

    def failed(self, feed: int, failures: int, next_check: datetime | None, error: str) -> None:
        """Note that so many polls in a row have failed by now."""
        self._store.write(
            "UPDATE feeds SET failures = ?, last_error = ?, next_check = ? WHERE id = ?",
            failures,
            error,
            to_text(next_check),
            feed,
        )

    def postpone(self, feed: int, next_check: datetime) -> None:
        """Poll a feed no earlier than `next_check`."""
        moment = to_text(next_check)
        self._store.write("UPDATE feeds SET next_check = ? WHERE id = ? AND next_check < ?", moment, feed, moment)

    def limit(self, feed: int, until: datetime) -> None:
        """Note that a feed's poll left something for later because its community's hour is used up."""
        moment = to_text(until)
        self._store.write(
            "UPDATE feeds SET limited = 1, next_check = CASE WHEN next_check < ? THEN ? ELSE next_check END "
            "WHERE id = ?",
            moment,
            moment,
            feed,
        )

    def unchanged(self, feed: int, now: datetime, next_check: datetime) -> None:
        """Note that a feed answered that it is as it was."""
        self._store.write(
            "UPDATE feeds SET failures = 0, last_error = NULL, checked = ?, next_check = ? WHERE id = ?",
            to_text(now),
            to_text(next_check),
            feed,
        )

    def read(
        self,
        feed: Subscription,
        items: Sequence["FeedItem"],
        now: datetime,
        next_check: datetime,
        etag: str | None,
        last_modified: str | None,
    ) -> None:
        """Note a feed's entries as they are now, and with them what the next request is to say; all or nothing.

        Entries of the first time, and of a feed that is announced nowhere, need no announcement.
        """
        moment = to_text(now)
        with self._store.writing(feed.community):
            rows = self._store.read("SELECT checked, announce_in FROM feeds WHERE id = ?", feed.id)
            if not rows:
                return
            settled = int(None in rows[0])
            self._store.write(
                "UPDATE feeds SET failures = 0, last_error = NULL, checked = ?, next_check = ?, etag = ?, "
                "last_modified = ? WHERE id = ?",
                moment,
                to_text(next_check),
                etag,
                last_modified,
                feed.id,
            )
            self._store.write_many(
                "INSERT INTO feed_items (feed, key, url, published, seen, version, state, next_check, announced) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (feed, key) DO UPDATE SET url = excluded.url, version = excluded.version, attempts = 0, "
                "next_check = excluded.next_check, "
                "etag = CASE WHEN feed_items.url = excluded.url THEN feed_items.etag END, "
                "last_modified = CASE WHEN feed_items.url = excluded.url THEN feed_items.last_modified END "
                "WHERE feed_items.version <> excluded.version",
                [
                    (
                        feed.id,
                        item.key,
                        item.url,
                        to_text(item.published),
                        moment,
                        item.version,
                        ItemState.WAITING.value,
                        moment,
                        settled,
                    )
                    for item in items
                ],
            )
            self._store.write(
                "DELETE FROM feed_items WHERE feed = ? AND id NOT IN "
                "(SELECT id FROM feed_items WHERE feed = ? ORDER BY id DESC LIMIT ?)",
                feed.id,
                feed.id,
                _KEPT,
            )

    def announcements(self, community: str, announce_in: str | None, limit: int) -> tuple[Announcement, ...]:
        """Articles added and not announced yet, the oldest entry first; with `announce_in`, only those for there."""
        rows = self._store.read(
            f"SELECT feed_items.id, announced, {_FEED}, {SUMMARY_COLUMNS} FROM feed_items "  # noqa: S608 - constants
            "JOIN feeds ON feeds.id = feed_items.feed "
            "JOIN articles ON articles.community = feeds.community AND articles.id = feed_items.article_id "
            f"WHERE feeds.community = ? AND {_PENDING} AND announce_in = coalesce(?, announce_in) "
            "ORDER BY coalesce(feed_items.published, seen), feed_items.id LIMIT ?",
            community,
            announce_in,
            limit,
        )
        found = []
        for identity, announced, *rest in rows:
            feed = _subscription(rest[:_FEED_FIELDS])
            summary = summary_from_row(rest[_FEED_FIELDS:])
            begun = announced == _BEGUN
            found.append(Announcement(feed, summary, str(feed.announce_in), identity, begun))
        return tuple(found)

    def awaiting(self, community: str | None) -> tuple[AnnouncementPlace, ...]:
        """Where there is something to announce, in order; with None, in all communities."""
        rows = self._store.read(
            "SELECT DISTINCT community, announce_in FROM feeds JOIN feed_items ON feed_items.feed = feeds.id "  # noqa: S608
            f"WHERE {_PENDING} AND community = coalesce(?, community) ORDER BY community, announce_in",
            community,
        )
        return tuple(AnnouncementPlace(*row) for row in rows)

    def begin(self, community: str, item: int) -> None:
        """Note that an entry of the community's feeds is about to be announced."""
        self._store.write(
            "UPDATE feed_items SET announced = ? WHERE id = ? AND announced = ? "
            "AND feed IN (SELECT id FROM feeds WHERE community = ?)",
            _BEGUN,
            item,
            _UNSAID,
            community,
        )

    def mark_announced(self, community: str, items: Sequence[int]) -> None:
        """Note that entries of the community's feeds need no announcement any more."""
        self._store.write_many(
            "UPDATE feed_items SET announced = ? WHERE id = ? AND feed IN (SELECT id FROM feeds WHERE community = ?)",
            [(SETTLED, item, community) for item in items],
        )

    def _select(self, rest: str, *values: Value) -> tuple[Subscription, ...]:
        rows = self._store.read(f"SELECT {_FEED} FROM feeds {rest}", *values)  # noqa: S608
        return tuple(_subscription(row) for row in rows)


def _subscription(row: Sequence[Any]) -> Subscription:
    *first, begun, crashes, limited = row
    moments = (_moment(text) for text in first[5:8])
    return Subscription(*(*first[:5], *moments, *first[8:], _moment(begun), crashes, bool(limited)))


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)

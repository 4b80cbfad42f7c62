"""Entries of feeds in the store: whose pages are to be asked for, and what has become of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from index.model.feed import Item, ItemState
from index.store import Store
from index.store.rows import to_text

SETTLED = 1
"""Of a row's `announced`: it needs no announcement, or has had it."""

_ITEM = (
    "id, url, version, read_version, state, attempts, next_check, etag, last_modified, article_id, article_url, "
    "announced"
)
_UNREAD = "read_version IS NULL OR version <> read_version"


class EntryStore:
    """Rows of entries; every method is one transaction, or part of one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def work(self, feed: int, now: datetime, young: datetime, limit: int) -> tuple[Item, ...]:
        """Entries whose pages are to be asked for: new and changed ones, newest first, then those since `young`."""
        rows = self._store.read(
            f"SELECT {_ITEM} FROM feed_items WHERE feed = ? AND next_check <= ? "  # noqa: S608 - constants
            f"AND ({_UNREAD} OR (state = '{ItemState.ADDED}' AND seen >= ?)) "
            f"ORDER BY NOT ({_UNREAD}), published IS NULL, published DESC, id LIMIT ?",
            feed,
            to_text(now),
            to_text(young),
            limit,
        )
        return tuple(_item(row) for row in rows)

    def has_unread(self, feed: int, now: datetime) -> bool:
        """Whether `work` would give new or changed entries."""
        rows = self._store.read(
            f"SELECT 1 FROM feed_items WHERE feed = ? AND next_check <= ? AND ({_UNREAD}) LIMIT 1",  # noqa: S608
            feed,
            to_text(now),
        )
        return bool(rows)

    def save(self, item: Item) -> None:
        """Write what has become of an entry, unless it has been forgotten meanwhile."""
        self._store.write(
            "UPDATE feed_items SET read_version = ?, state = ?, attempts = ?, next_check = ?, etag = ?, "
            "last_modified = ?, article_id = ?, article_url = ?, "
            "announced = coalesce(?, announced) WHERE id = ?",
            item.read_version,
            item.state.value,
            item.attempts,
            to_text(item.next_check),
            item.etag,
            item.last_modified,
            item.article_id,
            item.article_url,
            SETTLED if item.announced else None,
            item.id,
        )

    def link(self, item: int, article_id: str, url: str | None, *, new: bool) -> bool:
        """Note which article an entry has, within the transaction that adds it: what ends the process then, or the
        database, loses no announcement. An article that is not `new` needs none, unless the entry had it before.

        False if the entry has been forgotten, and so it is with its feed.
        """
        return bool(
            self._store.read(
                "UPDATE feed_items SET state = ?, announced = CASE WHEN article_id IS NULL AND ? = 0 THEN ? "
                "ELSE announced END, article_id = ?, article_url = ? WHERE id = ? RETURNING id",
                ItemState.ADDED.value,
                int(new),
                SETTLED,
                article_id,
                url,
                item,
            )
        )


def _item(row: Sequence[Any]) -> Item:
    *entry, state, attempts, next_check, etag, modified, article_id, article_url, announced = row
    page = etag, modified, article_id, article_url, announced == SETTLED
    return Item(*(*entry, ItemState(state), attempts, datetime.fromisoformat(next_check), *page))

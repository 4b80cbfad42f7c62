"""The tables of what a community has: rows as they are written, and moved between databases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.store import Store
from index.store.engine import Row, Value
from index.store.rows import COLUMNS

_OF_COMMUNITY = "community = ?"
_OF_FEED = "feed IN (SELECT id FROM feeds WHERE community = ?)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows belong to a community.

    Attributes
    ----------
    columns : tuple of str
        All but `community` and a number that the database or, for articles, `put` gives.
    unique : tuple of str
        Those of which no two rows of a community have the same values; may be empty.
    order : str
        The column by which rows are read; its values are all above `first`.
    page : int
        Rows read at once.
    """

    name: str
    columns: tuple[str, ...]
    unique: tuple[str, ...] = ()
    order: str = "id"
    first: str | int = 0
    page: int = 500
    owned: str = _OF_COMMUNITY

    @property
    def selection(self) -> str:
        """A query of the community's rows, each the value of `order`, then those of `columns`; may be narrowed."""
        columns = ", ".join((self.order, *self.columns))
        return f"SELECT {columns} FROM {self.name} WHERE {self.owned}"  # noqa: S608 - constants


ARTICLES = Table("articles", tuple(COLUMNS.split(", ")), unique=("id",), order="revision", page=10)
REMOVALS = Table(
    "removals", ("id", "url", "digest", "at", "removed_by", "kept"), unique=("id",), order="id", first="", page=10
)
CORRECTIONS = Table(
    "corrections",
    ("article_id", "words", "occurrence", "speaker", "speaker_type", "corrected_by", "at"),
    unique=("article_id", "words", "occurrence"),
    page=50,
)
NAME_RULES = Table("name_rules", ("kind", "names", "target"))
PREFERENCES = Table("preferences", ("name", "value"), unique=("name",), order="name", first="")
REPORTS = Table(
    "reports",
    (
        *("at", "reporter", "article_id", "title", "low", "high", "content_low", "content_high", "text", "speaker"),
        *("suggestion", "note", "state", "settled_by", "waits", "told", "posted", "spoken"),
    ),
    page=50,
)
RECORDS = Table("records", ("at", "actor", "act", "subject", "detail"))
FEEDS = Table(
    "feeds",
    (
        *("url", "title", "announce_in", "added", "checked", "next_check", "etag", "last_modified", "failures"),
        "last_error",
    ),
    unique=("url",),
)
FEED_ITEMS = Table(
    "feed_items",
    (
        *("feed", "key", "url", "published", "seen", "version", "read_version", "state", "attempts", "next_check"),
        *("checked", "etag", "last_modified", "article_id", "article_url", "announced"),
    ),
    unique=("feed", "key"),
    owned=_OF_FEED,
)
ALERTS = Table("alerts", ("at", "owner", "tell_in", "spoken", "person", "topic", "outlet"))

TABLES = (REMOVALS, CORRECTIONS, NAME_RULES, PREFERENCES, REPORTS, RECORDS, FEEDS, FEED_ITEMS, ALERTS)


def communities(store: Store) -> tuple[str, ...]:
    """All communities that the database knows, by name."""
    return tuple(name for (name,) in store.read("SELECT community FROM communities ORDER BY community"))


def is_empty(store: Store, community: str) -> bool:
    """Whether the community has no article and no row of any table."""
    return not store.count(community) and not any(
        store.read(f"SELECT 1 FROM {table.name} WHERE {table.owned} LIMIT 1", community)  # noqa: S608 - constants
        for table in TABLES
    )


def rows_of(store: Store, community: str, table: Table) -> Iterator[Row]:
    """The community's rows, each the value of `Table.order`, then those of `Table.columns`."""
    last: Value = table.first
    while True:
        page = store.read(
            f"{table.selection} AND {table.order} > ? ORDER BY {table.order} LIMIT ?",
            community,
            last,
            table.page,
        )
        yield from page
        if len(page) < table.page:
            return
        last = page[-1][0]


def has_row_like(store: Store, community: str, table: Table, values: Sequence[Value]) -> bool:
    """Whether the community has a row that `values`, those of `Table.columns`, would collide with."""
    if not table.unique:
        return False
    same = " AND ".join(f"{column} = ?" for column in table.unique)
    named = dict(zip(table.columns, values, strict=True))
    return bool(store.read(f"{table.selection} AND {same}", community, *(named[column] for column in table.unique)))


def put(store: Store, community: str, table: Table, *values: Value) -> Any:
    """Write a row, in place of one that it collides with; `values` are those of `Table.columns`.

    Returns its value of `Table.order`, such as the number that the database gives.
    """
    owner: dict[str, Value] = {"community": community} if table.owned == _OF_COMMUNITY else {}
    alike = ", ".join((*owner, *table.unique))
    if table is ARTICLES:
        owner["revision"] = store.advance(community)
    columns = (*owner, *table.columns)
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in alike.split(", "))
    instead = f"ON CONFLICT ({alike}) DO UPDATE SET {updates}" if table.unique else ""
    with store.writing(community):
        ((key,),) = store.read(
            f"INSERT INTO {table.name} ({', '.join(columns)}) "  # noqa: S608 - constants
            f"VALUES ({', '.join('?' * len(columns))}) {instead} RETURNING {table.order}",
            *owner.values(),
            *values,
        )
    return key

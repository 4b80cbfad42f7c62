"""The store: the only SQL. One database holds every community's articles; every query names its community."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from index.errors import StoreError, StoreProblem
from index.model.addresses import address_of, ranges_of
from index.model.article import AnnotatedArticle, Article, ArticleSummary
from index.store.engine import Deadlines, Engine, Row, Value, damaged, is_storable, migrations, need_driver
from index.store.places import Database, is_server, misaddressed, with_password
from index.store.rows import COLUMNS, SUMMARY_COLUMNS, digest_of, from_row, summary_from_row, to_row
from index.store.sqlite import SQLiteEngine

__all__ = ["Database", "Deadlines", "Store", "is_server", "misaddressed", "with_password"]

_PLACEHOLDERS = ", ".join("?" * (len(COLUMNS.split(", ")) + 2))
_UPDATES = ", ".join(f"{column} = excluded.{column}" for column in ("revision", *COLUMNS.split(", ")[1:]))

_PAGE = 50  # articles that are read at once

_ERASED = "(SELECT coalesce(max(revision), 0) FROM erasures)"  # no community of a revision up to this begins anew


class Store:
    """Articles by community; every write is one transaction. Safe to use from several threads.

    `name` is what messages call the database.
    """

    def __init__(self, database: Database, deadlines: Deadlines = Deadlines(), *, read_only: bool = False) -> None:
        """Open or create `database`; for a server's answers is waited as the deadlines say.

        One that is `read_only` is neither made nor brought up to date, and a file not changed at all.

        Raises
        ------
        StoreError
            Naming the file or server and what to do, if it cannot be opened or is of a newer version.
        """
        self._engine = _open(database, deadlines, read_only=read_only)
        self.name = self._engine.name

    @property
    def opened(self) -> int:
        """Grows when another database has come into the place of the one before, see `Engine`."""
        return self._engine.opened

    def close(self) -> None:
        """Close the connections; nothing is lost, for every write is committed when it returns."""
        self._engine.close()

    def follow(self, hear: Callable[[str | None], None]) -> None:
        """Call `hear` with each community that another process changes, see `Engine.follow`; at most once."""
        self._engine.follow(hear)

    def exclusive(self, name: str) -> AbstractContextManager[bool]:
        """Hold the lock of that name, if no other process or thread does: tells which."""
        return self._engine.exclusive(name)

    def revision(self, community: str) -> int:
        """Grows with every write to the community, by whatever process; 0 before the first."""
        rows = self.read("SELECT revision FROM communities WHERE community = ?", community)
        return rows[0][0] if rows else 0

    def revisions(self, community: str) -> dict[str, int]:
        """The revision at which each article of the community was last written, by id, in order of writing."""
        rows = self.read("SELECT id, revision FROM articles WHERE community = ? ORDER BY revision, id", community)
        return dict(rows)

    def changes(self, community: str, since: int) -> tuple[dict[str, int], int]:
        """The same of the articles written after the revision `since`, and how many there are in all."""
        rows = self.read(
            "SELECT held, id, revision FROM (SELECT count(*) AS held FROM articles WHERE community = ?) AS counted "
            "LEFT JOIN articles ON community = ? AND revision > ? ORDER BY revision, id",
            community,
            community,
            since,
        )
        return {identity: revision for _, identity, revision in rows if identity is not None}, int(rows[0][0])

    def beginning(self, community: str, words: str) -> frozenset[str]:
        """The ids of the articles that begin with the words."""
        query = "SELECT id FROM articles WHERE community = ? AND id >= ? AND id < ?"
        return frozenset(identity for (identity,) in self.read(query, community, words, f"{words}\U0010ffff"))

    def find(self, community: str, article: Article, *, removed: bool = False) -> str | None:
        """The id of the article, or the `removed` one, that `article` is a version of: of its id, address or text.

        Of several, the first written or removed.
        """
        table, order = ("removals", "at") if removed else ("articles", "revision")

        def first(column: str, value: str) -> str | None:
            rows = self.read(
                f"SELECT id FROM {table} WHERE community = ? AND {column} = ? ORDER BY {order} LIMIT 1",  # noqa: S608
                community,
                value,
            )
            return str(rows[0][0]) if rows else None

        return (
            (first("id", article.id) if article.id else None)
            or (self.at(community, article.url, table, order) if article.url else None)
            or first("digest", digest_of(article.text))
        )

    def at(self, community: str, url: str, table: str = "articles", order: str = "revision") -> str | None:
        """The id of the first article, or row of another `table`, whose link leads to the same page as `url`."""
        address = address_of(url)
        ranges = tuple(ranges_of(address))
        query = f"SELECT {order}, id, url FROM {table} WHERE community = ? AND url >= ? AND url < ?"  # noqa: S608
        # A query for each range, for of one with OR between them no index knows the ranges.
        rows = self.read(
            " UNION ALL ".join((query,) * len(ranges)),
            *(value for low, high in ranges for value in (community, low, high)),
        )
        same = ((when, identity) for when, identity, link in rows if address_of(link) == address)
        return min(same, default=(None, None))[1]

    def get(self, community: str, article_id: str, *, revision: int | None = None) -> AnnotatedArticle | None:
        """The article as it was stored, or None; with `revision`, None too if it has been written again since."""
        if not is_storable(article_id):
            return None
        rows = self.read(
            f"SELECT {COLUMNS} FROM articles WHERE community = ? AND id = ? AND revision = coalesce(?, revision)",  # noqa: S608
            community,
            article_id,
            revision,
        )
        return self._annotated(rows[0]) if rows else None

    def each(self, community: str, revisions: Mapping[str, int]) -> Iterator[AnnotatedArticle]:
        """The articles of those ids, in their order; without those that have gone or been written again since the
        revision of each."""
        wanted = [*revisions]
        for start in range(0, len(wanted), _PAGE):
            page = wanted[start : start + _PAGE]
            places = ", ".join("?" * len(page))
            query = f"SELECT revision, {COLUMNS} FROM articles WHERE community = ? AND id IN ({places})"  # noqa: S608
            rows = self.read(query, community, *page)
            found = {row[1]: row[1:] for row in rows if revisions[row[1]] == row[0]}
            yield from (self._annotated(found[identity]) for identity in page if identity in found)

    def _annotated(self, row: Row) -> AnnotatedArticle:
        try:
            return from_row(row)
        except (TypeError, ValueError) as error:
            raise StoreError(damaged(self.name), StoreProblem.DAMAGED) from error

    def summaries(self, community: str) -> tuple[ArticleSummary, ...]:
        """All articles of the community, newest published first, then by title and id."""
        rows = self.read(
            f"SELECT {SUMMARY_COLUMNS} FROM articles WHERE community = ? "  # noqa: S608
            "ORDER BY published IS NULL, published DESC, title, id",
            community,
        )
        return tuple(summary_from_row(row) for row in rows)

    def outlets(self, community: str, site: str, but: str) -> tuple[str, ...]:
        """The outlets of up to 200 articles of a site, one for each article; without that at the address `but`."""
        found: list[str] = []
        for start in (f"{scheme}://{prefix}{site}" for scheme in ("https", "http") for prefix in ("www.", "")):
            rows = self.read(
                "SELECT outlet FROM articles WHERE community = ? AND url >= ? AND url < ? AND url <> ? "
                "AND outlet IS NOT NULL ORDER BY url LIMIT 50",
                community,
                f"{start}/",
                f"{start}0",  # the sign after the slash
                but,
            )
            found += (str(outlet) for (outlet,) in rows)
        return tuple(found)

    def count(self, community: str) -> int:
        """How many articles the community has."""
        ((count,),) = self.read("SELECT count(*) FROM articles WHERE community = ?", community)
        return int(count)

    def put(self, community: str, annotated: AnnotatedArticle) -> int:
        """Write an article, in place of the one of its id, and return the community's new revision."""
        with self.writing(community):
            revision = self.advance(community)
            self.write(
                f"INSERT INTO articles (community, revision, {COLUMNS}) VALUES ({_PLACEHOLDERS}) "  # noqa: S608
                f"ON CONFLICT (community, id) DO UPDATE SET {_UPDATES}",
                community,
                revision,
                *to_row(annotated),
            )
            return revision

    def delete(self, community: str, article_id: str) -> int:
        """Delete an article, if it is there, and return the community's new revision."""
        with self.writing(community):
            revision = self.advance(community)
            self.write("DELETE FROM articles WHERE community = ? AND id = ?", community, article_id)
            return revision

    def read(self, query: str, *values: Value) -> list[Row]:
        """The rows of a query of this package's modules; one that writes needs a transaction around it."""
        return self._engine.read(query, values)

    def write(self, statement: str, *values: Value) -> None:
        """Run a statement of this package's modules, in the transaction that is open or one of its own."""
        self._engine.write(statement, values)

    def write_many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run a statement once for each of `rows`, in the transaction that is open or one of its own."""
        self._engine.write_many(statement, rows)

    def writing(self, community: str | None) -> AbstractContextManager[None]:
        """One transaction; what is written in it stands or falls together. May nest.

        Nobody else writes to the community meanwhile; with None, nobody to any.
        """
        return self._engine.transaction(community)

    def snapshot(self) -> AbstractContextManager[None]:
        """Read all as of one moment inside, while others write."""
        return self._engine.snapshot()

    def enrol(self, community: str) -> None:
        """Make the community known, so that rows can refer to it."""
        self.write(
            f"INSERT INTO communities (community, revision) VALUES (?, {_ERASED}) "  # noqa: S608
            "ON CONFLICT (community) DO NOTHING",
            community,
        )

    def advance(self, community: str) -> int:
        """Let other processes know that the community's answers change; the new revision. Within `writing`."""
        ((revision,),) = self.read(
            f"INSERT INTO communities (community, revision) VALUES (?, 1 + {_ERASED}) "  # noqa: S608
            "ON CONFLICT (community) DO UPDATE SET revision = communities.revision + 1 RETURNING revision",
            community,
        )
        self._engine.publish(community)
        return int(revision)

    def figures(self, community: str) -> tuple[int, int, int]:
        """How many articles, sentences and attributions the community has."""
        ((articles, sentences, attributions),) = self.read(
            "SELECT count(*), sum(sentence_count), sum(attribution_count) FROM articles WHERE community = ?", community
        )
        return articles, int(sentences or 0), int(attributions or 0)


def _open(database: Database, deadlines: Deadlines, *, read_only: bool) -> Engine:
    if isinstance(database, str) and not is_server(database):
        if (wrong := misaddressed(database)) is not None:
            raise StoreError(f"{wrong}.")
        database = Path(database)
    if isinstance(database, str):
        need_driver()
        from index.store.postgres import PostgresEngine  # noqa: PLC0415 - only those who have a server wait for its driver

        return PostgresEngine(database, migrations(), deadlines, read_only=read_only)
    return SQLiteEngine(database, migrations(), read_only=read_only)

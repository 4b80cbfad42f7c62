"""The store: the only SQL. One SQLite file holds every community's articles; every query names its community."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from threading import RLock
from time import monotonic, sleep

from index.errors import StoreError
from index.store.rows import COLUMNS, SUMMARY_COLUMNS, Row, digest_of, from_row, summary_from_row, to_row
from index.types import AnnotatedArticle, Article, ArticleSummary

__all__ = ["Store"]

_BUSY = 10_000  # milliseconds to wait for another process's write
_PARAMETERS = ", ".join("?" * (len(COLUMNS.split(", ")) + 2))


class Store:
    """Articles by community, over one SQLite connection that a lock guards; every write is one transaction."""

    def __init__(self, database: Path | None) -> None:
        """Open or create `database`; None is a database in memory.

        Raises
        ------
        StoreError
            Naming the file and what to do, if it cannot be opened or is of a newer version.
        """
        self._name = str(database) if database is not None else "memory"
        self._lock = RLock()
        try:
            if database is not None:
                database.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                database if database is not None else ":memory:", isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{self._name}: the database cannot be opened ({error}); "
                "check that its directory exists and may be written."
            ) from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection; nothing is lost, for every write is committed when it returns."""
        with self._lock:
            self._connection.close()

    def revision(self, community: str) -> int:
        """Grows with every write to the community, by whatever process; 0 before the first."""
        with self._errors():
            row = self._connection.execute(
                "SELECT revision FROM communities WHERE community = ?", (community,)
            ).fetchone()
            return int(row[0]) if row else 0

    def revisions(self, community: str) -> dict[str, int]:
        """The revision at which each article of the community was last written, by id, in order of writing."""
        with self._errors():
            rows = self._connection.execute(
                "SELECT id, revision FROM articles WHERE community = ? ORDER BY revision, id", (community,)
            )
            return {str(identity): int(revision) for identity, revision in rows}

    def find(self, community: str, article: Article) -> str | None:
        """The id of the article that `article` is another version of: of its id, its url or its text."""
        with self._errors():
            for column, value in (("id", article.id), ("url", article.url), ("digest", digest_of(article.text))):
                if value:
                    row = self._connection.execute(
                        f"SELECT id FROM articles WHERE community = ? AND {column} = ? ORDER BY revision",  # noqa: S608
                        (community, value),
                    ).fetchone()
                    if row:
                        return str(row[0])
            return None

    def get(self, community: str, article_id: str, *, revision: int | None = None) -> AnnotatedArticle | None:
        """The article as it was stored, or None; with `revision`, None too if it has been written again since."""
        with self._errors():
            if not _is_storable(article_id):
                return None
            row = self._connection.execute(
                f"SELECT {COLUMNS} FROM articles WHERE community = ? AND id = ? AND revision = coalesce(?, revision)",  # noqa: S608
                (community, article_id, revision),
            ).fetchone()
            try:
                return from_row(row) if row else None
            except (TypeError, ValueError) as error:
                raise StoreError(_damaged(self._name)) from error

    def summaries(self, community: str) -> tuple[ArticleSummary, ...]:
        """All articles of the community, newest published first, then by title and id."""
        with self._errors():
            rows = self._connection.execute(
                f"SELECT {SUMMARY_COLUMNS} FROM articles WHERE community = ? "  # noqa: S608
                "ORDER BY published IS NULL, published DESC, title, id",
                (community,),
            )
            return tuple(summary_from_row(row) for row in rows)

    def count(self, community: str) -> int:
        """How many articles the community has."""
        with self._errors():
            row = self._connection.execute("SELECT count(*) FROM articles WHERE community = ?", (community,)).fetchone()
            return int(row[0])

    def put(self, community: str, annotated: AnnotatedArticle) -> int:
        """Write an article, in place of the one of its id, and return the community's new revision."""
        with self.writing():
            revision = self.advance(community)
            self._connection.execute(
                f"INSERT OR REPLACE INTO articles (community, revision, {COLUMNS}) VALUES ({_PARAMETERS})",  # noqa: S608
                (community, revision, *to_row(annotated)),
            )
            return revision

    def delete(self, community: str, article_id: str) -> int:
        """Delete an article, if it is there, and return the community's new revision."""
        with self.writing():
            revision = self.advance(community)
            self._connection.execute("DELETE FROM articles WHERE community = ? AND id = ?", (community, article_id))
            return revision

    def read(self, query: str, *values: str | int | None) -> list[Row]:
        """The rows of a query of this package's modules."""
        with self._errors():
            return self._connection.execute(query, values).fetchall()

    def write(self, statement: str, *values: str | int | None) -> None:
        """Run a statement of this package's modules, in the transaction that is open or one of its own."""
        with self.writing():
            self._connection.execute(statement, values)

    def enrol(self, community: str) -> None:
        """Make the community known, so that rows can refer to it."""
        self.write("INSERT OR IGNORE INTO communities (community, revision) VALUES (?, 0)", community)

    def advance(self, community: str) -> int:
        """Let other processes know that the community's answers change; the new revision."""
        row = self._connection.execute(
            "INSERT INTO communities (community, revision) VALUES (?, 1) "
            "ON CONFLICT (community) DO UPDATE SET revision = revision + 1 RETURNING revision",
            (community,),
        ).fetchone()
        return int(row[0])

    def figures(self, community: str) -> tuple[int, int, int]:
        """How many articles, sentences and attributions the community has."""
        ((articles, sentences, attributions),) = self.read(
            "SELECT count(*), sum(sentence_count), sum(attribution_count) FROM articles WHERE community = ?", community
        )
        return int(articles or 0), int(sentences or 0), int(attributions or 0)

    def _prepare(self) -> None:
        """Set the connection up and bring the schema up to date, each migration in its own transaction."""
        with self._errors():
            self._connection.execute(f"PRAGMA busy_timeout = {_BUSY}")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA synchronous = FULL")
            migrations = sorted(
                (
                    entry
                    for entry in files("index.store").joinpath("migrations").iterdir()
                    if entry.name.endswith(".sql")
                ),
                key=lambda entry: entry.name,
            )
            version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if version > len(migrations):
                raise StoreError(
                    f"{self._name}: the database is of a newer version of Onrecord (schema {version}, this one knows "
                    f"{len(migrations)}); upgrade Onrecord."
                )
            for number, migration in enumerate(migrations[version:], version + 1):
                script = migration.read_text(encoding="utf-8")
                self._migrate(script, number)
            self._use_wal()

    def _use_wal(self) -> None:
        """Switch the file to write-ahead logging; SQLite itself does not wait for others who do so."""
        until = monotonic() + _BUSY / 1000
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
                sleep(0.01)
            else:
                return

    def _migrate(self, script: str, number: int) -> None:
        with self.writing():
            if int(self._connection.execute("PRAGMA user_version").fetchone()[0]) >= number:
                return  # another process was first
            if number == 1 and self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise StoreError(_damaged(self._name))  # another program's, which is left as it is
            for statement in _statements(script):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {number}")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, in which nobody else writes; what is written in it stands or falls together. May nest."""
        with self._errors():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself rolls back on some failures, and refuses to twice
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for the store's other modules, while nobody else uses it."""
        with self._errors():
            yield self._connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Hold the lock; turn SQLite's errors into ours."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise StoreError(_explain(self._name, error)) from error


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _is_storable(words: str) -> bool:
    """Whether SQLite can hold the words; lone surrogates, as of a mistyped argument, have no UTF-8."""
    return words.isascii() or not any("\ud800" <= char <= "\udfff" for char in words)


def _damaged(name: str) -> str:
    return f"{name}: this is no Onrecord database, or it is damaged; restore a backup or give another path."


def _explain(name: str, error: sqlite3.Error) -> str:
    words = str(error)
    if any(sign in words for sign in ("not a database", "malformed", "no such table", "no such column")):
        return _damaged(name)
    if "locked" in words or "busy" in words:
        return f"{name}: another process has been writing for {_BUSY // 1000} seconds; try again."
    if "readonly" in words or "read-only" in words:
        return f"{name}: the database may not be written; check the permissions of the file and its directory."
    if "full" in words:
        return f"{name}: the disk is full; nothing was written. Free some space and try again."
    if "closed" in words:
        return f"{name}: the database was closed; start again."
    return f"{name}: the database failed ({words})."

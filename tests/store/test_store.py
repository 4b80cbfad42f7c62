"""The SQLite store: transactions, migrations, separation, and errors that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import index.store
from index import StoreError, annotate, open_library, read_text
from index.store import Store
from index.store.rows import COLUMNS, to_row
from index.types import AnnotatedArticle

MIGRATIONS = len(list(Path(index.store.__file__).with_name("migrations").glob("*.sql")))
TEXT = "Toll rises\n\n“It is too high,” said Rhea Olsen, a baker. The mayor denied that it was."


def article(text: str = TEXT, *, identity: str = "toll", url: str | None = None) -> AnnotatedArticle:
    return annotate(read_text(text, id=identity, url=url))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "onrecord.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path)
    yield store
    store.close()


def query(path: Path, words: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(words).fetchall()
    finally:
        connection.close()


def test_what_was_put_is_got_back_equal(store: Store) -> None:
    annotated = article(url="https://gazette.example/toll")
    assert annotated.attributions
    store.put("one", annotated)
    assert store.get("one", "toll") == annotated
    assert store.count("one") == 1
    (summary,) = store.summaries("one")
    assert (summary.sentences, summary.attributions) == (len(annotated.sentences), len(annotated.attributions))


@given(st.text(min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in text):
        return
    store = Store(None)
    annotated = article(text)
    store.put("one", annotated)
    assert store.get("one", "toll") == annotated
    store.close()


def test_the_file_is_set_up_to_be_safe(store: Store, path: Path) -> None:
    store.put("one", article())
    assert query(path, "PRAGMA journal_mode") == [("wal",)]
    assert query(path, "PRAGMA user_version") == [(MIGRATIONS,)]
    assert store.read("PRAGMA foreign_keys") == [(1,)]
    with store.writing(None):
        assert store.read("PRAGMA foreign_keys") == [(1,)]


def test_putting_again_replaces_and_advances_the_revision(store: Store) -> None:
    first = store.put("one", article())
    second = store.put("one", article("Toll falls\n\nNobody spoke."))
    assert second > first
    assert store.revision("one") == second
    assert store.revisions("one") == {"toll": second}
    found = store.get("one", "toll")
    assert found is not None
    assert found.article.title == "Toll falls"


def test_an_article_is_found_by_its_id_its_link_or_its_text(store: Store) -> None:
    store.put("one", article(url="https://gazette.example/toll"))
    other = "Something else entirely"
    assert store.find("one", read_text(other, id="toll")) == "toll"
    assert store.find("one", read_text(other, url="https://gazette.example/toll")) == "toll"
    assert store.find("one", read_text(TEXT)) == "toll"
    assert store.find("one", read_text(other)) is None
    assert store.find("two", read_text(TEXT, id="toll")) is None


def test_deleting_leaves_nothing_of_the_article(store: Store, path: Path) -> None:
    store.put("one", article())
    store.put("two", article())
    store.delete("one", "toll")
    assert store.get("one", "toll") is None
    assert store.get("two", "toll") is not None
    assert query(path, "SELECT count(*) FROM articles WHERE community = 'one'") == [(0,)]


def test_a_write_that_fails_leaves_everything_as_it_was(store: Store, path: Path) -> None:
    store.put("one", article())
    before = store.revision("one")
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER refuse BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'refused'); END")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="refused"):
        store.put("one", article("Toll falls\n\nNobody spoke."))
    assert store.revision("one") == before
    found = store.get("one", "toll")
    assert found is not None
    assert found.article.text == TEXT


def test_two_stores_over_one_file_see_each_others_writes(store: Store, path: Path) -> None:
    other = Store(path)
    other.put("one", article())
    assert store.get("one", "toll") == other.get("one", "toll")
    assert store.revision("one") == 1
    other.close()


def test_a_newer_schema_is_refused_untouched(store: Store, path: Path) -> None:
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"newer version of Onrecord .*upgrade Onrecord"):
        Store(path)
    assert query(path, "PRAGMA user_version") == [(999,)]


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"SQLite format 3\x00" + b"\x07" * 4000])
def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.db: this is no Onrecord database"):
        Store(path)
    assert path.read_bytes() == content


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"onrecord\.db: the database cannot be opened"):
        Store(tmp_path / "file" / "onrecord.db")


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.count("one")


def test_a_database_of_the_first_schema_keeps_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    first = files("index.store").joinpath("migrations", "0001_articles.sql")
    annotated = annotate(read_text("“The pier is long,” said Rhea Olsen, a baker.", id="pier", title="Pier"))
    row = ("one", 1, *to_row(annotated))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(first.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO communities VALUES ('one', 1)")
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO articles (community, revision, {COLUMNS}) VALUES ({marks})", row)  # noqa: S608
        connection.execute("PRAGMA user_version = 1")
    with open_library(path, community="one") as library:
        assert library.show("pier") == annotated
        library.remove("pier")
        assert library.restore("pier").id == "pier"

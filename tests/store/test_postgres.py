"""What only a server does: it starts and stops, is somebody else's, tells of changes, and frees the dead's locks."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue

import psycopg
import pytest

from index import StoreError, annotate, read_text, with_password
from index.model.article import AnnotatedArticle
from index.store import Store
from index.store.engine import migrations
from index.store.postgres import PostgresEngine
from index.store.postgres_dialect import translated
from tests.postgres import PostgresServer, postgres_server


def quotation(number: int) -> AnnotatedArticle:
    return annotate(read_text(f"“Pier {number} is shut,” said Rhea Olsen, a baker.", id=f"pier-{number}"))


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.database()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with closing(Store(url)) as store:
        yield store


def test_an_address_without_a_server_is_named_without_its_password(tmp_path: Path) -> None:
    url = with_password(f"postgresql:///news?host={tmp_path}", "s3 cret&")
    with pytest.raises(StoreError, match=f"postgresql://{tmp_path}/news: the server cannot be reached") as caught:
        Store(url)
    assert "cret" not in str(caught.value)
    assert "check that it runs" in str(caught.value)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(StoreError, match="ONRECORD_DATABASE: this is no PostgreSQL address"):
        Store("postgresql://bad host/%zz")


def test_another_programs_database_is_refused_untouched(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE articles (name TEXT)")
        with pytest.raises(StoreError, match="this is no Onrecord database"):
            Store(url)
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        ).fetchall()
    assert tables == [("articles",)]


def test_a_migration_that_fails_leaves_everything_as_it_was_and_a_newer_schema_is_refused(url: str) -> None:
    with closing(Store(url)) as store:
        store.put("one", quotation(1))
        topics = "CREATE TABLE topics (name TEXT NOT NULL) STRICT;"
        with pytest.raises(StoreError, match="damaged"):
            PostgresEngine(url, (*migrations(), topics, "INSERT INTO nowhere VALUES (1);"))
        assert store.read("SELECT version FROM onrecord_schema") == [(len(migrations()),)]
        assert store.get("one", "pier-1") == quotation(1)
    with closing(PostgresEngine(url, (*migrations(), topics))) as engine:
        assert engine.read("SELECT count(*) FROM topics", ()) == [(0,)]
    with pytest.raises(StoreError, match=r"newer version of Onrecord .*upgrade Onrecord"):
        Store(url)


def test_no_type_of_sqlite_is_left_in_the_schema() -> None:
    for script in map(translated, migrations()):
        code = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
        for word in ("AUTOINCREMENT", "STRICT", "ROWID", "INTEGER", "BLOB"):
            assert word not in code


def test_changes_are_heard_of_once_they_are_committed(store: Store, url: str) -> None:
    heard: SimpleQueue[str | None] = SimpleQueue()
    with closing(Store(url)) as other:
        other.follow(heard.put)
        assert heard.get(timeout=30) is None  # it listens, and may have missed what was before
        with store.writing("one"):
            store.put("one", quotation(1))
            assert heard.empty()
        assert heard.get(timeout=30) == "one"
        store.delete("two", "nothing")
        assert heard.get(timeout=30) == "two"


def test_a_lock_of_one_process_is_free_when_it_is_killed(store: Store, url: str) -> None:
    script = (
        "import sys; from index.store import Store\n"
        "with Store(sys.argv[1]).exclusive('feed 7') as free:\n"
        "    print(free, flush=True); sys.stdin.read()\n"
    )
    run = [sys.executable, "-c", script, url]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with store.exclusive("feed 7") as free:
            assert not free
        holder.kill()
    while True:  # the server needs a moment to see that its client is gone
        with store.exclusive("feed 7") as free:
            if free:
                break


def test_a_server_that_was_restarted_is_connected_to_again() -> None:
    with postgres_server() as server, closing(Store(server.database())) as store:
        store.put("one", quotation(1))
        with store.exclusive("feed 7") as held:
            assert held
            server.restart()
        assert store.get("one", "pier-1") == quotation(1)
        assert store.put("one", quotation(2)) == 2
        with store.exclusive("feed 7") as again:
            assert again


def test_a_store_that_may_only_read_says_so(url: str) -> None:
    Store(url).close()
    read_only = url.replace("options=-csearch_path", "options=-cdefault_transaction_read_only%3Don%20-csearch_path")
    with pytest.raises(StoreError, match="may not be written; ONRECORD_DATABASE must name the primary server"):
        Store(read_only)


def test_what_is_only_read_is_neither_made_nor_brought_up_to_date(url: str) -> None:
    with pytest.raises(StoreError, match="of an older version"):
        Store(url, read_only=True)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regclass('onrecord_schema')").fetchone() == (None,)
    with closing(Store(url)) as store:
        store.put("one", quotation(1))
    with closing(Store(url, read_only=True)) as reading:
        assert reading.get("one", "pier-1") == quotation(1)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE onrecord_schema SET version = version + 1")
    with pytest.raises(StoreError, match="of a newer version"):
        Store(url, read_only=True)

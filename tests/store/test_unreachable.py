"""A PostgreSQL that vanishes: every call ends with an error in words, nothing is confirmed that is not so, and all goes
on when it is back. Over a real server, behind a network of the tests' own or frozen."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

import pytest
from psycopg.conninfo import conninfo_to_dict

from index import Article, StoreError, StoreProblem, read_text
from index.library.library import Library
from index.search.cache import ReaderCache
from index.store import Deadlines, Store
from tests.postgres import PostgresServer
from tests.proxy import Proxy, proxy

T = TypeVar("T")
Fault = Callable[[PostgresServer, Proxy], AbstractContextManager[None]]

SHORT = Deadlines(connecting=2, connection=4.0, writing=0.5, check=0.5, silence=1.5)
SAFETY = 60  # seconds after which a call has no end
QUESTION = "What did Rhea Olsen say of the pier?"


@contextmanager
def swallowed(_: PostgresServer, line: Proxy) -> Iterator[None]:
    line.swallow()
    try:
        yield
    finally:
        line.heal()


@contextmanager
def held(_: PostgresServer, line: Proxy) -> Iterator[None]:
    line.hold()
    try:
        yield
    finally:
        line.heal()


@contextmanager
def frozen(server: PostgresServer, _: Proxy) -> Iterator[None]:
    with server.frozen():
        yield


def outcome(call: Callable[[], T]) -> T | StoreError:
    """What comes of a call; that something does is what is tested."""
    came: SimpleQueue[T | StoreError] = SimpleQueue()

    def run() -> None:
        try:
            came.put(call())
        except StoreError as error:
            came.put(error)

    Thread(target=run, daemon=True).start()
    return came.get(timeout=SAFETY)


def problem(call: Callable[[], object]) -> StoreProblem:
    """What is wrong with the database by a call that fails."""
    error = outcome(call)
    assert isinstance(error, StoreError), error
    return error.problem


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Proxy]:
    with proxy(postgres.socket) as made:
        yield made


@pytest.fixture
def url(postgres: PostgresServer, line: Proxy) -> str:
    return postgres.database(host="127.0.0.1", port=str(line.port))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with closing(Store(url, SHORT)) as store:
        yield store


@pytest.fixture
def library(store: Store) -> Library:
    library = Library(store, ReaderCache(store, most_in_memory=1_000), "one", lambda: datetime.now(UTC))
    library.add(pier(1))
    return library


def pier(number: int) -> Article:
    return read_text(f"“Pier {number} is shut,” said Rhea Olsen, a baker.", id=f"pier-{number}")


def lock(store: Store) -> bool:
    with store.exclusive("feed 7") as free:
        return free


@pytest.mark.parametrize("fault", [swallowed, held, frozen])
def test_every_call_ends_and_all_goes_on_afterwards(
    postgres: PostgresServer, line: Proxy, store: Store, library: Library, fault: Fault
) -> None:
    assert lock(store)
    with fault(postgres, line):
        assert problem(lambda: library.ask(QUESTION)) is StoreProblem.UNREACHABLE
        assert problem(lambda: library.add(pier(2))) is StoreProblem.UNREACHABLE
        assert problem(lambda: lock(store)) is StoreProblem.UNREACHABLE
        assert problem(lambda: Store(postgres.url(host="127.0.0.1", port=str(line.port)), SHORT))
    answer = outcome(lambda: library.ask(QUESTION))
    assert not isinstance(answer, StoreError), answer
    assert answer.passages[0].text == "“Pier 1 is shut,” said Rhea Olsen, a baker."
    assert outcome(lambda: library.add(pier(3)).article.id) == "pier-3"
    assert outcome(lambda: lock(store)) is True
    assert [summary.id for summary in library.articles()] == ["pier-1", "pier-3"]


@pytest.mark.parametrize("fault", [swallowed, held, frozen])
def test_what_is_being_written_is_not_and_the_lock_of_its_community_is_free_again(
    postgres: PostgresServer, line: Proxy, store: Store, library: Library, fault: Fault
) -> None:
    def write() -> None:
        with store.writing("one"):
            store.write("UPDATE articles SET title = 'half' WHERE community = ?", "one")
            with fault(postgres, line):
                store.write("UPDATE articles SET title = 'whole' WHERE community = ?", "one")

    assert problem(write) is StoreProblem.UNREACHABLE
    assert outcome(lambda: library.add(pier(2)).article.id) == "pier-2"
    assert "half" not in [summary.title for summary in library.articles()]


@pytest.mark.parametrize("only_answers", [True, False])
def test_a_commit_that_nobody_confirmed_is_called_so(
    line: Proxy, store: Store, library: Library, only_answers: bool
) -> None:
    def write() -> None:
        with store.writing("one"):
            store.write("UPDATE articles SET title = 'new' WHERE community = ?", "one")
            line.swallow(only_answers=only_answers)

    assert problem(write) is StoreProblem.UNCONFIRMED
    line.heal()
    outcome(lambda: library.add(pier(2)))  # after what the server was in the middle of
    titles = [summary.title for summary in library.articles() if summary.id == "pier-1"]
    assert (titles == ["new"]) is only_answers


@pytest.mark.parametrize("fault", [swallowed, frozen])
def test_who_follows_hears_that_something_may_have_been_missed(
    postgres: PostgresServer, line: Proxy, store: Store, url: str, fault: Fault
) -> None:
    heard: SimpleQueue[str | None] = SimpleQueue()
    store.follow(heard.put)
    assert heard.get(timeout=SAFETY) is None
    direct = postgres.url(options=str(conninfo_to_dict(url)["options"]))
    with closing(Store(direct, SHORT)) as other:
        if fault is swallowed:
            with swallowed(postgres, line):
                other.enrol("one")
                other.delete("one", "nothing")
                assert problem(lambda: store.count("one")) is StoreProblem.UNREACHABLE
        else:
            with frozen(postgres, line):
                assert problem(lambda: store.count("one")) is StoreProblem.UNREACHABLE
        assert heard.get(timeout=SAFETY) is None
        other.delete("two", "nothing")
        assert heard.get(timeout=SAFETY) == "two"


def test_a_server_that_is_only_slow_is_waited_for(line: Proxy, library: Library) -> None:
    line.delay(0.02)
    assert outcome(lambda: library.add(pier(2)).article.id) == "pier-2"


def test_connections_that_were_cut_are_no_failure(line: Proxy, store: Store, library: Library) -> None:
    assert lock(store)
    line.cut()
    assert outcome(lambda: library.add(pier(2)).article.id) == "pier-2"
    line.cut()
    assert problem(lambda: lock(store)) is StoreProblem.UNREACHABLE
    assert outcome(lambda: lock(store)) is True


def test_a_statement_that_takes_too_long_is_given_up_and_ended(store: Store) -> None:
    assert problem(lambda: store.read("SELECT pg_sleep(40)")) is StoreProblem.UNREACHABLE
    running = (
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND starts_with(query, 'SELECT pg_sleep(40)')"
    )
    while store.read(running) != [(0,)]:
        pass


def test_a_large_answer_may_take_longer_than_any_silence(store: Store, line: Proxy) -> None:
    line.delay(0.1)
    ((answer,),) = store.read("SELECT repeat('x', 2000000)")
    assert len(answer) == 2_000_000


def test_an_end_waits_for_nobody(url: str, line: Proxy) -> None:
    store = Store(url, SHORT)
    store.follow(lambda _: None)
    assert lock(store)
    line.swallow()
    outcome(store.close)

"""Readers over one database: none waits for another, none is built twice, and memory is bounded."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event

import pytest

from index import Database, InvalidRequestError, Library, UnknownNameError, read_text
from index.search.cache import IN_MEMORY, ReaderCache
from index.store import Store
from tests.postgres import PostgresServer
from tests.search.saved import long_article

PATIENCE = 30  # seconds after which somebody is taken to wait for ever
STORM = "“The storm is near,” said Ada Lind, the mayor.\n\nThe ferry was late."


def now() -> datetime:
    return datetime(2024, 5, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Opened:
    """A database and its readers."""

    store: Store
    readers: ReaderCache

    def library(self, name: str) -> Library:
        return Library(self.store, self.readers, name, now)

    def filled(self, name: str) -> Library:
        library = self.library(name)
        library.add(read_text(STORM, id="a", title=""))
        return library


@contextmanager
def opened(database: Database, *, most_in_memory: int = IN_MEMORY) -> Iterator[Opened]:
    with closing(Store(database)) as store, closing(ReaderCache(store, most_in_memory=most_in_memory)) as readers:
        yield Opened(store, readers)


@pytest.fixture
def here(database: Database) -> Iterator[Opened]:
    with opened(database) as found:
        yield found


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.database()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as found:
        yield found


class Slow:
    """A slow job of one community, in another thread: it holds it until told to end."""

    def __init__(self, here: Opened, pool: ThreadPoolExecutor, name: str) -> None:
        self.begun, self.end = Event(), Event()
        self._job = pool.submit(self._run, here, name)
        assert self.begun.wait(PATIENCE)

    def _run(self, here: Opened, name: str) -> None:
        with here.readers.reader(name):
            self.begun.set()
            assert self.end.wait(PATIENCE)

    def finish(self) -> None:
        self.end.set()
        self._job.result(PATIENCE)


def test_a_slow_job_keeps_no_other_community_waiting(here: Opened, pool: ThreadPoolExecutor) -> None:
    here.filled("slow")
    other = here.filled("other")
    slow = Slow(here, pool, "slow")
    answer = pool.submit(other.ask, "Who said that the storm is near?").result(PATIENCE)
    assert [passage.speaker for passage in answer.passages] == ["Ada Lind"]
    assert pool.submit(other.people).result(PATIENCE)[0].name == "Ada Lind"
    added = pool.submit(other.add, read_text("“The pier is shut,” said Bo Marsk.", id="b", title=""))
    assert added.result(PATIENCE).article.id == "b"
    pool.submit(other.names.merge, ["Bo Marsk"], "Ada Lind").result(PATIENCE)
    assert pool.submit(other.removals.remove, "b").result(PATIENCE).id == "b"
    slow.finish()


def test_a_slow_question_keeps_nobody_from_writing(here: Opened, pool: ThreadPoolExecutor) -> None:
    library = here.filled("slow")
    (shown,) = library.ask("Who said that the storm is near?", limit=1).passages
    slow = Slow(here, pool, "slow")
    assert pool.submit(library.add, read_text("The pier is shut.", id="b", title="")).result(PATIENCE).article.id == "b"
    assert pool.submit(library.reports.file, shown, "Mo").result(PATIENCE).article_id == "a"
    assert pool.submit(library.removals.remove, "a").result(PATIENCE).id == "a"
    assert pool.submit(library.removals.restore, "a").result(PATIENCE).id == "a"
    slow.finish()


def test_a_cold_community_is_built_by_the_first_who_asks_alone(here: Opened, pool: ThreadPoolExecutor) -> None:
    here.filled("cold")
    slow = Slow(here, pool, "cold")
    waiting: list[Future[object]] = [pool.submit(_seen, here, "cold") for _ in range(3)]
    assert not any(job.done() for job in waiting)
    slow.finish()
    assert {job.result(PATIENCE) for job in waiting} == {_seen(here, "cold")}


def _seen(here: Opened, name: str) -> tuple[int, int]:
    """Which index it is, and how many sentences were put into it."""
    with here.readers.reader(name) as found:
        return id(found.fields), len(found.fields.entries)


def test_everything_at_once_comes_to_an_end(pool: ThreadPoolExecutor) -> None:
    with opened(None, most_in_memory=1) as here:  # in memory, readers wait for writers as well
        libraries = [here.filled(name) for name in ("one", "two")]

        def correct(library: Library) -> None:
            for _ in range(10):
                for shown in library.ask("Who said that the storm is near?").passages[:1]:
                    library.corrections.add(shown.article_id, shown.span, shown.content, "Rua Vint", by="Mo")
                    library.reports.file(shown, "Bo", suggestion="Ada Lind")
                    library.reports.accept(library.reports.list()[0].id, "Mo", "Ada Lind")
                for correction in library.corrections.list():
                    library.corrections.remove(correction.id)

        def rename(library: Library) -> None:
            for _ in range(10):
                for person in library.people():
                    with suppress(UnknownNameError, InvalidRequestError):  # corrected meanwhile
                        library.names.rename(person.name, "Rua Vint" if person.name == "Ada Lind" else "Ada Lind")
                for known in library.names.list():
                    library.names.remove(known.id)

        def grow(library: Library) -> None:
            for number in range(10):
                library.add(read_text(f"The ferry was late {number} times.", id=f"n{number}", title=""))
                library.save_reader(at_least=1)
                library.removals.remove(f"n{number}")

        acts: list[Callable[[Library], None]] = [correct, rename, grow]
        jobs = [pool.submit(act, library) for library in libraries for act in acts]
        for job in jobs:
            job.result(PATIENCE)
        for library in libraries:
            assert library.ask("Who said that the storm is near?").passages


def test_what_was_not_asked_about_for_longest_is_let_go_and_answers_again_as_before(database: Database) -> None:
    names = ["one", "two", "three"]
    with opened(database, most_in_memory=4_500) as here:
        for name in names:
            here.store.put(name, long_article("a", [f"{name}{number}" for number in range(1_000)]))
        first = {name: here.library(name).ask(f"{name}7 harbour").passages for name in names}
        assert [*here.readers.held()] == ["two", "three"]
        assert sum(here.readers.held().values()) <= 4_500
        for name in ["one", "three", "two", "one"]:
            assert here.library(name).ask(f"{name}7 harbour").passages == first[name]
        assert [*here.readers.held()][-1] == "one"
        here.store.put("big", long_article("a", [f"big{number}" for number in range(3_000)]))
        assert here.library("big").ask("big7 harbour").passages
        assert [*here.readers.held()] == ["big"]


def test_letting_go_of_a_community_leaves_a_question_in_flight_alone(
    database: Database, pool: ThreadPoolExecutor
) -> None:
    with opened(database, most_in_memory=1) as here:
        one, two = here.filled("one"), here.filled("two")
        with here.readers.reader("one") as held:
            assert pool.submit(two.ask, "storm").result(PATIENCE).passages
            assert [*here.readers.held()] == ["two"]
            assert held.article("a") is not None
            assert held.names().called("Ada Lind")
            assert held.fields.sentences.knows("storm")
            assert pool.submit(one.ask, "storm").result(PATIENCE).passages
        assert [*here.readers.held()] == ["one"]


def test_what_another_process_writes_is_in_memory_before_anybody_asks(url: str, pool: ThreadPoolExecutor) -> None:
    with opened(url) as here, opened(url) as other:
        here.readers.follow()
        here.readers.follow()
        for name in ("one", "two"):
            other.filled(name)
        with here.readers.reader("one") as reader:
            assert len(reader.fields.entries) == 2
        other.library("one").add(read_text("“The fog is thick,” said Ada Lind, the mayor.", id="b", title=""))

        def caught_up() -> None:
            while len(reader.fields.entries) < 3:
                pass

        pool.submit(caught_up).result(PATIENCE)
        assert list(here.readers.held()) == ["one"]

"""Communities over one database: none waits for another, none is built twice, and memory is bounded."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import UTC, datetime
from threading import Event

import pytest

from index import Database, InvalidRequestError, Library, UnknownNameError, read_text
from index.search.cache import Shared
from index.store import Store
from tests.postgres import PostgresServer
from tests.search.saved import long_article

PATIENCE = 30  # seconds after which somebody is taken to wait for ever
STORM = "“The storm is near,” said Ada Lind, the mayor.\n\nThe ferry was late."


def now() -> datetime:
    return datetime(2024, 5, 1, tzinfo=UTC)


@pytest.fixture
def shared(database: Database) -> Iterator[Shared]:
    with closing(Shared(Store(database), now)) as found:
        yield found


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.database()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as found:
        yield found


def filled(shared: Shared, name: str, text: str = STORM) -> Library:
    library = Library(shared, name)
    library.add(read_text(text, id="a", title=""))
    return library


class Slow:
    """A slow job of one community, in another thread: it holds it until told to end."""

    def __init__(self, shared: Shared, pool: ThreadPoolExecutor, name: str) -> None:
        self.begun, self.end = Event(), Event()
        self._job = pool.submit(self._run, shared, name)
        assert self.begun.wait(PATIENCE)

    def _run(self, shared: Shared, name: str) -> None:
        with shared.community(name):
            self.begun.set()
            assert self.end.wait(PATIENCE)

    def finish(self) -> None:
        self.end.set()
        self._job.result(PATIENCE)


def test_a_slow_job_keeps_no_other_community_waiting(shared: Shared, pool: ThreadPoolExecutor) -> None:
    filled(shared, "slow")
    other = filled(shared, "other")
    slow = Slow(shared, pool, "slow")
    answer = pool.submit(other.ask, "Who said that the storm is near?").result(PATIENCE)
    assert [passage.speaker for passage in answer.passages] == ["Ada Lind"]
    assert pool.submit(other.people).result(PATIENCE)[0].name == "Ada Lind"
    added = pool.submit(other.add, read_text("“The pier is shut,” said Bo Marsk.", id="b", title=""))
    assert added.result(PATIENCE).article.id == "b"
    pool.submit(other.merge, ["Bo Marsk"], "Ada Lind").result(PATIENCE)
    assert pool.submit(other.remove, "b").result(PATIENCE).id == "b"
    slow.finish()


def test_a_slow_question_keeps_nobody_from_writing(shared: Shared, pool: ThreadPoolExecutor) -> None:
    library = filled(shared, "slow")
    (shown,) = library.ask("Who said that the storm is near?", limit=1).passages
    slow = Slow(shared, pool, "slow")
    assert pool.submit(library.add, read_text("The pier is shut.", id="b", title="")).result(PATIENCE).article.id == "b"
    assert pool.submit(library.report, shown, "Mo").result(PATIENCE).article_id == "a"
    assert pool.submit(library.remove, "a").result(PATIENCE).id == "a"
    assert pool.submit(library.restore, "a").result(PATIENCE).id == "a"
    slow.finish()


def test_a_cold_community_is_built_by_the_first_who_asks_alone(shared: Shared, pool: ThreadPoolExecutor) -> None:
    filled(shared, "cold")
    slow = Slow(shared, pool, "cold")
    waiting: list[Future[object]] = [pool.submit(_seen, shared, "cold") for _ in range(3)]
    assert not any(job.done() for job in waiting)
    slow.finish()
    assert {job.result(PATIENCE) for job in waiting} == {_seen(shared, "cold")}


def _seen(shared: Shared, name: str) -> tuple[int, int]:
    """Which index it is, and how many sentences were put into it."""
    with shared.community(name) as found:
        return id(found.fields), len(found.fields.entries)


def test_everything_at_once_comes_to_an_end(pool: ThreadPoolExecutor) -> None:
    with closing(Shared(Store(None), now, most_in_memory=1)) as shared:  # in memory, readers wait for writers as well
        libraries = [filled(shared, name) for name in ("one", "two")]

        def correct(library: Library) -> None:
            for _ in range(10):
                for shown in library.ask("Who said that the storm is near?").passages[:1]:
                    library.correct(shown.article_id, shown.span, shown.content, "Rua Vint", by="Mo")
                    library.report(shown, "Bo", suggestion="Ada Lind")
                    library.accept(library.reports()[0].id, "Mo", "Ada Lind")
                for correction in library.corrections():
                    library.uncorrect(correction.id)

        def rename(library: Library) -> None:
            for _ in range(10):
                for person in library.people():
                    with suppress(UnknownNameError, InvalidRequestError):  # corrected meanwhile
                        library.rename(person.name, "Rua Vint" if person.name == "Ada Lind" else "Ada Lind")
                for known in library.name_rules():
                    library.forget_rule(known.id)

        def grow(library: Library) -> None:
            for number in range(10):
                library.add(read_text(f"The ferry was late {number} times.", id=f"n{number}", title=""))
                library.save_index(at_least=1)
                library.remove(f"n{number}")

        acts: list[Callable[[Library], None]] = [correct, rename, grow]
        jobs = [pool.submit(act, library) for library in libraries for act in acts]
        for job in jobs:
            job.result(PATIENCE)
        for library in libraries:
            assert library.ask("Who said that the storm is near?").passages


def test_what_was_not_asked_about_for_longest_is_let_go_and_answers_again_as_before(database: Database) -> None:
    names = ["one", "two", "three"]
    with closing(Shared(Store(database), now, most_in_memory=4_500)) as shared:
        for name in names:
            shared.store.put(name, long_article("a", [f"{name}{number}" for number in range(1_000)]))
        first = {name: Library(shared, name).ask(f"{name}7 harbour").passages for name in names}
        assert [*shared.held()] == ["two", "three"]
        assert sum(shared.held().values()) <= 4_500
        for name in ["one", "three", "two", "one"]:
            assert Library(shared, name).ask(f"{name}7 harbour").passages == first[name]
        assert [*shared.held()][-1] == "one"
        shared.store.put("big", long_article("a", [f"big{number}" for number in range(3_000)]))
        assert Library(shared, "big").ask("big7 harbour").passages
        assert [*shared.held()] == ["big"]


def test_letting_go_of_a_community_leaves_a_question_in_flight_alone(
    database: Database, pool: ThreadPoolExecutor
) -> None:
    with closing(Shared(Store(database), now, most_in_memory=1)) as shared:
        one, two = filled(shared, "one"), filled(shared, "two")
        with shared.community("one") as held:
            assert pool.submit(two.ask, "storm").result(PATIENCE).passages
            assert [*shared.held()] == ["two"]
            assert held.article("a") is not None
            assert held.names().called("Ada Lind")
            assert held.fields.sentences.knows("storm")
            assert pool.submit(one.ask, "storm").result(PATIENCE).passages
        assert [*shared.held()] == ["one"]


def test_what_another_process_writes_is_in_memory_before_anybody_asks(url: str, pool: ThreadPoolExecutor) -> None:
    with closing(Shared(Store(url), now)) as shared, closing(Shared(Store(url), now)) as other:
        shared.follow()
        shared.follow()
        for name in ("one", "two"):
            filled(other, name)
        with shared.community("one") as community:
            assert len(community.fields.entries) == 2
        Library(other, "one").add(read_text("“The fog is thick,” said Ada Lind, the mayor.", id="b", title=""))

        def caught_up() -> None:
            while len(community.fields.entries) < 3:
                pass

        pool.submit(caught_up).result(PATIENCE)
        assert list(shared.held()) == ["one"]

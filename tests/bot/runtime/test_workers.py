"""Lanes: whose turn it is, how much waits, and what an end means; with real threads, held by events."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

import pytest

from bot.runtime.workers import BusyError, Lane, Patience, StuckError

PATIENCE = 30  # seconds after which a test is stuck

ENOUGH = Patience(late=PATIENCE, lost=PATIENCE)

who = ContextVar("who", default="nobody")


@dataclass
class Gate:
    """Work that waits to be let through; notes who did it in which order."""

    open: threading.Event = field(default_factory=threading.Event)
    done: list[str] = field(default_factory=list)
    arrived: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def work(self, name: str) -> Callable[[], str]:
        def wait() -> str:
            self.loop.call_soon_threadsafe(self.arrived.put_nowait, name)
            assert self.open.wait(PATIENCE)
            self.done.append(name)
            return name

        return wait


@pytest.fixture
async def gate() -> AsyncIterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


def start(lane: Lane, gate: Gate, whose: str, *names: str) -> list[asyncio.Task[str]]:
    return [asyncio.create_task(lane.run(whose, gate.work(name))) for name in names]


async def test_a_result_and_an_error_come_through() -> None:
    lane = Lane("test", workers=1, each=1, waiting=1, patience=ENOUGH)
    assert await lane.run("a", lambda: threading.current_thread().name) == "test-0"
    with pytest.raises(ZeroDivisionError):
        await lane.run("a", lambda: 1 // 0)
    assert await lane.run("a", lambda: 7) == 7
    await lane.close()


async def test_work_sees_the_context_of_who_wants_it() -> None:
    lane = Lane("test", workers=1, each=1, waiting=1, patience=ENOUGH)
    who.set("Ada")
    assert await lane.run("a", who.get) == "Ada"
    await lane.close()


async def test_a_server_with_much_waiting_does_not_delay_another(gate: Gate) -> None:
    lane = Lane("test", workers=1, each=1, waiting=100, patience=ENOUGH)
    many = start(lane, gate, "busy", *(f"busy {number}" for number in range(100)))
    assert await gate.arrived.get() == "busy 0"
    few = start(lane, gate, "calm", "calm") + start(lane, gate, "quiet", "quiet")
    await asyncio.sleep(0)
    gate.open.set()
    await asyncio.gather(*many, *few)
    assert gate.done[:5] == ["busy 0", "busy 1", "calm", "quiet", "busy 2"]
    assert gate.done[5:] == [f"busy {number}" for number in range(3, 100)]
    await lane.close()


async def test_a_server_never_has_all_the_threads(gate: Gate) -> None:
    lane = Lane("test", workers=3, each=2, waiting=10, patience=ENOUGH)
    busy = start(lane, gate, "busy", "1", "2", "3", "4")
    assert {await gate.arrived.get(), await gate.arrived.get()} == {"1", "2"}
    calm = start(lane, gate, "calm", "calm")
    assert await gate.arrived.get() == "calm"
    assert (lane.waiting(), lane.running()) == (2, 3)
    gate.open.set()
    await asyncio.gather(*busy, *calm)
    await lane.close()


async def test_what_computes_is_let_alone_and_what_waits_holds_nobody_back(gate: Gate) -> None:
    lane = Lane("test", workers=3, each=1, brisk=1, waiting=10, patience=ENOUGH)
    asked = [task for name in "abc" for task in start(lane, gate, name, name)]
    assert await gate.arrived.get() == "a"
    assert (lane.waiting(), lane.running()) == (2, 1)  # there are threads for all, but the first may be computing
    assert [await gate.arrived.get(), await gate.arrived.get()] == ["b", "c"]  # it does not: it waits, as they do
    assert (lane.waiting(), lane.running()) == (0, 3)
    gate.open.set()
    await asyncio.gather(*asked)
    await lane.close()


async def test_other_lanes_go_on(gate: Gate) -> None:
    jobs = Lane("jobs", workers=1, each=1, waiting=10, patience=ENOUGH)
    questions = Lane("questions", workers=1, each=1, waiting=10, patience=ENOUGH)
    job = start(jobs, gate, "a", "job")
    await gate.arrived.get()
    assert await questions.run("a", lambda: "answer") == "answer"
    gate.open.set()
    await asyncio.gather(*job)
    await asyncio.gather(jobs.close(), questions.close())


async def test_too_much_waiting_is_refused_for_that_server_alone(gate: Gate) -> None:
    lane = Lane("test", workers=1, each=1, waiting=2, patience=ENOUGH)
    taken = start(lane, gate, "busy", "1", "2", "3")
    await gate.arrived.get()
    with pytest.raises(BusyError):
        await lane.run("busy", gate.work("4"))
    taken += start(lane, gate, "calm", "calm")
    taken.append(asyncio.create_task(lane.run("busy", gate.work("5"), patient=True)))
    await asyncio.sleep(0)
    gate.open.set()
    assert await asyncio.gather(*taken) == ["1", "2", "3", "calm", "5"]
    assert await lane.run("busy", gate.work("6")) == "6"
    await lane.close()


async def test_what_nobody_waits_for_any_more_is_left_out(gate: Gate) -> None:
    lane = Lane("test", workers=1, each=1, waiting=10, patience=ENOUGH)
    first, given_up, last = start(lane, gate, "a", "1", "2", "3")
    await gate.arrived.get()
    given_up.cancel()
    gate.open.set()
    assert await asyncio.gather(first, last) == ["1", "3"]
    assert gate.done == ["1", "3"]
    await lane.close()


async def test_an_error_that_nobody_waits_for_frees_the_thread(gate: Gate) -> None:
    lane = Lane("test", workers=1, each=1, waiting=10, patience=ENOUGH)
    passed = gate.work("1")
    (failing,) = (asyncio.create_task(lane.run("a", lambda: 1 // len(passed()[1:]))),)
    await gate.arrived.get()
    failing.cancel()
    gate.open.set()
    assert await lane.run("a", lambda: "next") == "next"
    await lane.close()


async def test_closing_finishes_what_is_under_way_and_drops_the_rest(gate: Gate) -> None:
    lane = Lane("test", workers=1, each=1, waiting=10, patience=ENOUGH)
    under_way, waiting = start(lane, gate, "a", "1", "2")
    await gate.arrived.get()
    closing = asyncio.create_task(lane.close())
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not closing.done()
    with pytest.raises(BusyError):
        await lane.run("b", gate.work("3"))
    gate.open.set()
    await closing
    assert await under_way == "1"
    assert gate.done == ["1"]


async def test_closing_does_not_wait_for_ever(
    gate: Gate, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.runtime.workers.GRACE", 0.0)
    lane = Lane("test", workers=1, each=1, waiting=10, patience=ENOUGH)
    (stuck,) = start(lane, gate, "a", "1")
    await gate.arrived.get()
    await lane.close()
    assert "Gave up 1 pieces of work on test" in caplog.text
    gate.open.set()
    assert await stuck == "1"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0)


async def test_nobody_waits_for_a_lane_that_is_stuck(gate: Gate) -> None:
    lane = Lane("test", workers=2, each=1, waiting=10, patience=Patience(late=0.05, lost=PATIENCE))
    hung = start(lane, gate, "a", "1") + start(lane, gate, "b", "2")
    for _ in hung:
        await gate.arrived.get()
    (waiting,) = start(lane, gate, "c", "waits")
    patient = asyncio.create_task(lane.run("c", gate.work("bot's own"), patient=True))
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(StuckError) as refused:
            await waiting
    assert not refused.value.begun
    with pytest.raises(StuckError):
        await lane.run("d", gate.work("comes"))
    assert (lane.stuck, lane.overdue()) == (True, 2)
    gate.open.set()
    assert await asyncio.gather(*hung, patient) == ["1", "2", "bot's own"]
    assert (lane.stuck, lane.overdue()) == (False, 0)
    assert await lane.run("d", lambda: "again") == "again"
    assert {"waits", "comes"}.isdisjoint(gate.done)
    await lane.close()


async def test_one_that_is_late_keeps_nobody(gate: Gate) -> None:
    lane = Lane("test", workers=2, each=1, waiting=10, patience=Patience(late=0.05, lost=PATIENCE))
    hung = start(lane, gate, "a", "1")
    await until(lambda: lane.overdue() == 1)
    assert await lane.run("b", lambda: "answer") == "answer"
    gate.open.set()
    await asyncio.gather(*hung)
    await lane.close()


async def test_what_never_ends_is_given_up_and_its_threads_are_replaced_up_to_a_bound(gate: Gate) -> None:
    lane = Lane("test", workers=2, each=2, waiting=10, patience=Patience(late=0.05, lost=0.1))
    before = {*threading.enumerate()}  # some of which may be about to end
    for lost in (2, 4):
        async with asyncio.timeout(PATIENCE):
            for ended in await asyncio.gather(*start(lane, gate, "a", "x", "y"), return_exceptions=True):
                assert isinstance(ended, StuckError)
                assert ended.begun
        assert lane.overdue() == lost
        if lost == 2:
            assert await lane.run("a", lambda: "answer") == "answer"
    assert lane.stuck
    with pytest.raises(StuckError):
        await lane.run("a", lambda: "no thread is left")
    assert len({*threading.enumerate()} - before) == 4
    gate.open.set()
    await until(lambda: lane.overdue() == 0)
    assert sorted(gate.done) == ["x", "x", "y", "y"]
    assert await asyncio.gather(*(lane.run("a", lambda: 7) for _ in range(3))) == [7, 7, 7]
    await until(lambda: len({*threading.enumerate()} - before) == 2)
    await lane.close()

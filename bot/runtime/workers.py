"""Work off the event loop, in lanes: what takes long keeps nobody's question waiting, nor one server another's."""

import asyncio
import contextvars
import logging
from collections import Counter, OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

log = logging.getLogger(__name__)

_T = TypeVar("_T")

GRACE = 0.5
"""Seconds that work under way is waited for when the bot stops, after all that people wait for: see `shutdown`."""

SOON = 1.2
"""Seconds that are waited for something without which Discord, which gives three in all, cannot be answered at all."""

ITSELF = "onrecord"
"""Whose the bot's own work is."""


class BusyError(Exception):
    """So much is going on that something is not done, or not in time; in a moment it may be."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Something to be done for somebody who waits for `answer`, unless that is done already: then they gave up."""

    whose: str
    call: Callable[[], Any]
    answer: asyncio.Future[Any]


class Lane:
    """A few threads, for which those who want work done take turns.

    Use it on one event loop only.

    Parameters
    ----------
    workers : int
        How much is done at a time.
    each : int
        How much of it may be one server's.
    waiting : int
        How much one server may have waiting beside that.
    """

    def __init__(self, name: str, *, workers: int, each: int, waiting: int) -> None:
        self.name = name
        self._workers = workers
        self._each = each
        self._most = waiting
        self._threads = _Threads(name, workers)
        self._waiting: OrderedDict[str, deque[_Turn]] = OrderedDict()  # whose turn is next, first
        self._running: Counter[str] = Counter()
        self._under_way: set[asyncio.Future[Any]] = set()
        self._closed = False

    def waiting(self) -> int:
        """How much waits."""
        return sum(len(queue) for queue in self._waiting.values())

    def running(self) -> int:
        """How much is under way."""
        return len(self._under_way)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not self._under_way and not self._waiting

    async def run(self, whose: str, work: Callable[[], _T], *, patient: bool = False) -> _T:
        """Do `work` on a thread when it is the turn of `whose`, a server as a rule. What nobody waits for any more by
        then is left out.

        Raises
        ------
        BusyError
            If too much of `whose` waits already, unless it is `patient`; and when the lane is closed.
        """
        queue = self._waiting.get(whose, ())
        if self._closed or (len(queue) >= self._most and not patient):
            raise BusyError(f"too much waits on {self.name}")
        call = partial(contextvars.copy_context().run, work)
        turn = _Turn(whose, call, asyncio.get_running_loop().create_future())
        self._waiting.setdefault(whose, deque()).append(turn)
        self._begin()
        answer: _T = await turn.answer
        return answer

    async def close(self) -> None:
        """Wait a little for what is under way, drop what has not begun, and take no more."""
        self._closed = True
        for queue in self._waiting.values():
            for turn in queue:
                turn.answer.cancel()
        self._waiting.clear()
        if self._under_way:
            _, left = await asyncio.wait(self._under_way, timeout=GRACE)
            if left:
                log.warning("Gave up %s pieces of work on %s that take too long", len(left), self.name)
        self._threads.shutdown()

    def _begin(self) -> None:
        """Begin whatever can be."""
        while len(self._under_way) < self._workers:
            whose = next((whose for whose in self._waiting if self._running[whose] < self._each), None)
            if whose is None:
                return
            queue = self._waiting[whose]
            turn = queue.popleft()
            if queue:
                self._waiting.move_to_end(whose)
            else:
                del self._waiting[whose]
            if turn.answer.done():
                continue
            self._running[whose] += 1
            doing = asyncio.get_running_loop().run_in_executor(self._threads, turn.call)
            self._under_way.add(doing)
            doing.add_done_callback(partial(self._ended, turn))

    def _ended(self, turn: _Turn, done: asyncio.Future[Any]) -> None:
        self._under_way.discard(done)
        self._running[turn.whose] -= 1
        if not self._running[turn.whose]:
            del self._running[turn.whose]
        error = done.exception()
        if not turn.answer.done():
            if error is None:
                turn.answer.set_result(done.result())
            else:
                turn.answer.set_exception(error)
        self._begin()


async def soon(wanted: Awaitable[_T]) -> _T:
    """Wait for what a reply cannot be put off without, but no longer than Discord allows.

    Raises
    ------
    BusyError
        If it takes longer; it is given up then.
    """
    try:
        async with asyncio.timeout(SOON):
            return await wanted
    except TimeoutError as error:
        raise BusyError("it takes too long") from error


class Lanes:
    """The bot's lanes. Threads of Python compute one at a time, so that more of them would only be later."""

    def __init__(self) -> None:
        self.questions = Lane("questions", workers=4, each=2, waiting=100)
        self.jobs = Lane("jobs", workers=2, each=1, waiting=10)
        self.pictures = Lane("pictures", workers=1, each=1, waiting=20)

    def __iter__(self) -> Iterator[Lane]:
        """Each of them."""
        return iter((self.questions, self.jobs, self.pictures))

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do in any."""
        return all(lane.idle for lane in self)

    async def close(self) -> None:
        """Close all; see `Lane.close`."""
        await asyncio.gather(*(lane.close() for lane in self))


class _Threads(Executor):
    """A fixed number of threads that Python does not wait for when it exits, as it does for ThreadPoolExecutor's."""

    def __init__(self, name: str, workers: int) -> None:
        self._workers = workers
        self._calls: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        names = (f"{name}-{number}" for number in reversed(range(workers)))
        self._unstarted = [Thread(target=self._serve, name=name, daemon=True) for name in names]

    def submit(self, call: Callable[..., _T], /, *args: Any, **named: Any) -> Future[_T]:
        """Let a thread do it."""
        while self._unstarted:
            self._unstarted.pop().start()
        future: Future[_T] = Future()
        self._calls.put((future, partial(call, *args, **named)))
        return future

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Let the threads end when they have nothing to do."""
        for _ in range(self._workers):
            self._calls.put(None)

    def _serve(self) -> None:
        while (given := self._calls.get()) is not None:
            future, call = given
            if future.set_running_or_notify_cancel():
                try:
                    result = call()
                except BaseException as error:  # noqa: BLE001 -- it is raised where the result is awaited
                    future.set_exception(error)
                else:
                    future.set_result(result)
                    del result
            del future, call, given  # nothing is kept in memory until the next call

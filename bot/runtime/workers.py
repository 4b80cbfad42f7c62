"""Work off the event loop, in lanes: what takes long keeps nobody's question waiting, nor one server another's, and
what never ends keeps nobody for ever."""

import asyncio
import contextvars
import logging
from collections import Counter, OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from bot.runtime.threads import Threads

log = logging.getLogger(__name__)

_T = TypeVar("_T")

GRACE = 0.5
"""Seconds that work under way is waited for when the bot stops, after all that people wait for: see `shutdown`."""

SOON = 1.2
"""Seconds that are waited for something without which Discord, which gives three in all, cannot be answered at all."""

ITSELF = "onrecord"
"""Whose the bot's own work is."""

_BRISK = 0.1
"""Seconds within which work is taken to compute; what takes longer waits for something, and holds nobody back."""


class BusyError(Exception):
    """So much is going on that something is not done, or not in time; in a moment it may be."""


class StuckError(BusyError):
    """All of a lane is taken by work that is overdue, so that nothing was begun; or this work is, and was given up.

    Attributes
    ----------
    begun : bool
        Whether it was begun: then it may yet be done.
    """

    def __init__(self, words: str, *, begun: bool) -> None:
        super().__init__(words)
        self.begun = begun


@dataclass(frozen=True, slots=True)
class Patience:
    """How long work on a lane may take.

    Attributes
    ----------
    late : float
        Seconds after which it is overdue: while all under way is, nothing else may wait for it.
    lost : float
        Seconds after which it is given up: who waits for it is told so, and another thread takes its thread's place.
    """

    late: float
    lost: float


@dataclass(frozen=True, slots=True)
class _Turn:
    """Something to be done for somebody who waits for `answer`, unless that is done already: then they gave up."""

    whose: str
    call: Callable[[], Any]
    answer: asyncio.Future[Any]
    patient: bool


class Lane:
    """A few threads, for which those who want work done take turns.

    Use it on one event loop only.

    Parameters
    ----------
    workers : int
        How much is done at a time.
    each : int
        How much of it may be one server's.
    brisk : int
        How much may be begun within a tenth of a second. Threads that compute hinder each other, and the event loop
        most of all: Python lets one go on at a time, and each of them waits for its turn among all.
    waiting : int
        How much one server may have waiting beside that.
    patience : Patience
        How long it may take. Threads are replaced as long as no more than `workers` of them are lost: what holds one
        for ever cannot be ended, and would hold any number of them.
    """

    def __init__(
        self, name: str, *, workers: int, each: int, waiting: int, patience: Patience, brisk: int | None = None
    ) -> None:
        self.name = name
        self._workers = workers
        self._brisk = workers if brisk is None else brisk
        self._each = each
        self._most = waiting
        self._patience = patience
        self._threads = Threads(name, workers)
        self._waiting: OrderedDict[str, deque[_Turn]] = OrderedDict()  # whose turn is next, first
        self._running: Counter[str] = Counter()
        self._under_way: set[asyncio.Future[Any]] = set()
        self._fresh: set[asyncio.Future[Any]] = set()  # of those under way, begun a moment ago
        self._late: set[asyncio.Future[Any]] = set()  # of those under way
        self._lost: set[asyncio.Future[Any]] = set()  # no longer among them
        self._closed = False

    def waiting(self) -> int:
        """How much waits."""
        return sum(len(queue) for queue in self._waiting.values())

    def running(self) -> int:
        """How much is under way."""
        return len(self._under_way)

    def overdue(self) -> int:
        """How much is under way that should long be done, or was given up and goes on."""
        return len(self._late) + len(self._lost)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not self._under_way and not self._waiting

    @property
    def stuck(self) -> bool:
        """Whether all of it is taken by what is overdue."""
        return len(self._late) >= self._workers

    async def run(self, whose: str, work: Callable[[], _T], *, patient: bool = False) -> _T:
        """Do `work` on a thread when it is the turn of `whose`, a server as a rule. What nobody waits for any more by
        then is left out.

        Raises
        ------
        BusyError
            If too much of `whose` waits already, unless it is `patient`; and when the lane is closed.
        StuckError
            If the lane is stuck, or becomes so before it is the turn of this, unless it is `patient`; and if this takes
            too long.
        """
        queue = self._waiting.get(whose, ())
        if self._closed or (len(queue) >= self._most and not patient):
            raise BusyError(f"too much waits on {self.name}")
        if self.stuck and not patient:
            raise self._refusal()
        call = partial(contextvars.copy_context().run, work)
        turn = _Turn(whose, call, asyncio.get_running_loop().create_future(), patient)
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
        while len(self._under_way) < self._workers and len(self._fresh) < self._brisk:
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
            loop = asyncio.get_running_loop()
            doing = loop.run_in_executor(self._threads, turn.call)
            self._under_way.add(doing)
            self._fresh.add(doing)
            clocks = (
                loop.call_later(_BRISK, self._is_slow, doing),
                loop.call_later(self._patience.late, self._is_late, doing),
                loop.call_later(self._patience.lost, self._is_lost, turn, doing),
            )
            doing.add_done_callback(partial(self._ended, turn, clocks))

    def _ended(self, turn: _Turn, clocks: tuple[asyncio.TimerHandle, ...], done: asyncio.Future[Any]) -> None:
        for clock in clocks:
            clock.cancel()
        if done in self._lost:
            self._lost.discard(done)
            self._threads.retire()
        else:
            self._leave(turn, done)
        error = done.exception()
        if not turn.answer.done():
            if error is None:
                turn.answer.set_result(done.result())
            else:
                turn.answer.set_exception(error)
        self._begin()

    def _leave(self, turn: _Turn, doing: asyncio.Future[Any]) -> None:
        """Make room for something else."""
        self._under_way.discard(doing)
        self._fresh.discard(doing)
        self._late.discard(doing)
        self._running[turn.whose] -= 1
        if not self._running[turn.whose]:
            del self._running[turn.whose]

    def _is_slow(self, doing: asyncio.Future[Any]) -> None:
        """Let something else begin beside it."""
        self._fresh.discard(doing)
        self._begin()

    def _is_late(self, doing: asyncio.Future[Any]) -> None:
        """Note that something is overdue; if all is, let nobody wait for it."""
        self._late.add(doing)
        if not self.stuck:
            return
        log.warning("All %s workers on %s are overdue; nobody is let wait for them", self._workers, self.name)
        for queue in self._waiting.values():
            for turn in queue:
                if not turn.patient and not turn.answer.done():
                    turn.answer.set_exception(self._refusal())

    def _is_lost(self, turn: _Turn, doing: asyncio.Future[Any]) -> None:
        """Tell who waits for it that it is given up, and do something else in its place."""
        if not turn.answer.done():
            words = f"work on {self.name} did not end within {self._patience.lost:g} seconds"
            turn.answer.set_exception(StuckError(words, begun=True))
        if len(self._lost) < self._workers:
            log.error("A worker on %s is lost in what it does; another takes its place", self.name)
            self._lost.add(doing)
            self._leave(turn, doing)
            self._threads.replace()
            self._begin()

    def _refusal(self) -> StuckError:
        return StuckError(f"all work on {self.name} is overdue", begun=False)


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
        self.questions = Lane(
            "questions", workers=4, each=2, brisk=2, waiting=100, patience=Patience(late=3.0, lost=60.0)
        )
        # A long article takes a minute where others are added too, and the machine has little else to do.
        self.jobs = Lane("jobs", workers=2, each=1, waiting=10, patience=Patience(late=120.0, lost=600.0))
        self.pictures = Lane("pictures", workers=1, each=1, waiting=20, patience=Patience(late=10.0, lost=60.0))

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

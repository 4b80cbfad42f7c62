"""Ends the process when it is stuck for good, so that whatever runs it, such as a container, starts it anew.

A thread of its own sees that the event loop takes its turns; it needs neither the loop nor the database. While
something computes without ever letting another thread have its turn, the machine's clock of the process's computing
does the same: it sends a signal, on which C code tells all threads' stacks and the process ends.
"""

import asyncio
import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Callable, Collection
from threading import Event, Thread
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)

STILL = 60.0
"""Seconds that the event loop may stand still."""

SILENCE = 15 * 60.0
"""Seconds in which something that people wait for must end: later Discord takes no reply to it."""

PERIOD = 1.0
"""Seconds between two looks."""

EXIT_CODE = 154
"""Of a process that is ended here: the shell's and Docker's number for SIGVTALRM, by which it may end."""

_LAST_WORDS = 5.0  # seconds for the log, which may be what all wait for
_DEBUGGERS = frozenset({"pdb", "pydevd", "debugpy"})


class Progress:
    """Sees whether any of the things under way ends.

    Parameters
    ----------
    under_way : callable
        Gives what is under way.
    """

    def __init__(self, under_way: Callable[[], Collection[object]]) -> None:
        self._under_way = under_way
        self._before: frozenset[object] = frozenset()

    def none(self) -> bool:
        """Whether something is under way and all of the last look still is."""
        before, self._before = self._before, frozenset(self._under_way())
        return bool(self._before) and before <= self._before


class Watchdog:
    """Watches the running loop from entering to leaving.

    Time is counted in looks, so that none passes while the process or its machine sleeps; none passes either while a
    debugger is there.

    Parameters
    ----------
    stalls : callable
        Tells, on the loop, whether at this moment nothing that people wait for comes to its end.
    still, silence : float
        Seconds that the loop may stand still, and that `stalls` may be true without a break.
    """

    def __init__(
        self, stalls: Callable[[], bool], *, still: float = STILL, silence: float = SILENCE, period: float = PERIOD
    ) -> None:
        self._stalls = stalls
        self._still, self._silence, self._period = still, silence, period
        self._ended = Event()
        self._answered = Event()
        self._stalled = False
        self._thread: Thread | None = None

    def __enter__(self) -> Self:
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            faulthandler.register(signal.SIGVTALRM, file=sys.stderr, all_threads=True, chain=True)
        _compute_at_most(self._still)
        self._answered.set()
        self._thread = Thread(target=self._watch, args=(loop,), name="watchdog", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        _compute_at_most(0)
        if sys.platform != "win32":
            faulthandler.unregister(signal.SIGVTALRM)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        still = stalled = 0.0
        while not self._ended.wait(self._period):
            watching = _DEBUGGERS.isdisjoint(sys.modules)
            _compute_at_most(self._still if watching else 0)
            if self._answered.is_set() or not watching:
                still = 0.0
                stalled = stalled + self._period if self._stalled and watching else 0.0
                self._ask(loop)
            else:
                still += self._period
            if still >= self._still:
                _end(f"The event loop has stood still for {still:g} seconds")
            if stalled >= self._silence:
                _end(f"Nothing that people wait for has come to its end for {stalled:g} seconds")

    def _ask(self, loop: asyncio.AbstractEventLoop) -> None:
        if not self._answered.is_set():
            return
        self._answered.clear()
        try:
            loop.call_soon_threadsafe(self._answer)
        except RuntimeError:  # the loop is closed
            self._ended.set()

    def _answer(self) -> None:
        self._stalled = self._stalls()
        self._answered.set()


def _compute_at_most(seconds: float) -> None:
    """Let the signal come when the process has computed for so long from now on; never, if for 0 seconds."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)


def _end(words: str) -> None:
    """Tell of all threads and end the process, even if the log does not take it."""
    telling = Thread(target=_tell, args=(words,), name="watchdog's last words", daemon=True)
    telling.start()
    telling.join(_LAST_WORDS)
    os._exit(EXIT_CODE)


def _tell(words: str) -> None:
    log.critical("%s: the process ends, to be started anew; what its threads were at follows", words)
    faulthandler.dump_traceback(file=sys.stderr, all_threads=True)

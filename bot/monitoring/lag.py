"""How long the event loop keeps others waiting."""

import asyncio
from collections.abc import Callable
from threading import Event, Thread
from time import perf_counter

PERIOD = 0.25
"""Seconds between two probes: a pause of a second is met by four, one of 50 ms by every fifth."""


class LagProbe:
    """Asks the running event loop for a call, again and again, and tells how many seconds each waited.

    A thread asks, by the machine's clock, so that neither a busy loop nor one whose time is simulated spoils the
    measure. The next probe starts only after the last was answered: a stuck loop is asked once.

    Parameters
    ----------
    tell : callable
        Called on the loop with the seconds that a call waited.
    clock : callable
        The seconds of a clock that runs on while the loop stands.
    """

    def __init__(self, tell: Callable[[float], None], clock: Callable[[], float] = perf_counter) -> None:
        self._tell = tell
        self._clock = clock
        self._ended = Event()
        self._answered = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, on the running loop."""
        loop = asyncio.get_running_loop()
        self._thread = Thread(target=self._probe, args=(loop,), name="loop lag", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        """Stop, and wait for the thread, which ends at once."""
        self._ended.set()
        self._answered.set()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join)

    def _probe(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._ended.wait(PERIOD):
            self._answered.clear()
            if self._ended.is_set():
                return
            try:
                loop.call_soon_threadsafe(self._answer, self._clock())
            except RuntimeError:  # the loop is closed
                return
            self._answered.wait()

    def _answer(self, asked: float) -> None:
        self._tell(self._clock() - asked)
        self._answered.set()

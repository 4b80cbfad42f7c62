"""Keeps Python's own pauses short: those in which all threads stand still, or the event loop waits for its turn.

A full garbage collection looks at every object in memory while nothing else runs, and Python begins one whenever
memory has grown by a quarter: with libraries in memory that is half a second, as ``python -m tests.bench.load`` shows.
So objects are looked at when they are young, in small steps, and what has lasted is set aside (`gc.freeze`). Rings of
objects that nobody needs any more are found among those too, now and then, at a moment when nobody waits.
"""

import asyncio
import gc
import math
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

_YOUNG, _STEPS = 5_000, 10
"""Objects made between two looks at the youngest, and such looks between two at all that were made meanwhile."""

_NEVER = 1_000_000_000
_FEW = 3  # of the larger looks, after which what was made is too much to be looked at once more
_SWITCH = 0.001  # seconds for which a thread computes while the event loop wants its turn; Python's own are 0.005
_PERIOD = 10.0  # seconds between two times at which things are set aside
_QUIET, _LONGEST = 3_600.0, 6 * 3_600.0
"""Seconds after which all is looked at when nobody waits, and in any case."""


class Tidier:
    """Collects garbage on its own terms, from `start` to `stop`."""

    def __init__(self) -> None:
        self._before = gc.get_threshold(), sys.getswitchinterval()
        self._last = -math.inf
        self._looks = 0  # how often all young objects were looked at so far

    def start(self, now: float) -> None:
        """Look at all once, and from now on in steps; times are in seconds of any clock that does not go back."""
        gc.set_threshold(_YOUNG, _STEPS, _NEVER)
        sys.setswitchinterval(_SWITCH)
        self.step(now, idle=True)

    def step(self, now: float, *, idle: bool) -> None:
        """Set aside what has lasted; look at all if that is due, for which it is better to be `idle`."""
        if now - self._last >= (_QUIET if idle else _LONGEST):
            gc.unfreeze()
            gc.collect()
            self._last = now
        elif gc.get_stats()[1]["collections"] - self._looks <= _FEW:
            gc.collect()
        gc.freeze()
        self._looks = gc.get_stats()[1]["collections"]

    def stop(self) -> None:
        """Leave it to Python again."""
        threshold, switch = self._before
        gc.unfreeze()
        gc.set_threshold(*threshold)
        sys.setswitchinterval(switch)


@asynccontextmanager
async def short_pauses(is_idle: Callable[[], bool]) -> AsyncIterator[None]:
    """Keep pauses short inside; `is_idle` tells whether nobody waits for anything."""
    tidier = Tidier()

    async def tidy() -> None:
        while True:
            await asyncio.sleep(_PERIOD)
            tidier.step(monotonic(), idle=is_idle())

    tidier.start(monotonic())
    task = asyncio.create_task(tidy(), name="pauses")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        tidier.stop()

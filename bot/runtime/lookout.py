"""Looking every now and then whether there is something to do, and doing it beside all else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Lookout:
    """Calls `look` every `period` seconds, and at once when it is woken; what fails is logged, and looked at again.

    Parameters
    ----------
    what : str
        What is looked for, as the log has it.
    """

    def __init__(self, what: str, look: Callable[[], Awaitable[None]], period: float) -> None:
        self._what = what
        self._look = look
        self._period = period
        self._looking = self._again = self._stopped = False
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self) -> None:
        """Begin to look, on the running loop."""
        self.keep(self._run())

    def wake(self) -> None:
        """Look at once, or once more after the look under way."""
        if self._looking:
            self._again = True
        elif not self._stopped:
            self._looking = True
            self.keep(self._look_around())

    def keep(self, work: Coroutine[Any, Any, _T], *, awaited: bool = False) -> asyncio.Task[_T]:
        """Do work beside all else; it is given up by `stop`. Its error is logged, unless somebody has `awaited` it."""
        task = asyncio.create_task(work, name=self._what)
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, awaited=awaited))
        return task

    async def stop(self) -> None:
        """Give up what is under way, and wait until it has put its things in order."""
        self._stopped = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any], *, awaited: bool) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not awaited:
            log.error(
                "%s: something failed; the next look is in %s s at most", self._what, self._period, exc_info=error
            )

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._period)
            self.wake()

    async def _look_around(self) -> None:
        try:
            await self._look()
        finally:
            self._looking = False
            if self._again:
                self._again = False
                self.wake()

"""The threads of a lane."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

_T = TypeVar("_T")


class Threads(Executor):
    """Threads that Python does not wait for when it exits, as it does for ThreadPoolExecutor's.

    One that is lost in what it does cannot be ended; there can be one more instead.
    """

    def __init__(self, name: str, workers: int) -> None:
        self._name = name
        self._workers = self._made = workers
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

    def replace(self) -> None:
        """Have one thread more, for one that is lost."""
        self._unstarted.append(Thread(target=self._serve, name=f"{self._name}-{self._made}", daemon=True))
        self._workers += 1
        self._made += 1

    def retire(self) -> None:
        """Have one thread less, once it has nothing to do."""
        self._calls.put(None)
        self._workers -= 1

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

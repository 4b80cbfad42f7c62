"""A clock that only tests move."""

from collections.abc import Callable
from datetime import datetime, timedelta

_NIGHT, _HOUR = timedelta(hours=20), timedelta(hours=1)


class Clock:
    """Tells the time that a test sets; setting it otherwise than by `run` is a leap."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def run(self, time: timedelta, look: Callable[[], object]) -> None:
        """Let so much time go by, of which the last 20 hours are looked at each hour; the rest is a pause."""
        self.time += time - _NIGHT
        for _ in range(20):
            look()
            self.time += _HOUR

"""A clock that only tests move."""

from datetime import datetime


class Clock:
    """Tells the time that a test sets."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

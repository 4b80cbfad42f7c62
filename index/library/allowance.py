"""What one community's feeds may cost in an hour, so that none spends what is there for all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

HOURLY_PAGES = 500
"""Pages of one community in an hour: twenty feeds' full polls. Fifty feeds of busy papers bring some 40 new ones."""

HOURLY_BYTES = 250_000_000
"""Bytes of these pages and of the feeds themselves, unpacked: half a megabyte a page, and ordinary ones have less."""

HOURLY_SECONDS = 600.0
"""Seconds in which pages and feeds are read: a twelfth of what the bot's two threads for such work have in an hour.

Five hundred news stories of 2,500 characters take 180 s of one of our cores; pages made to be slow end there.
"""

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class HourlyLimits:
    """How much one community's feeds may use in an hour; what is under way when it is used up is finished."""

    pages: int = HOURLY_PAGES
    size: int = HOURLY_BYTES
    seconds: float = HOURLY_SECONDS


@dataclass(slots=True)
class _Hour:
    """What a community has used since its hour began."""

    ends: datetime
    pages: int = 0
    size: int = 0
    seconds: float = 0.0


class Allowance:
    """Keeps account of what communities' feeds use in this process. Safe to use from several threads.

    A community's hour begins with what it uses first.

    Parameters
    ----------
    now : callable
        Tells the time in UTC.
    """

    def __init__(self, now: Callable[[], datetime], limits: HourlyLimits) -> None:
        self._now = now
        self._limits = limits
        self._hours: dict[str, _Hour] = {}
        self._lock = Lock()

    def used_up(self, community: str) -> datetime | None:
        """When the community may go on, if its hour is used up."""
        with self._lock:
            hour = self._hour(community)
            most = self._limits
            spent = hour.pages >= most.pages or hour.size >= most.size or hour.seconds >= most.seconds
            return hour.ends if spent else None

    def spend(self, community: str, *, pages: int = 0, size: int = 0, seconds: float = 0.0) -> None:
        """Note what the community has used."""
        with self._lock:
            hour = self._hour(community)
            hour.pages += pages
            hour.size += size
            hour.seconds += seconds

    def _hour(self, community: str) -> _Hour:
        now = self._now()
        hour = self._hours.get(community)
        if hour is None or not now < hour.ends <= now + _HOUR:  # over, or the clock was set back
            self._hours = {name: one for name, one in self._hours.items() if now < one.ends}
            hour = self._hours[community] = _Hour(now + _HOUR)
        return hour

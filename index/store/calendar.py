"""The time by which things are kept and go: counted in the database, so that a clock that leaps makes nothing go early.

The count goes with the clock as long as that is looked at every few hours and goes forward. A leap, or a pause in which
nobody looked, is believed once the clock has gone on from there for most of a day; one that is taken back never is.
The count itself never goes back.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from index.store import Store
from index.store.rows import to_text

_STEP = timedelta(hours=2)  # that a clock goes on between two looks, with no doubt; a running bot looks each hour
_LASTS = timedelta(hours=20)  # that a clock must have gone on after a leap; less than a day, for who looks once a day
_NOTED = timedelta(minutes=10)  # after which it is worth a write


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What is counted at a reading of the clock, and its reading after the last leap."""

    counted: datetime
    clock: datetime
    leapt: datetime

    def at(self, clock: datetime) -> "_Calendar":
        """The calendar at the next reading."""
        passed = clock - self.clock
        if -_STEP <= passed < timedelta():  # another machine's clock, a little behind
            return self
        if passed > _STEP or passed < -_STEP:
            return replace(self._caught_up(clock), clock=clock, leapt=clock)
        return replace(self, counted=self.counted + passed, clock=clock)._caught_up(clock)

    def _caught_up(self, clock: datetime) -> "_Calendar":
        """Believe the last leap, if it was forward and has lasted."""
        return replace(self, counted=max(self.counted, self.clock)) if clock - self.leapt >= _LASTS else self


def counted_time(store: Store, clock: datetime) -> datetime:
    """The moment that it is by the count, at a reading of the clock in UTC."""
    rows = store.read("SELECT counted, clock, leapt FROM calendar WHERE id = 1")
    if not rows:
        _note(store, _Calendar(clock, clock, clock))
        return clock
    before = _Calendar(*map(datetime.fromisoformat, rows[0]))
    now = before.at(clock)
    if now.leapt != before.leapt or now.clock - before.clock >= _NOTED:
        _note(store, now)
    return now.counted


def _note(store: Store, calendar: _Calendar) -> None:
    store.write(
        "INSERT INTO calendar (id, counted, clock, leapt) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "counted = excluded.counted, clock = excluded.clock, leapt = excluded.leapt",
        *map(to_text, (calendar.counted, calendar.clock, calendar.leapt)),
    )

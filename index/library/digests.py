"""Digests: whether a community wants any, and up to which day they were sent, so that each is sent once."""

from index.model.alert import DigestState
from index.store import Store
from index.store import arrivals as records


class Digests:
    """One community's digests; what is in them is for the caller. Safe to use from several threads and processes.

    Days are written as year-month-day, and a digest is known by the day up to which it reaches.
    """

    def __init__(self, store: Store, community: str) -> None:
        self._store = store
        self._community = community

    def start(self, sent: str) -> None:
        """Want digests of what comes after the day `sent`; where they are wanted already, they go on as they are."""
        records.start_digest(self._store, self._community, sent)

    def stop(self) -> None:
        """Want none any more."""
        records.stop_digest(self._store, self._community)

    def state(self) -> DigestState | None:
        """How far they are; None where none are wanted."""
        return next(iter(records.digests(self._store, self._community)), None)

    def wanted(self) -> tuple[DigestState, ...]:
        """How far those of *all* communities are that want any, but for those that the bot has left."""
        return records.digests(self._store, None)

    def begin(self, day: str) -> None:
        """Write down that the digest up to a day is about to be sent, until `end`."""
        records.begin_digest(self._store, self._community, day)

    def end(self, day: str) -> None:
        """Write down that nothing is left to send of the digest up to a day."""
        records.end_digest(self._store, self._community, day)

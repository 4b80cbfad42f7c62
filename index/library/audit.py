"""The audit of a community: who did what to it, and when."""

from collections.abc import Callable
from datetime import datetime

from index.errors import InvalidRequestError
from index.library.limits import NOTE, bounded
from index.model.moderation import Record
from index.store import Store, audit

_MOST = 5_000  # records of a community


class Audit:
    """One community's audit. Safe to use from several threads."""

    def __init__(self, store: Store, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._community = community
        self._now = now

    def add(self, actor: str, act: str, subject: str, detail: str = "") -> None:
        """Write a line; what is too long is cut. The newest 5,000 stay."""
        words = [bounded(words[:NOTE], "record", NOTE) for words in (actor, act, subject, detail)]
        audit.add_record(self._store, self._community, Record(self._now(), *words))

    def list(self, limit: int = 50) -> tuple[Record, ...]:
        """The newest lines, newest first.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        if limit < 1:
            raise InvalidRequestError("The number of records must be at least 1.")
        return audit.newest_records(self._store, self._community, min(limit, _MOST))

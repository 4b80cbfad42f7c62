"""The audit of a community, who did what to it and when, and what it has set."""

from collections.abc import Callable
from datetime import datetime

from index.errors import InvalidRequestError
from index.library.limits import NAME, NOTE, bounded
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


class CommunityPreferences:
    """One community's preferences: short texts by name, which mean something to the caller alone. Safe to use from
    several threads."""

    def __init__(self, store: Store, community: str) -> None:
        self._store = store
        self._community = community

    def get(self, name: str) -> str | None:
        """The value of a preference, None where it is not set.

        Raises
        ------
        InvalidRequestError
            If the name is too long.
        """
        return audit.preference(self._store, self._community, bounded(name, "preference", NAME))

    def set(self, name: str, value: str | None) -> None:
        """Set a preference to an opaque text on one line, or with None forget it.

        Raises
        ------
        InvalidRequestError
            If the name or value is too long.
        """
        words = None if value is None else bounded(value, "value", NOTE)
        audit.set_preference(self._store, self._community, bounded(name, "preference", NAME, least=1), words)

"""A community's preferences and the audit of what was done in it."""

from datetime import datetime

from index.model.moderation import Record
from index.store import Store
from index.store.tables import PREFERENCES, RECORDS, put

_KEPT = 5_000  # records of a community


def preference(store: Store, community: str, name: str) -> str | None:
    """The value of a preference, None where it is not set."""
    rows = store.read("SELECT value FROM preferences WHERE community = ? AND name = ?", community, name)
    return rows[0][0] if rows else None


def set_preference(store: Store, community: str, name: str, value: str | None) -> None:
    """Set a preference, or with None forget it."""
    with store.writing(community):
        store.enrol(community)
        if value is None:
            store.write("DELETE FROM preferences WHERE community = ? AND name = ?", community, name)
        else:
            put(store, community, PREFERENCES, name, value)


def add_record(store: Store, community: str, record: Record) -> None:
    """Write a line of the audit; the oldest beyond the newest 5,000 of the community go."""
    with store.writing(community):
        store.enrol(community)
        put(store, community, RECORDS, record.at.isoformat(), record.actor, record.act, record.subject, record.detail)
        store.write(
            "DELETE FROM records WHERE community = ? AND id <= "
            "(SELECT id FROM records WHERE community = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
            community,
            community,
            _KEPT,
        )


def newest_records(store: Store, community: str, limit: int) -> tuple[Record, ...]:
    """The newest lines of the audit, newest first."""
    rows = store.read(f"{RECORDS.selection} ORDER BY id DESC LIMIT ?", community, limit)
    return tuple(Record(datetime.fromisoformat(at), *rest) for _, at, *rest in rows)

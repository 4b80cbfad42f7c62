"""What is stored of a person or a community, and its deletion."""

from dataclasses import replace
from datetime import datetime

from index.model.privacy import Departure, PersonalCount, PersonalLine, PersonalPart
from index.store import Store
from index.store.rows import to_text

_WATCHED = "trim(coalesce(person, '') || ' ' || coalesce(outlet, ''))"
_HELD = (
    (PersonalPart.ACT, "records", "actor", "act, subject, detail, NULL, NULL, NULL"),
    (PersonalPart.REPORT, "reports", "reporter", "state, title, text, suggestion, note, waits"),
    (PersonalPart.SETTLED, "reports", "settled_by", "state, title, text, NULL, NULL, NULL"),
    (PersonalPart.CORRECTION, "corrections", "corrected_by", "'correct', article_id, words, NULL, NULL, NULL"),
    (PersonalPart.REMOVAL, "removals", "removed_by", "'remove', id, '', NULL, NULL, NULL"),
    (PersonalPart.ALERT, "alerts", "owner", f"'alert', {_WATCHED}, coalesce(topic, ''), NULL, NULL, NULL"),
)
"""Every column that holds a person's id: as what, in which table, under which name; and what is told of its rows."""


def count_of(store: Store, person: str) -> tuple[PersonalCount, ...]:
    """How much is stored under a person's id, by community and part."""
    found = []
    for part, table, column, _ in _HELD:
        rows = store.read(
            f"SELECT community, count(*) FROM {table} WHERE {column} = ? GROUP BY community ORDER BY community",  # noqa: S608
            person,
        )
        found += [PersonalCount(community, part, number) for community, number in rows]
    return tuple(found)


def lines_of(store: Store, person: str, limit: int) -> tuple[PersonalLine, ...]:
    """What is stored under a person's id: of each part at most `limit` lines, the newest first."""
    found = []
    for part, table, column, told in _HELD:
        rows = store.read(
            f"SELECT community, at, {told} FROM {table} WHERE {column} = ? ORDER BY at DESC LIMIT ?",  # noqa: S608
            person,
            limit,
        )
        for community, at, *rest, waits in rows:
            line = PersonalLine(community, part, datetime.fromisoformat(at), *rest)
            found.append(replace(line, waits=None if waits is None else bool(waits)))
    return tuple(found)


def forget_person(store: Store, person: str, instead: str) -> None:
    """Put a word in place of a person's id wherever it stands; what the person typed into reports goes, and so do the
    alerts that are theirs alone.

    Those who see a report that was posted are to be told of it anew: it names the person no more.
    """
    with store.writing(None):
        store.write(
            "UPDATE reports SET suggestion = NULL, note = '', waits = 0, spoken = '' WHERE reporter = ?", person
        )
        store.write(
            "UPDATE reports SET told = '' WHERE posted IS NOT NULL AND (reporter = ? OR settled_by = ?)", person, person
        )
        store.write("DELETE FROM alerts WHERE owner = ? AND tell_in IS NULL", person)
        for _, table, column, _ in _HELD:
            store.write(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", instead, person)  # noqa: S608


def forget_community(store: Store, community: str) -> None:
    """Delete everything of a community, its articles and all that goes with it; other processes notice."""
    with store.writing(community):
        if not store.read("SELECT 1 FROM communities WHERE community = ?", community):
            return
        revision = store.advance(community)
        store.write(
            "INSERT INTO erasures (id, revision) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET revision = "
            "CASE WHEN excluded.revision > erasures.revision THEN excluded.revision ELSE erasures.revision END",
            revision,
        )
        store.write("DELETE FROM communities WHERE community = ?", community)


def forget_departed(store: Store, community: str, before: datetime) -> bool:
    """Delete everything of a community that was left before that moment and not joined since; tells whether it was."""
    with store.writing(community):
        if not store.read("SELECT 1 FROM departures WHERE community = ? AND at < ?", community, to_text(before)):
            return False
        forget_community(store, community)
        return True


def depart(store: Store, community: str, at: datetime) -> None:
    """Note that a community was left, if anything is stored of it; an earlier time stands."""
    with store.writing(community):
        store.write(
            "INSERT INTO departures (community, at) SELECT community, ? FROM communities WHERE community = ? "
            "ON CONFLICT (community) DO NOTHING",
            to_text(at),
            community,
        )


def arrive(store: Store, community: str) -> None:
    """Note that a community that may have been left is there again."""
    if store.read("SELECT 1 FROM departures WHERE community = ?", community):
        with store.writing(community):  # not while `forget_departed` is deleting it
            store.write("DELETE FROM departures WHERE community = ?", community)


def departures(store: Store) -> tuple[Departure, ...]:
    """The communities that were left, the first first."""
    rows = store.read("SELECT community, at FROM departures ORDER BY at, community")
    return tuple(Departure(community, datetime.fromisoformat(at)) for community, at in rows)

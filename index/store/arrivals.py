"""Arrivals in the store: which articles came for the first time, in order, and how far digests of them are."""

from collections.abc import Sequence
from datetime import datetime

from index.model.alert import Arrival, DigestState
from index.store import Store
from index.store.rows import SUMMARY_COLUMNS, summary_from_row, to_text

_KEPT = 1_000  # arrivals that a community has; older ones are forgotten
_UNSAID, _SETTLED, _BEGUN = 0, 1, 2  # of `announced`
_THERE = (
    f"SELECT arrivals.id, arrivals.at, announced, {SUMMARY_COLUMNS} FROM arrivals JOIN articles "  # noqa: S608 - constants
    "ON articles.community = arrivals.community AND articles.id = arrivals.article_id WHERE arrivals.community = ?"
)


def put_arrival(store: Store, community: str, article_id: str, at: datetime, *, announced: bool) -> None:
    """Note that an article came for the first time, unless it is known to have come before. Within `writing`."""
    store.write(
        "INSERT INTO arrivals (community, article_id, at, announced) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (community, article_id) DO NOTHING",
        community,
        article_id,
        to_text(at),
        _SETTLED if announced else _UNSAID,
    )
    store.write(
        "DELETE FROM arrivals WHERE community = ? AND id <= "
        "(SELECT id FROM arrivals WHERE community = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
        community,
        community,
        _KEPT,
    )


def last_arrival(store: Store, community: str) -> int:
    """The number of the community's last arrival; 0 before the first."""
    ((last,),) = store.read("SELECT coalesce(max(id), 0) FROM arrivals WHERE community = ?", community)
    return int(last)


def arrivals_after(store: Store, community: str, after: int, upto: int) -> tuple[Arrival, ...]:
    """Articles that came behind one arrival, up to another, and are still there; in order."""
    return _arrivals(store, "AND arrivals.id > ? AND arrivals.id <= ? ORDER BY arrivals.id", community, after, upto)


def arrivals_between(store: Store, community: str, since: datetime, until: datetime) -> tuple[Arrival, ...]:
    """Articles that came from `since` to before `until` and are still there; in order."""
    moments = to_text(since), to_text(until)
    return _arrivals(store, "AND arrivals.at >= ? AND arrivals.at < ? ORDER BY arrivals.id", community, *moments)


def unannounced(store: Store, community: str, limit: int) -> tuple[Arrival, ...]:
    """The first articles that are still to be announced; in order."""
    return _arrivals(store, f"AND announced <> {_SETTLED} ORDER BY arrivals.id LIMIT ?", community, limit)


def awaiting_announcement(store: Store) -> tuple[str, ...]:
    """The communities with articles to announce, by name."""
    rows = store.read(
        f"SELECT DISTINCT community FROM arrivals WHERE announced <> {_SETTLED} ORDER BY community"  # noqa: S608
    )
    return tuple(name for (name,) in rows)


def begin_announcing(store: Store, community: str, arrival: int) -> None:
    """Note that an arrival is about to be announced."""
    _mark(store, community, (arrival,), _BEGUN)


def settle_announcing(store: Store, community: str, arrivals: Sequence[int]) -> None:
    """Note that nothing is left to announce of these."""
    _mark(store, community, arrivals, _SETTLED)


def settle_gone(store: Store, community: str) -> None:
    """Note that nothing is left to announce of articles that are gone."""
    store.write(
        f"UPDATE arrivals SET announced = {_SETTLED} WHERE community = ? AND announced <> {_SETTLED} "  # noqa: S608
        "AND article_id NOT IN (SELECT id FROM articles WHERE community = ?)",
        community,
        community,
    )


def digests(store: Store, community: str | None) -> tuple[DigestState, ...]:
    """How far the digests of the community are, or with None those of all where the bot is."""
    rows = store.read(
        "SELECT community, sent, begun FROM digests WHERE community = coalesce(?, community) AND NOT EXISTS "
        "(SELECT 1 FROM departures WHERE departures.community = digests.community) ORDER BY community",
        community,
    )
    return tuple(DigestState(*row) for row in rows)


def start_digest(store: Store, community: str, sent: str) -> None:
    """Send digests from now on, as if one had been sent up to a day; one that is sent already goes on."""
    with store.writing(community):
        store.enrol(community)
        store.write(
            "INSERT INTO digests (community, sent) VALUES (?, ?) ON CONFLICT (community) DO NOTHING", community, sent
        )


def stop_digest(store: Store, community: str) -> None:
    """Send no digests any more."""
    store.write("DELETE FROM digests WHERE community = ?", community)


def begin_digest(store: Store, community: str, day: str) -> None:
    """Note that the digest up to a day is about to be sent."""
    store.write("UPDATE digests SET begun = ? WHERE community = ?", day, community)


def end_digest(store: Store, community: str, day: str) -> None:
    """Note that nothing is left to send of the digest up to a day."""
    store.write("UPDATE digests SET sent = ?, begun = NULL WHERE community = ?", day, community)


def _mark(store: Store, community: str, arrivals: Sequence[int], state: int) -> None:
    store.write_many(
        "UPDATE arrivals SET announced = ? WHERE community = ? AND id = ?",
        [(state, community, arrival) for arrival in arrivals],
    )


def _arrivals(store: Store, rest: str, community: str, *values: str | int | None) -> tuple[Arrival, ...]:
    rows = store.read(f"{_THERE} {rest}", community, *values)
    return tuple(
        Arrival(identity, summary_from_row(summary), datetime.fromisoformat(at), announced == _BEGUN)
        for identity, at, announced, *summary in rows
    )

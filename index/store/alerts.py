"""Alerts in the store: who wants to be told of what, and how far they have been."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from index.model.alert import Alert, Interest
from index.store import Store
from index.store.engine import Value, is_given
from index.store.rows import to_text

_ALERT = "id, community, at, owner, tell_in, spoken, person, topic, outlet, told, begun, refused"
_COLUMNS = ", ".join(f"alerts.{column}" for column in _ALERT.split(", "))
_HERE = "NOT EXISTS (SELECT 1 FROM departures WHERE departures.community = alerts.community)"


def put_alert(store: Store, alert: Alert) -> Alert:
    """Write an alert of arrivals behind `Alert.told`; its id is given here."""
    ((identity,),) = store.read(
        "INSERT INTO alerts (community, at, owner, tell_in, spoken, person, topic, outlet, since, told) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        alert.community,
        to_text(alert.at),
        alert.owner,
        alert.tell_in,
        alert.spoken,
        alert.interest.person,
        alert.interest.topic,
        alert.interest.outlet,
        alert.told,
        alert.told,
    )
    return replace(alert, id=int(identity))


def alert_of(store: Store, alert: int) -> Alert | None:
    """One alert of any community."""
    if not is_given(alert):
        return None
    return next(iter(_select(store, "WHERE id = ?", alert)), None)


def alerts_of(store: Store, community: str, owner: str) -> tuple[Alert, ...]:
    """The alerts that are told to their owner alone, the first first."""
    return _select(store, "WHERE community = ? AND owner = ? AND tell_in IS NULL ORDER BY id", community, owner)


def alerts_in_places(store: Store, community: str) -> tuple[Alert, ...]:
    """The alerts that are told in some place, the first first."""
    return _select(store, "WHERE community = ? AND tell_in IS NOT NULL ORDER BY id", community)


def earlier_beside(store: Store, alert: Alert) -> tuple[tuple[int, Alert], ...]:
    """The alerts before it that are told to the same people, each with the last arrival before it was set."""
    own = "tell_in IS NULL AND owner = ?" if alert.tell_in is None else "tell_in = ?"
    rows = store.read(
        f"SELECT since, {_ALERT} FROM alerts WHERE community = ? AND id < ? AND {own} ORDER BY id",  # noqa: S608
        alert.community,
        alert.id,
        alert.owner if alert.tell_in is None else alert.tell_in,
    )
    return tuple((since, _alert(rest)) for since, *rest in rows)


def waiting_alerts(store: Store, before: datetime) -> tuple[Alert, ...]:
    """The alerts of all communities behind which articles have come, and those whose message was begun; not those told
    since `before`, and not where the bot has left."""
    rows = store.read(
        f"SELECT {_COLUMNS} FROM alerts WHERE {_HERE} AND (begun IS NOT NULL OR ("  # noqa: S608 - constants
        "(told_at IS NULL OR told_at <= ?) AND EXISTS (SELECT 1 FROM arrivals "
        "WHERE arrivals.community = alerts.community AND arrivals.id > alerts.told))) ORDER BY alerts.id",
        to_text(before),
    )
    return tuple(_alert(row) for row in rows)


def begin_telling(store: Store, alert: int, upto: int) -> None:
    """Note that a message with what came up to an arrival is about to be sent."""
    store.write("UPDATE alerts SET begun = ? WHERE id = ?", upto, alert)


def end_telling(store: Store, alert: int, upto: int) -> None:
    """Note that what came up to an arrival is nothing to an alert, or nothing any more."""
    store.write("UPDATE alerts SET told = ?, begun = NULL WHERE id = ?", upto, alert)


def note_told(store: Store, alert: int, upto: int, at: datetime, *, refused: bool) -> None:
    """Note that an alert has been told of what came up to an arrival, or that nobody could be."""
    store.write(
        "UPDATE alerts SET told = ?, begun = NULL, told_at = ?, refused = ? WHERE id = ?",
        upto,
        to_text(at),
        int(refused),
        alert,
    )


def delete_alert(store: Store, alert: int) -> None:
    """End an alert."""
    store.write("DELETE FROM alerts WHERE id = ?", alert)


def _select(store: Store, rest: str, *values: Value) -> tuple[Alert, ...]:
    return tuple(_alert(row) for row in store.read(f"SELECT {_ALERT} FROM alerts {rest}", *values))  # noqa: S608


def _alert(row: Any) -> Alert:
    identity, community, at, owner, tell_in, spoken, person, topic, outlet, told, begun, refused = row
    interest = Interest(person, topic, outlet)
    moment = datetime.fromisoformat(at)
    return Alert(identity, community, moment, owner, tell_in, spoken, interest, told, begun, bool(refused))

"""Alerts: what they find in articles that come, each once, whatever becomes of the articles or of who tells them."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from index import (
    OWN_ALERTS,
    Alert,
    AlertNotFoundError,
    Database,
    Interest,
    InvalidRequestError,
    Library,
    open_library,
    read_text,
)
from tests.clock import Clock

LOCK = """Lock stays shut all winter

“The lock will stay shut all winter,” said Rhea Olsen, the keeper of the lock.

The council of Tollan said that boats might use the northern lock.

“Nobody asked the ferrymen,” Ines Calder told the Tollan Ledger.
"""
WEIR = """Weir is mended

“Olsen never saw the weir,” said Bo Marsh, a mason.

“We have mended it twice,” Olsen said.
"""


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 2, 14, 12, tzinfo=UTC))


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, community="one", now=clock) as library:
        yield library


def lock(library: Library, text: str = LOCK, **given: str) -> None:
    library.add(read_text(text, outlet="Saltmere Courier", id="lock", **given))


def wish(library: Library, owner: str = "7", *, tell_in: str | None = None, **wanted: str) -> Alert:
    return library.alerts.add(owner, Interest(**wanted), spoken="en", tell_in=tell_in)


def told(library: Library, alert: Alert) -> list[str]:
    """What an alert tells, in short; it has been told of it afterwards."""
    (waiting,) = [one for one in library.alerts.waiting() if one.id == alert.id] or [None]
    if waiting is None:
        return []
    news = library.alerts.news(waiting, limit=5)
    library.alerts.told(alert.id, news.upto)
    return [passage.text.removeprefix("“")[:14].strip() for passage in news.passages]


def test_an_alert_tells_what_all_that_it_asks_for_holds_for(library: Library) -> None:
    all_of_it = ["The lock will", "Nobody asked t"]
    cases: list[tuple[dict[str, str], list[str]]] = [
        ({"person": "Rhea Olsen"}, ["The lock will"]),
        ({"person": "Olsen"}, ["The lock will"]),
        ({"person": "Rhea Olson"}, []),
        ({"topic": "ferryman"}, []),
        ({"topic": "the ferrymen"}, ["Nobody asked t"]),
        ({"topic": "northern boat"}, ["The council of"]),
        ({"topic": "winter lock"}, all_of_it),
        ({"outlet": "the saltmere courier"}, all_of_it),
        ({"outlet": "Tollan Ledger"}, ["Nobody asked t"]),
        ({"person": "Rhea Olsen", "topic": "ferrymen"}, []),
        ({"person": "Ines Calder", "topic": "ferrymen", "outlet": "Tollan Ledger"}, ["Nobody asked t"]),
        ({"person": "Ines Calder", "outlet": "Quillon Echo"}, []),
    ]
    alerts = [wish(library, f"{at}", **wanted) for at, (wanted, _) in enumerate(cases)]
    lock(library)
    assert [told(library, alert) for alert in alerts] == [found for _, found in cases]


def test_a_person_is_known_by_all_names_and_rules(library: Library) -> None:
    library.add(read_text(LOCK))
    alert, ruled = wish(library, person="Rhea Olsen"), wish(library, "8", person="R. Mason")
    library.add(read_text(WEIR))
    library.names.rename("Bo Marsh", "R. Mason")
    library.names.merge(("Olsen",), "Rhea Olsen")
    assert told(library, alert) == ["We have mended"]
    assert told(library, ruled) == ["Olsen never sa"]


def test_each_article_is_told_once_whatever_becomes_of_it(library: Library, clock: Clock) -> None:
    alert = wish(library, person="Rhea Olsen")
    lock(library)
    assert told(library, alert) == ["The lock will"]
    clock.time += timedelta(hours=1)
    lock(library, LOCK.replace("all winter,", "until May,"))
    library.removals.remove("lock")
    lock(library)
    library.removals.remove("lock")
    library.removals.restore("lock")
    assert told(library, alert) == []


def test_what_was_there_before_an_alert_is_not_told(library: Library) -> None:
    lock(library)
    alert = wish(library, person="Rhea Olsen")
    assert told(library, alert) == []
    assert wish(library, person=" rhea  OLSEN ") == alert


def test_what_is_typed_of_a_name_becomes_the_librarys(library: Library) -> None:
    lock(library)
    library.add(read_text(WEIR.replace("Bo Marsh", "Ada Calder")))
    for typed, name, known in (
        ("ines calder", "Ines Calder", True),
        ("Ines Caldr", "Ines Calder", True),
        ("Calder", "Calder", True),
        ("Zeb Quark", "Zeb Quark", False),
    ):
        assert library.alerts.named(Interest(person=typed)) == (Interest(person=name), known)
    assert library.alerts.named(Interest(topic="x", outlet="tollan ledger")) == (
        Interest(None, "x", "Tollan Ledger"),
        True,
    )
    assert library.alerts.named(Interest(outlet="Echo")) == (Interest(outlet="Echo"), False)


def test_what_comes_soon_after_a_message_is_told_together_later(library: Library, clock: Clock) -> None:
    alert = wish(library, person="Olsen")
    lock(library)
    assert told(library, alert) == ["The lock will"]
    library.add(read_text(WEIR))
    library.add(read_text(WEIR.replace("twice", "three times").replace("Weir is", "Weir was")))
    assert told(library, alert) == []
    clock.time += timedelta(minutes=16)
    assert told(library, alert) == ["We have mended", "We have mended"]


def test_a_message_that_was_begun_is_the_same_again(library: Library, database: Database, clock: Clock) -> None:
    alert = wish(library, person="Olsen")
    lock(library)
    news = library.alerts.news(alert, limit=5)
    library.alerts.begin(alert.id, news.upto)
    library.add(read_text(WEIR))
    with open_library(database, community="one", now=clock) as next_process:
        (again,) = next_process.alerts.waiting()
        assert again.begun == news.upto
        assert next_process.alerts.news(again, limit=5).passages == news.passages
        next_process.alerts.told(alert.id, news.upto)
    clock.time += timedelta(hours=1)
    assert told(library, alert) == ["We have mended"]


def test_two_alerts_of_one_reader_tell_no_passage_twice(library: Library) -> None:
    first, second = wish(library, person="Rhea Olsen"), wish(library, topic="winter")
    other, channel = wish(library, "8", topic="winter lock"), wish(library, topic="winter lock", tell_in="55")
    lock(library)
    assert told(library, second) == ["Nobody asked t"]
    assert told(library, first) == ["The lock will"]
    assert told(library, other) == told(library, channel) == ["The lock will", "Nobody asked t"]


def test_they_are_bounded_and_say_what_is_wrong(library: Library) -> None:
    for wrong in (Interest(), Interest(topic="the of"), Interest(person=" "), Interest(outlet="x" * 101)):
        with pytest.raises(InvalidRequestError):
            library.alerts.add("7", wrong, spoken="en")
    for number in range(OWN_ALERTS):
        wish(library, topic=f"lock {number}")
    with pytest.raises(InvalidRequestError, match="25 alerts already"):
        wish(library, topic="weir")
    wish(library, "8", topic="weir")
    library.alerts.end(library.alerts.of("7")[0].id)
    assert wish(library, topic="weir").owner == "7"
    with pytest.raises(AlertNotFoundError):
        library.alerts.get(9_999)


def test_no_community_hears_of_anothers_articles(library: Library) -> None:
    alert, other = wish(library, person="Olsen"), wish(library.of("two"), person="Olsen")
    lock(library)
    assert [waiting.id for waiting in library.alerts.waiting()] == [alert.id]
    assert library.of("two").alerts.of("7") == (other,)
    library.privacy.depart("one")
    assert library.alerts.waiting() == ()


def test_whose_they_are_is_forgotten(library: Library) -> None:
    wish(library, person="Olsen")
    channel = wish(library, topic="lock", tell_in="55")
    line, other = library.privacy.lines_of("7")
    assert {(one.act, one.subject, one.words) for one in (line, other)} == {
        ("alert", "Olsen", ""),
        ("alert", "", "lock"),
    }
    library.privacy.forget_person("7")
    assert library.privacy.stored_of("7") == ()
    assert library.alerts.of("7") == ()
    assert [one.id for one in library.alerts.in_places()] == [channel.id]
    library.privacy.forget_community("one")
    assert library.alerts.in_places() == ()


def test_they_move_with_the_library_and_tell_what_comes_after(library: Library) -> None:
    lock(library)
    wish(library, person="Olsen")
    file = io.BytesIO()
    library.transfer.export(file)
    with open_library(None, community="one") as other:
        other.transfer.import_(io.BytesIO(file.getvalue()), "one.jsonl")
        (moved,) = other.alerts.of("7")
        assert told(other, moved) == []
        other.add(read_text(WEIR))
        assert told(other, moved) == ["We have mended"]

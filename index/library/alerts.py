"""Alerts: who wants to be told of which passages, and what there is to tell them."""

from collections.abc import Callable
from datetime import datetime, timedelta

from index.errors import AlertNotFoundError, InvalidRequestError
from index.library.limits import NAME, bounded
from index.model.alert import Alert, Interest, News
from index.model.answer import Passage
from index.search.cache import ReaderCache
from index.search.reader import Reader
from index.search.watching import named, topic_stems, watched
from index.store import Store
from index.store import alerts as records
from index.store.arrivals import arrivals_after, last_arrival
from index.text.folding import fold_name

OWN_ALERTS = 25
"""Alerts that one person may have in a community."""

PLACE_ALERTS = 50
"""Alerts that a community may have in places of its own."""

APART = timedelta(minutes=15)
"""Between two messages of one alert at least: what comes meanwhile is told together."""

_EACH = 3  # passages of an article
_ENOUGH = 50  # passages from which no further arrival is looked through for one message


class Alerts:
    """One community's alerts. Safe to use from several threads and processes."""

    def __init__(self, store: Store, readers: ReaderCache, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._readers = readers
        self._community = community
        self._now = now

    def add(self, owner: str, interest: Interest, *, spoken: str, tell_in: str | None = None) -> Alert:
        """Tell `owner` alone, or a place, of what is watched for in articles that come from now on; the same again
        gives the alert that there is.

        Raises
        ------
        InvalidRequestError
            If nothing is watched for, what is says nothing or is too long, or there are 25 alerts of the owner, or 50
            in places, already.
        """
        interest = _bounded(interest)
        with self._store.writing(self._community):
            self._store.enrol(self._community)
            others = self.of(owner) if tell_in is None else self.in_places()
            for other in others:
                if other.tell_in == tell_in and _folded(other.interest) == _folded(interest):
                    return other
            most = OWN_ALERTS if tell_in is None else PLACE_ALERTS
            if len(others) >= most:
                raise InvalidRequestError(f"There are {most} alerts already; end one and set this one again.")
            since = last_arrival(self._store, self._community)
            new = Alert(0, self._community, self._now(), owner, tell_in, spoken, interest, since, None, refused=False)
            return records.put_alert(self._store, new)

    def named(self, interest: Interest) -> tuple[Interest, bool]:
        """The interest with the names that the library has for what was typed, and whether it has them all.

        Raises
        ------
        InvalidRequestError
            As `add`, but for the number of alerts.
        """
        interest = _bounded(interest)
        with self._readers.reader(self._community) as reader:
            return named(reader, interest)

    def of(self, owner: str) -> tuple[Alert, ...]:
        """The alerts that are told to their owner alone, the first first."""
        return records.alerts_of(self._store, self._community, owner)

    def in_places(self) -> tuple[Alert, ...]:
        """The alerts that are told in places, the first first."""
        return records.alerts_in_places(self._store, self._community)

    def get(self, alert_id: int) -> Alert:
        """One alert, of *any* community: a message of it may be read outside its own.

        Raises
        ------
        AlertNotFoundError
        """
        found = records.alert_of(self._store, alert_id)
        if found is None:
            raise AlertNotFoundError(alert_id)
        return found

    def end(self, alert_id: int) -> None:
        """End an alert of *any* community; who may is for the caller to see."""
        records.delete_alert(self._store, alert_id)

    def waiting(self) -> tuple[Alert, ...]:
        """The alerts of *all* communities behind which articles have come, and those whose message was begun; for who
        tells them alone. One that was told in the last 15 minutes is not among them."""
        return records.waiting_alerts(self._store, self._now() - APART)

    def news(self, alert: Alert, *, limit: int) -> News:
        """What there is to tell: at most `limit` passages, three of an article, of what came behind the arrival that it
        has been told of.

        Of a message that was begun, the same as before, if its articles still have it. What an earlier alert tells the
        same people is left out.
        """
        upto = alert.begun
        last = last_arrival(self._store, self._community) if upto is None else upto
        arrivals = arrivals_after(self._store, self._community, alert.told, last)
        earlier = records.earlier_beside(self._store, alert)
        found: list[Passage] = []
        more = 0
        for arrival in arrivals:
            identity = arrival.article.id
            with self._readers.reader(self._community) as reader:
                passages = watched(reader, identity, alert.interest)
                if passages:
                    others = [other.interest for since, other in earlier if since < arrival.id]
                    new = _untold(reader, identity, passages, others)
                    found += new[:_EACH]
                    more += len(new[_EACH:])
            if upto is None and len(found) >= _ENOUGH:
                last = arrival.id
                break
        return News(alert, last, tuple(found[:limit]), more + len(found[limit:]))

    def begin(self, alert_id: int, upto: int) -> None:
        """Write down that a message with what came up to an arrival is about to be sent, until `told` or `skip`."""
        records.begin_telling(self._store, alert_id, upto)

    def told(self, alert_id: int, upto: int, *, refused: bool = False) -> None:
        """Write down that what came up to an arrival has been told, or `refused` by the place or person."""
        records.note_told(self._store, alert_id, upto, self._now(), refused=refused)

    def skip(self, alert_id: int, upto: int) -> None:
        """Write down that what came up to an arrival is nothing to an alert."""
        records.end_telling(self._store, alert_id, upto)


def _bounded(interest: Interest) -> Interest:
    """The interest as it can be stored and compared; raises as `Alerts.add`."""
    person = bounded(interest.person, "person", NAME, least=1) if interest.person is not None else None
    topic = bounded(interest.topic, "topic", NAME, least=1) if interest.topic is not None else None
    outlet = bounded(interest.outlet, "outlet", NAME, least=1) if interest.outlet is not None else None
    if person is None and topic is None and outlet is None:
        raise InvalidRequestError("There is nothing to look out for; give a person, a topic or an outlet.")
    if topic is not None and not topic_stems(topic):
        raise InvalidRequestError("The topic has no word that tells anything; give one that articles have.")
    return Interest(person, topic, outlet)


def _folded(interest: Interest) -> tuple[str, ...]:
    return tuple(fold_name(name or "") for name in (interest.person, interest.topic, interest.outlet))


def _untold(reader: Reader, article_id: str, passages: tuple[Passage, ...], others: list[Interest]) -> list[Passage]:
    """The passages that none of the other watches gives."""
    told = [passage.span for other in others for passage in watched(reader, article_id, other)]
    return [passage for passage in passages if not any(span.overlaps(passage.span) for span in told)]

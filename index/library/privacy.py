"""What the database has of people and communities, how long, and its deletion."""

from collections.abc import Callable
from datetime import datetime, timedelta

from index.errors import InvalidRequestError
from index.library.removals import RESTORABLE
from index.model.privacy import Departure, PersonalCount, PersonalLine
from index.search.cache import ReaderCache
from index.store import Store, privacy
from index.store.calendar import counted_time
from index.store.removals import drop_kept
from index.store.tables import communities

DELETED_PERSON = "a deleted user"
"""Stands in place of the id of somebody who was forgotten."""

_LINES = 5_000  # listed of each part


class Privacy:
    """What is stored, over all communities of a database. Safe to use from several threads and processes."""

    def __init__(self, store: Store, readers: ReaderCache, now: Callable[[], datetime]) -> None:
        self._store = store
        self._readers = readers
        self._now = now

    def stored_of(self, person: str) -> tuple[PersonalCount, ...]:
        """How much is stored under a person's id."""
        return privacy.count_of(self._store, person)

    def lines_of(self, person: str) -> tuple[PersonalLine, ...]:
        """What is stored under a person's id: the newest 5,000 acts, reports, settlings, corrections and removals."""
        return privacy.lines_of(self._store, person, _LINES)

    def forget_person(self, person: str) -> None:
        """Put `DELETED_PERSON` in place of a person's id, in all communities at once.

        What the person typed into reports goes; acts and corrections stay as nobody's: they are about articles.

        Raises
        ------
        InvalidRequestError
            If `person` is empty: that stands where nobody is named.
        """
        if not person.strip():
            raise InvalidRequestError("The person is empty; give the id under which they are stored.")
        privacy.forget_person(self._store, person, DELETED_PERSON)

    def communities(self) -> tuple[str, ...]:
        """All communities of which anything is stored, by name."""
        return communities(self._store)

    def forget_community(self, community: str) -> None:
        """Delete everything of a community at once: articles, feeds, reports, rules, preferences and records."""
        privacy.forget_community(self._store, community)
        self._readers.let_go(community)

    def depart(self, community: str) -> None:
        """Note that the community is left from now on, unless it was before: its feeds rest."""
        privacy.depart(self._store, community, self._counted())

    def arrive(self, community: str) -> None:
        """Note that the community is not left, or no more."""
        privacy.arrive(self._store, community)

    def departures(self) -> tuple[Departure, ...]:
        """The communities that are left, the first first."""
        return privacy.departures(self._store)

    def forget_departed(self, community: str, grace: timedelta) -> bool:
        """Delete everything of a community that was left longer than `grace` ago; tells whether this call did."""
        forgotten = privacy.forget_departed(self._store, community, self._counted() - grace)
        if forgotten:
            self._readers.let_go(community)
        return forgotten

    def drop_removed(self) -> None:
        """Drop, in all communities, the texts of articles that were removed more than 30 days ago."""
        drop_kept(self._store, None, self._counted() - RESTORABLE)

    def _counted(self) -> datetime:
        """The time by which things are kept."""
        return counted_time(self._store, self._now())

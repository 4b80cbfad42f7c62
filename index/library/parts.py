"""The parts of a library, each loaded when it is first asked for: who only asks waits for none of them."""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from index.search.cache import ReaderCache
from index.store import Store

if TYPE_CHECKING:
    from index.library.alerts import Alerts
    from index.library.arrivals import Arrivals
    from index.library.audit import Audit, CommunityPreferences
    from index.library.corrections import Corrections
    from index.library.digests import Digests
    from index.library.edits import Edits
    from index.library.feeds import Feeds
    from index.library.names import NameRules
    from index.library.privacy import Privacy
    from index.library.removals import Removals
    from index.library.reports import Reports
    from index.transfer import Transfer


class Parts:
    """What there is to a library beside its articles and answers.

    Attributes
    ----------
    community : str
    now : callable
        Tells the time in UTC, by which everything here is dated.
    """

    def __init__(self, store: Store, readers: ReaderCache, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._readers = readers
        self.community = community
        self.now = now

    @cached_property
    def corrections(self) -> "Corrections":
        """Who said what, as moderators have it."""
        from index.library.corrections import Corrections

        return Corrections(self._store, self._readers, self.community, self.now)

    @cached_property
    def reports(self) -> "Reports":
        """What members report as wrong."""
        from index.library.reports import Reports

        return Reports(self._store, self._readers, self.corrections, self.community, self.now)

    @cached_property
    def names(self) -> "NameRules":
        """Moderators' rules for names."""
        from index.library.names import NameRules

        return NameRules(self._store, self._readers, self.community)

    @cached_property
    def removals(self) -> "Removals":
        """Articles that were removed, and may come back."""
        from index.library.removals import Removals

        return Removals(self._store, self.corrections, self.community, self.now)

    @cached_property
    def edits(self) -> "Edits":
        """What moderators say of articles beside their text."""
        from index.library.edits import Edits

        return Edits(self._store, self.corrections, self.community)

    @cached_property
    def feeds(self) -> "Feeds":
        """The feeds that are followed."""
        from index.library.feeds import Feeds

        return Feeds(self._store, self.community, self.now)

    @cached_property
    def arrivals(self) -> "Arrivals":
        """Articles as they come, each told of once."""
        from index.library.arrivals import Arrivals

        return Arrivals(self._store, self._readers, self.community, self.now)

    @cached_property
    def alerts(self) -> "Alerts":
        """Who wants to hear of what."""
        from index.library.alerts import Alerts

        return Alerts(self._store, self._readers, self.community, self.now)

    @cached_property
    def digests(self) -> "Digests":
        """Up to which day digests were sent."""
        from index.library.digests import Digests

        return Digests(self._store, self.community)

    @cached_property
    def preferences(self) -> "CommunityPreferences":
        """What a community has chosen."""
        from index.library.audit import CommunityPreferences

        return CommunityPreferences(self._store, self.community)

    @cached_property
    def audit(self) -> "Audit":
        """Who did what."""
        from index.library.audit import Audit

        return Audit(self._store, self.community, self.now)

    @cached_property
    def transfer(self) -> "Transfer":
        """Export and import."""
        from index.transfer import Transfer

        return Transfer(self._store, self.community, self.now)

    @cached_property
    def privacy(self) -> "Privacy":
        """What is stored of people and communities, in the whole database."""
        from index.library.privacy import Privacy

        return Privacy(self._store, self._readers, self.now)

"""What crosses module edges about feeds: subscriptions, their entries, and what is to be announced."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.model.article import Addition, ArticleSummary


class ItemState(StrEnum):
    """What has become of a feed's entry."""

    WAITING = "waiting"
    ADDED = "added"
    WITHHELD = "withheld"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A community's feed. All moments are in UTC.

    Attributes
    ----------
    id : int
        Unique over all communities.
    announce_in : str | None
        Where new articles are announced, in words that only the caller understands; None is nowhere.
    checked : datetime | None
        When the feed last answered as it should.
    next_check : datetime | None
        None once it has stopped: its site says that it is gone for good, or it is `resting`.
    failures : int
        Polls that failed since the last that did not; `last_error` is the sentence that says why.
    items_added, items_gone, items_failed : int
        Entries whose articles were added, whose pages are gone (their articles are kept), that were given up.
    begun : datetime | None
        When the poll under way began, or one that ended its process.
    crashes : int
        Polls in a row that ended their process, as far as that has been noticed.
    limited : bool
        Whether its last poll left something for `next_check` because the community's feeds had used up their hour.
    """

    id: int
    community: str
    url: str
    title: str
    announce_in: str | None
    added: datetime
    checked: datetime | None
    next_check: datetime | None
    etag: str | None
    last_modified: str | None
    failures: int
    last_error: str | None
    items_added: int
    items_gone: int
    items_failed: int
    begun: datetime | None = None
    crashes: int = 0
    limited: bool = False

    @property
    def stopped(self) -> bool:
        """Whether the feed is polled no more."""
        return self.next_check is None

    @property
    def resting(self) -> bool:
        """Whether that is because polling it has ended the process again and again."""
        return self.stopped and self.crashes > 0

    @property
    def suspect(self) -> bool:
        """Whether a poll of it may have ended a process, so that it is polled while no other is."""
        return self.begun is not None or self.crashes > 0


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A feed whose time has come; see `Subscription`."""

    id: int
    community: str
    suspect: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as it is followed up.

    Attributes
    ----------
    version, read_version : str, str | None
        The entry as the feed has it, and as it was when its page was last read or given up.
    attempts : int
        Failed tries to read this version.
    next_check : datetime
        Before which its page is not asked for.
    article_id, article_url : str | None
        The article that its page became.
    announced : bool
        Nothing is left to announce.
    """

    id: int
    url: str
    version: str
    read_version: str | None
    state: ItemState
    attempts: int
    next_check: datetime
    etag: str | None
    last_modified: str | None
    article_id: str | None
    article_url: str | None
    announced: bool


@dataclass(frozen=True, slots=True)
class AnnouncementPlace:
    """Where a community has something to announce, as its feeds have it."""

    community: str
    announce_in: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """An article that a feed brought and that is to be announced in `announce_in`.

    Attributes
    ----------
    begun : bool
        Whether somebody began to announce it and has not told how that ended: it may have been announced.
    """

    feed: Subscription
    article: ArticleSummary
    announce_in: str
    item_id: int
    begun: bool


class PollOutcome(StrEnum):
    """What asking for a feed gave."""

    UNCHANGED = "unchanged"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Poll:
    """What a poll did; `additions` may hold corrected articles though the feed itself is unchanged.

    `error` is the sentence that says why the feed failed, else None. `goes_on` is when the rest follows, where the
    community's feeds had used up their hour.
    """

    outcome: PollOutcome
    additions: tuple[Addition, ...]
    error: str | None
    goes_on: datetime | None = None

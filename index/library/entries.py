"""A feed's entries as articles: what their pages hold or, where those are not to be had, what the feed has of them."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from index.errors import ArticleNotFoundError, FetchError, ReadingError, ReadingProblem
from index.library.library import Library
from index.model.article import Addition, Article, Outcome
from index.model.feed import Item, ItemState
from index.reading import read_page
from index.reading.feed import FeedItem, read_entry
from index.sandbox import Sandbox
from index.store.entries import EntryStore
from index.web.responses import Fetched

EVERY = timedelta(minutes=15)
"""How often a feed is polled that answers."""

GONE = 410
"""The status of what will not come back."""

_LONGEST_BACK_OFF = timedelta(hours=24)
_AGAIN = timedelta(hours=6)
_ATTEMPTS = 5
_MISSING = 404
_CLOSED = frozenset({401, 402, 403, 451})  # what sites answer to who has not paid, or may not read
_TEASER = 2  # times as long as its page is a feed's text of which the page shows the beginning alone


@dataclass(frozen=True, slots=True)
class Visit:
    """What asking for one entry's page gave."""

    item: Item
    addition: Addition | None = None
    error: FetchError | None = None


class FeedEntries:
    """Makes articles of entries, each at most once, and writes down what has become of them."""

    def __init__(self, records: EntryStore, sandbox: Sandbox) -> None:
        self._records = records
        self._sandbox = sandbox

    def add_page(self, library: Library, item: Item, fetched: Fetched, whole: FeedItem | None, now: datetime) -> Visit:
        """Add a page's article, or the whole that the feed has where the page shows but its beginning.

        Raises
        ------
        ReadingError
            As `read_page`.
        """
        article = read_page(fetched, self._sandbox)
        if whole is not None and len(whole.markup) > _TEASER * len(article.text):
            with suppress(ReadingError):
                article = _longer(article, read_entry(whole, self._sandbox))
        read = replace(as_read(item, now), etag=fetched.etag, last_modified=fetched.last_modified)
        return self._put(library, item, read, article)

    def add_whole(self, library: Library, item: Item, whole: FeedItem, now: datetime) -> Visit:
        """Add the article that the feed has as a whole.

        Raises
        ------
        ReadingError
            As `read_entry`.
        """
        return self._put(library, item, as_read(item, now), read_entry(whole, self._sandbox))

    def _put(self, library: Library, item: Item, read: Item, article: Article) -> Visit:
        """Add an article in place of the one that the entry had, though its link may be another by now.

        An article that somebody removed stays away; one out of the feed takes no page's place, nor a page's beginning
        that of one out of the feed. `read` is the entry, its page read.
        """
        if item.article_id is not None:
            there = _there(library, item.article_id, item.article_url)
            if there is None:
                done = replace(read, state=ItemState.WITHHELD, article_id=None, article_url=None)
                self._records.save(done)
                return Visit(done)
            if there.from_feed != article.from_feed:
                page, whole = (article, there) if there.from_feed else (there, article)
                if _longer(page, whole) is there:
                    self._records.save(read)
                    return Visit(read)
            article = replace(article, id=item.article_id)
        addition = library.add(article, unasked=True, entry=item.id)
        kept = addition.outcome in (Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED)
        done = replace(
            read,
            state=ItemState.ADDED if kept else ItemState.WITHHELD,
            article_id=addition.article.id if kept else None,
            article_url=addition.article.url if kept else None,
            announced=item.announced or (item.article_id is None and addition.outcome is not Outcome.ADDED),
        )
        self._records.save(done)
        return Visit(done, addition)


def _longer(page: Article, whole: Article) -> Article:
    """The page's article, unless that is but the beginning of the whole that the feed has."""
    return whole if len(whole.text) > _TEASER * len(page.text) else page


def stays_closed(item: Item, after: Item, error: FetchError | ReadingError) -> bool:
    """Whether a new or changed entry's page is not to be had, or not in time, and has not been taken back."""
    if item.read_version == item.version:
        return False
    if isinstance(error, ReadingError) and error.problem is not ReadingProblem.BUSY:
        return True
    status = error.status if isinstance(error, FetchError) else None
    return status in _CLOSED or (after.read_version == item.version and status not in (GONE, _MISSING))


def as_read(item: Item, now: datetime) -> Item:
    """The entry, its page read in the present version."""
    return replace(item, read_version=item.version, attempts=0, next_check=now + _AGAIN)


def refused(item: Item, error: Exception, now: datetime) -> Item:
    """The entry after its page was not to be had."""
    status = error.status if isinstance(error, FetchError) else None
    if status == GONE or (status == _MISSING and item.article_id is not None):
        return replace(as_read(item, now), state=ItemState.GONE)
    if item.read_version == item.version:  # it was only asked for again
        return as_read(item, now)
    attempts = item.attempts + 1
    if attempts >= _ATTEMPTS or (isinstance(error, FetchError) and error.problem.lasting):
        return replace(as_read(item, now), state=item.state if item.article_id is not None else ItemState.FAILED)
    return replace(item, attempts=attempts, next_check=now + back_off(attempts, error))


def back_off(failures: int, error: Exception | None = None) -> timedelta:
    """How long to wait after so many failures in a row: doubling, and as long as the site asks for."""
    wait = min(EVERY * (1 << min(failures - 1, 10)), _LONGEST_BACK_OFF)
    asked = error.retry_after if isinstance(error, FetchError) else None
    return max(wait, timedelta(seconds=asked or 0))


def _there(library: Library, article_id: str, url: str | None) -> Article | None:
    """The article, if it is still the one that came from `url`."""
    try:
        found = library.show(article_id).article
    except ArticleNotFoundError:
        return None
    return found if found.url == url else None

"""Polling feeds: what is new or corrected becomes an article, each at most once, whatever breaks in between."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter
from typing import Protocol, TypeVar

from index.errors import ArticleNotFoundError, FetchError, ReadingError, StoreError
from index.library.allowance import Allowance, HourlyLimits
from index.library.library import Library
from index.model.article import Addition, Outcome
from index.model.feed import Item, ItemState, Poll, PollOutcome, Subscription
from index.reading import read_page
from index.reading.feed import read_feed
from index.sandbox import Sandbox
from index.web.client import Fetcher
from index.web.responses import Fetched, Wanted

_log = logging.getLogger(__name__)

_T = TypeVar("_T")

PAGES = 25
"""Pages that are asked for in one poll; the rest waits for the next."""

PAGES_BEGIN = 180.0
"""Seconds of a poll after which no further page is asked for: a slow site's feed gets on by a few pages each time."""

_EVERY = timedelta(minutes=15)
_LONGEST_BACK_OFF = timedelta(hours=24)
_YOUNG = timedelta(days=2)  # entries whose pages are asked for again
_AGAIN = timedelta(hours=6)
_ATTEMPTS = 5
_GONE, _MISSING = 410, 404
_OVERLOADED = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class _Visit:
    """What asking for one entry's page gave."""

    item: Item
    addition: Addition | None = None
    error: FetchError | None = None


class Runner(Protocol):
    """Does work for a community off the event loop."""

    def __call__(self, community: str, work: Callable[[], _T], /, *, brief: bool = False) -> Awaitable[_T]:
        """Do it, and give what it gives. What is `brief`, a look into the database, waits for nothing that is not."""


async def in_thread(_: str, work: Callable[[], _T], /, *, brief: bool = False) -> _T:  # noqa: ARG001 -- all have one
    """Do the work in a thread, whosever it is."""
    return await asyncio.to_thread(work)


class FeedPoller:
    """Polls feeds of all communities; `FeedTurns` says when.

    Parameters
    ----------
    library : Library
        Any library over the database; its clock tells what is due.
    sandbox : Sandbox
        What reads feeds and pages.
    run : Runner
        Where pages are read and annotated and what became of them is written.
    hourly : HourlyLimits, optional
        What the feeds of one community may use in an hour; of this process alone.
    """

    def __init__(
        self,
        library: Library,
        fetcher: Fetcher,
        sandbox: Sandbox,
        run: Runner = in_thread,
        *,
        hourly: HourlyLimits | None = None,
    ) -> None:
        self._library = library
        self._records = library.feeds.records
        self._fetcher = fetcher
        self._sandbox = sandbox
        self._run = run
        self._allowance = Allowance(library.now, hourly if hourly is not None else HourlyLimits())

    async def poll(self, subscription: Subscription) -> Poll:
        """Ask for a feed, then for the pages of its new, changed and recent entries, and add them.

        What is wrong with the feed or a page is kept with it, not raised. Nothing is asked for while the community's
        hour is used up. Poll one feed once at a time.

        Raises
        ------
        StoreError
            If the database fails; what was added before stays.
        Exception
            Whatever a feed brings about that nobody has foreseen; a page's is kept with its entry.
        """
        now = self._library.now()
        community = subscription.community
        until = await self._limited(subscription)
        if until is not None:
            return Poll(PollOutcome.UNCHANGED, (), None, until)
        try:
            fetched = await self._fetcher.fetch(
                subscription.url,
                want=Wanted.FEED,
                etag=subscription.etag,
                last_modified=subscription.last_modified,
            )
            self._allowance.spend(community, size=len(fetched.data))
            reading = partial(read_feed, fetched.data, fetched.url, self._sandbox)
            feed = None if fetched.not_modified else await self._read(community, reading)
        except (FetchError, ReadingError) as error:
            return await self._failed(subscription, error, now)
        if feed is None:
            await self._note(community, partial(self._records.unchanged, subscription.id, now, now + _EVERY))
        else:
            kept = (feed.items, now, now + _EVERY, fetched.etag, fetched.last_modified)
            await self._note(community, partial(self._records.read, subscription, *kept))
        additions, until = await self._visit(subscription, now)
        return Poll(PollOutcome.UNCHANGED if feed is None else PollOutcome.READ, additions, None, until)

    async def _failed(self, subscription: Subscription, error: FetchError | ReadingError, now: datetime) -> Poll:
        words = str(error)
        failures = subscription.failures + 1
        next_check: datetime | None = now + back_off(failures, error)
        if isinstance(error, FetchError) and error.status == _GONE:
            words = f"{subscription.url}: the site has removed this feed (410); remove it here, or add its new link"
            next_check = None
        failed = partial(self._records.failed, subscription.id, failures, next_check, words)
        await self._note(subscription.community, failed)
        return Poll(PollOutcome.FAILED, (), words)

    async def _limited(self, subscription: Subscription) -> datetime | None:
        """When the community may go on, if its hour is used up: then that is noted with the feed."""
        until = self._allowance.used_up(subscription.community)
        if until is not None:
            await self._note(subscription.community, partial(self._records.limit, subscription.id, until))
        return until

    async def _read(self, community: str, work: Callable[[], _T]) -> _T:
        """Do work that may take long, at the community's expense."""

        def timed() -> _T:
            began = perf_counter()
            try:
                return work()
            finally:
                self._allowance.spend(community, seconds=perf_counter() - began)

        return await self._run(community, timed)

    async def _note(self, community: str, work: Callable[[], _T]) -> _T:
        """Look or write something into the database."""
        return await self._run(community, work, brief=True)

    async def _visit(self, subscription: Subscription, now: datetime) -> tuple[tuple[Addition, ...], datetime | None]:
        """Ask for pages; gives what they became, and when the rest follows if the community's hour is used up."""
        community = subscription.community
        library = self._library.of(community)
        clock = asyncio.get_running_loop().time
        last = clock() + PAGES_BEGIN
        items = await self._note(community, partial(self._records.work, subscription.id, now, now - _YOUNG, PAGES))
        additions: list[Addition] = []
        for item in items:
            if await self._note(community, partial(self._records.get, subscription.id)) is None or clock() > last:
                break  # removed meanwhile, or out of time
            until = await self._limited(subscription)
            if until is not None:
                return tuple(additions), until
            visit = await self._page(library, item, now)
            if visit.addition is not None and visit.addition.outcome is not Outcome.UNCHANGED:
                additions.append(visit.addition)
            if visit.error is not None and visit.error.status in _OVERLOADED:
                wait = timedelta(seconds=visit.error.retry_after or 0)
                await self._note(community, partial(self._records.postpone, subscription.id, now + wait))
                break
        return tuple(additions), None

    async def _page(self, library: Library, item: Item, now: datetime) -> _Visit:
        """Ask for an entry's page, add what it holds, and write down what has become of it."""
        known = item.article_id is not None
        community = library.community
        self._allowance.spend(community, pages=1)
        try:
            fetched = await self._fetcher.fetch(
                item.url,
                want=Wanted.PAGE,
                etag=item.etag if known else None,
                last_modified=item.last_modified if known else None,
            )
            self._allowance.spend(community, size=len(fetched.data))
            if not fetched.not_modified:
                return await self._read(community, partial(self._add, library, item, fetched, now))
            visit = _Visit(_as_read(item, now))
        except StoreError:
            raise
        except (FetchError, ReadingError) as error:
            visit = _Visit(_refused(item, error, now), error=error if isinstance(error, FetchError) else None)
        except Exception as error:  # noqa: BLE001 -- whatever a page brings about, the others are read
            fault(f"The page {item.url} of a feed of {community}")
            visit = _Visit(_refused(item, error, now))
        await self._note(community, partial(self._records.save, visit.item))
        return visit

    def _add(self, library: Library, item: Item, fetched: Fetched, now: datetime) -> _Visit:
        """Add a page's article, in place of the one that the entry had, though its link may be another by now.

        An article that somebody removed stays away.
        """
        article = read_page(fetched, self._sandbox)
        read = replace(_as_read(item, now), etag=fetched.etag, last_modified=fetched.last_modified)
        if item.article_id is not None:
            if not _is_there(library, item.article_id, item.article_url):
                done = replace(read, state=ItemState.WITHHELD, article_id=None, article_url=None)
                self._records.save(done)
                return _Visit(done)
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
        return _Visit(done, addition)


def _as_read(item: Item, now: datetime) -> Item:
    """The entry, its page read in the present version."""
    return replace(item, read_version=item.version, attempts=0, next_check=now + _AGAIN)


def _refused(item: Item, error: Exception, now: datetime) -> Item:
    """The entry after its page was not to be had."""
    status = error.status if isinstance(error, FetchError) else None
    if status == _GONE or (status == _MISSING and item.article_id is not None):
        return replace(_as_read(item, now), state=ItemState.GONE)
    if item.read_version == item.version:  # it was only asked for again
        return _as_read(item, now)
    attempts = item.attempts + 1
    if attempts >= _ATTEMPTS or (isinstance(error, FetchError) and error.problem.lasting):
        return replace(_as_read(item, now), state=item.state if item.article_id is not None else ItemState.FAILED)
    return replace(item, attempts=attempts, next_check=now + back_off(attempts, error))


def back_off(failures: int, error: Exception | None = None) -> timedelta:
    """How long to wait after so many failures in a row: doubling, and as long as the site asks for."""
    wait = min(_EVERY * (1 << min(failures - 1, 10)), _LONGEST_BACK_OFF)
    asked = error.retry_after if isinstance(error, FetchError) else None
    return max(wait, timedelta(seconds=asked or 0))


def fault(what: str) -> str:
    """Log the error that is being handled, which nobody has foreseen, under a reference, and give that."""
    reference = secrets.token_hex(4)
    _log.exception("Reference %s: %s could not be read", reference, what, extra={"reference": reference})
    return reference


def _is_there(library: Library, article_id: str, url: str | None) -> bool:
    """Whether the article is still the one that came from `url`."""
    try:
        return library.show(article_id).article.url == url
    except ArticleNotFoundError:
        return False

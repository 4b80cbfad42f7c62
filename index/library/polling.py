"""Polling feeds: what is new or corrected becomes an article, each at most once, whatever breaks in between."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter
from typing import Protocol, TypeVar

from index.errors import FetchError, ReadingError, StoreError
from index.library.allowance import Allowance, HourlyLimits
from index.library.entries import EVERY, GONE, FeedEntries, Visit, as_read, back_off, refused, stays_closed
from index.library.library import Library
from index.model.article import Addition, Outcome
from index.model.feed import Item, Poll, PollOutcome, Subscription
from index.reading.feed import FeedItem, read_feed
from index.sandbox import Sandbox
from index.web.client import Fetcher
from index.web.responses import Wanted

_log = logging.getLogger(__name__)

_T = TypeVar("_T")

PAGES = 25
"""Pages that are asked for in one poll; the rest waits for the next."""

PAGES_BEGIN = 180.0
"""Seconds of a poll after which no further page is asked for: a slow site's feed gets on by a few pages each time."""

_YOUNG = timedelta(days=2)  # entries whose pages are asked for again
_OVERLOADED = frozenset({429, 503})


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
        self._entry_records = library.feeds.entries
        self._entries = FeedEntries(self._entry_records, sandbox)
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
        # What an entry has of its own is not kept, so that the feed is asked for as a whole while some are unread.
        unread = await self._note(community, partial(self._entry_records.has_unread, subscription.id, now))
        try:
            fetched = await self._fetcher.fetch(
                subscription.url,
                want=Wanted.FEED,
                etag=None if unread else subscription.etag,
                last_modified=None if unread else subscription.last_modified,
            )
            self._allowance.spend(community, size=len(fetched.data))
            reading = partial(read_feed, fetched.data, fetched.url, self._sandbox)
            feed = None if fetched.not_modified else await self._read(community, reading)
        except (FetchError, ReadingError) as error:
            return await self._failed(subscription, error, now)
        if feed is None:
            await self._note(community, partial(self._records.unchanged, subscription.id, now, now + EVERY))
        else:
            kept = (feed.items, now, now + EVERY, fetched.etag, fetched.last_modified)
            await self._note(community, partial(self._records.read, subscription, *kept))
        wholes = {(entry.url, entry.version): entry for entry in feed.items if entry.markup} if feed is not None else {}
        additions, until = await self._visit(subscription, wholes, now)
        return Poll(PollOutcome.UNCHANGED if feed is None else PollOutcome.READ, additions, None, until)

    async def _failed(self, subscription: Subscription, error: FetchError | ReadingError, now: datetime) -> Poll:
        words = str(error)
        failures = subscription.failures + 1
        next_check: datetime | None = now + back_off(failures, error)
        if isinstance(error, FetchError) and error.status == GONE:
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

    async def _visit(
        self, subscription: Subscription, wholes: Mapping[tuple[str, str], FeedItem], now: datetime
    ) -> tuple[tuple[Addition, ...], datetime | None]:
        """Ask for pages; gives what they became, and when the rest follows if the community's hour is used up.

        `wholes` has, by link and version, the entries whose text the feed has as a whole.
        """
        community = subscription.community
        library = self._library.of(community)
        clock = asyncio.get_running_loop().time
        last = clock() + PAGES_BEGIN
        items = await self._note(
            community, partial(self._entry_records.work, subscription.id, now, now - _YOUNG, PAGES)
        )
        additions: list[Addition] = []
        for item in items:
            if await self._note(community, partial(self._records.get, subscription.id)) is None or clock() > last:
                break  # removed meanwhile, or out of time
            until = await self._limited(subscription)
            if until is not None:
                return tuple(additions), until
            visit = await self._page(library, item, wholes.get((item.url, item.version)), now)
            if visit.addition is not None and visit.addition.outcome is not Outcome.UNCHANGED:
                additions.append(visit.addition)
            if visit.error is not None and visit.error.status in _OVERLOADED:
                wait = timedelta(seconds=visit.error.retry_after or 0)
                await self._note(community, partial(self._records.postpone, subscription.id, now + wait))
                break
        return tuple(additions), None

    async def _page(self, library: Library, item: Item, whole: FeedItem | None, now: datetime) -> Visit:
        """Ask for an entry's page, add what it holds, and write down what has become of it.

        The text that the feed has as a `whole` is added where the page is not to be had.
        """
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
                return await self._read(community, partial(self._entries.add_page, library, item, fetched, whole, now))
            visit = Visit(as_read(item, now))
        except StoreError:
            raise
        except (FetchError, ReadingError) as error:
            visit = await self._closed(library, item, whole, error, now)
        except Exception as error:  # noqa: BLE001 -- whatever a page brings about, the others are read
            fault(f"The page {item.url} of a feed of {community}")
            visit = Visit(refused(item, error, now))
        await self._note(community, partial(self._entry_records.save, visit.item))
        return visit

    async def _closed(
        self, library: Library, item: Item, whole: FeedItem | None, error: FetchError | ReadingError, now: datetime
    ) -> Visit:
        """What becomes of an entry whose page is not to be had: the whole that the feed has, or nothing yet."""
        visit = Visit(refused(item, error, now), error=error if isinstance(error, FetchError) else None)
        if whole is None or not stays_closed(item, visit.item, error):
            return visit
        try:
            return await self._read(library.community, partial(self._entries.add_whole, library, item, whole, now))
        except StoreError:
            raise
        except ReadingError:
            return visit
        except Exception:  # noqa: BLE001 -- as with a page
            fault(f"The text of {item.url} in a feed of {library.community}")
            return visit


def fault(what: str) -> str:
    """Log the error that is being handled, which nobody has foreseen, under a reference, and give that."""
    reference = secrets.token_hex(4)
    _log.exception("Reference %s: %s could not be read", reference, what, extra={"reference": reference})
    return reference

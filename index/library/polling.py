"""Polling feeds: what is new or corrected becomes an article, each at most once, whatever breaks in between."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from index.errors import ArticleNotFoundError, FetchError, ReadingError
from index.library.library import Library
from index.model.article import Addition, Outcome
from index.model.feed import Item, ItemState, Poll, PollOutcome, Subscription
from index.reading import read_page
from index.reading.feed import read_feed
from index.web.client import Fetcher
from index.web.responses import Fetched, Wanted

_T = TypeVar("_T")

PAGES = 25
"""Pages that are asked for in one poll; the rest waits for the next."""

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

    def __call__(self, community: str, work: Callable[[], _T], /) -> Awaitable[_T]:
        """Do it, and give what it gives."""


async def in_thread(_: str, work: Callable[[], _T], /) -> _T:
    """Do the work in a thread, whosever it is."""
    return await asyncio.to_thread(work)


class FeedPoller:
    """Polls feeds of all communities.

    Parameters
    ----------
    library : Library
        Any library over the database; its clock tells what is due.
    run : Runner
        Where pages are read and annotated and what became of them is written.
    """

    def __init__(self, library: Library, fetcher: Fetcher, run: Runner = in_thread) -> None:
        self._library = library
        self._records = library.feeds.records
        self._fetcher = fetcher
        self._run = run

    async def poll(self, subscription: Subscription) -> Poll:
        """Ask for a feed, then for the pages of its new, changed and recent entries, and add them.

        What is wrong with the feed or a page is kept with it, not raised. Poll one feed once at a time.

        Raises
        ------
        StoreError
            If the database fails; what was added before stays.
        """
        now = self._library.now()
        community = subscription.community
        try:
            fetched = await self._fetcher.fetch(
                subscription.url,
                want=Wanted.FEED,
                etag=subscription.etag,
                last_modified=subscription.last_modified,
            )
            reading = partial(read_feed, fetched.data, fetched.url)
            feed = None if fetched.not_modified else await self._run(community, reading)
        except (FetchError, ReadingError) as error:
            return await self._failed(subscription, error, now)
        if feed is None:
            await self._run(community, partial(self._records.unchanged, subscription.id, now, now + _EVERY))
        else:
            kept = (feed.items, now, now + _EVERY, fetched.etag, fetched.last_modified)
            await self._run(community, partial(self._records.read, subscription, *kept))
        additions = await self._visit(subscription, now)
        return Poll(PollOutcome.UNCHANGED if feed is None else PollOutcome.READ, additions, None)

    async def _failed(self, subscription: Subscription, error: FetchError | ReadingError, now: datetime) -> Poll:
        words = str(error)
        next_check: datetime | None = now + _back_off(subscription.failures + 1, error)
        if isinstance(error, FetchError) and error.status == _GONE:
            words = f"{subscription.url}: the site has removed this feed (410); remove it here, or add its new link"
            next_check = None
        await self._run(subscription.community, partial(self._records.failed, subscription.id, next_check, words))
        return Poll(PollOutcome.FAILED, (), words)

    async def _visit(self, subscription: Subscription, now: datetime) -> tuple[Addition, ...]:
        community = subscription.community
        library = self._library.of(community)
        items = await self._run(community, partial(self._records.work, subscription.id, now, now - _YOUNG, PAGES))
        additions = []
        for item in items:
            if await self._run(community, partial(self._records.get, subscription.id)) is None:
                break  # removed meanwhile
            visit = await self._page(library, item, now)
            if visit.addition is not None and visit.addition.outcome is not Outcome.UNCHANGED:
                additions.append(visit.addition)
            if visit.error is not None and visit.error.status in _OVERLOADED:
                wait = timedelta(seconds=visit.error.retry_after or 0)
                await self._run(community, partial(self._records.postpone, subscription.id, now + wait))
                break
        return tuple(additions)

    async def _page(self, library: Library, item: Item, now: datetime) -> _Visit:
        """Ask for an entry's page, add what it holds, and write down what has become of it."""
        known = item.article_id is not None
        try:
            fetched = await self._fetcher.fetch(
                item.url,
                want=Wanted.PAGE,
                etag=item.etag if known else None,
                last_modified=item.last_modified if known else None,
            )
            if not fetched.not_modified:
                return await self._run(library.community, partial(self._add, library, item, fetched, now))
            visit = _Visit(_read(item, now))
        except (FetchError, ReadingError) as error:
            visit = _Visit(_refused(item, error, now), error=error if isinstance(error, FetchError) else None)
        await self._run(library.community, partial(self._records.save, visit.item))
        return visit

    def _add(self, library: Library, item: Item, fetched: Fetched, now: datetime) -> _Visit:
        """Add a page's article, in place of the one that the entry had, though its link may be another by now.

        An article that somebody removed stays away.
        """
        article = read_page(fetched)
        read = replace(_read(item, now), etag=fetched.etag, last_modified=fetched.last_modified)
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
            article_url=article.url if kept else None,
            announced=item.announced or (item.article_id is None and addition.outcome is not Outcome.ADDED),
        )
        self._records.save(done)
        return _Visit(done, addition)


def _read(item: Item, now: datetime) -> Item:
    """The entry, its page read in the present version."""
    return replace(item, read_version=item.version, attempts=0, next_check=now + _AGAIN)


def _refused(item: Item, error: FetchError | ReadingError, now: datetime) -> Item:
    """The entry after its page was not to be had."""
    status = error.status if isinstance(error, FetchError) else None
    if status == _GONE or (status == _MISSING and item.article_id is not None):
        return replace(_read(item, now), state=ItemState.GONE)
    if item.read_version == item.version:  # it was only asked for again
        return _read(item, now)
    attempts = item.attempts + 1
    if attempts >= _ATTEMPTS or (isinstance(error, FetchError) and error.problem.lasting):
        return replace(_read(item, now), state=item.state if item.article_id is not None else ItemState.FAILED)
    return replace(item, attempts=attempts, next_check=now + _back_off(attempts, error))


def _back_off(failures: int, error: FetchError | ReadingError) -> timedelta:
    """How long to wait after so many failures in a row: doubling, and as long as the site asks for."""
    wait = min(_EVERY * (1 << min(failures - 1, 10)), _LONGEST_BACK_OFF)
    asked = error.retry_after if isinstance(error, FetchError) else None
    return max(wait, timedelta(seconds=asked or 0))


def _is_there(library: Library, article_id: str, url: str | None) -> bool:
    """Whether the article is still the one that came from `url`."""
    try:
        return library.show(article_id).article.url == url
    except ArticleNotFoundError:
        return False

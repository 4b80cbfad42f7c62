"""A feed's turn: written down before it begins, bounded in time, and whatever it brings about stays with that feed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from index.errors import FeedNotFoundError, StoreError
from index.library.entries import back_off
from index.library.library import Library
from index.library.polling import FeedPoller, Runner, fault, in_thread
from index.model.feed import Poll, PollOutcome, Subscription

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

CRASHES = 2
"""Polls in a row that may end their process before a feed rests: one may have been the machine's fault, or that of a
feed polled beside it."""


@dataclass(frozen=True, slots=True)
class TurnLimits:
    """How long a turn may take.

    Attributes
    ----------
    seconds : float
        Any feed's. Twenty-five pages of a site that pauses for seconds between two need minutes.
    suspect : float
        Of a feed whose last poll may have ended its process: all others wait meanwhile.
    """

    seconds: float = 300.0
    suspect: float = 60.0


class FeedTurns:
    """Lets feeds of all communities be polled, each once at a time over all processes.

    Parameters
    ----------
    library : Library
        Any library over the database.
    run : Runner
        Where it is written down what becomes of a turn.
    """

    def __init__(
        self, library: Library, poller: FeedPoller, run: Runner = in_thread, *, limits: TurnLimits | None = None
    ) -> None:
        self._library = library
        self._records = library.feeds.records
        self._poller = poller
        self._run = run
        self._limits = limits if limits is not None else TurnLimits()
        self._unwritten: dict[int, datetime] = {}  # when turns of feeds began whose end could not be written down

    async def take(self, feed: int, community: str, *, asked: bool = False) -> Poll | None:
        """Poll a feed if it is due, or whenever somebody has `asked` for it.

        The next turn is put off before this one begins, and that it has begun stays written down until it ends. Where
        that still stands though nobody polls the feed any more, the turn has ended its process; after `CRASHES` in a
        row the feed rests until somebody asks. Every other error is one of the feed: logged, kept with it as the
        sentence that `Poll.error` gives, and a reason to ask it less often; but for the database's, after which it is
        asked again in time. A turn that is cancelled, as when the process is stopped, is none: the feed is due when it
        was.

        Returns
        -------
        Poll | None
            None if it was not polled: it is not due, or rests, or is gone, or another process is at it.

        Raises
        ------
        FeedNotFoundError
            If it was asked for and has been removed.
        StoreError
            If the turn could not begin.
        """
        async with self._held(feed, community) as mine:
            found = await self._note(community, partial(self._begin, feed, asked=asked)) if mine else None
            if found is None or found.begun is None:
                return None
            try:
                poll = await self._poll(found)
            except asyncio.CancelledError:
                await self._end(found, partial(self._records.undo_poll, feed, found.begun, found.next_check))
                raise
            await self._end(found, partial(self._records.end_poll, feed, found.begun))
            return poll

    @asynccontextmanager
    async def _held(self, feed: int, community: str) -> AsyncIterator[bool]:
        """Try for the feed's lock of all processes; tells whether it was free."""
        hold = self._library.feeds.exclusive(f"feed {feed}")
        free = await self._note(community, hold.__enter__)
        try:
            yield free
        finally:
            await self._note(community, partial(hold.__exit__, None, None, None))

    def _begin(self, feed: int, *, asked: bool) -> Subscription | None:
        """Write down that the feed's turn begins, unless it is not its turn; the feed as it is polled then."""
        found = self._records.get(feed)
        now = self._library.now()
        if found is None:
            if asked:
                raise FeedNotFoundError(feed)
            return None
        if not asked and (found.next_check is None or found.next_check > now):
            return None
        crashes = found.crashes
        if found.begun is not None and found.begun != self._unwritten.pop(feed, None):
            crashes += 1
            _log.warning("The poll of feed %s, begun at %s, has ended its process", feed, found.begun)
            if crashes >= CRASHES and not asked:
                words = f"{found.url}: reading it has ended the whole program {crashes} times in a row, so it rests"
                self._records.rest(feed, crashes, words)
                return None
        self._records.begin_poll(feed, now, now + back_off(found.failures + crashes + 1), crashes)
        return replace(found, begun=now, crashes=crashes)

    async def _poll(self, feed: Subscription) -> Poll:
        seconds = self._limits.suspect if feed.crashes else self._limits.seconds
        try:
            async with asyncio.timeout(seconds) as limit:
                return await self._poller.poll(feed)
        except Exception as error:  # noqa: BLE001 -- whatever a feed brings about, the others are polled
            if isinstance(error, TimeoutError) and limit.expired():
                words = f"{feed.url}: it took too long, more than {seconds:g} seconds with its pages"
                _log.warning("Feed %s of %s took too long: %s", feed.id, feed.community, feed.url)
            else:
                reference = fault(f"Feed {feed.id} of {feed.community}, {feed.url},")
                words = f"{feed.url}: an unforeseen fault ended its reading; the log has it under {reference}"
            if not isinstance(error, StoreError):  # of which the feed is not to blame
                failures = feed.failures + 1
                next_check = self._library.now() + back_off(failures)
                await self._end(feed, partial(self._records.failed, feed.id, failures, next_check, words))
            return Poll(PollOutcome.FAILED, (), words)

    async def _end(self, feed: Subscription, write: Callable[[], None]) -> None:
        """Write down how a turn ended; where the database does not take it, the feed is put off all the same."""
        try:
            await self._note(feed.community, write)
        except Exception:  # noqa: BLE001 -- that it began stands there already
            if feed.begun is not None:
                self._unwritten[feed.id] = feed.begun
            _log.exception("It could not be written down how the poll of feed %s ended", feed.id)

    async def _note(self, community: str, work: Callable[[], _T]) -> _T:
        """Look or write something into the database."""
        return await self._run(community, work, brief=True)

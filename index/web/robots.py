"""Manners towards sites: one request at a time to each, with a pause in between, and robots.txt."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from yarl import URL

from index.errors import FetchError, FetchProblem
from index.sandbox import BUSY, TOO_MUCH_WORK, Sandbox

_HOSTS = 1024  # hosts whose last request, and sites whose robots.txt, are remembered
_KEPT = 16_000_000  # bytes of robots.txt
_LONGEST_PAUSE = 10.0  # seconds of a Crawl-delay that are granted


class Turns:
    """Whose turn it is at each host: one request at a time, `gap` seconds after the one before."""

    def __init__(self, gap: float, clock: Callable[[], float], pause: Callable[[float], Awaitable[None]]) -> None:
        self._gap = gap
        self._clock = clock
        self._pause = pause
        self._locks: dict[str, asyncio.Lock] = {}
        self._waiting: dict[str, int] = {}
        self._ended: OrderedDict[str, float] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str, *, patience: float, gap: float = 0.0) -> AsyncIterator[None]:
        """Hold the host's turn, which is waited for `patience` seconds at most.

        Raises
        ------
        TimeoutError
            If the turn does not come in that time.
        """
        lock = self._locks.setdefault(host, asyncio.Lock())
        self._waiting[host] = self._waiting.get(host, 0) + 1
        try:
            async with asyncio.timeout(patience):
                await lock.acquire()
            try:
                wait = self._ended.get(host, float("-inf")) + max(self._gap, min(gap, _LONGEST_PAUSE)) - self._clock()
                if wait > 0:
                    await self._pause(wait)
                yield
            finally:
                self._note(host)
                lock.release()
        finally:
            self._waiting[host] -= 1
            if not self._waiting[host]:
                del self._waiting[host], self._locks[host]

    def _note(self, host: str) -> None:
        self._ended[host] = self._clock()
        self._ended.move_to_end(host)
        if len(self._ended) > _HOSTS:
            self._ended.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a site's robots.txt says of a link.

    Attributes
    ----------
    allowed : bool
        Whether the site lets us ask for it.
    delay : float
        Seconds that the site asks for between two requests; 0 if it asks for none.
    problem : str | None
        `TOO_MUCH_WORK` if the robots.txt cannot be read, which like one that is not to be had forbids everything;
        `BUSY` if it may be in a moment.
    """

    allowed: bool
    delay: float = 0.0
    problem: str | None = None


class Rules:
    """One site's robots.txt; an empty one allows everything."""

    def __init__(self, data: bytes, agent: str) -> None:
        self._data = data
        self._agent = agent
        self._unreadable = False

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self._data)

    def ruling(self, url: str, sandbox: Sandbox) -> Ruling:
        """What it says of `url`, read in `sandbox`: that may take some seconds, so not on the event loop.

        One that cannot be read is not tried again.
        """
        if not self._data:
            return Ruling(allowed=True)
        found = {} if self._unreadable else sandbox.read("robots", self._data, self._agent, url)
        if found.get("problem") == BUSY:
            return Ruling(allowed=False, problem=BUSY)
        if "allowed" not in found:
            self._unreadable = True
            return Ruling(allowed=False, problem=TOO_MUCH_WORK)
        return Ruling(found["allowed"], found["delay"])


def forbidden(target: URL, ruling: Ruling) -> FetchError:
    """The error of a link that may not be asked for."""
    if ruling.problem == BUSY:
        return FetchError(str(target), FetchProblem.BUSY, "too many links are being read; try again in a minute")
    if ruling.problem is not None:
        words = "the site's robots.txt takes too much time or memory to read, which counts as a no"
    else:
        words = "the site's robots.txt asks programs not to read this"
    return FetchError(str(target), FetchProblem.ROBOTS, f"{words}; save the page and add that file")


class Robots:
    """The rules of the sites last asked, each kept for `lifetime` seconds."""

    def __init__(self, lifetime: float, clock: Callable[[], float]) -> None:
        self._lifetime = lifetime
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._size = 0

    def known(self, site: str) -> Rules | None:
        """The site's rules, if they are here and fresh."""
        kept = self._kept.get(site)
        return kept[1] if kept is not None and kept[0] > self._clock() else None

    def keep(self, site: str, rules: Rules) -> Rules:
        """Keep a site's rules, and give them."""
        self._drop(site)
        self._kept[site] = self._clock() + self._lifetime, rules
        self._size += rules.size
        while len(self._kept) > _HOSTS or self._size > _KEPT:
            self._drop(next(iter(self._kept)))
        return rules

    def _drop(self, site: str) -> None:
        _, dropped = self._kept.pop(site, (0.0, None))
        self._size -= dropped.size if dropped is not None else 0

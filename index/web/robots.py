"""Manners towards sites: one request at a time to each, with a pause in between, and robots.txt."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from protego import Protego

_HOSTS = 1024  # hosts whose last request, and sites whose robots.txt, are remembered
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


class Rules:
    """One site's robots.txt; "" allows everything. A long one takes time to be read, and to be asked."""

    def __init__(self, text: str, agent: str) -> None:
        self._rules = Protego.parse(text)
        self._agent = agent

    def allow(self, url: str) -> bool:
        """Whether the site lets us ask for `url`."""
        return self._rules.can_fetch(url, self._agent)

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two requests; 0 if it asks for none."""
        return self._rules.crawl_delay(self._agent) or 0.0


class Robots:
    """The rules of the sites last asked, each kept for `lifetime` seconds."""

    def __init__(self, lifetime: float, clock: Callable[[], float]) -> None:
        self._lifetime = lifetime
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Rules]] = OrderedDict()

    def known(self, site: str) -> Rules | None:
        """The site's rules, if they are here and fresh."""
        kept = self._kept.get(site)
        return kept[1] if kept is not None and kept[0] > self._clock() else None

    def keep(self, site: str, rules: Rules) -> Rules:
        """Keep a site's rules, and give them."""
        self._kept[site] = self._clock() + self._lifetime, rules
        self._kept.move_to_end(site)
        if len(self._kept) > _HOSTS:
            self._kept.popitem(last=False)
        return rules

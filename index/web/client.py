"""The one way to the web: a client that asks only public addresses, politely, and for bounded time and size."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from types import TracebackType
from typing import TYPE_CHECKING

from yarl import URL

from index.errors import FetchError, FetchProblem
from index.sandbox import BUSY, Sandbox
from index.web.bodies import BrokenBodyError, TooLargeError, read_body
from index.web.guard import NO_LINK, Address, public_only, read_link, redirected
from index.web.responses import Fetched, RefusedError, SiteAnswer, Wanted, fetched, refusal, unwell
from index.web.robots import Robots, Rules, Ruling, Turns, forbidden

if TYPE_CHECKING:  # loaded with the first fetch, for which alone the command line would wait
    from aiohttp import ClientSession
    from aiohttp.abc import AbstractResolver

log = logging.getLogger(__name__)

AGENT = "Onrecord"
"""The name that robots.txt knows us by."""

_ROBOTS_SIZE = 500_000
_ROBOTS_TOGETHER = 2  # looked into at a time


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch may go.

    Attributes
    ----------
    seconds : float
        In all, redirects and robots.txt included, waiting for the host's turn not.
    size : int
        Bytes of a body, before and after unpacking.
    patience : float
        Seconds to wait for the host's turn.
    gap : float
        Seconds between two requests to one host.
    robots : float
        Seconds for which a robots.txt is kept.
    """

    seconds: float = 20.0
    size: int = 5_000_000
    redirects: int = 5
    patience: float = 60.0
    gap: float = 1.0
    robots: float = 3_600.0


class Fetcher:
    """Fetches pages and feeds. An async context manager; one is enough for a program.

    Parameters
    ----------
    sandbox : Sandbox | None
        Where robots.txt is read; by default in one of its own, which `close` closes.
    allowed : callable
        Whether an address and port may be connected to; asked right before every connection, for whatever name or
        number the link has, after redirects too. By default only public addresses on ports 80 and 443.
    resolver : aiohttp.abc.AbstractResolver | None
        Finds hosts' addresses; by default the system does.
    clock, pause : callable
        Seconds that only grow, and how to let some pass.
    """

    def __init__(
        self,
        *,
        sandbox: Sandbox | None = None,
        allowed: Callable[[Address, int], bool] = public_only,
        limits: Limits | None = None,
        resolver: "AbstractResolver | None" = None,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._given = sandbox
        self._sandbox = sandbox if sandbox is not None else Sandbox()
        self._allowed = allowed
        self._limits = limits if limits is not None else Limits()
        self._resolver = resolver
        self._turns = Turns(self._limits.gap, clock, pause)
        self._robots = Robots(self._limits.robots, clock)
        self._reading = asyncio.Semaphore(_ROBOTS_TOGETHER)
        self._session: ClientSession | None = None

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of connections; a later fetch opens new ones."""
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._given is None:
            self._sandbox.close()
            self._sandbox = Sandbox()

    def _opened(self) -> "ClientSession":
        """The session, opened with the first fetch."""
        if self._session is not None:
            return self._session
        from index.web.session import open_session  # noqa: PLC0415 - loads aiohttp

        self._session = open_session(
            self._allowed,
            self._resolver,
            agent=f"{AGENT}/{version('onrecord')} (news index; obeys robots.txt as {AGENT})",
            seconds=self._limits.seconds / 3,
        )
        return self._session

    async def fetch(
        self, url: str, *, want: Wanted, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Fetch a link; with `etag` or `last_modified` of an earlier answer, only if it has changed since.

        Raises
        ------
        FetchError
            Naming the link, what is wrong with it or with the site's answer, and what helps.
        """
        given = read_link(url)
        try:
            return await self._follow(given, want, etag, last_modified)
        except FetchError:
            raise
        except Exception as error:  # what nobody thought of that a site may answer is no reason for others to wait
            log.exception("What %s answers is not understood", given.host)
            raise FetchError(
                str(given), FetchProblem.UNREACHABLE, "its answer is not understood; save the page and add that file"
            ) from error

    async def _follow(self, given: URL, want: Wanted, etag: str | None, last_modified: str | None) -> Fetched:
        """Ask for a link and for what it redirects to, each if its site's robots.txt lets us."""
        budget = _Budget(self._limits.seconds)
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {"Accept": want.accept} | {name: value for name, value in validators.items() if value}
        target = given
        for _ in range(self._limits.redirects + 1):
            delay = await self._delay(target, await self._rules(target, budget))
            answer = await self._ask(target, headers, budget, self._limits.size, gap=delay)
            if answer.location:
                target = redirected(target, answer.location)
                continue
            return fetched(target, answer, want, conditional=len(headers) > 1)
        raise FetchError(
            str(given),
            FetchProblem.REDIRECTS,
            f"it redirects more than {self._limits.redirects} times; open it in a browser and use the link shown there",
        )

    async def _delay(self, target: URL, rules: Rules) -> float:
        """Seconds between two requests that a site asks for which lets us ask for `target`."""
        try:
            async with asyncio.timeout(self._limits.patience), self._reading:
                ruling = await asyncio.to_thread(rules.ruling, str(target), self._sandbox)
        except TimeoutError:
            ruling = Ruling(allowed=False, problem=BUSY)
        if not ruling.allowed:
            raise forbidden(target, ruling)
        return ruling.delay

    async def _rules(self, target: URL, budget: "_Budget") -> Rules:
        """What the target's site allows; the error of a robots.txt that is not to be had names the target."""
        site = str(target.origin())
        try:
            return self._robots.known(site) or await self._learn(target, site, budget)
        except FetchError as error:
            raise FetchError(
                str(target), error.problem, error.reason, status=error.status, retry_after=error.retry_after
            ) from error

    async def _learn(self, target: URL, site: str, budget: "_Budget") -> Rules:
        """Fetch a site's robots.txt; one that is not there (4xx) allows everything."""
        at = target.origin() / "robots.txt"
        for _ in range(self._limits.redirects + 1):
            answer = await self._ask(at, {"Accept": "text/plain, */*;q=0.1"}, budget, _ROBOTS_SIZE, cut=True)
            if answer.location:
                at = redirected(at, answer.location)
                continue
            if answer.status >= 500 or answer.status == 429:
                raise unwell(at, answer)
            data = answer.data if answer.status == 200 else b""
            return self._robots.keep(site, Rules(data, AGENT))
        return self._robots.keep(site, Rules(b"", AGENT))

    async def _ask(
        self, target: URL, headers: dict[str, str], budget: "_Budget", size: int, *, gap: float = 0.0, cut: bool = False
    ) -> SiteAnswer:
        """One request, no redirect followed, in the host's turn."""
        try:
            async with self._turns.turn(target.host or "", patience=self._limits.patience, gap=gap):
                return await self._request(target, headers, budget, size, cut=cut)
        except TimeoutError as error:
            raise FetchError(
                str(target), FetchProblem.BUSY, "too many links of this site are being read; try again in a minute"
            ) from error

    async def _request(
        self, target: URL, headers: dict[str, str], budget: "_Budget", size: int, *, cut: bool
    ) -> SiteAnswer:
        import aiohttp  # noqa: PLC0415

        url = str(target)
        try:
            async with (
                budget.spend(),
                self._opened().get(target, headers=headers, allow_redirects=False) as response,
            ):
                data = b""
                if response.status == 200:
                    chunks = (chunk async for chunk, _ in response.content.iter_chunks())
                    data = await read_body(chunks, response.headers.get("Content-Encoding", ""), size, cut=cut)
                return SiteAnswer(response.status, response.headers, data)
        except RefusedError as error:
            raise refusal(url, error) from error
        except TimeoutError as error:
            raise FetchError(
                url, FetchProblem.TIME, f"the site took more than {self._limits.seconds:g} seconds; try again later"
            ) from error
        except TooLargeError as error:
            raise FetchError(
                url, FetchProblem.SIZE, f"it has more than {size / 1e6:g} MB; save the article's text and add that"
            ) from error
        except BrokenBodyError as error:
            raise FetchError(url, FetchProblem.UNREACHABLE, f"the answer is broken ({error}); try again") from error
        except aiohttp.ClientSSLError as error:
            raise FetchError(
                url, FetchProblem.UNREACHABLE, "the site's certificate is not valid; check the link's spelling"
            ) from error
        except aiohttp.InvalidURL as error:
            raise FetchError(url, FetchProblem.LINK, NO_LINK) from error
        except (aiohttp.ClientConnectorDNSError, UnicodeError) as error:
            raise FetchError(
                url, FetchProblem.UNREACHABLE, "there is no site of that name; check the link's spelling"
            ) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchError(
                url, FetchProblem.UNREACHABLE, "the site cannot be reached; try again later, or check the link"
            ) from error


class _Budget:
    """Seconds that several requests share; what passes between them does not count."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    @asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        """Let the seconds run; TimeoutError ends what is inside when there are none left."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with asyncio.timeout(self._left):
                yield
        finally:
            self._left -= clock() - began

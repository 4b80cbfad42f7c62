"""Real local sites for tests that fetch."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from aiohttp import web
from aiohttp.test_utils import TestServer

from index import Fetcher, Limits, Sandbox

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Page = web.Response | Answer | str


@dataclass
class Site:
    """A site on a local port: `pages` by path (HTML as a string), and the requests that it got."""

    pages: dict[str, Page]
    host: str = "127.0.0.1"
    requests: list[web.Request] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [request.path_qs for request in self.requests if request.path != "/robots.txt"]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if isinstance(page, str):
            return web.Response(text=page, content_type="text/html")
        if isinstance(page, web.Response):
            return web.Response(body=page.body, status=page.status, headers=page.headers)
        return await page(request)

    def allowed(self, address: IPv4Address | IPv6Address, port: int) -> bool:
        return str(address) == self.host and port == self.port


@asynccontextmanager
async def serving(pages: dict[str, Page], host: str = "127.0.0.1") -> AsyncIterator[Site]:
    site = Site(pages, host)
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", site.answer)
    server = TestServer(application, host=host)
    async with server:
        site.port = server.port or 0
        yield site


@asynccontextmanager
async def answering(answers: dict[str, bytes], host: str = "127.0.0.1") -> AsyncIterator[Site]:
    """A site that sends these very bytes for these paths, and then hangs up; all else is not there."""
    site = Site({}, host)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1].decode()
        writer.write(answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
        writer.close()

    async with await asyncio.start_server(answer, host, 0) as server:
        site.port = server.sockets[0].getsockname()[1]
        yield site


def answer_of(headers: dict[str, str], body: bytes = b"") -> bytes:
    """The bytes of an answer with a body to its end."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\n{lines}Connection: close\r\n\r\n".encode() + body


async def no_pause(_: float) -> None:
    """Let no time pass."""


def fetcher(site: Site, sandbox: Sandbox | None = None, **limits: float) -> Fetcher:
    """One that may reach the site, and nothing else."""
    most = Limits(**limits)  # type: ignore[arg-type]
    return Fetcher(sandbox=sandbox, allowed=site.allowed, limits=most, pause=no_pause)

"""The session of aiohttp: what it may connect to, and how little of an answer's headers it looks into."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from index.web.guard import Address
from index.web.responses import RefusedError

_LINE = 8_190  # bytes of a header


class _NoCookies(aiohttp.DummyCookieJar):
    """Keeps no cookies; aiohttp's own that keeps none takes each apart before."""

    def update_cookies_from_headers(self, headers: Sequence[str], response_url: URL) -> None:
        """Leave them."""


def open_session(
    allowed: Callable[[Address, int], bool], resolver: AbstractResolver | None, *, agent: str, seconds: float
) -> aiohttp.ClientSession:
    """A session that connects where `allowed` says so, asked with the address right before each connection.

    Bodies come as they are sent. `seconds` is how long one connection may take to come about.
    """

    def guarded(info: aiohttp.AddrInfoType) -> socket.socket:
        """A socket for an address about to be connected to, if it may be."""
        family, kind, protocol, _, where = info
        address, port = ip_address(str(where[0]).partition("%")[0]), int(str(where[1]))
        if not allowed(address, port):
            raise RefusedError(address, port)
        return socket.socket(family, kind, protocol)

    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            resolver=resolver,
            use_dns_cache=False,
            happy_eyeballs_delay=None,  # one address after the other, so that a refused one ends the request
            socket_factory=guarded,
        ),
        cookie_jar=_NoCookies(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=seconds),
        headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
        max_line_size=_LINE,
        max_field_size=_LINE,
        auto_decompress=False,
        trust_env=False,
    )

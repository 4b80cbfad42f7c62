"""``python -m tests.chaos.process PORT SPEED``: the bot as ``onrecord-bot run`` runs it, but for its surroundings.

Discord is a stand-in on PORT, all names of sites lead to this machine, which alone may be fetched from, and its
calendar goes SPEED times as fast: feeds are polled every quarter of an hour.
"""

import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import discord.gateway
import discord.http
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.services import polling
from index import Fetcher, open_library


class Here(AbstractResolver):
    """Finds every site on this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=port, family=family or socket.AF_INET, proto=0, flags=0)
        ]

    async def close(self) -> None:
        pass


def fast(speed: float) -> Callable[[], datetime]:
    """A clock that begins with the true time, and goes `speed` times as fast."""
    began = datetime.now(UTC)
    return lambda: began + (datetime.now(UTC) - began) * speed


def main() -> None:
    """Run until the signal."""
    port, speed = int(sys.argv[1]), float(sys.argv[2])
    discord.http.Route.BASE = f"http://127.0.0.1:{port}/api"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://127.0.0.1:{port}/gateway/")
    polling.PERIOD /= speed  # before others take it from there
    from bot import __main__ as program  # noqa: PLC0415
    from bot import app, daemon  # noqa: PLC0415

    here = partial(Fetcher, allowed=lambda address, _: address.is_loopback, resolver=Here())
    app.Fetcher = here  # type: ignore[attr-defined, assignment]
    daemon.open_library = partial(open_library, now=fast(speed))  # type: ignore[attr-defined]
    program.cli(["run"])


if __name__ == "__main__":
    main()

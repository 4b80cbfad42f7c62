"""A stand-in for Discord's two sockets, on this machine: enough for a bot to log in, get ready and leave."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "the-right-token"  # noqa: S105
USER = {"id": "1", "username": "onrecord", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {
    "id": "1",
    "name": "Onrecord",
    "flags": 0,
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": USER,
    "team": None,
    "summary": "",
}


@dataclass
class DiscordServer:
    """What was seen of the bot."""

    port: int = 0
    commands: list[Any] = field(default_factory=list)
    identified: threading.Event = field(default_factory=threading.Event)
    close_code: int | None = None
    left: threading.Event = field(default_factory=threading.Event)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/api/users/@me", self._me)
        app.router.add_get("/api/oauth2/applications/@me", self._application)
        app.router.add_get("/api/applications/1/commands", self._known)
        app.router.add_put("/api/applications/1/commands", self._commands)
        app.router.add_get("/gateway/", self._gateway)
        return app

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return as_json({"message": "401: Unauthorized", "code": 0}, status=401)
        return as_json(USER)

    async def _application(self, _: web.Request) -> web.Response:
        return as_json(APPLICATION)

    async def _known(self, _: web.Request) -> web.Response:
        return as_json(self.commands)

    async def _commands(self, request: web.Request) -> web.Response:
        self.commands = await request.json()
        return as_json([])

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None})
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json()["op"] == 2:
                ready = {
                    "v": 10,
                    "user": USER,
                    "guilds": [],
                    "session_id": "s",
                    "application": {"id": "1", "flags": 0},
                    "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/",
                }
                await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": ready})
                self.identified.set()
        self.close_code = socket.close_code
        self.left.set()
        return socket


def as_json(value: Any, status: int = 200) -> web.Response:
    """Answer with JSON under the bare content type by which discord.py knows it."""
    return web.Response(body=json.dumps(value), status=status, headers={"Content-Type": "application/json"})


@contextmanager
def discord_server(server: DiscordServer | None = None) -> Iterator[DiscordServer]:
    """Run the server on a free port of this machine, in a thread."""
    server = server or DiscordServer()
    loop = server.loop
    runner = web.AppRunner(server.application())

    async def start() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        server.port = runner.addresses[0][1]

    loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

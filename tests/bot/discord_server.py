"""A stand-in for Discord's two sockets, on this machine: enough for a bot to log in, get ready and leave."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.serving import served

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


@dataclass(frozen=True, slots=True)
class Guild:
    """A server of the bot's: its roles' permissions, and of each text channel what it denies which role.

    `channels` is None where Discord tells the bot nothing of them.
    """

    name: str
    roles: dict[str, int] = field(default_factory=dict)
    channels: tuple[tuple[str, int], ...] | None = ()


@dataclass
class DiscordServer:
    """What was seen of the bot."""

    port: int = 0
    commands: list[Any] = field(default_factory=list)
    identified: threading.Event = field(default_factory=threading.Event)
    close_code: int | None = None
    left: threading.Event = field(default_factory=threading.Event)
    silent: bool = False
    """Whether the gateway keeps a bot waiting for ever."""
    about: dict[str, Any] = field(default_factory=lambda: dict(APPLICATION))
    guilds: dict[str, Guild] = field(default_factory=dict)
    date: str | None = None
    """What time the server says it is, if it is not the right one."""
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/api/users/@me", self._me)
        app.router.add_get("/api/oauth2/applications/@me", self._application)
        app.router.add_get("/api/applications/1/commands", self._known)
        app.router.add_put("/api/applications/1/commands", self._commands)
        app.router.add_get("/api/users/@me/guilds", self._guilds)
        app.router.add_get("/api/guilds/{guild}", self._guild)
        app.router.add_get("/api/guilds/{guild}/channels", self._channels)
        app.router.add_get("/api/guilds/{guild}/members/1", self._member)
        app.router.add_get("/gateway/", self._gateway)
        app.on_response_prepare.append(self._tell_time)
        return app

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return json_answer({"message": "401: Unauthorized", "code": 0}, status=401)
        return json_answer(USER)

    async def _application(self, _: web.Request) -> web.Response:
        return json_answer(self.about)

    async def _known(self, _: web.Request) -> web.Response:
        return json_answer(self.commands)

    async def _commands(self, request: web.Request) -> web.Response:
        self.commands = [command | {"id": str(at)} for at, command in enumerate(await request.json(), 1)]
        return json_answer([])

    async def _guilds(self, _: web.Request) -> web.Response:
        return json_answer([{"id": identity, "name": guild.name} for identity, guild in self.guilds.items()])

    async def _guild(self, request: web.Request) -> web.Response:
        identity = request.match_info["guild"]
        roles = [
            {"id": role, "name": role, "permissions": str(permissions), "position": position}
            for position, (role, permissions) in enumerate({identity: 0, **self.guilds[identity].roles}.items())
        ]
        return json_answer({"id": identity, "name": self.guilds[identity].name, "owner_id": "9", "roles": roles})

    async def _channels(self, request: web.Request) -> web.Response:
        guild = self.guilds[request.match_info["guild"]]
        if guild.channels is None:
            return json_answer({"message": "Missing Access", "code": 50001}, status=403)
        shapes = [
            {
                "id": str(number),
                "type": 0,
                "name": f"channel-{number}",
                "position": number,
                "permission_overwrites": [{"id": role, "type": 0, "allow": "0", "deny": str(deny)}],
            }
            for number, (role, deny) in enumerate(guild.channels, 100)
        ]
        voice = {"id": "99", "type": 2, "name": "voice", "position": 0, "permission_overwrites": []}
        return json_answer([*shapes, voice | {"bitrate": 64_000, "user_limit": 0}])

    async def _member(self, request: web.Request) -> web.Response:
        roles = list(self.guilds[request.match_info["guild"]].roles)
        member = {"user": USER, "roles": roles, "joined_at": "2026-01-01T00:00:00+00:00", "flags": 0}
        return json_answer(member | {"deaf": False, "mute": False})

    async def _tell_time(self, _: web.Request, response: web.StreamResponse) -> None:
        if self.date is not None:
            response.headers["Date"] = self.date

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
                if not self.silent:
                    await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": ready})
                self.identified.set()
        self.close_code = socket.close_code
        self.left.set()
        return socket


def message_shape(identity: str, channel: str, author: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A message as Discord tells of it."""
    return {
        "id": identity,
        "channel_id": channel,
        "author": author,
        "content": "",
        "timestamp": "2026-02-14T10:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        "components": [],
    } | more


def json_answer(value: Any, status: int = 200) -> web.Response:
    """Answer with JSON under the bare content type by which discord.py knows it."""
    return web.Response(body=json.dumps(value), status=status, headers={"Content-Type": "application/json"})


@contextmanager
def discord_server(server: DiscordServer | None = None) -> Iterator[DiscordServer]:
    """Run the server on a free port of this machine, in a thread."""
    server = server or DiscordServer()
    with served(server.application(), server.loop) as server.port:
        yield server

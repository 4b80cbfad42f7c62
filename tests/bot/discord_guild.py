"""A stand-in for Discord with one server and one channel, to which several processes of the bot connect at once."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web

from tests.bot.discord_server import APPLICATION, TOKEN, USER, json_answer, message_shape
from tests.serving import served

GUILD, CHANNEL, MEMBER = 7 << 22, 8 << 22, 9 << 22
SLOW_CHANNEL = 10 << 22
"""A channel in which a message is not taken before the stand-in is closed."""

_TIME = "2026-02-14T10:00:00+00:00"


@dataclass
class DiscordGuild:
    """What stands in the channel, and who is connected; a process is known by what follows its token.

    Attributes
    ----------
    messages : list of dict
        As the bot sent them, each with ``id`` and ``process``.
    held : int
        How many messages in the slow channel were not taken.
    on_message : callable | None
        Called with the process's name once its message stands in the channel, before it is told so.
    """

    port: int = 0
    messages: list[dict[str, Any]] = field(default_factory=list)
    held: int = 0
    on_message: Callable[[str], None] | None = None
    _sockets: dict[str, web.WebSocketResponse] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: count(1 << 30))
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds, which is looked at after each message, and anyway ten times a second."""
        with self._changed:
            for _ in range(600):
                if condition():
                    return
                self._changed.wait(0.1)
        raise AssertionError("this did not come about within a minute")

    def say(self, process: str, question: str) -> None:
        """Let a member write a message that mentions the bot, as the named process hears it."""
        author = {"id": str(MEMBER), "username": "wren", "discriminator": "0", "avatar": None}
        words = f"<@{USER['id']}> {question}"
        message = message_shape(
            str(next(self._ids)), str(CHANNEL), author, guild_id=str(GUILD), content=words, mentions=[USER]
        )
        event = {"op": 0, "t": "MESSAGE_CREATE", "s": next(self._ids), "d": message}
        asyncio.run_coroutine_threadsafe(self._sockets[process].send_json(event), self.loop).result(10)

    def application(self) -> web.Application:
        app = web.Application()
        app.on_shutdown.append(self._close)
        app.router.add_get("/api/users/@me", _answering(USER))
        app.router.add_get("/api/oauth2/applications/@me", _answering(APPLICATION))
        app.router.add_get("/api/applications/1/commands", _answering([]))
        app.router.add_put("/api/applications/1/commands", _answering([]))
        app.router.add_get(f"/api/channels/{CHANNEL}/messages", self._history)
        app.router.add_post(f"/api/channels/{CHANNEL}/messages", self._message)
        app.router.add_post(f"/api/channels/{SLOW_CHANNEL}/messages", self._no_message)
        app.router.add_get("/api/gateway/bot", self._addresses)
        app.router.add_get("/gateway/", self._gateway)
        return app

    async def _addresses(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return json_answer({"url": f"ws://127.0.0.1:{self.port}/gateway/", "shards": 2, "session_start_limit": limit})

    async def _history(self, _: web.Request) -> web.Response:
        return json_answer([_stored(message) for message in reversed(self.messages)])

    async def _message(self, request: web.Request) -> web.Response:
        process = request.headers["Authorization"].rpartition(TOKEN)[2]
        message = await request.json() | {"id": str(next(self._ids)), "process": process}
        self.messages.append(message)
        if self.on_message is not None:
            self.on_message(process)
        with self._changed:
            self._changed.notify_all()
        return json_answer(_stored(message))

    async def _no_message(self, _: web.Request) -> web.Response:
        self.held += 1
        await self._closing.wait()
        return web.Response(status=500)

    async def _close(self, _: web.Application) -> None:
        self._closing.set()

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None})
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json()["op"] == 2:
                self._sockets[message.json()["d"]["token"].removeprefix(TOKEN)] = socket
                shard, shards = message.json()["d"].get("shard", (0, 1))
                guilds = [_guild()] if (GUILD >> 22) % shards == shard else []
                ready = {
                    "v": 10,
                    "user": USER,
                    "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
                    "session_id": "s",
                    "shard": [shard, shards],
                    "application": {"id": "1", "flags": 0},
                    "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/",
                }
                await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": ready})
                for guild in guilds:
                    await socket.send_json({"op": 0, "t": "GUILD_CREATE", "s": 2, "d": guild})
        return socket


def _guild() -> dict[str, Any]:
    everyone = {"id": str(GUILD), "name": "@everyone", "permissions": "2147483647", "position": 0, "color": 0}
    return {
        "id": str(GUILD),
        "name": "Saltmere",
        "owner_id": str(MEMBER),
        "preferred_locale": "en-GB",
        "member_count": 2,
        "roles": [everyone | {"hoist": False, "managed": False, "mentionable": False, "flags": 0}],
        "emojis": [],
        "stickers": [],
        "features": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "members": [{"user": USER, "roles": [], "joined_at": _TIME, "deaf": False, "mute": False, "flags": 0}],
        "channels": [{"id": str(CHANNEL), "type": 0, "name": "news", "position": 0, "permission_overwrites": []}],
        "threads": [],
    }


def _stored(message: dict[str, Any]) -> dict[str, Any]:
    """A message of the bot as Discord tells of it."""
    components = [_numbered(component) for component in message.get("components", ())]
    return message_shape(message["id"], str(CHANNEL), USER, flags=message.get("flags", 0), components=components)


def _numbered(component: dict[str, Any]) -> dict[str, Any]:
    inside = {"components": [_numbered(one) for one in component["components"]]} if "components" in component else {}
    return {"id": 1, **component, **inside}


def _answering(value: Any) -> Callable[[web.Request], Any]:
    async def answer(_: web.Request) -> web.Response:
        return json_answer(value)

    return answer


@contextmanager
def discord_guild() -> Iterator[DiscordGuild]:
    """Run the server on a free port of this machine, in a thread."""
    server = DiscordGuild()
    with served(server.application(), server.loop) as server.port:
        yield server

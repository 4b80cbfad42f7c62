"""A stand-in for Discord with several servers whose members use the bot's commands and wait for its replies."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from zlib import crc32

from aiohttp import WSMsgType, web

from tests.bot.discord_guild import _answering, _guild, _stored
from tests.bot.discord_server import APPLICATION, USER, json_answer, message_shape

MENTION = "mention"
"""What is wanted by a message, not by a command."""

_EPOCH = 1_420_070_400_000  # milliseconds at which Discord's ids begin
_PERMISSIONS = "2147483647"
_DEFERRED = 5
_SUB_COMMAND, _STRING, _CHANNEL, _ATTACHMENT = 1, 3, 7, 11
_PROMISE = "the answer is in the channel"
_CHAT, _ON_MESSAGE = 1, 3
_NAMES = {b"%PDF": "article.pdf", b"<html": "article.html", b"# ": "article.md"}
_AWAY = 0.05  # seconds to Discord and back: discord.py takes an answer that is there at once for one of the last beat
_HISTORY = 50  # messages that Discord gives where nothing is said of it
_FIRST = "@original"  # how an interaction's first reply is called


@dataclass(frozen=True, slots=True)
class Server:
    """A Discord server: one channel to talk in, and one for announcements."""

    id: int
    name: str

    @property
    def talk(self) -> int:
        return self.id + 1

    @property
    def news(self) -> int:
        return self.id + 2


@dataclass(slots=True)
class Exchange:
    """Something that a member wanted of the bot, and what they got.

    Attributes
    ----------
    began : float
        Of the machine's clock, in seconds.
    acknowledged, answered : float | None
        Seconds until Discord knew that the bot had heard it, and until the first words of the reply.
    words : list of str
        The reply's messages in the order in which they came, edits too, as JSON.
    """

    whose: str
    what: str
    server: Server
    began: float
    acknowledged: float | None = None
    answered: float | None = None
    words: list[str] = field(default_factory=list)
    told: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def last(self) -> str:
        """The newest words; "" before the first."""
        return self.words[-1] if self.words else ""

    def say(self, message: Any) -> None:
        """Note words of the reply; what only promises it is none."""
        now = time.perf_counter() - self.began
        self.acknowledged = self.acknowledged if self.acknowledged is not None else now
        if _PROMISE in str(message):
            return
        self.answered = self.answered if self.answered is not None else now
        self.words.append(json.dumps(message, ensure_ascii=False))
        self.told.set()


class Discord:
    """Runs on the running loop from entering to leaving.

    Attributes
    ----------
    posted : dict of int to list
        The bot's messages by channel, in order.
    exchanges : list of Exchange
        All that members wanted, in order.
    """

    def __init__(self, servers: Sequence[Server]) -> None:
        self.port = 0
        self.posted: dict[int, list[dict[str, Any]]] = defaultdict(list)
        self.exchanges: list[Exchange] = []
        self.connections = 0
        self._servers = servers
        self._socket: web.WebSocketResponse | None = None
        self._under_way: dict[str, Exchange] = {}  # by an interaction's token, or the id of a message that asks
        self._files: dict[str, bytes] = {}
        self._numbers = count(1)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> "Discord":
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    def quiet(self, server: Server) -> bool:
        """Whether everybody of a server has a reply."""
        return all(one.answered is not None for one in self.exchanges if one.server == server)

    async def use(self, server: Server, whose: str, command: str, **options: Any) -> Exchange:
        """Use a command, ``ask`` or ``feed add``; bytes as an option are a file. It is under way when this returns."""
        group, _, name = command.partition(" ")
        given: list[dict[str, Any]] = []
        resolved: dict[str, Any] = {}
        for option, value in options.items():
            given.append(self._option(option, value, resolved))
        if name:
            given = [{"type": _SUB_COMMAND, "name": name, "options": given}]
        data = {"id": "1", "name": group, "type": _CHAT, "options": given, "resolved": resolved}
        return await self._interact(server, whose, f"/{command}", data)

    async def use_on(self, server: Server, whose: str, command: str, content: str) -> Exchange:
        """Use a command on a message of that content."""
        number = self._id()
        message = message_shape(number, str(server.talk), _person(2), content=content)
        data = {"id": "1", "name": command, "type": _ON_MESSAGE, "target_id": number}
        return await self._interact(server, whose, command, data | {"resolved": {"messages": {number: message}}})

    async def mention(self, server: Server, whose: str, question: str) -> Exchange:
        """Write a message that mentions the bot."""
        number = self._id()
        author = _person(self._person_of(whose))
        content = f"<@{USER['id']}> {question}"
        message = message_shape(
            number, str(server.talk), author, guild_id=str(server.id), content=content, mentions=[USER]
        )
        exchange = self._begin(number, server, whose, MENTION)
        await self._send("MESSAGE_CREATE", message)
        return exchange

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_get("/api/users/@me", _answering(USER))
        app.router.add_get("/api/oauth2/applications/@me", _answering(APPLICATION))
        app.router.add_get("/api/applications/1/commands", _answering([]))
        app.router.add_put("/api/applications/1/commands", _answering([]))
        app.router.add_get("/api/channels/{channel}/messages", self._history)
        app.router.add_post("/api/channels/{channel}/messages", self._message)
        app.router.add_post("/api/interactions/{id}/{token}/callback", self._callback)
        app.router.add_post("/api/webhooks/1/{token}", self._follow_up)
        app.router.add_patch("/api/webhooks/1/{token}/messages/{message}", self._edit)
        app.router.add_delete(f"/api/webhooks/1/{{token}}/messages/{_FIRST}", self._take_back)
        app.router.add_get("/files/{file}/{name}", self._file)
        app.router.add_get("/gateway/", self._gateway)
        return app

    async def _interact(self, server: Server, whose: str, what: str, data: dict[str, Any]) -> Exchange:
        number = self._id()
        person = {"user": _person(self._person_of(whose)), "roles": [], "permissions": _PERMISSIONS, "flags": 0}
        exchange = self._begin(f"token-{number}", server, whose, what)
        interaction: dict[str, Any] = {
            "id": number,
            "application_id": USER["id"],
            "type": 2,
            "token": f"token-{number}",
            "version": 1,
            "guild_id": str(server.id),
            "channel": {"id": str(server.talk), "type": 0},
            "channel_id": str(server.talk),
            "member": person | {"joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False},
            "app_permissions": _PERMISSIONS,
            "locale": "en-GB",
            "guild_locale": "en-GB",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(server.id)},
            "context": 0,
            "attachment_size_limit": 10_000_000,
            "data": data,
        }
        await self._send("INTERACTION_CREATE", interaction)
        return exchange

    def _option(self, name: str, value: Any, resolved: dict[str, Any]) -> dict[str, Any]:
        """An option as Discord tells of it; what it refers to is put into `resolved`."""
        number = self._id()
        if isinstance(value, bytes):
            self._files[number] = value
            url = f"http://127.0.0.1:{self.port}/files/{number}/{name}"
            filename = next((named for start, named in _NAMES.items() if value.startswith(start)), "article.txt")
            shape = {"id": number, "filename": filename, "size": len(value), "url": url, "proxy_url": url}
            resolved.setdefault("attachments", {})[number] = shape
            return {"type": _ATTACHMENT, "name": name, "value": number}
        if isinstance(value, int):
            shape = {"id": str(value), "type": 0, "name": "news", "permissions": _PERMISSIONS, "flags": 0}
            resolved.setdefault("channels", {})[str(value)] = shape
            return {"type": _CHANNEL, "name": name, "value": str(value)}
        return {"type": _STRING, "name": name, "value": value}

    def _begin(self, key: str, server: Server, whose: str, what: str) -> Exchange:
        exchange = Exchange(whose, what, server, time.perf_counter())
        self._under_way[key] = exchange
        self.exchanges.append(exchange)
        return exchange

    def _id(self) -> str:
        """An id that tells the time, as Discord's do."""
        return str((int(time.time() * 1000) - _EPOCH) << 22 | next(self._numbers) & 0x3FFFFF)

    def _person_of(self, whose: str) -> int:
        return 1_000 + crc32(whose.encode())

    async def _send(self, kind: str, data: dict[str, Any]) -> None:
        while self._socket is None or self._socket.closed:
            await asyncio.sleep(0.05)
        await self._socket.send_json({"op": 0, "t": kind, "s": next(self._numbers), "d": data})

    async def _callback(self, request: web.Request) -> web.Response:
        exchange = self._under_way[request.match_info["token"]]
        told = await request.json()
        number = self._id()
        interaction = {"id": request.match_info["id"], "type": 2, "response_message_id": number}
        answer: dict[str, Any] = {"interaction": interaction}
        if told["type"] == _DEFERRED:
            exchange.acknowledged = time.perf_counter() - exchange.began
        else:
            message = told.get("data", {}) | {"id": number}
            exchange.say(message)
            answer["resource"] = {"type": told["type"], "message": _sent(message, exchange.server.talk)}
        return json_answer(answer)

    async def _follow_up(self, request: web.Request) -> web.Response:
        return await self._said(request, self._id())

    async def _edit(self, request: web.Request) -> web.Response:
        named = request.match_info["message"]
        return await self._said(request, self._id() if named == _FIRST else named)

    async def _take_back(self, _: web.Request) -> web.Response:
        """What was only promised goes."""
        return web.Response(status=204)

    async def _said(self, request: web.Request, number: str) -> web.Response:
        exchange = self._under_way[request.match_info["token"]]
        message = await request.json() | {"id": number}
        exchange.say(message)
        return json_answer(_sent(message, exchange.server.talk))

    async def _message(self, request: web.Request) -> web.Response:
        channel = int(request.match_info["channel"])
        message = await request.json() | {"id": self._id()}
        self.posted[channel].append(message)
        asked = message.get("message_reference", {}).get("message_id")
        if asked is not None:
            self._under_way[str(asked)].say(message)
        return json_answer(_sent(message, channel))

    async def _history(self, request: web.Request) -> web.Response:
        """The newest first, as many as are asked for, and older than one if one is named."""
        channel = int(request.match_info["channel"])
        before = int(request.query.get("before", 1 << 63))
        found = [message for message in reversed(self.posted[channel]) if int(message["id"]) < before]
        most = int(request.query.get("limit", _HISTORY))
        return json_answer([_sent(message, channel) for message in found[:most]])

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self._files[request.match_info["file"]])

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            told = message.json()
            if told["op"] == 1:
                await asyncio.sleep(_AWAY)
                await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
            elif told["op"] in (2, 6):
                self.connections += 1
                await self._welcome(socket)
                self._socket = socket
        return socket

    async def _welcome(self, socket: web.WebSocketResponse) -> None:
        ready = {
            "v": 10,
            "user": USER,
            "guilds": [{"id": str(server.id), "unavailable": True} for server in self._servers],
            "session_id": "s",
            "shard": [0, 1],
            "application": {"id": "1", "flags": 0},
            "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/",
        }
        await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": ready})
        for server in self._servers:
            shape = _shape(server)
            await socket.send_json({"op": 0, "t": "GUILD_CREATE", "s": 2, "d": shape})


def _shape(server: Server) -> dict[str, Any]:
    """A server as Discord tells a bot of it."""
    shape = _guild()
    (everyone,), channel = shape["roles"], shape["channels"][0]
    channels = [channel | {"id": str(one), "name": f"news-{one}"} for one in (server.talk, server.news)]
    roles = [everyone | {"id": str(server.id)}]
    return shape | {"id": str(server.id), "name": server.name, "roles": roles, "channels": channels}


def _sent(message: dict[str, Any], channel: int) -> dict[str, Any]:
    """A message of the bot as Discord tells of it."""
    return _stored(message) | {"channel_id": str(channel)}


def _person(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "username": f"member-{number}",
        "discriminator": "0",
        "avatar": None,
        "global_name": None,
    }

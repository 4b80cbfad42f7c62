"""A stand-in for Discord whose people use commands: it sends them to the bot, and keeps what the bot answers."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bot.discord_server import DiscordServer, json_answer, message_shape

GUILD = "77"
_MANAGE_GUILD = 1 << 5
_MESSAGE = 4  # a response that is the answer itself
_PERSON = {"id": "5", "username": "maren", "discriminator": "0", "avatar": None, "global_name": None}
_CHANNEL = {"id": "8", "type": 0, "name": "news", "guild_id": GUILD, "permissions": "0", "position": 0}
_GUILD = {"id": GUILD, "name": "Saltmere", "owner_id": "5", "roles": [], "channels": [_CHANNEL], "features": []}


@dataclass
class TalkingServer(DiscordServer):
    """What was asked of the bot, and answered.

    Attributes
    ----------
    held : threading.Event
        Set once somebody waits at `gate`, behind which the answer to `hold` lies.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)
    given: threading.Event = field(default_factory=threading.Event)
    hold: str = ""
    held: threading.Event = field(default_factory=threading.Event)
    _gate: asyncio.Event = field(default_factory=asyncio.Event)

    def application(self) -> web.Application:
        app = super().application()
        app.middlewares.append(self._holding)
        app.router.add_post("/api/interactions/{id}/{token}/callback", self._callback)
        app.router.add_post("/api/webhooks/1/{token}", self._answer)
        app.router.add_patch("/api/webhooks/1/{token}/messages/{id}", self._answer)
        app.router.add_delete("/api/webhooks/1/{token}/messages/@original", self._take_back)
        app.router.add_get("/files/{name}", self._file)
        return app

    def use(self, command: str, options: Sequence[dict[str, Any]], **resolved: Any) -> None:
        """Let a moderator use a command; returns when it has been sent to the bot."""
        data = {"id": "3", "name": command, "type": 1, "options": list(options), "resolved": resolved}
        member = {"user": _PERSON, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
        interaction = {
            "id": "4",
            "application_id": "1",
            "type": 2,
            "token": "t",
            "version": 1,
            "data": data,
            "guild_id": GUILD,
            "channel_id": "8",
            "channel": _CHANNEL,
            "locale": "en-GB",
            "entitlements": [],
            "member": {**member, "flags": 0, "permissions": str(_MANAGE_GUILD)},
            "context": 0,
            "authorizing_integration_owners": {"0": GUILD},
            "attachment_size_limit": 9_000_000,
        }
        self._send("GUILD_CREATE", {**_GUILD, "members": [], "member_count": 2, "emojis": [], "stickers": []})
        self._send("INTERACTION_CREATE", interaction)

    def ask(self, question: str) -> None:
        """Let somebody ask."""
        self.use("ask", [{"type": 3, "name": "question", "value": question}])

    def add(self, **files: bytes) -> None:
        """Let a moderator add files, five at most."""
        self.files |= files
        options = [("file", "file2", "file3", "file4", "file5")[at] for at in range(len(files))]
        attachments = {
            str(100 + at): {
                "id": str(100 + at),
                "filename": f"{name}.txt",
                "size": len(data),
                "content_type": "text/plain",
                "url": f"http://127.0.0.1:{self.port}/files/{name}",
                "proxy_url": "http://127.0.0.1:1/",
            }
            for at, (name, data) in enumerate(files.items())
        }
        given = [{"type": 11, "name": name, "value": str(100 + at)} for at, name in enumerate(options)]
        self.use("article", [{"type": 1, "name": "add", "options": given}], attachments=attachments)

    def release(self) -> None:
        """Let those who are held go on."""
        self.loop.call_soon_threadsafe(self._gate.set)

    def _send(self, event: str, data: dict[str, Any]) -> None:
        sending = self.sockets[-1].send_json({"op": 0, "t": event, "s": 2, "d": data})
        asyncio.run_coroutine_threadsafe(sending, self.loop).result(10)

    @web.middleware
    async def _holding(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if self.hold and self.hold in request.path:
            self.held.set()
            await self._gate.wait()
        response: web.StreamResponse = await handler(request)
        return response

    async def _callback(self, request: web.Request) -> web.Response:
        told = await request.json()
        if told["type"] == _MESSAGE:
            self.answers.append(told["data"])
            self.given.set()
        taken = {"id": request.match_info["id"], "type": 2, "response_message_id": "9"}
        return json_answer({"interaction": taken})

    async def _answer(self, request: web.Request) -> web.Response:
        answer = await request.json()
        self.answers.append(answer)
        self.given.set()
        return json_answer(message_shape("9", "8", _PERSON, flags=answer.get("flags", 0), webhook_id="1"))

    async def _take_back(self, _: web.Request) -> web.Response:
        """Of a slow answer, what came first goes: it was for the asker alone."""
        del self.answers[0]
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]], content_type="text/plain")

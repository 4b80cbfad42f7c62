"""A web site on this machine: pages and feeds that a test can change, and what was asked of it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256

from aiohttp import web

from tests.serving import served

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="Tollan Ledger"><meta name="author" content="Ada Finch">
<meta property="article:published_time" content="{day}"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


@dataclass
class Website:
    """What stands where, and what was asked: (path, status) in order."""

    address: str = ""
    bodies: dict[str, tuple[str, str]] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)

    def put_page(self, path: str, title: str, *paragraphs: str, day: str = "2026-02-14") -> str:
        """Put an article at `path`, and give its link."""
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        self.bodies[path] = ("text/html; charset=utf-8", PAGE.format(title=title, day=day, paragraphs=body))
        return self.address + path

    def put_file(self, path: str, kind: str, data: bytes) -> str:
        """Put a file of a media type at `path`, and give its link."""
        self.files[path] = kind, data
        return self.address + path

    def put_feed(self, path: str, title: str, items: dict[str, str]) -> str:
        """Put an RSS feed of path -> title at `path`, and give its link."""
        day = format_datetime(datetime(2026, 2, 14, tzinfo=UTC))
        entries = "".join(
            f"<item><title>{name}</title><link>{self.address}{where}</link><guid>{self.address}{where}</guid>"
            f"<pubDate>{day}</pubDate></item>"
            for where, name in items.items()
        )
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'
        self.bodies[path] = ("application/rss+xml", feed)
        return self.address + path

    async def answer(self, request: web.Request) -> web.Response:
        """Answer with what stands there, or that it is as it was."""
        kind, page = self.bodies.get(request.path, ("", ""))
        kind, data = self.files.get(request.path, (kind, page.encode()))
        if not kind:
            response = web.Response(status=404)
        else:
            etag = f'"{sha256(data).hexdigest()[:12]}"'
            unchanged = request.headers.get("If-None-Match") == etag
            response = web.Response(
                status=304 if unchanged else 200,
                body=b"" if unchanged else data,
                headers={"ETag": etag, "Content-Type": kind},
            )
        response.force_close()  # else the bot keeps the connection for 15 seconds, and SimCord waits until it lets go
        self.asked.append((request.path, response.status))
        return response


@contextmanager
def website() -> Iterator[Website]:
    """Run the site on a free port of this machine, in a thread."""
    site = Website()
    application = web.Application()
    application.router.add_get("/{path:.*}", site.answer)
    with served(application, asyncio.new_event_loop()) as port:
        site.address = f"http://127.0.0.1:{port}"
        yield site

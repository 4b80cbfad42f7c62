"""Sites that mean harm, by name: each has a feed, pages, and a robots.txt, and answers as no honest site does."""

import asyncio
import gzip
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial

from tests.fuzz.families import FAMILIES, HEADERS, MARKUP, ROBOTS
from tests.reading.pdfs import drawn, line, pdf

HTML, XML, TEXT, PDF = "text/html; charset=utf-8", "application/rss+xml", "text/plain", "application/pdf"
MARK = "Poisoned"
"""The first word of every title that comes from here."""

_ENTRIES = 25  # of a feed, as many as are asked for in one poll
_SLOW = 15.0  # seconds until a slow site answers; 20 are waited for

Make = Callable[[str], bytes]
"""Makes the body of the answer to a path."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: what is missing is as an honest site has it."""

    make: Make
    kind: str = HTML
    status: str = "200 OK"
    headers: str = ""
    pause: float = 0.0
    drip: bool = False
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Poison:
    """What a site answers: to who asks for its feed, its pages, and its robots.txt; None hangs for ever."""

    feed: Reply | None
    page: Reply | None
    robots: Reply | None


class PoisonedSites:
    """Serves all of them on one port, from entering to leaving; a site is known by its name.

    Attributes
    ----------
    asked : dict of str to int
        How often a site was asked.
    """

    def __init__(self, poisons: Mapping[str, Poison]) -> None:
        self.asked: dict[str, int] = dict.fromkeys(poisons, 0)
        self._poisons = poisons
        self._port = 0
        self._server: asyncio.Server | None = None
        self._answering: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "PoisonedSites":
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    def link(self, name: str, path: str = "feed") -> str:
        """A link of a site."""
        return f"http://{name.replace(' ', '-')}.poison.example:{self._port}/{path}"

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._answer(reader, writer))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                while True:
                    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                    path = head.split()[1].lstrip("/")
                    host = head.lower().partition("\r\nhost:")[2].split()[0]
                    name = host.partition(".")[0].replace("-", " ")
                    self.asked[name] += 1
                    await self._send(writer, self._poisons[name], path, f"http://{host}")
        finally:
            writer.transport.abort()

    async def _send(self, writer: asyncio.StreamWriter, poison: Poison, path: str, site: str) -> None:
        reply = poison.page
        if path == "robots.txt":
            reply = poison.robots
        elif path.startswith("feed"):
            reply = poison.feed
        if reply is None:
            await asyncio.sleep(3_600)
            return
        await asyncio.sleep(reply.pause)
        body = (await asyncio.to_thread(reply.make, path)).replace(b"@SITE@", site.encode())
        length = len(body) if reply.length is None else reply.length
        head = (
            f"HTTP/1.1 {reply.status}\r\nContent-Type: {reply.kind}\r\nContent-Length: {length}\r\n{reply.headers}\r\n"
        )
        writer.write(head.replace("@PATH@", path).encode("latin-1", "replace"))
        if reply.drip:
            for at in range(len(body)):
                writer.write(body[at : at + 1])
                await writer.drain()
                await asyncio.sleep(1)
        writer.write(body)
        await writer.drain()


def feed(entries: int = _ENTRIES, link: str = "@SITE@/page-{}") -> bytes:
    """An honest feed of pages of the same site."""
    items = "".join(
        f"<item><title>{MARK} {number}</title><link>{link.format(number)}</link><guid>page-{number}</guid></item>"
        for number in range(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{MARK}</title>{items}</channel></rss>'.encode()


def page(path: str) -> bytes:
    """An honest page."""
    words = f"“The toll of {path} is too high,” said Bram Oake, a carter, on Monday."
    return (
        f"<html><head><title>{MARK} {path}</title></head><body><article><h1>{MARK} {path}</h1><p>{words}</p>"
        f"<p>He had come down the road by {path} with an empty cart.</p></article></body></html>"
    ).encode()


def poisons(most: int, others: str) -> dict[str, Poison]:
    """All sites by name, `most` of them, of which the last only take long; one lists the pages of somebody else, whose
    links have the form `others`."""
    packed = "Content-Encoding: gzip\r\n"
    found = {
        **{f"robots {at}": Poison(_FEED, _PAGE, Reply(partial(_robots, name), TEXT)) for at, name in enumerate(_RULES)},
        "robots packed": Poison(_FEED, _PAGE, Reply(_zeros, TEXT, headers=packed)),
        **{f"header {at}": _headed(name, 8_000) for at, name in enumerate(_HEADED)},
        "header long": _headed("brackets", 200_000),
        "cookies": _always(Reply(page, headers=f"Set-Cookie: a={'(' * 8_000}\r\nRetry-After: {'9' * 400}\r\n")),
        **{f"markup {at}": _pages(partial(_marked_up, name)) for at, name in enumerate(_MARKED_UP)},
        "packed": _always(Reply(_zeros, XML, headers=packed)),
        "packed pieces": _always(Reply(_pieces, XML, headers=packed)),
        "redirects": _always(Reply(page, status="302 Found", headers="Location: /@PATH@1\r\n")),
        "redirect home": _always(Reply(page, status="302 Found", headers="Location: http://169.254.169.254/\r\n")),
        "deep": _always(Reply(_deep, XML)),
        "entities": _always(Reply(_laughs, XML)),
        "broken": _always(Reply(lambda _: feed()[:700] + b"\xff\x00<", XML)),
        "short": _always(Reply(page, length=1_000_000)),
        "status": _always(Reply(page, status="999 \x7f" + "(" * 500)),
        "overloaded": Poison(_FEED, Reply(page, status="503 No", headers="Retry-After: -1e309\r\n"), _ROBOTS),
        "many": Poison(Reply(lambda _: feed(20_000), XML), _PAGE, _ROBOTS),
        "others": Poison(Reply(lambda _: feed(link=others), XML), _PAGE, _ROBOTS),
        "pdf bomb": _pages(_bomb, PDF),
        "pdf full": _pages(lambda _: _printed(20_000), PDF),
        "pdf broken": _pages(lambda _: _printed(10)[:300] + b"%" * 500_000, PDF),
        "article of lines": _pages(lambda _: _lines(80_000), TEXT),
        "article of names": _pages(lambda _: _text("names said", 1_000_000), TEXT),
        "article of marks": _pages(lambda _: _text("unclosed paragraphs", 500_000), TEXT),
        "robots hang": Poison(_FEED, _PAGE, None),
        "hang": _always(None),
        "drip": _always(Reply(page, drip=True)),
    }
    late = Poison(Reply(lambda _: feed(), XML, pause=_SLOW), Reply(page, pause=_SLOW), _ROBOTS)
    return found | {f"slow {at}": late for at in range(most - len(found))}


def hostile_files() -> tuple[bytes, ...]:
    """Files for somebody to upload."""
    return (
        _lines(20_000),
        _text("names said", 200_000),
        _text("one word", 500_000),
        _bomb(),
        _printed(5_000),
        b"%PDF-1.4\n" + b"\x00" * 100_000,
        bytes(range(256)) * 1_000,
        ("<html>" + _family("linked authors", 200_000)).encode(),
    )


def hostile_words(most: int) -> tuple[str, ...]:
    """What somebody may ask, or have said, of so many characters at most."""
    short = "He said. She said. " * (most // 19)
    names = ("names said", "questions", "curly marks", "one word", "combining marks", "he said she said", "roles")
    return (short, *(FAMILIES[name](most) for name in names), "<@&1> @everyone `*_~|" * (most // 22))


def _pages(make: Make, kind: str = HTML) -> Poison:
    """A site whose feed is honest, and whose pages are not."""
    return Poison(_FEED, Reply(make, kind), _ROBOTS)


def _always(reply: Reply | None) -> Poison:
    """A site that answers the same to whatever is asked, but for its robots.txt."""
    return Poison(reply, reply, _ROBOTS)


def _headed(name: str, size: int) -> Poison:
    kind = HEADERS[name](size)
    return Poison(Reply(lambda _: feed(), kind), Reply(page, kind), _ROBOTS)


def _marked_up(name: str, path: str) -> bytes:
    """A page that is honest but for what else it holds."""
    markup = _family(name, 300_000).encode("utf-8", "replace")
    return page(path).replace(b"</article>", markup + b"</article>")


@cache
def _family(name: str, size: int) -> str:
    return MARKUP[name](size)


@cache
def _text(name: str, size: int) -> bytes:
    return FAMILIES[name](size).encode("utf-8", "replace")


@cache
def _robots(name: str, _: str) -> bytes:
    return ROBOTS[name](500_000).encode()


@cache
def _zeros(_: str) -> bytes:
    """50 MB of zeros, packed."""
    return gzip.compress(bytes(50_000_000), 1)


@cache
def _pieces(_: str) -> bytes:
    """Very little, packed in many pieces one behind the other."""
    return gzip.compress(b"") * 50_000


@cache
def _deep(_: str) -> bytes:
    return b"<rss><channel>" + b"<a>" * 200_000


@cache
def _laughs(_: str) -> bytes:
    """An entity of entities of entities."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{entities}]><rss><channel>&a9;</channel></rss>'.encode()


@cache
def _bomb(_: str = "") -> bytes:
    """A PDF whose page unpacks to 50 MB of drawing."""
    return pdf([b"BT (a) Tj ET\n" * 4_000_000], packed=True)


@cache
def _printed(lines: int) -> bytes:
    """A PDF whose one page is very full."""
    return pdf([drawn([line(9, 9, 9, "The toll is too high.")] * lines)], packed=True)


@cache
def _lines(count: int) -> bytes:
    """A legal article of very many paragraphs of one line."""
    return "\n\n".join(f"Toll {n} is due, said Oake." for n in range(count)).encode()[:1_900_000]


_ROBOTS = Reply(lambda _: b"User-agent: *\nDisallow: /private\n", TEXT)
_FEED = Reply(lambda _: feed(), XML)
_PAGE = Reply(page)
_RULES = ("agents, then rules", "one rule of wildcards", "rules")
_HEADED = ("brackets", "semicolons", "marks", "pieces of a parameter")
_MARKED_UP = (
    "linked headlines",
    "linked authors",
    "attributes of their own",
    "times",
    "dates",
    "deep divisions",
    "the same over",
)

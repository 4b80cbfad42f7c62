"""What a moderator gives to be added: files, links and pasted text; each is read where its kind is read best."""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import discord

from bot.context.errors import Refusal
from index import (
    Article,
    Fetcher,
    FileReading,
    ReadingError,
    Sandbox,
    Wanted,
    most_bytes,
    read_all,
    read_page,
)

Reading = Callable[[], Iterator[FileReading]]
"""Reads what was fetched, one article or those of an archive; it may take long, so not on the event loop."""

MOST = 10
"""Files and links added by one command at most."""

_LINK = re.compile(r"https?://[^\s<>|)\]\"'”’]+", re.IGNORECASE)
_TAIL = ".,;:!?*_~"  # after a link in running text, these are not of it


@dataclass(frozen=True, slots=True)
class Upload:
    """One thing to be read as an article.

    Attributes
    ----------
    name : str
        What it is called in a result line; not escaped.
    fetch : callable
        Gets hold of it, and gives how it is read. Raises Refusal, FetchError or discord.HTTPException.
    """

    name: str
    fetch: Callable[[Fetcher, Sandbox], Awaitable[Reading]]


def attached_file(attachment: discord.Attachment) -> Upload:
    """Give a file that was uploaded to Discord; it is not fetched if its size alone tells that it is too large."""
    name = attachment.filename

    async def fetch(_: Fetcher, sandbox: Sandbox) -> Reading:  # Discord's own host is asked by discord.py
        most = most_bytes(name)
        if attachment.size > most:
            raise Refusal("add-too-large", name=name, most=most // 1_000_000)
        return partial(read_all, await attachment.read(), name, sandbox)

    return Upload(name, fetch)


def linked_page(url: str) -> Upload:
    """Give a page on the web, called by its link."""

    async def fetch(fetcher: Fetcher, sandbox: Sandbox) -> Reading:
        fetched = await fetcher.fetch(url, want=Wanted.PAGE)
        return partial(_alone, url, lambda: read_page(fetched, sandbox))

    return Upload(url, fetch)


def pasted_text(name: str, make: Callable[[], Article]) -> Upload:
    """Give text pasted into a form, with nothing to fetch."""

    async def fetch(*_: object) -> Reading:
        return partial(_alone, name, make)

    return Upload(name, fetch)


def _alone(name: str, make: Callable[[], Article]) -> Iterator[FileReading]:
    try:
        yield FileReading(name, make())
    except ReadingError as error:
        yield FileReading(name, error)


def uploads_of(attachments: Iterable[discord.Attachment], text: str) -> tuple[Upload, ...]:
    """Make uploads of attachments and of the links in a text, each link once, in order.

    Raises
    ------
    Refusal
        If there are more than `MOST`.
    """
    found = [attached_file(attachment) for attachment in attachments]
    links = (match.group().rstrip(_TAIL) for match in _LINK.finditer(text))
    found += [linked_page(url) for url in dict.fromkeys(links)]
    if len(found) > MOST:
        raise Refusal("add-too-many", most=MOST)
    return tuple(found)

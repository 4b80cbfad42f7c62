"""What a moderator gives to be added: files, links and pasted text; each is read where its kind is read best."""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

import discord

from bot.context.errors import Refusal
from index import (
    Article,
    ArticleParticulars,
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


def told(upload: Upload, given: ArticleParticulars) -> Upload:
    """What was told of an upload: its outlet and day, for all that is in it, and its link if that is one article."""

    async def fetch(fetcher: Fetcher, sandbox: Sandbox) -> Reading:
        reading = await upload.fetch(fetcher, sandbox)
        return lambda: _told(reading(), given)

    return Upload(upload.name, fetch)


def _told(readings: Iterator[FileReading], given: ArticleParticulars) -> Iterator[FileReading]:
    begun = list(islice(readings, 2))
    link = given.url if len(begun) == 1 else None
    for found in chain(begun, readings):
        article = found.result
        if isinstance(article, Article):
            article = replace(
                article,
                outlet=given.outlet or article.outlet,
                published=given.published or article.published,
                url=link or article.url,
            )
        yield replace(found, result=article)


def links_in(text: str) -> tuple[str, ...]:
    """The links in a text, each once, in order."""
    return tuple(dict.fromkeys(match.group().rstrip(_TAIL) for match in _LINK.finditer(text)))


def is_links(text: str) -> bool:
    """Whether a text is links and nothing else."""
    return bool(links_in(text)) and not any(map(str.isalnum, _LINK.sub("", text)))


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
    found += map(linked_page, links_in(text))
    if len(found) > MOST:
        raise Refusal("add-too-many", most=MOST)
    return tuple(found)

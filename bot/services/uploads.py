"""What a moderator gives to be added: files, links and pasted text; each is read where its kind is read best."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import discord

from bot.context.errors import Refusal
from index import MAX_BYTES, MAX_PDF_BYTES, Article, Fetcher, Wanted, read_bytes, read_page

Reading = Callable[[], Article]
"""Reads what was fetched; it may take long, so not on the event loop. Raises ReadingError."""

MOST = 10
"""Articles added by one command at most."""

_LINK = re.compile(r"https?://[^\s<>|)\]\"'”’]+", re.IGNORECASE)
_TAIL = ".,;:!?*_~"  # after a link in running text, these are not of it


class Upload(Protocol):
    """One thing to be read as an article."""

    @property
    def name(self) -> str:
        """What it is called in a result line; not escaped."""

    async def fetch(self, fetcher: Fetcher) -> Reading:
        """Get hold of it, and give how it is read.

        Raises
        ------
        Refusal, FetchError, discord.HTTPException
        """


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that was uploaded to Discord."""

    attachment: discord.Attachment

    @property
    def name(self) -> str:
        """The file's name."""
        return self.attachment.filename

    async def fetch(self, fetcher: Fetcher) -> Reading:  # noqa: ARG002 -- Discord's own host is asked by discord.py
        """Fetch the file, unless its size alone tells that it is too large."""
        most = MAX_PDF_BYTES if self.name.casefold().endswith(".pdf") else MAX_BYTES
        if self.attachment.size > most:
            raise Refusal("add-too-large", name=self.name, most=most // 1_000_000)
        data = await self.attachment.read()
        return partial(read_bytes, data, self.name)


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page on the web."""

    url: str

    @property
    def name(self) -> str:
        """The link."""
        return self.url

    async def fetch(self, fetcher: Fetcher) -> Reading:
        """Fetch the page."""
        fetched = await fetcher.fetch(self.url, want=Wanted.PAGE)
        return partial(read_page, fetched)


@dataclass(frozen=True, slots=True)
class PastedText:
    """Text pasted into a form."""

    name: str
    make: Reading

    async def fetch(self, fetcher: Fetcher) -> Reading:  # noqa: ARG002 -- nothing to fetch
        """Give how the text is read."""
        return self.make


def links_in(text: str) -> tuple[str, ...]:
    """Find the links in a text, each once, in order."""
    found = (match.group().rstrip(_TAIL) for match in _LINK.finditer(text))
    return tuple(dict.fromkeys(found))


def uploads_of(attachments: Iterable[discord.Attachment], text: str) -> tuple[Upload, ...]:
    """Make uploads of attachments and of the links in a text.

    Raises
    ------
    Refusal
        If there are more than `MOST`.
    """
    found: list[Upload] = [AttachedFile(attachment) for attachment in attachments]
    found += [LinkedPage(url) for url in links_in(text)]
    if len(found) > MOST:
        raise Refusal("add-too-many", most=MOST)
    return tuple(found)

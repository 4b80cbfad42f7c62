"""Feeds: RSS and Atom, as bytes that were fetched, read in the sandbox; nothing is fetched here."""

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin, urlsplit

from index.errors import ReadingError, ReadingProblem
from index.sandbox import BUSY, TOO_MUCH_WORK, Sandbox

_ENTITY = b"<!ENTITY"
_LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An entry of a feed.

    Attributes
    ----------
    key : str
        What the entry stays known by in its feed, even if its link changes.
    url : str
        Absolute, http or https, without a fragment.
    published : datetime | None
        In UTC.
    version : str
        Another whenever the entry's dates or words are others.
    """

    key: str
    url: str
    title: str
    published: datetime | None
    version: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title ("" where it has none) and entries (200 at most), in its order, each key once."""

    title: str
    items: tuple[FeedItem, ...]


def read_feed(data: bytes, url: str, sandbox: Sandbox) -> Feed:
    """Read a feed that came from `url`, against which its relative links are resolved.

    Raises
    ------
    ReadingError
        Naming `url`, if it is no RSS or Atom feed, or takes too long to read.
    """
    if _ENTITY in data.replace(b"\0", b""):  # no feed needs any, and they can be made to grow a thousandfold
        raise _no_feed(url)
    found = sandbox.read("feed", data, url)
    if found.get("problem") == TOO_MUCH_WORK:
        raise ReadingError(
            url, "the feed takes too much time to read; look for a smaller one", ReadingProblem.TOO_LARGE
        )
    if found.get("problem") == BUSY:
        raise ReadingError(url, "too much is being read; try again in a minute", ReadingProblem.BUSY)
    if not found.get("version"):
        raise _no_feed(url)
    items: dict[str, FeedItem] = {}
    for entry in found["entries"]:
        item = _item(entry, url)
        if item is not None:
            items.setdefault(item.key, item)
    return Feed(found["title"], tuple(items.values()))


def _item(entry: dict[str, Any], base: str) -> FeedItem | None:
    link = _link(entry["link"], base)
    if link is None:
        return None
    parts = [link, *(entry[key] for key in ("title", "summary", "updated", "published", "content"))]
    return FeedItem(
        entry["id"][:_LONGEST_LINK] or link,
        link,
        entry["plain"],
        _moment(entry["moment"]),
        sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16],
    )


def _link(words: str, base: str) -> str | None:
    if not 0 < len(words) <= _LONGEST_LINK:
        return None
    try:
        link = urljoin(base, words)
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or len(link) > _LONGEST_LINK:
        return None
    link = parts._replace(fragment="").geturl()
    return link if link != base else None  # the feed itself, as an empty link has it


def _moment(fields: list[int] | None) -> datetime | None:
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=calendar.timegm(tuple(fields))) if fields else None
    except (ValueError, OverflowError):
        return None


def _no_feed(url: str) -> ReadingError:
    return ReadingError(
        url, "it is no RSS or Atom feed; look for the site's link called RSS, Atom or feed", ReadingProblem.NO_FEED
    )

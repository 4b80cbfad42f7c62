"""Feeds: RSS, Atom and JSON Feed, as bytes that were fetched, read in the sandbox; nothing is fetched here."""

import calendar
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from html import escape
from typing import Any
from urllib.parse import urljoin, urlsplit

from index.errors import ReadingError, ReadingProblem
from index.model.addresses import address_of, clean_link
from index.model.article import Article
from index.reading.html import extract
from index.sandbox import BUSY, BUSY_REASON, TOO_MUCH_WORK, Sandbox

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
    author : str
        As the feed names whoever wrote it; "" where it does not.
    markup : str
        The whole article as HTML, where the feed has it; else "".
    """

    key: str
    url: str
    title: str
    published: datetime | None
    version: str
    author: str = ""
    markup: str = ""


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
        Naming `url`, if it is no feed, or takes too long to read.
    """
    found = look_for_feed(data, url, sandbox)
    if not isinstance(found, Feed):
        raise _no_feed(url)
    return found


def look_for_feed(data: bytes, url: str, sandbox: Sandbox) -> Feed | tuple[str, ...]:
    """The feed that came from `url`, as `read_feed`; or the links of those that the page there names, comments' last.

    Raises
    ------
    ReadingError
        Naming `url`, if it is no feed and names none, or takes too long to read.
    """
    found = sandbox.read("feed", data, url)
    if found.get("problem") == TOO_MUCH_WORK:
        raise ReadingError(
            url, "the feed takes too much time to read; look for a smaller one", ReadingProblem.TOO_LARGE
        )
    if found.get("problem") == BUSY:
        raise ReadingError(url, BUSY_REASON, ReadingProblem.BUSY)
    if not found.get("version"):
        named = tuple(dict.fromkeys(link for words in found.get("named", ()) if (link := _link(words, url))))
        if not named:
            raise _no_feed(url)
        return named
    return Feed(found["title"], _distinct([item for entry in found["entries"] if (item := _item(entry, url))]))


def read_entry(item: FeedItem, sandbox: Sandbox) -> Article:
    """The article that an entry has as a whole, read as its page would be.

    Raises
    ------
    ReadingError
        Naming the entry's link, if there is no article in it, or it is not read in time.
    """
    head = f"<title>{escape(item.title)}</title>"
    if item.author:
        head += f'<meta name="author" content="{escape(item.author)}">'
    if item.published is not None:
        head += f'<meta property="article:published_time" content="{item.published.isoformat()}">'
    body = f"<article><h1>{escape(item.title)}</h1>{item.markup}</article>"
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return replace(extract(page, item.url, sandbox, url=item.url), from_feed=True)


def _distinct(items: list[FeedItem]) -> tuple[FeedItem, ...]:
    """The first of each key; what entries of several links share is none, and their links are."""
    addresses = defaultdict(set)
    for item in items:
        addresses[item.key].add(address_of(item.url))
    kept: dict[str, FeedItem] = {}
    for item in items:
        key = item.key if len(addresses[item.key]) == 1 else clean_link(item.url)
        kept.setdefault(key, replace(item, key=key))
    return tuple(kept.values())


def _item(entry: dict[str, Any], base: str) -> FeedItem | None:
    link = _link(entry["link"], base)
    if link is None:
        return None
    parts = [clean_link(link), *(entry[key] for key in ("title", "summary", "updated", "published", "content"))]
    return FeedItem(
        entry["id"][:_LONGEST_LINK] or clean_link(link),
        link,
        entry["plain"],
        _moment(entry["moment"]),
        sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16],
        entry["author"],
        max(entry[entry["full"]].split("\0"), key=len) if entry["full"] else "",
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
        url,
        "it is no feed (RSS, Atom or JSON Feed), nor a page that names one; find the site's link called RSS or feed",
        ReadingProblem.NO_FEED,
    )

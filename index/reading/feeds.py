"""Feeds: RSS and Atom, as bytes that were fetched; nothing is fetched here."""

import calendar
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import html as markup
from lxml.etree import LxmlError

from index.errors import ReadingError, ReadingProblem

ITEMS = 200
"""The most entries of a feed that are read, from its top."""

_ENTITY = b"<!ENTITY"
_TITLE = 300
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
    """A feed's title ("" where it has none) and entries, in its order, each key once."""

    title: str
    items: tuple[FeedItem, ...]


def read_feed(data: bytes, url: str) -> Feed:
    """Read a feed that came from `url`, against which its relative links are resolved.

    Raises
    ------
    ReadingError
        Naming `url`, if it is no RSS or Atom feed.
    """
    if _ENTITY in data.replace(b"\0", b""):  # no feed needs any, and they can be made to grow a thousandfold
        raise _no_feed(url)
    try:  # a stream, because feedparser takes bytes for the name of a file first
        parsed = feedparser.parse(BytesIO(data), response_headers={"content-location": url}, sanitize_html=False)
    except Exception as error:  # its parsers raise whatever hostile bytes make them run into
        raise _no_feed(url) from error
    entries = parsed.get("entries") or []
    if not parsed.get("version"):
        raise _no_feed(url)
    items: dict[str, FeedItem] = {}
    for entry in entries[:ITEMS]:
        item = _item(entry, url)
        if item is not None:
            items.setdefault(item.key, item)
    return Feed(_plain(_words(parsed.get("feed") or {}, "title")), tuple(items.values()))


def _item(entry: feedparser.FeedParserDict, base: str) -> FeedItem | None:
    link = _link(_words(entry, "link"), base)
    if link is None:
        return None
    title, summary = _words(entry, "title"), _words(entry, "summary")
    contents = [_words(content, "value") for content in entry.get("content") or []]
    parts = [link, title, summary, _words(entry, "updated"), _words(entry, "published"), *contents]
    return FeedItem(
        _words(entry, "id")[:_LONGEST_LINK] or link,
        link,
        _plain(title),
        _moment(entry, "published_parsed") or _moment(entry, "updated_parsed"),
        sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16],
    )


def _words(entry: feedparser.FeedParserDict, key: str) -> str:
    value = dict.get(entry, key)  # feedparser's own warns where it falls back on another field
    return value.strip() if isinstance(value, str) else ""


def _link(words: str, base: str) -> str | None:
    try:
        link = urljoin(base, words)
        parts = urlsplit(link)
    except ValueError:
        return None
    if not words or parts.scheme not in ("http", "https") or not parts.netloc or len(link) > _LONGEST_LINK:
        return None
    return parts._replace(fragment="").geturl()


def _moment(entry: feedparser.FeedParserDict, key: str) -> datetime | None:
    parsed = dict.get(entry, key)
    if not isinstance(parsed, time.struct_time):
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=calendar.timegm(parsed))
    except (ValueError, OverflowError):
        return None


def _plain(title: str) -> str:
    """A title without markup, on one line."""
    if "<" in title or "&" in title:
        try:
            title = "".join(str(part) for part in markup.fromstring(f"<div>{title}</div>").itertext())
        except (LxmlError, ValueError):
            title = title.replace("<", " ")
    return " ".join(title.split())[:_TITLE]


def _no_feed(url: str) -> ReadingError:
    return ReadingError(
        url, "it is no RSS or Atom feed; look for the site's link called RSS, Atom or feed", ReadingProblem.NO_FEED
    )

"""Feeds: what feedparser finds in RSS and Atom, JSON Feed, and the feeds that a site's page names."""

import codecs
import json
import re
from html import escape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from .moments import day_first, moment

_ENTRIES = 200
_LONGEST = 200_000  # code points of a field
_TITLE = 300  # code points of an entry's title
_NAMED = 10  # feeds of a page
_FEW = 4  # times as many letters beyond ASCII as bytes that are no UTF-8 make these mistakes
_JSON_FEED = "https://jsonfeed.org/version/"
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"\s*<\?xml[^>]*\?>")
_QUOTED = re.compile(rb"<!--(?:.*?-->|.*)|<!\[CDATA\[(?:.*?\]\]>|.*)", re.DOTALL)
_ENTITY = b"<!ENTITY"
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "application/xml",
        "text/xml",
    }
)

# An entry's own text is the whole one if it is as long as articles are, and is not said to go on elsewhere.
_FULL_CONTENT, _FULL_SUMMARY = 600, 2_000  # code points
_CUT_OFF = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]|\((?:more|continued)(?:…|\.\.\.)?\)")
_GOES_ON = re.compile(
    r"\b(?:continue|keep) reading\b|\bread (?:more|on|the (?:full|whole|entire|rest))\b|\bfull (?:story|article)\b",
    re.IGNORECASE,
)
_END_OF_CUT, _END_OF_MORE = 400, 160  # code points at the end that are looked at


def read_feed(data: bytes, url: str) -> dict[str, object]:
    """A feed's version ("" where it is none), title and first entries; links are absolute where they can be.

    An entry's "full" names the field that has its whole text as HTML: "content", of which it is the longest part, or
    "summary"; "" if neither has. Where the data are a page, "named" has the links of the feeds that it names.
    """
    feed = _json_feed(data)
    if feed is None:
        feed = _xml_feed(data, url)
    entries = feed["entries"]
    days_first = day_first(entry["published"] or entry["updated"] for entry in entries)
    for entry in entries:
        parsed = entry.pop("parsed")
        entry["plain"] = _plain(entry["title"])
        entry["moment"] = moment(entry["published"] or entry["updated"], parsed, days_first=days_first)
        entry["full"] = _full(entry)
    return {**feed, "title": _plain(feed["title"]), "named": [] if feed["version"] else _named(data, url)}


def _xml_feed(data: bytes, url: str) -> dict[str, Any]:
    """What feedparser finds; no entity may be declared, for they can be made to grow a thousandfold."""
    import feedparser  # noqa: PLC0415

    data = _legible(data)
    if _ENTITY in _QUOTED.sub(b"", data):
        return {"version": "", "title": "", "entries": []}
    # A stream, because feedparser takes bytes for the name of a file first.
    stream = BytesIO(_REFERENCE.sub(_possible, data))
    parsed = feedparser.parse(stream, response_headers={"content-location": url}, sanitize_html=False)
    entries = []
    for entry in (parsed.get("entries") or [])[:_ENTRIES]:
        contents = [_words(content.get("value")) for content in entry.get("content") or []]
        keys = ("id", "link", "title", "author", "summary", "updated", "published")
        fields: dict[str, Any] = {key: _words(dict.get(entry, key)) for key in keys}
        fields["content"] = "\0".join(contents)
        fields["parsed"] = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
        entries.append(fields)
    title = _words((parsed.get("feed") or {}).get("title"))
    return {"version": parsed.get("version") or "", "title": title, "entries": entries}


def _legible(data: bytes) -> bytes:
    """The same in UTF-8, if it has 16 or 32 bits a character, so that ASCII can be looked for in it; and without the
    few bytes that are none in what is otherwise UTF-8, of which all would be read in another encoding."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            narrow = data.decode(encoding, "replace").encode("utf-8", "replace")
            return codecs.BOM_UTF8 + _DECLARED.sub(b"", narrow, count=1)
    text = data.decode(errors="ignore")
    kept = text.encode()
    wrong = len(data) - len(kept)
    return kept if wrong and wrong * _FEW <= sum(not char.isascii() for char in text) else data


def _possible(reference: re.Match[bytes]) -> bytes:
    """The reference, if there is such a character; one that there can't be ends all reading."""
    digits = (reference[1] or reference[2]).lstrip(b"0")[:8]
    code = int(digits or b"0", 16 if reference[1] else 10)
    fits = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000 or code in (9, 10, 13)
    return reference[0] if fits else b""


def _json_feed(data: bytes) -> dict[str, Any] | None:
    """A JSON Feed's fields under the names that feedparser has for them; None if it is none."""
    data = data.removeprefix(codecs.BOM_UTF8).strip()
    if not data.startswith(b"{"):
        return None
    try:
        feed = json.loads(data.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not _words(feed.get("version")).startswith(_JSON_FEED):
        return None
    items = feed.get("items")
    entries = []
    for item in (items if isinstance(items, list) else [])[:_ENTRIES]:
        if isinstance(item, dict):
            identity = item.get("id")
            entries.append(
                {
                    "id": str(identity) if isinstance(identity, int | float) else _words(identity),
                    "link": _words(item.get("url")) or _words(item.get("external_url")) or _linked(identity),
                    "title": _words(item.get("title")),
                    "author": "; ".join(_names(item)),
                    "summary": _words(item.get("summary")),
                    "updated": _words(item.get("date_modified")),
                    "published": _words(item.get("date_published")),
                    "content": _words(item.get("content_html")) or _as_html(_words(item.get("content_text"))),
                    "parsed": None,
                }
            )
    return {"version": "json", "title": _words(feed.get("title")), "entries": entries}


def _linked(identity: object) -> str:
    """The identity of an item, if it is a link, as the format wants it to be."""
    return _words(identity) if _words(identity).startswith(("http://", "https://")) else ""


def _names(item: dict[str, Any]) -> list[str]:
    """The names of an item's authors; the first version of the format had one."""
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    return [name for person in people if isinstance(person, dict) and (name := _words(person.get("name")))]


def _as_html(text: str) -> str:
    """Plain text as HTML, each line a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _full(entry: dict[str, Any]) -> str:
    """The field that has the entry's whole text."""
    for field, least in (("content", _FULL_CONTENT), ("summary", _FULL_SUMMARY)):
        markup = max(entry[field].split("\0"), key=len)
        if least <= len(markup) < _LONGEST:
            text = " ".join(_text(markup).split())
            end = text[-_END_OF_MORE:]
            cut = text.endswith(("…", "...")) or _CUT_OFF.search(text[-_END_OF_CUT:]) or _GOES_ON.search(end)
            if len(text) >= least and not cut:
                return field
    return ""


def _named(page: bytes, url: str) -> list[str]:
    """The links of the feeds that a page names, in its order; comments' and JSON that may be no feed's last."""
    from lxml import html  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        tree = html.document_fromstring(page)
    except (LxmlError, ValueError):
        return []
    base = next((str(node.get("href")) for node in tree.iter("base") if node.get("href")), "")
    links: dict[str, bool] = {}
    for node in tree.iter("link"):
        kind = str(node.get("type") or "").partition(";")[0].strip().lower()
        address = str(node.get("href") or "").strip()
        if address and kind in _FEED_TYPES and "alternate" in str(node.get("rel") or "").lower().split():
            title = str(node.get("title") or "").lower()
            try:
                other = kind == "application/json" or "comment" in f"{title} {address.lower()}"
                links.setdefault(urljoin(urljoin(url, base), address), other)
            except ValueError:
                continue
    return sorted(links, key=links.__getitem__)[:_NAMED]


def _plain(title: str) -> str:
    """A title without markup, on one line."""
    return " ".join(_text(title).split())[:_TITLE] if "<" in title or "&" in title else " ".join(title.split())[:_TITLE]


def _text(markup: str) -> str:
    from lxml import html  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        return "".join(str(part) for part in html.fromstring(f"<div>{markup}</div>").itertext())
    except (LxmlError, ValueError):
        return markup.replace("<", " ")


def _words(value: object) -> str:
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


SAMPLE = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid>
<title>Ferry &amp;amp; quay</title><link>https://quay.example/ferry</link><description>&lt;p&gt;Dawn&lt;/p&gt;</description>
<pubDate>Friday, 03 May 2024 10:00 PM</pubDate></item><item><guid>2</guid><link>https://quay.example/toll</link>
<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item></channel></rss>"""
"""A feed that makes the parser load what it needs."""

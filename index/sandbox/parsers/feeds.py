"""Feeds: what feedparser finds in them."""

import time
from io import BytesIO

_ENTRIES = 200
_LONGEST = 200_000  # code points of a field
_TITLE = 300  # code points of an entry's title


def read_feed(data: bytes, url: str) -> dict[str, object]:
    """The feed's version ("" where it is none), title and first entries; links are absolute where they can be."""
    import feedparser  # noqa: PLC0415

    # A stream, because feedparser takes bytes for the name of a file first.
    parsed = feedparser.parse(BytesIO(data), response_headers={"content-location": url}, sanitize_html=False)
    entries = []
    for entry in (parsed.get("entries") or [])[:_ENTRIES]:
        moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
        contents = [_words(content.get("value")) for content in entry.get("content") or []]
        keys = ("id", "link", "title", "summary", "updated", "published")
        fields: dict[str, object] = {key: _words(dict.get(entry, key)) for key in keys}
        fields["content"] = "\0".join(contents)
        fields["plain"] = _plain(_words(dict.get(entry, "title")))
        fields["moment"] = list(moment) if isinstance(moment, time.struct_time) else None
        entries.append(fields)
    title = _words((parsed.get("feed") or {}).get("title"))
    return {"version": parsed.get("version") or "", "title": _plain(title), "entries": entries}


def _plain(title: str) -> str:
    """A title without markup, on one line."""
    from lxml import html  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    if "<" in title or "&" in title:
        try:
            title = "".join(str(part) for part in html.fromstring(f"<div>{title}</div>").itertext())
        except (LxmlError, ValueError):
            title = title.replace("<", " ")
    return " ".join(title.split())[:_TITLE]


def _words(value: object) -> str:
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


SAMPLE = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid>
<title>Ferry &amp;amp; quay</title><link>https://quay.example/ferry</link><description>&lt;p&gt;Dawn&lt;/p&gt;</description>
<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item></channel></rss>"""
"""A feed that makes the parser load what it needs."""

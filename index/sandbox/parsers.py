"""Others' parsers, as the confined program uses them: bytes in, a plain object out, or ``{"problem"}``.

``child.py`` loads this by its path, in a process of its own: it imports nothing of ours, and of others only what the
kind of document needs. Nothing here reads a file or asks a site.
"""

import codecs
import encodings.aliases
import logging
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

_PAGES = 200
_TEXT = 2_000_000  # code points
_ENTRIES = 200
_LONGEST = 200_000  # code points of a field
_TITLE = 300  # code points of an entry's title
_SHORT = 2_000  # code points of a page's title and other particulars
_CAPTION, _CAPTIONS = 600, 40  # code points of a caption, captions of a page

Line = tuple[int, float, float, float, str]  # page, x, y, size of type, words


def read(kind: str, data: bytes, *more: str) -> dict[str, object]:
    """What is in a document of that kind; too much of it, and whatever else a parser runs into, is a problem."""
    try:
        return _READERS[kind](data, *more)
    except (MemoryError, RecursionError):
        return {"problem": "too_much_work"}
    except Exception:  # noqa: BLE001 - the parsers raise whatever a broken file makes them run into
        return {"problem": "broken"}


def warm(kind: str) -> None:
    """Load all that reading a document of that kind needs, for later no file can be opened."""
    time.localtime()
    unicodedata.normalize("NFKC", "é")
    if kind != "robots":
        for name in set(encodings.aliases.aliases.values()):
            with suppress(LookupError):
                codecs.lookup(name)
    if kind == "html":
        _warm_html()
    read(kind, *_SAMPLES[kind])


def _warm_html() -> None:
    """Load what trafilatura leaves until a page needs it: top-level domains, how dates are written, common words."""
    from courlan import extract_domain  # noqa: PLC0415
    from htmldate.extractors import external_date_parser, month_words  # noqa: PLC0415
    from trafilatura.external import jt_stoplist_init  # noqa: PLC0415

    extract_domain("https://quay.example/ferry", fast=False)
    month_words()
    jt_stoplist_init()
    external_date_parser("Monday, May 3, 2024", "%Y-%m-%d")


def read_html(data: bytes) -> dict[str, object]:
    """The article of a page in UTF-8: ``{"text", "title", "author", "site", "date", "url", "captions"}``.

    Nothing is fetched. Where a page has no article, its text is "".
    """
    import trafilatura  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = data.decode()

    try:
        captions = _captions(data)
        document = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    except (RecursionError, ValueError, AssertionError, LxmlError):
        return {"problem": "broken"}
    if not isinstance(document, Document):
        return {"text": ""}
    particulars = {
        "title": document.title,
        "author": document.author,
        "site": document.sitename,
        "date": document.date,
        "url": document.url,
    }
    short = {name: _words(value)[:_SHORT] for name, value in particulars.items()}
    return {"text": document.text or "", "captions": captions, **short}


def _captions(page: bytes) -> list[str]:
    """Texts of the page's figure captions, in order; scripts and comments are no text."""
    from lxml import etree, html  # noqa: PLC0415

    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, "script", "style", "noscript", etree.Comment, with_tail=False)
    texts = (" ".join("".join(str(part) for part in node.itertext()).split()) for node in tree.iter("figcaption"))
    return list(dict.fromkeys(text for text in texts if 0 < len(text) <= _CAPTION))[:_CAPTIONS]


def read_pdf(data: bytes) -> dict[str, object]:
    """The title that the file gives itself and its lines, or the problem."""
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import DependencyError, LimitReachedError  # noqa: PLC0415

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "locked"}
        if len(reader.pages) > _PAGES:
            return {"problem": "too_long"}
        lines: list[Line] = []
        length = 0
        for number, page in enumerate(reader.pages):
            found = _lines(page, number)
            lines += found
            length += sum(len(line[-1]) for line in found)
            if length > _TEXT:
                return {"problem": "too_long"}
        title = reader.metadata.title if reader.metadata is not None else None
    except DependencyError:  # a cipher that is not to be had here
        return {"problem": "locked"}
    except LimitReachedError:
        return {"problem": "too_much_work"}
    return {"title": title if isinstance(title, str) else None, "lines": lines}


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


def read_robots(data: bytes, agent: str, url: str) -> dict[str, object]:
    """Whether a robots.txt lets `agent` ask for `url`, and the seconds between two requests that it asks for, or 0."""
    from protego import Protego  # noqa: PLC0415

    rules = Protego.parse(data.decode("utf-8-sig", "replace"))
    return {"allowed": rules.can_fetch(url, agent), "delay": rules.crawl_delay(agent) or 0.0}


def _words(value: object) -> str:
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


def _lines(page: Any, number: int) -> list[Line]:
    """The page's lines, in the order in which it draws them; each stands where the first of its words do."""
    drawn: list[list[tuple[float, float, float, str]]] = [[]]

    def see(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        x, y = inner[4], inner[5]
        left, up = x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]
        height = size * abs(inner[3] or inner[1]) * abs(outer[3] or outer[1])
        first, *more = text.split("\n")
        drawn.extend([] for _ in more)
        for line, words in zip(drawn[-len(more) - 1 :], (first, *more), strict=True):
            if line or words.strip():
                line.append((left, up, height, words))

    page.extract_text(visitor_text=see)
    return [(number, *line[0][:3], " ".join("".join(piece[3] for piece in line).split())) for line in drawn if line]


_READERS: dict[str, Callable[..., dict[str, object]]] = {
    "html": read_html,
    "pdf": read_pdf,
    "feed": read_feed,
    "robots": read_robots,
}

_PROSE = "The ferry sails at dawn and comes back at noon, the captain said on Monday at the old quay. " * 9
_PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry</title><meta name="author" content="Mara Vohn">
<link rel="canonical" href="https://quay.example/ferry"><meta property="og:site_name" content="Gazette">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry",
"author": [{{"@type": "Person", "name": "Mara Vohn"}}], "datePublished": "2024-05-03T10:00:00Z"}}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry &eacute;</h1><time datetime="2024-05-03">May 3, 2024</time>
<p>{_PROSE}</p><ul><li>{_PROSE}</li></ul><figure><figcaption>Quay</figcaption></figure></article>
<p>Updated 04/05/2024</p></body></html>"""
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid>
<title>Ferry &amp;amp; quay</title><link>https://quay.example/ferry</link><description>&lt;p&gt;Dawn&lt;/p&gt;</description>
<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item></channel></rss>"""
_PDF = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 37>> stream
BT /F 11 Tf 72 700 Td (Dawn) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF"""
_SAMPLES: dict[str, tuple[Any, ...]] = {
    "html": (_PAGE.encode(),),
    "pdf": (_PDF.encode(),),
    "feed": (_FEED.encode(), "https://quay.example/feed"),
    "robots": (b"User-agent: *\nDisallow: /a*\n", "Onrecord", "https://quay.example/"),
}

"""HTML pages: the article that trafilatura finds, and what the page says of it."""

import json
import logging
from typing import Any

from .blocks import blocks_of
from .metadata import told_by
from .selection import article_of, bare

_SHORT = 2_000  # code points of a page's headline
_CAPTION, _CAPTIONS = 600, 40  # code points of a caption, captions of a page


def read_html(data: bytes) -> dict[str, object]:
    """The article of a page in UTF-8: ``{"parts", "captions", "headline", "told"}``.

    Nothing is fetched. Where a page has no article, there are no parts.
    """
    import trafilatura  # noqa: PLC0415
    from lxml import html  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = data.decode()

    try:
        document = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=False)
        tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
        told = _told(tree)
        metadata = told_by(tree)
        blocks = list(blocks_of(tree))
    except (RecursionError, ValueError, AssertionError, LxmlError):
        return {"problem": "broken"}
    if not isinstance(document, Document):
        return {"parts": []}
    lines = [line.strip() for line in (document.text or "").split("\n") if line.strip()]
    article = article_of(blocks, lines, told)
    captions = [caption for caption in article.captions if len(caption) <= _CAPTION][:_CAPTIONS]
    return {"parts": article.parts, "captions": captions, "headline": article.headline[:_SHORT], "told": metadata}


def _told(tree: Any) -> str:
    """What the linked data of a page has as its article, `bare`."""
    told = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and "articleBody" in (script.text or ""):
            try:
                waiting = [json.loads(script.text, strict=False)]
            except (ValueError, RecursionError):
                continue
            while waiting:
                data = waiting.pop()
                if isinstance(data, dict):
                    body = data.get("articleBody")
                    told += [bare(body)] if isinstance(body, str) else []
                    waiting += data.values()
                elif isinstance(data, list):
                    waiting += data
    return "\0".join(told)


def warm() -> None:
    """Load what trafilatura leaves until a short page needs it: common words, which take longer than such a page."""
    read_html(b"<html><body><p>The ferry sails at dawn.</p></body></html>")


_PROSE = "The ferry sails at dawn and comes back at noon, the captain said on Monday at the old quay. " * 9
SAMPLE = f"""<!doctype html><html lang="en"><head><title>Ferry</title><meta name="author" content="Mara Vohn">
<link rel="canonical" href="https://quay.example/ferry"><meta property="og:site_name" content="Gazette">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry",
"author": [{{"@type": "Person", "name": "Mara Vohn"}}], "datePublished": "2024-05-03T10:00:00Z"}}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry &eacute;</h1><time datetime="2024-05-03">May 3, 2024</time>
<p>{_PROSE}</p><ul><li>{_PROSE}</li></ul><figure><figcaption>Quay</figcaption></figure></article>
<p>Updated 04/05/2024</p></body></html>"""
"""A page that makes the parsers load what they need."""

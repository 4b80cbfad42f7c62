"""HTML pages: trafilatura finds the article; what it extracts is the article's text from then on."""

import logging
from dataclasses import dataclass
from datetime import date

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from index.errors import ReadingError, ReadingProblem
from index.reading.dates import find_date

_CAPTION = 600
_CAPTIONS = 40


@dataclass(frozen=True, slots=True)
class HtmlArticle:
    """The article of a page; `captions` are paragraphs of `text`."""

    text: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    captions: frozenset[str]


def extract(page: str, source: str) -> HtmlArticle:
    """The article in an HTML page; nothing is fetched.

    Raises
    ------
    ReadingError
        Naming `source`, if there is no article in it.
    """
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        captions = _captions(page)
        document = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    except (RecursionError, ValueError, AssertionError, etree.LxmlError) as error:
        raise ReadingError(
            source, "its HTML cannot be read; save the article as text and add that", ReadingProblem.BROKEN
        ) from error
    if not isinstance(document, Document) or not (text := (document.text or "")).strip():
        raise ReadingError(
            source,
            "no article was found in this page; save the article as text and add that",
            ReadingProblem.NO_ARTICLE,
        )
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title = document.title or None
    if title and (not lines or lines[0].casefold() != title.casefold()):
        lines.insert(0, title)
    lines += [caption for caption in captions if caption not in lines]
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    url = document.url if document.url and document.url.startswith(("http://", "https://")) else None
    published = find_date(document.date or "")
    return HtmlArticle(
        "\n\n".join(lines), title, document.sitename or None, authors, published, url, frozenset(captions)
    )


def _captions(page: str) -> list[str]:
    """Texts of the page's figure captions, in order; scripts and comments are no text."""
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, "script", "style", "noscript", etree.Comment, with_tail=False)
    texts = (" ".join("".join(str(part) for part in node.itertext()).split()) for node in tree.iter("figcaption"))
    return list(dict.fromkeys(text for text in texts if 0 < len(text) <= _CAPTION))[:_CAPTIONS]

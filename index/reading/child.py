"""Reads hostile files with others' parsers: a program of its own, so that it can be stopped.

From standard input to output: ``child.py pdf`` writes ``{"title", "lines"}`` or ``{"problem"}``, ``child.py feed URL``
writes ``{"version", "title", "entries"}`` or ``{"problem"}``, ``child.py html`` what `read_html` gives. It imports
nothing of ours, for it is run by its path, and of others only what the kind of file needs.
"""

import json
import logging
import sys
import time
import warnings
from io import BytesIO
from typing import Any

_MEMORY = 500_000_000  # bytes
_SECONDS = 30  # of the processor; the parent is less patient
_PAGES = 200
_TEXT = 2_000_000  # code points
_ENTRIES = 200
_LONGEST = 200_000  # code points of a field
_CAPTION, _CAPTIONS = 600, 40  # code points of a caption, captions of a page

Line = tuple[int, float, float, float, str]  # page, x, y, size of type, words


def main() -> None:
    """Read what the arguments say."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _confine()
    data = sys.stdin.buffer.read()
    try:
        found = _read(data, *sys.argv[1:])
    except (MemoryError, RecursionError):
        found = {"problem": "too_much_work"}
    except Exception:  # noqa: BLE001 - the parsers raise whatever a broken file makes them run into
        found = {"problem": "broken"}
    sys.stdout.buffer.write(json.dumps(found).encode())


def _read(data: bytes, kind: str, *more: str) -> dict[str, object]:
    if kind == "html":
        return read_html(data.decode())
    return read_pdf(data) if kind == "pdf" else read_feed(data, *more)


def read_html(page: str) -> dict[str, Any]:
    """The article of a page: ``{"text", "title", "author", "site", "date", "url", "captions"}``, or the problem.

    Nothing is fetched. Where a page has no article, its text is "".
    """
    import trafilatura  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        captions = _captions(page)
        document = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    except (RecursionError, ValueError, AssertionError, LxmlError):
        return {"problem": "broken"}
    if not isinstance(document, Document):
        return {"text": ""}
    return {
        "text": document.text or "",
        "title": document.title,
        "author": document.author,
        "site": document.sitename,
        "date": document.date,
        "url": document.url,
        "captions": captions,
    }


def _captions(page: str) -> list[str]:
    """Texts of the page's figure captions, in order; scripts and comments are no text."""
    from lxml import etree, html  # noqa: PLC0415

    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
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
        fields["moment"] = list(moment) if isinstance(moment, time.struct_time) else None
        entries.append(fields)
    title = _words((parsed.get("feed") or {}).get("title"))
    return {"version": parsed.get("version") or "", "title": title, "entries": entries}


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


def _confine() -> None:
    """Let the system end this process when it takes too much; where it cannot, the parent's time limit is left."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    main()

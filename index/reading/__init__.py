r"""Reading: bytes, files and records to articles. The text is kept exactly; only newlines become ``\n``."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from index.errors import ReadingError
from index.reading.dates import find_date
from index.reading.decoding import decode, decode_html
from index.reading.html import extract
from index.reading.layout import Page, lay_out
from index.reading.markdown import lay_out_markdown
from index.types import Article

__all__ = ["MAX_BYTES", "read_bytes", "read_file", "read_records", "read_text"]

MAX_BYTES = 2_000_000
"""The largest file that is read, in bytes."""

_HTML = re.compile(
    r"\s*(?:(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->)\s*)*(?:<!doctype html|<html|<head|<body|<article)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFF = 4096  # code points in which HTML is told by its beginning


def read_file(path: Path) -> Article:
    """Read a text, Markdown or HTML file.

    Raises
    ------
    ReadingError
        Naming the file, if it is missing, no file, unreadable, empty, no text or over 2 MB.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise ReadingError(name, "it is a directory, not a file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadingError(name, _too_large(size))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file; check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise ReadingError(name, f"it cannot be read ({reason})") from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str, *, url: str | None = None) -> Article:
    """Read the bytes of a file called `name`, whose suffix or content tells its type.

    Raises
    ------
    ReadingError
        Naming `name`, if it is empty, no text or over 2 MB.
    """
    if len(data) > MAX_BYTES:
        raise ReadingError(name, _too_large(len(data)))
    suffix = Path(name.replace("\0", "")).suffix.lower()
    text = decode(data, name)
    sniffed = suffix not in (".txt", ".md", ".markdown") and _HTML.match(text[:_SNIFF])
    if suffix in (".html", ".htm", ".xhtml") or sniffed:
        found = extract(decode_html(data, name), name)
        page = lay_out(found.text, found.title, captions=found.captions)
        return _article(found.text, page, "", found.outlet, found.authors, found.published, url or found.url)
    if suffix in (".md", ".markdown"):
        page, front = lay_out_markdown(text, None)
        return _article(text, page, "", front.outlet, front.authors, front.published, url or front.url)
    return read_text(text, url=url)


def read_text(
    text: str,
    *,
    id: str = "",  # noqa: A002 - the field's name
    title: str | None = None,
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """An article of text already decoded; what is given wins over what the text says of itself.

    `title` None means that the headline is looked for in the text, "" that there is none. Never raises.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _article(text, lay_out(text, title), id, outlet, authors, published, url)


def read_records(lines: Iterable[str], source: str, *, same_length: bool = False) -> Iterator[Article | ReadingError]:
    """Articles of JSON objects, one a line: ``{"id", "text", "title"?, "outlet"?, "url"?, "published"?, "authors"?}``.

    ``publisher`` and ``date`` stand for ``outlet`` and ``published``; other fields are ignored, blank lines skipped.
    A line that is no such object yields a `ReadingError` naming it in its place. With `same_length`, a carriage return
    before a newline becomes a space rather than nothing, so that offsets count in the text as it was given.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"line {number} of {source}"
        try:
            yield _record(line, place, same_length=same_length)
        except ReadingError as error:
            yield error


def _record(line: str, place: str, *, same_length: bool) -> Article:
    if len(line) > 4 * MAX_BYTES:
        raise ReadingError(place, "it is too long; an article has at most 2 MB")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(
            place, 'it is not JSON; each line is an object such as {"id": "a1", "text": "..."}'
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadingError(place, 'it has no "text"; each line is an object such as {"id": "a1", "text": "..."}')
    if len(record["text"].encode("utf-8", "replace")) > MAX_BYTES:
        raise ReadingError(place, "its text is over 2 MB; split it")

    def words(*keys: str) -> str | None:
        return next((record[key] for key in keys if isinstance(record.get(key), str) and record[key].strip()), None)

    authors = record.get("authors")
    names = tuple(a for a in authors if isinstance(a, str)) if isinstance(authors, list) else ()
    identity = record.get("id")
    url = (words("url") or "").strip()
    text = record["text"]
    return read_text(
        text.replace("\r\n", " \n") if same_length else text,
        id=str(identity) if isinstance(identity, str | int) and not isinstance(identity, bool) else "",
        title=words("title"),
        outlet=words("outlet", "publisher"),
        authors=names,
        published=find_date(words("published", "date") or ""),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _article(
    text: str,
    page: Page,
    identity: str,
    outlet: str | None,
    authors: tuple[str, ...],
    published: date | None,
    url: str | None,
) -> Article:
    return Article(
        identity,
        text,
        page.title,
        page.deck,
        outlet or page.outlet,
        authors or page.authors,
        published or page.published,
        url,
        page.paragraphs,
    )


def _too_large(size: int) -> str:
    return f"it has {size / 1e6:.1f} MB, more than the 2 MB that an article may have; split it"

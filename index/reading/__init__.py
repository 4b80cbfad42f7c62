r"""Reading: bytes, files and records to articles. The text is kept exactly; only newlines become ``\n``."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article
from index.reading.encoding import decode, decode_html
from index.reading.frontmatter import find_date
from index.reading.html import extract
from index.reading.layout import LaidOutPage, lay_out
from index.reading.markdown import lay_out_markdown
from index.reading.pdf import PDF_MAGIC, read_pdf
from index.web.responses import Fetched

__all__ = ["MAX_BYTES", "MAX_PDF_BYTES", "read_bytes", "read_file", "read_page", "read_records", "read_text"]

MAX_BYTES = 2_000_000
"""The largest text, Markdown or HTML file that is read, in bytes."""

MAX_PDF_BYTES = 5_000_000
"""The largest PDF that is read, in bytes."""

_HTML = re.compile(
    r"\s*(?:(?:<\?xml[^>]*>|<!--(?:[^-]|-[^-]|--+[^->])*--+>)\s*)*(?:<!doctype html|<html|<head|<body|<article)\b",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = 'each line is an object such as {"id": "a1", "text": "..."}'
_SNIFF = 4096  # code points in which HTML is told by its beginning


def read_file(path: Path) -> Article:
    """Read a text, Markdown, HTML or PDF file.

    Raises
    ------
    ReadingError
        Naming the file, if it is missing, no file, unreadable, empty, no text or too large.
    """
    name = str(path)
    limit = MAX_PDF_BYTES if path.suffix.lower() == ".pdf" else MAX_BYTES
    try:
        if path.is_dir():
            raise ReadingError(name, "it is a directory, not a file", ReadingProblem.DIRECTORY)
        size = path.stat().st_size
        if size > limit:
            raise _too_large(name, size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file; check the path", ReadingProblem.MISSING) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise ReadingError(name, f"it cannot be read ({reason})", ReadingProblem.NO_ACCESS) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str, *, url: str | None = None) -> Article:
    """Read the bytes of a file called `name`, whose suffix or content tells its type.

    Raises
    ------
    ReadingError
        Naming `name`, if it is empty, no text, a PDF without text, or too large.
    """
    suffix = Path(name.replace("\0", "")).suffix.lower()
    if suffix == ".pdf" or data.startswith(PDF_MAGIC):
        return _pdf(data, name, url)
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data), MAX_BYTES)
    text = decode(data, name)
    sniffed = suffix not in (".txt", ".md", ".markdown") and _HTML.match(text[:_SNIFF])
    if suffix in (".html", ".htm", ".xhtml") or sniffed:
        return _html(decode_html(data, name), name, url)
    if suffix in (".md", ".markdown"):
        return _markdown(text, url)
    return read_text(text, url=url)


def read_page(fetched: Fetched) -> Article:
    """Read what a site answered, as the type that the site gave it; its url is where it came from in the end.

    Raises
    ------
    ReadingError
        Naming the link, as `read_bytes`; a page, of which only the article counts, may have as much as was fetched.
    """
    data, url = fetched.data, fetched.url
    if fetched.media_type == "application/pdf" or data.startswith(PDF_MAGIC):
        return _pdf(data, url, url)
    if fetched.media_type in ("text/html", "application/xhtml+xml"):
        return _html(decode_html(data, url, fetched.charset), url, url)
    if len(data) > MAX_BYTES:
        raise _too_large(url, len(data), MAX_BYTES)
    text = decode(data, url, fetched.charset)
    if fetched.media_type != "text/plain" or url.lower().endswith((".md", ".markdown")):
        return _markdown(text, url)
    return read_text(text, url=url)


def _html(markup: str, source: str, url: str | None) -> Article:
    found = extract(markup, source)
    size = len(found.text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise _too_large(source, size, MAX_BYTES)
    page = lay_out(found.text, found.title, captions=found.captions)
    return _article(found.text, page, "", found.outlet, found.authors, found.published, url or found.url)


def _markdown(text: str, url: str | None) -> Article:
    page, front = lay_out_markdown(text, None)
    return _article(text, page, "", front.outlet, front.authors, front.published, url or front.url)


def _pdf(data: bytes, source: str, url: str | None) -> Article:
    if len(data) > MAX_PDF_BYTES:
        raise _too_large(source, len(data), MAX_PDF_BYTES)
    found = read_pdf(data, source)
    return read_text(found.text, title=found.title, url=url)


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
        raise ReadingError(place, "it is too long; an article has at most 2 MB", ReadingProblem.TOO_LARGE)
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(place, f"it is not JSON; {_RECORD}", ReadingProblem.BAD_RECORD) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadingError(place, f'it has no "text"; {_RECORD}', ReadingProblem.BAD_RECORD)
    if len(record["text"].encode("utf-8", "replace")) > MAX_BYTES:
        raise ReadingError(place, "its text is over 2 MB; split it", ReadingProblem.TOO_LARGE)

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
    page: LaidOutPage,
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


def _too_large(source: str, size: int, limit: int) -> ReadingError:
    return ReadingError(
        source,
        f"it has {size / 1e6:.1f} MB, more than the {limit // 1_000_000} MB that an article may have; split it",
        ReadingProblem.TOO_LARGE,
    )

r"""Reading: bytes, files and records to articles. The text is kept exactly; only newlines become ``\n``."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article
from index.reading.encoding import MAX_BYTES, MAX_PAGE_BYTES, check_size, decode, decode_html
from index.reading.frontmatter import find_date
from index.reading.html import extract
from index.reading.layout import read_text
from index.reading.markdown import read_markdown
from index.reading.pdf import MAX_PDF_BYTES, PDF_MAGIC, read_pdf
from index.sandbox import Sandbox
from index.web.responses import Fetched

__all__ = [
    "MAX_BYTES",
    "MAX_PAGE_BYTES",
    "MAX_PDF_BYTES",
    "read_bytes",
    "read_file",
    "read_page",
    "read_records",
    "read_text",
]

_MARKDOWN = (".md", ".markdown")
_TEXTS = (".txt", *_MARKDOWN)
_PAGES = (".html", ".htm", ".xhtml")

_HTML = re.compile(
    r"\s*(?:(?:<\?xml[^>]*>|<!--(?:[^-]|-[^-]|--+[^->])*--+>)\s*)*(?:<!doctype html|<html|<head|<body|<article)\b",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = 'each line is an object such as {"id": "a1", "text": "..."}'
_SNIFF = 4096  # code points in which HTML is told by its beginning


def read_file(path: Path, sandbox: Sandbox) -> Article:
    """Read a text, Markdown, HTML or PDF file; the latter two in `sandbox`.

    Raises
    ------
    ReadingError
        Naming the file, if it is missing, no file, unreadable, empty, no text or too large.
    """
    name = str(path)
    limit = MAX_BYTES if path.suffix.lower() in _TEXTS else max(MAX_PAGE_BYTES, MAX_PDF_BYTES)
    try:
        if path.is_dir():
            raise ReadingError(name, "it is a directory, not a file", ReadingProblem.DIRECTORY)
        check_size(name, path.stat().st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file; check the path", ReadingProblem.MISSING) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise ReadingError(name, f"it cannot be read ({reason})", ReadingProblem.NO_ACCESS) from error
    return read_bytes(data, name, sandbox)


def read_bytes(data: bytes, name: str, sandbox: Sandbox, *, url: str | None = None) -> Article:
    """Read the bytes of a file called `name`, whose suffix or content tells its type; HTML and PDF in `sandbox`.

    Raises
    ------
    ReadingError
        Naming `name`, if it is empty, no text, a PDF without text, or too large.
    """
    suffix = Path(name.replace("\0", "")).suffix.lower()
    if suffix == ".pdf" or data.startswith(PDF_MAGIC):
        return read_pdf(data, name, sandbox, url=url)
    check_size(name, len(data), MAX_PAGE_BYTES)
    text = decode(data, name)
    sniffed = suffix not in _TEXTS and _HTML.match(text[:_SNIFF])
    if suffix in _PAGES or sniffed:
        return extract(decode_html(data, name), name, sandbox, url=url)
    check_size(name, len(data))
    if suffix in _MARKDOWN:
        return read_markdown(text, url)
    return read_text(text, url=url)


def read_page(fetched: Fetched, sandbox: Sandbox) -> Article:
    """Read what a site answered, as the type that the site gave it; its url is where it came from in the end.

    Raises
    ------
    ReadingError
        Naming the link, as `read_bytes`; a page, of which only the article counts, may have as much as was fetched.
    """
    data, url = fetched.data, fetched.url
    if fetched.media_type == "application/pdf" or data.startswith(PDF_MAGIC):
        return read_pdf(data, url, sandbox, url=url)
    if fetched.media_type in ("text/html", "application/xhtml+xml"):
        return extract(decode_html(data, url, fetched.charset), url, sandbox, url=url)
    check_size(url, len(data))
    text = decode(data, url, fetched.charset)
    if fetched.media_type != "text/plain" or url.lower().endswith(_MARKDOWN):
        return read_markdown(text, url)
    return read_text(text, url=url)


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

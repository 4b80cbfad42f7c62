r"""Reading: bytes, files and records to articles. The text is kept exactly; only newlines become ``\n``."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article
from index.reading.bundles import HeldFile, read_book, read_mail, unpacked
from index.reading.documents import read_document
from index.reading.encoding import MAX_BYTES, MAX_PAGE_BYTES, check_size, decode, decode_html
from index.reading.frontmatter import find_date
from index.reading.html import extract
from index.reading.kinds import MAX_PACKED_BYTES, SUFFIXES, FileKind, beginning, kind_of, most_bytes
from index.reading.layout import read_text
from index.reading.markdown import read_markdown
from index.reading.pdf import read_pdf
from index.sandbox import Sandbox
from index.web.responses import DOCUMENTS, Fetched

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "FileReading",
    "most_bytes",
    "read_all",
    "read_bytes",
    "read_file",
    "read_page",
    "read_path",
    "read_records",
    "read_text",
]

_HTML = re.compile(
    r"\s*(?:(?:<\?xml[^>]*>|<!--(?:[^-]|-[^-]|--+[^->])*--+>)\s*)*(?:<!doctype html|<html|<head|<body|<article)\b",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = 'each line is an object such as {"id": "a1", "text": "..."}'
_DEPTH = 3  # files in files: mail in mail in an archive
_SNIFF = 4096  # code points in which HTML is told by its beginning


@dataclass(frozen=True, slots=True)
class FileReading:
    """What was read of a file, or of one in it: its name, and the article or why there is none."""

    name: str
    result: Article | ReadingError


def read_path(path: Path, sandbox: Sandbox) -> Iterator[FileReading]:
    """Read the file at `path`, as `read_all`; one that cannot be opened is an error too."""
    name = str(path)
    try:
        data = _opened(path)
    except ReadingError as error:
        yield FileReading(name, error)
    else:
        yield from read_all(data, name, sandbox)


def read_all(data: bytes, name: str, sandbox: Sandbox) -> Iterator[FileReading]:
    """Read the bytes of a file called `name` and of those in it, each when it is asked for.

    A zip archive holds articles of its own, a book one a page, a message those attached to it; what cannot be read is
    an error in its place. All but text and Markdown is read in `sandbox`.
    """
    yield from _all(data, name, sandbox, 0)


def _all(data: bytes, name: str, sandbox: Sandbox, depth: int) -> Iterator[FileReading]:
    """The same of a file that is `depth` files deep in others."""
    try:
        kind = _kind_within(data, name, depth)
        held: tuple[HeldFile, ...] = ()
        if kind is FileKind.ARCHIVE:
            held = unpacked(data, name, sandbox)
        elif kind is FileKind.BOOK:
            for place, result in read_book(data, name, sandbox):
                yield FileReading(place, result)
        elif kind is FileKind.MAIL:
            article, held = read_mail(data, name, kind, sandbox)
            if article is not None:
                yield FileReading(name, article)
        else:
            yield FileReading(name, _read(data, name, kind, sandbox, None))
    except ReadingError as error:
        yield FileReading(name, error)
        return
    for inner in held:
        yield from _all(inner.data, f"{name}/{inner.name}", sandbox, depth + 1)


def _kind_within(data: bytes, name: str, depth: int) -> FileKind | None:
    """What a file is read as, of which one in others may hold no more without an end."""
    kind = kind_of(name, data)
    if kind in (FileKind.ARCHIVE, FileKind.BOOK, FileKind.MAIL):
        check_size(name, len(data), MAX_PACKED_BYTES)
    if depth > _DEPTH or (depth and kind is FileKind.ARCHIVE):
        reason = "it is an archive in another file; unpack it and add what is inside"
        raise ReadingError(name, reason, ReadingProblem.COMPRESSED)
    return kind


def read_file(path: Path, sandbox: Sandbox) -> Article:
    """Read the one article of the file at `path`, as `read_bytes`.

    Raises
    ------
    ReadingError
        Naming the file, if it is missing, no file or unreadable, and as `read_bytes`.
    """
    return read_bytes(_opened(path), str(path), sandbox)


def read_bytes(data: bytes, name: str, sandbox: Sandbox, *, url: str | None = None) -> Article:
    """Read the one article of a file called `name`, whose suffix or content tells its kind; see `read_all`.

    Raises
    ------
    ReadingError
        Naming `name`, if it is empty, of a kind that is not read, broken, too large, or holds several articles.
    """
    kind = kind_of(name, data)
    if kind not in (FileKind.ARCHIVE, FileKind.BOOK):
        return _read(data, name, kind, sandbox, url)
    found = list(read_all(data, name, sandbox))
    if len(found) > 1:
        raise ReadingError(name, "it holds several articles; add it as a file", ReadingProblem.SEVERAL)
    result = found[0].result
    if isinstance(result, ReadingError):
        raise result
    return result


def _opened(path: Path) -> bytes:
    name = str(path)
    try:
        if path.is_dir():
            raise ReadingError(name, "it is a directory, not a file", ReadingProblem.DIRECTORY)
        check_size(name, path.stat().st_size, most_bytes(name))
        with path.open("rb") as file:
            return file.read(MAX_PACKED_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadingError(name, "there is no such file; check the path", ReadingProblem.MISSING) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise ReadingError(name, f"it cannot be read ({reason})", ReadingProblem.NO_ACCESS) from error


def _read(data: bytes, name: str, kind: FileKind | None, sandbox: Sandbox, url: str | None) -> Article:
    """The article of a file that holds one."""
    if kind is FileKind.PDF:
        return read_pdf(data, name, sandbox, url=url)
    if kind in (FileKind.WORD, FileKind.OPEN):
        check_size(name, len(data), MAX_PACKED_BYTES)
        return read_document(data, name, kind, sandbox, url=url)
    if kind in (FileKind.MAIL, FileKind.SAVED):
        check_size(name, len(data), MAX_PACKED_BYTES)
        article, _ = read_mail(data, name, kind, sandbox, url=url)
        if article is None:
            raise ReadingError(name, "all it holds is attached; add it as a file", ReadingProblem.SEVERAL)
        return article
    check_size(name, len(data), MAX_PAGE_BYTES)
    text = decode(data, name)
    if kind is FileKind.PAGE or (kind is None and _HTML.match(text[:_SNIFF])):
        return extract(decode_html(data, name), name, sandbox, url=url)
    check_size(name, len(data))
    return read_markdown(text, url) if kind is FileKind.MARKDOWN else read_text(text, url=url)


def read_page(fetched: Fetched, sandbox: Sandbox) -> Article:
    """Read what a site answered, as the type that the site gave it; its url is where it came from in the end.

    Raises
    ------
    ReadingError
        Naming the link, as `read_bytes`; a page, of which only the article counts, may have as much as was fetched.
    """
    data, url = fetched.data, fetched.url
    if fetched.media_type in DOCUMENTS or beginning(url, data) is not None:
        return read_bytes(data, url, sandbox, url=url)
    if fetched.media_type in ("text/html", "application/xhtml+xml"):
        return extract(decode_html(data, url, fetched.charset), url, sandbox, url=url)
    check_size(url, len(data))
    text = decode(data, url, fetched.charset)
    if fetched.media_type != "text/plain" or url.lower().endswith((".md", ".markdown")):
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

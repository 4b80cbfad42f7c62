"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re

from index.errors import ReadingError, ReadingProblem

MAX_BYTES = 2_000_000
"""The largest text or Markdown file that is read, and the largest text of any other, in bytes."""

MAX_PAGE_BYTES = 5_000_000
"""The largest HTML page that is read, in bytes: most of a page is markup and scripts."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_PAGE_ENCODINGS = ("iso8859", "cp", "koi8", "mac", "big5", "gb", "euc", "shift_jis", "tis")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([A-Za-z0-9][\w.:-]{0,39})", re.IGNORECASE)


def check_size(source: str, size: int, limit: int = MAX_BYTES) -> None:
    """Raise a ReadingError that names `source` if it has more bytes than are read."""
    if size > limit:
        raise ReadingError(
            source,
            f"it has {size / 1e6:.1f} MB, more than the {limit // 1_000_000} MB that an article may have; split it",
            ReadingProblem.TOO_LARGE,
        )


def decode(data: bytes, source: str, charset: str | None = None) -> str:
    r"""Text of `data`: by its byte-order mark, as UTF-8, as UTF-16 without a mark, as `charset`, else as Windows-1252.

    `charset` is what a site declares it to be. Newlines become ``\n``; nothing else changes.

    Raises
    ------
    ReadingError
        Naming `source`, if `data` is empty or no text.
    """
    text = _text(data, charset)
    if text is None or _looks_binary(text):
        raise ReadingError(
            source,
            "it is no text and of no kind that is read; save the article as text, HTML, PDF or .docx and add that",
            ReadingProblem.NOT_TEXT,
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadingError(source, "it is empty; add a file that holds the article's text", ReadingProblem.EMPTY)
    return text


def decode_html(data: bytes, source: str, charset: str | None = None) -> str:
    """Text of an HTML page: like `decode`, but where it is not Unicode by the encoding that it declares.

    What the site declares, `charset`, goes before what the page does. As the HTML standard has it, without a
    declaration Windows-1252 is meant.

    Raises
    ------
    ReadingError
        Naming `source`, if `data` is empty or no text.
    """
    declared = _CHARSET.search(data, 0, _SAMPLE)
    return decode(data, source, charset or (declared[1].decode("ascii") if declared is not None else None))


def _text(data: bytes, charset: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    if b"\x00" in data[:_SAMPLE]:
        sample = data[: _SAMPLE // 2 * 2]
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if odd > 0.3 * len(sample) / 2 and even < 0.05 * len(sample) / 2:
            return _try(data, "utf-16-le")
        if even > 0.3 * len(sample) / 2 and odd < 0.05 * len(sample) / 2:
            return _try(data, "utf-16-be")
        return None
    return _try(data, "utf-8") or _declared(data, charset) or _try(data, "cp1252")


def _declared(data: bytes, charset: str | None) -> str | None:
    """Text in an encoding that pages may declare; not in one of Python's own, such as "zip"."""
    try:
        encoding = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return _try(data, encoding) if encoding.startswith(_PAGE_ENCODINGS) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum((char < " " and char not in "\n\r\t\f\v\x1b") or char == "\ufffd" for char in sample)
    return odd > len(sample) / 50

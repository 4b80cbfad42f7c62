"""Kinds of files: which are read, told by name and beginning, and what the others are."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from index.errors import ReadingError, ReadingProblem
from index.reading.encoding import MAX_BYTES, MAX_PAGE_BYTES


class FileKind(StrEnum):
    """What a file is read as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    PAGE = "page"
    PDF = "pdf"
    WORD = "docx"
    OPEN = "odt"
    MAIL = "mail"
    SAVED = "saved page"  # with all it needs, by a browser
    BOOK = "epub"
    ARCHIVE = "zip"


SUFFIXES: Mapping[str, FileKind] = {
    ".txt": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.PAGE,
    ".htm": FileKind.PAGE,
    ".xhtml": FileKind.PAGE,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.WORD,
    ".odt": FileKind.OPEN,
    ".eml": FileKind.MAIL,
    ".mht": FileKind.SAVED,
    ".mhtml": FileKind.SAVED,
    ".epub": FileKind.BOOK,
    ".zip": FileKind.ARCHIVE,
}
"""How the names of files that are read end, and as what."""

MAX_PDF_BYTES = 5_000_000
"""The largest PDF that is read, in bytes."""

MAX_PACKED_BYTES = 10_000_000
"""The largest file that is read of the other kinds, in bytes; of these, only the text counts."""

_PDF_MAGIC = b"%PDF-"
_ZIP_MAGIC = b"PK\x03\x04"
_PLAIN = frozenset({FileKind.TEXT, FileKind.MARKDOWN, FileKind.PAGE})
_SNIFF = 4096

_MIMETYPES = (
    (b"application/epub+zip", FileKind.BOOK),
    (b"application/vnd.oasis.opendocument.text", FileKind.OPEN),
    (b"application/vnd.oasis.opendocument.spreadsheet", ReadingProblem.SPREADSHEET),
    (b"application/vnd.oasis.opendocument.presentation", ReadingProblem.SLIDES),
)
_MEMBERS = (
    (b"word/document", FileKind.WORD),
    (b"xl/workbook", ReadingProblem.SPREADSHEET),
    (b"ppt/presentation", ReadingProblem.SLIDES),
    (b"META-INF/container.xml", FileKind.BOOK),
    (b"META-INF/manifest.xml", FileKind.OPEN),
    (b"Index/Document.iwa", ReadingProblem.APPLE_DOCUMENT),
)
"""Names of members that only such an archive has, as they stand in its directory."""

_MAGIC = (
    (0, b"\xd0\xcf\x11\xe0", ReadingProblem.OLD_OFFICE),
    (0, b"{\\rtf", ReadingProblem.RICH_TEXT),
    (0, b"\x89PNG", ReadingProblem.PICTURE),
    (0, b"\xff\xd8\xff", ReadingProblem.PICTURE),
    (0, b"GIF8", ReadingProblem.PICTURE),
    (0, b"II*\x00", ReadingProblem.PICTURE),
    (0, b"MM\x00*", ReadingProblem.PICTURE),
    (0, b"8BPS", ReadingProblem.PICTURE),
    (8, b"WEBP", ReadingProblem.PICTURE),
    (4, b"ftyphei", ReadingProblem.PICTURE),
    (4, b"ftypavif", ReadingProblem.PICTURE),
    (4, b"ftyp", ReadingProblem.RECORDING),
    (0, b"RIFF", ReadingProblem.RECORDING),
    (0, b"ID3", ReadingProblem.RECORDING),
    (0, b"OggS", ReadingProblem.RECORDING),
    (0, b"fLaC", ReadingProblem.RECORDING),
    (0, b"\x1aE\xdf\xa3", ReadingProblem.RECORDING),
    (0, b"\x1f\x8b", ReadingProblem.COMPRESSED),
    (0, b"BZh", ReadingProblem.COMPRESSED),
    (0, b"\xfd7zXZ\x00", ReadingProblem.COMPRESSED),
    (0, b"(\xb5/\xfd", ReadingProblem.COMPRESSED),
    (0, b"7z\xbc\xaf", ReadingProblem.COMPRESSED),
    (0, b"Rar!", ReadingProblem.COMPRESSED),
    (257, b"ustar", ReadingProblem.COMPRESSED),
    (60, b"BOOKMOBI", ReadingProblem.KINDLE_BOOK),
    (0, b"bplist00", ReadingProblem.WEB_ARCHIVE),
    (0, b"\x7fELF", ReadingProblem.PROGRAM),
    (0, b"MZ\x90", ReadingProblem.PROGRAM),
    (0, b"SQLite format 3\x00", ReadingProblem.DATABASE),
)
"""Where a file of a kind that is not read has which bytes; the first that fits tells."""

_OTHERS = {
    ReadingProblem.OLD_OFFICE: "it is an old Office document, a locked one or an Outlook message; save it as .docx, "
    "without a password, or as text and add that",
    ReadingProblem.RICH_TEXT: "it is a rich text document; save it as .docx or as text and add that",
    ReadingProblem.SPREADSHEET: "it is a spreadsheet; save the article as text and add that",
    ReadingProblem.SLIDES: "it is a presentation; save the article as text and add that",
    ReadingProblem.APPLE_DOCUMENT: "it is a document of Apple's; export it as Word or PDF and add that",
    ReadingProblem.PICTURE: "it is a picture; add the article as text",
    ReadingProblem.RECORDING: "it is a sound or a film; add what is said in it as text",
    ReadingProblem.COMPRESSED: "it is compressed, and not as .zip; unpack it and add what is inside",
    ReadingProblem.KINDLE_BOOK: "it is a book for Kindle; convert it to .epub and add that",
    ReadingProblem.WEB_ARCHIVE: "it is a web archive of Safari; save the page as HTML or PDF and add that",
    ReadingProblem.PROGRAM: "it is a program, not a text",
    ReadingProblem.DATABASE: "it is a database, not a text",
}


def kind_of(name: str, data: bytes) -> FileKind | None:
    """What a file is read as; None where neither name nor beginning tell, so that it may be a text or a page.

    Raises
    ------
    ReadingError
        Naming `name`, if it is of a kind that is not read.
    """
    found = beginning(name, data)
    named = _named(name)
    if found is None and named not in _PLAIN and _is_mail(data):
        return FileKind.SAVED if named is FileKind.SAVED else FileKind.MAIL
    return found or named


def beginning(name: str, data: bytes) -> FileKind | None:
    """What the first bytes of what is no text tell of it, whatever it is called; None where they tell nothing.

    Raises
    ------
    ReadingError
        Naming `name`, if it is of a kind that is not read.
    """
    if data.startswith(_PDF_MAGIC):
        return FileKind.PDF
    found: FileKind | ReadingProblem | None
    if data.startswith(_ZIP_MAGIC):
        found = _archive(data)
    else:
        found = next((problem for at, magic, problem in _MAGIC if data.startswith(magic, at)), None)
    if isinstance(found, ReadingProblem):
        raise ReadingError(name, _OTHERS[found], found)
    return found


def most_bytes(name: str) -> int:
    """How large a file of that name may be."""
    match _named(name):
        case FileKind.TEXT | FileKind.MARKDOWN:
            return MAX_BYTES
        case FileKind.PAGE | None:
            return MAX_PAGE_BYTES
        case FileKind.PDF:
            return MAX_PDF_BYTES
        case _:
            return MAX_PACKED_BYTES


def _named(name: str) -> FileKind | None:
    """What a file's name says that it is."""
    return SUFFIXES.get(Path(name.replace("\0", "")).suffix.lower())


def _archive(data: bytes) -> FileKind | ReadingProblem:
    """What an archive is: OpenDocument and EPUB say so first, others by what is in them."""
    head = data[:200]
    for mimetype, kind in _MIMETYPES:
        if b"mimetype" + mimetype in head:
            return kind
    return next((kind for member, kind in _MEMBERS if member in data), FileKind.ARCHIVE)


def _is_mail(data: bytes) -> bool:
    """Whether it begins with headers of mail."""
    head = data[:_SNIFF]
    first = head.split(b":", 1)[0]
    return first.replace(b"-", b"").isalpha() and b"\nmime-version:" in b"\n" + head.lower()

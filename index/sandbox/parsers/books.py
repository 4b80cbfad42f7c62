"""Books in EPUB: their chapters, pages of their own, in the order in which they are read."""

import posixpath
from typing import Any
from urllib.parse import unquote, urldefrag

from . import archives

_SHORT = 500  # code points of a particular
_PAGES = ("application/xhtml+xml", "text/html")
_CONTAINER = "META-INF/container.xml"


def read_epub(data: bytes) -> dict[str, object]:
    """``{"title", "creators", "publisher", "date", "files": [[name, base64], ...]}``: the chapters in their order."""
    archive = archives.opened(data)
    if "META-INF/encryption.xml" in archive.namelist() and "META-INF/rights.xml" in archive.namelist():
        raise archives.ArchiveError("locked")
    (place, *_) = (root.get("full-path", "") for root in _tree(archive.read(_CONTAINER)).iter("{*}rootfile"))
    package = _tree(archive.read(place))
    chapters = _chapters(package, posixpath.dirname(place))
    files = archives.unpacked(archive, [archive.NameToInfo[name] for name in chapters if name in archive.NameToInfo])
    return {**_particulars(package), "files": files}


def _chapters(package: Any, folder: str) -> list[str]:
    """Names of the pages of the reading order, but for the table of contents and what stands outside of it."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    found: list[str] = []
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or item.get("media-type") not in _PAGES:
            continue
        if "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(urldefrag(item.get("href") or "").url)))
        if name not in found:
            found.append(name)
    return found


def _particulars(package: Any) -> dict[str, object]:
    def words(name: str) -> list[str]:
        texts = (" ".join("".join(node.itertext()).split()) for node in package.iter(f"{{*}}{name}"))
        return [text[:_SHORT] for text in texts if text]

    return {
        "title": "".join(words("title")[:1]),
        "creators": words("creator")[:10],
        "publisher": "".join(words("publisher")[:1]),
        "date": "".join(words("date")[:1]),
    }


def _tree(xml: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))


SAMPLE = {
    "mimetype": "application/epub+zip",
    _CONTAINER: '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>',
    "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    '<dc:title>Quay</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/></spine></package>',
    "a.xhtml": "<html><body><p>Dawn</p></body></html>",
}
"""A book that makes the parsers load what they need."""

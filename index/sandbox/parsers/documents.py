"""Office documents, of Word and of OpenDocument: their paragraphs, and which of them are title and captions."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from . import archives

_TITLES = ("title", "heading 1")  # styles, the likelier first
_TOP = 4  # paragraphs among which the title is
_CELL = 60  # code points of a cell: rows of such are a table's, others are for looks
_ASIDES = ("text:note", "office:annotation", "text:tracked-changes", "text:table-of-content")

_Block = tuple[str, str]  # the style's name, the words


def read_docx(data: bytes) -> dict[str, object]:
    """A document of Word: ``{"title", "paragraphs", "captions"}``, without what was deleted, notes and comments."""
    return _read(_word, data)


def read_odt(data: bytes) -> dict[str, object]:
    """A document of OpenDocument, as `read_docx` gives one of Word."""
    return _read(_open, data)


def _read(blocks_of: Any, data: bytes) -> dict[str, object]:
    archives.opened(data).close()
    blocks = [(style.casefold(), words) for style, words in blocks_of(data) if words]
    titles = [words for style in _TITLES for own, words in blocks[:_TOP] if own == style]
    return {
        "title": titles[0] if titles else "",
        "paragraphs": [words for _, words in blocks],
        "captions": [words for style, words in blocks if style in ("caption", "illustration", "figure")],
    }


def _word(data: bytes) -> list[_Block]:
    import mammoth  # noqa: PLC0415
    from mammoth import documents  # noqa: PLC0415

    found: list[Any] = []

    def take(document: Any) -> Any:
        found.append(document)
        return documents.document([])

    mammoth.convert_to_html(BytesIO(data), transform_document=take, include_embedded_style_map=False)
    return [block for document in found for block in _word_blocks(document, documents)]


def _word_blocks(element: Any, documents: Any) -> Iterator[_Block]:
    if isinstance(element, documents.Paragraph):
        yield element.style_name or "", _lines(_word_text(element, documents))
        return
    children = getattr(element, "children", ())
    if isinstance(element, documents.TableRow):
        cells = [_lines(_word_text(cell, documents)) for cell in children]
        if _is_row(cells):
            yield "", " | ".join(cells)
            return
    for child in children:
        yield from _word_blocks(child, documents)


def _word_text(element: Any, documents: Any) -> str:
    if isinstance(element, documents.Text):
        return str(element.value)
    if isinstance(element, documents.Tab):
        return " "
    if isinstance(element, documents.Break):
        return "\n"
    return "".join(_word_text(child, documents) for child in getattr(element, "children", ()))


def _open(data: bytes) -> list[_Block]:
    from odfdo import Document  # noqa: PLC0415

    document = Document(BytesIO(data))
    if document.get_type() != "text":
        raise ValueError(document.get_type())
    outside = " or ".join(f"ancestor::{name}" for name in (*_ASIDES, "table:table-row"))
    elements = document.body.get_elements(
        f"descendant::*[(self::text:p or self::text:h or self::table:table-row) and not({outside})]"
    )
    return [block for element in elements for block in _open_blocks(document, element)]


def _open_blocks(document: Any, element: Any) -> Iterator[_Block]:
    if element.tag != "table:table-row":
        yield _open_style(document, element), _lines(_open_text(element))
        return
    cells = [_lines(_open_text(cell)) for cell in element.get_elements("table:table-cell")]
    if _is_row(cells):
        yield "", " | ".join(cells)
        return
    for paragraph in element.get_elements("descendant::text:p|descendant::text:h"):
        yield "", _lines(_open_text(paragraph))


def _open_text(element: Any) -> str:
    if element.tag in _ASIDES:
        return ""
    if element.tag in ("text:line-break", "text:tab", "text:s"):
        return "\n" if element.tag == "text:line-break" else " "
    return str(element.text or "") + "".join(_open_text(child) + (child.tail or "") for child in element.children)


def _open_style(document: Any, element: Any) -> str:
    """The name that the writer sees of a paragraph's style: of one made by hand, that of the style which it changes."""
    if element.tag == "text:h":
        return f"heading {element.get_attribute('text:outline-level') or 1}"
    name = element.get_attribute("text:style-name") or ""
    style = document.get_style("paragraph", name) if name else None
    return str((style.get_attribute("style:parent-style-name") if style is not None else None) or name)


def _lines(text: str) -> str:
    """Text with single spaces, and the lines that its writer broke."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _is_row(cells: list[str]) -> bool:
    """Whether cells are a row of a table, and not an article's paragraphs that a table lays out."""
    return len(cells) > 1 and all(len(cell) <= _CELL for cell in cells)


_WORD_XML = "http://schemas.openxmlformats.org"
WORD_SAMPLE = {
    "[Content_Types].xml": f'<Types xmlns="{_WORD_XML}/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_WORD_XML}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_WORD_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{_WORD_XML}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Dawn'
    "</w:t></w:r></w:p></w:body></w:document>",
}
OPEN_SAMPLE = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:'
    'style:1.0"><office:automatic-styles><style:style style:name="P1" style:family="paragraph" '
    'style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>'
    '<text:p text:style-name="P1">Dawn</text:p></office:text></office:body></office:document-content>',
    "styles.xml": '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
}
"""Documents that make the parsers load what they need."""

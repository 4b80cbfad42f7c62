"""Files of the kinds that people have, made by hand: what they hold is in plain sight."""

from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

HEADLINE = "Toll on Tollan Bridge rises"
BODY = (
    "The toll will rise to $4 on Monday, the harbour board said after a meeting that went on until the late evening.",
    "“It is too high for bakers,” said Rhea Olsen, who owns three shops. “We will drive round by the old mill.”",
    "Mayor Ines Calder told Radio Tollan that she had voted against it, and that the board had not heard the traders.",
)
_OFFICE = "http://schemas.openxmlformats.org"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"

Paragraph = tuple[str, str]  # the style, the words


def archive(members: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def enlarged(data: bytes, name: str, more: bytes) -> bytes:
    """An archive with one more member."""
    out = BytesIO(data)
    with ZipFile(out, "a", ZIP_DEFLATED) as made:
        made.writestr(name, more)
    return out.getvalue()


def docx(paragraphs: Sequence[Paragraph], *, inside: str = "") -> bytes:
    """A document of Word; `inside` is more of its body as XML."""
    styles = {style for style, _ in paragraphs if style}
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style.replace(" ", "")}"><w:name w:val="{style}"/></w:style>'
        for style in styles
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    space = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
    relation = f"{_OFFICE}/officeDocument/2006/relationships"
    links = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types"/>',
            "_rels/.rels": f'{links}<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels": f'{links}<Relationship Id="r1" Type="{relation}/styles" '
            'Target="styles.xml"/></Relationships>',
            "word/styles.xml": f"<w:styles {space}>{named}</w:styles>",
            "word/document.xml": f"<w:document {space}><w:body>{body}{inside}</w:body></w:document>",
        }
    )


def odt(paragraphs: Sequence[Paragraph], *, inside: str = "") -> bytes:
    """A document of OpenDocument; `inside` is more of its text as XML."""
    body = "".join(f'<text:p text:style-name="{style}">{words}</text:p>' for style, words in paragraphs)
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<manifest xmlns="{_ODF}:manifest:1.0"/>',
            "styles.xml": f"<office:document-styles {spaces}/>",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}{inside}</office:text>"
            "</office:body></office:document-content>",
        }
    )


def page(headline: str = HEADLINE, body: Sequence[str] = BODY) -> str:
    """An HTML page with one article."""
    words = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>{words}</article></body></html>"
    )


def epub(pages: Mapping[str, str], *, title: str = "Quay", more: str = "") -> bytes:
    """A book of pages; `more` is of its metadata as XML."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages)
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f'<container xmlns="{_ODF}:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{title}</dc:title>{more}</metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OPS/{name}": words for name, words in pages.items()},
        }
    )


def mail(plain: str, html: str = "", attached: Mapping[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Lint <ada@gazette.example>"
    message["Subject"] = f"Fwd: {HEADLINE}"
    message["Date"] = "Fri, 03 May 2024 23:10:00 +0200"
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mhtml(html: str) -> bytes:
    """A page as a browser saves it with all it needs."""
    url = "https://gazette.example/toll"
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = url
    message["Subject"] = "Saved"
    message["Date"] = "Wed, 08 Jan 2025 08:00:00 +0000"
    message.set_content(html, subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<a@b>")
    return message.as_bytes()

"""PDF files for tests, written by hand: what they hold is in plain sight."""

import zlib
from collections.abc import Sequence

Line = tuple[float, float, float, str]  # x, y, size of type, words


def line(x: float, y: float, size: float, words: str) -> Line:
    return x, y, size, words


def drawn(lines: Sequence[Line]) -> bytes:
    """A page's content stream."""
    shown = []
    for x, y, size, words in lines:
        shown.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, _escaped(words)))
    return b"\n".join(shown)


def moved(lines: Sequence[Line]) -> bytes:
    """A page's content stream that shows all in one text, between whose lines the pen moves."""
    shown, at = [b"BT"], (0.0, 0.0)
    for x, y, size, words in lines:
        shown.append(b"/F1 %g Tf %g %g Td (%s) Tj" % (size, x - at[0], y - at[1], _escaped(words)))
        at = x, y
    return b"\n".join([*shown, b"ET"])


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf(pages: Sequence[bytes], *, title: str | None = None, packed: bool = False) -> bytes:
    """A file of these content streams."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for stream in pages:
        data = zlib.compress(stream, 9) if packed else stream
        how = b" /Filter /FlateDecode" if packed else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), how, data))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    info = b""
    if title is not None:
        objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
        info = b" /Info %d 0 R" % len(objects)
    return _file(objects, info)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


TOLL = pdf(
    [
        drawn(
            [
                line(72, 700, 20, "Toll on Tollan Bridge rises"),
                line(72, 660, 11, "By Ada Lint"),
                line(72, 630, 11, "The toll will rise to $4 on Monday, the harbour board said in a state-"),
                line(72, 616, 11, "ment that was published on the evening of a long meeting."),
                line(72, 588, 11, "“It is too high for bakers,” said Rhea Olsen, who owns three shops on"),
                line(72, 574, 11, "both sides of the river. “We will drive around.”"),
                line(300, 40, 9, "Page 1 of 2"),
            ]
        ),
        drawn(
            [
                line(72, 700, 11, "Mayor Ines Calder told Radio Tollan that she had voted against it, and"),
                line(72, 686, 11, "that the well-known ferry would be back by the time the eastern pier"),
                line(300, 40, 9, "Page 2 of 2"),
            ]
        ),
        drawn([line(72, 700, 11, "has been repaired.")]),
    ],
    title="Toll on Tollan Bridge rises - Harbour Gazette",
)
"""Three pages: wrapped lines, a broken word, page numbers, a paragraph that goes over a page's end."""

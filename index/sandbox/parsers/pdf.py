"""PDF files: their lines, and where each stands."""

from io import BytesIO
from typing import Any

_PAGES = 200
_TEXT = 2_000_000  # code points

Line = tuple[int, float, float, float, str]  # page, x, y, size of type, words


def read_pdf(data: bytes) -> dict[str, object]:
    """The title that the file gives itself and its lines, or the problem."""
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import DependencyError, LimitReachedError  # noqa: PLC0415

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "locked"}
        if len(reader.pages) > _PAGES:
            return {"problem": "too_long"}
        lines: list[Line] = []
        length = 0
        for number, page in enumerate(reader.pages):
            found = _lines(page, number)
            lines += found
            length += sum(len(line[-1]) for line in found)
            if length > _TEXT:
                return {"problem": "too_long"}
        title = reader.metadata.title if reader.metadata is not None else None
    except DependencyError:  # a cipher that is not to be had here
        return {"problem": "locked"}
    except LimitReachedError:
        return {"problem": "too_much_work"}
    return {"title": title if isinstance(title, str) else None, "lines": lines}


def _lines(page: Any, number: int) -> list[Line]:
    """The page's lines, in the order in which it draws them; each stands where the first of its words do."""
    drawn: list[list[tuple[float, float, float, str]]] = [[]]

    def see(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        x, y = inner[4], inner[5]
        left, up = x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]
        height = size * abs(inner[3] or inner[1]) * abs(outer[3] or outer[1])
        first, *more = text.split("\n")
        drawn.extend([] for _ in more)
        for line, words in zip(drawn[-len(more) - 1 :], (first, *more), strict=True):
            if line or words.strip():
                line.append((left, up, height, words))

    page.extract_text(visitor_text=see)
    return [(number, *line[0][:3], " ".join("".join(piece[3] for piece in line).split())) for line in drawn if line]


SAMPLE = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 37>> stream
BT /F 11 Tf 72 700 Td (Dawn) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF"""
"""A file that makes the parser load what it needs."""

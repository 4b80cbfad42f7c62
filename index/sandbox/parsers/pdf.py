"""PDF files: their words, and where each run of them stands."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

_PAGES = 200
_TEXT = 2_000_000  # code points
_MOVES = frozenset({b"Td", b"TD", b"Tm", b"T*"})
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_STAY: list[float] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
_GAP = 0.5  # of the size of type: a wider gap in a line may be one between columns
_LEVEL = 0.6  # of the size of type: what is so much higher or lower stands on another line
_TWICE = 0.15  # of the size of type: the same words this near are drawn twice, to look bold
_SHORTEST = 4  # code points of words that are drawn twice at the very same place

Run = tuple[int, int, float, float, float, float, str]
"""Page, line of the page, x of start and end, y, size of type, words."""

_Piece = tuple[float, float, float, float, str]  # x of start and end, y, size of type, words


def read_pdf(data: bytes) -> dict[str, object]:
    """The title that the file gives itself and its runs of words, in the order in which they are drawn; or the problem.

    Where a line has a wide gap it is several runs.
    """
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import DependencyError, LimitReachedError  # noqa: PLC0415

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "locked"}
        if len(reader.pages) > _PAGES:
            return {"problem": "too_long"}
        runs: list[Run] = []
        length = 0
        for number, page in enumerate(reader.pages):
            found = _runs(page, reader, number)
            runs += found
            length += sum(len(run[-1]) for run in found)
            if length > _TEXT:
                return {"problem": "too_long"}
        title = reader.metadata.title if reader.metadata is not None else None
    except DependencyError:  # a cipher that is not to be had here
        return {"problem": "locked"}
    except LimitReachedError:
        return {"problem": "too_much_work"}
    return {"title": title if isinstance(title, str) else None, "runs": runs}


def _runs(page: Any, reader: Any, number: int) -> list[Run]:
    """The page's runs of words, in the order in which it draws them."""
    lines: list[list[_Piece]] = [[]]
    pen = _Pen()

    def see(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        first, *more = text.split("\n")
        lines.extend([] for _ in more)
        for line, words in zip(lines[-len(more) - 1 :], (first, *more), strict=True):
            if line or words.strip():
                piece = pen.drawn(words, outer, inner, font, size)
                if piece is not None:
                    line.append(piece)

    _part_moves(page, reader)
    page.extract_text(visitor_text=see)
    return [
        (number, at, run[0][0], max(piece[1] for piece in run if piece[-1].strip()), run[0][2], run[0][3], words)
        for at, row in enumerate(_rows(lines))
        for run in _parted(row)
        if (words := " ".join("".join(piece[-1] for piece in run).split()))
    ]


def _part_moves(page: Any, reader: Any) -> None:
    """Have pypdf show the words behind each move of the pen apart, by a change of nothing before them: it would join
    all that stands on one line, and say only where the first stands."""
    from pypdf.generic import ContentStream, NameObject  # noqa: PLC0415

    try:
        content = ContentStream(page["/Contents"], reader, "bytes")
    except (AttributeError, KeyError):  # an empty page
        return
    parted: list[tuple[Any, bytes]] = []
    moved = False
    for operands, operator in content.operations:
        if operator in _SHOWS and moved:
            parted.append((_STAY, b"cm"))
        moved = operator in _MOVES or (moved and operator not in _SHOWS)
        parted.append((operands, operator))
    content.operations = parted
    page[NameObject("/Contents")] = content


class _Pen:
    """Where a page's words stand: pypdf tells where the pen was set, and not where it came to."""

    def __init__(self) -> None:
        self._set: tuple[float, float] | None = None
        self._end = 0.0
        self._places: set[tuple[str, int, int]] = set()

    def drawn(self, words: str, outer: list[float], inner: list[float], font: Any, size: float) -> _Piece | None:
        """The piece, or None if the same words stand there already."""
        x, y = inner[4], inner[5]
        left, up = x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]
        height = size * abs(inner[3] or inner[1]) * abs(outer[3] or outer[1])
        goes_on = self._set == (left, up)
        self._set = (left, up)
        if words.strip() and self._is_there(words.strip(), left, up, height, exactly=goes_on):
            return None
        start = self._end if goes_on else left
        stretch = abs(inner[0] * outer[0] + inner[1] * outer[2])
        self._end = start + _width(words.rstrip() if not goes_on else words, font) * size * stretch
        return start, self._end, up, height, words

    def _is_there(self, words: str, x: float, y: float, height: float, *, exactly: bool) -> bool:
        if len(words) < _SHORTEST:  # so often twice in a line, as "the", that only another place would tell
            return False
        grid = max(_TWICE * height, 0.1)
        column, row = int(x // grid), int(y // grid)
        reach = (0,) if exactly else (-1, 0, 1)
        known = any((words, column + right, row + down) in self._places for right in reach for down in reach)
        self._places.add((words, column, row))
        return known


def _width(words: str, font: Any) -> float:
    """How wide words are set in a font of size 1."""
    widths, usual = _widths(_Hashed(font)) if font is not None else ({}, 0.5)
    return sum(widths.get(char, usual) for char in words)


class _Hashed:
    """A font's resource, the same as long as it is the same object."""

    __slots__ = ("font",)

    def __init__(self, font: Any) -> None:
        self.font = font

    def __hash__(self) -> int:
        return id(self.font)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.font is self.font


@lru_cache(maxsize=64)
def _widths(resource: _Hashed) -> tuple[dict[str, float], float]:
    """Widths of a font's characters, and of others, in a size of 1."""
    try:
        from pypdf.generic._font import Font  # noqa: PLC0415 - pypdf has it for its own use alone

        font = Font.from_font_resource(resource.font)
    except Exception:  # noqa: BLE001 - what pypdf cannot make out is half as wide as it is high
        return {}, 0.5
    usual = font.character_widths.get("default", 500) / 1000 or 0.5
    codes = {chr(code): str(char) for code, char in font.encoding.items()} if isinstance(font.encoding, dict) else {}
    widths: dict[str, float] = {}
    for raw, width in font.character_widths.items():
        char = codes.get(raw, raw)
        widths.setdefault(font.character_map.get(char, font.character_map.get(raw, char)), width / 1000)
    return widths, usual


def _rows(lines: list[list[_Piece]]) -> Iterator[list[_Piece]]:
    """The lines, parted where one goes on at another height: pypdf counts what is a little higher or lower to it."""
    for line in lines:
        row: list[_Piece] = []
        level: _Piece | None = None  # the last of its words; blanks may stand anywhere
        for piece in line:
            if piece[-1].strip():
                if level is not None and abs(piece[2] - level[2]) > _LEVEL * max(piece[3], level[3]):
                    yield row
                    row = []
                level = piece
            row.append(piece)
        yield row


def _parted(row: list[_Piece]) -> list[list[_Piece]]:
    """The runs of a row: what a wide gap parts, or a step back."""
    runs: list[list[_Piece]] = []
    last: list[_Piece] = []  # the last two of the run's words
    for piece in row:
        blank = not piece[-1].strip()
        near = last and last[-1][0] - piece[3] <= piece[0] <= max(each[1] for each in last) + _GAP * piece[3]
        if runs and (near or blank or not last):
            runs[-1].append(piece)
            last = last if blank else [*last[-1:], piece]
        else:
            runs.append([piece])
            last = [] if blank else [piece]
    return runs


SAMPLE = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 37>> stream
BT /F 11 Tf 72 700 Td (Dawn) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
startxref
0
%%EOF"""
"""A file that makes the parser load what it needs."""

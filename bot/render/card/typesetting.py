"""Lines of type: which font draws which part of a line, how wide it is, and the drawing of it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from PIL import ImageDraw, ImageFont

from bot.render.card.bidi import is_rtl, levels, visual_order
from bot.render.card.fonts import Font, Fonts
from index import OnrecordError

_INVISIBLE = frozenset("\u200c\u200d") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""Joiners and variation selectors: they change their neighbours' looks and have none of their own."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")

SCALE = 2
"""Pixels drawn for each of the card's, both ways: fonts round their spacing to what they are drawn at."""


class Style(StrEnum):
    """What a line is set in."""

    SERIF = auto()
    SANS = auto()
    BOLD = auto()


class GlyphError(OnrecordError):
    """No font has a character that is to be drawn."""

    def __init__(self, character: str) -> None:
        super().__init__(f"No font of a card has U+{ord(character):04X}.")


@dataclass(frozen=True, slots=True)
class FontRun:
    """Consecutive characters of a line, in reading order, that one font draws in one direction."""

    text: str
    font: Font
    level: int


def missing(text: str, fonts: Fonts) -> str | None:
    """Give the first character of `text` that can be seen and that no font has; None where there is no such."""
    unseen = _INVISIBLE | {"\n"}
    each = dict.fromkeys(text)  # in order
    return next((character for character in each if character not in unseen and not fonts.have(character)), None)


def clusters(text: str) -> Iterator[str]:
    """Part `text` into characters with the combining marks and joiners that belong to them."""
    start = 0
    for n in range(1, len(text)):
        if not (text[n] in _INVISIBLE or unicodedata.category(text[n])[0] == "M"):
            yield text[start:n]
            start = n
    if text:
        yield text[start:]


class Typesetter:
    """Measures and draws lines; made for one card, because a font at a size must not be shared by threads."""

    def __init__(self, fonts: Fonts) -> None:
        self._shaped = fonts.shaped
        self._chains = {Style.SERIF: fonts.serif, Style.SANS: fonts.sans, Style.BOLD: fonts.bold}
        self._faces: dict[tuple[str, tuple[float, ...], int], ImageFont.FreeTypeFont] = {}
        self._widths: dict[tuple[str, Style, int], float] = {}

    def runs(self, text: str, style: Style, *, rtl: bool) -> list[FontRun]:
        """Part a line of a paragraph that reads right to left if `rtl` into runs, in reading order.

        Raises
        ------
        GlyphError
            If no font has one of its characters, see `missing`.
        """
        found: list[FontRun] = []
        position = 0
        directions = levels(text, rtl)
        for cluster in clusters(text):
            level = directions[position]
            position += len(cluster)
            for part, font in self._drawn_by(cluster, self._chains[style]):
                last = found[-1] if found else None
                if last and last.font is font and last.level == level:
                    found[-1] = FontRun(last.text + part, font, level)
                else:
                    found.append(FontRun(part, font, level))
        return found

    def _drawn_by(self, cluster: str, chain: tuple[Font, ...]) -> list[tuple[str, Font]]:
        """Give the parts of a cluster with their fonts: one part where one font has all of it."""
        needed = {ord(character) for character in cluster if character not in _INVISIBLE}
        for font in chain:
            if needed <= font.covers:
                return [(cluster, font)] if needed else []
        if len(needed) > 1:
            return [part for character in cluster for part in self._drawn_by(character, chain)]
        raise GlyphError(chr(*needed))

    def width(self, text: str, style: Style, size: int) -> float:
        """Measure `text` in pixels at `size` pixels to the em."""
        key = (text, style, size)
        if key not in self._widths:
            self._widths[key] = sum(self._advance(run, size) for run in self.runs(text, style, rtl=is_rtl(text)))
        return self._widths[key]

    def draw(
        self, canvas: ImageDraw.ImageDraw, x: float, baseline: int, runs: list[FontRun], size: int, ink: str
    ) -> None:
        """Draw the runs of one line from `x` on, in `ink`, on a canvas `SCALE` times as large as the card."""
        for n in visual_order([run.level for run in runs]):
            run = runs[n]
            face, (text, direction) = self._face(run.font, size), self._given(run)
            canvas.text((x * SCALE, baseline * SCALE), text, ink, face, anchor="ls", direction=direction)
            x += self._advance(run, size)

    def measure(self, runs: list[FontRun], size: int) -> float:
        """Measure the runs of one line in pixels."""
        return sum(self._advance(run, size) for run in runs)

    def _advance(self, run: FontRun, size: int) -> float:
        text, direction = self._given(run)
        return float(self._face(run.font, size).getlength(text, direction=direction)) / SCALE

    def _given(self, run: FontRun) -> tuple[str, str | None]:
        """Give a run as Pillow takes it: with its direction, or in the order shown where it has no use for one."""
        if self._shaped:
            return run.text, "rtl" if run.level % 2 else "ltr"
        if run.level % 2:
            return "".join(reversed(list(clusters(run.text.translate(_MIRRORED))))), None
        return run.text, None

    def _face(self, font: Font, size: int) -> ImageFont.FreeTypeFont:
        key = (font.path, font.axes, size)
        if key not in self._faces:
            engine = ImageFont.Layout.RAQM if self._shaped else ImageFont.Layout.BASIC
            face = ImageFont.truetype(font.path, size * SCALE, layout_engine=engine)
            if font.axes:
                face.set_variation_by_axes(list(font.axes))
            self._faces[key] = face
        return self._faces[key]

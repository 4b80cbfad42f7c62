"""The fonts of a card: chains in which the first font that has a character draws it.

All come from PyPI packages under the SIL Open Font License 1.1: Source Serif 4 and Source Sans 3 (Latin, Greek,
Cyrillic), and of Google's Noto what news in English quotes besides: emoji, symbols, and the scripts of names. Chinese,
Japanese and Korean are not among them: their fonts are larger than all that the bot is made of otherwise.
"""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont, features

from bot.render.card.characters import coverage
from index import OnrecordError

_WEIGHT, _OPTICAL_SIZE = b"Weight", b"Optical Size"

_SERIF = ("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf")
_SANS = ("fontpkg_source_sans_3", "files/SourceSans3[wght].ttf")
_OTHERS = tuple(
    ("manimgx_fonts", f"Noto{name}[wght].ttf")
    for name in (
        "SansHebrew",
        "SansArabic",
        "SansArmenian",
        "SansGeorgian",
        "SansEthiopic",
        "SansDevanagari",
        "SansBengali",
        "SansGujarati",
        "SansGurmukhi",
        "SansKannada",
        "SansMalayalam",
        "SansOriya",
        "SansSinhala",
        "SansTamil",
        "SansTelugu",
        "SansKhmer",
        "SansLao",
        "SansMyanmar",
        "SansThai",
        "SansSymbols",
        "Emoji",
    )
)

_INTRICATE = frozenset({0xFDFD})
"""Characters that FreeType cannot rasterise in bold type: it gives up on the bismillah's outlines."""


class FontError(OnrecordError):
    """A font that cards are set in is missing or cannot be read."""

    def __init__(self, package: str, reason: str) -> None:
        name = package.replace("_", "-")
        super().__init__(f"The font of the package {name} cannot be used ({reason}); install the bot again.")
        self.package = package


@dataclass(frozen=True, slots=True)
class Font:
    """One font file at one weight.

    Attributes
    ----------
    covers : frozenset[int]
        Code points it has glyphs for.
    axes : tuple[float, ...]
        Its settings as a variable font, in the file's order; empty for any other.
    """

    path: str
    covers: frozenset[int]
    axes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The chains of fonts; safe to share between threads, as nothing of a drawing is kept here.

    Attributes
    ----------
    shaped : bool
        Whether Pillow can shape text (libraqm with FriBiDi, which Pillow looks for on the machine). Without
        it right-to-left text is put in order here, but Arabic letters stay unjoined and the vowel signs of
        Indic scripts stand in the order they are typed in.
    """

    serif: tuple[Font, ...]
    sans: tuple[Font, ...]
    bold: tuple[Font, ...]
    shaped: bool

    def have(self, character: str) -> bool:
        """Whether a font of them has a character; every chain has the same fonts, so that it does not matter which."""
        return any(ord(character) in font.covers for font in self.serif)


def load_fonts() -> Fonts:
    """Find the font files and read which characters they have; about a tenth of a second.

    Raises
    ------
    FontError
        If a file is missing or is not a font.
    """
    regular = tuple(_font(*other, weight=400) for other in _OTHERS)
    serif, sans = _font(*_SERIF, weight=400), _font(*_SANS, weight=400)
    bold = tuple(_font(*name, weight=700) for name in (_SANS, *_OTHERS))
    return Fonts(
        (serif, sans, *regular), (sans, serif, *regular), (*bold, serif, *regular), bool(features.check("raqm"))
    )


def _font(package: str, name: str, *, weight: int) -> Font:
    try:
        path = Path(str(files(package).joinpath(name)))
        covers = coverage(path)
        return Font(str(path), covers - _INTRICATE if weight > 400 else covers, _axes(str(path), weight))
    except (ImportError, OSError, ValueError) as error:
        raise FontError(package, str(error)) from error


def _axes(path: str, weight: int) -> tuple[float, ...]:
    face = ImageFont.truetype(path, 20)
    try:
        axes = face.get_variation_axes()
    except OSError:  # how Pillow says that the font is not variable
        return ()
    wanted = {_WEIGHT: weight, _OPTICAL_SIZE: 20}
    return tuple(wanted.get(axis["name"] or b"", axis["default"] or 0) for axis in axes)

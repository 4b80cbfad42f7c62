"""Composition: letters whose accents stand apart as one code point each, as everybody writes them.

Text out of PDFs and some systems' files has "é" as two code points. It stays so, but is read as if it had one.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass

_ACCENT = re.compile(r"[\u0300-\u036f]")
# No language puts more than four on a letter. More are left alone: of a part of them the next reading makes another
# whole. Of U+0344 alone come two, which no place would be left for.
_PARTED = re.compile(r"[^\W\d_][\u0300-\u0343\u0345-\u036f]{1,4}(?![\u0300-\u036f])")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with its letters composed.

    Attributes
    ----------
    text : str
    offsets : array of int
        For each place in `text`, its end included, the one in the text that it was made of; ascending.
    """

    text: str
    offsets: "array[int]"


def compose(text: str) -> Composed | None:
    """The text with its letters composed; None where they are already, as far as can be. Linear in its length."""
    if text.isascii() or _ACCENT.search(text) is None:
        return None
    pieces: list[str] = []
    offsets = array("I")
    at = 0
    for match in _PARTED.finditer(text):
        whole = unicodedata.normalize("NFC", match.group())
        pieces += text[at : match.start()], whole
        offsets.extend(range(at, match.start()))
        offsets.append(match.start())
        offsets.extend(range(match.end() - len(whole) + 1, match.end()))  # accents that no letter has
        at = match.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    whole_text = "".join(pieces)
    return Composed(whole_text, offsets) if whole_text != text else None


def composed(words: str) -> str:
    """The words with their letters composed."""
    found = compose(words)
    return words if found is None else found.text

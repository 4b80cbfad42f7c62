"""A run of capitalised words, and how its words are compared."""

import unicodedata
from dataclasses import dataclass


def fold(word: str) -> str:
    """Lower case, without accents and final full stops, with straight apostrophes."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        word = word.replace("’", "'")
    return word.lower().rstrip(".")


@dataclass(slots=True)
class Run:
    """Capitalised words in a row, without what only stands before a name.

    Attributes
    ----------
    starts, ends : tuple of int
        Offsets of the words, in order.
    keys : tuple of str
        The words folded, see `fold`.
    sentence : int
        Index of its sentence.
    initial : bool
        It opens its sentence or quotation, so that its capital proves nothing.
    headline : bool
        Its sentence is set like a title, so that no capital proves anything.
    quoted : bool
        It stands inside quotation marks.
    definite : bool
        "the" stands before it.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    sentence: int
    initial: bool
    headline: bool
    quoted: bool
    definite: bool

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.ends[-1]

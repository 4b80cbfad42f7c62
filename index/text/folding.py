"""Folding: words as they are compared, whatever their case, accents and apostrophes."""

import unicodedata
from functools import lru_cache

# Letters that have no accent to be parted from.
_PLAIN = str.maketrans(
    {
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE",
        "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS", "þ": "th", "Þ": "TH", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n",
    }
)  # fmt: skip
_LONGEST = 64  # characters of a name that is kept in memory
_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")


def straight(text: str) -> str:
    """Every kind of apostrophe as "'"; the length stays."""
    return text.replace("`", "'") if text.isascii() else text.translate(_APOSTROPHES)


def unaccented(text: str) -> str:
    """The letters without their accents, each in its plainest form."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(char for char in parted if not unicodedata.combining(char))


def fold(word: str) -> str:
    """Lower case, without accents and final full stops, with straight apostrophes."""
    return unaccented(straight(word)).lower().rstrip(".")


def bare(word: str) -> str:
    """A folded word without its possessive ending."""
    key = fold(word)
    return key[:-2] if key.endswith("'s") else key.rstrip("'")


def fold_name(name: str) -> str:
    """Lower case, without accents and full stops, with straight apostrophes and single white space."""
    return _folded(name) if len(name) <= _LONGEST else _folded.__wrapped__(name)


def plain_name(name: str) -> str:
    """A folded name without "the" before it."""
    return fold_name(name).removeprefix("the ")


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    return " ".join(unaccented(straight(name)).casefold().replace(".", " ").split())

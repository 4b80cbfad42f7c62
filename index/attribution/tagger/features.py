"""What the tagger sees of a token: its word, ending, beginning, shape, quotation state and cue class.

Each token has one feature a slot. Words at quotation marks are replaced by the marks' roles, so that every style
of quoting looks the same, and numbers by their shapes.
"""

import re
from functools import lru_cache

from index.attribution.blocks import Block, Quoting
from index.text.cues import cue_acts
from index.text.tokens import REMEMBERED

SLOTS = ("word", "suffix3", "suffix2", "prefix3", "shape", "quoting", "cue")

_MARKS = frozenset("“”\"‘’'«»„`") | {"``", "''"}
_DIGIT = re.compile(r"\d")
_OPENED, _CLOSED, _MARK = "<open>", "<close>", "<mark>"


def _shape(word: str) -> str:
    if word.isdigit():
        return "year" if len(word) == 4 else "number"
    if any(char.isdigit() for char in word):
        return "mixed"
    if not word[0].isalnum():
        return "mark"
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    if word[0].isupper():
        return "Xx"
    return "x-x" if "-" in word else "x"


def _normal(word: str) -> str:
    lower = word.lower()
    if word.isdigit():
        return f"<{min(len(word), 5)}>"
    if any(char.isdigit() for char in word):
        return _DIGIT.sub("0", lower)
    return _MARK if word in _MARKS else lower


@lru_cache(maxsize=50_000)
def _slots(word: str, starts: bool, quoting: Quoting) -> tuple[str, ...]:
    if quoting is Quoting.OPENING:
        normal = _OPENED
    elif quoting is Quoting.CLOSING:
        normal = _CLOSED
    else:
        normal = _normal(word)
    shape = _shape(word) + ("^" if starts else "")
    act = cue_acts().get(normal)
    return (normal, normal[-3:], normal[-2:], normal[:3], shape, quoting.value, act.value if act else "-")


def block_features(block: Block) -> list[tuple[str, ...]]:
    """One tuple of ``len(SLOTS)`` strings a token, in order."""
    features: list[tuple[str, ...]] = []
    starts = True
    for word, quoting, stops in zip(block.tokens.text, block.quoting, block.stops, strict=True):
        slots = _slots if len(word) <= REMEMBERED else _slots.__wrapped__
        features.append(slots(word, starts, quoting))
        if stops:
            starts = True
        elif word not in _MARKS and word != ")":
            starts = False
    return features

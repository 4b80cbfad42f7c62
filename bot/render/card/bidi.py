"""Reading order of mixed-direction lines: the Unicode bidirectional algorithm (UAX 9) without explicit codes.

The explicit embeddings, overrides and isolates never get here (`bot.render.markdown.clean` drops them), so
what is left are the weak and neutral rules W1-W7, N1, N2, I1, I2 and the reordering L1, L2. Paired
brackets (N0) are treated as other neutrals. Lines are judged one by one.
"""

import unicodedata
from collections.abc import Sequence

_STRONG = frozenset({"L", "R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_MARK = "NSM"


def is_rtl(text: str) -> bool:
    """Whether the first letter of `text` that has a direction reads from right to left."""
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), False)


def levels(text: str, rtl: bool) -> list[int]:
    """Give the embedding level of each code point in a line whose paragraph reads right to left if `rtl`.

    Odd levels read from right to left.
    """
    base = int(rtl)
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    resolved = _neutrals(_weak(kinds, "R" if rtl else "L"), "R" if rtl else "L")
    found = []
    for kind in resolved:
        if base:
            found.append(1 if kind == "R" else 2)
        else:
            found.append({"R": 1, "AN": 2, "EN": 2}.get(kind, 0))
    for position in range(len(text) - 1, -1, -1):
        if kinds[position] not in {"WS", "S", "B", "BN"}:
            break
        found[position] = base
    return found


def _weak(kinds: Sequence[str], start: str) -> list[str]:
    """Resolve marks, numbers and what belongs to numbers (W1-W7)."""
    found = list(kinds)
    previous = strong = start
    for n, kind in enumerate(found):
        found[n] = previous if kind in {_MARK, "BN"} else kind
        if found[n] in _STRONG:
            strong = found[n]
        if found[n] == "EN" and strong == "AL":
            found[n] = "AN"
        previous = found[n]
    found = ["R" if kind == "AL" else kind for kind in found]
    for n in range(1, len(found) - 1):
        left, right = found[n - 1], found[n + 1]
        if left == right and left in _NUMBERS and (found[n] == "CS" or (found[n] == "ES" and left == "EN")):
            found[n] = left
    _signs(found)
    strong = start
    for n, kind in enumerate(found):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            found[n] = "L"
        elif kind in {"ES", "ET", "CS"}:
            found[n] = "ON"
    return found


def _signs(found: list[str]) -> None:
    """Make signs such as % and $ beside a number a part of it (W5)."""
    n = 0
    while n < len(found):
        end = n
        while end < len(found) and found[end] == "ET":
            end += 1
        if end > n and "EN" in (found[n - 1 : n] + found[end : end + 1]):
            found[n:end] = ["EN"] * (end - n)
        n = max(end, n + 1)


def _neutrals(kinds: list[str], base: str) -> list[str]:
    """Give spaces and punctuation the direction of both neighbours, or else the paragraph's (N1, N2)."""
    found = list(kinds)
    n, left = 0, base
    while n < len(found):
        if found[n] in {"L", "R", "EN", "AN"}:
            left = "R" if found[n] in _NUMBERS else found[n]
            n += 1
            continue
        end = n
        while end < len(found) and found[end] not in {"L", "R", "EN", "AN"}:
            end += 1
        right = base if end == len(found) else "R" if found[end] in _NUMBERS else found[end]
        found[n:end] = [left if left == right else base] * (end - n)
        n = end
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Order runs, given their levels from first to last read, as they stand from left to right (L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        n = 0
        while n < len(order):
            end = n
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[n:end] = order[n:end][::-1]
            n = max(end, n + 1)
    return order

"""The posts of a live blog or a round-up: the lines above each that say when it was written, and by whom.

A page that is one article has no such lines among its paragraphs; one of posts sets them all alike.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from .blocks import HEADINGS, Element, PageBlock

_CLOCK = r"\d{1,2}[:.][0-5]\d(?!\d)"
_AT_AN_END = re.compile(rf"^\W{{0,3}}{_CLOCK}|(?<!\d){_CLOCK}(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{{2,4}})?$", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<!\d){_CLOCK}")
_STOP = re.compile(r"[.!?…:,;][\"”’'»)\]]*$")
_HALF = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_BY = re.compile(r"^by\s", re.IGNORECASE)
_WRITER = re.compile(r"(?<![a-z])(?:by-?lines?|authors?|writers?|reporters?|contributors?)(?![a-z])")
_LONGEST = 80  # code points of such a line
_FEW = 3  # posts at least
_NEAR = 3  # blocks between a post's time and its byline
_CLASSES = 2  # places, from within, whose names may call a byline so


def heads_of(blocks: Sequence[PageBlock], taken: Collection[int], holds: Callable[[Element], bool]) -> set[int]:
    """The blocks that say when a post was written or by whom, of a page of `_FEW` posts or more; of others none.

    Parameters
    ----------
    blocks : Sequence[PageBlock]
        All of the page.
    taken : Collection[int]
        Which of them are known to be the article's own words.
    holds : Callable[[Element], bool]
        Whether a place is in the article's part of the page.
    """
    said = set(taken)
    lines = [at for at, block in enumerate(blocks) if _is_short(block) and holds(block.place)]
    times = [at for at in lines if (_AT_AN_END if at in said else _WITHIN).search(blocks[at].text)]
    alike = Counter(_looks(blocks[at].place) for at in times)
    times = [at for at in times if alike[_looks(blocks[at].place)] >= _FEW]
    if not times:
        return set()
    ends = [*times[1:], len(blocks)]
    heads = [at for at, end in zip(times, ends, strict=True) if any(n in said for n in range(at + 1, end))]
    if len(heads) < _FEW:
        return set()
    return {*heads, *_writers(blocks, heads)}


def _writers(blocks: Sequence[PageBlock], heads: Sequence[int]) -> Iterator[int]:
    """The bylines beside the times of posts, set alike at two of them or more."""
    times = frozenset(heads)
    near = {
        at
        for head in heads
        for at in range(max(0, head - _NEAR), min(len(blocks), head + _NEAR + 1))
        if at not in times and _is_short(blocks[at]) and _names_writer(blocks[at])
    }
    alike = Counter(_looks(blocks[at].place) for at in near)
    return (at for at in near if alike[_looks(blocks[at].place)] > 1)


def _names_writer(block: PageBlock) -> bool:
    places = [place for place, _ in zip(block.place.around(), range(_CLASSES), strict=False)]
    return _BY.match(block.text) is not None or any(_WRITER.search(place.words) for place in places)


def _is_short(block: PageBlock) -> bool:
    text = block.text
    stops = _STOP.search(text) is not None and not _HALF.search(text)
    return 0 < len(text) <= _LONGEST and not stops and block.place.tag not in HEADINGS


def _looks(place: Element) -> tuple[str, str]:
    """How the page sets a place, with what it stands in where it is not set in any way itself."""
    outer = next((near for near in place.around() if near.kin), place)
    return place.tag, outer.kin

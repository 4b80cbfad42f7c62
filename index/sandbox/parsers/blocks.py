"""The blocks of an HTML page: what it shows as a paragraph, a heading or an item of a list, in the page's order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The tags of headings."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s"
    " samp small span strike strong sub sup time tt u var wbr".split()
)
_UNREAD = frozenset(
    "script style noscript template svg math head iframe object embed audio video canvas select option textarea"
    " button input datalist dialog".split()
)
_CARD = re.compile(r"hover-?card|tool-?tip|pop-?over|pop-?up|screen-?reader|sr-only|visually-?hidden", re.IGNORECASE)
_NEW_TAB = re.compile(r"[,(]? ?opens? (?:in )?(?:a )?new (?:tab|window)[.)]?", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_WORDS = 300  # code points of an element's classes


@dataclass(slots=True, eq=False)
class Element:
    """An element that blocks stand in.

    Attributes
    ----------
    tag : str
    words : str
        Its classes and what else names it, in small letters with hyphens between the words.
    kin : str
        The same for all elements that the page sets alike; "" where it sets this one in no way.
    parent : Element | None
    hidden : bool
        Whether it, or what it stands in, is not shown.
    pictured : bool
        Whether a picture stands in it, in no element of its own.
    """

    tag: str
    words: str
    kin: str
    parent: "Element | None"
    hidden: bool
    pictured: bool = False

    def around(self) -> Iterator["Element"]:
        """The place itself and those around it, from within."""
        place: Element | None = self
        while place is not None:
            yield place
            place = place.parent


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph of the page: its text on one line, the share of it that is links, and where it stands."""

    text: str
    linked: float
    place: Element


@dataclass(slots=True)
class _Open:
    """What has been read of the block that is open."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    links: int = 0  # links that are open

    def add(self, words: str | None) -> None:
        if words:
            self.pieces.append(words)
            size = len(words) - words.count(" ")
            self.length += size
            self.linked += size if self.links else 0

    def block(self, place: Element) -> Iterator[PageBlock]:
        """What was read, if that is anything; a new block begins."""
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text:
            yield PageBlock(text, self.linked / max(1, self.length), place)
        self.pieces, self.length, self.linked = [], 0, 0


def blocks_of(tree: Any) -> Iterator[PageBlock]:
    """The blocks of a parsed page; what scripts, forms, attributes and cards that open over a word hold is none."""
    from lxml import etree  # noqa: PLC0415

    place = Element("", "", "", None, hidden=False)
    found = _Open()
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag
        if event in ("comment", "pi"):
            found.add(node.tail)
            continue
        cell = tag in ("td", "th")
        inline = cell or tag in _INLINE
        unread = tag in _UNREAD or (inline and _is_card(node))
        if event == "start":
            if unread:
                walk.skip_subtree()
                continue
            if tag == "br":
                yield from found.block(place)
            elif not inline:
                yield from found.block(place)
                place = _place(tag, node, place)
            place.pictured = place.pictured or tag == "img"
            found.links += tag == "a"
            found.add(" " if cell else None)
            found.add(node.text)
            continue
        if not unread:
            found.links -= tag == "a"
            if not inline and tag != "br":
                yield from found.block(place)
                place = place.parent or place
            elif _is_break(node):
                yield from found.block(place)
        found.add(node.tail)
    yield from found.block(place)


def _place(tag: str, node: Any, parent: Element) -> Element:
    shape = " ".join(filter(None, (node.get("class"), node.get("data-component"))))[:_LONGEST_WORDS]
    named = " ".join(filter(None, (shape, node.get("id"), node.get("role"), node.get("data-testid"))))
    hidden = parent.hidden or node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))
    words = hyphened(named).replace("_", "-")
    return Element(tag, words, f"{tag} {shape}" if shape else "", parent, hidden)


def hyphened(named: str) -> str:
    """What names an element, in small letters, with a hyphen where a capital begins another word."""
    return _HUMP.sub("-", named[:_LONGEST_WORDS]).lower()


def _is_break(node: Any) -> bool:
    """Whether an element in a line is empty and called a break, as pages that scripts make have them."""
    return not node.text and not len(node) and "br" in (node.get("class") or "")[:_LONGEST_WORDS].split()


def _is_glued(node: Any) -> bool:
    """Whether an element with links or pictures of its own stands behind a link, with not even a space between."""
    before = node.getprevious()
    if before is None or before.tag != "a" or before.tail:
        return False
    return next(node.iter("a", "img"), None) is not None


def _is_card(node: Any) -> bool:
    """Whether an element in a line shows its words elsewhere, or only reads them out."""
    if node.get("role") == "tooltip" or _CARD.search((node.get("class") or "")[:_LONGEST_WORDS]):
        return True
    if node.tag == "span" and len(node) and _is_glued(node):
        return True
    return node.tag == "span" and not len(node) and _NEW_TAB.fullmatch((node.text or "")[:40].strip()) is not None

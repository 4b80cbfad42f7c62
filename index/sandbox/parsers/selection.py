"""Which blocks of a page are its article: what an extractor chose, checked against the page's own structure.

The extractor's choice is the evidence to begin with. Blocks that the page sets like the chosen ones, that stand among
them, or that the page's linked data has in its article, are taken up where they stand. What was chosen out of a box
of links, of offers or of the site's own words, or is shown to nobody, is left. Where the choice cannot be found among
the blocks, it stands as it is.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from .blocks import HEADINGS, PageBlock
from .posts import heads_of
from .structure import Structure, is_deck, is_heading, picture_of

Role = Literal["text", "deck", "link", "head", "caption"]

_BARE = re.compile(r"[\W_]+")
_STOP = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_PROSE = 50  # letters and digits from which a block may be prose
_SAID = 20  # from which it says something
_SHORT = 12
_SOMETHING = 2
_ENOUGH = 0.6  # of the choice, that has to be found among the blocks
_LINK, _HALF = 0.8, 0.5  # share of links from which a block is one; and up to which it may be prose
_PART = 40  # letters and digits by which a line is found that has no block of its own
_REACH = 40  # blocks above the article's first in which its deck is looked for
_NEAR = 2  # blocks above the article's first that are next to it
_WORDS, _LINES = 160, 2  # code points and blocks of what stands under a picture
_GAP = 12  # blocks between a heading and the first paragraph under it
_MOST = 20_000  # blocks of a page that are looked at
_SEARCHED = 500  # lines without a block of their own that are looked for
_COMPARED = 2_000  # paragraphs that are looked for in each other
_TOLD = 2_000_000_000  # blocks times letters of the linked data


@dataclass(frozen=True, slots=True)
class Selection:
    """The article of a page.

    Attributes
    ----------
    parts : list[tuple[Role, str]]
        Its paragraphs, in order: text, the deck above it, links to other articles that stand in it, the heads of posts.
    captions : list[str]
        What stands under its pictures.
    headline : str
        What the page shows above it, "" where nothing.
    """

    parts: list[tuple[Role, str]]
    captions: list[str]
    headline: str


def bare(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return _BARE.sub("", text).casefold()


def article_of(blocks: Sequence[PageBlock], lines: Sequence[str], told: str) -> Selection:
    """The article among the blocks of a page, in the page's order.

    Parameters
    ----------
    blocks : Sequence[PageBlock]
    lines : Sequence[str]
        What the extractor chose.
    told : str
        What the page's linked data says its article is, `bare`; "" where it does not.
    """
    bares = [bare(block.text) for block in blocks] if len(blocks) <= _MOST else []
    chosen, share = _located(blocks, bares, [bare(line) for line in lines])
    long = [at for at in sorted(chosen) if len(bares[at]) >= _PROSE and blocks[at].linked < _HALF]
    prose = [at for at in long if blocks[at].place.tag != "h1"]
    if share < _ENOUGH or not prose:
        captions = _captions(blocks, [at for at, block in enumerate(blocks) if picture_of(block.place) is not None])
        return Selection([("text", line.removeprefix("- ")) for line in lines], captions, "")
    return _Reading(blocks, bares, chosen, prose, told if len(told) * len(blocks) < _TOLD else "").selection()


class _Reading:
    """What is taken of a page whose structure is known."""

    def __init__(
        self, blocks: Sequence[PageBlock], bares: list[str], chosen: set[int], prose: list[int], told: str
    ) -> None:
        self.blocks = blocks
        self.bares = bares
        self.chosen = chosen
        self.told = told
        self.together = Counter(block.place for block in blocks)
        self.structure = Structure(blocks, [len(words) for words in bares], prose)

    def selection(self) -> Selection:
        roles: dict[int, Role] = {}
        for at in range(len(self.blocks)):
            role = self._role(at) if at in self.chosen or self._recovers(at) else None
            if role is not None:
                roles[at] = role
        self._head(roles)
        heads_of_posts = heads_of(self.blocks, [at for at in roles if roles[at] == "text"], self.structure.holds)
        roles = {**dict.fromkeys(heads_of_posts, "head"), **roles}
        first = self.structure.first
        heads = [at for at in range(first) if self.blocks[at].place.tag == "h1"]
        captions = [
            at
            for at, block in enumerate(self.blocks)
            if roles.get(at) == "caption"
            or ((picture := self.structure.picture_of(block.place)) is not None and not self.structure.boxes(picture))
        ]
        own = [at for at in roles if roles[at] != "caption"]
        said = self._once([at for at in own if at not in heads_of_posts])
        kept = sorted([*said, *heads_of_posts.intersection(own)])
        return Selection(
            [(roles[at], self.blocks[at].text) for at in kept],
            _captions(self.blocks, captions),
            self.blocks[heads[-1]].text if heads else "",
        )

    def _role(self, at: int) -> Role | None:
        """What a block is that was chosen, or may be; None where the page speaks against it."""
        block, size, structure = self.blocks[at], len(self.bares[at]), self.structure
        place, ahead = block.place, at < structure.first
        stops = _stops(block)
        if not size or (place.tag == "h1" and ahead) or (place.hidden and not structure.hidden and not self._told(at)):
            return None
        if structure.picture_of(place) is not None or self._captions(at):
            return "caption"
        if structure.boxes(place) and not (self._told(at) and size >= _PROSE and block.linked < _HALF):
            return None
        if not structure.holds(place) and not (stops and size >= _SAID) and not (ahead and is_deck(place)):
            return None
        if ahead and block.linked < _LINK and not structure.is_home(place):
            if size < _PART and not (stops and size >= _SHORT):
                return None
            return "deck" if is_deck(place) and not structure.is_caption(place) else "text"
        if block.linked >= _LINK and not (block.text.endswith((".", ".”", '."')) and size >= _SAID):
            return "link"
        return "text"

    def _captions(self, at: int) -> bool:
        """Whether a block is but a few words in one place with a picture, and no sentence."""
        block = self.blocks[at]
        few = len(block.text) <= _WORDS and self.together[block.place] <= _LINES
        return block.place.pictured and few and not _stops(block)

    def _recovers(self, at: int) -> bool:
        """Whether a block that was not chosen belongs to the article all the same."""
        block, structure = self.blocks[at], self.structure
        place, home = block.place, structure.is_home(block.place)
        if len(self.bares[at]) < _SOMETHING:
            return False
        if self._told(at) and block.linked < _LINK:
            return True
        if at < structure.first:
            near = home or (structure.holds(place) and structure.first - at <= _NEAR)
            return self._leads(at) or (near and place.tag == "p" and block.linked >= _LINK)
        if not home and not structure.holds(place):
            return False
        among = at < structure.last
        if any(outer.tag == "blockquote" for outer in place.around()):
            return among or home
        if block.linked >= _LINK and among:
            return True
        if structure.is_caption(place) or (block.linked >= _HALF and not home):
            return False
        return self._is_set_alike(at, among=among, home=home)

    def _is_set_alike(self, at: int, *, among: bool, home: bool) -> bool:
        """Whether a block is set like the article's own: a row among its paragraphs, a heading, a paragraph."""
        block, size, structure = self.blocks[at], len(self.bares[at]), self.structure
        place, stops = block.place, _stops(block)
        if place.tag == "tr":
            return among and structure.holds(place)
        if place.tag in HEADINGS or is_heading(place):
            return among and structure.has_homes(place)
        if home and place.tag == "p":
            return size >= (_SHORT if among and stops else _SAID)
        if home:
            return stops and size >= (_SHORT if among else _PROSE)
        return among and stops and size >= _PART and place.tag in ("p", "li")

    def _leads(self, at: int) -> bool:
        """Whether a block above the article's first is its deck or its lead."""
        block, size, structure = self.blocks[at], len(self.bares[at]), self.structure
        if size < _SAID or block.linked > 0.3 or structure.first - at > _REACH:
            return False
        if not structure.leads(block.place) and not structure.holds(block.place):
            return False
        if structure.is_caption(block.place) and block.place.tag not in HEADINGS:
            return False
        return is_deck(block.place) or (size >= _PROSE and _stops(block))

    def _told(self, at: int) -> bool:
        return len(self.bares[at]) >= _SAID and self.bares[at] in self.told

    def _head(self, roles: dict[int, Role]) -> None:
        """Leave out headings under which nothing was taken."""
        taken = [at for at in roles if roles[at] in ("text", "deck")]
        after = dict(zip(taken, [*taken[1:], len(self.blocks) + _GAP], strict=True))
        for at in taken:
            heading = self.blocks[at].place.tag in HEADINGS and at > self.structure.first
            if heading and after[at] - at > _GAP:
                del roles[at]

    def _once(self, taken: Sequence[int]) -> list[int]:
        """Those taken, without what is part of another, such as a quotation set large, or there already."""
        joined = "\0" + "\0".join(self.bares[at] for at in taken) + "\0"
        whole = Counter(self.bares[at] for at in taken)
        best: dict[str, int] = {}
        for at in sorted(taken, key=lambda at: (self.blocks[at].place.tag != "p", at)):
            best.setdefault(self.bares[at], at)
        kept: list[int] = []
        for at in taken:
            words = self.bares[at]
            long = len(words) >= _SAID and len(taken) <= _COMPARED
            if (long and joined.count(words) > whole[words]) or (len(words) >= _SHORT and best[words] != at):
                continue
            kept.append(at)
        return kept


def _located(blocks: Sequence[PageBlock], bares: Sequence[str], lines: Sequence[str]) -> tuple[set[int], float]:
    """The blocks that hold `lines`, and the share of these that is found in them."""
    whole = "".join(bares)
    starts = [0, *accumulate(map(len, bares))]
    numbers: dict[str, list[int]] = {}
    for at, words in enumerate(bares):
        numbers.setdefault(words, []).append(at)
    chosen: set[int] = set()
    place = held = searched = 0
    for words in filter(None, lines):
        same = numbers.get(words, [])
        searched += not same
        found = {next((at for at in same if at >= place and not blocks[at].place.hidden), same[0])} if same else set()
        for part in dict.fromkeys((words, words[:_PART], words[-_PART:])):
            sought = not same and len(part) >= _SAID and searched <= _SEARCHED
            low = whole.find(part, starts[place]) if sought else -1
            low = whole.find(part) if sought and low < 0 else low
            at = bisect_right(starts, low) - 1 if low >= 0 else len(bares)
            while at < len(bares) and starts[at] < low + len(part):
                shared = min(starts[at + 1], low + len(part)) - max(starts[at], low)
                if 2 * shared >= min(len(bares[at]), len(part)):
                    found.add(at)
                at += 1
        if not same and found:  # the extractor may have run paragraphs together
            between = range(min(found) + 1, max(found))
            found |= {at for at in between if len(bares[at]) >= _SAID and bares[at] in words}
        if found:
            place = max(found)
            held += len(words)
        chosen |= found
    return chosen, held / max(1, sum(map(len, lines)))


def _captions(blocks: Sequence[PageBlock], which: Sequence[int]) -> list[str]:
    """What the blocks say under pictures; a credit stands by itself, lest it run into the words beside it."""
    return list(dict.fromkeys(blocks[at].text for at in which))


def _stops(block: PageBlock) -> bool:
    return _STOP.search(block.text[-8:]) is not None

"""Which blocks of a page are its article: what an extractor chose, checked against the page's own structure.

The extractor's choice is the evidence to begin with. Blocks that the page sets like the chosen ones, that stand among
them, or that the page's linked data has in its article, are taken up where they stand. What was chosen out of a box
of links, of offers or of the site's own words, or is shown to nobody, is left. Where the choice cannot be found among
the blocks, it stands as it is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block, Place

_BARE = re.compile(r"[\W_]+")
_PROSE = 50  # letters and digits from which a block may be prose
_ENOUGH = 0.6  # of the choice, that has to be found among the blocks
_FEW = 0.3  # of the article's prose, from which a box is the article's own, whatever it is called
_LINK = 0.8  # share of links from which a block is one
_STOP = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_CREDITED = frozenset(("figure", "figcaption"))
_ASIDE = frozenset(("aside", "footer", "nav", "form"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_BOX = re.compile(
    r"(?<![a-z])(?:related|recirc\w*|recommend\w*|newsletters?|sign-?up|subscri(?:be|ption)\w*|promos?|promotion|share"
    r"|sharing|social-(?:share|links?|icons?|bar|follow)|comments?|side-?bar|rail|trending|popular|most-(?:read|viewed)"
    r"|more-(?:stories|news|from|on|in)|also-(?:read|like)|read-(?:more|next|also)|outbrain|taboola|advert\w*|ads?"
    r"|sponsor\w*|author-(?:bio|info|box|card|about)|bio|breadcrumbs?|footer|info-?box|modal|overlay|galler(?:y|ies)"
    r"|carousel|slide-?show|swiper|teasers?|cookies?|print-(?:header|footer)|disclaimers?|disclosure|toolbar|tools"
    r"|donat\w*|donation|cta|complementary|reading-list|latest|read-?also|up-?next|tags|topics|mini-info\w*|end-?card"
    r"|video-(?:caption|info|title|player)|featured-video|credits?|bylines?|seo-box|collections?)(?![a-z])"
)
_MEDIA = re.compile(r"(?<![a-z])(?:captions?|video|player|media|image|photo|picture|messenger|poll|quiz)(?![a-z])")
_DECK = re.compile(
    r"(?<![a-z])(?:dek|deck|stand-?first|sub-?head(?:line|ing)?|sub-?title|sub-?line|excerpt|summary|synopsis|intro"
    r"|lede|lead|teaser-text|strap-?line|description)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paragraph of the article: what it is ("text", "deck" or "item") and its words."""

    role: str
    text: str


def bare(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return _BARE.sub("", text).casefold()


def article_of(blocks: Sequence[Block], lines: Sequence[str], told: str) -> list[Chosen]:
    """The article among the blocks of a page, in the page's order.

    Parameters
    ----------
    blocks : Sequence[Block]
    lines : Sequence[str]
        What the extractor chose.
    told : str
        What the page's linked data and descriptions say its article is, `bare`; "" where they do not.
    """
    page = _Page(blocks, told)
    chosen, share = page.found(lines)
    if share < _ENOUGH or not page.prose(chosen):
        return [Chosen("text", line.removeprefix("- ")) for line in lines]
    page.survey(chosen)
    taken = [at for at in range(len(blocks)) if page.keeps(at) if at in chosen or page.recovers(at)]
    return page.told_once(page.without_empty_heads(taken))


class _Page:
    """The blocks, and what they say of each other."""

    def __init__(self, blocks: Sequence[Block], told: str) -> None:
        self.blocks = blocks
        self.told = told
        self.bares = [bare(block.text) for block in blocks]
        self.first = self.last = 0
        self.inside: set[Place] = set()
        self.kin: set[str] = set()
        self.homes: set[Place] = set()
        self.shares: Counter[str] = Counter()
        self.trunk: Place | None = None

    def found(self, lines: Sequence[str]) -> tuple[set[int], float]:
        """The blocks that hold what was chosen, and the share of it that they hold."""
        whole = "".join(self.bares)
        starts = [0]
        for words in self.bares:
            starts.append(starts[-1] + len(words))
        chosen: set[int] = set()
        index: dict[str, list[int]] = {}
        for at, words in enumerate(self.bares):
            index.setdefault(words, []).append(at)
        place = 0  # where the last line was found
        held = total = 0
        for words in filter(None, map(bare, lines)):
            before = len(chosen)
            total += len(words)
            same = index.get(words)
            if same:
                at = next((at for at in same if at >= place and not self.blocks[at].place.hidden), same[0])
                chosen.add(at)
                place = at
                held += len(words)
                continue
            for part in (words, words[:40], words[-40:]):
                low = whole.find(part, starts[place]) if len(part) > 16 else -1
                low = whole.find(part) if low < 0 and len(part) > 16 else low
                if low >= 0:
                    at = _before(starts, low)
                    while at < len(self.bares) and starts[at] < low + len(part):
                        covered = min(starts[at + 1], low + len(part)) - max(starts[at], low)
                        if 2 * covered >= min(len(self.bares[at]), len(part)):
                            chosen.add(at)
                            place = at
                        at += 1
            held += len(words) if len(chosen) > before else 0
        return chosen, held / max(1, total)

    def prose(self, chosen: set[int]) -> list[int]:
        """Those that are paragraphs of prose, in order."""
        return [at for at in sorted(chosen) if len(self.bares[at]) >= _PROSE and self.blocks[at].linked < 0.5]

    def survey(self, chosen: set[int]) -> None:
        """Learn from the chosen prose where the article stands and how it is set."""
        prose = [at for at in self.prose(chosen) if not self.blocks[at].place.hidden] or self.prose(chosen)
        total = sum(len(self.bares[at]) for at in prose)
        held: Counter[Place] = Counter()
        homes: Counter[Place] = Counter()
        kin: Counter[str] = Counter()
        for at in prose:
            size = len(self.bares[at])
            place = self.blocks[at].place
            around = list(place.around())
            for outer in around:
                held[outer] += size
            for name in {_kin(outer) for outer in around}:
                self.shares[name] += size
            homes[_home(place)] += size
            kin[_home(place).kin] += size
        for name in self.shares:
            self.shares[name] = 100 * self.shares[name] // total
        most = {place for place, size in held.items() if size >= 0.85 * total}
        inner = max(prose, key=lambda at: len(self.bares[at]))
        self.trunk = next((p for at in (inner, *prose) for p in self.blocks[at].place.around() if p in most), None)
        self.homes = {place for place, size in homes.items() if size >= 0.15 * total or size > 400}
        self.kin = {name for name, size in kin.items() if name and (size >= 0.15 * total or size > 400)}
        within = [at for at in prose if self._in_trunk(self.blocks[at].place)]
        self.first, self.last = (within or prose)[0], (within or prose)[-1]

    def _in_trunk(self, place: Place) -> bool:
        return any(outer is self.trunk for outer in place.around())

    def _boxed(self, place: Place) -> bool:
        """Whether it stands in a box that is not the article's own."""
        for outer in place.around():
            if outer is self.trunk or outer.tag in ("body", "html"):
                return False
            called = outer.tag in _ASIDE or _BOX.search(outer.words)
            if called and self.shares[_kin(outer)] < 100 * _FEW:
                return True
        return False

    def _told(self, at: int) -> bool:
        words = self.bares[at]
        return len(words) >= 20 and words in self.told

    def keeps(self, at: int) -> bool:
        """Whether nothing speaks against a block that was chosen, or may be."""
        block, size = self.blocks[at], len(self.bares[at])
        place = block.place
        if not size or place.tag == "h1" or (place.hidden and not self._told(at) and not self._hides()):
            return False
        stops = _STOP.search(block.text[-8:]) is not None
        if block.linked >= _LINK and not (stops and size >= 20):
            return False
        if any(outer.tag in _CREDITED for outer in place.around()):
            return False
        if self._boxed(place):
            return False
        if self._in_trunk(place):
            return at >= self.first or size >= 40 or stops or self._told(at)
        return stops and size >= _PROSE

    def _hides(self) -> bool:
        """Whether the page shows none of its article, as one does that scripts unfold."""
        return self.blocks[self.first].place.hidden

    def recovers(self, at: int) -> bool:
        """Whether a block that was not chosen belongs to the article all the same."""
        block, size = self.blocks[at], len(self.bares[at])
        place = block.place
        if self._told(at) and block.linked < 0.5:
            return True
        if at < self.first:
            return self._leads(at)
        stops = _STOP.search(block.text[-8:]) is not None
        home = _home(place)
        at_home = home in self.homes or home.kin in self.kin
        if _MEDIA.search(f"{place.words} {home.words}"):
            return False
        if place.tag == "tr":
            return self.first < at < self.last and self._in_trunk(place) and block.linked < 0.5
        if any(outer.tag == "blockquote" for outer in place.around()):
            return self._in_trunk(place) and self.first < at <= self.last + 4
        if at_home and place.tag in _HEADINGS:
            return self.first < at < self.last
        if at_home:
            return stops and size >= 12 and (self.first < at < self.last or size >= _PROSE)
        return self.first < at < self.last and self._in_trunk(place) and stops and size >= 40 and block.linked < 0.4

    def _leads(self, at: int) -> bool:
        """Whether a block above the article's first is its deck or its lead."""
        block, size = self.blocks[at], len(self.bares[at])
        if size < 25 or block.linked > 0.3 or self.first - at > 40:
            return False
        near = next((p for p in (self.trunk.around() if self.trunk else ()) if p.tag in ("article", "main")), None)
        if near is None or not any(outer is near for outer in block.place.around()):
            return False
        return _is_deck(block.place) or (size >= _PROSE and _STOP.search(block.text[-8:]) is not None)

    def without_empty_heads(self, taken: list[int]) -> list[int]:
        """Those taken, without headings under which nothing is left."""
        kept: list[int] = []
        for number, at in enumerate(taken):
            if self.blocks[at].place.tag in _HEADINGS and at > self.first:
                after = taken[number + 1] if number + 1 < len(taken) else None
                if after is None or after - at > 12:
                    continue
            kept.append(at)
        return kept

    def told_once(self, taken: list[int]) -> list[Chosen]:
        """The paragraphs, each once: what is part of another, such as a quotation set large, is left out."""
        order = sorted(taken, key=lambda at: (-len(self.bares[at]), self._weight(at), at))
        whole = ""
        kept: set[int] = set()
        for at in order:
            words = self.bares[at]
            if len(words) >= 16 and words in whole:
                continue
            kept.add(at)
            whole += "\0" + words
        return [Chosen(self._role(at), self.blocks[at].text) for at in taken if at in kept]

    def _weight(self, at: int) -> int:
        return 0 if self.blocks[at].place.tag == "p" else 1

    def _role(self, at: int) -> str:
        place = self.blocks[at].place
        if at < self.first and _is_deck(place):
            return "deck"
        return "text"


_PARAGRAPHS = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "li", "ul", "ol", "div", "span", "dd", "dt"))


def _home(place: Place) -> Place:
    """The place in which a paragraph stands with its like."""
    return place.parent if place.parent is not None and place.tag in _PARAGRAPHS else place


def _is_deck(place: Place) -> bool:
    near = list(place.around())[:2]
    return any(_DECK.search(outer.words) for outer in near)


def _kin(place: Place) -> str:
    return place.kin or f"{place.tag} {place.words}"


def _before(starts: list[int], low: int) -> int:
    """The number of the block in which a code point of all of them stands."""
    from bisect import bisect_right  # noqa: PLC0415

    return bisect_right(starts, low) - 1

"""How a page is set: where its article stands, what its paragraphs stand in, and which boxes are not the article's."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from .blocks import HEADINGS, Element, PageBlock

_OWN = 0.3  # of the article's prose, from which a box is the article's own, whatever it is called
_TRUNK = 0.85  # of the article's prose, that its trunk holds
_HOME, _LONG_HOME = 0.15, 400  # of the article's prose, or letters of it, from which a place is at home in the article
_MANY = 4  # paragraphs that no picture has
_ASIDE = frozenset(("aside", "footer", "nav", "form"))
_PARAGRAPHS = HEADINGS | frozenset(("p", "blockquote", "li", "ul", "ol", "div", "dd", "dt", "dl", "section"))
_LISTS = frozenset(("ul", "ol", "dl"))
_BOX = re.compile(
    r"(?<![a-z])(?:related|recirc\w*|recommend\w*|newsletters?|sign-?up|sign-?in|login|regwall|paywall|registration"
    r"|memberships?|subscri(?:be|bers?|ptions?)|promos?|promotions?|share|sharing"
    r"|social-(?:share|links?|icons?|bar|follow)|comments?|side-?bar|rail|trending|popular|most-(?:read|viewed)"
    r"|more-(?:stories|news|from|on|in)|also-(?:read|like)|read-(?:more|next|also)|outbrain|taboola|advert\w*|ads?"
    r"|sponsor\w*|author-(?:bio|info|box|card|about)|bio|breadcrumbs?|footer|info-?box|modal|overlay|galler(?:y|ies)"
    r"|carousel|slide-?show|swiper|teasers?|cookies?|crumbs?|print-(?:header|footer)|disclaimers?|disclosure|toolbar|tools"
    r"|donat(?:e|ions?)|cta|complementary|reading-list|latest|up-?next|tags|topics|mini-info|end-?card"
    r"|video-(?:caption|info|title|player)|featured-video|credits?|bylines?|seo-box|collections?|messenger)(?![a-z])"
)
_MEDIA = re.compile(r"(?<![a-z])(?:captions?|video|player|media|image|photo|picture|poll|quiz)(?![a-z])")
_HEADING = re.compile(r"(?<![a-z])(?:sub-?head(?:line|ing|er)?s?|cross-?head|heading)(?![a-z])")
_DECK = re.compile(
    r"(?<![a-z])(?:dek|deck|stand-?first|sub-?head(?:line|ing)?|sub-?title|sub-?line|excerpt|summary|synopsis|intro"
    r"|lede|lead|teaser-text|strap-?line|description)(?![a-z])"
)


def is_deck(place: Element) -> bool:
    """Whether a place, or what it stands in, is called as pages call the words under a headline."""
    return any(_DECK.search(near.words) for near in (place, place.parent) if near is not None)


def is_heading(place: Element) -> bool:
    """Whether a place that is no heading by its tag is called one."""
    return _HEADING.search(place.words) is not None


def picture_of(place: Element, wide: Collection[Element] = ()) -> Element | None:
    """The picture, or its caption, that a place stands in, but for `wide` ones; a table or a quotation set like one is
    none."""
    for outer in place.around():
        if outer.tag == "figcaption" or (outer.tag == "figure" and outer not in wide):
            return outer
        if outer.tag in ("table", "blockquote"):
            return None
    return None


class Structure:
    """What the blocks of a page that are its article's prose say of the page.

    Parameters
    ----------
    blocks : Sequence[PageBlock]
    sizes : Sequence[int]
        How many letters and digits each has.
    prose : Sequence[int]
        Which of them are known to be the article's prose, in order; one at least.
    """

    def __init__(self, blocks: Sequence[PageBlock], sizes: Sequence[int], prose: Sequence[int]) -> None:
        shown = [at for at in prose if not blocks[at].place.hidden] or prose
        total = sum(sizes[at] for at in shown)
        held: Counter[Element] = Counter()
        homes: Counter[tuple[str, Element | str]] = Counter()
        shares: Counter[str] = Counter()
        for at in shown:
            place, size = blocks[at].place, sizes[at]
            around = list(place.around())
            home = _home(place)
            held.update(dict.fromkeys(around, size))
            shares.update(dict.fromkeys({_name(outer) for outer in around}, size))
            homes[place.tag, home] += size
            if home.kin:
                homes[place.tag, home.kin] += size
        self.hidden = blocks[shown[0]].place.hidden
        self._own = {name for name, size in shares.items() if size >= _OWN * total}
        self._homes = {home for home, size in homes.items() if size >= _HOME * total or size >= _LONG_HOME}
        longest = max(shown, key=lambda at: sizes[at])
        chain = list(blocks[longest].place.around())
        self.trunk = next((place for place in chain if held[place] >= _TRUNK * total), chain[-1])
        self._above = set(self.trunk.around())
        framed = Counter(outer for at in shown for outer in _figures(blocks[at].place))
        self._wide = {place for place, many in framed.items() if many >= _MANY and held[place] >= _OWN * total}
        self._called = {m[0] for place in self._above for m in _BOX.finditer(place.words)}
        self._boxes: dict[Element, bool] = {}
        self._trunks: dict[Element, bool] = {}
        within = [at for at in shown if self.holds(blocks[at].place)]
        self.first, self.last = within[0], within[-1]

    def holds(self, place: Element) -> bool:
        """Whether a place is in the article's trunk, the innermost that has nearly all of its prose."""
        return self._climb(place, self._trunks, lambda outer: outer is self.trunk)

    def boxes(self, place: Element) -> bool:
        """Whether a place is in a box that is not the article's own."""
        return self._climb(place, self._boxes, self._is_box)

    def picture_of(self, place: Element) -> Element | None:
        """The picture, or its caption, that a place stands in. A figure with much of the article's prose, as one is
        that the page never closes, is none."""
        return picture_of(place, self._wide)

    def is_caption(self, place: Element) -> bool:
        """Whether a place belongs to a picture or a film."""
        figures = (near for near in place.around() if near.tag in ("figure", "figcaption"))
        return any(figure not in self._wide for figure in figures) or any(
            _MEDIA.search(near.words) for near in (place, _home(place)) if near.tag != "p"
        )

    def is_home(self, place: Element) -> bool:
        """Whether the article's paragraphs are set like this place."""
        home = _home(place)
        return (place.tag, home) in self._homes or (place.tag, home.kin) in self._homes

    def has_homes(self, place: Element) -> bool:
        """Whether the article's paragraphs, of whatever tag, stand where this place does."""
        home = _home(place)
        return any(where is home or (home.kin and where == home.kin) for _, where in self._homes)

    def leads(self, place: Element) -> bool:
        """Whether a place is in what the page marks as its article, or its main part, around the trunk."""
        return any(outer in self._above and outer.tag in ("article", "main") for outer in place.around())

    def _is_box(self, place: Element) -> bool:
        if place in self._above or place.tag in ("body", "html"):
            return False
        called = next((m[0] for m in _BOX.finditer(place.words) if m[0] not in self._called), None)
        return (place.tag in _ASIDE or called is not None) and _name(place) not in self._own

    @staticmethod
    def _climb(place: Element, known: dict[Element, bool], holds: Callable[[Element], bool]) -> bool:
        """Whether `holds` holds of a place or one around it; asked once of each."""
        passed: list[Element] = []
        found = False
        for outer in place.around():
            if outer in known:
                found = known[outer]
                break
            passed.append(outer)
            if holds(outer):
                found = True
                break
        known.update(dict.fromkeys(passed, found))
        return found


def _figures(place: Element) -> Iterator[Element]:
    """The figures that a place stands in, but for those of whose caption it is."""
    for outer in place.around():
        if outer.tag == "figcaption":
            return
        if outer.tag == "figure":
            yield outer


def _home(place: Element) -> Element:
    """The place in which a paragraph stands with its like."""
    home = place.parent if place.parent is not None and place.tag in _PARAGRAPHS else place
    return home.parent if home.parent is not None and home.tag in _LISTS else home


def _name(place: Element) -> str:
    return place.kin or f"{place.tag} {place.words}"

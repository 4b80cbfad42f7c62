"""What stands on a card, and the same in words for those who cannot see it."""

import re
from dataclasses import dataclass

from bot.render.markdown import clean, plain, units

ALT_LIMIT = 1024
"""Units Discord takes as the description of an attachment."""

SCANNED = 6_000
"""Code points of a quotation looked at; a card holds at most about half as many."""

_SPEAKER, _SAID, _ARTICLE, _OUTLET, _LINK = 120, 160, 200, 120, 200
_BLANKS = re.compile(r"[^\S\n\u00a0\u2007\u202f]+")
_BREAKS = re.compile(r" ?\n[\s]*")


@dataclass(frozen=True, slots=True)
class CardText:
    """The lines of a card: plain text, worded by the caller and shown as it is.

    Attributes
    ----------
    quotation : str
        The passage, verbatim; quotation marks only where the passage has them.
    said : str
        How the passage is known to be the speaker's ("direct quotation, reported by Radio Meridian").
    outlet : str
        The article's outlet and day ("Northwire · 3 March 2025").
    link : str
        The article's address as readers are to see it; may be empty, as may all the others.
    """

    quotation: str
    speaker: str
    said: str
    article: str
    outlet: str
    link: str


def all_of(card: CardText) -> str:
    """Give all that a card may show."""
    small = small_print(card)
    return "\n".join((tidy(card.quotation)[0], small.speaker, small.said, small.article, small.outlet, small.link))


def tidy(quotation: str) -> tuple[str, bool]:
    """Give the quotation without what cannot be seen, and whether that is all of it.

    Spaces are single (those that hold words together stay themselves), paragraphs are parted by one line
    feed, every other character stays. Looked at are `SCANNED` code points.
    """
    stripped = quotation.strip()
    text = _BREAKS.sub("\n", _BLANKS.sub(" ", clean(stripped[:SCANNED])))
    return text.strip(), len(stripped) <= SCANNED


def small_print(card: CardText) -> CardText:
    """Give the card with its attribution bounded in length and free of what cannot be seen; same quotation."""
    return CardText(
        card.quotation,
        plain(card.speaker, _SPEAKER),
        plain(card.said, _SAID),
        plain(card.article, _ARTICLE),
        plain(card.outlet, _OUTLET),
        plain(card.link, _LINK),
    )


def alt_text(card: CardText) -> str:
    """Describe the card: its whole quotation where that fits, else its beginning, and the attribution.

    Returns
    -------
    str
        One line of at most 1024 UTF-16 units.
    """
    small = small_print(card)
    text, whole = tidy(card.quotation)
    citation = ", ".join(filter(None, (small.article, small.outlet)))
    said = ", ".join(filter(None, (small.speaker, small.said)))
    tail = "".join(f" {name}: {line}." for name, line in (("Attribution", said), ("Source", citation)) if line)
    head = f"Quote card. Passage: {_cut(text.replace(chr(10), ' '), whole, ALT_LIMIT - units(tail) - 21)}"
    return head + tail


def _cut(text: str, whole: bool, limit: int) -> str:
    """Give `text`, cut at a word's end with an ellipsis where it is longer than `limit` units or not `whole`."""
    if whole and units(text) <= limit:
        return text
    head = text
    while units(head) > limit - 2:
        head = head[: len(head) - max(1, (units(head) - limit + 2) // 2)]
    if len(head) < len(text) and not text[len(head)].isspace() and " " in head:
        head = head.rsplit(" ", 1)[0]
    return f"{head.rstrip()} …"

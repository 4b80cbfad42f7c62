"""Where everything stands on a card: pure, apart from asking the fonts how wide things are."""

from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import islice

from bot.render.card.bidi import is_rtl
from bot.render.card.text import CardText, small_print, tidy
from bot.render.card.typesetting import Style, Typesetter
from bot.render.card.wrapping import Wrapped, wrap
from bot.render.passages import SENTENCE_END

WIDTH, LOWEST, HANDY, HIGHEST = 1200, 630, 800, 1500
"""Pixels; a card is as wide as `WIDTH`, and higher than `HANDY` only where the smallest type is not enough."""

MARGIN = 72
"""Pixels on each side that stay blank."""

STRIPE, STRIPE_GAP = 10, 38
"""Width of the stripe beside the quotation, and what parts the two."""

SIZES = (72, 66, 60, 56, 52, 48, 45, 42, 39, 36)
"""Pixels to the em the quotation is tried at, the last being the least that can be read in a chat window."""

WORDMARK = "Onrecord"
GOES_ON = "… goes on in the article"

_SLACK = 12  # what kerning at spaces may add to the sum of a line's words
_TEXT_WIDTH = WIDTH - 2 * MARGIN - STRIPE - STRIPE_GAP - _SLACK
_LEADING = 1.42
_MARK_WIDTH = 160  # kept free for the wordmark
_GAP = 44  # above the attribution


class LineRole(StrEnum):
    """What a line is: the passage itself, or something about it."""

    QUOTATION = auto()
    GOES_ON = auto()
    SPEAKER = auto()
    SAID = auto()
    ARTICLE = auto()
    OUTLET = auto()
    LINK = auto()
    WORDMARK = auto()


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of type.

    Attributes
    ----------
    baseline : int
        Pixels from the top of the card.
    rtl : bool
        Whether its paragraph reads from right to left.
    """

    role: LineRole
    text: str
    style: Style
    size: int
    baseline: int
    rtl: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A card before it is drawn.

    Attributes
    ----------
    stripe : tuple[int, int]
        Top and bottom of the stripe beside the quotation, in pixels; the same where there is no quotation.
    mirrored : bool
        Whether the stripe stands on the right, as the quotation begins there.
    rule : int
        Place of the hairline between the attribution and the citation, in pixels from the top.
    whole : bool
        Whether the card has all of the quotation.
    """

    height: int
    lines: tuple[CardLine, ...]
    stripe: tuple[int, int]
    mirrored: bool
    rule: int
    whole: bool


@dataclass(frozen=True, slots=True)
class _Small:
    """How one line of the attribution is set: sizes in pixels, `lead` from the baseline before to its own."""

    role: LineRole
    style: Style
    size: int
    lead: int
    most: int


_ATTRIBUTION = (_Small(LineRole.SPEAKER, Style.BOLD, 42, 50, 2), _Small(LineRole.SAID, Style.SANS, 30, 42, 2))
_CITATION = (
    _Small(LineRole.ARTICLE, Style.SERIF, 30, 40, 2),
    _Small(LineRole.OUTLET, Style.SANS, 26, 38, 1),
    _Small(LineRole.LINK, Style.SANS, 24, 36, 1),
)


def lay_out(card: CardText, type_: Typesetter) -> Layout:
    """Arrange `card`: the largest type that fits, then a higher card, then a cut at a sentence's or word's end."""
    small = small_print(card)
    said = _set_small(_ATTRIBUTION, (small.speaker, small.said), type_)
    citation = _set_small(_CITATION, (small.article, small.outlet, small.link), type_)
    below = _GAP + sum(lead for _, lead in said) + 34 + sum(lead for _, lead in citation) + 12 + MARGIN
    if not citation:
        below += 36  # the wordmark's own line
    text, whole = tidy(card.quotation)
    size, lines, whole = _fit(text, whole, below, type_)
    leading = round(size * _LEADING)
    quoted = max(1, len(lines)) * leading
    extra = 0 if whole else 54
    height = max(LOWEST, MARGIN + quoted + extra + below)
    top = MARGIN + (height - MARGIN - quoted - extra - below) // 2
    placed = [
        CardLine(
            LineRole.QUOTATION,
            text[line.start : line.end],
            Style.SERIF,
            size,
            top + n * leading + round(leading * 0.5 + size * 0.33),
            is_rtl(text[line.paragraph : line.paragraph + 200]),
        )
        for n, line in enumerate(lines)
    ]
    stripe = (top, top + len(lines) * leading)
    if not whole:
        placed.append(CardLine(LineRole.GOES_ON, GOES_ON, Style.SANS, 28, top + quoted + 42, rtl=False))
    baseline = height - below + _GAP
    for line, lead in said:
        baseline += lead
        placed.append(replace(line, baseline=baseline))
    rule = baseline + 34
    baseline = rule + 12
    for line, lead in citation:
        baseline += lead
        placed.append(replace(line, baseline=baseline))
    placed.append(CardLine(LineRole.WORDMARK, WORDMARK, Style.BOLD, 28, height - MARGIN, rtl=False))
    return Layout(height, tuple(placed), stripe, bool(placed and placed[0].rtl), rule, whole)


def _fit(text: str, whole: bool, below: int, type_: Typesetter) -> tuple[int, list[Wrapped], bool]:
    """Choose the quotation's size and break it into lines, as many as there is room for."""
    for size, highest in (*((size, HANDY) for size in SIZES), (SIZES[-1], HIGHEST)):
        room = (highest - MARGIN - below) // round(size * _LEADING)
        lines = _wrapped(text, size, room + 1, type_)
        if whole and len(lines) <= room:
            return size, lines, True
    room = (HIGHEST - MARGIN - below - 54) // round(size * _LEADING)
    end = _cut(text, lines[:room])
    return size, _wrapped(text[:end], size, room, type_), False


def _wrapped(text: str, size: int, most: int, type_: Typesetter) -> list[Wrapped]:
    return list(islice(wrap(text, _TEXT_WIDTH, lambda part: type_.width(part, Style.SERIF, size)), most))


def _cut(text: str, lines: list[Wrapped]) -> int:
    """Find where the quotation is to stop: the last sentence end in `lines`, if in their second half, or a word's."""
    last = lines[-1].end if lines else 0
    end = max((match.end() for match in SENTENCE_END.finditer(text, 0, last + 1) if match.end() <= last), default=0)
    if end >= last // 2:
        return end
    if last < len(text) and not text[last].isspace():
        space = max(text.rfind(" ", 0, last), text.rfind("\n", 0, last))
        return space if space >= last // 2 else last
    return last


def _set_small(parts: tuple[_Small, ...], texts: tuple[str, ...], type_: Typesetter) -> list[tuple[CardLine, int]]:
    """Break the attribution's lines, each with its distance from the one before; the last that fits is cut."""
    found = []
    for part, text in zip(parts, texts, strict=True):
        for n, line in enumerate(_bounded(text, part, type_)):
            lead = part.lead if not n else round(part.size * 1.25)
            found.append((CardLine(part.role, line, part.style, part.size, 0, is_rtl(text)), lead))
    return found


def _bounded(text: str, part: _Small, type_: Typesetter) -> list[str]:
    """Break `text` into at most ``part.most`` lines, the last with an ellipsis where something is left out."""
    width = WIDTH - 2 * MARGIN - _SLACK
    if part in _CITATION:
        width -= _MARK_WIDTH
    dots = type_.width("…", part.style, part.size)

    def lines(width: float, most: int) -> list[Wrapped]:
        return list(islice(wrap(text, width, lambda piece: type_.width(piece, part.style, part.size)), most))

    found = lines(width, part.most + 1)
    if len(found) <= part.most:
        return [text[line.start : line.end] for line in found]
    narrow = lines(width - dots, part.most)
    return [text[line.start : line.end] + ("…" if n == part.most - 1 else "") for n, line in enumerate(narrow)]

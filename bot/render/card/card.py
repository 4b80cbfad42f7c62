"""A passage as a picture: its words, their drawing (ink on paper beside a stripe), and the page it is shown on."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from bot.i18n.wording import Wording
from bot.render.card.fonts import Fonts
from bot.render.card.layout import MARGIN, STRIPE, STRIPE_GAP, WIDTH, Layout, LineRole, lay_out
from bot.render.card.text import CardText, all_of, alt_text
from bot.render.card.typesetting import SCALE, Typesetter, missing
from bot.render.markdown import plain, safe_url
from bot.render.pages import Accent, Page, TextBlock, delete_action
from bot.render.passages import NAME, OUTLET, TITLE, citation, reported_by
from index import Act, Passage

PAPER = "#FBF9F4"
ACCENT = f"#{Accent.ANSWER:06X}"
_RULE = "#D8D3C6"
_INK, _GREY = "#15181E", "#5B616C"
_INKS = {
    LineRole.GOES_ON: _GREY,
    LineRole.SAID: _GREY,
    LineRole.OUTLET: _GREY,
    LineRole.LINK: ACCENT,
    LineRole.WORDMARK: ACCENT,
}

_FILE = "quote.png"
_ACTS = {Act.THOUGHT: "card-thought", Act.INTENDED: "card-intended"}


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A picture with the words that are in it."""

    png: bytes
    text: CardText


def card_text(passage: Passage, say: Wording) -> CardText:
    """Word a passage for its card."""
    outlet = [plain(passage.article_outlet, OUTLET)] if passage.article_outlet else []
    when = [say.day(passage.published)] if passage.published else []
    return CardText(
        passage.text,
        _speaker(passage, say),
        _said(passage, say),
        plain(passage.title, TITLE) or say("untitled"),
        " · ".join(outlet + when),
        safe_url(passage.url) or "",
    )


def _speaker(passage: Passage, say: Wording) -> str:
    if passage.kind is None:
        return say("card-nobody")
    if passage.speaker is not None:
        return plain(passage.speaker, NAME)
    mention = f"“{plain(passage.mention, NAME)}”" if passage.mention else ""
    return say("speaker-mention-only", mention=mention) if mention else say("speaker-unnamed")


def _said(passage: Passage, say: Wording) -> str:
    if passage.kind is None:
        return say("card-no-quotation")
    kind = say(_ACTS[passage.act]) if passage.act in _ACTS else say(f"kind-{passage.kind}")
    return f"{kind}{reported_by(passage, say, plain(passage.outlet or '', OUTLET))}"


def has_card(passage: Passage, say: Wording, fonts: Fonts) -> bool:
    """Whether there can be a card of a passage."""
    return is_drawable(card_text(passage, say), fonts)


def card_of(passage: Passage, say: Wording, fonts: Fonts, *, deletable_by: int | None) -> tuple[QuoteCard, Page]:
    """Draw a passage, and make the page that shows the picture with a link to its article."""
    text = card_text(passage, say)
    where = citation(
        passage.title, passage.article_outlet, passage.published, passage.url, say, from_feed=passage.from_feed
    )
    actions = (delete_action(deletable_by, say),) if deletable_by is not None else ()
    page = Page((TextBlock((where,)),), Accent.ANSWER, actions=actions, picture=_FILE, picture_text=alt_text(text))
    return QuoteCard(draw_card(text, fonts), text), page


def is_drawable(card: CardText, fonts: Fonts) -> bool:
    """Whether the fonts have all characters of `card`: a picture of boxes would not be verbatim."""
    return missing(all_of(card), fonts) is None


def draw_card(card: CardText, fonts: Fonts) -> bytes:
    """Draw `card`; blocks for a tenth of a second as a rule.

    Returns
    -------
    bytes
        A PNG file, 1200 pixels wide and 630 to 1500 high.

    Raises
    ------
    GlyphError
        If it is not drawable.
    """
    typesetter = Typesetter(fonts)
    layout = lay_out(card, typesetter)
    image = Image.new("RGB", (WIDTH, layout.height), PAPER)
    # Drawn on a sheet without margins first: whatever juts out of its line is clipped before the margin.
    sheet = Image.new("RGB", (SCALE * (WIDTH - 2 * MARGIN), SCALE * (layout.height - MARGIN)), PAPER)
    _draw(sheet, layout, typesetter)
    image.paste(sheet.reduce(SCALE), (MARGIN, MARGIN // 2))
    png = BytesIO()
    image.save(png, "PNG")  # the smallest file of it would be 4 % smaller, and take four times as long
    return png.getvalue()


def _draw(sheet: Image.Image, layout: Layout, typesetter: Typesetter) -> None:
    canvas = ImageDraw.Draw(sheet)
    width, lift = WIDTH - 2 * MARGIN, MARGIN // 2
    top, bottom = (SCALE * (edge - lift) for edge in layout.stripe)
    stripe = SCALE * (width - STRIPE if layout.mirrored else 0)
    if bottom > top:
        canvas.rectangle((stripe, top, stripe + SCALE * STRIPE - 1, bottom - 1), ACCENT)
    rule = SCALE * (layout.rule - lift)
    canvas.line((0, rule, sheet.width, rule), _RULE, 2 * SCALE)
    beside = STRIPE + STRIPE_GAP
    for line in layout.lines:
        runs = typesetter.runs(line.text, line.style, rtl=line.rtl)
        left, right = 0, width
        if line.role in {LineRole.QUOTATION, LineRole.GOES_ON}:
            left, right = (0, right - beside) if layout.mirrored else (beside, right)
        at_right = line.role is LineRole.WORDMARK or (line.role is LineRole.QUOTATION and line.rtl)
        x = right - typesetter.measure(runs, line.size) if at_right else float(left)
        typesetter.draw(canvas, x, line.baseline - lift, runs, line.size, _INKS.get(line.role, _INK))

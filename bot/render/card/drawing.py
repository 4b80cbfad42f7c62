"""The drawing of a card: ink on paper, the quotation beside a stripe, its attribution below."""

from io import BytesIO

from PIL import Image, ImageDraw

from bot.render.card.fonts import Fonts
from bot.render.card.layout import MARGIN, STRIPE, STRIPE_GAP, WIDTH, Layout, LineRole, lay_out
from bot.render.card.text import CardText
from bot.render.card.typesetting import SCALE, Typesetter
from bot.render.pages import Accent

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


def draw_card(card: CardText, fonts: Fonts) -> bytes:
    """Draw `card`, whatever its text; blocks for a tenth of a second as a rule, two for a full card of Chinese.

    Returns
    -------
    bytes
        A PNG file, 1200 pixels wide and 630 to 1500 high.
    """
    typesetter = Typesetter(fonts)
    layout = lay_out(card, typesetter)
    image = Image.new("RGB", (WIDTH, layout.height), PAPER)
    # Drawn on a sheet without margins first: whatever juts out of its line is clipped before the margin.
    sheet = Image.new("RGB", (SCALE * (WIDTH - 2 * MARGIN), SCALE * (layout.height - MARGIN)), PAPER)
    _draw(sheet, layout, typesetter)
    image.paste(sheet.reduce(SCALE), (MARGIN, MARGIN // 2))
    png = BytesIO()
    image.save(png, "PNG", optimize=True)
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

"""Quote cards: a passage as a picture, with who said it and where it stands burnt in."""

from bot.render.card.card import draw_card, is_drawable
from bot.render.card.fonts import FontError, Fonts, load_fonts
from bot.render.card.text import CardText, alt_text

__all__ = ["CardText", "FontError", "Fonts", "alt_text", "draw_card", "is_drawable", "load_fonts"]

"""Quote cards: a passage as a picture, with who said it and where it stands burnt in.

Drawing one needs packages that only the extra ``cards`` installs, so nothing that draws is imported from here.
"""

from importlib.util import find_spec

from bot.render.card.text import CardText, alt_text

__all__ = ["CardText", "alt_text", "is_installed"]

_NEEDED = ("PIL", "bidi", "fontpkg_source_serif_4")


def is_installed() -> bool:
    """Whether cards can be drawn, for the extra is installed."""
    return all(find_spec(package) is not None for package in _NEEDED)

"""Lists in the custom ids of the controls below them: what was listed, so that its pages turn without any memory.

What was listed takes more characters than one id has, so it is parted over those of the two buttons that turn pages and
that of the menu, where there is one. A list for whose options even that is too little is turned by memory alone.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.render.places import PREFIX
from index import Filters

LIST = (
    rf"{PREFIX}:list:(?P<home>[0-9a-f]{{1,16}}):(?P<spoken>[a-z]{{2}}):(?P<page>\d{{1,3}}):"
    r"(?P<state>[A-Za-z0-9_-]{0,68})"
)
PLAIN_MENU = f"{PREFIX}:open"
"""The custom id of the menu that opens one of a page's passages, where it holds nothing else."""

OPEN = rf"{PLAIN_MENU}(?::(?P<state>[A-Za-z0-9_-]{{1,90}}))?"

_BUTTON, _MENU = 68, 90  # characters of what was listed in the id of a button, and of a menu
_BETWEEN = "\x1f"

PEOPLE = ("people",)
"""The list of who is quoted."""

_SAID = "quotes"


@dataclass(frozen=True, slots=True)
class Controls:
    """The custom ids of a list's controls at one of its pages; `menu` only where there is a menu."""

    back: str
    on: str
    menu: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows.

    Attributes
    ----------
    home : int
        The server whose list it is; 0 for none.
    spoken : str
        The language of the reply, by its two letters.
    what : tuple of str
        The command, and its options in an order that its reader knows; "" for none.
    menu : bool
        Whether its pages have a menu.
    """

    home: int
    spoken: str
    what: tuple[str, ...]
    menu: bool = False

    def controls(self, at: int, pages: int) -> Controls | None:
        """Give the ids of the controls at a page; None where they are too short for what was listed."""
        state = base64.urlsafe_b64encode(_BETWEEN.join(self.what).encode("utf-8", "replace")).decode().rstrip("=")
        if len(state) > 2 * _BUTTON + (_MENU if self.menu else 0):
            return None
        back, on, menu = state[:_BUTTON], state[_BUTTON : 2 * _BUTTON], state[2 * _BUTTON :]
        start = f"{PREFIX}:list:{self.home:x}:{self.spoken}"
        before, after = max(at - 1, 0), min(at + 1, pages - 1)
        return Controls(
            f"{start}:{before}:{back}", f"{start}:{after}:{on}", f"{PLAIN_MENU}:{menu}" if menu else PLAIN_MENU
        )

    @classmethod
    def read(cls, custom_ids: Iterable[str]) -> "Listing | None":
        """Read the ids of a message's controls, in order; None where they are not those of a list."""
        turners: list[re.Match[str]] = []
        menu = None
        for custom_id in custom_ids:
            if found := re.fullmatch(LIST, custom_id):
                turners.append(found)
            elif found := re.fullmatch(OPEN, custom_id):
                menu = found
        if len(turners) != 2 or turners[0]["home"] != turners[1]["home"]:
            return None
        rest = (menu["state"] or "") if menu else ""
        what = _opened(turners[0]["state"] + turners[1]["state"] + rest)
        if what is None:
            return None
        return cls(int(turners[0]["home"], 16), turners[0]["spoken"], what, menu is not None)


def _opened(state: str) -> tuple[str, ...] | None:
    try:
        raw = base64.b64decode(state + "=" * (-len(state) % 4), altchars=b"-_", validate=True)
        return tuple(raw.decode().split(_BETWEEN))
    except (binascii.Error, UnicodeDecodeError):
        return None


def quotes_words(person: str, about: str | None, filters: Filters) -> tuple[str, ...]:
    """Write what quotations were asked with."""
    days = (day.isoformat() if day else "" for day in (filters.since, filters.until))
    return _SAID, person, about or "", filters.article_id or "", filters.outlet or "", *days


def quotes_options(words: tuple[str, ...]) -> tuple[str, str | None, Filters] | None:
    """Read what quotations were asked with: person, topic and filters; None where it cannot be that."""
    match words:
        case (kind, person, about, article_id, outlet, *days) if kind == _SAID and person and len(days) == 2:
            try:
                since, until = (date.fromisoformat(day) if day else None for day in days)
            except ValueError:
                return None
            return person, about or None, Filters(article_id or None, None, outlet or None, since, until)
    return None

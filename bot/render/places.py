"""Where passages stand, as the custom ids of buttons have it: what a click does is in its id, so that it outlives all.

A custom id has at most 100 characters. One takes a place in words that can be read, or three places packed: the five
passages of an answer are in the ids of the two buttons that turn them.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index import Passage, Span, article_token

PREFIX = "on"
"""How custom ids begin that say all of what a click does, so that it works after a restart too."""

PLACE = r"(?P<token>[0-9a-f]{12}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<from>\d{1,9}):(?P<to>\d{1,9})"
"""How a place is written in a custom id; the last two are 0 where nothing was said."""

ARTICLE = r"(?P<token>[0-9a-f]{12})(?::(?P<user>\d{1,20}))?"
"""An article in a custom id, and who added it where they may do more with it for that."""

OPENED_ARTICLE = rf"article:{ARTICLE}"
"""A line of a menu that opens an article, with who has just added it."""

OPENED_PERSON = r"person:(?P<token>[0-9a-f]{12})?:(?P<name>.{1,80})"
"""A line of a menu that opens what a person said, in one article alone where that is given."""

_NAME = 80

MORE = rf"{PREFIX}:more:{PLACE}(?::(?P<user>\d{{1,20}}))?"
TURN = (
    rf"{PREFIX}:turn:(?P<home>[0-9a-f]{{1,16}}):(?P<spoken>[a-z]{{2}})(?P<way>[-+])(?P<places>(?:[\w-]{{24}}){{0,3}})"
)

_TOKEN, _OFFSET = 6, 3  # bytes
_PACKED = 24  # characters of a packed place
_EACH = 3  # places in one id


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage stands, as a button knows it; `content` are the bounds of what was said in it."""

    token: str
    span: Span
    content: Span | None

    def __str__(self) -> str:
        """Write it as a part of a custom id."""
        return ":".join((self.token, *map(str, self._offsets())))

    @classmethod
    def of(cls, passage: Passage) -> "PassagePlace":
        """Give where a passage stands."""
        return cls(article_token(passage.article_id), passage.span, passage.content)

    @classmethod
    def read(cls, match: re.Match[str]) -> "PassagePlace | None":
        """Read what `PLACE` matched; None where there can be no such passage."""
        return _made(match["token"], *(int(match[name]) for name in ("start", "end", "from", "to")))

    def packed(self) -> str:
        """Write it as 24 characters."""
        offsets = b"".join(number.to_bytes(_OFFSET, "big") for number in self._offsets())
        return base64.urlsafe_b64encode(bytes.fromhex(self.token) + offsets).decode()

    def _offsets(self) -> tuple[int, int, int, int]:
        content = self.content or Span(0, 0)
        return self.span.start, self.span.end, content.start, content.end


def _made(token: str, start: int, end: int, low: int, high: int) -> PassagePlace | None:
    return PassagePlace(token, Span(start, end), Span(low, high) if low < high else None) if start < end else None


@dataclass(frozen=True, slots=True)
class Turning:
    """The passages of an answer, best first, and which of them is shown.

    Attributes
    ----------
    home : int
        The server whose answer it is; 0 for none.
    spoken : str
        The language of the reply, by its two letters.
    at : int
        Place of the passage shown.
    """

    home: int
    spoken: str
    places: tuple[PassagePlace, ...]
    at: int = 0

    def ids(self) -> tuple[str, str]:
        """Give the custom ids that lead back and on; they stay the same whichever passage is shown."""
        packed = [place.packed() for place in self.places]
        parts = (("-", packed[:_EACH]), ("+", packed[_EACH:]))
        back, on = (f"{PREFIX}:turn:{self.home:x}:{self.spoken}{way}{''.join(some)}" for way, some in parts)
        return back, on

    @classmethod
    def read(cls, custom_ids: Iterable[str]) -> "Turning | None":
        """Read the ids of a message's buttons; None where they are not those of an answer."""
        turners: list[re.Match[str]] = []
        shown: list[PassagePlace | None] = []
        for custom_id in custom_ids:
            if found := re.fullmatch(TURN, custom_id):
                turners.append(found)
            elif found := re.fullmatch(MORE, custom_id):
                shown.append(PassagePlace.read(found))
        if len(turners) != 2 or turners[0]["home"] != turners[1]["home"]:
            return None
        places = _unpacked("".join(turner["places"] for turner in turners))
        if len(shown) != 1 or shown[0] is None or shown[0] not in places:
            return None
        return cls(int(turners[0]["home"], 16), turners[0]["spoken"], places, places.index(shown[0]))


def _unpacked(text: str) -> tuple[PassagePlace, ...]:
    """Read packed places, as far as they can be any."""
    found = []
    for at in range(0, len(text), _PACKED):
        try:
            raw = base64.b64decode(text[at : at + _PACKED], altchars=b"-_", validate=True)
        except binascii.Error:
            return ()
        ends = range(_TOKEN, len(raw), _OFFSET)
        place = _made(raw[:_TOKEN].hex(), *(int.from_bytes(raw[end : end + _OFFSET], "big") for end in ends))
        if place is None:
            return ()
        found.append(place)
    return tuple(found)


def person_value(name: str, token: str = "") -> str | None:
    """Write a person as a line of a menu has it, see `OPENED_PERSON`; None where there is no room for the name."""
    fits = name and len(name) <= _NAME and name.isprintable() and name == name.strip()
    return f"person:{token}:{name}" if fits else None


def places_of(passages: Sequence[Passage]) -> tuple[PassagePlace, ...]:
    """Give where passages stand, each once."""
    return tuple(dict.fromkeys(map(PassagePlace.of, passages)))

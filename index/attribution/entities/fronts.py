"""What stands before somebody's name among the same capitals: a title, a position, an outlet, a post, a seat."""

import re

from index.attribution.entities.runs import Run
from index.text.given_names import EITHER, GIVEN_NAMES
from index.text.mens_names import MALE
from index.text.organisations import KNOWN_ORGANISATIONS, ORG_HEADS
from index.text.outlets import OUTLET_HEADS, OUTLETS
from index.text.places import PLACE_HEADS, PLACES
from index.text.roles import GROUPS, HONORIFICS, ROLES, TITLES, is_title, names_person
from index.text.womens_names import FEMALE
from index.text.words import PARTICLES, SUFFIXES

_POST = re.compile(
    r"\b(?:ambassador|envoy|representative|delegate|emissary|consul|commissioner|minister)\s(?:to|in|for)\s(?:the\s)?$"
)
_FOR = re.compile(
    r"\b(?:MP|MEP|MSP|MLA|TD|attorney|lawyer|prosecutor|senator|governor|mayor|bishop|archbishop|candidate|member|minister"
    r"|president|premier|judge|sheriff)\s(?:for|of)\s(?:the\s)?(?:District\sof\s|State\sof\s)?$",
    re.IGNORECASE,
)
_FOR_REACH = 50
_CHARGE = re.compile(r"\b(?:director|head|chief|minister|secretary|dean|professor|manager)\sof\s$", re.IGNORECASE)
_POSITIONS = frozenset("qb rb fb wr te ol dl og ot de dt lb cb db ss fs gk rhp lhp".split())
_LETTERS = frozenset("fgcd")
_FULL = 4  # words of a person's name at most, and one
_JOINING = frozenset("for of without against in with and to on".split())


def name_in(run: Run, text: str) -> int:
    """The word with which a person's name begins that something else in the run stands before; 0 if nothing does."""
    return (
        _name_after_title(run.keys)
        or _name_after_position(run, text)
        or _name_after_post(run, text)
        or _name_after_seat(run, text)
    )


def outlet_before(run: Run) -> int:
    """The word after an outlet's name that a family name alone follows ("the [Daily Mail] [Ruiz] said"), or 0."""
    at = len(run.keys) - 1
    name = " ".join(run.keys[:at])
    last = run.keys[-1]
    known = at > 1 and (name in OUTLETS or "the " + name in OUTLETS)
    return at if known and last not in ORG_HEADS | OUTLET_HEADS | SUFFIXES | ROLES | GROUPS else 0


def _name_after_title(keys: tuple[str, ...]) -> int:
    """The word that follows the last title that a person's name follows; 0 if there is none."""
    if keys in KNOWN_ORGANISATIONS or _is_office(keys):
        return 0
    last = keys[-1]
    person = last not in ORG_HEADS and last not in PLACE_HEADS
    for at in range(len(keys) - 2, -1, -1):
        # Any role may be set like a title before a full name: "Ranger Tove Lindqvist".
        after = len(keys) - at - 1
        whole = after == 2 or (after == 3 and (keys[at + 2] in PARTICLES or len(keys[at + 2]) < 3))
        whole = whole and keys[at + 1] not in _JOINING  # "Doctors Without Borders"
        # "singer-guitarists", "mum-of-two"
        parts = keys[at], keys[at].rpartition("-")[2].removesuffix("s"), keys[at].partition("-of-")[0]
        named = keys[at] not in GIVEN_NAMES and keys[at + 1] in GIVEN_NAMES
        role = not ROLES.isdisjoint(parts) or (named and names_person(keys[at]))  # "Beekeeper Tom Rook"
        if role and keys[at] not in TITLES and person and whole:
            return at + 1
        if keys[max(0, at - 1) : at + 1] == ("det", "con"):
            return at + 1
        if is_title(keys[at]) and keys[at + 1] not in SUFFIXES:
            if person and keys[at + 1] != "of":
                return at + 1
            if keys[at] in HONORIFICS and at == len(keys) - 2:
                return at + 1
    return 0


def _is_office(keys: tuple[str, ...]) -> bool:
    """Whether titles only say whose office it is: "Attorney General’s Office", "Office of the Inspector General"."""
    if "office" not in keys:
        return False
    at = keys.index("office")
    owned = at > 1 and keys[at - 1] in ("’s", "'s") and keys[at - 2] in TITLES
    rest = [key for key in keys[at + 1 :] if key not in ("of", "the", "’s", "'s")]
    return owned or (at == 0 and bool(rest) and all(key in TITLES for key in rest))


def _name_after_position(run: Run, text: str) -> int:
    """The word after a player's position in capitals that two words follow: "Rovers GK [Ola Brandt]"; 0 for none."""
    at = len(run.keys) - 3
    listed = text[max(0, run.start - 2) : run.start] == ": "  # "Rovers: F [Ola Brandt]"
    position = at >= 0 and (run.keys[at] in _POSITIONS or (at == 0 and listed and run.keys[at] in _LETTERS))
    return at + 1 if position and text[run.starts[at] : run.ends[at]].isupper() else 0


def _name_after_post(run: Run, text: str) -> int:
    """The word after a place or charge that somebody has: "ambassador to [Britain] [Ana Ruiz]", "director of [Public
    Works] [Ana Ruiz]"; 0 if there is none."""
    given = len(run.keys) > 2 and not (MALE | FEMALE | EITHER).isdisjoint((run.keys[-2], *run.keys[-2].split("-")))
    if given and _CHARGE.search(text, max(0, run.start - 30), run.start):
        return len(run.keys) - 2
    if _POST.search(text, max(0, run.start - 30), run.start) is None:
        return 0
    for at in range(1, len(run.keys) - 1):
        place = " ".join(run.keys[:at])
        if place in PLACES and len(run.keys) - at < _FULL and run.keys[-1] not in ORG_HEADS | PLACE_HEADS:
            return at
    return 0


def _name_after_seat(run: Run, text: str) -> int:
    """The given name after a place that somebody speaks for: "attorney for the District of [Quay] [Ana Ruiz]", "MP for
    [Marl Heath] [Ana Ruiz]"; 0 if there is none."""
    at = len(run.keys) - 2
    if at < 1 or _FOR.search(text, max(0, run.start - _FOR_REACH), run.start) is None:
        return 0
    place = run.keys[:at]
    named = run.keys[at] in GIVEN_NAMES and run.keys[-1] not in ORG_HEADS | PLACE_HEADS | SUFFIXES
    return at if named and place[-1] not in GIVEN_NAMES and GIVEN_NAMES.isdisjoint(place[:1]) else 0

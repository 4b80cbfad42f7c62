"""Runs of capitalised words, and those joined that are one name: "Bank" and "of England"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.text.given_names import GIVEN_NAMES
from index.text.organisations import ORG_HEADS
from index.text.places import NATIONALITIES, PLACES
from index.text.roles import CABINET, TITLES


@dataclass(slots=True)
class Run:
    """Capitalised words in a row, without what only stands before a name.

    Attributes
    ----------
    starts, ends : tuple of int
        Offsets of the words, in order.
    keys : tuple of str
        The words folded.
    sentence : int
        Index of its sentence.
    initial : bool
        It opens its sentence or quotation, so that its capital proves nothing.
    headline : bool
        Its sentence is set like a title, so that no capital proves anything.
    quoted : bool
        It stands inside quotation marks.
    definite : bool
        "the" stands before it.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    sentence: int
    initial: bool
    headline: bool
    quoted: bool
    definite: bool

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.ends[-1]


_PART = re.compile(r"[^\s,&]+|&")
_LONGEST = 14  # words of a name
_ACRONYM = re.compile(r"\s\(([A-Z]{3,9})\)")
_LISTS = frozenset({", ", " and ", ", and ", " & "})
_SMALL = frozenset({"of", "the", "and", "for", "&", "on", "to", "a"})
_NICKNAME = 3  # words of a nickname in marks
_JOINS = frozenset(
    {" of ", " of the ", " for ", " for the ", " for a ", " on ", " to ", " against ", " of a ", " on the ", " at "}
)
_OWNERS = frozenset({"’s ", "'s ", "’ ", "' "})
_OWNING = frozenset("people women men children king queen st bishop citizen driver writer".split())
_SAINT = 2  # words of a saint's name
_OPENED = frozenset({' "', " “", " (", " ‘", " '"})
_CLOSED = frozenset({'" ', "” ", ") ", "’ ", "' "})
_ANDS = frozenset({" and ", " and the "})
_CALLED = frozenset(
    """
    citizens americans students veterans doctors women mothers moms physicians lawyers scientists friends parents
    families priorities reporters freedom republicans democrats conservatives catholics jews muslims christians people
    artists
    """.split()
)
_ROYAL = frozenset("king queen prince princess duke duchess count countess grand".split())
_OFFICES = frozenset("ministry department bureau office agency directorate secretariat institute faculty board".split())
_TOPICS = (
    "ion", "ity", "ies", "ment", "ture", "ics", "ship", "ance", "ing", "health", "food", "trade", "customs", "science",
)  # fmt: skip


def join(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs of one sentence (at least one), in order, with those joined that are one name."""
    out = [runs[0]]
    for right in runs[1:]:
        left = out[-1]
        if len(out) > 1 and _is_nickname(text, out[-2], left, right):
            out[-2:] = [_with_family(out[-2], right)]
            continue
        gap = text[left.end : min(right.start, left.end + 12)]
        if len(left.keys) < _LONGEST and (
            (gap in _JOINS and not right.headline and _takes(left, gap, right))
            or (gap in _OWNERS and _owns(left, gap, right))
            or (gap in _ANDS and (_adds(left, right) or _continues(text, left, right) or _doubles(left, right)))
        ):
            out[-1] = _joined(text, left, right)
        else:
            out.append(right)
    return _spelt(text, out)


def _spelt(text: str, runs: list[Run]) -> list[Run]:
    """The runs with those joined that an acronym behind them takes together: "Fish, Ports and Trade Rania (FPTR)"."""
    out: list[Run] = []
    for run in runs:
        out.append(run)
        match = _ACRONYM.match(text, run.end)
        if match is None:
            continue
        letters = match[1].lower()
        for first in range(len(out) - 2, max(-1, len(out) - 2 - len(letters)), -1):
            if text[out[first].end : out[first + 1].start] not in _LISTS:
                break
            if "".join(key[0] for one in out[first:] for key in one.keys if key not in _SMALL) == letters:
                whole = out[first]
                for other in out[first + 1 :]:
                    whole = _joined(text, whole, other)
                out[first:] = [whole]
                break
    return out


def _is_nickname(text: str, given: Run, nick: Run, family: Run) -> bool:
    """Whether a few words in marks stand inside a name: William “Bill” Tran, Ron “The Hammer” Hale."""
    before, after = (
        text[given.end : nick.start].removesuffix("The ").removesuffix("the "),
        text[nick.end : family.start],
    )
    size = len(nick.keys)
    return (size == 1 or (size <= _NICKNAME and before[-1:] in '“"')) and before in _OPENED and after in _CLOSED


def _with_family(given: Run, family: Run) -> Run:
    """The name without the nickname among its words; its text holds it."""
    return replace(
        given,
        starts=(*given.starts, *family.starts),
        ends=(*given.ends, *family.ends),
        keys=(*given.keys, *family.keys),
    )


def _takes(left: Run, gap: str, right: Run) -> bool:
    """Whether a preposition goes on inside one name: "Bank of England", "Citizens for Fair Fares"."""
    head = left.keys[-1]
    if gap == " of " and len(left.keys) == 2 and left.keys[0] in _ROYAL and len(right.keys) == 1:
        return True  # "Princess Marisa of Harth"
    if head in _CALLED and gap in (" for ", " against ", " of "):
        return len(left.keys) == 1 and (gap != " of " or head == "friends") and right.keys[0] not in GIVEN_NAMES
    if head == "journal" and gap == " of ":
        return True
    if head in ORG_HEADS:
        outward = gap in (" to ", " against ") and head not in ("party", "police")
        return outward or gap.startswith((" of", " for", " on"))
    return head in TITLES and gap == " of " and right.keys[0] in CABINET


def _owns(left: Run, gap: str, right: Run) -> bool:
    """Whether a possessive goes on inside one name: "Women's Institute", "Farmers' Union", "Sheriff's Office",
    "St Hilda's Hospital"."""
    if right.keys == ("office",) and left.keys[-1] in TITLES:
        return True
    saint = len(left.keys) == _SAINT and left.keys[0] in ("st", "saint")
    return right.keys[-1] in ORG_HEADS and (saint or left.keys[-1] in _OWNING or gap[1] == " ")


def _adds(left: Run, right: Run) -> bool:
    """Whether "and" joins topics of one name: "Securities and Exchange Commission"."""
    return (
        right.keys[-1] in ORG_HEADS
        and len(right.keys) > 1
        and (left.definite or left.keys[-1].endswith(_TOPICS))
        and left.keys[-1] not in ORG_HEADS
        and left.keys[-1] not in PLACES
        and right.keys[0] not in NATIONALITIES
    )


def _continues(text: str, left: Run, right: Run) -> bool:
    """Whether "and" joins adjectives of one name: "Center for Strategic and International Studies"."""
    inside = any(key in ("for", "of", "on") for key in left.keys)
    after = text[right.end : right.end + 6]
    return inside and left.keys[-1].endswith(("ic", "al", "an", "ary")) and not after.startswith((" said", " is"))


def _doubles(left: Run, right: Run) -> bool:
    """Whether "and" joins two charges of one office: "Ministry of Fisheries and Ports"."""
    return (
        left.keys[0] in _OFFICES
        and left.keys[1:2] in (("of",), ("for",))
        and right.keys[-1].endswith((*_TOPICS, "s"))
        and right.keys[-1] not in ORG_HEADS
        and right.keys[0] not in NATIONALITIES
        and right.keys[-1] not in PLACES
    )


def _joined(text: str, left: Run, right: Run) -> Run:
    middle = list(_PART.finditer(text, left.end, right.start))
    return Run(
        (*left.starts, *(m.start() for m in middle), *right.starts),
        (*left.ends, *(m.end() for m in middle), *right.ends),
        (*left.keys, *(m.group() for m in middle), *right.keys),
        left.sentence,
        left.initial,
        left.headline,
        left.quoted,
        left.definite,
    )

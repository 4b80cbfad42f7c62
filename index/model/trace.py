"""Where a posted quotation comes from: what `Library.trace` returns, frozen and slotted as `index.model.article`."""

from dataclasses import dataclass
from enum import StrEnum

from index.model.answer import Passage


class Likeness(StrEnum):
    """How near the posted words are to the article's.

    EXACT: every word as it stands; case, quotation marks, dashes, white space and Markdown aside.
    NEAR: but for typos, contractions, marked ellipses, or a contiguous cut at either end.
    ALTERED: recognisable, with words changed, added, moved, or dropped unmarked, so that the meaning may differ.
    CLOSEST: a paraphrase or merely related; the nearest thing there is, and no confirmation.
    """

    EXACT = "exact"
    NEAR = "near"
    ALTERED = "altered"
    CLOSEST = "closest"


class Claim(StrEnum):
    """Whether the message names whom the article names; NONE when it names nobody, or only denies."""

    NONE = "none"
    RIGHT = "right"
    WRONG = "wrong"
    UNCLEAR = "unclear"


class Change(StrEnum):
    """What became of a run of words: MISSING are stored and not posted, ADDED posted and not stored."""

    SAME = "same"
    MISSING = "missing"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words of one kind; `stored` is "" for what was added, `posted` for what is missing."""

    change: Change
    stored: str
    posted: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One quoted stretch of a message, and what the library has of it.

    Attributes
    ----------
    quoted : str
        The stretch of the message that was looked for, without its quotation marks.
    likeness : Likeness | None
        None, as `passage`, when the library does not have it.
    passage : Passage | None
        The nearest passage, with the attribution of the matched words.
    claim : Claim
    claimed : str | None
        Whom the message names, in its words; None exactly when `claim` is NONE.
    differences : tuple of Difference
        In order; the stored parts joined by spaces are the article's matched words, white space made single. Empty
        for CLOSEST and None.
    also : tuple of Passage
        Other passages with the same words, at most 3.
    """

    quoted: str
    likeness: Likeness | None
    passage: Passage | None
    claim: Claim
    claimed: str | None
    differences: tuple[Difference, ...]
    also: tuple[Passage, ...]

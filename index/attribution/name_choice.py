"""Which of several people a bare family or given name means."""

import math
from collections import Counter
from collections.abc import Sequence

from index.attribution.name_drafts import Draft, Gender, Piece
from index.text.lexicon import FEMALE_WORDS, HONORIFICS, MALE_WORDS

_MOST = 30  # bearers of one name; beyond, nobody can tell
_UNKNOWN = 50  # sentences since a mention that never was
_AHEAD = 1.25


class Chooser:
    """Gives bare names to their bearers as an article goes on.

    A name is its only bearer's; else that of the bearer whom its title fits, who was named before, who is named
    most often, or who was named just now. In doubt it is nobody's.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._seen: dict[int, int] = {}
        self._first: dict[int, int] = {}
        self._totals: Counter[int] = Counter()
        for piece in pieces:
            if piece.entity is not None:
                self._totals[id(piece.entity)] += 1
                self._first.setdefault(id(piece.entity), piece.run.sentence)

    def see(self, draft: Draft, sentence: int) -> None:
        """Note that `sentence` names `draft`."""
        self._seen[id(draft)] = sentence

    def choose(self, piece: Piece) -> Draft | None:
        """The bearer that `piece` means, or None."""
        fits = fitting(piece)
        if len(fits) > _MOST:
            return None
        if len(fits) > 1 and any(title in MALE_WORDS or title in FEMALE_WORDS for title in piece.titles):
            sure = [draft for draft in fits if draft.gender is not None]
            fits = sure if len(sure) == 1 else fits
        before = [draft for draft in fits if id(draft) in self._seen]
        fits = before or fits
        if len(fits) < 2:
            return fits[0] if fits else None
        ranked = sorted(fits, key=lambda draft: self._weight(draft, piece.run.sentence), reverse=True)
        best, second = (self._weight(draft, piece.run.sentence) for draft in ranked[:2])
        return ranked[0] if best > _AHEAD * second else None

    def _weight(self, draft: Draft, sentence: int) -> float:
        named = self._seen.get(id(draft), self._first.get(id(draft)))
        age = _UNKNOWN if named is None else abs(sentence - named)
        return math.sqrt(self._totals[id(draft)]) + 2.0 / (1 + age)


def fitting(piece: Piece) -> list[Draft]:
    """The bearers of a bare name whose gender its titles allow; a relative does not bear the office holder's title."""
    male = any(title in MALE_WORDS for title in piece.titles)
    female = any(title in FEMALE_WORDS for title in piece.titles)
    office = any(title not in HONORIFICS for title in piece.titles)
    return [
        draft
        for draft in piece.options
        if not (male and draft.gender is Gender.FEMALE)
        and not (female and draft.gender is Gender.MALE)
        and not (office and draft.kin)
    ]

"""Who of the unknown names are people: the evidence of all their occurrences together."""

import re
from collections import Counter
from collections.abc import Sequence

from index.attribution.cues import cue_acts
from index.attribution.entities.context import context_of
from index.attribution.entities.pieces import NameKind, Piece, family_key, looks_human
from index.model.article import Sentence

_NEXT = re.compile(r"[ \u00a0](?:also |then |later |has |had |have |did not |does not |never )?([a-z]+)")
_PRONOUN = re.compile(r"\b(he|she|his|her|him|himself|herself|it|its)\b")
_WHERE = (" in ", " at ", " near ", " across ")
_ENOUGH = 2  # points that make a person of a name of several words
_ENOUGH_SINGLE = 3  # and of one word
_LONGEST = 6  # words of a person's name
_REACH = 120  # characters in which "he" is looked for


def speaks(text: str, end: int) -> bool:
    """Whether a verb of saying or thinking follows a name that stops at `end`."""
    match = _NEXT.match(text, end)
    return match is not None and match[1] in cue_acts()


def decide_people(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> None:
    """Set the kind of the unknown names of several words that are people's, and look up the contexts."""
    singles: Counter[str] = Counter()
    titled: set[tuple[str, ...]] = set()
    unknown: dict[tuple[str, ...], list[Piece]] = {}
    for piece in pieces:
        if len(piece.keys) == 1:
            singles[piece.keys[0]] += 1 + speaks(text, piece.end)
        elif piece.kind is NameKind.UNKNOWN:
            unknown.setdefault(piece.keys, []).append(piece)
        if piece.titles:
            titled.add(piece.keys)
        if piece.kind is NameKind.PERSON or piece.kind is NameKind.UNKNOWN:
            sentence = sentences[piece.run.sentence].span
            piece.context = context_of(text, piece.start, piece.end, sentence.start, sentence.end)
    for keys, occurrences in unknown.items():
        if len(keys) > _LONGEST:
            continue
        score = looks_human(occurrences[0], text) + min(2, singles[family_key(keys)])
        score += 2 * any(keys[first:] in titled or keys[first : first + 1] in titled for first in range(len(keys)))
        score += 2 * any(piece.context is not None and piece.context.human for piece in occurrences)
        score += any(speaks(text, piece.end) for piece in occurrences)
        score -= 2 * any(piece.run.definite for piece in occurrences)
        score -= 2 * all(text.endswith(_WHERE, max(0, piece.start - 8), piece.start) for piece in occurrences)
        if score >= _ENOUGH:
            for piece in occurrences:
                piece.kind = NameKind.PERSON


def single_people(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> frozenset[str]:
    """Single words that speak and are "he" or "she" in the same sentence: people known by one name."""
    score: Counter[str] = Counter()
    for piece in pieces:
        if piece.entity is None and len(piece.keys) == 1 and piece.kind is NameKind.UNKNOWN and not piece.run.definite:
            key = piece.keys[0]
            score[key] += speaks(text, piece.end)
            end = min(sentences[piece.run.sentence].span.end, piece.end + _REACH)
            pronoun = _PRONOUN.search(text, piece.end, end)
            if pronoun and not any(map(str.isupper, text[piece.end : pronoun.start()])):
                score[key] += -2 if pronoun[1] in ("it", "its") else 2
    return frozenset(key for key, points in score.items() if points >= _ENOUGH_SINGLE)

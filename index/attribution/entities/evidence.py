"""Who of the unknown names are people: the evidence of all their occurrences together."""

import re
from collections import Counter
from collections.abc import Sequence

from index.attribution.entities.context import context_of
from index.attribution.entities.pieces import NameKind, Piece, family_key, looks_human
from index.model.article import Sentence
from index.text.cues import cue_acts
from index.text.given_names import GIVEN_NAMES
from index.text.organisations import COMPANY_HEADS
from index.text.outlets import OUTLET_HEADS
from index.text.words import words

_LEGAL = words("inc ltd llc llp plc corp corporation co gmbh")  # forms of companies, at the end of their names
_DESCRIBED = re.compile(
    r",[ \u00a0](?:(?:aged[ \u00a0])?\d{1,2}[,.;)]|(?:an?|the)[ \u00a0](?:[\w’'-]+[ \u00a0]){0,3}[a-z]+"
    r"(?:ist|ian|er|or|man|woman|ess|ant|mother|father|nurse|chef|judge|pilot|expert|aide|guide|cook)\b)"
)
_NEXT = re.compile(
    r"[ \u00a0](?:also |then |later |has |had |have |did not |does not |didn[’']t |doesn[’']t |never )?([a-z]+)"
)
_SAID = re.compile(r"[,”’\"'?!][”’\"']?\s([a-z]+)\s$")
_PRONOUN = re.compile(r"\b(he|she|his|her|him|himself|herself|it|its)\b")
# What companies have and people do not: "Tarn Water's managing director".
_OWNS = re.compile(
    r"[’']s?[ \u00a0](?:managing |finance |executive |commercial )?(?:directors?|chief executive|CEO|CFO|"
    r"chair(?:man|woman)?|board|shareholders|headquarters|subsidiary|customers|offices)\b"
)
_NUMBERED = re.compile(r"[ \u00a0-]?\d")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+[ \u00a0](?:[A-Z]\.[ \u00a0])?[A-Z][\w’'-]+")
_FIRST_HALF = re.compile(r"[A-Z][\w’'-]+[ \u00a0](?:of[ \u00a0]|the[ \u00a0])?[A-Z][\w’'-]+:[ \u00a0]$")
_WHERE = (" in ", " at ", " near ", " across ")
_UNDER = (" from ", " to ", " at ", " in ", " for ", " on ", " of ", " with ")
_ARTICLES = (" a ", " an ", " the ", "A ", "An ", "The ")
_ENOUGH = 2  # points that make a person of a name of several words
_ENOUGH_SINGLE = 3  # and of one word
_HALF = 40  # characters of the first half of a work's name
_LONGEST = 6  # words of a person's name
_NEAR = 60  # and in which it is a name's of several words
_REACH = 120  # characters in which "he" is looked for


def is_numbered(text: str, piece: Piece) -> bool:
    """Whether a name is that of one of several things of its kind: "Level 3", "Covid-19"."""
    return _NUMBERED.match(text, piece.end) is not None or any(map(str.isdigit, "".join(piece.keys)))


def speaks(text: str, end: int) -> bool:
    """Whether a verb of saying or thinking follows a name that stops at `end`."""
    match = _NEXT.match(text, end)
    return match is not None and match[1] in cue_acts()


def says(text: str, piece: Piece) -> bool:
    """Whether a verb of saying stands before or behind a name, after a comma too: "the owner, [Ana Ruiz], said"."""
    apposed = _is_apposed(text, piece)
    match = _SAID.search(text, max(0, piece.start - 20), piece.start)
    return speaks(text, piece.end + apposed) or (match is not None and match[1] in cue_acts())


def _is_apposed(text: str, piece: Piece) -> bool:
    return text[piece.end : piece.end + 1] == "," and text[max(0, piece.start - 2) : piece.start] == ", "


def decide_people(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece], plain: frozenset[str]) -> None:
    """Set the kind of the unknown names of several words that are people's, and look up the contexts.

    `plain` holds the words that the article has in lower case.
    """
    singles: Counter[str] = Counter()
    speaking: Counter[str] = Counter()
    titled: set[tuple[str, ...]] = set()
    unknown: dict[tuple[str, ...], list[Piece]] = {}
    for piece in pieces:
        if len(piece.keys) == 1:
            subject = speaks(text, piece.end)
            singles[piece.keys[0]] += 1 + says(text, piece)
            speaking[piece.keys[0]] += subject and not piece.run.definite
        elif piece.kind is NameKind.UNKNOWN:
            unknown.setdefault(piece.keys, []).append(piece)
        if piece.titles:
            titled.add(piece.keys)
        if piece.kind is NameKind.PERSON or piece.kind is NameKind.UNKNOWN:
            sentence = sentences[piece.run.sentence].span
            piece.context = context_of(text, piece.start, piece.end, sentence.start, sentence.end)
    for keys, occurrences in unknown.items():
        if len(keys) > _LONGEST or keys[-1] in _LEGAL:
            continue
        contexts = [piece.context for piece in occurrences if piece.context is not None]
        thing = next((context.thing for context in contexts if context.thing), "")
        score = looks_human(occurrences[0], text) + min(2, singles[family_key(keys)]) - 4 * bool(thing)
        score += 2 * any(keys[first:] in titled or keys[first : first + 1] in titled for first in range(len(keys)))
        score += 2 * any(context.human for context in contexts) or any(context.perhaps for context in contexts)
        score += any(says(text, piece) for piece in occurrences)
        if len(keys) == 2 and keys[1].isalpha() and keys[1] not in COMPANY_HEADS and plain.isdisjoint(keys):
            score += min(2, speaking[keys[0]])
        score += 2 * any(_is_described(text, piece.end) for piece in occurrences)
        score += 2 * any(_is_he_or_she(text, sentences, piece) for piece in occurrences)
        score -= 2 * any(piece.run.definite for piece in occurrences)
        score -= 4 * any(_is_second_half(text, piece) for piece in occurrences)
        score -= 3 * any(_OWNS.match(text, piece.end) is not None for piece in occurrences)
        score -= 2 * all(text.endswith(_WHERE, max(0, piece.start - 8), piece.start) for piece in occurrences)
        if thing and score < _ENOUGH:
            for piece in occurrences:
                piece.kind = NameKind.OUTLET if thing in OUTLET_HEADS else NameKind.ORGANISATION
        if score >= _ENOUGH:
            for piece in occurrences:
                piece.kind = NameKind.PERSON


def _is_second_half(text: str, piece: Piece) -> bool:
    """Whether a name stands behind the colon of a work's: "Salt Harbour: [Low Water]"."""
    before = _FIRST_HALF.search(text, max(0, piece.start - _HALF), piece.start)
    return before is not None and piece.keys[0] not in GIVEN_NAMES


def _is_described(text: str, end: int) -> bool:
    """Whether what follows a name says what somebody is: ", a geochronologist,", ", 42,"."""
    return _DESCRIBED.match(text, end) is not None


def _is_he_or_she(text: str, sentences: Sequence[Sentence], piece: Piece) -> bool:
    """Whether "he" or "she" follows before another name, in the same sentence or as the next one's first word, or the
    one's after that."""
    here = piece.run.sentence
    sentence = sentences[here].span
    if sentence.start >= piece.start - 4:
        for following in sentences[here + 1 : here + 3]:
            start, end = following.span.start, following.span.end
            if text.startswith(("He ", "She ", "His ", "Her "), start):
                return True
            if "\n" in text[sentence.end : start] or _FULL_NAME.search(text, start, end):
                break
    pronoun = _PRONOUN.search(text, piece.end, min(sentence.end, piece.end + _REACH))
    if (
        piece.run.quoted
        or pronoun is None
        or pronoun[1] in ("it", "its")
        or text.endswith(_UNDER, max(0, piece.start - 6), piece.start)
    ):
        return False
    gap = text[piece.end : pronoun.start()]
    if _is_apposed(text, piece) or gap.startswith(", who"):
        gap = gap[1:]
    return not any(map(str.isupper, gap)) and len(gap) < _NEAR and "," not in gap


def single_people(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> frozenset[str]:
    """Single words that speak and are "he" or "she" in the same sentence: people known by one name."""
    score: Counter[str] = Counter()
    for piece in pieces:
        if piece.entity is None and len(piece.keys) == 1 and piece.kind is NameKind.UNKNOWN and not piece.run.definite:
            key = piece.keys[0]
            if is_numbered(text, piece):
                continue
            speaking = speaks(text, piece.end)
            if piece.run.initial and not speaking:
                continue  # "Explaining why he left"
            score[key] += speaking
            end = min(sentences[piece.run.sentence].span.end, piece.end + _REACH)
            pronoun = _PRONOUN.search(text, piece.end, end)
            under = text.endswith((*_UNDER, *_ARTICLES), max(0, piece.start - 6), piece.start)
            if pronoun and not under and not any(map(str.isupper, text[piece.end : pronoun.start()])):
                score[key] += -2 if pronoun[1] in ("it", "its") else 2
    return frozenset(key for key, points in score.items() if points >= _ENOUGH_SINGLE)

"""Corrections applied: the speaker a moderator names, set wherever the corrected words stand again."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from index.attribution.quotations import find_quotations
from index.model.article import Act, AnnotatedArticle, Article, Attribution, ContentKind, Span
from index.model.moderation import Correction
from index.people.identity import parse_name
from index.text.folding import fold_name
from index.text.given_names import FEMALE, MALE
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS

RULE = "moderator"
"""The `Attribution.rule` of what a moderator corrected."""

_DIRECT = 0.8  # share of a passage inside quotation marks from which it is direct
_SAME = 0.5  # share of two contents, of what either has, from which one is the other newly bounded
_GENDERS = dict.fromkeys(MALE_PRONOUNS, FEMALE) | dict.fromkeys(FEMALE_PRONOUNS, MALE)  # whom it cannot mean


def occurrence_of(text: str, span: Span) -> int:
    """How often the words at `span` stand before it."""
    return text.count(text[span.start : span.end], 0, span.start)


def place_of(text: str, words: str, occurrence: int) -> Span | None:
    """Where the words stand for that time (from 0), None if they do not."""
    low = 0
    for number in count():
        at = text.find(words, low)
        if at < 0:
            return None
        if number == occurrence:
            return Span(at, at + len(words))
        low = at + len(words)
    return None


def corrected(annotated: AnnotatedArticle, corrections: Iterable[Correction]) -> AnnotatedArticle:
    """The article with each correction whose words it has; the others lie dormant."""
    for correction in corrections:
        place = place_of(annotated.article.text, correction.words, correction.occurrence)
        if place is not None:
            annotated = _apply(annotated, place, correction)
    return annotated


def _apply(annotated: AnnotatedArticle, place: Span, correction: Correction) -> AnnotatedArticle:
    there = [a for a in annotated.attributions if a.outer == place]
    if not there:
        near = max(annotated.attributions, key=lambda a: _shared(a.outer, place), default=None)
        there = [near] if near is not None and _shared(near.outer, place) >= _SAME else []
    first = there[0] if there else _added(annotated, place)
    # One answer to who said these words: another attribution of them would still show the wrong speaker.
    others = [a for a in annotated.attributions if a not in there]
    mended = replace(
        first,
        mention=first.mention if _fits(annotated.article, first, correction.speaker) else None,
        speaker=correction.speaker,
        speaker_type=correction.speaker_type,
        rule=RULE,
    )
    attributions = sorted([*others, mended], key=lambda a: (a.content[0].start, a.cue.start if a.cue else 0))
    return replace(annotated, attributions=tuple(attributions))


def _shared(one: Span, other: Span) -> float:
    """What two spans share, of what either has."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def _added(annotated: AnnotatedArticle, place: Span) -> Attribution:
    """An attribution of words that had none."""
    quoted = sum(
        max(0, min(q.span.end, place.end) - max(q.span.start, place.start))
        for q in find_quotations(annotated.article, annotated.sentences)
    )
    kind = ContentKind.DIRECT if quoted >= _DIRECT * len(place) else ContentKind.INDIRECT
    return Attribution((place,), None, None, None, None, None, kind, Act.SAID, RULE)


def _fits(article: Article, attribution: Attribution, speaker: str | None) -> bool:
    """Whether the words that name who said it can mean `speaker`: those that have a name only one of that family
    name, "he" and "she" nobody of a given name of the other gender."""
    if attribution.mention is None:
        return False
    if speaker is not None and attribution.speaker == speaker:
        return True
    mention = article.text[attribution.mention.start : attribution.mention.end]
    words = fold_name(mention).split()
    named = parse_name(speaker) if speaker is not None else None
    if named is not None and set(named.family.split()) <= {word.strip(",;:") for word in words}:
        return True
    if any(word[:1].isupper() for word in mention.split()[1:]) or (len(words) == 1 and words[0] not in _GENDERS):
        return False
    if named is None or not named.given or not words or words[0] not in _GENDERS:
        return mention[:1].islower() or (bool(words) and words[0] in {*_GENDERS, "the", "a", "an", "two", "they"})
    return named.given[0] not in _GENDERS[words[0]]

"""How near posted words are to the stored words they are aligned with, and what is different."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from index.model.article import ContentKind, Span
from index.model.trace import Change, Difference, Likeness
from index.text.tokens import GAP, Word, words_of
from index.tracing.alignment import Alignment, Step
from index.tracing.places import Place, sentence_at
from index.tracing.words import is_content, is_negation, is_number

RECOGNISED = 0.6
"""The part of the posted and of the stored words from which a quotation is recognised though altered."""
_CONTENT = 0.5  # of the posted content words
_MANY, _ALL = 8, 0.9  # posted words, and the part of them, that an exchange of two ends is told by
_CLAUSE = frozenset(",;:.!?–—")
_OPENING, _CLOSING = frozenset("“\"‘'«„"), frozenset("”\"’'»“")
_CONDITIONS = frozenset("if unless until except provided but".split())

_LEAD = 6  # words before the first matched that other posted words may stand for


@dataclass(frozen=True, slots=True)
class Match:
    """Posted words found at a place: how near, and the stored words from the first to the last of them."""

    place: Place
    likeness: Likeness | None
    matched: tuple[Word, ...]
    cost: float
    steps: tuple[Step, ...]


def compare(posted: Sequence[Word], place: Place, alignment: Alignment) -> Match:
    """Judge an alignment; likeness None where too little is the same to recognise a quotation."""
    steps = alignment.steps
    same = [step for step in steps if step.change is Change.SAME]
    matched = tuple(place.words[step.stored] for step in same)
    if not same:
        return Match(place, None, (), alignment.cost, ())
    words = [word for word in posted if word.form != GAP]
    content = sum(is_content(word.form) for word in words)
    shared = sum(is_content(word.form) for word in matched)
    clean = all(step.change is Change.SAME or step.marked for step in steps)
    first, last = matched[0], matched[-1]
    starts, ends = _starts(place, first), _ends(place, last)
    whole = (starts or _lacks_negation(place, first)) and ends
    enough = _is_enough(len(words), shared, whole=whole)
    likeness: Likeness | None = None
    if enough and clean:
        exact = all(posted[step.posted].form == place.words[step.stored].form for step in same)
        gapped = len(words) < len(posted)
        if _turned(place, first, last, starts=starts, ends=ends) or _turned_in_gap(place, steps):
            likeness = Likeness.ALTERED
        else:
            likeness = Likeness.EXACT if exact and starts and ends and not gapped else Likeness.NEAR
    elif (len(same) >= 4 and shared >= 2) or (starts and ends and len(same) >= 3 and shared):
        spanned = sum(step.stored >= 0 and not step.marked for step in steps)
        recognised = len(same) >= RECOGNISED * len(words) and len(same) >= RECOGNISED * spanned
        if (recognised and shared >= _CONTENT * content) or _reordered(words, place, steps):
            likeness = Likeness.ALTERED
    return Match(place, likeness, matched, alignment.cost, steps)


def _reordered(words: Sequence[Word], place: Place, steps: Sequence[Step]) -> bool:
    """Whether nearly all posted words stand at the place, in an order that says something else."""
    start = next(step.stored for step in steps if step.stored >= 0)
    there = Counter(word.form for word in place.words[start : start + len(words) + 2])
    alike = sum((there & Counter(word.form for word in words)).values())
    return len(words) >= _MANY and alike >= _ALL * len(words)


def _is_enough(words: int, content: int, *, whole: bool) -> bool:
    """Whether so many words, so many of them content words, can be told from words that anybody might say."""
    return bool(content) and (words >= 6 or (words >= 4 and content >= 2) or (words >= 3 and (whole or content >= 3)))


def _starts(place: Place, first: Word) -> bool:
    """Whether the word begins a sentence, a quotation, or what somebody said."""
    text = place.annotated.article.text
    before = text[max(0, first.start - 2) : first.start]
    if before and before.rstrip("*_ ")[-1:] in _OPENING and not before[-1:].isspace():
        return True
    low = _sentence(place, first).start
    return _is_blank(text[low : first.start]) or any(
        _is_blank(text[span.start : first.start]) and span.start <= first.start < span.end for span in _contents(place)
    )


def _lacks_negation(place: Place, first: Word) -> bool:
    """Whether the word comes second in its sentence, after one that denies: "Not everyone ..."."""
    before = words_of(place.annotated.article.text, _sentence(place, first).start, first.start)
    return len(before) == 1 and is_negation(before[0].form)


def _ends(place: Place, last: Word) -> bool:
    text = place.annotated.article.text
    after = text[last.end : last.end + 3].lstrip(",.!?…;:*_–—-")
    if after and after[0] in _CLOSING:
        return True
    high = _sentence(place, last).end
    return _is_blank(text[last.end : high]) or any(
        _is_blank(text[last.end : span.end]) and span.start <= last.start < span.end for span in _contents(place)
    )


def _is_blank(text: str) -> bool:
    return not any(char.isalnum() for char in text)


def _contents(place: Place) -> list[Span]:
    return [span for attribution in place.annotated.attributions for span in attribution.content if len(span) > 12]


def _sentence(place: Place, word: Word) -> Span:
    return place.annotated.sentences[sentence_at(place.annotated, word.start)].span


def _turned(place: Place, first: Word, last: Word, *, starts: bool, ends: bool) -> bool:
    """Whether a cut leaves out what turns the sense: a negation or denial before, a condition right after."""
    text = place.annotated.article.text
    low = _sentence(place, first).start
    direct = [
        span
        for attribution in place.annotated.attributions
        if attribution.kind is ContentKind.DIRECT
        for span in attribution.content
        if span.start <= first.start < span.end
    ]
    if direct:
        low = max(low, direct[0].start)
    if _negated(text, low, first.start):
        return True
    if ends:
        return False
    after = words_of(text, last.end, _sentence(place, last).end)[:1]
    return any(is_negation(word.form) or word.form in _CONDITIONS for word in after) and not (
        after and after[0].form == "but" and starts
    )


def _negated(text: str, low: int, high: int) -> bool:
    """Whether a negation stands before `high` with no clause between."""
    for word in reversed(words_of(text, low, high)):
        if any(char in _CLAUSE for char in text[word.end : high]):
            return False
        if is_negation(word.form):
            return True
    return False


def _turned_in_gap(place: Place, steps: Sequence[Step]) -> bool:
    """Whether an ellipsis stands for a negation of what comes after it."""
    text = place.annotated.article.text
    runs = [(gap, list(group)) for gap, group in groupby(steps, key=lambda step: step.marked)]
    for (gap, left_out), (_, after) in pairwise(runs):
        high = next((place.words[step.stored].start for step in after if step.stored >= 0), None)
        if gap and high is not None and _negated(text, place.words[left_out[0].stored].start, high):
            return True
    return False


def turns(match: Match, posted: Sequence[Word]) -> bool:
    """Whether a negation or a number is among what differs, or a cut is all, so that no report may put it so."""
    changed = [step for step in match.steps if step.change is not Change.SAME and not step.marked]
    words = [match.place.words[step.stored] for step in changed if step.stored >= 0]
    words += [posted[step.posted] for step in changed if step.posted >= 0]
    return not words or any(is_negation(word.form) or is_number(word.form) for word in words)


def differences(posted: Sequence[Word], message: str, match: Match) -> tuple[Difference, ...]:
    """Runs of like changes in order; words are shown as they are written."""
    text = match.place.annotated.article.text
    found = []
    for change, group in groupby(match.steps, key=lambda step: step.change):
        run = list(group)
        stored_places = dict.fromkeys(step.stored for step in run if step.stored >= 0)
        posted_places = dict.fromkeys(step.posted for step in run if step.posted >= 0)
        stored = " ".join(_verbatim(text, match.place.words[at]) for at in stored_places)
        shown = " ".join(_verbatim(message, posted[at]) for at in posted_places)
        found.append(Difference(change, stored, shown))
    if found and found[0].change is Change.ADDED:
        led = _lead(match)
        if led:
            stored = " ".join(_verbatim(text, word) for word in led)
            found[0] = Difference(Change.REPLACED, stored, found[0].posted)
    return tuple(found)


def _lead(match: Match) -> tuple[Word, ...]:
    """The stored words from their sentence's or quotation's beginning to the first matched, if they are few: what
    the first posted words were put in place of."""
    words = match.place.words
    first = next((step.stored for step in match.steps if step.stored >= 0), 0)
    for at in range(first - 1, max(-1, first - 1 - _LEAD), -1):
        if _starts(match.place, words[at]):
            return words[at:first]
    return ()


def _verbatim(text: str, word: Word) -> str:
    """The word with the marks that touch it."""
    start, end = word.start, word.end
    while start > 0 and not text[start - 1].isspace() and not text[start - 1].isalnum():
        start -= 1
    if start > 0 and text[start - 1].isalnum():
        start = word.start  # the marks between two words go with the first
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return text[start:end]

"""Passages: a sentence widened to the quotation it belongs to, or to the sentence that answers it, with the attribution
that fits the question best."""

import re
from collections.abc import Callable, Collection, Sequence

from index.model.answer import Passage
from index.model.article import AnnotatedArticle, Attribution, ContentKind, ParagraphKind, Sentence, Span
from index.ranking.context import is_heading
from index.text.terms import stems_of

LONGEST = 600
"""Code points of a passage of several sentences at most."""

_SPEAKER = 2.0
_NAMED = 0.5
# The start of a sentence that gives the reason for the one before.
_REASON = re.compile(
    r"[\s“„«\"'‘]*(?:because\b|(?:that|this|it)(?:[’']s| is| was)(?: \w+)? because\b"
    r"|the (?:\w+ )?(?:reason|explanation)\b(?! (?:why|that|for|to)\b))",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[\"”’'»]*$")


def show(
    annotated: AnnotatedArticle,
    place: int,
    said_in: Callable[[int], Sequence[Attribution]],
    stems: Collection[str],
    *,
    reasons: bool = False,
) -> tuple[Span, Attribution | None]:
    """What to show for the sentence at `place`, and the attribution that fits the question's stems best.

    The sentence is widened as by `widen`, and to the next one where that is its answer: behind a question or a colon,
    and, where `reasons` are asked for, where it gives one; never to what somebody else said.

    Parameters
    ----------
    said_in : callable
        Gives the attributions of a sentence by its place.
    """
    sentences = annotated.sentences
    best = choose(annotated, sentences[place], said_in(place), stems)
    span = widen(annotated, place, best)
    last = place
    while last + 1 < len(sentences) and sentences[last + 1].span.start < span.end:
        last += 1
    if not _goes_on(annotated, last, reasons=reasons):
        return span, best
    told = said_in(last + 1)
    after = choose(annotated, sentences[last + 1], told, stems)
    if best is not None and told and not any(same_speaker(best, other) for other in told):
        return span, best
    whole = Span(span.start, widen(annotated, last + 1, best or after).end)
    if len(whole) > LONGEST:
        whole = Span(span.start, sentences[last + 1].span.end)
    return (whole, best or after) if len(whole) <= LONGEST else (span, best)


def same_speaker(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions are of one speaker whom the article names."""
    return one is other or (one.speaker is not None and one.speaker == other.speaker)


def _goes_on(annotated: AnnotatedArticle, place: int, *, reasons: bool) -> bool:
    """Whether the sentence behind the one at `place` is its answer or, where that is asked for, its reason."""
    sentences, text = annotated.sentences, annotated.article.text
    if place + 1 == len(sentences) or not sentences[place].kind is sentences[place + 1].kind is ParagraphKind.BODY:
        return False
    here, there = sentences[place].span, sentences[place + 1].span
    if text[here.start : here.end].endswith(":"):
        return not is_heading(annotated, place + 1)
    if "\n" in text[here.end : there.start]:
        return False
    if reasons and _REASON.match(text, there.start, there.end):
        return True
    ends_asking = _ASKS.search(text, here.start, here.end) is not None
    return ends_asking and _ASKS.search(text, there.start, there.end) is None


def choose(
    annotated: AnnotatedArticle, sentence: Sentence, attributions: Sequence[Attribution], stems: Collection[str]
) -> Attribution | None:
    """The attribution of a sentence that fits a question's stems best: by the words of its content, its speaker's
    name, and how much of the sentence it covers; the first of equals."""
    best: tuple[float, Attribution] | None = None
    for attribution in attributions:
        words: set[str] = set()
        covered = 0
        for content in attribution.content:
            low, high = max(content.start, sentence.span.start), min(content.end, sentence.span.end)
            if low < high:
                words.update(stems_of(annotated.article.text[low:high]))
                covered += high - low
        score = len(words.intersection(stems)) + covered / len(sentence.span)
        if attribution.speaker is not None:
            name = stems_of(attribution.speaker)
            score += _NAMED + _SPEAKER * bool(name and name[-1] in stems)
        if best is None or score > best[0]:
            best = score, attribution
    return best[1] if best else None


def widen(annotated: AnnotatedArticle, place: int, attribution: Attribution | None) -> Span:
    """The sentence at `place`, with those around it over which the same quotation runs, also behind "he said"; if these
    have more than `LONGEST` code points together with those over which its unbroken content runs, or else by itself."""
    sentence = annotated.sentences[place].span
    if attribution is None:
        return sentence
    run = next((c for c in attribution.content if c.overlaps(sentence)), None)
    if run is None:
        return sentence
    quoted = attribution.content if attribution.kind is ContentKind.DIRECT else (run,)
    for contents in (quoted, (run,)):
        whole = _run(annotated, place, contents)
        if len(whole) <= LONGEST:
            return whole
    return sentence


def _run(annotated: AnnotatedArticle, place: int, contents: Sequence[Span]) -> Span:
    """The sentences without a gap around the one at `place` that share something with one of the contents; headings end
    them, in quotation marks too."""
    sentences = annotated.sentences

    def runs(at: int) -> bool:
        shares = 0 <= at < len(sentences) and any(content.overlaps(sentences[at].span) for content in contents)
        return shares and not is_heading(annotated, at)

    first = last = place
    while runs(first - 1):
        first -= 1
    while runs(last + 1):
        last += 1
    return Span(sentences[first].span.start, sentences[last].span.end)


def passage(
    annotated: AnnotatedArticle,
    span: Span,
    attribution: Attribution | None,
    score: float,
    context: tuple[Span, ...] = (),
) -> Passage:
    """The passage at `span`, verbatim, with its context."""
    article = annotated.article
    mention = attribution.mention if attribution else None
    return Passage(
        article.id,
        article.title,
        article.outlet,
        article.authors,
        article.url,
        article.published,
        span,
        article.text[span.start : span.end],
        attribution.speaker if attribution else None,
        attribution.speaker_type if attribution else None,
        article.text[mention.start : mention.end] if mention else None,
        attribution.outlet if attribution else None,
        attribution.kind if attribution else None,
        attribution.act if attribution else None,
        score,
        content=attribution.outer if attribution else None,
        context=context,
        context_text=texts_at(annotated, context),
        from_feed=article.from_feed,
    )


def texts_at(annotated: AnnotatedArticle, spans: Sequence[Span]) -> tuple[str, ...]:
    """What stands at each of the spans, verbatim."""
    return tuple(annotated.article.text[span.start : span.end] for span in spans)

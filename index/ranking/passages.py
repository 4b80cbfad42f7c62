"""Passages: a sentence widened to the quotation it belongs to, with the attribution that fits the question best."""

from collections.abc import Collection, Sequence

from index.model.answer import Passage
from index.model.article import AnnotatedArticle, Attribution, Sentence, Span
from index.text.terms import stems_of

LONGEST = 600
"""Code points of a passage of several sentences at most."""

_SPEAKER = 2.0
_NAMED = 0.5


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
    """The sentence at `place`, with the sentences around it that the same unbroken content runs over, if together
    they have at most `LONGEST` code points."""
    sentence = annotated.sentences[place].span
    if attribution is None:
        return sentence
    run = next((c for c in attribution.content if c.start < sentence.end and sentence.start < c.end), None)
    if run is None or sentence.holds(run):
        return sentence
    first = last = place
    while first > 0 and annotated.sentences[first - 1].span.end > run.start:
        first -= 1
    while last + 1 < len(annotated.sentences) and annotated.sentences[last + 1].span.start < run.end:
        last += 1
    whole = Span(annotated.sentences[first].span.start, annotated.sentences[last].span.end)
    return whole if len(whole) <= LONGEST else sentence


def passage(annotated: AnnotatedArticle, span: Span, attribution: Attribution | None, score: float) -> Passage:
    """The passage at `span`, verbatim."""
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
    )

"""Context: the sentences beside a passage that it can't be understood without."""

import re
from bisect import bisect_left
from collections.abc import Collection

from index.model.article import AnnotatedArticle, Attribution, ParagraphKind, Sentence, Span
from index.ranking.dependence import MARKS, depends, has_name
from index.text.terms import terms_of

MOST = 400
"""Code points of a passage's context together at most."""

_SENTENCES = 2  # of a context at most
_REACH = 8  # sentences before a passage among which they are looked for
_HEADING = 60  # code points of a line that is no sentence but names those below it
_SAID = 4  # words of a line that may be a sentence
_LEFT_OUT = 0.5  # share of a headline's words that the lead may do without to tell the same
_ENDS = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")
_THE = re.compile(r"the (?P<noun>[a-z]{3,}(?:-[a-z]+)*)(?=,| [a-z]+(?:ed|s|d|n|ld)?\b)", re.IGNORECASE)
_OPENING = re.compile(MARKS)


def context_of(annotated: AnnotatedArticle, span: Span, attribution: Attribution | None) -> tuple[Span, ...]:
    """The sentences that the passage at `span`, shown with that attribution, can't be understood without, in the order
    of the text; at most two, together of at most `MOST` code points, none inside the passage. None if it is clear."""
    sentences = annotated.sentences
    first = bisect_left(sentences, span.start, key=lambda sentence: sentence.span.end - 1)
    if first == len(sentences) or sentences[first].kind is not ParagraphKind.BODY or is_heading(annotated, first):
        return ()
    before = _before(annotated, first)
    introduction = None
    if not depends(annotated, span, attribution) and not _answers(annotated, first, before):
        introduction = _introduction(annotated, span, attribution, before)
        if introduction is None:
            return ()
    return _chosen(annotated, [introduction] if introduction is not None else before)


def is_heading(annotated: AnnotatedArticle, place: int) -> bool:
    """Whether the sentence at `place` is a line by itself that names what stands below it."""
    span = annotated.sentences[place].span
    if len(span) > _HEADING or place + 1 == len(annotated.sentences):
        return False
    text = annotated.article.text
    alone = "\n" in text[max(0, span.start - 1) : span.start] and "\n" in text[span.end : span.end + 1]
    words = text[span.start : span.end]
    return alone and (not _ENDS.search(words) or len(words.split()) < _SAID)


def _asks_alone(annotated: AnnotatedArticle, place: int) -> bool:
    """Whether the sentence at `place` is a question that is a line by itself: what stands below it answers it."""
    span, text = annotated.sentences[place].span, annotated.article.text
    alone = "\n" in text[max(0, span.start - 1) : span.start] and "\n" in text[span.end : span.end + 1]
    return alone and text[span.start : span.end].endswith("?") and place + 1 < len(annotated.sentences)


def below(annotated: AnnotatedArticle, place: int, stems: Collection[str]) -> int:
    """The place of the sentence to show for the one at `place`: for a heading, or a line that asks, the sentence below
    it; for a headline the lead, if that tells the same with all those of the question's stems that the headline has;
    itself for any other."""
    sentences, text = annotated.sentences, annotated.article.text
    if sentences[place].kind is ParagraphKind.HEADLINE:
        lead = _lead(sentences)
        if lead is None or lead < place:
            return place
        head, first = (
            {term.stem for term in terms_of(text[s.span.start : s.span.end]) if not term.stop}
            for s in (sentences[place], sentences[lead])
        )
        left_out = head - first
        told = len(left_out) <= _LEFT_OUT * len(head) and not any(stem.isdigit() for stem in left_out)
        return lead if told and left_out.isdisjoint(stems) else place
    heads = sentences[place].kind is ParagraphKind.BODY and (
        is_heading(annotated, place) or _asks_alone(annotated, place)
    )
    under = sentences[place + 1] if heads else None
    return place + 1 if under and under.kind is ParagraphKind.BODY and not is_heading(annotated, place + 1) else place


def _before(annotated: AnnotatedArticle, first: int) -> list[int]:
    """Places of the sentences before one, nearest first: those of the body, without headings."""
    found: list[int] = []
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if annotated.sentences[place].kind is ParagraphKind.BODY and not is_heading(annotated, place):
            found.append(place)
        if len(found) == _SENTENCES:
            break
    return found


def _answers(annotated: AnnotatedArticle, first: int, before: list[int]) -> bool:
    """Whether the sentence before asks what the passage answers: in its paragraph, or as a paragraph of its own."""
    if not before:
        return False
    text, asked = annotated.article.text, annotated.sentences[before[0]].span
    if not text[asked.start : asked.end].rstrip("\"”’' ").endswith("?"):
        return False
    start = annotated.sentences[first].span.start
    alone = asked.start == 0 or text[asked.start - 1] == "\n"
    return text.count("\n", asked.end, start) == 0 or alone


def _introduction(
    annotated: AnnotatedArticle, span: Span, attribution: Attribution | None, before: list[int]
) -> int | None:
    """The place of the sentence before that has "a man", where the passage begins with "the man"."""
    text = annotated.article.text
    opening = _OPENING.match(text, span.start)
    found = _THE.match(text, opening.end() if opening else span.start)
    if found is None or (
        attribution is not None
        and attribution.speaker is not None
        and attribution.mention is not None
        and attribution.mention.start <= found.start("noun") < attribution.mention.end
    ):
        return None
    introduced = re.compile(rf"\b(?:a|an|one|another)\s(?:[\w-]+\s){{0,3}}{re.escape(found['noun'])}\b", re.IGNORECASE)
    for place in before:
        earlier = annotated.sentences[place].span
        if introduced.search(text, earlier.start, earlier.end):
            return place
    return None


def _chosen(annotated: AnnotatedArticle, before: list[int]) -> tuple[Span, ...]:
    """Of the sentences before, the nearest; where that depends on another itself, this too, or else the lead."""
    sentences = annotated.sentences
    if not before or len(sentences[before[0]].span) > MOST:
        return ()
    chosen = [before[0]]
    nearest = sentences[before[0]].span
    if depends(annotated, nearest, None) and not has_name(annotated.article.text[nearest.start : nearest.end]):
        second = before[1] if len(before) > 1 else None
        if second is not None and depends(annotated, sentences[second].span, None):
            second = _lead(sentences)
        if second is not None and second < before[0]:
            together = len(sentences[before[0]].span) + len(sentences[second].span)
            chosen += [second] if together <= MOST else []
    return tuple(sorted(sentences[place].span for place in chosen))


def _lead(sentences: tuple[Sentence, ...]) -> int | None:
    """The place of the first sentence of the body."""
    return next((at for at, sentence in enumerate(sentences) if sentence.kind is ParagraphKind.BODY), None)

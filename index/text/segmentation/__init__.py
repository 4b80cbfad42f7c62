"""Sentences: rules of newsroom prose for the marks that may end one, inside each paragraph.

A stop ends a sentence where a new one may begin behind it, unless it belongs to an abbreviation, an ellipsis or an
enumeration, or a reporting clause ("asked Brandt") still belongs to the quotation that it closes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from index.model.article import Article, ParagraphKind, Sentence, Span
from index.text.segmentation.stops import ends_sentence, find_stops

_CREDIT = re.compile(
    r"(?<=[.!?…”\"])\s+(\((?:[^()]*\b(?:Photo|Picture|Image|Getty|AP|AFP|Reuters|PA|EPA)\b[^()]*|[^()]{2,40}/[^()]{2,60})\)"
    r"|(?:Photo|Photograph|Picture|Image|Credit)(?:\s+(?:by|credit))?:?\s[^.]{2,80}\.?|[—–-]\s?[^.]{2,60}/[^.]{2,60})\s*$"
)
_MARKS = 60_000  # full stops and the like of an article that are weighed; 2 MB of news have 20,000
_MOST = 4_000  # code points of a sentence, about three times what the longest in prose has


def split_sentences(article: Article, most: int | None = None) -> tuple[Sentence, ...]:
    """All sentences of `article`, in order and disjoint, each inside one paragraph and of its kind.

    Where marks stand far denser than in prose, those at the end are not looked at one by one.
    Together they hold every paragraph's text but the white space between them. Linear in the length of the text, or of
    what the first `most` sentences take of it, where there are no more wanted.
    """
    marks = _Marks(_MARKS)
    found = (
        Sentence(Span(start, end), paragraph.kind)
        for paragraph in article.paragraphs
        for whole in _split(article.text, paragraph.span, paragraph.kind, marks)
        for start, end in _parted(article.text, *whole)
    )
    return tuple(islice(found, most))


@dataclass(slots=True)
class _Marks:
    """How many marks that may end a sentence are still to be looked at in an article."""

    left: int

    def spend(self) -> bool:
        """Whether one more may be looked at."""
        self.left -= 1
        return self.left >= 0


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted at white space where it has more than `_MOST` code points: what is ranked, compared and shown
    by the sentence costs as much as the longest."""
    while end - start > _MOST:
        stretch = text[start : start + _MOST]
        head = (stretch.rsplit(maxsplit=1) or [stretch])[0] if not text[start + _MOST].isspace() else stretch.rstrip()
        yield start, start + len(head)
        start += len(head)
        while text[start].isspace():
            start += 1
    yield start, end


def _split(text: str, span: Span, kind: ParagraphKind, marks: _Marks) -> Iterator[tuple[int, int]]:
    if kind is ParagraphKind.CAPTION:
        credit = _CREDIT.search(text[span.start : span.end])
        if credit is not None:
            yield from _split(text, Span(span.start, span.start + credit.start()), ParagraphKind.BODY, marks)
            low = span.start + credit.start(1)
            yield low, low + len(credit.group(1).rstrip())
            return
    start = span.start
    for stop in find_stops(text, span):
        if not marks.spend():
            break
        if stop.following >= span.end:
            break
        if ends_sentence(text, start, stop, span.end):
            yield start, stop.end
            start = stop.following
    if start < span.end:
        yield start, start + len(text[start : span.end].rstrip())

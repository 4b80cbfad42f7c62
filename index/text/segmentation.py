"""Sentences: Punkt with newsroom parameters of our own, inside each paragraph.

Punkt is Kiss and Strunk's algorithm ("Unsupervised Multilingual Sentence Boundary Detection", 2006) as NLTK has it;
nothing is downloaded, the abbreviations are given here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from index.model.article import Article, ParagraphKind, Sentence, Span
from index.text.tokens import CLOSERS
from index.text.words import ABBREVIATIONS, LEADING, PLAIN_ABBREVIATIONS

# After the other abbreviations a capital may as well start a name ("U.S. Senate"), so only a frequent starter ends the
# sentence.
_STARTERS = frozenset(
    """
    the he she it they we you i in on at but and a an this that these those there his her their its our my if when while
    after before as for with from by to since although though however meanwhile then so or what who why how where one
    some many most all both no not yet still now later here nobody nothing everyone everybody neither few several
    """.split()
)
_AMBIGUOUS = re.compile(
    r"(?<![\w.-])(?P<word>[A-Za-z](?:[\w.-]{0,10}\w)?)\.(?P<closers>[’”\"')\]]*)\s+(?=[“\"‘(]*(?P<next>[A-Z][a-z]*)\b)"
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*|[a-z]")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]*([^\W\d_]+)")
_LAST_WORD = re.compile(r"(?:^|[\s“\"‘'(\[—–-])([^\W\d_][\w.-]*)\.[’”\"')\]]*$")
_ELLIPSIS = re.compile(r"[.…](?:[\s.…]|$)")
_GOES_ON = re.compile(r"[’”\"')\]]*\s+[“‘\"'(]*[a-z]")
_CREDIT = re.compile(
    r"(?<=[.!?…”\"])\s+(\((?:[^()]*\b(?:Photo|Picture|Image|Getty|AP|AFP|Reuters|PA|EPA)\b[^()]*|[^()]{2,40}/[^()]{2,60})\)"
    r"|(?:Photo|Photograph|Picture|Image|Credit)(?:\s+(?:by|credit))?:?\s[^.]{2,80}\.?|[—–-]\s?[^.]{2,60}/[^.]{2,60})\s*$"
)
_LONGEST = 20_000  # code points that Punkt sees at once; its look-behinds are linear only on shorter stretches
_MARKS = 60_000  # full stops and the like of an article that Punkt weighs; 2 MB of news have 20,000
_MOST = 4_000  # code points of a sentence, about three times what the longest in prose has


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


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

    def spend(self, stretch: str) -> bool:
        """Whether those of a stretch are no more than that."""
        self.left -= sum(map(stretch.count, ".?!"))
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
    start: int | None = None
    end = span.start
    for first, last in _pieces(text, span, marks):
        if start is not None and _ends(text, start, end, first):
            yield start, end
            start = None
        if start is None:
            start = first
        end = last
    if start is not None:
        yield start, end


def _pieces(text: str, span: Span, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Punkt's sentences of a paragraph, an over-long one in stretches cut at white space."""
    low = span.start
    while low < span.end:
        high = min(span.end, low + _LONGEST)
        if high < span.end:
            cut = max(text.rfind(" ", low, high), text.rfind("\n", low, high))
            high = cut if cut > low else high
        stretch = text[low:high]
        whole = ((0, len(stretch)),)
        for first, last in _punkt().span_tokenize(stretch) if marks.spend(stretch) else whole:
            piece = stretch[first:last]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield from _at_starters(text, low + first + lead, low + first + len(piece.rstrip()))
        low = high


def _at_starters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece cut after the abbreviations that a new sentence follows: "... at 5 p.m. The vote ..."."""
    for match in _AMBIGUOUS.finditer(text, start, end):
        if match.start() > start and _parts(match["word"], match["next"], closed=bool(match["closers"])):
            yield start, match.start() + len(match.group().rstrip())
            start = match.end()
    yield start, end


def _parts(word: str, following: str, *, closed: bool) -> bool:
    """Whether a sentence may end with the abbreviation `word` when `following` comes next.

    `closed` tells that a quotation or bracket ends with it: “No.” is then a word.
    """
    small = word.lower()
    if word in PLAIN_ABBREVIATIONS or (closed and small in PLAIN_ABBREVIATIONS):
        return True
    if small in ABBREVIATIONS:
        return (closed or small not in LEADING) and following.lower() in _STARTERS
    if _INITIALS.fullmatch(word):  # "J. K. So" is a name, "vitamin C. It" is not
        return following.lower() in _STARTERS and (len(following) > 2 or following in ("He", "It", "We"))
    return False


def _ends(text: str, start: int, end: int, following: int) -> bool:
    """Whether the piece up to `end` is a sentence, or goes on with the piece at `following`."""
    if _GOES_ON.match(text[max(start, end - 1) : following + 3].lstrip(".!?…")) and text[end - 1] != ":":
        return False  # "Why?" she asked. / waited ... and left.
    if _ELLIPSIS.match(text, following) and text[end - 1] in ".…":
        return False  # "late . . . and tired"
    if end - start <= 3 and all(char in CLOSERS or char in ".…" for char in text[start:end]):
        return False
    last = _LAST_WORD.search(text[max(start, end - 16) : end])
    if last is None or last.group(1) == "I":
        return True
    if last.group(1).lower() not in ABBREVIATIONS and not _INITIALS.fullmatch(last.group(1)):
        return True
    word = _FIRST_WORD.match(text, following)
    return word is not None and _parts(last.group(1), word.group(1), closed=text[end - 1] != ".")

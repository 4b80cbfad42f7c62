"""Quotation marks paired: which stretches of a paragraph stand between them.

Marks are hard evidence, so pairing is careful: “ ”, „ “, straight ", LaTeX's `` '', guillemets, British ‘ ’ and
straight ' are told apart from apostrophes, quotations inside quotations belong to the outer one, a quotation
that a paragraph leaves open and the next reopens is carried on, though never into another post, and an unclosed one
ends with its sentence or, at most, its paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import accumulate

from index.model.article import ANSWERABLE, Act, Article, ParagraphKind, Sentence, Span
from index.text.cues import cue_acts

_MARK = re.compile(r"[“”„«»‹›\"‘’‚'`]+")
_OPENING = frozenset("“„«‹‘`")
_CLOSING = frozenset("”»›")
_ELIDED = frozenset({"em", "n", "til", "till", "cause", "tis", "twas", "bout", "round", "cos", "un", "ere", "kay"})
_WORD = re.compile(r"\w+")
_MOST = 24_000  # marks of an article that are paired; 2 MB of news have 10,000
_CURLY = re.compile(r"[“”„]")
_HEADS = frozenset((ParagraphKind.BYLINE, ParagraphKind.DATELINE))  # of an article, or of the posts that it has
_HANGING = 3  # paragraphs in which a quotation is closed that they do not open again
_TAIL = 8  # words of ", the mayor of Lower Mill said." at most


class _Style(IntEnum):
    CURLY = 0
    STRAIGHT = 1
    LATEX = 2
    GUILLEMET = 3
    SINGLE = 4
    STRAIGHT_SINGLE = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks, the marks included.

    Attributes
    ----------
    span : Span
    paragraph : int
        Its paragraph's place in the article.
    continues : bool
        It goes on with a quotation that the paragraph before left open.
    open : bool
        No closing mark was found, or the next paragraph carries it on.
    """

    span: Span
    paragraph: int
    continues: bool
    open: bool


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    style: _Style
    opens: bool
    closes: bool
    sure: bool  # a closing mark after punctuation, which no apostrophe can be


@dataclass(slots=True)
class _Pair:
    start: int
    end: int
    style: _Style
    closed: bool


_MIXED = frozenset(
    {(_Style.CURLY, _Style.STRAIGHT), (_Style.CURLY, _Style.LATEX), (_Style.STRAIGHT, _Style.CURLY)}
)  # a mark and one of another style that some keyboards close it with
_DIRECTED = frozenset({_Style.CURLY, _Style.GUILLEMET})
_STYLES = {"“": _Style.CURLY, "”": _Style.CURLY, "„": _Style.CURLY, '"': _Style.STRAIGHT, "«": _Style.GUILLEMET,
           "»": _Style.GUILLEMET, "‹": _Style.GUILLEMET, "›": _Style.GUILLEMET, "‘": _Style.SINGLE, "’": _Style.SINGLE,
           "‚": _Style.SINGLE, "'": _Style.STRAIGHT_SINGLE}  # fmt: skip


def find_quotations(article: Article, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """All outermost quotations of the answerable paragraphs in order of appearance; disjoint, each inside one of them.

    `sentences` are those of the article. Linear in the length of its text; never raises. Of marks without end only the
    first are paired.
    """
    text = article.text
    left = _MOST
    ends = [sentence.span.end for sentence in sentences]
    heads = list(accumulate(paragraph.kind in _HEADS for paragraph in article.paragraphs))
    paragraphs = [(n, paragraph.span) for n, paragraph in enumerate(article.paragraphs) if paragraph.kind in ANSWERABLE]
    found: list[Quotation] = []
    carried: _Style | None = None
    hanging = False
    for at, (number, span) in enumerate(paragraphs):
        following = paragraphs[at + 1 : at + 1 + _HANGING]
        later = [after for place, after in following if heads[place] == heads[number]]
        reopened = _style_at(text, later[0].start) if later else None
        marks = _marks(text, span, left)
        left -= len(marks)
        if reopened is None and _closed_later(text, later):
            reopened = _Style.CURLY
        if hanging:
            marks.insert(0, _Mark(span.start, span.start, _Style.CURLY, opens=True, closes=False, sure=True))
        pairs = _pair(text, span, marks, reopened, ends)
        hanging = reopened is _Style.CURLY and text[later[0].start] not in _OPENING and bool(pairs)
        hanging = hanging and not pairs[-1].closed and pairs[-1].end == span.end
        continues = bool(carried is not None and pairs and pairs[0].start == span.start and pairs[0].style == carried)
        carried = None
        for place, pair in enumerate(pairs):
            found.append(Quotation(Span(pair.start, pair.end), number, continues and place == 0, not pair.closed))
            if not pair.closed and pair.end == span.end and pair.style == reopened:
                carried = pair.style
    return tuple(found)


def _style_at(text: str, start: int) -> _Style | None:
    """The style of the mark that a paragraph starts with, if it starts with an opening one."""
    if text.startswith(("``", "''"), start):
        return _Style.LATEX
    mark = text[start]
    return _STYLES[mark] if mark in _STYLES and mark not in "”»’" else None


def _closed_later(text: str, spans: Sequence[Span]) -> bool:
    """Whether one of the next paragraphs closes a quotation that none of them opens."""
    for span in spans:
        mark = _CURLY.search(text, span.start, span.end)
        if mark is not None:
            return mark.group() == "”" and not text[mark.start() - 1].isspace()
    return False


def _marks(text: str, span: Span, most: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for run in _MARK.finditer(text, span.start, span.end):
        if len(marks) >= most:
            break
        at = run.start()
        while at < run.end() and len(marks) < most:
            pair = text[at : at + 2]
            if pair in ("``", "''") or (pair == "’’" and text[at - 1] in ".,?!"):
                size, style = 2, _Style.LATEX
            elif text[at] == "`":
                size, style = 1, _Style.STRAIGHT_SINGLE
            else:
                size, style = 1, _STYLES[text[at]]
            before = text[run.start() - 1] if run.start() > span.start else " "
            after = text[run.end()] if run.end() < span.end else " "
            mark = _classify(text, at, size, style, before, after, run.group())
            if mark is not None:
                marks.append(mark)
            at += size
    return marks


def _classify(text: str, at: int, size: int, style: _Style, before: str, after: str, run: str) -> _Mark | None:
    """One mark seen with the characters around its run of marks; None for an apostrophe."""
    char = text[at]
    free_right = after.isspace() or not (after.isalnum() or after in "$£€#@([…")
    free_left = before.isspace() or before in "([{—–-/:" or (before in "…." and not free_right)
    if style in (_Style.SINGLE, _Style.STRAIGHT_SINGLE):
        if before.isalnum() and after.isalnum():
            return None
        if char == "‚" or (char == "‘" and (free_left or not free_right)):
            return _Mark(at, at + size, style, opens=True, closes=False, sure=False)
        opens = char not in "’‘" and free_left and not after.isspace()
        if opens or (char == "’" and free_left and not free_right):
            word = _WORD.match(text, at + size)
            elided = word is not None and (word.group().lower() in _ELIDED or word.group()[0].isdigit())
            if char == "’" or elided:
                return None
        spaced = char == "’" and at > 1 and before.isspace() and text[at - 2] in ",.?!"
        closes = (spaced or not before.isspace()) and free_right
        if not opens and not closes:
            return None
        sure = closes and (spaced or before in ".,?!…—–;:)" or len(run) > 1)
        return _Mark(at, at + size, style, opens, closes, sure)
    if char in "‹›" and before.isspace() and after.isspace():
        return None  # an arrow: Home › News
    if char in _OPENING or char in _CLOSING:
        opens = char in _OPENING
        if opens and not free_left and free_right:
            opens = False  # the German way „...“ or »...«, or typed the wrong way round
        elif not opens and before.isspace() and after.isalnum():
            opens = True
        return _Mark(at, at + size, style, opens, not opens, sure=True)
    if style is _Style.STRAIGHT and before.isdigit() and free_right and after not in ".,":
        return _Mark(at, at + size, style, opens=False, closes=True, sure=False)  # inches, unless one is open
    opens = free_left or not free_right
    closes = not before.isspace() or free_right
    opens = opens and (before.isspace() or not after.isspace())  # or spaces on both sides
    return _Mark(at, at + size, style, opens, closes, sure=True)


def _pair(text: str, span: Span, marks: list[_Mark], reopened: _Style | None, ends: Sequence[int]) -> list[_Pair]:
    """Outermost pairs of the marks of one paragraph, in order."""
    closers_left, openers_left = [0] * len(_Style), [0] * len(_Style)
    for mark in marks:
        closers_left[mark.style] += mark.closes
        openers_left[mark.style] += mark.opens
    pairs: list[_Pair] = []
    inner: list[_Pair] = []  # complete pairs inside the open one, used if that one is never closed
    stack: list[_Mark] = []
    for place, written in enumerate(marks):
        mark = written
        closers_left[mark.style] -= mark.closes
        openers_left[mark.style] -= mark.opens
        top = stack[-1] if stack else None
        if len(stack) == 1 and closers_left[stack[0].style] <= openers_left[stack[0].style]:
            mark = _closing(mark, stack[0])
        if top is not None and mark.closes and mark.style == top.style and _really_closes(marks, place, text):
            stack.pop()
            done = _Pair(top.start, mark.end, top.style, closed=True)
            if stack:
                while inner and inner[-1].start > done.start:
                    inner.pop()  # inside this one
                inner.append(done)
            else:
                pairs.append(done)
                inner.clear()
        elif (
            mark.opens
            and top is not None
            and mark.style == top.style
            and mark.style in _DIRECTED
            and (closers_left[mark.style] >= openers_left[mark.style] + 2)
        ):
            stack.append(mark)  # the same marks inside: there are closing ones for both
        elif mark.opens and (top is None or mark.style != top.style):
            single = mark.style >= _Style.SINGLE
            carried = reopened == mark.style and (mark.start == span.start or text[mark.start] in "‘'")
            wanted = closers_left[mark.style] > 0 or not single or carried
            if wanted and len(stack) < 3 and not (single and top is not None and top.style >= _Style.SINGLE):
                stack.append(mark)
        elif mark.opens and top is not None and len(stack) == 1 and mark.style < _Style.SINGLE:
            pairs.append(_unclosed(text, top, mark.start, ends))
            inner.clear()
            stack[0] = mark
        elif mark.closes and stack and mark.style == stack[0].style and mark.style < _Style.SINGLE:
            pairs.append(_Pair(stack[0].start, mark.end, mark.style, closed=True))  # an inner one was left open
            stack.clear()
            inner.clear()
    if stack:
        pairs.extend(_left_open(text, stack[0], span, reopened, inner, ends))
    return pairs


def _closing(mark: _Mark, top: _Mark) -> _Mark:
    """`mark` as one of the open mark's style, which nothing else closes, if some keyboards close that with it."""
    return replace(mark, style=top.style, opens=False) if mark.closes and (top.style, mark.style) in _MIXED else mark


def _really_closes(marks: list[_Mark], place: int, text: str) -> bool:
    """Whether a closing mark ends the quotation: a single one after a plural's s may be an apostrophe."""
    mark = marks[place]
    if mark.style < _Style.SINGLE:
        return not (
            mark.opens and text[mark.start - 1 : mark.start].isspace() and text[mark.end : mark.end + 1].isalnum()
        )
    if mark.sure or text[mark.start - 1] != "s":
        return True
    if not (text[mark.end : mark.end + 1] == " " and text[mark.end + 1 : mark.end + 2].islower()):
        return True
    for later in marks[place + 1 : place + 9]:
        if later.style == mark.style:
            if later.opens and not later.closes:
                return True
            if later.closes:
                return False
    return True


def _unclosed(text: str, mark: _Mark, limit: int, ends: Sequence[int]) -> _Pair:
    """A quotation cut off by the next opening mark: it ends with the last sentence before that."""
    last = bisect_right(ends, limit) - 1
    within = last >= 0 and ends[last] > mark.end
    end = ends[last] if within else mark.start + len(text[mark.start : limit].rstrip())
    return _Pair(mark.start, end, mark.style, closed=False)


def _left_open(
    text: str, mark: _Mark, span: Span, reopened: _Style | None, inner: list[_Pair], ends: Sequence[int]
) -> list[_Pair]:
    """What a paragraph's last unclosed mark opens: up to the paragraph's end if it is carried on or fills the
    paragraph, the complete pairs inside it if there are some, else up to the end of its sentence."""
    if mark.style == reopened:
        return [_Pair(mark.start, span.end, mark.style, closed=False)]
    if mark.start == span.start and not inner:
        return [_Pair(mark.start, _before_cue(text, mark.end, span.end), mark.style, closed=False)]
    if inner:
        return list(inner)
    if mark.style >= _Style.SINGLE:
        return []
    at = bisect_right(ends, mark.end)
    end = min(ends[at], span.end) if at < len(ends) else span.end
    return [_Pair(mark.start, _before_cue(text, mark.end, end), mark.style, closed=False)]


def _before_cue(text: str, start: int, end: int) -> int:
    """Where an unclosed quotation ends if its sentence goes on ", she said." after it; else `end`."""
    comma = text.rfind(",", start, end)
    tail = _WORD.findall(text, comma, end) if comma > start else []
    acts = cue_acts()
    return comma + 1 if 0 < len(tail) <= _TAIL and any(acts.get(w.lower()) is Act.SAID for w in tail) else end

"""Stops: the marks that may end a sentence, with the closing marks behind them, and whether they do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.model.article import Span
from index.text.segmentation.abbreviations import STARTERS, abbreviation_ends, is_abbreviation
from index.text.segmentation.tags import tag_follows
from index.text.words import PLAIN_ABBREVIATIONS

_STOP = re.compile(r"\.(?:[ \u00a0]\.(?!\.))+|[.?!…]+")
_OPENERS = re.compile(r"(?:[“”\"‘’'„‚«»‹›(\[{¿¡]|[—–―-][ \u00a0]?)*")
_BRACKETS = frozenset(")]")
_CLOSING = frozenset("”’»›")
_OPENING = frozenset("“‘„«‹")  # some close in other languages' manner: „Ja.“ and »Ja.«
_STRAIGHT = frozenset("\"'")
_NOTES = re.compile(r"(?:[ \u00a0]?\[\d{1,3}\])+(?=\s|$)")  # an encyclopaedia's: "He left.[12] She stayed."
_SPACES = " \u00a0\u2009\u202f"
_ENUMERATION = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[IVXivx]{1,5})")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")  # "iPhone sales rose."
_GLUED_WORD = re.compile(r"[A-Z][a-z’']*(?:-[A-Za-z]+)*(?=[\s,;:—–’'”\"]|[.?!](?:\s|[”\"]|$)|$)")
_DOMAINS = frozenset({"com", "net", "org", "gov", "edu", "tv", "uk", "co", "io", "js", "info"})
_NEXT = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BACK, _AHEAD = 24, 40  # code points of the longest word that is looked at before and behind a stop
# What no clause ends with, so that an ellipsis behind it is a pause.
_DANGLING = frozenset(
    """
    i we he she they the a an my your our their its and or but nor because if than of to is was were are be very so well
    um uh er oh just
    """.split()
)
_HANGING = re.compile(r"\w+[’'](?:t|m|re|ve|ll|d)|(?:it|that)[’']s")
_CLITIC = re.compile(r"[’']")


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a sentence.

    Attributes
    ----------
    start : int
        Where the mark begins.
    mark : str
        As written: ".", "?!", ". . .".
    end : int
        Behind it and the closing marks that belong to it.
    quoted : bool
        A quotation mark is among those.
    following : int
        Where what comes next begins.
    """

    start: int
    mark: str
    end: int
    quoted: bool
    following: int


def find_stops(text: str, span: Span) -> Iterator[Stop]:
    """The stops of a paragraph that white space follows, or its end, or a word that looks like a forgotten space."""
    counted, straight = span.start, 0
    for match in _STOP.finditer(text, span.start, span.end):
        straight += text.count('"', counted, match.start())
        counted = match.start()
        end = _closed(text, match.end(), span.end, straight % 2 == 1)
        quoted = any(char not in _BRACKETS and not char.isspace() for char in text[match.end() : end])
        notes = _NOTES.match(text, end, span.end)
        end = notes.end() if notes else end
        following = end
        while following < span.end and text[following].isspace():
            following += 1
        if following > end or end == span.end or _glued(text, match.start(), end, span):
            yield Stop(match.start(), match.group(), end, quoted, following)


def _closed(text: str, at: int, high: int, inside: bool) -> int:
    """The end of the closing marks from `at`; `inside` tells that an odd number of straight marks came before."""
    while at < high:
        char, after = text[at], text[at + 1 : at + 2]
        bound = at + 1 == high or not (after.isalnum() or after in _OPENING)
        if char in _CLOSING or char in _BRACKETS:
            inside = inside and char in _BRACKETS
        elif char in _OPENING and bound and after != char:
            pass
        elif char in _STRAIGHT and (bound or (char == '"' and inside)):
            inside = inside and char != '"'
        elif char in _SPACES and _spaced(text, at + 1, high, inside):
            at += 1
            inside = False
        else:
            break
        at += 1
    return at


def _spaced(text: str, at: int, high: int, inside: bool) -> bool:
    """Whether the mark at `at` closes although white space parts it from what it closes, as in « mot »."""
    if at >= high or not (at + 1 == high or text[at + 1].isspace()):
        return False
    return text[at] in "”»›" or (text[at] == '"' and inside)


def _glued(text: str, start: int, end: int, span: Span) -> bool:
    """Whether a space is missing at `end`: "It ended.The crowd left." but no address, version or abbreviation."""
    after = _OPENERS.match(text, end, span.end)
    at = after.end() if after else end
    word = _GLUED_WORD.match(text, at, min(span.end, at + _AHEAD))
    before = word_before(text, span.start, start)
    if word is None or len(before) < 2 or not before.isalpha() or not before[-1].islower():
        return False
    if before not in PLAIN_ABBREVIATIONS and is_abbreviation(before, word.group()):
        return False
    if word.group().lower() in _DOMAINS:
        return False
    if len(word.group()) == 1 and word.group() not in "AI":
        return False
    joined = text[start - len(before) - 1 : start - len(before)]
    if joined and start - len(before) > span.start and joined in "./@#_=&\\":
        return False
    return before.islower() or word.group().lower() in STARTERS


def word_before(text: str, low: int, high: int) -> str:
    """The word that ends at `high`, with the full stops and hyphens in it, or the end of a longer one."""
    at = high
    while at > max(low, high - _BACK) and (text[at - 1].isalnum() or text[at - 1] in ".-&’'"):
        at -= 1
    return text[at:high].lstrip(".-&’'")


def ends_sentence(text: str, begin: int, stop: Stop, high: int) -> bool:
    """Whether the sentence that began at `begin` ends with `stop`; `high` is its paragraph's end."""
    openers = _OPENERS.match(text, stop.following, high)
    after = openers.end() if openers else stop.following
    pause = "…" in stop.mark or (len(stop.mark) > 1 and not set(stop.mark) - set(". \u00a0"))
    if text[after : after + 1] in (".", "…"):  # "They lost. ... We won."
        return not pause and _new_after_pause(text, after, high)
    char = text[after : after + 1]
    if char.islower() and not _BRAND.match(text, after):
        return False
    if pause:
        return _ends_after_pause(text, begin, stop, after, high)
    if "?" in stop.mark or "!" in stop.mark:
        return not (stop.quoted and tag_follows(text, begin, stop.start, stop.following, high))
    if stop.start - begin < 16 and _ENUMERATION.fullmatch(text, begin, stop.start) and stop.end == stop.start + 1:
        return False
    word, following = word_before(text, begin, stop.start), _word_at(text, after, high)
    if not is_abbreviation(word, following):
        return True
    closed = stop.end > stop.start + len(stop.mark)
    return abbreviation_ends(text, begin, stop.start, word, after, following, closed=closed)


def _word_at(text: str, at: int, high: int) -> str:
    word = _NEXT.match(text, at, min(high, at + _AHEAD))
    return word.group() if word else ""


def _new_after_pause(text: str, at: int, high: int) -> bool:
    """Whether a sentence starts behind the ellipsis at `at`, which stands for what was left out between two."""
    rest = text[at : min(high, at + 12)].lstrip(".… \u00a0").lstrip("“\"‘'([—–-")
    return bool(rest) and not rest[0].islower()


def _ends_after_pause(text: str, begin: int, stop: Stop, after: int, high: int) -> bool:
    """Whether a sentence ends with an ellipsis: not where the speaker only pauses, or something is left out."""
    if stop.quoted and tag_follows(text, begin, stop.start, stop.following, high):
        return False
    spaced = stop.start > begin and text[stop.start - 1].isspace()
    before = word_before(text, begin, stop.start - spaced).lower()
    following = _word_at(text, after, high)
    if not following or not before or before in _DANGLING or _HANGING.fullmatch(before):
        return False
    if not spaced or "…." in stop.mark or stop.mark.count(".") > 3:  # a full stop is among them
        return True
    return following != "I" and _CLITIC.split(following.lower())[0] in STARTERS

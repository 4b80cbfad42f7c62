"""The posts of a live blog or a round-up: which lines say when each was written, and by whom.

Such a line is no sentence of the article: it is never answered from, and its names are nobody who is spoken of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.model.article import ParagraphKind
from index.reading.authors import authors_of
from index.reading.frontmatter import is_byline
from index.text.boilerplate import is_stamp

_CLOCK = r"(?P<hour>\d{1,2})[:.h][0-5]\d(?:[ap]m|\s[ap]m|\s?[ap]\.m\.?)?(?:\s(?:GMT|UTC|BST|[A-Z]{1,3}[DS]?T))?"
_AHEAD = re.compile(rf"^{_CLOCK}(?!\w|[:.]\d)")
_BEHIND = re.compile(rf"(?<![\w.:]){_CLOCK}$", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\d.:]){_CLOCK}", re.IGNORECASE)
_AGO = re.compile(r"\b\d{1,3}\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s?ago", re.IGNORECASE)
_HOURS = 24
_MARKS = " ,|·•–—-:[]()"
_LONGEST = 80  # code points of such a line
_FEW = 3  # posts by whose times a text is one of posts
_TWICE = 2  # bylines


def heads_of(lines: Sequence[str]) -> Mapping[int, ParagraphKind]:
    """The kinds of those of a text's `lines` that head posts, by their places; empty where it is no text of posts.

    A line of a time, with or without its day and a name, is a date line or a byline; a name beside it that stands so
    more than once is a byline, as is one after "By". A text without times is one of posts by its many bylines. Linear
    in the length of the text.
    """
    rests = {at: rest for at, line in enumerate(lines) if (rest := _beside_time(line)) is not None}
    bylines = [at for at, line in enumerate(lines) if len(line) <= _LONGEST and is_byline(line) and _names(line)]
    signed = Counter(_names(rest) for rest in rests.values() if rest)
    times = {at: rest for at, rest in rests.items() if not rest or is_byline(rest) or signed[_names(rest)] >= _TWICE}
    if len(times) < _FEW:
        return dict.fromkeys(bylines, ParagraphKind.BYLINE) if len(bylines) >= _FEW else {}
    heads = {at: ParagraphKind.BYLINE if rest else ParagraphKind.DATELINE for at, rest in times.items()}
    beside = [at for at in _beside(times, len(lines)) if len(lines[at]) <= _LONGEST and _names(lines[at])]
    written = Counter(lines[at] for at in beside)
    heads |= {at: ParagraphKind.BYLINE for at in beside if written[lines[at]] >= _TWICE}
    return heads | dict.fromkeys(bylines, ParagraphKind.BYLINE)


def kind_of_head(line: str) -> ParagraphKind | None:
    """What a line is that a page sets as the head of a post; None where it says more than a time, an age and names."""
    bare = _AGO.sub(" ", line)
    rest = _beside_time(bare)
    if rest is None and len(line) <= _LONGEST:
        rest = _WITHIN.sub(" ", bare, count=1).strip(_MARKS)
        if rest and not is_byline(rest) and not _names(rest):
            return None
    if rest is None:
        return None
    return ParagraphKind.BYLINE if rest else ParagraphKind.DATELINE


def writers_of(lines: Sequence[str], heads: Mapping[int, ParagraphKind]) -> tuple[str, ...]:
    """Who wrote posts, by their heads, in order of appearance, each once."""
    return authors_of([lines[at] for at in sorted(heads) if heads[at] is ParagraphKind.BYLINE], ())[0]


def _beside(times: Mapping[int, str], count: int) -> Iterator[int]:
    """The places of lines by which a time stands, without those of other times."""
    near = {at + step for at in times for step in (-1, 1, 2)}
    return (at for at in sorted(near - times.keys()) if 0 <= at < count)


def _names(line: str) -> tuple[str, ...]:
    """The people that a line names; none where it says more than names."""
    names, people = authors_of([line], ())
    return names if people and all(" " in name for name in names) and line.rstrip()[-1:] not in "?!…" else ()


def _beside_time(line: str) -> str | None:
    """What a line says besides a time of day and its day; None where it is no line of a time."""
    if len(line) > _LONGEST:
        return None
    if is_stamp(line):
        return ""
    bare = line.strip(" *_|·•–—-[]()")
    for clock in (_AHEAD, _BEHIND):
        found = clock.search(bare)
        if found is not None and int(found["hour"]) <= _HOURS:
            rest = (bare[: found.start()] + bare[found.end() :]).strip(_MARKS)
            if not rest or is_byline(rest) or _names(rest):
                return rest
    return None

"""What a question asks: its terms with their weights, the shapes of its asking, and what a misspelt term is for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from index.text.terms import Term, stems_of, terms_of

_SHORTEST = 5  # letters of a word that may be misspelt
_LONG = 8  # letters from which two may be wrong


def nearest_term(term: str, known: Iterable[str]) -> str | None:
    """The known term at most one edit from `term` (two from a long one) with the same first letter; None if there is
    none, or several as near."""
    if len(term) < _SHORTEST or not term.isalpha():
        return None
    reach = 1 + (len(term) >= _LONG)
    found = process.extract(
        term,
        [other for other in known if other[:1] == term[0] and abs(len(other) - len(term)) <= reach],
        scorer=Levenshtein.distance,
        score_cutoff=reach,
        limit=2,
    )
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return str(found[0][0])


# Weights of a question's terms. Fitted on the dev questions together with those of `index.ranking.scoring`.
_STOP = 0.3
_REPORTING = 0.4

_REPORTS = """
say said says saying tell told tells talk talked think thought claim claimed claims according report reported reports
call called describe described mention mentioned argue argued note noted comment statement state stated suggest explain
respond react answer complain
"""
_SAYING = re.compile(
    r"\b(?:say|said|says|tell|told|think|thinks|thought|claim|argue|describe|call|according|suggest|warn|believe|promise"
    r"|predict|respond|react|explain|complain|urge|ask|note|report|accuse|deny|denied|admit|insist|propose|defend|praise"
    r"|criticize|criticise|predict|remark|put|view|make of|feel)(?:s|ed|d|ing)?\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^\W*(?:who|whose|which\s+\w+(?:\s+\w+)?\s+(?:said|says|told|called|warned|claimed|argued))\b", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"\bhow (?:many|much|long|old|often|far|big|large)\b|\bpercent|\bwhat (?:number|share|percentage)", re.IGNORECASE
)
_TIME = re.compile(r"^\W*when\b|\bwhat (?:year|day|date|month|time)\b|\bhow long ago\b", re.IGNORECASE)


_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*){0,5}")
_OPENERS = frozenset(
    "what who whom whose when where why which how did do does is are was were has have had can could will would in on "
    "according".split()
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    Attributes
    ----------
    terms : tuple of (str, float)
        All stems, each once, with their weights, in order.
    content : tuple of (str, float)
        Those that are neither stop words nor words of asking.
    bigrams : tuple of str
        Adjacent stems joined by a space, of which at least one is no stop word.
    stems : tuple of str
        Every stem in order, for finding names.
    saying : bool
        It asks what was said, or who said it.
    who, quantity, time : bool
        It asks for a person, a number, a time.
    """

    terms: tuple[tuple[str, float], ...]
    content: tuple[tuple[str, float], ...]
    bigrams: tuple[str, ...]
    stems: tuple[str, ...]
    saying: bool
    who: bool
    quantity: bool
    time: bool


@cache
def _reporting_stems() -> frozenset[str]:
    return frozenset(stems_of(_REPORTS))


def understand(text: str, known: Callable[[str], bool], meant: Mapping[str, str] = MappingProxyType({})) -> Question:
    """Understand a question; `known` tells whether a stem is in any article, `meant` which stem a misspelt one is for.

    A question of nothing but words of asking has these as its content.
    """
    found = [replace(term, stem=meant[term.stem]) if term.stem in meant else term for term in terms_of(text)]
    weights: dict[str, float] = {}
    content: dict[str, float] = {}
    for term in found:
        weight = _weight(term)
        weights[term.stem] = max(weights.get(term.stem, 0.0), weight)
        if weight == 1.0:
            content[term.stem] = 1.0
    if not any(known(stem) for stem in content):
        content |= {t.stem: 1.0 for t in found if t.stem in _reporting_stems() and not content}
    bigrams = tuple(f"{a.stem} {b.stem}" for a, b in pairwise(found) if not (a.stop and b.stop))
    return Question(
        tuple(weights.items()),
        tuple(content.items()),
        bigrams,
        tuple(term.stem for term in found),
        bool(_SAYING.search(text)),
        bool(_WHO.search(text)),
        bool(_QUANTITY.search(text)),
        bool(_TIME.search(text)),
    )


def _weight(term: Term) -> float:
    if term.stop:
        return _STOP
    return _REPORTING if term.stem in _reporting_stems() else 1.0


def unknown_names(text: str, known: Callable[[str], bool]) -> list[str]:
    """Runs of capitalised words of which no article has the last, in order; the first word only if more follow."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        if match.start() == 0 and words[0].lower() in _OPENERS:
            words = words[1:]
        stems = [term for word in words for term in terms_of(word)]
        if words and stems and not stems[-1].stop and not known(stems[-1].stem):
            found.append(" ".join(words).removesuffix("’s").removesuffix("'s"))
    return found

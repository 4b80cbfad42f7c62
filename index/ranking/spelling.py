"""Words that no article has, taken for the nearest that one has: a question is typed in a hurry."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

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

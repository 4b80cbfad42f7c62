"""What a word of a message says: a negation, something of its own, or a slip for another word."""

from functools import cache

from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from index.text.tokens import GAP
from index.text.words import STOP_WORDS

NEGATIONS: frozenset[str] = frozenset(
    """
    not no never nobody nothing none neither nor nowhere without cannot hardly barely scarcely unless few little
    denied deny denies denying refused refuse refuses refusing declined declines rejected rejects dismissed disputed
    stopped failed fail fails lack lacks lacked
    """.split()
)
"""Words that turn the sense of what comes after them."""
_AUXILIARIES = frozenset("do does did is are was were have has had ca wo would should could must need might".split())


def is_negation(form: str) -> bool:
    """Whether a folded word turns what it stands with into its contrary."""
    return form in NEGATIONS or form.endswith("n't") or (form.endswith("nt") and form[:-2] in _AUXILIARIES)


def is_content(form: str) -> bool:
    """Whether a folded word says something of its own."""
    return form != GAP and form.replace("'", "") not in STOP_WORDS and form.partition("'")[0] not in STOP_WORDS


def is_typo(posted: str, stored: str) -> bool:
    """Whether `posted`, which is not a word that any article has, can only be a slip for `stored`.

    One edit (two in a long word) that leaves no other English word, number or negation.
    """
    if posted == stored:
        return True
    bare, meant = posted.replace("'", ""), stored.replace("'", "")
    if not bare.isalpha() or not meant.isalpha() or is_negation(posted) > is_negation(stored):
        return False
    if bare == meant:
        return True
    if bare in ("un" + meant, "in" + meant) or meant in ("un" + bare, "in" + bare):
        return False
    if len(meant) < 3 or is_english(posted) or is_english(bare):
        return False
    reach = 1 + (len(meant) >= 6)
    return OSA.distance(bare, meant, score_cutoff=reach) <= reach


@cache
def _english() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def is_english(form: str) -> bool:
    """Whether it is a common English word, or one inflected."""
    known = _english()
    return form in known or any(form.endswith(tail) and form[: -len(tail)] in known for tail in ("s", "'s"))

"""What a word of a message says: a negation, something of its own, or a slip for another word."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from index.text.chat import SPELT_OUT
from index.text.english import is_english
from index.text.tokens import GAP
from index.text.words import NUMBERS, NUMERALS, STOP_WORDS

NEGATIONS: frozenset[str] = frozenset(
    """
    not no never nobody nothing none neither nor nowhere without cannot hardly barely scarcely unless few little
    denied deny denies denying refused refuse refuses refusing declined declines rejected rejects dismissed disputed
    stopped failed fail fails lack lacks lacked
    """.split()
)
"""Words that turn the sense of what comes after them."""
_SHORTEST, _LONG = 3, 6  # letters of a word that a slip is told by, and from which two may be wrong
_AUXILIARIES = frozenset("do does did is are was were have has had ca wo would should could must need might".split())

_CLITICS = {
    "m": ("am",), "re": ("are",), "ve": ("have",), "ll": ("will", "shall"), "d": ("would", "had"), "s": ("is", "has"),
}  # fmt: skip
_SUBJECTS = frozenset("he she it that this there here what who where when how why".split())
_ALIKE = {
    "let's": ("let", "us"),
    "cannot": ("can", "not"),
    "&": ("and",),
    "percent": ("per", "cent"),
    "ok": ("okay",),
    "nobody": ("no", "one"),
}
_ALIKE |= {word: (str(number),) for word, number in NUMBERS.items()}


def is_negation(form: str) -> bool:
    """Whether a folded word turns what it stands with into its contrary."""
    return form in NEGATIONS or form.endswith("n't") or (form.endswith("nt") and form[:-2] in _AUXILIARIES)


def is_number(form: str) -> bool:
    """Whether a folded word is a number, in digits or in letters."""
    return any(character.isdigit() for character in form) or form in NUMERALS or form in NUMBERS


@cache
def long_forms(form: str) -> frozenset[tuple[str, ...]]:
    """What a folded word is short for, word by word: "isn't" for "is not", "she'd" for "she had" or "she would"."""
    if form in SPELT_OUT:
        spelt_out = tuple(SPELT_OUT[form].casefold().split())
        return frozenset({spelt_out}) if spelt_out else frozenset()
    if form in _ALIKE:
        return frozenset({_ALIKE[form]})
    if form.endswith("n't"):
        return frozenset({(form[:-3], "not")})
    head, mark, tail = form.rpartition("'")
    if not mark or (tail == "s" and head not in _SUBJECTS):
        return frozenset()
    return frozenset((head, word) for word in _CLITICS.get(tail, ()))


def is_content(form: str) -> bool:
    """Whether a folded word says something of its own."""
    return form != GAP and form.replace("'", "") not in STOP_WORDS and form.partition("'")[0] not in STOP_WORDS


class Slips:
    """Which stored words the posted words of one message can only be slips for, were they no words of any article.

    A slip is one edit (two in a long word) that leaves no other English word, number or negation. Every posted word is
    held against every stored one once, however often both come and are aligned.
    """

    def __init__(self) -> None:
        self._meant: dict[str, set[str]] = {}  # posted -> stored
        self._posted: dict[str, list[str]] = {}  # both by their letters
        self._stored: dict[str, list[str]] = {}
        self._free: list[str] = []  # posted words that are no English ones
        self._forms: set[str] = set()

    def of(self, posted: str) -> set[str]:
        """The stored words that one which was learned can be a slip for, itself aside."""
        return self._meant[posted]

    def learn(self, posted: Iterable[str], stored: Iterable[str]) -> None:
        """Hold folded words against each other, and against all that were learned before."""
        forms = {*stored} - self._forms
        words = {*posted} - self._meant.keys()
        free = [word for word in words if _letters(word).isalpha() and _is_free(word)]
        for word in words:
            self._meant[word] = set()
            self._posted.setdefault(_letters(word), []).append(word)
        for form in forms:
            self._stored.setdefault(_letters(form), []).append(form)
        for letters in {_letters(word) for word in (*words, *forms)}:
            for word in self._posted.get(letters, ()):
                for form in self._stored.get(letters, ()):
                    self._note(word, form)
        self._compare(free, self._forms)
        self._free += free
        self._forms |= forms
        self._compare(self._free, forms)

    def _compare(self, words: Sequence[str], forms: Iterable[str]) -> None:
        """Note those of `forms` that are near enough to one of `words`."""
        if not words:
            return
        by_reach: tuple[list[str], list[str]] = ([], [])
        for form in forms:
            if len(form) >= _SHORTEST:
                by_reach[len(_letters(form)) >= _LONG].append(form)
        for reach, meant in enumerate(by_reach, 1):
            if not meant:
                continue
            pair = [*map(_letters, words)], [*map(_letters, meant)]
            far = cdist(*pair, scorer=OSA.distance, score_cutoff=reach, dtype=np.uint8)
            for at, place in np.argwhere(far <= reach).tolist():
                one, other = pair[0][at], pair[1][place]
                apart = one in ("un" + other, "in" + other) or other in ("un" + one, "in" + one)
                if len(other) >= _SHORTEST and not apart:
                    self._note(words[at], meant[place])

    def _note(self, word: str, form: str) -> None:
        letters = _letters(form).isalpha() and _letters(word).isalpha()
        if word != form and letters and is_negation(word) <= is_negation(form):
            self._meant[word].add(form)


def _letters(form: str) -> str:
    return form.replace("'", "")


def _is_free(form: str) -> bool:
    """Whether a word is no English one, so that it may be a slip for another."""
    return not is_english(form) and not is_english(_letters(form))

"""Words of a question as articles spell them: misspelt, joined, parted, or others that say the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.ranking.fields import Fields
from index.ranking.segments import Vocabulary
from index.text.alike import alike
from index.text.english import is_english
from index.text.forms import forms
from index.text.given_names import GIVEN_NAMES
from index.text.organisations import ORG_HEADS
from index.text.roles import ROLES, names_person, role_of
from index.text.terms import Term, stems_of, stems_of_word, terms_of, words_in
from index.text.words import STOP_WORDS, words

_SHORTEST = 5  # letters of a word that may be misspelt
_LONG = 8  # letters from which two may be wrong
_VOWELS = frozenset("aeiouy")
_PART = 3  # letters of a part of a word that is joined of two
_ACRONYM = 3  # words of a name that goes by its initials
_LONGEST_PREFIX = 5  # letters
_PREFIXES = words("e by co re ex non pre post anti multi self mid")


def nearest_term(term: str, known: Iterable[str]) -> str | None:
    """The known term at most one edit from `term` (two from a long one) with the same first letter; None if there is
    none, or several as near."""
    reach = _reach(term)
    if not reach:
        return None
    near = [other for other in known if other[:1] == term[0] and abs(len(other) - len(term)) <= reach]
    return _nearest(_within(term, near, reach))


def _reach(term: str) -> int:
    """How many edits make a term that may be meant of this one."""
    return 1 + (len(term) >= _LONG) if len(term) >= _SHORTEST and term.isalpha() else 0


def _within(term: str, known: Sequence[str], reach: int) -> list[tuple[str, int]]:
    """The known terms at most `reach` edits from `term`, with how many, nearest first."""
    found = process.extract(term, known, scorer=OSA.distance, score_cutoff=reach, limit=None)
    return [(str(other), int(edits)) for other, edits, _ in found]


def _nearest(near: Sequence[tuple[str, int]]) -> str | None:
    """The first of them, unless it is no nearer than the second."""
    return None if not near or (len(near) > 1 and near[0][1] == near[1][1]) else near[0][0]


def is_slip(typed: str, meant: str) -> bool:
    """Whether a slip of the fingers may have made one word of another: a letter too many or too few, two swapped, or
    one vowel for another. What else differs by a letter is most often another word."""
    if len(typed) < _SHORTEST + 1:
        return False
    if len(typed) != len(meant):
        return OSA.distance(typed, meant) == 1 or len(typed) > _LONG
    wrong = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    if len(wrong) == 1:
        return len(typed) > _SHORTEST + 1 and set(wrong[0]) <= _VOWELS
    return len(wrong) == 2 and wrong[0] == wrong[1][::-1]


@cache
def _bodies() -> frozenset[str]:
    """The stems of what bodies are called."""
    return frozenset(stem for head in ORG_HEADS for stem in stems_of(head))


def _is_word(stem: str) -> bool:
    """Whether an English word has that stem, as far as words show it."""
    return any(map(is_english, (stem, stem + "e", stem.removesuffix("i") + "y")))


class Spelling:
    """Look-ups over the words of a library at one time."""

    def __init__(
        self,
        fields: Fields,
        knows: Callable[[str], bool],
        people: Callable[[], Sequence[int]],
        organisations: Callable[[], Sequence[str]],
    ) -> None:
        """`knows` tells whether an article has a stem; `people` gives the numbers of people's names, `organisations`
        the names of these, when they are first asked for."""
        self._fields = fields
        self._knows = knows
        self._people = people
        self._organisations = organisations

    def correction(self, stem: str, word: str, *, named: bool = False) -> str | None:
        """What an unknown stem is misspelt for: a word of a speaker's name, else one that a slip of the fingers makes.

        What is a given name is spelt as it is meant; so is a word for a person, unless it is made like one by a slip
        ("govenor"); and a word that names (`named`) whose words are wanted is no slip for an English word, unless that
        is what people or bodies are called: "macron" is no "macro".
        """
        near = nearest_term(stem, self._names.sized_like(stem, _reach(stem)))
        if near is not None and (word not in GIVEN_NAMES or near in GIVEN_NAMES):
            return near
        if word in GIVEN_NAMES or word in ROLES:
            return None
        near = self._nearest_of_articles(stem)
        own = near is not None and (names_person(word) or (named and near not in _bodies() and _is_word(near)))
        if near is not None and own and not role_of(near):
            return None
        return near if near is not None and is_slip(stem, near) else None

    def _nearest_of_articles(self, stem: str) -> str | None:
        """As `nearest_term` of all stems of sentences; the vocabulary has those of removed articles and titles too."""
        reach = _reach(stem)
        if not reach:
            return None
        near = _within(stem, self._fields.vocabulary.sized_like(stem, reach), reach)
        return _nearest([(other, edits) for other, edits in near if self._fields.sentences.knows(other)])

    def alike(self, text: str, meant: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Stems of a question -> the phrases that say the same and are in some article, as their stems: of a country
        its people, of short names the long ones, of words with a hyphen those without, and the other way round; their
        other forms and spellings."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        terms = [replace(term, stem=meant.get(term.stem, term.stem)) for term in terms_of(text)]
        for before, term in zip([None, *terms], terms, strict=False):
            if term.stop:
                continue
            phrases = [*alike(term.stem), *((form,) for form in forms(term.stem, term.word)), *self._parted(term)]
            if not self._knows(term.stem):
                phrases += self._initials.get(term.word, ())
            if before is not None and before.word and (not before.stop or before.word in _PREFIXES):
                phrases.append(tuple(stems_of(before.word + term.word)))
            known = tuple(dict.fromkeys(phrase for phrase in phrases if all(map(self._knows, phrase))))
            if known:
                found[term.stem] = known
        return found

    def _parted(self, term: Term) -> list[tuple[str, ...]]:
        """The stems of the two words that a word joins, if an article has these side by side."""
        for at in self._seams(term):
            stems = stems_of(term.word[:at]) + stems_of(term.word[at:])
            if len(stems) == 2 and self._fields.bigrams.knows(" ".join(stems)):
                return [tuple(stem for stem in stems if stem not in _PREFIXES)]
        return []

    def _seams(self, term: Term) -> list[int]:
        """Where a word may be joined of two: behind a prefix, before a number, anywhere if no article has it."""
        word, last = term.word, len(term.word) - _PART
        seams = [at for at in range(1, min(_LONGEST_PREFIX, last) + 1) if word[:at] in _PREFIXES]
        name = word.rstrip("0123456789")
        if name and name.isalpha() and len(name) < len(word):
            seams.append(len(name))
        if not self._knows(term.stem):
            seams += [at for at in range(_PART, last + 1) if word[:at] not in STOP_WORDS]
        return seams

    @cached_property
    def _names(self) -> Vocabulary:
        """The stems of people's names, of which many share their words."""
        words = dict.fromkeys(words_in(" | ".join(self._fields.names[number] for number in self._people())))
        return Vocabulary(dict.fromkeys(stem for word in words for stem in stems_of_word(word)))

    @cached_property
    def _initials(self) -> dict[str, tuple[tuple[str, ...]]]:
        """The initials of names of organisations of three words or more -> the stems of these."""
        found: dict[str, tuple[tuple[str, ...]]] = {}
        for name in self._organisations():
            words = [term for term in terms_of(name) if not term.stop]
            if len(words) >= _ACRONYM and all(term.capital for term in words):
                found.setdefault("".join(term.word[:1] for term in words), (tuple(term.stem for term in words),))
        return found

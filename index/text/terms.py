"""Terms: one analysis for sentences, names and questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.text.folding import unaccented
from index.text.stemmer import english_stem
from index.text.tokens import REMEMBERED
from index.text.words import STOP_WORDS

_SCALE = r"(?:million|billion|trillion|thousand|bn|tn|mn|m|k)\b"
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., p.m.
    r"|[$£€]?\d+(?:,\d{3})*(?:\.\d+)?(?:[\s-]?" + _SCALE + r")?%?"
    r"|[^\W_]+(?:[\u0300-\u036f][^\W_]*)*(?:[’'][^\W_]+(?:[\u0300-\u036f][^\W_]*)*)*"  # accents may stand apart
    r"|%"
)
_SCALED = re.compile(rf"\d\s{_SCALE}")
_BETWEEN = re.compile(rf"(?<!\d)\s+|\s+(?!{_SCALE})")
_NUMBER = re.compile(r"([$£€]?)(\d+(?:,\d{3})*(?:\.\d+)?)[\s-]?([a-z]*)(%?)")
_SCALES = {
    "thousand": "k", "k": "k", "million": "m", "mn": "m", "m": "m", "billion": "bn", "bn": "bn",
    "trillion": "tn", "tn": "tn",
}  # fmt: skip
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_COUNTRY = {"us": "u.s", "u.s": "u.s", "usa": "u.s", "u.s.a": "u.s", "uk": "u.k", "u.k": "u.k", "eu": "e.u",
            "e.u": "e.u", "un": "u.n", "u.n": "u.n"}  # fmt: skip

_NO_WORDS = frozenset({"eu", "uk", "usa"})  # of them, those that are nothing else in small letters


@dataclass(frozen=True, slots=True)
class Term:
    """A stem, whether it is a stop word, whether the word began with a capital, and the word itself, folded."""

    stem: str
    stop: bool = False
    capital: bool = False
    word: str = ""


@lru_cache(maxsize=50_000)
def _analyse(word: str) -> tuple[Term, ...]:
    stem = english_stem()
    return tuple(
        term if term.stem else Term(stem(term.word), term.stop, term.capital, term.word)
        for term in _parts.__wrapped__(word)
    )


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[Term, ...]:
    """Its terms, of which those that the stemmer has to see have no stem yet."""
    capital = word[0].isupper()
    lower = unaccented(word).lower()
    if lower[0].isdigit() or lower[0] in "$£€":
        return _number(lower)
    if lower == "%":
        return (Term("percent"),)
    bare = _POSSESSIVE.sub("", word)
    lower = _POSSESSIVE.sub("", lower).rstrip(".").replace("’", "'")
    if lower in _COUNTRY and (bare.isupper() or "." in bare or lower in _NO_WORDS):
        return (Term(_COUNTRY[lower], capital=True, word=_COUNTRY[lower]),)
    parts = [lower]
    if "'" in lower:
        head, _, tail = lower.partition("'")
        parts = [head + tail] if len(head) < 3 else [head] if len(tail) < 3 else [head, tail]
    return tuple(Term("", part in STOP_WORDS, capital, part) for part in parts if part)


def _number(word: str) -> tuple[Term, ...]:
    match = _NUMBER.fullmatch(word)
    if match is None:
        return (Term(word),)
    currency, digits, scale, percent = match.groups()
    stem = digits.replace(",", "") + _SCALES.get(scale, scale)
    terms = [Term(stem)]
    if currency:
        terms.append(Term("dollar" if currency == "$" else currency))
    if percent:
        terms.append(Term("percent"))
    return tuple(terms)


def terms_of(text: str) -> Iterator[Term]:
    """The terms of `text` in order."""
    for match in _WORD.finditer(text):
        yield from _analysed(match.group())


def unstemmed(text: str) -> Iterator[Term]:
    """The terms of `text` in order, most without a stem: a stem takes longer than all the rest."""
    for word in _WORD.findall(text):
        yield from _parts(word) if len(word) <= REMEMBERED else _parts.__wrapped__(word)


def stems_of(text: str) -> list[str]:
    """The stems of `text` in order, stop words included."""
    return [stem for word in _WORD.findall(text) for stem in stems_of_word(word)]


def words_in(text: str) -> list[str]:
    """The words of `text` in order, as they are written; its stems are those of its words."""
    return _WORD.findall(text)


def pieces_of(text: str) -> list[str]:
    """What white space parts in `text`, but for the one in "5 million": the words of each are the words of `text`."""
    return _BETWEEN.split(text.strip()) if _SCALED.search(text) else text.split()


def _analysed(word: str) -> tuple[Term, ...]:
    """The terms of a word; those of an endless one are not kept in memory."""
    return _analyse(word) if len(word) <= REMEMBERED else _analyse.__wrapped__(word)


def stems_of_word(word: str) -> tuple[str, ...]:
    """The stems of one of the words of a text."""
    return _stems(word) if len(word) <= REMEMBERED else _stems.__wrapped__(word)


@lru_cache(maxsize=50_000)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(term.stem for term in _analysed(word))

"""Abbreviations: whether a full stop belongs to the word before it alone, or ends the sentence too."""

import re

from index.text.roles import TITLES
from index.text.words import (
    ABBREVIATIONS,
    CALENDAR,
    HOURS,
    LEADING,
    MONTHS,
    NUMBERED,
    PLAIN_ABBREVIATIONS,
    SHORT_MONTHS,
    SHORT_TITLES,
    STATES,
    TRAILING,
    WEEKDAYS,
    ZONES,
    words,
)

# A capital after most abbreviations may as well start a name ("U.S. Senate"), so only a word that starts sentences
# and no name ends the one before.
STARTERS = words(
    """
    the he she it they we you i in on at but and a an this that these those there his her their its our my if when while
    after before as for with from by to since although though however meanwhile then so or what who why how where one
    some many most all both no not yet still now later here nobody nothing everyone everybody neither few several
    others much either none someone anyone something anything everything even today yesterday tomorrow tonight soon
    earlier recently moreover furthermore nevertheless nonetheless therefore thus hence instead otherwise besides indeed
    perhaps maybe eventually initially suddenly finally unfortunately according despite during under over between among
    until because once such whether asked
    """
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*|[a-z]")
_UNLISTED = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,5}")  # "Bldg.", "Cmdt.": no word has no vowel
_NUMBER = re.compile(r"[A-Z]?\d|[IVXLC]{2,}\b")
# What a letter names, rather than a person's initial: "vitamin C.", "Plan B."
_LETTERED = words(
    """
    vitamin vitamins size sizes plan grade grades type hepatitis influenza group category class section part exhibit
    appendix figure item terminal gate platform block point letter phase option team model series zone route line
    schedule unit channel level chapter division league wing ward form column row table annex bloc generation flu
    factor list series step stage an
    """
)
_ZONES = ZONES | words("eastern central pacific mountain greenwich local")
_FRONTED = words("at by around before after about until till from shortly just since between")
_OFFICIAL = words(
    "republican republicans democrat democrats democratic labour tory conservative police fire city county"
)
# What streets, schools and days are called after people: "King Jr. Day".
_NAMED_AFTER = words(
    """
    day boulevard drive avenue street road school park memorial library center centre high foundation hospital highway
    parkway way elementary middle institute award prize bridge museum university college plaza airport arena
    """
)
_PHRASE = re.compile(r"([A-Z][\w’'-]*)\s+(?:[a-z]|[\"“‘(]?[a-z])")
_SHORT_STARTERS = frozenset({"He", "It", "We", "In", "At", "On", "If", "As"})  # others this short are names: "J. So"
_QUOTED = frozenset("“\"‘'")
_FEW_WORDS, _SHORT = 5, 60  # of what may stand before the rest of a sentence, in words and code points


def is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop behind `word` may be its own; `following` is the next word, "" for none."""
    if _INITIALS.fullmatch(word) or _UNLISTED.fullmatch(word):
        return True
    part = _part(word)
    if word.isupper() and part.isalpha() and following.lower() != following and not following.isupper():
        return part in SHORT_TITLES and following.lower() not in STARTERS  # "with MS. She", "on RT. Viewers"
    return part in ABBREVIATIONS


def abbreviation_ends(text: str, begin: int, at: int, word: str, after: int, following: str, *, closed: bool) -> bool:
    """Whether the sentence from `begin` ends with the abbreviation `word` and its stop at `at`.

    `following` is the next word, "" for none, and begins at `after`. `closed` tells that a quotation or bracket ends
    with the stop: “No.” is then a word.
    """
    if len(word) == 1 and word.isupper():
        return _initial_ends(text, begin, at, word, following)
    part = _part(word)
    if part in NUMBERED and _NUMBER.match(text, after) and not closed:
        return False
    if word in PLAIN_ABBREVIATIONS or (word == "No" and (closed or at - 2 == begin)):
        return True
    if part in ABBREVIATIONS:
        return _listed_ends(text, begin, at, part, after, following, closed=closed)
    return following.lower() in STARTERS and (len(following) > 2 or following in _SHORT_STARTERS)


def _part(word: str) -> str:
    """What of a compound is abbreviated: "Lt.-Col", "D-Calif"."""
    return word.rpartition("-")[2].lower()


def _listed_ends(text: str, begin: int, at: int, part: str, after: int, following: str, *, closed: bool) -> bool:
    starts = following.lower() in STARTERS
    if part in LEADING:
        return starts and (closed or (part == "st" and text[max(begin, at - 4) : at - 3].isalpha()))
    if part in NUMBERED:
        return True
    if not following:
        return part == "etc" and not text[after : after + 1].isdigit()
    if part in HOURS:
        return not (_says_when(text, after, following) or _fronted(text, begin, at))
    if starts:
        return True
    if part in STATES and not closed:
        return _after_comma(text, begin, at, part) and _new_clause(text, after)
    return (part in TRAILING or closed or part in SHORT_MONTHS) and _new_clause(text, after)


def _says_when(text: str, after: int, word: str) -> bool:
    """Whether the hour before goes on with its day or zone: "7 p.m. Friday", "9 a.m. E.T."."""
    small = word.lower()
    if small in WEEKDAYS or small in MONTHS or small in SHORT_MONTHS or small in _ZONES:
        return True
    return len(word) == 1 and text.startswith(".", after + 1)


def _fronted(text: str, begin: int, at: int) -> bool:
    """Whether the hour stands at the head of its sentence: "At 7 p.m. Mayor Holt rose"."""
    before = text[begin:at].split(maxsplit=_FEW_WORDS) if at - begin < _SHORT else []
    return 0 < len(before) <= _FEW_WORDS and before[0].lower() in _FRONTED


def _after_comma(text: str, begin: int, at: int, part: str) -> bool:
    """Whether a state closes a place: "Tollan, Ill." A comma would stand behind it inside a sentence."""
    return text[max(begin, at - len(part) - 3) : at - len(part)].rstrip().endswith(",")


def _new_clause(text: str, after: int) -> bool:
    """Whether a sentence seems to begin at `after`: a capital and a small word, not the name of an office or place."""
    if after and text[after - 1] in _QUOTED:
        return True
    phrase = _PHRASE.match(text, after, after + 80)
    if phrase is None:
        return False
    word = phrase[1].lower()
    return not (word in TITLES or word in _OFFICIAL or word in _NAMED_AFTER or word in CALENDAR)


def _initial_ends(text: str, begin: int, at: int, word: str, following: str) -> bool:
    before = text[max(begin, at - len(word) - 24) : at - len(word)].split()
    named = before[-1].strip("“\"‘'(").lower() if before else ""
    if word == "I":
        return bool(before) and not (len(following) == 1 and following != "I")
    if named in _LETTERED:
        return len(following) != 1 or following in ("I", "A")
    return following.lower() in STARTERS and (len(following) > 2 or following in _SHORT_STARTERS)

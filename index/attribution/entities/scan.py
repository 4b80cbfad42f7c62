"""Where an article may name somebody: runs of capitalised words, and third-person pronouns."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.entities.runs import Run, join
from index.model.article import ANSWERABLE, ParagraphKind, Sentence, Span
from index.text.cues import cue_acts
from index.text.folding import fold
from index.text.given_names import GIVEN_NAMES
from index.text.organisations import ORG_HEADS
from index.text.places import NATIONALITIES
from index.text.roles import ROLES, TITLES
from index.text.words import (
    CALENDAR,
    COMMON,
    DETERMINERS,
    HEADLINE_VERBS,
    NAME_ABBREVIATIONS,
    NAME_OPENERS,
    PARTICLES,
    POSTNOMINALS,
    words,
)

_UPPER = "".join(chr(c) for c in range(min(0x2000, sys.maxunicode)) if chr(c).isupper())
_WORD = rf"[{_UPPER}](?:\w|[-‐‑/](?=\w)|[’'](?=[{_UPPER}]|[^\W\d_]{{3}})|\.(?=(?:com|org|net|gov)\b))*"
_ABBREVIATION = rf"(?:{'|'.join(sorted(word.title() for word in NAME_ABBREVIATIONS))})\."
_NAME = rf"(?:{_ABBREVIATION}|(?:[{_UPPER}]\.-?)+|(?:(?:al|el|as|ash|an|ad|ar|at|ul|bin)[-‑]|d[’'])?{_WORD})"
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_GAP = rf"[ \u00a0\u202f]+(?:{_PARTICLE}[ \u00a0]+){{0,3}}"
_RUN = re.compile(
    rf"(?<![\w-])(?:{_PARTICLE}[ \u00a0]){{0,2}}{_NAME}"
    rf"(?:(?:{_GAP}|[ \u00a0]&[ \u00a0]|,[ \u00a0](?=(?:Jr|Sr|II|III)\b)){_NAME}|(?<=Channel)[ \u00a0]\d+)*"
)
_PART = re.compile(r"[^\s,&]+|&")
_PRONOUN = re.compile(r"\b(?:[Hh](?:e|is|im|ers?)|[Ss]he)\b")
_SMALL = re.compile(r"(?<![\w’'-])[a-z]+")
_FIRST = re.compile(r"\w")
_OPENING = frozenset("“\"‘'`:—–•(")
_MOST = 50_000  # names and pronouns of an article that are looked at; 2 MB of news have 35,000
_TITLE_CASE = 0.55  # share of capitalised words from which a line is set like a title
_NAMES_TOO = frozenset({"may", "april", "june", "august", "jan", "march", "summer"})
_DATES = (
    " in ", " on ", " last ", " since ", " by ", " of ", " until ", " early ", " late ", " next ", " this ", " from ",
    " before ",
)  # fmt: skip
_DATELINE = re.compile(
    rf"(?:[{_UPPER}][{_UPPER}.’' /-]{{2,30}}(?:,[^,\n—–-]{{1,24}}){{0,2}}"
    r"|[^,.\n—–(-]{3,30}(?:,[^,\n—–-]{1,24}){0,2}(?=\s\())"
    r"(?:\s?\([\w ./]{2,40}\))?\s?(?:[—–]|--?)\s?(?=\S)"
)
_CALLED = re.compile(r",\s(?!who\b)|\s(?:said|says|told|tells|added|wrote)\b")
_ACRONYMS = frozenset({"WHO", "US", "IT"})
_COMPOUND = frozenset(
    "born based backed led run owned era style area native bred educated trained leaning appointed elected".split()
)
_ARTICLES = DETERMINERS | {"i"}
_SAYING = words("said says told asked asks replied replies added adds answered explained recalled quipped retorted")
_QUARTER = re.compile(r"(?:q[1-4]|h[12]|fy\d{2,4})$")  # behind a company's name in a headline


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person singular pronoun; `key` is its lower-case form."""

    span: Span
    key: str
    sentence: int
    quoted: bool


@dataclass(slots=True)
class _Place:
    """Where a match stands; the fields are those of `Run`."""

    sentence: int
    initial: bool
    headline: bool
    quoted: bool


def scan(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Span], plain: frozenset[str]
) -> tuple[list[Run], list[Pronoun]]:
    """Runs and pronouns of the answerable sentences, each in order; the first ones where they have no end.

    Linear in the length of `text`.

    `plain` holds the words that the article has in lower case.
    """
    runs: list[Run] = []
    pronouns: list[Pronoun] = []
    for number, sentence in enumerate(sentences):
        if len(runs) + len(pronouns) >= _MOST:
            break
        if sentence.kind not in ANSWERABLE:
            continue
        start, end = sentence.span.start, sentence.span.end
        dateline = _DATELINE.match(text, start, end)
        found = list(_RUN.finditer(text, dateline.end() if dateline else start, end))
        for match in _PRONOUN.finditer(text, start, end):
            quoted = _is_quoted(quotations, match.start())
            pronouns.append(Pronoun(Span(*match.span()), match.group().lower(), number, quoted))
        if not found:
            continue
        headline = _like_a_title(text, sentence, found)
        first = _FIRST.search(text, start, end)
        opener = first.start() if first else start
        pieces: list[Run] = []
        for match in found:
            begin = match.start()
            opens = begin <= opener or text[begin - 1 - (text[begin - 1] in " \u00a0")] in _OPENING
            pieces.extend(_cut(text, match, _Place(number, opens, headline, _is_quoted(quotations, begin)), plain))
        runs.extend(join(text, pieces) if len(pieces) > 1 else pieces)
    return runs, pronouns


def _is_quoted(quotations: Sequence[Span], offset: int) -> bool:
    """Whether one of the quotations, which are in order, holds the offset."""
    at = bisect_right(quotations, offset, key=lambda quotation: quotation.end)
    return at < len(quotations) and quotations[at].start <= offset


def _like_a_title(text: str, sentence: Sentence, found: Sequence[re.Match[str]]) -> bool:
    """Whether most words of a sentence, and all but the small ones, are capitalised."""
    start, end = sentence.span.start, sentence.span.end
    words = text.count(" ", start, end) + 1
    capitals = sum(match.group().count(" ") for match in found) + len(found)
    if capitals <= _TITLE_CASE * words:
        return False
    if words > 1 and text[start:end].isupper():
        return True
    ends = "\"”'’." if _SMALL.search(text, start, end) else "\"”'’"
    if sentence.kind is not ParagraphKind.HEADLINE and (words < 4 or (words < 7 and text[end - 1] in ends)):
        return False
    small = sum(match.group() not in HEADLINE_VERBS for match in _SMALL.finditer(text, start, end))
    return 12 * small <= words


def _cut(text: str, match: re.Match[str], place: _Place, plain: frozenset[str]) -> list[Run]:
    """The runs that remain of a match when calendar words, openers and headline verbs are taken out."""
    out: list[Run] = []
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    base = match.start()
    definite = base > 3 and text[base - 4 : base] in ("the ", "The ")
    opening = place.initial
    parts = list(_PART.finditer(text, base, match.end()))
    last = len(parts) - 1
    called = not place.headline and _is_called(text, match, parts, opening=opening)
    for number, part in enumerate(parts):
        word = part.group()
        key = fold(word)
        final = number == last
        if (
            (place.headline and key in HEADLINE_VERBS and not word.isupper())
            or (
                key in CALENDAR
                and (key not in _NAMES_TOO or _dates(text, part.start(), match.end(), first=not keys, final=final))
            )
            or (not final and "-" in key and key.rpartition("-")[2] in _COMPOUND)
        ):
            if keys:
                out.append(_run(starts, ends, keys, place, opening=opening, definite=definite))
                starts, ends, keys = [], [], []
                opening = False
            definite = False
        elif not keys and word == "ten" and fold(parts[number + 1].group()) in NATIONALITIES:
            continue  # "ten American homes", unlike "ten Hag"
        elif not final and opening and not keys and _is_verb(key, fold(parts[number + 1].group())):
            opening = False  # what follows has its capital for its own sake: "Replied Ruiz", "Ask Ana Ruiz"
        elif (
            not keys
            and not called
            and _is_opener(key, plain, final=final, opening=opening, headline=place.headline)
            and not (opening and key in ROLES and _is_full_name(parts[number + 1 :], plain))
        ):
            definite = key == "the"
            # What follows an article is capitalised for its own sake.
            opening = opening and key not in _ARTICLES
        elif keys or key != "&":
            starts.append(part.start())
            ends.append(part.end())
            keys.append(key)
    if keys:
        out.append(_run(starts, ends, keys, place, opening=opening, definite=definite))
    return out


def _is_called(text: str, match: re.Match[str], parts: Sequence[re.Match[str]], *, opening: bool) -> bool:
    """Whether a small word is a name: "planning chief Will Moy", at a sentence's beginning "Will Moy said", "WHO"."""
    if len(parts) == 1:
        return parts[0].group() in _ACRONYMS
    if len(parts) != 2 or parts[0].group() != "Will":
        return False
    return not opening or _CALLED.match(text, match.end()) is not None


def _is_full_name(parts: Sequence[re.Match[str]], plain: frozenset[str]) -> bool:
    """Whether the words behind a role that opens a sentence are two names: "Founder [Ana Ruiz]"."""
    keys = [fold(part.group()) for part in parts]
    return len(keys) == 2 and not any(key in plain or key in COMMON or key in ORG_HEADS for key in keys)


def _run(starts: list[int], ends: list[int], keys: list[str], place: _Place, *, opening: bool, definite: bool) -> Run:
    if keys[-1] == "&" or (len(keys) > 2 and keys[-1] in POSTNOMINALS) or (len(keys) > 1 and _QUARTER.match(keys[-1])):
        del starts[-1], ends[-1], keys[-1]
    return Run(
        tuple(starts), tuple(ends), tuple(keys), place.sentence, opening, place.headline, place.quoted, definite
    )  # fmt: skip


def _is_opener(key: str, plain: frozenset[str], *, final: bool, opening: bool, headline: bool) -> bool:
    """Whether a capitalised word only stands before a name, or owes its capital to its place."""
    if key in _ARTICLES:
        return True
    if key in TITLES:
        return False
    if key in COMMON:
        if key in GIVEN_NAMES and not (opening or headline or final):
            return False  # "the inspector, Per Oduya"
        starts_names = key in NAME_OPENERS
        return (opening and (final or not starts_names)) or (not starts_names and (headline or not final))
    return opening and not final and key in plain and key not in NATIONALITIES and key not in PARTICLES


def _is_verb(key: str, following: str) -> bool:
    """Whether a word that opens a sentence is a verb of saying before whoever speaks, or is asked."""
    may_be = key in cue_acts() and key not in GIVEN_NAMES and key not in ROLES and key not in TITLES
    return key in _SAYING or (may_be and following in GIVEN_NAMES)


def _dates(text: str, start: int, end: int, *, first: bool, final: bool) -> bool:
    """Whether a word at `start` that is a month as well as a name is the month here; its run stops at `end`."""
    follows = f" {text[max(0, start - 9) : start].lower().lstrip()}".endswith(_DATES)
    return first and (not final or follows or text[end : end + 2].strip()[:1].isdigit())

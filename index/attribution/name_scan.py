"""Runs of capitalised words: where an article may name somebody, before it is known whom."""

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.name_lexicon import (
    CALENDAR,
    COMMON,
    HEADLINE_VERBS,
    HONORIFICS,
    NAME_OPENERS,
    NATIONALITIES,
    ORG_HEADS,
    PARTICLES,
    PLACES,
    SUFFIXES,
    TITLES,
)
from index.types import ANSWERABLE, ParagraphKind, Sentence, Span

_UPPER = "".join(chr(c) for c in range(min(0x2000, sys.maxunicode)) if chr(c).isupper())
_WORD = rf"[{_UPPER}](?:\w|[-‐‑/](?=\w)|[’'](?=[{_UPPER}]|[^\W\d_]{{3}})|\.(?=(?:com|org|net|gov)\b))*"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Cmdr|Prof|Rev|Fr|Hon|St|Ste|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|Bros|Supt|Det|Insp|Atty)\."
)
_NAME = rf"(?:{_ABBREVIATION}|(?:[{_UPPER}]\.-?)+|(?:(?:al|el|as|ash|an|ad|ar|at|ul|bin)[-‑]|d[’'])?{_WORD})"
_PARTICLE = r"(?:de|da|di|du|des|dos|das|del|della|van|von|der|den|ter|ten|zu|zum|zur|af|av|bin|ibn|bint|ben|la|le|abu)"
_GAP = rf"[ \u00a0\u202f]+(?:{_PARTICLE}[ \u00a0]+){{0,3}}"
_RUN = re.compile(
    rf"(?<![\w-])(?:{_PARTICLE}[ \u00a0]){{0,2}}{_NAME}(?:(?:{_GAP}|[ \u00a0]&[ \u00a0]|,[ \u00a0](?=(?:Jr|Sr|II|III)\b)){_NAME}"
    r"|(?<=Channel)[ \u00a0]\d+)*"
)
_PART = re.compile(r"[^\s,&]+|&")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im)\b")
_SMALL = re.compile(r"(?<![\w’'-])[a-z]+")
_TITLE_CASE = 0.55  # share of capitalised words from which a line is in headline style
_JOINS = frozenset(
    {" of ", " of the ", " for ", " for the ", " for a ", " on ", " to ", " against ", " of a ", " on the ", " at "}
)
_OWNERS = frozenset({"’s ", "'s ", "’ ", "' "})
_OWNING = frozenset("people women men children king queen st bishop citizen driver writer".split())
_ANDS = frozenset({" and ", " and the "})
CABINET = frozenset(
    "state defense defence treasury interior commerce labor energy education agriculture transportation justice "
    "war health home homeland staff foreign finance housing veterans culture environment".split()
)
_CALLED = frozenset(
    "citizens americans students veterans doctors women mothers moms physicians lawyers scientists friends parents families "
    "priorities reporters freedom republicans democrats conservatives catholics jews muslims christians people artists".split()
)
_NAMES_TOO = frozenset({"may", "april", "june", "august", "jan", "march", "summer"})
_COMPOUND = re.compile(
    r"-(?:born|based|backed|led|run|owned|era|style|area|native|bred|educated|trained|leaning|appointed|elected)$"
)
_DATES = (
    " in ",
    " on ",
    " last ",
    " since ",
    " by ",
    " of ",
    " until ",
    " early ",
    " late ",
    " next ",
    " this ",
    " from ",
    " mid-",
    " before ",
)
_TOPICS = (
    "ion",
    "ity",
    "ies",
    "ment",
    "ture",
    "ics",
    "ship",
    "ance",
    "ing",
    "health",
    "food",
    "trade",
    "customs",
    "science",
)
_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "i"}
)


def fold(word: str) -> str:
    """Lower case, without accents, final full stops or the hyphenated article of Arabic names."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.lower().replace("’", "'").rstrip(".")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, without what only stands before a name.

    Attributes
    ----------
    words : tuple of Span
        The words, in order.
    keys : tuple of str
        The words folded, see `fold`.
    sentence : int
        Index of its sentence.
    initial : bool
        It opens its sentence or quotation, so that its capital proves nothing.
    headline : bool
        Its sentence is in headline style, so that no capital proves anything.
    quoted : bool
        It stands inside quotation marks.
    definite : bool
        "the" stands before it.
    """

    words: tuple[Span, ...]
    keys: tuple[str, ...]
    sentence: int
    initial: bool
    headline: bool
    quoted: bool
    definite: bool

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person singular pronoun; `key` is its lower-case form."""

    span: Span
    key: str
    sentence: int
    quoted: bool


def scan(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Span], plain: frozenset[str]
) -> tuple[list[Run], list[Pronoun]]:
    """Runs and pronouns of the answerable sentences, each in order; linear in the length of `text`.

    `plain` holds the words that the article has in lower case.
    """
    runs: list[Run] = []
    pronouns: list[Pronoun] = []
    at = 0
    for number, sentence in enumerate(sentences):
        if sentence.kind not in ANSWERABLE:
            continue
        start, end = sentence.span.start, sentence.span.end
        found = list(_RUN.finditer(text, start, end))
        headline = _in_headline_style(text[start:end], found, sentence.kind is ParagraphKind.HEADLINE)
        for match in _PRONOUN.finditer(text, start, end):
            at, quoted = _advance(quotations, at, match.start())
            pronouns.append(Pronoun(Span(*match.span()), match.group().lower(), number, quoted))
        pieces: list[Run] = []
        inside = at
        for match in found:
            inside, quoted = _advance(quotations, inside, match.start())
            pieces.extend(_cut(text, match, number, _opens(text, start, match.start()), headline, quoted, plain))
        runs.extend(_join(text, pieces) if len(pieces) > 1 else pieces)
        at = max(at, inside) if found or pronouns else at
    return runs, pronouns


def _advance(quotations: Sequence[Span], at: int, offset: int) -> tuple[int, bool]:
    while at and quotations[at - 1].end > offset:
        at -= 1
    while at < len(quotations) and quotations[at].end <= offset:
        at += 1
    return at, at < len(quotations) and quotations[at].start <= offset


def _in_headline_style(sentence: str, found: Sequence[re.Match[str]], marked: bool) -> bool:
    """Whether a sentence is set like a title; `marked` where its paragraph is a headline anyway."""
    words = sentence.count(" ") + 1
    capitals = sum(match.group().count(" ") + 1 for match in found)
    if capitals <= _TITLE_CASE * words or (not marked and (words < 4 or (words < 7 and sentence[-1] in "\"”'’"))):
        return False
    small = [word for word in _SMALL.findall(sentence) if word not in HEADLINE_VERBS]
    return 12 * len(small) <= words


def _opens(text: str, start: int, at: int) -> bool:
    before = text[start:at].rstrip(" \u00a0")
    return not before or before[-1] in "“\"‘'`:—–•(" or not any(map(str.isalnum, before))


def _cut(
    text: str, match: re.Match[str], sentence: int, initial: bool, headline: bool, quoted: bool, plain: frozenset[str]
) -> list[Run]:
    """The runs that remain of a match when calendar words, openers and headline verbs are taken out."""
    out: list[Run] = []
    words: list[Span] = []
    keys: list[str] = []
    definite = text[max(0, match.start() - 4) : match.start()].lower() == "the "
    opening = initial

    def close() -> None:
        nonlocal definite, opening
        while keys and keys[-1] in ("&",):
            words.pop()
            keys.pop()
        if keys:
            out.append(Run(tuple(words), tuple(keys), sentence, opening, headline, quoted, definite))
            opening = False
        words.clear()
        keys.clear()
        definite = False

    base = match.start()
    parts = list(_PART.finditer(match.group()))
    last = len(parts) - 1
    for number, part in enumerate(parts):
        key = fold(part.group())
        if headline and key in HEADLINE_VERBS and not part.group().isupper():
            close()
            continue
        if key in CALENDAR and (
            key not in _NAMES_TOO or _dates(text, match.start(), match.end(), first=not keys, final=number == last)
        ):
            close()
            continue
        if _COMPOUND.search(key) and number < last:
            close()
            continue
        if not keys and (
            key in _ARTICLES
            or (opening and key in COMMON and key not in TITLES and (number == last or key not in NAME_OPENERS))
            or (
                opening
                and number < last
                and key in plain
                and not (key in TITLES or key in NATIONALITIES or key in NAME_OPENERS or key in PARTICLES)
            )
            or (key in COMMON and key not in TITLES and key not in NAME_OPENERS and (headline or number < last))
        ):
            definite = key == "the"
            # What follows an opener or article is capitalised for its own sake.
            opening = opening and key in COMMON and key not in _ARTICLES and key != "the"
            continue
        words.append(Span(base + part.start(), base + part.end()))
        keys.append(key)
    close()
    return out


def _dates(text: str, start: int, end: int, *, first: bool, final: bool) -> bool:
    """Whether a word that is a month as well as a name is the month here."""
    return first and (not final or text[:start].endswith(_DATES) or text[end : end + 2].strip()[:1].isdigit())


def _join(text: str, pieces: Sequence[Run]) -> list[Run]:
    """Names of organisations put together again: "Bank" + "of England", "Food" + "and Drug Administration"."""
    out = [pieces[0]]
    for piece in pieces[1:]:
        left = out[-1]
        gap = text[left.end : piece.start]
        if (
            (gap in _JOINS and not piece.headline and _takes(left, gap, piece))
            or (
                gap in _OWNERS
                and piece.keys[-1] in ORG_HEADS
                and (left.keys[-1] in _OWNING or (gap[0] in "’'" and gap[1] == " "))
            )
            or (
                gap in _ANDS
                and piece.keys[-1] in ORG_HEADS
                and len(piece.keys) > 1
                and (left.definite or left.keys[-1].endswith(_TOPICS))
                and left.keys[-1] not in ORG_HEADS
                and left.keys[-1] not in PLACES
                and piece.keys[0] not in NATIONALITIES
            )
            or (
                gap == " and "
                and any(key in ("for", "of", "on") for key in left.keys)
                and _continues(text, left, piece)
            )
        ):
            out[-1] = _joined(text, left, piece)
        else:
            out.append(piece)
    return out


def _takes(left: Run, gap: str, right: Run) -> bool:
    head = left.keys[-1]
    if head in _CALLED and gap in (" for ", " against ", " of "):
        return len(left.keys) == 1 and (gap != " of " or head == "friends")
    if head in ORG_HEADS:
        return gap.startswith((" of", " for", " on")) or (
            gap in (" to ", " against ") and head not in ("party", "police")
        )
    return head in TITLES and gap == " of " and right.keys[0] in CABINET


def _continues(text: str, left: Run, right: Run) -> bool:
    """Whether "and" goes on inside one name: "Center for Strategic and International Studies"."""
    return left.keys[-1].endswith(("ic", "al", "an", "ary")) and not text[right.end : right.end + 6].startswith(
        (" said", " is")
    )


def _joined(text: str, left: Run, right: Run) -> Run:
    gap = left.end
    middle = [Span(gap + m.start(), gap + m.end()) for m in _PART.finditer(text[gap : right.start])]
    words = (*left.words, *middle, *right.words)
    keys = (*left.keys, *(text[s.start : s.end] for s in middle), *right.keys)
    return Run(words, keys, left.sentence, left.initial, left.headline, left.quoted, left.definite)


def honorific(key: str) -> bool:
    """Whether a folded word is a courtesy title that is no part of a name's descriptions."""
    return key in HONORIFICS


def is_suffix(key: str) -> bool:
    """Whether a folded word may follow a family name: "Jr."."""
    return key in SUFFIXES

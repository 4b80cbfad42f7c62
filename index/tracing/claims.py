"""Whom a message names as the speaker of what it quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from index.model.article import Act
from index.text.cues import cue_acts
from index.text.folding import fold_name
from index.text.given_names import GIVEN_NAMES
from index.text.languages import foreign_words
from index.text.organisations import KNOWN_ACRONYMS, ORG_HEADS, ORG_NOUNS
from index.text.roles import CABINET, GROUPS, HONORIFICS, KIN, ROLES, is_title, names_person
from index.text.words import DETERMINERS, MONTHS, PARTICLES, STOP_WORDS, WEEKDAYS, words
from index.tracing.denials import undenied
from index.tracing.message import EDGE, Excerpt
from index.tracing.speakers import FOREIGN_TITLES, Known
from index.tracing.words import is_english

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|[:,;!?()\n“”\"\u2063]|[-–—―~]{1,3}(?=\s|[A-Z]|$)")
_JOINERS = PARTICLES | {"of", "the", "and", "for"}
_LABELS = words(
    """
    note notes ps pps nb fyi psa tldr tl btw edit update updates reminder reminders question answer quote quotes quoting
    quoted source sources link spoiler spoilers title headline subject topic context caption translation transcript
    summary example result results fact facts warning breaking caution disclaimer correction addendum forwarded reply
    replied via http https re fwd fw oc op tw cw ama eli5 til mfw tfw imho afaik iirc me you him her them us
    hinweis wichtig achtung zitat quelle frage antwort nachtrag eilmeldung übrigens kurz respekt wow danke stark
    bemerkung anmerkung info text meldung weitergeleitet
    """
)
"""Words before a colon or behind a dash that are nobody's names."""
_NOT_NAMES = (
    STOP_WORDS
    | WEEKDAYS
    | MONTHS.keys()
    | _LABELS
    | words(
        """
    apparently remember lol wow yes omg according great really fwiw so today yesterday
    true false look guys imagine hey please read saw news says said article
    ok okay well check thoughts like literally honestly i'm i've it's that's who's what's did does is are never
    exact classic love hilarious legend wtf tbh imo rt nah yeah no wait anyone everyone someone somebody people
    nobody everybody actually ever once lmao lmfao rofl xd haha hahaha even per
    """
    )
)
_ROLE_OPENERS = DETERMINERS | {"some"}
_EXTRA_VERBS = frozenset(
    "say says saying said goes put tweets posted posts wrote writes tells telling according".split()
)
_CLAUSES = frozenset("that when how because where who".split())
_ENDS = frozenset(':;!?()\n“”"')
_STOPS = _ENDS | {",", EDGE}
_LEFT, _RIGHT = 9, 8  # tokens around a verb in which its speaker stands
_CORRECTED = re.compile(
    r"\b(?:it|that|this|those|these|they)(?:['’]s|\s(?:is|was|are|were))\s+"
    r"(?:(?:actually|really|clearly|in fact|all|said by|by|from|what)\s+){0,2}(?P<name>[^.;!?\n]{2,90})",
    re.IGNORECASE,
)
_FORMS = (
    re.compile(r"(?P<quoted>.{7,}?[^\s,])[\s,]+(?P<after>[-–—―~]{1,3}\s*[^\W\d_][^\n–—]{1,80})$", re.DOTALL),
    re.compile(r"(?P<before>[^\W\d_][^:\n.!?]{1,80}:)\s*(?P<quoted>.{8,})$", re.DOTALL),
    re.compile(
        r"(?P<before>(?:so\s+|and\s+|wait,?\s+|hey,?\s+)?(?:did|does|has|is it true that|is it true|who)\b.{0,60}?"
        r"\b(?:say|said|says|claim|claimed|tweet|tweeted|write|tell \S+(?: \S+)?|told \S+(?: \S+)?)\b"
        r"(?:\s+that\b)?[:,]?)"
        r"\s+(?P<quoted>.{8,}?)(?P<after>\??)$",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"(?P<before>(?:is it true|so|apparently|fun fact)(?:\s+that)?[:,]?)\s+(?P<quoted>.{8,})$", re.DOTALL | re.I
    ),
    re.compile(
        r"(?P<before>(?:according to|as)\s[^,\n]{2,60}(?:,|\bput it\b[:,]?))\s+(?P<quoted>.{8,})$", re.DOTALL | re.I
    ),
    re.compile(r"(?P<quoted>.{7,}?\S),?\s+(?P<after>according to\s[^\n]{2,60})$", re.DOTALL | re.IGNORECASE),
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for form, act in cue_acts().items() if act is Act.SAID) - {
        "list", "lists", "point", "points", "note", "order", "mentions", "present", "state", "states", "sign", "show",
        "address", "question", "report", "reports", "find", "fire", "text", "sing", "document", "detail", "cable",
        "brand", "rail", "sum", "voice", "host", "signal", "rule", "tell", "post",
    } | _EXTRA_VERBS  # fmt: skip


def bare_forms(text: str) -> Iterator[Excerpt]:
    """The ways in which an unmarked message may be a quotation with somebody named beside it; first itself."""
    yield Excerpt(text, "", "", marked=False)
    for form in _FORMS:
        match = form.match(text)
        if match is not None:
            parts = match.groupdict(default="")
            yield Excerpt(parts["quoted"].strip(), parts.get("before", ""), parts.get("after", ""), marked=False)
    verbs = _verbs()
    said = [m for m in re.finditer(r"[^\W_]+", text) if m.group().lower() in verbs]
    for match in said[:2]:
        rest = re.sub(r"^\s*(?:that\b|[:,])\s*", "", text[match.end() :])
        if len(text[: match.start()].split()) <= _RIGHT and len(rest) >= 8:
            yield Excerpt(rest.strip(), text[: match.end()], "", marked=False)
    for match in said[-1:]:
        if (
            match.start() > 8
            and text[match.end() :].strip()[:1].isupper()
            and len(text[match.end() :].split()) <= _RIGHT
        ):
            yield Excerpt(text[: match.start()].strip(), "", text[match.start() :], marked=False)
    for match in said[-2:]:
        cut = text.rfind(",", 0, match.end())
        if cut > 8 and len(text[cut:].split()) <= _RIGHT:
            yield Excerpt(text[:cut], "", text[cut + 1 :], marked=False)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whom a message names as the speaker, in its words.

    It is not `sure` where nothing but its place and its capitals speak for its being a name at all: of "– Respekt".
    """

    name: str
    sure: bool


def claimed(excerpt: Excerpt, known: Known) -> Claimant | None:
    """Whom the words around an excerpt name as its speaker; None if nobody, as where they only deny somebody.

    A name that the library has, a title, a role or a verb of saying tells a speaker from other words; one without any
    of these is taken only where there is nobody else.
    """
    left, _ = undenied(excerpt.before)
    right, of_it = undenied(excerpt.after)
    before, after = _tokens(left), _tokens(right)
    found = [
        name
        for name in (
            _byline(after, known),
            _corrected(right, known),
            _reported(after, known, nearest_first=True),
            None if of_it else _label(before, known),
            None if of_it else _reported(before, known, nearest_first=False),
            _corrected(left, known),
            None if of_it else _any(before, known),
            _any(after, known),
        )
        if name is not None
    ]
    return next((name for name in found if name.sure), found[0] if found else None)


def _tokens(text: str) -> list[str]:
    return [token.rstrip(".") if len(token) > 3 else token for token in _TOKEN.findall(text)]


def _byline(tokens: list[str], known: Known) -> Claimant | None:
    """“...” — Name; “...” (Name)"""
    at = 0
    while at < len(tokens) and tokens[at] in (",", "\n", "?", "!", EDGE):
        at += 1
    if at < len(tokens) and (tokens[at][0] in "-–—―~(" or tokens[at].lower() in ("by", "from")):
        return _first(_phrase(tokens[at + 1 :]), known)
    if at and at < len(tokens) and tokens[at - 1] == "\n":  # a line with nothing but a name
        found = _first(_phrase(tokens[at:]), known)
        return found if found is not None and found.sure and tokens[at] in found.name else None
    return None


def _corrected(text: str, known: Known) -> Claimant | None:
    """that was Name; it's actually Name"""
    found = (_first(_phrase(_tokens(match["name"])), known) for match in _CORRECTED.finditer(text))
    return next((name for name in found if name is not None and name.sure), None)


def _phrase(tokens: list[str]) -> list[str]:
    """The first tokens, up to a mark that ends them."""
    end = next((at for at, token in enumerate(tokens) if token in _ENDS), len(tokens))
    return tokens[: min(end, _RIGHT + 4)]


def _label(tokens: list[str], known: Known) -> Claimant | None:
    """Name: “...”; that what stands before the colon is no name does not tell that nobody is named before that."""
    while tokens and tokens[-1] in ("\n", EDGE):
        tokens = tokens[:-1]
    if not tokens or tokens[-1] != ":":
        return None
    start = max((at for at, token in enumerate(tokens[:-1]) if token in _ENDS), default=-1) + 1
    segment = tokens[start:-1]
    if any(token.lower() in _verbs() for token in segment):
        return None
    found = _first(segment[-_LEFT - 3 :], known)
    if found is None and len(segment) == 1 and segment[0].lower() in ROLES:
        found = Claimant(segment[0], sure=True)  # "Mayor: ..."
    return found


def _reported(tokens: list[str], known: Known, *, nearest_first: bool) -> Claimant | None:
    """Name said; said Name; according to Name; did Name say"""
    places = [at for at, token in enumerate(tokens) if token.lower() in _verbs()]
    for at in places if nearest_first else reversed(places):
        if tokens[at].lower() == "according":
            found = _first(tokens[at + 2 : at + 2 + _RIGHT], known)
        elif nearest_first and at == 0:
            found = _first(tokens[1 : 1 + _RIGHT], known)
        else:
            least = max(0, at - _LEFT)
            low = max((i + 1 for i in range(least, at) if tokens[i] in _STOPS or tokens[i] in _CLAUSES), default=least)
            found = _first(tokens[low:at], known)
            if found is None:
                before = tokens[max(0, at - _LEFT - 3) : at]
                ends = max((i + 1 for i, token in enumerate(before) if token in _ENDS), default=0)
                found = _first(before[ends:], known, named=True)
            if found is None and tokens[at].lower() not in ("say", "tell"):
                found = _first(tokens[at + 1 : at + 1 + _RIGHT], known, named=True)
        if found is not None:
            return replace(found, sure=found.sure or not is_english(found.name.casefold()))
    return None


def _any(tokens: list[str], known: Known) -> Claimant | None:
    """A name that is not set apart: one that the library knows, or one of several words with a given name."""
    for at, token in enumerate(tokens):
        if _is_name(token, known):
            found = _first(tokens[at : at + _RIGHT], known, named=True)
            if found is not None and found.sure:
                return found
    return None


def _first(tokens: list[str], known: Known, *, named: bool = False) -> Claimant | None:
    """The first name, with the title or role before it; unless it is to be `named`, else a role ("the mayor")."""
    unsure: Claimant | None = None
    at = 0
    while at < len(tokens):
        end = _name_end(tokens, at, known)
        if end > at:
            parts = tokens[at:end]
            if _is_sure(parts, known):
                return Claimant(" ".join(parts), sure=True)
            if unsure is None and _may_be_name(parts, tokens):
                unsure = Claimant(" ".join(parts), sure=False)
            at = end
        else:
            at += 1
    role = None if named else _role(tokens)
    return Claimant(role, sure=True) if role is not None else unsure


def _name_end(tokens: list[str], at: int, known: Known) -> int:
    """Where the name that begins at a token ends; there, where none does."""
    if not _is_name(tokens[at], known) and not _opens_name(tokens, at, known):
        return at
    end = at + 1
    while end < len(tokens):
        token = tokens[end].lower()
        joins = token in _JOINERS or names_person(token)  # "Minister of Transport", "Oldstow manager Reyd"
        if not _is_name(tokens[end], known) and not (
            joins and any(_is_name(other, known) for other in tokens[end + 1 : end + 2 + (token in _JOINERS)])
        ):
            break
        end += 1
    return end


def _opens_name(tokens: list[str], at: int, known: Known) -> bool:
    """Whether a word in small letters begins a name: "hetty crale", "dr marchand"."""
    if at + 1 == len(tokens) or not tokens[at][0].isalpha():
        return False
    first, second = fold_name(tokens[at]), fold_name(tokens[at + 1])
    if (first, second) in known.pairs:
        return True
    if first in GIVEN_NAMES and not is_english(second) and second not in _NOT_NAMES and second.isalpha():
        return True
    return (is_title(first) or first in HONORIFICS) and _is_name(tokens[at + 1], known)


def _is_sure(parts: list[str], known: Known) -> bool:
    """Whether something but capitals tells that it is somebody's or an organisation's name."""
    folded = [fold_name(part) for part in parts]
    if any(word in known.words and (not is_english(word) or part[0].isupper()) for word, part in zip(folded, parts, strict=True)):
        return any(not _is_mere_title(word) for word in folded)
    if len(parts) == 1:
        return folded[0] in KNOWN_ACRONYMS and parts[0].isupper()
    return (
        folded[0] in GIVEN_NAMES
        or (_is_mere_title(folded[0]) and any(not _is_mere_title(word) for word in folded))
        or any(word in ORG_HEADS for word in folded)
    )


def _is_mere_title(word: str) -> bool:
    return is_title(word) or word in HONORIFICS | CABINET | ROLES | FOREIGN_TITLES


def _may_be_name(parts: list[str], beside: list[str]) -> bool:
    """Whether words in capitals may be a name that nothing else speaks for: no word of a language is, nor letters."""
    if any(is_english(fold_name(part)) for part in parts) and len(parts) == 1:
        return False
    if all(is_english(fold_name(part)) or _is_mere_title(fold_name(part)) for part in parts):
        return False
    if len(parts) == 1 and (len(beside) > 1 or parts[0].isupper() or len(parts[0]) < 3):
        return False
    return not foreign_words(" ".join(beside))


def _role(tokens: list[str]) -> str | None:
    """ "the mayor", "a spokesman for the line": whoever may speak."""
    for at, token in enumerate(tokens[:-1]):
        if token.lower() not in _ROLE_OPENERS:
            continue
        role: list[str] = []
        for word in tokens[at + 1 : at + 6]:
            lower = word.lower()
            if word in _STOPS or (role and lower in _verbs() and not names_person(lower)) or lower in _NOT_NAMES - {"of"}:
                break
            role.append(word)
        heads = [index for index, word in enumerate(role) if _speaks(fold_name(word))]
        if heads:
            return " ".join([token, *role])
    return None


def _speaks(noun: str) -> bool:
    return names_person(noun) or noun in ORG_NOUNS or noun in GROUPS or noun in KIN or is_title(noun)


def _is_name(token: str, known: Known) -> bool:
    lower = token.lower().rstrip(".")
    if not token[0].isalnum() or lower in _NOT_NAMES or lower.split("'")[0].split("’")[0] in _NOT_NAMES:
        return False
    return (token[0].isupper() and lower not in _verbs()) or known.is_family(token)

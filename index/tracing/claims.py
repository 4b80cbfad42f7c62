"""Whom a message names as the speaker of what it quotes."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from index.model.article import Act
from index.text.cues import cue_acts
from index.text.words import DETERMINERS, MONTHS, PARTICLES, STOP_WORDS, WEEKDAYS, words
from index.tracing.message import Excerpt

Known = Callable[[str], bool]
"""Whether a word as it is written can only be the family name of somebody in the library."""

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|[:,;!?()\n“”\"]|[-–—―~]{1,3}(?=\s|[A-Z]|$)")
_JOINERS = PARTICLES | {"of", "the", "and", "for"}
_NOT_NAMES = (
    STOP_WORDS
    | WEEKDAYS
    | MONTHS.keys()
    | words(
        """
    apparently remember lol wow yes omg according great really quote quoted fwiw via source so today yesterday
    fact true false breaking look guys imagine hey please read saw news says said article
    ok okay well check thoughts like literally honestly i'm i've it's that's who's what's did does is are true never
    exact classic love hilarious legend wtf tbh imo rt nah yeah no wait anyone everyone someone somebody people
    nobody everybody actually ever once
    """
    )
)
_ROLE_OPENERS = DETERMINERS | {"some"}
_EXTRA_VERBS = frozenset(
    "say says saying said goes put tweets posted posts wrote writes tells telling according".split()
)
_CLAUSES = frozenset("that when how because where".split())
_STOPS = frozenset(':;!?()\n“”",')
_LEFT, _RIGHT = 9, 8  # tokens around a verb in which its speaker stands
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


def claimed(excerpt: Excerpt, known: Known) -> str | None:
    """Whom the words around an excerpt name as its speaker, as they put it; None if nobody."""
    after, before = _tokens(excerpt.after), _tokens(excerpt.before)
    return (
        _byline(after, known)
        or _reported(after, known, nearest_first=True)
        or _label(before, known)
        or _reported(before, known, nearest_first=False)
        or _any(before, known)
        or _any(after, known)
    )


def _tokens(text: str) -> list[str]:
    return [token.rstrip(".") if len(token) > 3 else token for token in _TOKEN.findall(text)]


def _byline(tokens: list[str], known: Known) -> str | None:
    """“...” — Name; “...” (Name)"""
    at = 0
    while at < len(tokens) and tokens[at] in (",", "\n", "?", "!"):
        at += 1
    if at < len(tokens) and (tokens[at][0] in "-–—―~(" or tokens[at].lower() in ("by", "from")):
        return _name(tokens[at + 1 :], known, loose=True)
    return None


def _label(tokens: list[str], known: Known) -> str | None:
    """Name: “...”"""
    while tokens and tokens[-1] == "\n":
        tokens = tokens[:-1]
    if not tokens or tokens[-1] != ":":
        return None
    start = max((at for at, token in enumerate(tokens[:-1]) if token in _STOPS), default=-1) + 1
    if any(token.lower() in _verbs() for token in tokens[start:-1]):
        return None
    named = _name([token for token in tokens[-_LEFT - 1 : -1] if token not in _STOPS], known, loose=False)
    return named or _name(tokens[start:-1], known, loose=len(tokens) - start <= 5)


def _reported(tokens: list[str], known: Known, *, nearest_first: bool) -> str | None:
    """Name said; said Name; according to Name; did Name say"""
    places = [at for at, token in enumerate(tokens) if token.lower() in _verbs()]
    for at in places if nearest_first else reversed(places):
        if tokens[at].lower() == "according":
            found = _name(tokens[at + 2 : at + 2 + _RIGHT], known, loose=True)
        elif nearest_first and at == 0:
            found = _name(tokens[1 : 1 + _RIGHT], known, loose=True)
        else:
            least = max(0, at - _LEFT)
            low = max((i + 1 for i in range(least, at) if tokens[i] in _STOPS or tokens[i] in _CLAUSES), default=least)
            found = _name(tokens[low:at], known, loose=True)
            if found is None:
                before = tokens[max(0, at - _LEFT - 3) : at]
                found = _name([t for t in before if t not in _STOPS], known, loose=False)
            if found is None and tokens[at].lower() not in ("say", "tell"):
                found = _name(tokens[at + 1 : at + 1 + _RIGHT], known, loose=False)
        if found is not None:
            return found
    return None


def _any(tokens: list[str], known: Known) -> str | None:
    """A name that is not set apart: one that the library knows, one of several words, or nothing but a name."""
    words = [token for token in tokens if token[0].isalnum()]
    for at, token in enumerate(words):
        beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
        alone = len(words) == 1 or any(_is_name(other, known) for other in beside)
        if _is_name(token, known) and (known(token) or alone):
            return _name(words[at:], known, loose=False)
    return None


def _name(tokens: list[str], known: Known, *, loose: bool) -> str | None:
    """The first name, with the title or role before it; with `loose`, else a role ("the mayor")."""
    for at, token in enumerate(tokens):
        if not _is_name(token, known):
            continue
        end = at + 1
        while end < len(tokens) and (
            _is_name(tokens[end], known)
            or (tokens[end] in _JOINERS and any(_is_name(t, known) for t in tokens[end + 1 : end + 3]))
        ):
            end += 1
        return " ".join(tokens[at:end])
    if not loose:
        return None
    for at, token in enumerate(tokens[:-1]):
        if token.lower() in _ROLE_OPENERS:
            role = []
            for word in tokens[at + 1 : at + 6]:
                if word in _STOPS or (
                    word.lower() in _NOT_NAMES | {"really", "actually", "ever", "just", "once"} and word != "of"
                ):
                    break
                role.append(word)
            if role:
                return " ".join([token, *role])
    words = [t for t in tokens if t.isalpha()]
    if tokens and len(words) == len(tokens) <= 4 and not any(w.lower() in _NOT_NAMES for w in words):
        return " ".join(words)
    return None


def _is_name(token: str, known: Known) -> bool:
    lower = token.lower().rstrip(".")
    if not token[0].isalnum() or lower in _NOT_NAMES or lower.split("'")[0].split("’")[0] in _NOT_NAMES:
        return False
    return (token[0].isupper() and lower not in _verbs()) or known(token)

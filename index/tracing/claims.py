"""Whom a message names as the speaker of what it quotes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.people.register import Known
from index.text.english import is_english
from index.text.roles import ROLES
from index.tracing.denials import undenied
from index.tracing.message import EDGE, Excerpt
from index.tracing.names import ENDS, STOPS, Claimant, bare_name, first_name, is_name, tokens_of, verbs

_CLAUSES = frozenset("that when how because where who".split())
_AMID = frozenset("who once also just really actually literally even has had have did does".split())
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


def bare_forms(text: str) -> Iterator[Excerpt]:
    """The ways in which an unmarked message may be a quotation with somebody named beside it; first itself."""
    yield Excerpt(text, "", "", marked=False)
    for form in _FORMS:
        match = form.match(text)
        if match is not None:
            parts = match.groupdict(default="")
            yield Excerpt(parts["quoted"].strip(), parts.get("before", ""), parts.get("after", ""), marked=False)
    said = [m for m in re.finditer(r"[^\W_]+", text) if m.group().lower() in verbs()]
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


def claimed(excerpt: Excerpt, known: Known) -> Claimant | None:
    """Whom the words around an excerpt name as its speaker; None if nobody, as where they only deny somebody.

    A name that the library has, a title, a role or a verb of saying tells a speaker from other words; one without any
    of these is taken only where there is nobody else.
    """
    left, _ = undenied(excerpt.before)
    right, of_it = undenied(excerpt.after)
    before, after = tokens_of(left), tokens_of(right)
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


def _byline(tokens: list[str], known: Known) -> Claimant | None:
    """“...” — Name; “...” (Name)"""
    at = 0
    while at < len(tokens) and tokens[at] in (",", "\n", "?", "!", EDGE):
        at += 1
    if at < len(tokens) and (tokens[at][0] in "-–—―~(" or tokens[at].lower() in ("by", "from")):
        behind = _phrase(tokens[at + 1 :])
        return first_name(behind, known) or (bare_name(behind, known) if len(behind) == 1 else None)
    if at and at < len(tokens) and tokens[at - 1] == "\n":  # a line with nothing but a name
        found = first_name(_phrase(tokens[at:]), known)
        return found if found is not None and found.sure and tokens[at] in found.name else None
    return None


def _corrected(text: str, known: Known) -> Claimant | None:
    """“...”, that was Name; it's actually Name"""
    found = (first_name(_phrase(tokens_of(match["name"])), known) for match in _CORRECTED.finditer(text))
    return next((name for name in found if name is not None and name.sure), None)


def _phrase(tokens: list[str]) -> list[str]:
    """The first tokens, up to a mark that ends them."""
    end = next((at for at, token in enumerate(tokens) if token in ENDS), len(tokens))
    return tokens[: min(end, _RIGHT + 4)]


def _label(tokens: list[str], known: Known) -> Claimant | None:
    """Name: “...”; that what stands before the colon is no name does not tell that nobody is named before that."""
    while tokens and tokens[-1] in ("\n", EDGE):
        tokens = tokens[:-1]
    if not tokens or tokens[-1] != ":":
        return None
    start = max((at for at, token in enumerate(tokens[:-1]) if token in ENDS), default=-1) + 1
    segment = tokens[start:-1]
    if any(token.lower() in verbs() for token in segment):
        return None
    found = first_name(segment[-_LEFT - 3 :], known)
    if found is None and len(segment) == 1 and segment[0].lower() in ROLES:
        found = Claimant(segment[0], sure=True)  # "Mayor: ..."
    return found or bare_name(segment, known)


def _reported(tokens: list[str], known: Known, *, nearest_first: bool) -> Claimant | None:
    """Name said; said Name; according to Name; did Name say"""
    places = [at for at, token in enumerate(tokens) if token.lower() in verbs()]
    for at in places if nearest_first else reversed(places):
        if tokens[at].lower() == "according":
            named = tokens[at + 2 : at + 2 + _RIGHT]
            found = first_name(named, known) or bare_name(named[:1], known)
        elif nearest_first and at == 0:
            found = first_name(tokens[1 : 1 + _RIGHT], known)
        else:
            least = max(0, at - _LEFT)
            low = max((i + 1 for i in range(least, at) if tokens[i] in STOPS or tokens[i] in _CLAUSES), default=least)
            found = first_name(tokens[low:at], known)
            if found is None:
                before = tokens[max(0, at - _LEFT - 3) : at]
                ends = max((i + 1 for i, token in enumerate(before) if token in ENDS), default=0)
                found = first_name(before[ends:], known, named=True)
            if found is None and tokens[at].lower() not in ("say", "tell"):
                found = first_name(tokens[at + 1 : at + 1 + _RIGHT], known, named=True)
            if found is None and at > low and tokens[at - 1][0].isupper() and is_name(tokens[at - 1], known):
                return Claimant(tokens[at - 1], sure=False)
            found = found or bare_name([token for token in tokens[:at] if token.lower() not in _AMID], known)
        if found is not None:
            return replace(found, sure=found.sure or not is_english(found.name.casefold()))
    return None


def _any(tokens: list[str], known: Known) -> Claimant | None:
    """A name that is not set apart: one that the library knows, or one of several words with a given name."""
    for at, token in enumerate(tokens):
        if is_name(token, known):
            found = first_name(tokens[at : at + _RIGHT], known, named=True)
            if found is not None and found.sure:
                return found
    return None

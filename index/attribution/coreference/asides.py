"""The person or organisation whom a description in a mention is of: "the minister of ports, [Ana Ruiz], 60", "former
aide and current host [Ana Ruiz]"."""

import re
from collections.abc import Sequence

from index.attribution.entities.find import Mention
from index.text.folding import bare
from index.text.roles import GROUPS, ROLES, TITLES, is_aged, is_title
from index.text.words import STOP_WORDS

BREAKS = frozenset(
    "of for in at from on with by to about near under against among between across within who which that whose whom "
    "where when after before during including like as and or but via inside outside around over since than because "
    "if while is was are were has had not seen sent seeking familiar worried close responsible involved present "
    "working based".split()
)
"""Words that end the front of a noun phrase."""
_SAID_OF = re.compile(
    r",?\s?\(|,\s(?:\d|an?\s|the\s|of\s|from\s|who\s|whose\s|[a-z])|,$|\s(?:has|had|have|is|was|who)\s"
)
_PLACED = re.compile(r"\s(?:in|at|of|from|near|outside)\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*,\s$")
_RUNS_ON = re.compile(
    r"\s(?:\w+ly\s|also\s)?(?P<verb>[a-z]{2,}ed|is|was|has|had|will|would|could|can|may|might|did|does|told|said|gave"
    r"|made|took|cut|put|met|won|lost|rose|fell|went|came|saw|found|left|kept|sold|bought|sent|paid|hit|set|held|led)\s"
)
_SEAT = re.compile(r"\s(?:for|of)\s(?:the\s)?(?:[A-Z][\w’'-]+\s(?:of\s)?){1,4}$")
_OF_FIRMS = frozenset("based listed owned backed held led".split())  # "Tollan based tea house"


def apposed(text: str, start: int, end: int, inside: Sequence[Mention], *, thing: bool) -> Mention | None:
    """The name behind a description and a comma, with what else is said of it: "the minister of the economy, [Ana
    Ruiz]", "one of the protesters, engineer [Ana Ruiz], 60, from Tarn"."""
    for name in inside:
        if not name.human and _PLACED.search(text, start, name.span.start):
            continue  # "a team from Greenbelt, Maryland,"
        words = text[start : name.span.start].split()
        while (
            words
            and not words[-1].endswith(",")
            and (words[-1][:1].islower() or bare(words[-1]) in TITLES or is_aged(words[-1]))
        ):
            if bare(words[-1]) in BREAKS:
                break
            words.pop()
            if words and words[-1] in ("the", "The"):
                words.pop()  # "the Rev Jo Sillitoe"
        after = text[name.span.end : end]
        if words and words[-1].endswith(",") and not after.strip(" ,."):
            return name
        if words and words[-1].endswith(",") and (name.human or thing) and _SAID_OF.match(after):
            return name
    return None


def ending(text: str, end: int, inside: Sequence[Mention], head: Mention) -> Mention | None:
    """The one person named behind a comma or a seat at the end: "MEC for Ports, [Ana Ruiz]", "MP for Marl [Bo Lee]"."""
    people = [m for m in inside if m.human and m.span.start > head.span.end]
    if len(people) != 1 or text[people[0].span.end : end].strip(" ,.") or " and " in text[head.span.end : end]:
        return None
    before = text[head.span.end : people[0].span.start].split()
    titled = bool(before) and is_title(bare(before[-1]))
    seated = _SEAT.search(text, head.span.end, people[0].span.start) is not None
    return people[0] if text[: people[0].span.start].endswith(", ") or titled or seated else None


def titled(text: str, start: int, end: int, inside: Sequence[Mention]) -> Mention | None:
    """The name right behind a title, whatever else the mention ran into: "Chief of Staff General [Ana Ruiz] has"."""
    for name in inside:
        words = text[start : name.span.start].split()
        after = text[name.span.end : end]
        titled = name.human and words and bare(words[-1]) in TITLES and not _is_anothers(words)
        if titled and (not after or _SAID_OF.match(after)):
            return name
    return None


def _is_anothers(words: list[str]) -> bool:
    """Whether a preposition stands before the titles that end `words`: "a spokesman for President"."""
    at = len(words)
    while at and (bare(words[at - 1]) in ROLES or is_title(bare(words[at - 1]))):
        at -= 1
    return 1 < at < len(words) and words[at - 1] in BREAKS and words[at - 1] not in ("and", "or")


def portfolio(text: str, start: int, end: int, inside: Sequence[Mention]) -> Mention | None:
    """The person who ends the phrase behind an office in capitals: "Roads and Transport MEC [Ana Ruiz]"."""
    if not inside or not inside[-1].human or inside[-1].span.end < end:
        return None
    words = text[start : inside[-1].span.start].split()
    keys = [bare(word) for word in words]
    if not words or not is_title(keys[-1]) or "and" not in keys[1:-2] or keys[keys.index("and") - 1] in GROUPS | TITLES:
        return None
    people = any(mention.human for mention in inside[:-1])
    return inside[-1] if not people and all(word == "and" or word[:1].isupper() for word in words) else None


def subject(text: str, start: int, end: int, inside: Sequence[Mention]) -> Mention | None:
    """Whose name, behind titles at most, a verb follows: a mention that ran on into its clause."""
    if not inside or inside[0].modifier or not follows_titles(text, start, inside[0]):
        return None
    verb = _RUNS_ON.match(text, inside[0].span.end, end)
    return inside[0] if verb is not None and (inside[0].human or verb["verb"] not in _OF_FIRMS) else None


def follows_titles(text: str, start: int, name: Mention) -> bool:
    """Whether between `start` and a name there is nothing but titles."""
    words = text[start : name.span.start].split()
    return name.span.start >= start and all(is_title(bare(word)) for word in words)


def final(text: str, start: int, end: int, inside: Sequence[Mention], *, role: bool) -> Mention | None:
    """The name that ends the phrase right behind a role and what goes with it: "former aide and host [Ana Ruiz]",
    "minister of ports and trade [Ana Ruiz]", "ambassador to Britain [Ana Ruiz]"."""
    if not inside or inside[-1].span.end < end:
        return None
    before = text[start : inside[-1].span.start].split()
    if not before or before[-1][-1:] in ",’'" or bare(before[-1]) in BREAKS | STOP_WORDS:
        return None
    if _is_anothers(before):
        return None
    full = " " in text[inside[-1].span.start : inside[-1].span.end]
    return inside[-1] if (role and full) or bare(before[-1]) in ROLES else None

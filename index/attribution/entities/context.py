"""What stands around a name: the roles, ages and genders that an article gives its people in passing.

"Vladimir Chizhov, Russia's ambassador to the EU", "press secretary Josh Earnest", "Apple's chief executive, Tim
Cook", "Luis Rubio, who heads the centre".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.text.folding import bare
from index.text.organisations import ORG_NOUNS
from index.text.outlets import DOCUMENTS
from index.text.roles import GROUPS, HONORIFICS, ROLES, SAME_ROLE, TITLES, is_title, names_person
from index.text.words import NUMBERS, STOP_WORDS

_WORDS = re.compile(r"[\w’'-]+(?:\.[A-Z]\.)*")
_AFTER = re.compile(
    r"(?:\s?\([^()]{1,40}\))?"
    r"(?P<link>,\s(?:\d{1,3},\s)?(?:who\s(?:is|was|has been|serves as|served as|works as|heads|runs|leads|chairs)\s)?"
    r"|\s(?:is|was|became|remains|has been)\s|\s[–—-]{1,2}\s)"
    r"(?P<chunk>[^,.;:–—()“”\"\n]{3,140})"
)
_AGE = re.compile(r",?\s\(?(?:aged\s)?(?P<age>\d{1,3})\)?(?=[,.;:\s])")
_CHILDS_AGE = re.compile(r",\s(?:aged\s)?(?P<age>three|four|five|six|seven|eight|nine|ten)(?=[,.;:])")  # "Ivy, eight"
_PARTY = re.compile(r",?\s\(?(?P<party>[DRIL])[-–][A-Z]")
_TESTIFIED = re.compile(r"(?:,\s\d{1,3},|,)?\s(?:also\s|then\s|later\s)?(?:gave evidence|testified|took the stand)\b")
_WHO = re.compile(r",?\swho\b")
_MARKS = re.compile(r"[,.;:–—()“”\"\n]")
_BREAK = re.compile(r"[,.;:–—()“”\"\n]|\b(?:by|to|from|and|with|said|says)\s")
_PREPOSITION = re.compile(r"\s(?:of|at|for|in|to|with|on|from|who|which|and|by|under|near|whose|since|that)\s")
# A clause whose subject is the name behind its comma: "After questioning the patient, [Ana Ruiz] left".
_FRONTED = re.compile(
    r"(?:after|before|while|when|since|despite|following|in|by|although|though|because|if|once|until|with|without|on|at"
    r"|for|from|to|under|unlike|like|besides|during|upon|\w+ing)\s",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b([A-Z][\w-]*)\.?[ \u00a0]$")
_DETERMINED = re.compile(
    r"(?:the|an?|his|her|their|its|one|former|another|our)\s|[^\s]+(?:\s[A-Z][\w-]*){0,4}[’']s?\s", re.IGNORECASE
)
_PARTIES = {"D": "democrat", "R": "republican", "I": "independent", "L": "libertarian"}
_VERB_ROLES = {"heads": "head", "runs": "head", "leads": "leader", "chairs": "chair"}
_NEXT = re.compile(r"[ \u00a0]([a-z-]+)[ \u00a0][A-Z]")
_VERBS = frozenset("said says is was were are has had have will would it he she they".split())
_STOP = STOP_WORDS | {"according", "like", "said", "says", "since", "told"}
_BEFORE = 100  # characters before a name in which it is described


_ASIDE = re.compile(r",\s(?:an?|the|its|one of the|[A-Z][\w-]*[’']s)\s(?P<chunk>[^,.;:–—()“”\"\n]{3,80})")
_INTRODUCING = re.compile(r"(?<![\w’'-])(?:the|an?|its|his|her|their|our)\s|[’']s\s", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w’'-])(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s(?:[a-z-]+\s)?([a-z-]{4,}),\s$")
_NO_PEOPLE = (
    "ry",
    "um",
    "ity",
    "ion",
    "ness",
    "ship",
    "ment",
    "ing",
    "ies",
    "ture",
    "age",
    "house",
    "ware",
    "line",
    "ics",
    "s",
)
_NO_MODIFIERS = frozenset("to by and or of in at for with from".split())
# What people as well as companies are to somebody.
EITHER_SORT = frozenset(
    "owner maker developer publisher operator sponsor partner parent member contractor regulator watchdog supplier "
    "rival manufacturer employer distributor promoter".split()
)
_THINGS = (
    ORG_NOUNS - ROLES - {"force", "watch", "house", "capital", "project", "army", "executive", "police", "campaign"}
) | frozenset("newsletter podcast label band start-up brokerage studio carrier regulator watchdog app".split())


@dataclass(frozen=True, slots=True)
class PersonRole:
    """A description of somebody: its head noun and its other words, folded and in their commonest form."""

    head: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameContext:
    """What stands around one mention; `roles` in order of appearance, `words` are their heads as written.

    `human` says that it describes somebody, `perhaps` that it describes somebody or a company, `thing` is the noun of
    the organisation or outlet that it describes, or "".
    """

    roles: tuple[PersonRole, ...]
    words: tuple[str, ...]
    human: bool
    perhaps: bool = False
    thing: str = ""


def role_of(phrase: str) -> tuple[PersonRole, str] | None:
    """The role that a noun phrase ascribes, and its head as written; None if it ascribes none."""
    front = _PREPOSITION.split(phrase, maxsplit=1)[0]
    words = [bare(word) for word in _WORDS.findall(front)]
    for at in range(len(words) - 1, -1, -1):
        if words[at] in ROLES or words[at] in TITLES or (at + 1 == len(words) and names_person(words[at])):
            everything = frozenset(same(bare(word)) for word in _WORDS.findall(phrase))
            return PersonRole(same(words[at]), everything - _STOP), words[at]
    return None


def same(key: str) -> str:
    """The commonest word for the same role."""
    return SAME_ROLE.get(key, key)


def context_of(text: str, start: int, end: int, low: int, high: int) -> NameContext:
    """Roles around the name at ``[start, end)`` inside the sentence ``[low, high)``."""
    roles: list[PersonRole] = []
    heads: list[str] = []
    human = False

    def add(found: tuple[PersonRole, str] | None) -> None:
        if found is not None:
            roles.append(found[0])
            heads.append(found[1])

    following = text[end : min(high, end + 6)]
    if following[:1] in (",", " ", "\u00a0") and following.strip():
        human = _look_after(text, start, end, high, add)
    before = text[max(low, start - _BEFORE) : start]
    untitled = _without_titles(before)
    if untitled.endswith((", ", ",")):
        clause = _MARKS.split(untitled.rstrip(", "))[-1].strip()
        chunk = "" if text[end : end + 1] == " " and _FRONTED.match(clause) else _described(clause)
        told = text[end : end + 1] in (",", ".", "", " ", ":", ";") and not _describes(text, end, high)
        if len(chunk) > 3 and _DETERMINED.match(chunk) and told:
            add(_singular(chunk))
    elif before.endswith((" ", "\u00a0")):
        add(_leading(before))
    thing = _thing(text, start, end, low, high)
    perhaps = bool(heads) or (text[end : end + 1] in (",", ".", ":", " ") and _calling(before))
    human = (human and not thing) or any(head not in EITHER_SORT for head in heads)
    return NameContext(tuple(roles), tuple(heads), human, perhaps, thing)


def _describes(text: str, end: int, high: int) -> bool:
    """Whether a name only describes whom the next words name: "the witness, [Tollan Paving] founder Ana Ruiz"."""
    after = _NEXT.match(text, end, high)
    return after is not None and names_person(after[1])


def _thing(text: str, start: int, end: int, low: int, high: int) -> str:
    """The noun of an organisation that stands as a description by a name: "the label, [Tall Engine]"; or ""."""
    after = _ASIDE.match(text, end, high)
    if after is not None and is_thing(noun := _head(after["chunk"])):
        return noun
    before = text[max(low, start - _BEFORE) : start]
    if before.endswith(", "):
        chunk = _MARKS.split(before[:-2])[-1]
        nouns = (_head(chunk[match.end() :]) for match in _INTRODUCING.finditer(chunk))
        noun = next((noun for noun in nouns if is_thing(noun) or names_person(noun)), "")
    else:
        words = before.split()
        noun = words[-1] if words and before[-1:] == " " and words[-1].isalpha() and words[-1].islower() else ""
        noun = "" if len(words) > 1 and words[-2] in _NO_MODIFIERS else noun
    return noun if is_thing(noun) else ""


def _head(phrase: str) -> str:
    """The last word of a noun phrase before what goes with it."""
    words = _WORDS.findall(_PREPOSITION.split(phrase, maxsplit=1)[0])
    return bare(words[-1]) if words else ""


def is_thing(noun: str) -> bool:
    """Whether a noun is for an organisation or outlet and no person."""
    return noun in _THINGS or (noun.endswith("maker") and not names_person(noun))


def _without_titles(before: str) -> str:
    """What stands before a name, less its titles: "the priest, " of "the priest, Father "."""
    while (match := _TITLE.search(before)) is not None and (is_title(key := bare(match[1])) or key in HONORIFICS):
        before = before[: match.start(1)]
    return before


def _described(clause: str) -> str:
    """The description that ends a clause: "the mayor of Tarn" in "over a picture of the mayor of Tarn"."""
    if _DETERMINED.match(clause) and _singular(clause):
        return clause
    chunk = _BREAK.split(clause)[-1].strip()
    if _DETERMINED.match(chunk) and _singular(chunk):
        return chunk
    starts = [match.end() for match in _INTRODUCING.finditer(clause)]
    return next(("the " + clause[start:] for start in starts if _singular("the " + clause[start:])), "")


def _calling(before: str) -> bool:
    """Whether a short description without capitals ends before a comma: "the steward, [Ola Brandt],"."""
    match = _SHORT.search(before)
    return match is not None and not (is_thing(match[1]) or match[1] in DOCUMENTS or match[1].endswith(_NO_PEOPLE))


def _look_after(
    text: str, start: int, end: int, high: int, add: Callable[[tuple[PersonRole, str] | None], None]
) -> bool:
    aged = _AGE.match(text, end, high) or _CHILDS_AGE.match(text, end, high)
    if aged and aged.start("age") == end + 1 and " " not in text[start:end]:
        aged = None  # "Level 3"
    if aged:
        head = f"{NUMBERS.get(aged['age'], aged['age'])}-year-old"
        add((PersonRole(head, frozenset({head})), head))
    if _TESTIFIED.match(text, end, high) is not None:
        add((PersonRole("witness", frozenset({"witness"})), "witness"))
    human = bool(aged or _WHO.match(text, end, high))
    party = _PARTY.match(text, end, high)
    if party:
        head = _PARTIES[party["party"]]
        add((PersonRole(head, frozenset({head})), head))
        human = True
    match = _AFTER.match(text, end, high)
    if match:
        chunk = match["chunk"]
        if match["link"][0] != "," or _DETERMINED.match(chunk) or role_start(chunk):
            found = _singular(chunk)
            add(found)
            verb = match["link"].split()[-1:] if match["link"].strip() else []
            if verb and verb[0] in _VERB_ROLES:
                head = _VERB_ROLES[verb[0]]
                add((PersonRole(head, frozenset(bare(w) for w in _WORDS.findall(chunk)) | {head}), head))
    return human


def role_start(chunk: str) -> bool:
    """Whether a phrase without determiner is a role: "executive director of the group"."""
    front = _PREPOSITION.split(chunk, maxsplit=1)[0]
    words = _WORDS.findall(front)
    told = bool(words) and len(words) <= 6 and bare(words[-1]) in ROLES
    return told and _VERBS.isdisjoint(bare(word) for word in words)  # "Ana Ruiz, said she looked forward"


def _singular(phrase: str) -> tuple[PersonRole, str] | None:
    front = _PREPOSITION.split(phrase, maxsplit=1)[0]
    words = _WORDS.findall(front)
    if not words or bare(words[-1]) in GROUPS:
        return None
    told = bare(words[-1]) in ROLES or any(names_person(bare(word)) and word[0].islower() for word in words[-2:])
    return role_of(phrase) if told or bare(words[-2:][0]) in ROLES else None


def _leading(before: str) -> tuple[PersonRole, str] | None:
    """The role right before a name: "conservative talk radio host [Rush Limbaugh]"."""
    words = before.split()[-6:]
    if not words or not words[-1][0].islower() or words[-1].endswith(("'s", "’s")) or not names_person(bare(words[-1])):
        return None
    first = len(words) - 1
    while first and bare(words[first - 1]) not in _STOP:
        first -= 1
    return role_of(" ".join(words[first:]))

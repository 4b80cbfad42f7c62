"""Which words beside a quotation may be whoever said it: a name, a title with one, or a role."""

import re
from dataclasses import dataclass
from functools import cache

from index.model.article import Act
from index.people.register import Known
from index.text.cues import cue_acts
from index.text.english import is_english
from index.text.folding import fold_name
from index.text.given_names import GIVEN_NAMES
from index.text.languages import foreign_words
from index.text.organisations import KNOWN_ACRONYMS, ORG_HEADS, ORG_NOUNS
from index.text.outlets import OUTLETS
from index.text.roles import CABINET, FOREIGN_TITLES, GROUPS, HONORIFICS, KIN, ROLES, is_title, names_person
from index.text.words import DETERMINERS, MONTHS, PARTICLES, STOP_WORDS, WEEKDAYS, words
from index.tracing.message import EDGE

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?|[:,;!?()\n“”\"\u2063]|[-–—―~]{1,3}(?=\s|[A-Z]|$)")
_JOINERS = PARTICLES | {"of", "the", "and", "for"}
_LABELS = words(
    """
    note notes ps pps nb fyi psa tldr tl btw edit update updates reminder reminders question answer quote quotes quoting
    quoted source sources link spoiler spoilers title headline subject topic context caption translation transcript
    summary example result results fact facts warning breaking caution disclaimer correction addendum forwarded reply
    replied via http https re fwd fw oc op tw cw ama eli5 til mfw tfw imho afaik iirc me you him her them us
    hinweis wichtig achtung zitat quelle frage antwort nachtrag eilmeldung übrigens kurz respekt wow danke stark
    bemerkung anmerkung info text meldung weitergeleitet mein meine meinen dieser diese dieses guter gute gutes bester
    beste bestes schöner schönes neuer neue neues
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
_OFFICES = HONORIFICS | CABINET | ROLES | FOREIGN_TITLES
_ROLE_OPENERS = (DETERMINERS | {"some"}) - words("my our your")
_BEHIND = words("of for from in at")
_EXTRA_VERBS = frozenset(
    "say says saying said goes put tweets posted posts wrote writes tells telling according".split()
)
ENDS = frozenset(':;!?()\n“”"')
STOPS = ENDS | {",", EDGE}


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whom a message names as the speaker, in its words.

    It is not `sure` where nothing but its place and its capitals speak for its being a name at all: of "– Respekt".
    """

    name: str
    sure: bool


@cache
def verbs() -> frozenset[str]:
    """Forms of verbs of saying that are not oftener something else."""
    return frozenset(form for form, act in cue_acts().items() if act is Act.SAID) - {
        "list", "lists", "point", "points", "note", "order", "mentions", "present", "state", "states", "sign", "show",
        "address", "question", "report", "reports", "find", "fire", "text", "sing", "document", "detail", "cable",
        "brand", "rail", "sum", "voice", "host", "signal", "rule", "tell", "post",
    } | _EXTRA_VERBS  # fmt: skip


def tokens_of(text: str) -> list[str]:
    """The words of a text and the marks that part names from others, in order."""
    return [token.rstrip(".") if len(token) > 3 else token for token in _TOKEN.findall(text)]


def first_name(tokens: list[str], known: Known, *, named: bool = False) -> Claimant | None:
    """The first name, with the title or role before it; unless it is to be `named`, else a role ("the mayor")."""
    unsure: Claimant | None = None
    of_role: Claimant | None = None
    at = 0
    while at < len(tokens):
        end = _name_end(tokens, at, known)
        parts = tokens[at:end]
        behind = [token.lower() for token in tokens[max(0, at - 2) : at] if token.lower() != "the"][-1:]
        role = _role(tokens[:end]) if parts and behind and behind[0] in _BEHIND else None
        if role is not None and role.endswith(parts[-1]):
            of_role = of_role or Claimant(role, sure=False)  # "the mayor of Skerra": not Skerra
        elif parts and _is_sure(parts, known):
            return Claimant(" ".join(parts), sure=True)
        elif parts and unsure is None and _may_be_name(parts, tokens):
            unsure = Claimant(" ".join(parts), sure=False)
        at = max(end, at + 1)
    if of_role is not None:
        return of_role
    role = None if named else _role(tokens)
    return Claimant(role, sure=True) if role is not None else unsure


def bare_name(tokens: list[str], known: Known) -> Claimant | None:
    """The last of some words where a name should stand, if it is one of the library's in small letters that is an
    English word as well: "swift: ...", "so price said ...", "emma says ...", but not "the price said"."""
    if not tokens or (len(tokens) > 1 and tokens[-2].lower() in _ROLE_OPENERS):
        return None
    word = fold_name(tokens[-1])
    if word not in known.families and not (word in GIVEN_NAMES and word in known.words):
        return None
    if word in _NOT_NAMES or _is_mere_title(word):
        return None
    return Claimant(tokens[-1], sure=False)


def _name_end(tokens: list[str], at: int, known: Known) -> int:
    """Where the name that begins at a token ends; there, where none does."""
    if not is_name(tokens[at], known) and not _opens_name(tokens, at, known):
        return at
    end = at + 1
    while end < len(tokens):
        token = tokens[end].lower()
        if (fold_name(tokens[end - 1]), fold_name(token)) in known.pairs:
            end += 1
            continue
        joins = token in _JOINERS or names_person(token)  # "Minister of Transport", "Oldstow manager Reyd"
        if not is_name(tokens[end], known) and not (
            joins and any(is_name(other, known) for other in tokens[end + 1 : end + 2 + (token in _JOINERS)])
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
    return (is_title(first) or first in HONORIFICS) and is_name(tokens[at + 1], known)


def _is_sure(parts: list[str], known: Known) -> bool:
    """Whether something but capitals tells that it is somebody's or an organisation's name."""
    folded = [fold_name(part) for part in parts]
    if any(
        word in known.words and (not is_english(word) or part[0].isupper())
        for word, part in zip(folded, parts, strict=True)
    ):
        return any(not _is_mere_title(word) for word in folded)
    if len(parts) == 1:
        return parts[0].isupper() and (folded[0] in KNOWN_ACRONYMS or folded[0] in OUTLETS)
    return (
        folded[0] in GIVEN_NAMES
        or (_is_mere_title(folded[0]) and any(not _is_mere_title(word) for word in folded))
        or any(word in ORG_HEADS for word in folded)
    )


def _is_mere_title(word: str) -> bool:
    return is_title(word) or word in _OFFICES


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
    """Whoever may speak without a name: "the mayor", "a spokesman for the line"."""
    for at, token in enumerate(tokens[:-1]):
        if token.lower() not in _ROLE_OPENERS:
            continue
        role: list[str] = []
        for word in tokens[at + 1 : at + 8]:
            lower = word.lower()
            joins = lower in _BEHIND or (lower == "the" and role and role[-1].lower() in _BEHIND)
            verb = role and lower in verbs() and not names_person(lower)
            if not joins and (word in STOPS or verb or lower in _NOT_NAMES):
                break
            role.append(word)
        heads = [index for index, word in enumerate(role) if _speaks(fold_name(word))]
        if heads:
            joined = len(role) > heads[-1] + 2 and role[heads[-1] + 1].lower() in _BEHIND  # "the mayor of Skerra"
            return " ".join([token, *(role if joined else role[: heads[-1] + 1])])
    return None


def _speaks(noun: str) -> bool:
    return names_person(noun) or noun in ORG_NOUNS or noun in GROUPS or noun in KIN or is_title(noun)


def is_name(token: str, known: Known) -> bool:
    """Whether a token may be part of a name: it has a capital, or the library has it as a family name."""
    lower = token.lower().rstrip(".")
    if (
        not token[0].isalnum()
        or lower in _NOT_NAMES
        or lower.endswith(("n't", "n’t"))
        or lower.split("'")[0].split("’")[0] in _NOT_NAMES
    ):
        return False
    return (token[0].isupper() and lower not in verbs()) or known.is_family(token)

"""Who wrote an article, out of the credits that a page or a text gives: people, and agencies; no jobs, no outlets.

A credit is what is said of it in one place: "By Ada Lint and Bo Marsh", "Lint, Ada", "Ada Lint, Political Editor".
"""

import re
from collections.abc import Collection, Iterator

from index.text.folding import fold_name
from index.text.given_names import GIVEN_NAMES
from index.text.mastheads import plain_outlet
from index.text.organisations import ORG_HEADS
from index.text.outlets import OUTLET_HEADS, OUTLETS, PUBLISHERS
from index.text.places import NATIONALITIES, PLACES
from index.text.words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, phrases, words

_LONGEST = 500  # code points of a credit
_LONGEST_NAME = 60
_MOST_WORDS = 6
_MOST = 12  # authors
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[\w.+-]{1,64}@[\w.-]{1,250}|@\w+|(?:https?:|www\.)\S*", re.IGNORECASE)
_LEAD = re.compile(r"(?:[A-Za-z]+ ){0,3}by(?:[: ]+|$)", re.IGNORECASE)
_PARTS = re.compile(r"[;|/•·\n]| [-–—] | (?:and|with) |(?:^|(?<=[, ]))& ?", re.IGNORECASE)
_PLACE = re.compile(r" (?:in|of|for|at)(?: |$)")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
_JOBS = words(
    """
    editor editors reporter reporters correspondent correspondents writer writers columnist columnists journalist
    journalists producer producers contributor contributors critic photographer photographers presenter broadcaster
    researcher freelancer blogger commentator videographer editor-in-chief editor-at-large staff desk newsroom bureau
    team reports report board intern publisher
    """
)
_NO_PEOPLE = words("staff desk newsroom bureau team reports report board publisher")
_MODIFIERS = words(
    """
    senior chief associate assistant deputy executive managing contributing special political politics sport sports
    business economics economy education health science environment climate crime court courts local national foreign
    world international technology tech culture arts entertainment showbiz music film food travel lifestyle royal
    defence defense diplomatic home affairs media news features consumer digital data investigations investigative
    breaking religion legal transport social video audience community general trainee junior staff freelance guest own
    our and lead city metro state security football cricket tennis rugby financial finance markets property weather
    regional chief parliamentary religious opinion the a
    """
)
_BEFORE_JOBS = _MODIFIERS | NATIONALITIES
_NEVER = words(
    """
    share follow subscribe updated published posted newsletter facebook twitter linkedin instagram whatsapp username
    admin administrator webmaster anonymous unknown editorial newsroom staff contributors login comments website
    online author authors user guest agencies by print email more copyright unnamed undefined null none
    bio bios biography view watch submissions archive profile
    """
)
_HOUSES = words("media digital newspapers publishing publications communications broadcasting editors")
_PARTICLES = words(
    "de da do dos das du del della di la le les van von der den ter ten al el bin ibn bint y e af av zu op 't"
)
_CREDENTIALS = words("jr sr phd md ma mba msc bsc ba rn jd esq pharmd mph do dds ii iii iv")
_DEGREES = _CREDENTIALS - words("jr sr do ma")  # the others may be of the name
_SITE = re.compile(r"[^\W\d_]{2}\.[^\W\d_]{2}")
_CUT = re.compile(r"\d|\b(?:updated|published|posted|follow|share|today|yesterday|last modified)\b", re.IGNORECASE)
_DAYS = MONTHS.keys() | SHORT_MONTHS.keys() | WEEKDAYS | SHORT_WEEKDAYS | words("on at the")
_AGENCIES = phrases(
    """
    ap | associated press | reuters | afp | agence france-presse | pa | pa media | press association | upi | dpa
    united press international | xinhua | tass | efe | ansa | kyodo | kyodo news | yonhap | interfax | aap | pti | ani
    australian associated press | canadian press | press trust of india | bloomberg | bloomberg news
    """
)


def is_job(line: str) -> bool:
    """Whether a line says no more than what somebody is: "Own correspondent", "(By our political editor)"."""
    line = _LEAD.sub("", line.strip(" ().,"), count=1)
    found = [fold_name(word).rstrip(".") for word in line.split()]
    return bool(found) and found[-1] in _JOBS and all(word in _MODIFIERS or word in _JOBS for word in found)


def authors_of(lines: Collection[str], outlets: Collection[str]) -> tuple[tuple[str, ...], bool]:
    """The authors that lines of credit name, in order, each once; and whether there is a person among them.

    `outlets` are names of the page's own outlet, which is never an author.
    """
    own = {plain_outlet(outlet) for outlet in outlets} - {""}
    own |= {name.removesuffix(" news") for name in own}
    marks = sorted(
        (_bare_name(outlet) for outlet in outlets if " " in outlet or outlet.isupper()), key=len, reverse=True
    )
    named_so = re.compile("|".join(rf"\b(?:the )?{re.escape(mark)}\b" for mark in marks) or r"(?!)", re.IGNORECASE)
    found: dict[str, str] = {}
    people = False
    for credit in lines:
        agency = _agency(credit, own)
        named = [agency] if agency else list(_people(named_so.sub(";", credit[:_LONGEST]), own))
        people = people or bool(named and not agency)
        for name in named:
            found.setdefault(fold_name(name).replace(".", ""), name)
    return tuple(found.values())[:_MOST], people


def _bare_name(outlet: str) -> str:
    return re.sub(r"^the ", "", outlet, flags=re.IGNORECASE)


def _agency(credit: str, own: Collection[str]) -> str | None:
    """The agency that is all that a credit names, where it is not the outlet itself."""
    name = _PLACE.split(_LEAD.sub("", _plain(credit), count=1))[0].strip(" ,.")
    plain = plain_outlet(name)
    return name if plain in _AGENCIES and plain not in own else None


def _plain(credit: str) -> str:
    return " ".join(_ASIDE.sub(" ", credit[:_LONGEST]).split())


def _people(credit: str, own: Collection[str]) -> Iterator[str]:
    line = _plain(credit)
    cut = _CUT.search(line)
    if cut is not None:  # the day goes with what stands before its number
        said = line[: cut.start()].rstrip(" ,:").split()
        while said and fold_name(said[-1]).strip(".,") in _DAYS:
            said.pop()
        line = " ".join(said)
    lead = _LEAD.match(line)
    for part in _PARTS.split(line[lead.end() :] if lead else line):
        turned = _turned(part, own)
        for place, piece in enumerate([turned] if turned else part.split(",")):
            name = _name(piece, first=place == 0)
            if name and plain_outlet(name) not in own and (place == 0 or " " in name) and _is_person(name):
                yield name


def _turned(part: str, own: Collection[str]) -> str | None:
    """A name that is given as "Lint, Ada", turned; None where it is not."""
    family, comma, given = (piece.strip() for piece in part.partition(","))
    if not comma or not family or not given or "," in given:
        return None
    fore, back = fold_name(given).split(), fold_name(family).split()
    known = fore[0] in GIVEN_NAMES or _INITIAL.fullmatch(given.split()[0]) is not None
    alone = len(back) == 1 or back[0] in _PARTICLES
    if (
        len(fore) > 2
        or len(back) > 3
        or not (alone or (known and len(fore) == 1 and back[0] not in GIVEN_NAMES))
        or not (family[0].isupper() or back[0] in _PARTICLES)
        or not given[0].isupper()
        or fore[-1].rstrip(".") in _CREDENTIALS
        or is_job(given)
        or " ".join(fore) in PLACES
        or plain_outlet(given) in own
        or {plain_outlet(family), plain_outlet(given)} & OUTLETS
    ):
        return None
    return f"{given} {family}"


def _name(piece: str, *, first: bool) -> str:
    """The name that a piece of a credit begins with, "" where it is only what somebody is, or where or when it was."""
    found: list[str] = []
    for word in _PLACE.split(" ".join(piece.split()))[0].split():
        key = fold_name(word).replace(" ", "").strip(",:")
        if key in _JOBS and found:
            if not first or (key in _NO_PEOPLE and key == fold_name(piece.rsplit(maxsplit=1)[-1])):
                return ""
            while found and fold_name(found[-1]) in _BEFORE_JOBS:
                found.pop()
            break
        found.append(word)
    while len(found) > 1 and fold_name(found[-1]).strip(".,") in _DEGREES:
        found.pop()
    name = " ".join(found).strip(' ,:-–—*"“”')
    return name if re.search(r"(?:\b[^\W\d_]|\b[JS]r)\.$", name) else name.rstrip(".")


def _is_person(name: str) -> bool:
    parts = name.split()
    keys = [fold_name(part).strip(".") for part in parts]
    if len(name) > _LONGEST_NAME or not 1 <= len(parts) <= _MOST_WORDS or len(name) < 2:
        return False
    if (
        _SITE.search(name)
        or any(key in _NEVER for key in keys)
        or keys[0] == "the"
        or any(char in name for char in ":!?<>{}_=#")
    ):
        return False
    if not all(_begins_name(part) or key in _PARTICLES for part, key in zip(parts, keys, strict=True)):
        return False
    if len(parts) == 1 and name.isupper() and name.isascii():
        return False
    if all(key in _PARTICLES or key in _CREDENTIALS for key in keys) or is_job(name):
        return False
    whole = " ".join(keys)
    if any(whole in names for names in (OUTLETS, PUBLISHERS, PLACES, _AGENCIES)):
        return False
    if len(keys) == 1 and (keys[0] in _MODIFIERS or keys[0] in WEEKDAYS):
        return False
    organisation = keys[-1] in ORG_HEADS or keys[-1] in OUTLET_HEADS or keys[-1] in _HOUSES
    return not (organisation and (len(keys) == 1 or keys[0] not in GIVEN_NAMES))


def _begins_name(word: str) -> bool:
    """Whether a word begins as names do: "Ada", "d'Arcy", or in a script without capitals."""
    capital = word[2:3] if word[1:2] in ("'", "’") else word[0]
    return capital.isupper() or (capital.isalpha() and not capital.islower())

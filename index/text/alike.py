"""Words that stand for the same: countries with their people, what well-known bodies are called for short, and what is
asked in a chat in other words than a newspaper has."""

import re
from collections import defaultdict
from functools import cache

from index.text.homes import PEOPLES
from index.text.organisations import KNOWN_SHORT
from index.text.terms import stems_of

_INITIALS = 4  # letters from which a short name is no initials
# What is said for short in a chat, and what a newspaper writes.
_SHORT = """
tory conservative | gop republican | dem democrat | labour labor | cop police | vet veteran | potus president
scotus supreme court | mp lawmaker | photo picture | pic photo | tv television | ad advertisement
advert advertisement | exam examination | bike bicycle | flu influenza | mum mother | mom mother | dad father
grandma grandmother | grandpa grandfather | gran grandmother | app application | phone telephone | ceo executive
plane aircraft | plane jet | plane airplane | plane aeroplane | lawyer attorney | movie film | jail prison
teen teenager | meds medication | doc doctor | uni university | gym gymnasium | champ champion
temp temperature | congressman representative | truckie trucker
"""
# What people do and what happens to them, as it is asked and as a newspaper has it.
_DEEDS = """
hurt injured injury wounded | die died dead death killed | win won victory beat defeat | lose lost beaten defeat
catch caught arrested captured detained | fire fired sacked dismissed | quit resign resigned | sick ill illness
buy bought acquired acquisition | start begin launch | cost price | pick choose select
steal stole stolen theft stealing | jailed sentenced imprisoned | crash collision | smash break | shut closed close
earthquake quake | blaze fire
"""
# What somebody is asked to hold, and in which words one says so oneself: "What does he fear?" - "We are worried."
_STANCES = """
fear: afraid | scared | worry | worried | worries | concerned | anxious | dread | danger
hope: look forward | optimistic | wish | confident
want: demand | wish | would like | call for | urge
demand: want | insist | call for | urge
"""

# What is often asked in other words than it is told in: who led a study, who scored the winner.
_TELLING = (
    (
        re.compile(
            r"\bwho\s+(?:led|leads|ran|runs|did|conducted|carried out|wrote|headed|(?:is|was) behind)\s+"
            r"(?:[\w'-]+\s+){0,4}?(?:study|research|paper|survey|trial|review)\b",
            re.IGNORECASE,
        ),
        """lead author | senior author | first author | study author | study leader | principal investigator
        | lead investigator | lead researcher | lead scientist | led by""",
    ),
    (
        re.compile(r"\bwho\s+(?:scored|got|hit|netted|made)\s+the\s+(?:winner|winning\s+\w+)\b", re.IGNORECASE),
        """winning goal | winning run | winning try | winning point | winning basket | winning shot | the winner
        | late winner | decisive goal | match winner""",
    ),
)

# Whose age is asked, which stands behind the name: "Ada Lind, 54, said".
_HOW_OLD = re.compile(
    r"\b(?:how old|what age|what (?:is|was) the age of)\s+(?:(?:is|was)\s+)?"
    r"(?P<who>[\w.'-]+(?:\s+(?!when\b|now\b)[\w.'-]+){0,2})",
    re.IGNORECASE,
)
_AGES = range(1, 111)
# Phrases that tell of the dead, and of the hurt, and how it is asked how many there are of either.
_DEAD = """
dead | died | dies | dying | death | killed | fatal | fatality | fatally | perished | lost lives | lost life
claimed lives
"""
_HURT = "hurt | injured | injury | wounded | burns | concussion"
_HOW_MANY = re.compile(
    r"\b(?:how many|number of|any|(?:did|was|were|is) any(?:one|body))\b.{0,40}?\b(?:(?P<hurt>hurt|injured|injuries"
    r"|wounded)|die[ds]?|dead|deaths?|killed|fatalities|perished|lost their lives)\b|\bdeath toll\b",
    re.IGNORECASE,
)


@cache
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for group in _lines(PEOPLES):
        for one in group:
            found[one] |= {(other,): None for other in group if other != one}
    for group in _lines(_DEEDS):
        for one in group:
            found[one] |= {(other,): None for other in group if other != one}
    for line in _STANCES.strip().split("\n"):
        asked, _, ways = line.partition(":")
        found[stems_of(asked)[0]] |= {tuple(stems_of(way)): None for way in ways.split("|")}
    for short, *whole in _lines(_SHORT):
        found[short][tuple(whole)] = None
        if len(whole) == 1:
            found[whole[0]][(short,)] = None
    for short, name in KNOWN_SHORT.items():
        if " " in name:
            found[stems_of(short.upper() if len(short) < _INITIALS else short)[0]][tuple(stems_of(name))] = None
    return {stem: tuple(phrases) for stem, phrases in found.items()}


def _lines(text: str) -> list[list[str]]:
    """The stems of each group."""
    groups = (group for line in text.strip().split("\n") for group in line.split("|"))
    return [[stem for word in group.split() for stem in stems_of(word)] for group in groups]


def alike(stem: str) -> tuple[tuple[str, ...], ...]:
    """Phrases, each as its stems, that say the same as the word of `stem`; most have none."""
    return _table().get(stem, ())


def telling(text: str) -> tuple[str, ...]:
    """The stems, joined by a space, of each two words that tell what a question, plainly worded, asks."""
    phrases = (phrase for asked, phrases in _TELLING if asked.search(text) for phrase in phrases.split("|"))
    pairs = [" ".join(stems_of(phrase)) for phrase in phrases]
    aged = _HOW_OLD.search(text)
    if aged is not None:
        pairs += [f"{stem} {years}" for stem in stems_of(aged["who"])[-1:] for years in _AGES]
    return tuple(dict.fromkeys(pairs))


def fates(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]] | None:
    """The phrases, as stems, that tell of those whom a question asks to be counted, the dead or the hurt, and those
    that tell of the others; None where it asks for neither."""
    asked = _HOW_MANY.search(text)
    if asked is None:
        return None
    dead, hurt = (tuple(map(tuple, _lines(phrases))) for phrases in (_DEAD, _HURT))
    return (hurt, dead) if asked["hurt"] else (dead, hurt)

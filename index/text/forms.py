"""Forms of one word whose stems differ: of irregular verbs and nouns, and as the British and the Americans spell it."""

import re
from collections import defaultdict
from functools import cache

from index.text.terms import stems_of

_VERBS = """
arise arose arisen | become became | begin began begun | bend bent | bite bit bitten | bleed bled | blow blew blown
break broke broken | breed bred | bring brought | build built | burn burnt | buy bought | catch caught
choose chose chosen | cling clung | creep crept | deal dealt | dig dug | draw drew drawn | dream dreamt
drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought
find found | flee fled | fly flew flown | forbid forbade forbidden | forget forgot forgotten
forgive forgave forgiven | freeze froze frozen | grind ground | grow grew grown | hang hung | hear heard
hide hid hidden | hold held | kneel knelt | know knew known | lay laid | lead led | learn learnt | leave left
lend lent | light lit | lose lost | mean meant | meet met | pay paid | prove proven | ride rode ridden
ring rang rung | rise rose risen | run ran | see saw seen | seek sought | sell sold | send sent | shake shook shaken
shine shone | shoot shot | show shown | shrink shrank shrunk | sing sang sung | sink sank sunk | sit sat
slay slew slain | sleep slept | slide slid | smell smelt | speak spoke spoken | speed sped | spend spent | spill spilt
spin spun | spoil spoilt | stand stood | steal stole stolen | stick stuck | sting stung | stink stank
strike struck stricken | swear swore sworn | sweep swept | swell swollen | swim swam swum | swing swung | teach taught
tear tore torn | throw threw thrown | understand understood | wake woke woken | wear wore worn | weave wove woven
weep wept | win won | withdraw withdrew withdrawn | write wrote written
"""
_NOUNS = """
child children | man men | woman women | foot feet | tooth teeth | goose geese | mouse mice | wolf wolves
knife knives | wife wives | life lives | leaf leaves | half halves | thief thieves | loaf loaves | shelf shelves
calf calves | analysis analyses | crisis crises | person people | penny pence
"""
# British and American endings of one word; what comes behind them stays.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[sdr]?|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})iz(?=(?:e[sdr]?|ers|ing|ations?)$)"), "is"),
    (re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|ful|able|hood|$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})or(?=s|ed|ing|ful|able|hood|$)"), "our"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}[tb])er(?=s?$)"), "re"),
    (re.compile(r"(?<=[a-z]{2}en)ce(?=s?$)"), "se"),
    (re.compile(r"(?<=[a-z]{2}en)se(?=s?$)"), "ce"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"gram(?=s?$)"), "gramme"),
)


def _groups(table: str) -> list[list[str]]:
    """The forms of each word of a table."""
    return [group.split() for line in table.strip().split("\n") for group in line.split("|")]


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in (*_groups(_VERBS), *_groups(_NOUNS)):
        stems = [stem for word in group for stem in stems_of(word)]
        for stem in stems:
            found[stem] |= dict.fromkeys(other for other in stems if other != stem)
    return {stem: tuple(others) for stem, others in found.items()}


@cache
def _participles() -> frozenset[str]:
    return frozenset(verb[-1] for verb in _groups(_VERBS)) | {"hit", "hurt", "cut", "put", "set", "beat"}


def is_participle(word: str) -> bool:
    """Whether a word in small letters tells what was done to somebody: "injured", "shot"."""
    return word.islower() and ((len(word) > len("fred") and word.endswith("ed")) or word in _participles())


def forms(stem: str, word: str) -> tuple[str, ...]:
    """Stems of other forms of a word, folded, and of its other spellings, whether there are such or not."""
    spelt = (stems_of(ending.sub(other, word)) for ending, other in _SPELLINGS if ending.search(word))
    return (*_irregular().get(stem, ()), *(one for [one] in spelt if one != stem))

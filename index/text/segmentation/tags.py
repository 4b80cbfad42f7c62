"""Tags: the clause that tells who asked or cried what a quotation has just ended with, “Why?” Ana Ruiz asked."""

from index.model.article import Span
from index.text.tokens import tokenise
from index.text.words import COMMON, NAME_OPENERS, PARTICLES, SHORT_TITLES, SUFFIXES, WEEKDAYS, words

_ASKED = words("asked asks inquired enquired wondered wonders demanded demands queried")
_TOLD = words("told tells reminded warned begged implored urged")
_SAID = words("said says goes added adds continued wrote writes tweeted posted declared announced remarked")
_CRIED = words(
    """
    cried cries shouted shouts yelled yells exclaimed exclaims screamed called bellowed roared joked jokes quipped
    quips laughed snapped sneered barked whispered muttered murmured mused groaned sighed replied replies answered
    responded retorted texted thundered pleaded chanted interjected protested sang hollered shrieked howled gasped
    """
)
_VERBS = _ASKED | _TOLD | _SAID | _CRIED | {"wanted", "wants"}  # to know
_SUBJECTS = words("he she they we i")
_BEFORE_VERB = words("then later also once again had has finally often always never just")
_CIRCUMSTANCES = WEEKDAYS | words(
    """
    in on at of from during after before as to with while when into by aloud again back later then twice once today
    yesterday tonight through over under via across outside inside near beside without upon amid last this earlier
    recently soon out
    """
)
_CLAUSE = words(
    """
    that if whether why how what who to for about he she they it we you i there would had has have was were is are will
    could can should may might must did does do
    """
)
_FINITE = words("would had has have was were is are will could can should may might must did does")
_SUBORDINATE = words("as when while where who which after before since because and but")
_ENDS = frozenset('.,:;!?…—–-“”"') | {"''", "``"}
_QUOTED = frozenset('“"‘') | {"``", "''"}
_JOINS = PARTICLES | words("of the and & for")
_LOOK = 240  # code points behind the quotation that are looked at
_TOKENS = 40
_LONGEST = 1_000  # code points of a quotation whose opening mark is looked for
_APPOSITION = 14  # tokens of ", the mayor of Lower Mill," at most
_TAIL = 10  # tokens behind the verb of a clause that has its object


def tag_follows(text: str, begin: int, mark: int, start: int, high: int) -> bool:
    """Whether the quotation that ends with the mark at `mark` goes on at `start` with the clause of its speaker.

    It began in the sentence from `begin`, or before that. What a comma or colon announced has its speaker already.
    """
    if _announced(text, begin, mark):
        return False
    tokens = tokenise(text, Span(start, min(high, start + _LOOK)), _TOKENS).text if start < high else ()
    verb = _verb(tokens)
    if tokens[verb : verb + 3] in (("wanted", "to", "know"), ("wants", "to", "know")):
        return True
    return verb > 0 and _is_tag(tokens[verb].lower(), [word.lower() for word in tokens[verb + 1 :]])


def _announced(text: str, begin: int, mark: int) -> bool:
    low = max(begin, mark - _LONGEST)
    opening = max(text.rfind(char, low, mark) for char in '“"‘„«')
    return opening > low and text[max(low, opening - 3) : opening].rstrip()[-1:] in (",", ":")


def _verb(tokens: tuple[str, ...]) -> int:
    """The place of the verb whose subject the tokens begin with; 0 if they begin otherwise."""
    at = _subject(tokens)
    if at and tokens[at : at + 1] == (",",):
        close = [n for n, word in enumerate(tokens[at + 1 : at + 1 + _APPOSITION], at + 1) if word == ","]
        if not close:
            return 0
        at = close[0] + 1
    if at:
        while at < len(tokens) and (tokens[at] in _BEFORE_VERB or tokens[at].endswith("ly")):
            at += 1
    return at if at < len(tokens) and tokens[at] in _VERBS else 0


def _subject(tokens: tuple[str, ...]) -> int:
    """How many tokens from the first on are a name, or a pronoun that stands for one."""
    if not tokens or not tokens[0][0].isupper():
        return 0
    first = tokens[0].lower()
    if first in _SUBJECTS:
        return 1
    acronym = len(first) > 1 and tokens[0].isupper()
    if first in COMMON and not acronym and first not in NAME_OPENERS and first not in ("will", "may"):
        return 0
    at = 1
    while at < len(tokens):
        word, before = tokens[at], tokens[at - 1].lower()
        if word == ".":
            if not (len(before) == 1 or before in SHORT_TITLES or before in SUFFIXES):
                break
        elif word in ("’s", "'s"):
            return _owned(tokens, at + 1)
        elif not word[0].isupper() and not (word in _JOINS and tokens[at + 1 : at + 2] and _named(tokens[at + 1])):
            break
        at += 1
    return at


def _named(token: str) -> bool:
    return token[0].isupper() or token in _JOINS


def _owned(tokens: tuple[str, ...], at: int) -> int:
    """The end of "’s lawyer"."""
    for place in range(at, min(at + 4, len(tokens))):
        if tokens[place] in _VERBS:
            return place
    return 0


def _is_tag(verb: str, tail: list[str]) -> bool:
    """Whether a clause of `verb` and `tail` only tells who spoke and how, and has no content of its own."""
    end = next((n for n, word in enumerate(tail) if word in _ENDS), len(tail))
    own, rest = tail[:end], tail[end : end + 2]
    if rest[:1] == [":"] or (rest[:1] == [","] and rest[-1] in _QUOTED):
        return False  # it announces the next quotation
    if not own:
        return True
    if own[0] in _CIRCUMSTANCES or own[0].endswith("ly"):
        return verb not in _SAID | _TOLD or not _states(own)
    return verb in _ASKED | _TOLD and len(rest) > 0 and end <= _TAIL and not _CLAUSE.intersection(own)


def _states(own: list[str]) -> bool:
    """Whether a clause that began with a circumstance goes on with what was said: "said on Monday that it was"."""
    if "that" in own:
        return True
    verbs = [n for n, word in enumerate(own) if word in _FINITE]
    return bool(verbs) and not _SUBORDINATE.intersection(own[: verbs[0]])

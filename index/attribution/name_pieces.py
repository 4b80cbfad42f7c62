"""Runs cut into names: titles taken off, and what the words themselves tell of what is named."""

from index.attribution.name_drafts import NameKind, Piece
from index.attribution.name_runs import Run
from index.text.given_names import EITHER, FEMALE, MALE
from index.text.lexicon import (
    CABINET,
    GROUPS,
    HONORIFICS,
    KNOWN_ORGANISATIONS,
    NATIONALITIES,
    ORG_HEADS,
    OUTLET_HEADS,
    OUTLETS,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    PLAIN_OUTLETS,
    ROLES,
    SUFFIXES,
    TITLES,
)

_SMALL = frozenset({"of", "for", "on", "to", "against", "&", "and"})
_SURVEYS = frozenset({"poll", "survey", "census", "study", "report"})
_TRADERS = frozenset({"retailer", "broadcaster", "insurer", "lender", "publisher", "airline", "supermarket"})
_ACRONYM = 6  # letters at most


def pieces_of(run: Run, text: str) -> list[Piece]:
    """The name in a run, with its titles, after what names their office: "[European Council] President [Ana Ruiz]"."""
    keys = run.keys
    size = len(keys)
    for at in range(size - 4, -1, -1):
        if keys[at] in TITLES and keys[at + 1] == "of" and keys[at + 2] in CABINET:
            return _titled(run, at, at + 3, text)
    name = _name_after_title(keys)
    if not name:
        first = int(size > 1 and (keys[0].endswith("maker") or keys[0] in _TRADERS))
        return [Piece(run, first, size, (), (), kind_of(run, first, size, text))]
    title = name - 1
    while title and keys[title - 1] in TITLES:
        title -= 1
    return _titled(run, title, name, text)


def _name_after_title(keys: tuple[str, ...]) -> int:
    """The word that follows the last title that a person's name follows; 0 if there is none."""
    if keys in KNOWN_ORGANISATIONS:
        return 0
    last = keys[-1]
    person = last not in ORG_HEADS and last not in PLACE_HEADS
    for at in range(len(keys) - 2, -1, -1):
        # Any role may be set like a title before a full name: "Ranger Tove Lindqvist".
        if keys[at] in ROLES and keys[at] not in TITLES and person and at + 2 < len(keys) and at + 4 > len(keys):
            return at + 1
        if keys[at] in TITLES and keys[at + 1] not in SUFFIXES:
            if person and keys[at + 1] != "of":
                return at + 1
            if keys[at] in HONORIFICS and at == len(keys) - 2:
                return at + 1
    return 0


def _titled(run: Run, title: int, name: int, text: str) -> list[Piece]:
    """The name from word `name`, with its title from word `title`, after what stands before both."""
    keys = run.keys
    person = Piece(run, name, len(keys), keys[title:name], keys[:title], NameKind.PERSON)
    return [Piece(run, 0, title, (), (), kind_of(run, 0, title, text)), person] if title else [person]


def kind_of(run: Run, first: int, last: int, text: str) -> NameKind:
    """What words `first` up to `last` of a run name, as far as the words tell."""
    keys = run.keys[first:last]
    name = " ".join(keys)
    if (name in OUTLETS or "the " + name in OUTLETS) and (run.definite or name not in PLAIN_OUTLETS):
        return NameKind.OUTLET
    if name in PLACES:
        return NameKind.PLACE
    if keys in KNOWN_ORGANISATIONS:
        return NameKind.ORGANISATION
    if len(keys) == 1:
        return _kind_of_word(run, text[run.starts[first] : run.ends[first]], keys[0], text)
    given = keys[0] in MALE or keys[0] in FEMALE
    if given and not run.definite and len(keys) == 2:
        return NameKind.UNKNOWN
    tail = keys[-1].rsplit("-", 1)[-1]
    if tail in OUTLET_HEADS or tail in _SURVEYS:
        return NameKind.OUTLET
    if keys[-1] in ORG_HEADS or (not _SMALL.isdisjoint(keys[1:-1]) and not ORG_HEADS.isdisjoint(keys)):
        return NameKind.ORGANISATION
    if keys[-1] in PLACE_HEADS or (keys[-1] in PLACES and not given):
        return NameKind.PLACE
    return NameKind.UNKNOWN


def _kind_of_word(run: Run, word: str, key: str, text: str) -> NameKind:
    letters = word.replace(".", "").replace("-", "")
    acronym = 1 < len(letters) <= _ACRONYM and letters.isupper() and ("." in word or not run.headline)
    if (acronym and key not in TITLES) or "&" in word:
        # The speakers of a transcript stand in capitals, too.
        shouted = len(run.keys) == 1 and text[run.end : run.end + 1] == ":"
        return NameKind.UNKNOWN if shouted else NameKind.ORGANISATION
    if run.definite and not run.initial and key.rsplit("-", 1)[-1] in OUTLET_HEADS:
        return NameKind.OUTLET
    return NameKind.UNKNOWN


def looks_human(piece: Piece, text: str) -> int:
    """Points that the words of a name of several give for a person, or against one."""
    keys = piece.keys
    words = [text[piece.run.starts[n] : piece.run.ends[n]] for n in range(piece.first, piece.last)]
    given = keys[0] in MALE or keys[0] in FEMALE or keys[0] in EITHER
    score = 2 * given + 2 * (keys[-1] in SUFFIXES) + 2 * (keys[0] in PARTICLES)
    score += 2 * any(len(word) == 2 and word[1] == "." for word in words[1:-1])
    score += ("." in words[0] and len(words[0]) > 2) + (not PARTICLES.isdisjoint(keys[1:-1]))
    if keys[-1] in GROUPS or keys[0] in NATIONALITIES or (keys[-1] in ROLES and not given):
        score -= 4
    if any(word.isdigit() for word in words):
        score -= 4
    shouted = [word.isupper() and len(word) > 3 for word in words]
    return score - 2 * (any(shouted) and not all(word.isupper() for word in words))


def titles_before(keys: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The titles right before word `at`."""
    first = at
    while first and keys[first - 1] in TITLES:
        first -= 1
    return keys[first:at]

"""Who speaks in the articles of a saved index: as it is shown, and as a roster goes on from it when articles come and
go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.model.answer import Person
from index.model.article import SpeakerType
from index.people.lookup import Speakers
from index.people.uses import KINDS, Use

_MOST = 1 << 31  # quotations of a speaker: more are damage


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of a name that articles use.

    Attributes
    ----------
    type : SpeakerType
        What its bearer is, by most of its words.
    quotes : int
        How often it speaks.
    key : str
        What it has in common with all names that may be its bearer's: a person's family name, else itself, folded.
    fullest : str
        The fullest name of its bearer, among those.
    first : str | None
        Of a person's fullest name the first word, if the person may be called by it alone.
    """

    type: SpeakerType
    quotes: int
    key: str
    fullest: str
    first: str | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who speaks, as long as no article comes or goes.

    Attributes
    ----------
    speakers : Speakers
        Those whom no rule has had a say in.
    named : function of () to dict of str to Named
        By name, for all that `speakers` know.
    said : function of str to dict of str to Use
        How articles use a name, by the article.
    """

    speakers: Speakers
    named: Callable[[], dict[str, Named]]
    said: Callable[[str], dict[str, Use]]


def to_json(speakers: Speakers, named: Mapping[str, Named]) -> dict[str, list[Any]]:
    """Speakers whom no rule has had a say in, in JSON's types: themselves, what is known of the names that articles
    use, by columns, and the outlets."""
    people = {person.name: place for place, person in enumerate(speakers.people)}
    names = sorted(named)
    places = {name: place for place, name in enumerate(names)}
    ordered = [named[name] for name in names]
    return {
        "people": [
            [one.name, KINDS.index(one.type), one.quotes, one.articles, one.latest.toordinal() if one.latest else 0]
            for one in speakers.people
        ],
        "names": names,
        "bearers": [people[speakers.canonical[name]] for name in names],
        "types": [KINDS.index(one.type) for one in ordered],
        "quotes": [one.quotes for one in ordered],
        "keys": [one.key for one in ordered],
        "fullest": [places[one.fullest] for one in ordered],
        "firsts": [one.first for one in ordered],
        "outlets": sorted(speakers.outlets),
    }


def from_json(found: Mapping[str, Any], said: Callable[[str], dict[str, Use]]) -> Enrolment:
    """What `to_json` was given, with the uses of names beside it.

    Raises
    ------
    ValueError, TypeError, KeyError, IndexError
        If it was not.
    """
    people, names, bearers, outlets = (found[column] for column in ("people", "names", "bearers", "outlets"))
    _check(found)
    aliases: list[list[str]] = [[] for _ in people]
    canonical: dict[str, str] = {}
    for name, place in zip(names, bearers, strict=True):
        whole = canonical[name] = people[place][0]
        if name != whole:
            aliases[place].append(name)
    speakers = Speakers(
        tuple(
            Person(
                name,
                KINDS[kind],
                int(quotes),
                int(articles),
                date.fromordinal(latest) if latest else None,
                tuple(sorted(others)),
            )
            for (name, kind, quotes, articles, latest), others in zip(people, aliases, strict=True)
        ),
        canonical,
        frozenset(outlets),
        {},
        {},
    )
    return Enrolment(speakers, lambda: _named(found), said)


def _check(found: Mapping[str, Any]) -> None:
    """Raise ValueError where a column is not of these names, or a place of nothing that is there."""
    names: Sequence[str] = found["names"]
    texts = (*names, *found["keys"], *(first for first in found["firsts"] if first is not None))
    sound = all(isinstance(one, str) for one in texts)
    for column, most in (
        ("bearers", len(found["people"])),
        ("types", len(KINDS)),
        ("quotes", _MOST),
        ("keys", None),
        ("fullest", len(names)),
        ("firsts", None),
    ):
        values = found[column]
        sound &= len(values) == len(names)
        sound &= most is None or not values or (min(values) >= 0 and max(values) < most)
    if not sound:
        raise ValueError("The names of speakers are damaged.")


def _named(found: Mapping[str, Any]) -> dict[str, Named]:
    names = found["names"]
    columns = (found[column] for column in ("names", "types", "quotes", "keys", "fullest", "firsts"))
    return {
        name: Named(KINDS[kind], int(quotes), key, names[fullest], first)
        for name, kind, quotes, key, fullest, first in zip(*columns, strict=True)
    }

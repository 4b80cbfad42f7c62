"""Who speaks for a country: "China" is asked what Beijing, the Chinese government and its officials said."""

from collections import defaultdict
from collections.abc import Sequence

from index.people.bearers import Bearers, ways_of_being
from index.ranking.fields import Fields
from index.ranking.query import Subjects
from index.text.homes import Home, home_in, others_than, tells_of
from index.text.organisations import PUBLIC_NOUNS
from index.text.terms import Term, stems_of, terms_of
from index.text.words import words

_GOVERNMENTS = words("government administration officials authorities")
_BODIES = frozenset(stems_of(" ".join((*_GOVERNMENTS, *PUBLIC_NOUNS, "embassy"))))
_OFFICIAL = 0.4  # of what an official says, of what the government itself says


def governed(subject: Sequence[Term]) -> tuple[Home, str] | None:
    """The country that alone is asked, or its government, and the last stem of its name; None where something else is
    asked."""
    found = home_in(subject, governing=True)
    if found is None or len(found[0]) == 1:
        return None
    home, where = found
    rest = [term for at, term in enumerate(subject) if at not in where and not term.stop]
    return (home, subject[where[-1]].stem) if all(term.word in _GOVERNMENTS for term in rest) else None


def government_of(country: tuple[Home, str], bearers: Bearers, fields: Fields) -> Subjects:
    """Whoever speaks for a country: under its name, that of where it is governed or of a body that does it; and its
    officials, of whom that is less sure."""
    home, head = country
    [government] = terms_of("government")
    roles = ways_of_being(government)
    bodies: set[int] = set()
    officials: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for article, number, called in bearers.of(home):
        name = tuple(fields.name_stems(number))
        if name in home or (name and name[-1] in _BODIES and tells_of(home, name)):
            bodies.add(number)
        worth = max((roles.get(stem, 0.0) for stem in called), default=0.0)
        if worth:
            officials[article][number] = _OFFICIAL * worth
    ways = tuple(sorted(name for name in home if len(name) == 1))
    return Subjects(frozenset(bodies), frozenset(), officials, head, others=others_than(home), ways=ways)

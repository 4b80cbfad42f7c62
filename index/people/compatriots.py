"""Who of those that a question describes is of the place that it names: "the *French* president", "the governor of
*Ohio*"."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.people.bearers import Bearers
from index.ranking.fields import Fields
from index.text.homes import Home, others_than, tells_of
from index.text.roles import SAME_ROLE, STATE_OFFICES
from index.text.terms import Term

Described = Mapping[int, Mapping[int, float]]
_LEAD = 4  # sentences, with the headline, that tell where an article is at home
_OFTEN = 3  # sentences of it that tell so too


def of_place(
    described: Described, head: Term, home: Home, fields: Fields, bearers: Bearers, organisations: frozenset[int]
) -> tuple[Described, frozenset[int]]:
    """Those of the bearers of a role whom articles call of a place; if it is an office of state, nobody else. With them
    the numbers of those who have it elsewhere.

    Where articles call nobody so, it is those whom they do not call of another place; of an office of state those alone
    in articles that are of that place by their beginning or much of them, and do not tell of another there by the
    office.
    """
    bearing = {number for here in described.values() for number in here}
    others = others_than(home)

    def called(place: Home, tells: Callable[[Collection[str]], bool]) -> set[int]:
        """Those whom articles call of a place, but for people by names of their own: Jordan."""
        there = bearers.of(place, bearing)
        return {n for _, n, words in there if n in organisations or tells(words.difference(fields.name_stems(n)))}

    state = SAME_ROLE.get(head.word, head.word) in STATE_OFFICES
    own = called(home, partial(tells_of, home))
    if state and not own:
        own = _introduced(fields, described, home, head)
    elsewhere = frozenset(called(others.home, others.tell) - own)
    if not state:
        return _only(described, bearing - elsewhere), frozenset()
    if own:
        return _only(described, own), elsewhere
    described = _only(described, bearing - elsewhere)
    at_home = _at_home(fields, [*described], home, head) if described else ()
    near = {article: here for (article, here), is_there in zip(described.items(), at_home, strict=True) if is_there}
    return near, elsewhere


def _introduced(fields: Fields, described: Described, home: Home, head: Term) -> set[int]:
    """Those whose family name stands in a sentence with the office and its place: "the governor of Ohio, Ada Lind"."""
    found: set[int] = set()
    for name in home:
        places = fields.bigrams.documents_of(f"{name[-1]} {head.stem}").tolist()
        of = fields.bigrams.documents_of(f"of {name[0]}").tolist()
        places += fields.bigrams.documents_among(f"{head.stem} of", of)
        if len(name) > 1:
            places = fields.bigrams.documents_among(" ".join(name[-2:]), places)
        for place in filter(fields.is_alive, places):
            here = described.get(fields.entries[place].article, {})
            families = {number: fields.name_stems(number)[-1:] for number in here}
            named = [
                n for n, stems in families.items() if stems and fields.sentences.documents_among(stems[0], [place])
            ]
            found.update(named if len(named) == 1 else ())
    return found


def _only(described: Described, numbers: set[int]) -> Described:
    return {
        article: {number: fit for number, fit in here.items() if number in numbers}
        for article, here in described.items()
        if not numbers.isdisjoint(here)
    }


def _at_home(fields: Fields, articles: list[int], home: Home, head: Term) -> NDArray[np.bool_]:
    """Which of the articles are of a place, and have nobody else there by that office."""
    ranges = [fields.article_entries(fields.article_ids[article]) for article in articles]
    starts, ends = (np.array([getattr(one, side) for one in ranges], np.intp) for side in ("start", "stop"))
    lead, whole, another = (np.zeros(len(articles), np.intp) for _ in range(3))
    for name in home:
        postings, term = (fields.sentences, name[0]) if len(name) == 1 else (fields.bigrams, " ".join(name[-2:]))
        lead += postings.count_between(term, starts, np.minimum(starts + _LEAD, ends))
        whole += postings.count_between(term, starts, ends)
        another += fields.bigrams.count_between(f"{name[-1]} {head.stem}", starts + 1, ends)
    near: NDArray[np.bool_] = ((lead > 0) | (whole >= _OFTEN)) & (another == 0)
    return near

"""Whom a question describes without naming: "the mayor", "the father of the teenager", "Zell's lawyer"."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from index.text.homes import Home
from index.text.organisations import COMPANY_NOUNS, ORG_NOUNS
from index.text.roles import GROUPS, SAME_ROLE, SPEAKING_FOR, WIDER_ROLE, names_person
from index.text.terms import Term, stems_of

# How well another word for a role fits, a narrower one, and any organisation where it is called what many are.
_SAME, _WIDER, _ANY = 0.9, 0.7, 0.5
# Trades that an article may call somebody by in short whom a question calls by what exactly he is.
_TRADES = ("scientist", "researcher", "academic", "doctor", "player", "journalist")
_HEAD = 0.6  # of a whole description is its head; what tells more about it is the rest
_OF = frozenset("of for in at from with behind who that which whose on by to and or".split())


class Bearers:
    """Look-ups over what the articles of a library call their speakers, by the articles' places and numbers of names.

    It is kept in step article by article; places come in ascending order, and one that is dropped never again.
    """

    def __init__(self) -> None:
        self._called: dict[int, Mapping[int, frozenset[str]]] = {}
        self._by_stem: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def put(self, article: int, called: Mapping[int, frozenset[str]]) -> None:
        """Take up an article: its speakers and the stems that describe each."""
        self._called[article] = called
        for number, stems in called.items():
            for stem in stems:
                self._by_stem[stem].append((article, number))

    def drop(self, article: int) -> None:
        """Forget an article."""
        del self._called[article]

    def of(self, home: Home, among: Container[int] | None = None) -> Iterator[tuple[int, int, frozenset[str]]]:
        """The speakers, `among` some, that articles call of a place: each article's place, the number and the
        describing stems."""
        for name in home:
            for article, number in self._by_stem.get(name[-1], ()):
                if among is None or number in among:
                    called = self._called.get(article, {}).get(number, frozenset())
                    if called.issuperset(name):
                        yield article, number, called

    def described(
        self, terms: Sequence[Term], organisations: frozenset[int], home: tuple[Home, range] | None = None
    ) -> dict[int, dict[int, float]]:
        """Place of an article -> number of a name -> how well the words describe its bearer there, from 0 to 1.

        The head of the description must fit; empty if nobody is that. `organisations` are the numbers of those that are
        no people, `home` is the place of which the words tell that somebody is, and where.
        """
        at = head_at(terms)
        if at is None:
            return {}
        head = terms[at]
        of, at_home = home or (frozenset(), range(0))
        own = {(article, number) for article, number, _ in self.of(of)}
        more = {term.stem for at, term in enumerate(terms) if not term.stop and at not in at_home} - {head.stem}
        found: dict[int, dict[int, float]] = {}
        called = [(worth, self._by_stem.get(stem, ())) for stem, worth in ways_of_being(head).items()]
        if head.word in ORG_NOUNS:
            speakers = self._called.items()
            called.append(
                (_ANY, [(place, number) for place, of in speakers for number in of if number in organisations])
            )
        for worth, places in called:
            for article, number in places:
                if article not in self._called:
                    continue
                words = self._called[article][number]
                wanted = len(more) + bool(of)
                told = (len(more & words) + ((article, number) in own)) / wanted if wanted else 1.0
                fit = _HEAD * worth + (1 - _HEAD) * told
                here = found.setdefault(article, {})
                here[number] = max(fit, here.get(number, 0.0))
        return found


def head_at(terms: Sequence[Term]) -> int | None:
    """Where a description has the word that tells what somebody is: the last before "of", "who" and their like."""
    end = next((at for at, term in enumerate(terms) if at and term.word in _OF), len(terms))
    return next((at for at in reversed(range(end)) if not terms[at].stop), None)


def is_role(term: Term) -> bool:
    """Whether a word tells what somebody, or some of many, are."""
    return names_person(term.word) or term.word in GROUPS


@cache
def _roles() -> dict[str, dict[str, float]]:
    """What somebody is called -> stems of other words for it, and of narrower ones -> how well each fits."""
    same: dict[str, set[str]] = defaultdict(set)
    for word, common in SAME_ROLE.items():
        same[common] |= {word, common}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for wide in (WIDER_ROLE, SPEAKING_FOR):
        for word, narrower in wide.items():
            for other in narrower:
                for one in same.get(other, {other}):
                    found[word] |= dict.fromkeys(stems_of(one), _WIDER)
    for trade in _TRADES:
        for one in (trade, *same.get(SAME_ROLE.get(trade, trade), ())):
            for narrow in WIDER_ROLE[trade]:
                for stem in stems_of(one):
                    found[narrow].setdefault(stem, _ANY)
    for words in same.values():
        wider = {stem: fit for word in words for stem, fit in found.get(word, {}).items()}
        for word in words:
            found[word] |= wider | {stem: _SAME for other in words - {word} for stem in stems_of(other)}
    for word in COMPANY_NOUNS:
        found[word] |= found["company"]
    return dict(found)


def ways_of_being(head: Term) -> dict[str, float]:
    """Stems of the words for what `head` says that somebody is -> how well each fits; a plural is its singular."""
    known = _roles()
    word = head.word or head.stem
    singular = next((one for one in (word, word.removesuffix("s"), word.removesuffix("es")) if one in known), None)
    return (known[singular] if singular is not None else {}) | {head.stem: 1.0}

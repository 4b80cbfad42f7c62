"""Names in questions: which speakers and outlets of a library a question is about."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from index.model.answer import Person
from index.model.article import SpeakerType
from index.people.identity import parse_name
from index.ranking.fields import Fields
from index.ranking.query import nearest_term, unknown_names
from index.text.folding import fold_name
from index.text.terms import stems_of, terms_of

_NEAR = 72  # rapidfuzz score (0 to 100) from which a name is worth suggesting
_TYPED = 88  # from which it is taken for the one meant
_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks in a library.

    Attributes
    ----------
    people : tuple of Person
        Most quoted first, then by name.
    canonical : dict of str to str
        Every name that an article uses -> the name of the person it is.
    outlets : frozenset of str
        Outlets that an article cites, as it names them.
    ruled : dict of str to str
        Names that moderators' rules have had a say in -> the name shown.
    """

    people: tuple[Person, ...]
    canonical: dict[str, str]
    outlets: frozenset[str]
    ruled: dict[str, str]


class Names:
    """Look-ups over the names of one library at one time; numbers are those of `Fields.name_number`."""

    def __init__(self, fields: Fields, speakers: Speakers) -> None:
        self._fields = fields
        self._speakers = speakers
        # The fields keep the names of removed articles; only those that an article still has are known.
        self._known = {
            number: name
            for number, name in enumerate(fields.names)
            if name in speakers.canonical or name in speakers.outlets
        }
        self._by_last: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_person: dict[str, list[int]] = defaultdict(list)
        for number, name in self._known.items():
            stems = fields.name_stems[number]
            if stems:
                self._by_last[stems[-1]].append(number)
            self._by_name[fold_name(name).removeprefix("the ")].append(number)
            self._by_person[speakers.canonical.get(name, name)].append(number)
        self._stands_for: dict[str, str] = {}
        for whole in sorted({*speakers.ruled.values()} - {*self._known.values()}):
            self._know_as(whole, self._by_person[whole])

    def _know_as(self, whole: str, numbers: Sequence[int]) -> None:
        """Find those numbers by a name too that no article has, but a moderator; in a question, its words stand for
        those of the longest name that articles have."""
        stems = stems_of(whole)
        if stems:
            self._by_last[stems[-1]].extend(numbers)
        self._by_name[fold_name(whole).removeprefix("the ")].extend(numbers)
        own = max((self._fields.name_stems[number] for number in numbers), key=lambda name: (len(name), name))
        for at, stem in enumerate(stems):
            if own and not self._fields.sentences.knows(stem):
                self._stands_for[stem] = own[-1 if at == len(stems) - 1 else 0]

    def knows(self, stem: str) -> bool:
        """Whether an article has the word, or a moderator's name for somebody."""
        return stem in self._stands_for or self._fields.sentences.knows(stem)

    def asked(self, stems: Sequence[str]) -> frozenset[int]:
        """Names that a question's stems hold: whole names, else family names that no whole name has taken."""
        whole: set[int] = set()
        family: set[int] = set()
        taken: set[int] = set()
        for at, stem in enumerate(stems):
            for number in self._by_last.get(stem, ()):
                name = self._fields.name_stems[number]
                if len(name) > 1 and name[0] in stems[max(0, at - len(name)) : at]:
                    whole.add(number)
                    taken.add(at)
        for at, stem in enumerate(stems):
            if at not in taken:
                family.update(self._by_last.get(stem, ()))
        return self._with_aliases(whole | family)

    def called(self, name: str) -> frozenset[int]:
        """Numbers of all names of whoever is called `name`: by the whole name, else by its words, else misspelt."""
        wanted = fold_name(name)
        if not wanted:
            return frozenset()
        plain = wanted.removeprefix("the ")
        exact = self._by_name.get(plain, [])
        if exact:
            speakers = [n for n in exact if self._known[n] in self._speakers.canonical]
            first = sorted(speakers, key=lambda n: (self._known[n] != name, self._known[n]))[:1]
            return self._with_aliases({*exact}.difference(speakers).union(first))
        return self._with_aliases(self._by_words(name) or self._misspelt(wanted))

    def person(self, numbers: frozenset[int]) -> Person | None:
        """The person whose names these are."""
        canonical = self._speakers.canonical
        names = {canonical.get(self._fields.names[number], self._fields.names[number]) for number in numbers}
        return next((p for p in self._speakers.people if p.name in names), None)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Names of people in the library that look like `name`, nearest first."""
        people = [p.name for p in self._speakers.people if p.type is not SpeakerType.GROUP]
        found = process.extract(
            fold_name(name), people, scorer=fuzz.WRatio, processor=fold_name, score_cutoff=_NEAR, limit=_SUGGESTIONS
        )
        return tuple(choice for choice, _, _ in found)

    def meant(self, text: str) -> dict[str, str]:
        """Stems of a question that no article has -> those that they are misspelt for, as far as that is plain.

        A name of several words must be near a whole name, so that nobody is taken for another of a like family name.
        """
        known = self.knows
        meant = dict(self._stands_for)
        left = {term.stem for term in terms_of(text) if not term.stop and not known(term.stem)}
        for run in unknown_names(text, known):
            stems = stems_of(run)
            if len(stems) > 1:
                left.difference_update(stems)
                for name in self.nearest(run)[:1]:
                    if fuzz.ratio(fold_name(run), fold_name(name)) >= _TYPED:
                        pairs = ((stem, nearest_term(stem, stems_of(name))) for stem in stems if not known(stem))
                        meant |= {stem: near for stem, near in pairs if near is not None}
        for stem in left:
            near = nearest_term(stem, self._fields.sentences.terms())
            if near is not None:
                meant[stem] = near
        return meant

    def _by_words(self, name: str) -> list[int]:
        """Names of the most quoted speaker that has all words of `name`, honorifics aside, family name included."""
        parts = parse_name(name)
        words = set(stems_of(" ".join((*parts.given, parts.family))))
        last = stems_of(parts.family)
        for person in self._speakers.people:
            for known in (person.name, *person.aliases):
                stems = stems_of(known)
                if words and words <= set(stems) and (not last or last[-1] in stems):
                    return [self._fields.name_number(person.name)]
        return []

    def _misspelt(self, wanted: str) -> list[int]:
        people = [p.name for p in self._speakers.people]
        found = process.extractOne(wanted, people, scorer=fuzz.ratio, processor=fold_name, score_cutoff=_TYPED)
        return [self._fields.name_number(found[0])] if found else []

    def _with_aliases(self, numbers: Sequence[int] | set[int] | frozenset[int]) -> frozenset[int]:
        """The numbers, and those of the same speakers' other names."""
        canonical = self._speakers.canonical
        wholes = {canonical.get(self._fields.names[n], self._fields.names[n]) for n in numbers}
        return frozenset(number for whole in wholes for number in self._by_person.get(whole, ())) | frozenset(numbers)

"""Names in questions: which speakers and outlets of a library a question is about."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz, process

from index.model.answer import Person
from index.model.article import SpeakerType
from index.people.bearers import Bearers, head_at, is_role
from index.people.identity import may_mean, parse_name, tells
from index.people.spelling import Spelling, nearest_term
from index.people.unquoted import Unquoted
from index.ranking.fields import Fields
from index.ranking.query import Question, Subjects, unknown_names
from index.text.folding import fold_name
from index.text.given_names import GIVEN_NAMES, agree
from index.text.roles import OFFICES
from index.text.terms import Term, stems_of, terms_of, unstemmed

_NEAR = 72  # rapidfuzz score (0 to 100) from which a name is worth suggesting
_TYPED = 88  # from which it is taken for the one meant
_SUGGESTIONS = 3
_LONGEST = 5  # words of a name
_REMEMBERED = 256  # names that nobody has whose likenesses are kept: a question looks for them twice


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
    former : dict of str to str
        Names that moderators gave and took away again -> the name shown.
    """

    people: tuple[Person, ...]
    canonical: dict[str, str]
    outlets: frozenset[str]
    ruled: dict[str, str]
    former: dict[str, str]


class Names:
    """Look-ups over the names of one library at one time; numbers are those of `Fields.name_number`."""

    def __init__(self, fields: Fields, speakers: Speakers, bearers: Callable[[], Bearers]) -> None:
        """`bearers` are asked for when a question describes somebody."""
        self._fields = fields
        self._speakers = speakers
        self._bearers = bearers
        self._unquoted = Unquoted(fields)
        kinds = {person.name: person.type for person in speakers.people}
        # The fields keep the names of removed articles; only those that an article still has are known.
        self._known = {
            number: name
            for number, name in enumerate(fields.names)
            if name in speakers.canonical or name in speakers.outlets
        }
        kind = {name: kinds.get(whole) for name, whole in speakers.canonical.items()}
        self._people = {name for name, of in kind.items() if of is SpeakerType.PERSON}
        self._organisations = frozenset(
            number
            for number, name in self._known.items()
            if kind.get(name) in (SpeakerType.ORGANISATION, SpeakerType.OUTLET)
        )
        self._words: dict[int, tuple[Term, ...]] = {n: _unstemmed(name) for n, name in self._known.items()}
        people = (self._words[number] for number, name in self._known.items() if name in self._people)
        self._first = {name[0].word for name in people if len(name) > 1}
        self._by_last: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_person: dict[str, list[int]] = defaultdict(list)
        for number, name in self._known.items():
            for key in _keys(self._words[number][-1:]):
                self._by_last[key].append(number)
            self._by_name[fold_name(name).removeprefix("the ")].append(number)
            self._by_person[speakers.canonical.get(name, name)].append(number)
        self._near: dict[str, tuple[str, ...]] = {}
        self._stands_for: dict[str, str] = {}
        for whole in sorted({*speakers.ruled.values()} - {*self._known.values()}):
            self._know_as(whole, self._by_person[whole])
        for name, whole in sorted(speakers.former.items()):
            self._know_as(name, self._by_person[whole])

    def _know_as(self, whole: str, numbers: Sequence[int]) -> None:
        """Find those numbers by a name too that no article has, but a moderator; in a question, its words stand for
        those of the longest name that articles have."""
        stems = stems_of(whole)
        for key in _keys([*terms_of(whole)][-1:]):
            self._by_last[key].extend(numbers)
        self._by_name[fold_name(whole).removeprefix("the ")].extend(numbers)
        own = max(map(self._fields.name_stems, numbers), key=lambda name: (len(name), name), default=())
        for at, stem in enumerate(stems):
            if own and not self._fields.sentences.knows(stem):
                self._stands_for[stem] = own[-1 if at == len(stems) - 1 else 0]

    def knows(self, stem: str) -> bool:
        """Whether an article has the word, or a moderator's name for somebody."""
        return stem in self._stands_for or self._fields.sentences.knows(stem)

    def known_as(self, given: str, family: str) -> bool:
        """Whether an article has two folded words side by side, or there is a speaker whose name they can be."""
        if self._fields.bigrams.knows(" ".join(stems_of(given)[-1:] + stems_of(family)[:1])):
            return True
        last = [term.word for term in terms_of(family)][-1:]
        bearers = [self._words[number] for word in last for number in self._by_last.get(word, ())]
        return any(len(name) == 1 or agree(given, name[0].word) for name in bearers)

    def goes_by(self, given: str) -> bool:
        """Whether a person who speaks has a name of several words that begins with that folded word."""
        return given in self._first

    def asked(self, question: Question) -> Subjects:
        """Whom a question names or describes: whose words it wants, and every outlet that it names."""
        outlets = self._named(question.words, bare=False)
        if not question.subject:
            nobody = question.who or not question.saying
            return Subjects(frozenset() if nobody else outlets, outlets)
        subject = question.words[question.subject.start : question.subject.stop]
        at = head_at(subject)
        role = at is not None and is_role(subject[at])
        # "The mayor of Lindholm" and "Lindholm's mayor" are no Lindholm.
        speakers = self._named(subject[: at + 1] if at is not None and role else subject, bare=True)
        if speakers or at is None:
            return Subjects(speakers, outlets)
        described = self._bearers().described(subject, self._organisations)
        for stem in self._named_beside(subject, at):
            having = {*self._fields.articles.documents_among(stem, [*described])}
            described = {article: bearers for article, bearers in described.items() if article in having}
        return Subjects(speakers, outlets, described, subject[at].stem)

    def _named_beside(self, subject: Sequence[Term], at: int) -> list[str]:
        """The stems of names behind the role at that place of a description: "the mayor of *Lindholm*"."""
        behind = subject[at + 2 :] if is_role(subject[at]) else ()
        bare = [*takewhile(lambda term: not term.stop, behind)] if subject[at].word in OFFICES else ()
        names = [term for term in behind if term.capital or self._ending(term) or term in bare]
        return [term.stem for term in names if self.knows(term.stem)]

    def unquoted(self, question: Question, asked: Subjects) -> bool:
        """See `Unquoted.is_asked`."""
        subject = question.words[question.subject.start : question.subject.stop]
        at = head_at(subject)
        return at is not None and self._unquoted.is_asked(question, asked, self._named_beside(subject, at))

    def _named(self, words: Sequence[Term], *, bare: bool) -> frozenset[int]:
        """Names that the words of a question hold: whole names, else family names that no whole name has taken.

        With `bare`, a family name counts only where no other word comes behind it: "the Grey House" is no Grey.
        """
        whole: set[int] = set()
        family: set[int] = set()
        taken: set[int] = set()
        for at, term in enumerate(words):
            before = {key for other in words[max(0, at - _LONGEST) : at] for key in _keys([other])}
            for number in self._ending(term):
                name = self._words[number]
                if len(name) > 1 and not before.isdisjoint(_keys(name[:1])) and not _owns(words, at, bare=bare):
                    whole.add(number)
                    taken.add(at)
        for at, term in enumerate(words):
            alone = at + 1 == len(words) or words[at + 1].stop
            if at in taken or (bare and not alone):
                continue
            given = words[at - 1].word if at and words[at - 1].word in GIVEN_NAMES else ""
            for number in self._ending(term):
                name = self._words[number]
                if len(name) > 1 and given and not agree(given, name[0].word):
                    continue
                if not bare or len(name) == 1 or self._known[number] in self._people:
                    family.add(number)
        return self._with_aliases(whole | family)

    def _ending(self, term: Term) -> Sequence[int]:
        """Numbers of the names whose last word this is; a final "s" may be a possessive without its apostrophe."""
        [word] = _keys([term])
        found = self._by_last.get(word)
        return found if found is not None else self._by_last.get(word.removesuffix("s"), ())

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
        """Names of people in the library that look like `name`, nearest first; none if that is nobody's."""
        wanted = fold_name(name).removeprefix("the ")
        if not tells(wanted.split()):
            return ()
        if wanted not in self._near:
            if len(self._near) >= _REMEMBERED:
                self._near.clear()
            found = process.extract(wanted, self._folded, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_SUGGESTIONS)
            self._near[wanted] = tuple(choice for _, _, choice in found)
        return self._near[wanted]

    def meant(self, text: str) -> dict[str, str]:
        """Stems of a question that no article has -> those that they are misspelt for, as far as that is plain.

        A name of several words must be near a whole name, so that nobody is taken for another of a like family name.
        """
        known = self.knows
        meant = dict(self._stands_for)
        left = {term.stem: term.word for term in terms_of(text) if not term.stop and not known(term.stem)}
        for run in unknown_names(text, known):
            stems = stems_of(run)
            if len(stems) < 2:
                continue
            for name in self.nearest(run)[:1]:
                if fuzz.ratio(fold_name(run), fold_name(name)) >= _TYPED:
                    pairs = ((stem, nearest_term(stem, stems_of(name))) for stem in stems if not known(stem))
                    meant |= {stem: near for stem, near in pairs if near is not None}
            for one, other in pairwise(stems):
                near = None if other not in left or other in meant else self._spelling.correction(other, left[other])
                if near is not None and self._fields.bigrams.knows(f"{one} {near}"):
                    meant[other] = near
            for stem in stems:
                left.pop(stem, None)
        for stem, word in left.items():
            near = self._spelling.correction(stem, word)
            if near is not None:
                meant[stem] = near
        return meant

    def alike(self, text: str, meant: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
        """See `Spelling.alike`."""
        return self._spelling.alike(text, meant)

    @cached_property
    def _spelling(self) -> Spelling:
        """The words of the articles, of the people in them and of the organisations."""
        people = [number for number, name in self._known.items() if name in self._people]
        organisations = [self._known[number] for number in sorted(self._organisations)]
        return Spelling(self._fields, self.knows, people, organisations)

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The name of everybody who is no group -> folded, most quoted first."""
        return {p.name: fold_name(p.name) for p in self._speakers.people if p.type is not SpeakerType.GROUP}

    def _by_words(self, name: str) -> list[int]:
        """Names of the most quoted speaker that has all words of `name`, honorifics aside, family name included."""
        parts = parse_name(name)
        whole = fold_name(name).split()
        words = set(stems_of(" ".join((*parts.given, parts.family))))
        last = stems_of(parts.family)
        for person in self._speakers.people:
            for known in (person.name, *person.aliases):
                stems = stems_of(known)
                if words and words <= set(stems) and (not last or last[-1] in stems) and may_mean(whole, known):
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


@lru_cache(maxsize=50_000)
def _unstemmed(name: str) -> tuple[Term, ...]:
    """The terms of a name, for their words; most names are those of the revision before."""
    return tuple(unstemmed(name))


def _owns(words: Sequence[Term], at: int, *, bare: bool) -> bool:
    """Whether a name that ends there only tells whose somebody is who is asked: "Ada Lind's lawyer"."""
    return bare and at + 1 < len(words) and not words[at + 1].stop and is_role(words[-1])


def _keys(terms: Sequence[Term]) -> list[str]:
    """What words of names are found by: themselves, folded; the stem of one that is corrected."""
    return [term.word or term.stem for term in terms]

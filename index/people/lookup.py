"""Names in questions: which speakers and outlets of a library a question is about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise, takewhile

from rapidfuzz import fuzz, process

from index.model.answer import Person
from index.model.article import SpeakerType
from index.people.bearers import Bearers, head_at, is_role
from index.people.compatriots import Described, of_place
from index.people.governments import governed, government_of
from index.people.identity import may_mean, parse_name, tells
from index.people.nameindex import NameIndex, keys
from index.people.spelling import Spelling, nearest_term
from index.people.unquoted import Unquoted
from index.ranking.kinds import whose_words
from index.ranking.query import Question, Subjects, unknown_names
from index.text.folding import fold_name, plain_name
from index.text.given_names import GIVEN_NAMES, agree
from index.text.homes import Home, home_in
from index.text.roles import OFFICES
from index.text.terms import Term, stems_of, terms_of

_NEAR = 72  # rapidfuzz score (0 to 100) from which a name is worth suggesting
_TYPED = 88  # from which it is taken for the one meant
_SUGGESTIONS = 3
_LONGEST = 5  # words of a name


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
    by_name: dict[str, Person] = field(init=False, repr=False, compare=False)
    """Each of `people` by the name shown."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {person.name: person for person in self.people})


class Names:
    """Look-ups over the names of one library at one time; numbers are those of `Fields.name_number`."""

    def __init__(self, index: NameIndex, speakers: Speakers, bearers: Callable[[], Bearers]) -> None:
        """`bearers` are asked for when a question describes somebody."""
        index.grow()
        self._index = index
        self._fields = index.fields
        self._speakers = speakers
        self._bearers = bearers
        self._unquoted = Unquoted(self._fields)
        self._stands_for: dict[str, str] = {}
        self._given_last: dict[str, list[int]] = defaultdict(list)  # names that moderators give or gave
        self._given_whole: dict[str, list[int]] = defaultdict(list)
        for whole in sorted({*speakers.ruled.values()}):
            number = self._fields.find_name(whole)
            if number is None or not self._is_known(number):
                self._know_as(whole, self._numbers_of(whole))
        for name, whole in sorted(speakers.former.items()):
            self._know_as(name, self._numbers_of(whole))

    def _is_known(self, number: int) -> bool:
        """Whether an article still has the name: the fields keep those of removed articles."""
        name = self._fields.names[number]
        return name in self._speakers.canonical or name in self._speakers.outlets

    def _known(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if self._is_known(number)]

    def _is_person(self, number: int) -> bool:
        """Whether the bearer of a name is a person who speaks."""
        person = self._speakers.by_name.get(self._speakers.canonical.get(self._fields.names[number], ""))
        return person is not None and person.type is SpeakerType.PERSON

    def _numbers_of(self, whole: str) -> list[int]:
        """The numbers of the names of whoever is shown under `whole`, or of an outlet."""
        person, canonical = self._speakers.by_name.get(whole), self._speakers.canonical
        found = []
        for name in (whole, *(person.aliases if person is not None else ())):
            number = self._fields.find_name(name)
            if number is not None and self._is_known(number) and canonical.get(name, name) == whole:
                found.append(number)
        return sorted(found)

    def _know_as(self, whole: str, numbers: Sequence[int]) -> None:
        """Find those numbers by a name too that no article has, but a moderator; in a question, its words stand for
        those of the longest name that articles have."""
        stems = stems_of(whole)
        for key in keys([*terms_of(whole)][-1:]):
            self._given_last[key].extend(numbers)
        self._given_whole[plain_name(whole)].extend(numbers)
        own = max(map(self._fields.name_stems, numbers), key=lambda name: (len(name), name), default=())
        for at, stem in enumerate(stems):
            if own and not self._fields.sentences.knows(stem):
                self._stands_for[stem] = own[-1 if at == len(stems) - 1 else 0]

    def _last(self, word: str) -> list[int]:
        """Numbers of the names whose last word this is."""
        return self._known(self._index.by_last.get(word, ())) + self._given_last.get(word, [])

    def knows(self, stem: str) -> bool:
        """Whether an article has the word, or a moderator's name for somebody."""
        return stem in self._stands_for or self._fields.sentences.knows(stem)

    def known_as(self, given: str, family: str) -> bool:
        """Whether an article has two folded words side by side, or there is a speaker whose name they can be."""
        if self._fields.bigrams.knows(" ".join(stems_of(given)[-1:] + stems_of(family)[:1])):
            return True
        last = [term.word for term in terms_of(family)][-1:]
        bearers = [self._index.words[number] for word in last for number in self._last(word)]
        return any(len(name) == 1 or agree(given, name[0].word) for name in bearers)

    def goes_by(self, given: str) -> bool:
        """Whether a person who speaks has a name of several words that begins with that folded word."""
        return any(map(self._is_person, self._known(self._index.by_first.get(given, ()))))

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
        country = None if any(map(self._is_person, speakers)) else governed(subject)
        if country is not None:
            governing = government_of(country, self._bearers(), self._fields)
            return replace(governing, speakers=governing.speakers | speakers, outlets=outlets)
        if speakers or at is None:
            return Subjects(speakers, outlets)
        home = _home_of(subject, at)
        described: Described = self._bearers().described(subject, self._organisations, home)
        elsewhere: frozenset[int] = frozenset()
        if home is not None:
            found = described, subject[at], home[0]
            described, elsewhere = of_place(*found, self._fields, self._bearers(), self._organisations)
        for stem in self._named_beside(subject, at):
            having = {*self._fields.articles.documents_among(stem, [*described])}
            described = {article: bearers for article, bearers in described.items() if article in having}
        return Subjects(speakers, outlets, described, subject[at].stem, elsewhere)

    def _named_beside(self, subject: Sequence[Term], at: int) -> list[str]:
        """The stems of names behind the role at that place of a description: "the mayor of *Lindholm*"."""
        home = _home_of(subject, at)
        behind = subject[at + 2 :] if is_role(subject[at]) and (home is None or home[1].start < at) else ()
        bare = [*takewhile(lambda term: not term.stop, behind)] if subject[at].word in OFFICES else ()
        names = [term for term in behind if term.capital or self._ending(term) or term in bare]
        return [term.stem for term in names if self.knows(term.stem)]

    def unquoted(self, question: Question, asked: Subjects) -> bool:
        """See `Unquoted.is_asked`."""
        subject = question.words[question.subject.start : question.subject.stop]
        at = head_at(subject)
        if at is None:
            return False
        at_home = _home_of(subject, at) is not None
        return self._unquoted.is_asked(question, asked, self._named_beside(subject, at), at_home=at_home)

    def _named(self, words: Sequence[Term], *, bare: bool) -> frozenset[int]:
        """Names that the words of a question hold: whole names, else family names that no whole name has taken.

        With `bare`, a family name counts only where no other word comes behind it: "the Grey House" is no Grey.
        """
        whole: set[int] = set()
        family: set[int] = set()
        taken: set[int] = set()
        for at, term in enumerate(words):
            before = {key for other in words[max(0, at - _LONGEST) : at] for key in keys([other])}
            for number in self._ending(term):
                name = self._index.words[number]
                if len(name) > 1 and not before.isdisjoint(keys(name[:1])) and not _owns(words, at, bare=bare):
                    whole.add(number)
                    taken.add(at)
        for at, term in enumerate(words):
            alone = at + 1 == len(words) or words[at + 1].stop
            if at in taken or (bare and not alone):
                continue
            given = words[at - 1].word if at and words[at - 1].word in GIVEN_NAMES else ""
            for number in self._ending(term):
                name = self._index.words[number]
                if len(name) > 1 and given and not agree(given, name[0].word):
                    continue
                if not bare or len(name) == 1 or self._is_person(number):
                    family.add(number)
        return self._with_aliases(whole | family)

    def _ending(self, term: Term) -> Sequence[int]:
        """Numbers of the names whose last word this is; a final "s" may be a possessive without its apostrophe."""
        [word] = keys([term])
        return self._last(word) or self._last(word.removesuffix("s"))

    def called(self, name: str) -> frozenset[int]:
        """Numbers of all names of whoever is called `name`: by the whole name, else by its words, else misspelt."""
        wanted = fold_name(name)
        if not wanted:
            return frozenset()
        plain, names = plain_name(name), self._fields.names
        exact = self._known(self._index.by_whole.get(plain, ())) + self._given_whole.get(plain, [])
        if exact:
            speakers = [n for n in exact if names[n] in self._speakers.canonical]
            first = sorted(speakers, key=lambda n: (names[n] != name, names[n]))[:1]
            return self._with_aliases({*exact}.difference(speakers).union(first))
        return self._with_aliases(self._by_words(name) or self._misspelt(wanted))

    def person(self, numbers: frozenset[int]) -> Person | None:
        """The person whose names these are."""
        canonical = self._speakers.canonical
        names = {canonical.get(self._fields.names[number], self._fields.names[number]) for number in numbers}
        return next((p for p in self._speakers.people if p.name in names), None)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Names of people in the library that look like `name`, nearest first; none if that is nobody's."""
        wanted = plain_name(name)
        if not tells(wanted.split()):
            return ()
        found = process.extract(wanted, self._folded, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_SUGGESTIONS)
        return tuple(choice for _, _, choice in found)

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
            name = self._typed(run)
            if name is not None:
                pairs = ((stem, nearest_term(stem, stems_of(name))) for stem in stems if not known(stem))
                meant |= {stem: near for stem, near in pairs if near is not None}
            for one, other in pairwise(stems):
                near = None if other not in left or other in meant else self._spelling.correction(other, left[other])
                if near is not None and self._fields.bigrams.knows(f"{one} {near}"):
                    meant[other] = near
            for stem in stems:
                left.pop(stem, None)
        asked = whose_words(text)
        subject = [*terms_of(text[slice(*asked)])] if asked is not None else []
        names = {term.stem for term in subject if not subject[0].stop}  # "the comitee" is no name
        for stem, word in left.items():
            near = self._spelling.correction(stem, word, named=stem in names)
            if near is not None:
                meant[stem] = near
        return meant

    def _typed(self, run: str) -> str | None:
        """The name that an unknown one is misspelt for."""
        wanted = plain_name(run)
        if not tells(wanted.split()):
            return None
        found = process.extractOne(wanted, self._folded, scorer=fuzz.ratio, score_cutoff=_TYPED)
        return found[2] if found else None

    def alike(self, text: str, meant: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
        """See `Spelling.alike`."""
        return self._spelling.alike(text, meant)

    @cached_property
    def _spelling(self) -> Spelling:
        """The words of the articles, of the people in them and of the organisations."""
        return Spelling(self._fields, self.knows, lambda: self._of_kinds(SpeakerType.PERSON), self._organisation_names)

    def _of_kinds(self, *kinds: SpeakerType) -> list[int]:
        """The numbers of the names of all speakers of these kinds, in order."""
        bearers, find = self._speakers.by_name, self._fields.find_name
        names = (name for name, whole in self._speakers.canonical.items() if bearers[whole].type in kinds)
        return sorted(number for name in names if (number := find(name)) is not None)

    @cached_property
    def _organisations(self) -> frozenset[int]:
        return frozenset(self._of_kinds(SpeakerType.ORGANISATION, SpeakerType.OUTLET))

    def _organisation_names(self) -> list[str]:
        return [self._fields.names[number] for number in sorted(self._organisations)]

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
        return frozenset(number for whole in wholes for number in self._numbers_of(whole)) | frozenset(numbers)


def _home_of(subject: Sequence[Term], at: int) -> tuple[Home, range] | None:
    """The place of which a description whose role is at that place tells that somebody is, and where it stands: before
    the role, or behind "of"."""
    before = home_in(subject[:at])
    if before is not None or not is_role(subject[at]) or [term.word for term in subject[at + 1 : at + 2]] != ["of"]:
        return before
    behind = home_in(subject[at + 2 :])
    return (behind[0], range(at + 2, len(subject))) if behind is not None else None


def _owns(words: Sequence[Term], at: int, *, bare: bool) -> bool:
    """Whether a name that ends there only tells whose somebody is who is asked: "Ada Lind's lawyer"."""
    return bare and at + 1 < len(words) and not words[at + 1].stop and is_role(words[-1])

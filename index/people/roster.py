"""Everybody who speaks in a library, kept as articles come and go: one of them has something to do with few people."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.model.answer import Person
from index.model.article import SpeakerType
from index.model.moderation import NameRule
from index.people.enrolment import Enrolment, Named
from index.people.joined import Joined
from index.people.lookup import Speakers
from index.people.profiles import Profile, rule
from index.people.uses import KINDS, Use
from index.text.folding import fold_name


@dataclass(slots=True, eq=False)
class Roster:
    """Who speaks in the articles that were put in and not taken out again."""

    _said: dict[str, dict[str, Use]] = field(default_factory=dict)  # by name and article, as far as it was asked for
    _said_before: Callable[[str], dict[str, Use]] | None = None
    _days: dict[str, date | None] = field(default_factory=dict)
    _outlets: Counter[str] = field(default_factory=Counter)
    _changed: set[str] = field(default_factory=set)
    _kinds: dict[str, SpeakerType] = field(default_factory=dict)
    _quotes: dict[str, int] = field(default_factory=dict)
    _joined: Joined = field(default_factory=Joined)
    _names: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # of each person
    _people: dict[str, Person] = field(default_factory=dict)
    _ordered: list[Person] = field(default_factory=list)

    @classmethod
    def resumed(cls, enrolment: Enrolment, profiles: Mapping[str, Profile]) -> "Roster":
        """The roster of articles of which it was saved who speaks in them."""
        speakers, named = enrolment.speakers, enrolment.named()
        roster = cls(_said_before=enrolment.said, _joined=Joined.resumed(named, speakers.canonical))
        for article, profile in profiles.items():
            roster._days[article] = profile.published
            roster._outlets.update(profile.outlets)
        roster._kinds = {name: one.type for name, one in named.items()}
        roster._quotes = {name: one.quotes for name, one in named.items()}
        for name, whole in speakers.canonical.items():
            roster._names[whole].add(name)
        roster._people = dict(speakers.by_name)
        roster._ordered = [*speakers.people]
        return roster

    def named(self) -> dict[str, Named]:
        """What is known of each name that an article uses, as `Enrolment` has it."""
        self._settle()
        return {name: Named(self._kinds[name], self._quotes[name], *self._joined.told(name)) for name in self._kinds}

    def _uses(self, name: str) -> dict[str, Use]:
        """How articles use a name. One that none uses any more is kept, for those of before used it."""
        said = self._said.get(name)
        if said is None:
            said = self._said[name] = self._said_before(name) if self._said_before is not None else {}
        return said

    def put(self, article: str, profile: Profile) -> None:
        """Take up an article that is not in."""
        for name, use in profile.uses.items():
            self._uses(name)[article] = use
        self._changed.update(profile.uses)
        self._days[article] = profile.published
        self._outlets.update(profile.outlets)

    def drop(self, article: str, profile: Profile) -> None:
        """Take an article out that was put in with this profile."""
        for name in profile.uses:
            del self._uses(name)[article]
        self._changed.update(profile.uses)
        del self._days[article]
        self._outlets.subtract(profile.outlets)

    def speakers(self, rules: Sequence[NameRule]) -> Speakers:
        """Everybody who speaks, under one name each, as moderators rule."""
        self._settle()
        outlets = frozenset(outlet for outlet, times in self._outlets.items() if times)
        joined = self._joined.canonical
        if not rules:
            return Speakers(tuple(self._ordered), dict(joined), outlets, {}, {})
        ruled = rule(joined, rules)
        moved = {name: whole for name, whole in ruled.canonical.items() if joined[name] != whole}
        people = self._ordered
        if moved:
            people = self._as_ruled(ruled.canonical, {*moved.values(), *(joined[name] for name in moved)})
        return Speakers(tuple(people), ruled.canonical, outlets, ruled.shown, ruled.former)

    def _as_ruled(self, canonical: Mapping[str, str], concerned: set[str]) -> list[Person]:
        """All people, those anew whom rules concern."""
        names: dict[str, set[str]] = defaultdict(set)
        for name, whole in canonical.items():
            if whole in concerned:
                names[whole].add(name)
        left = [person for person in self._ordered if person.name not in concerned]
        return sorted([*left, *(self._person(whole, mine) for whole, mine in names.items())], key=_place)

    def _settle(self) -> None:
        changed, self._changed = self._changed, set()
        for name in changed:
            said = self._uses(name)
            if not said:
                if name in self._kinds:  # it may have come and gone since the last time
                    del self._kinds[name], self._quotes[name]
                    self._joined.drop(name)
                continue
            quotes: Counter[SpeakerType] = Counter()
            for use in said.values():
                quotes[use.type] += use.quotes
            self._kinds[name] = min(quotes, key=lambda kind: (-quotes[kind], KINDS.index(kind)))
            self._quotes[name] = quotes.total()
            self._joined.put(name, self._kinds[name], self._quotes[name])
        concerned = set()
        for name, before in self._joined.settle().items():
            now = self._joined.canonical.get(name)
            if before is not None:
                self._names[before].discard(name)
                concerned.add(before)
            if now is not None:
                self._names[now].add(name)
                concerned.add(now)
        concerned.update(self._joined.canonical[name] for name in changed if name in self._joined.canonical)
        self._renew(concerned)

    def _renew(self, wholes: set[str]) -> None:
        """Make people anew, each in its place."""
        made = []
        for whole in wholes:
            before = self._people.pop(whole, None)
            if before is not None:
                del self._ordered[bisect_left(self._ordered, _place(before), key=_place)]
            if self._names[whole]:
                self._people[whole] = self._person(whole, self._names[whole])
                made.append(self._people[whole])
            else:
                del self._names[whole]
        if len(made) > len(self._ordered):
            self._ordered = sorted([*self._ordered, *made], key=_place)
        else:
            for person in made:
                insort(self._ordered, person, key=_place)

    def _person(self, whole: str, names: set[str]) -> Person:
        """Somebody of these names."""
        articles = {article for name in names for article in self._uses(name)}
        days = [day for article in articles if (day := self._days[article]) is not None]
        return Person(
            whole,
            self._kinds.get(whole) or self._kinds[min(names, key=lambda name: (-self._quotes[name], name))],
            sum(self._quotes[name] for name in names),
            len(articles),
            max(days, default=None),
            tuple(sorted(names - {whole})),
        )


def _place(person: Person) -> tuple[int, str, str]:
    """Most quoted first, then by name."""
    return -person.quotes, fold_name(person.name), person.name


def roster_of(profiles: Mapping[str, Profile]) -> Roster:
    """The roster of articles, each looked at."""
    roster = Roster()
    for article, profile in profiles.items():
        roster.put(article, profile)
    return roster

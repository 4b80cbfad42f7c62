"""The names of a library under those of their bearers, kept as names come and go.

With a name, those of its family alone are parted anew, or those that are written alike; and bare names by which a
person may be called whose family name comes first.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.model.article import SpeakerType
from index.people.enrolment import Named
from index.people.identity import clusters, first_word, fullness, parse_name
from index.text.folding import plain_name

_Group = tuple[SpeakerType, str]
"""Names that may be one bearer's: people's of a family name; others that differ in case, accents or a leading "the"."""


@dataclass(slots=True, eq=False)
class Joined:
    """Each name -> the fullest name of the same speaker, as `canonical`.

    Of names equally full the one that speaks more often is kept, then the first in alphabetical order. Only people's
    names are joined by their parts.
    """

    canonical: dict[str, str] = field(default_factory=dict)
    _groups: dict[str, _Group] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _members: defaultdict[_Group, set[str]] = field(default_factory=lambda: defaultdict(set))
    _fullest: dict[str, str] = field(default_factory=dict)  # of its group alone
    _people: dict[_Group, set[str]] = field(default_factory=dict)  # the fullest names of a family
    _called: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # those, by their first words
    _changed: dict[str, _Group | None] = field(default_factory=dict)  # names, and the group of each before

    @classmethod
    def resumed(cls, named: Mapping[str, Named], canonical: Mapping[str, str]) -> "Joined":
        """Names of which it is known what `told` tells, and under which they are joined."""
        joined = cls(dict(canonical))
        for name, one in named.items():
            group = joined._groups[name] = one.type, one.key
            joined._counts[name] = one.quotes
            joined._members[group].add(name)
            joined._fullest[name] = one.fullest
            if one.type is SpeakerType.PERSON:
                joined._people.setdefault(group, set()).add(one.fullest)
            if one.first is not None:
                joined._called[one.first].add(one.fullest)
        return joined

    def told(self, name: str) -> tuple[str, str, str | None]:
        """Of a name that is there and settled, its `Named.key`, `fullest` and `first`."""
        kind, key = self._groups[name]
        fullest = self._fullest[name]
        return key, fullest, first_word(fullest) if kind is SpeakerType.PERSON else None

    def put(self, name: str, kind: SpeakerType, count: int) -> None:
        """Take up a name, or what has become of it: what it is of, and how often it speaks."""
        is_person = kind is SpeakerType.PERSON
        group = (kind, parse_name(name).family if is_person else plain_name(name))
        if self._groups.get(name) == group and self._counts[name] == count:
            return
        self.drop(name)
        self._groups[name], self._counts[name] = group, count
        self._members[group].add(name)

    def drop(self, name: str) -> None:
        """Take a name away, if it is there."""
        group = self._groups.pop(name, None)
        self._changed.setdefault(name, group)
        if group is not None:
            self._members[group].discard(name)

    def settle(self) -> Mapping[str, str | None]:
        """Join what has come and gone since the last time; the names that have another bearer now, or none, each with
        the one that it had, if it had one."""
        changed, self._changed = self._changed, {}
        groups = {group for name, before in changed.items() for group in (before, self._groups.get(name)) if group}
        firsts: set[str] = set()
        for group in groups:
            self._part(group, firsts)
        for first in firsts:
            groups.add((SpeakerType.PERSON, first))
        moved: dict[str, str | None] = {}
        for name in {*changed}.union(*(self._members.get(group, ()) for group in groups)):
            before, now = self.canonical.get(name), self._bearer(name)
            if before != now:
                moved[name] = before
            if now is not None:
                self.canonical[name] = now
            elif before is not None:
                del self.canonical[name], self._fullest[name]
        return moved

    def _part(self, group: _Group, firsts: set[str]) -> None:
        """Part the names of a group into bearers; to `firsts` go words that people are called by now, or no more."""
        names, counts = self._members.get(group, set()), self._counts
        if group[0] is not SpeakerType.PERSON:
            best = min(names, key=lambda name: (-counts[name], name), default="")
            self._fullest.update(dict.fromkeys(names, best))
            return
        now: set[str] = set()
        for cluster in clusters(tuple(sorted(names))):
            best = min(cluster, key=lambda name: (-fullness(name), -counts[name], name))
            self._fullest.update(dict.fromkeys(cluster, best))
            now.add(best)
        before = self._people.get(group, set())
        self._people[group] = now
        for name in before ^ now:
            first = first_word(name)
            if first is not None:
                (self._called[first].add if name in now else self._called[first].discard)(name)
                firsts.add(first)

    def _bearer(self, name: str) -> str | None:
        """Who a name is of: of a bare family name that is nobody's, the one person whose name it begins."""
        group = self._groups.get(name)
        if group is None:
            return None
        whole = self._fullest[name]
        if group[0] is SpeakerType.PERSON and not parse_name(whole).given:
            called = self._called.get(group[1], ())
            if len(called) == 1:
                [whole] = called
        return whole

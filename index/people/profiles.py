"""What a community's index knows of each article beside its words: when it was written, by whom it quotes; and the
speakers of all of them, as moderators rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

import numpy as np

from index.model.answer import Person
from index.model.article import AnnotatedArticle, SpeakerType
from index.model.moderation import NameRule, NameRuleKind
from index.people.lookup import Speakers
from index.people.uses import KINDS, ArticleUses, SavedUses, Use
from index.ranking.descriptions import DescriptionTerms

_TYPES = {kind.value: kind for kind in SpeakerType}
_MOST = 1 << 31  # quotations of a speaker in one article, and stems of what one is called: more are damage


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one article.

    Attributes
    ----------
    revision : int
        The community's revision at which it was written.
    published : date | None
    outlet : str | None
        Its outlet.
    uses : mapping of str to Use
        By the speakers' names, in the order of their first words.
    outlets : frozenset of str
        Those that it cites.
    """

    revision: int
    published: date | None
    outlet: str | None
    uses: Mapping[str, Use]
    outlets: frozenset[str]

    @property
    def day(self) -> int:
        """The day number of its publication, 0 without one."""
        return self.published.toordinal() if self.published else 0


def profile_of(annotated: AnnotatedArticle, described: DescriptionTerms, revision: int) -> Profile:
    """The profile of an article as it was written at `revision`, with the words that describe its speakers."""
    uses: dict[str, Use] = {}
    for attribution in annotated.attributions:
        if attribution.speaker is not None and attribution.speaker_type is not None:
            uses.setdefault(attribution.speaker, Use(attribution.speaker_type)).quotes += 1
    for name, use in uses.items():
        use.called = tuple(map(intern, described.called(name)))
    outlets = frozenset(a.outlet for a in annotated.attributions if a.outlet is not None)
    return Profile(revision, annotated.article.published, annotated.article.outlet, uses, outlets)


def to_json(profiles: Mapping[str, Profile]) -> dict[str, Any]:
    """Profiles by article in JSON's types; numbers stand together, names and stems are there once."""
    names: dict[str, int] = {}
    stems: dict[str, int] = {}
    articles, uses, called = [], [], []
    for identity, profile in profiles.items():
        outlets = sorted(profile.outlets)
        articles.append([identity, profile.revision, profile.day, profile.outlet, len(profile.uses), outlets])
        for name, use in profile.uses.items():
            uses += [names.setdefault(name, len(names)), KINDS.index(use.type), use.quotes, len(use.called)]
            called += [stems.setdefault(stem, len(stems)) for stem in use.called]
    return {"articles": articles, "names": [*names], "stems": [*stems], "uses": uses, "called": called}


def from_json(found: Mapping[str, Any]) -> dict[str, Profile]:
    """What `to_json` was given.

    Raises
    ------
    ValueError, TypeError, KeyError, OverflowError
        If it was not.
    """
    uses, called = np.array(found["uses"], np.int64).reshape(-1, 4), np.array(found["called"], np.int64)
    names, stems = [*found["names"]], [*found["stems"]]
    counts = [int(count) for *_, count, _ in found["articles"]]
    sound = min(counts, default=0) >= 0 and sum(counts) == len(uses) and int(uses[:, 3].sum()) == len(called)
    sound &= bool((uses >= 0).all() and (uses < (len(names), len(KINDS), _MOST, _MOST)).all())
    sound &= bool((called >= 0).all() and (called < len(stems)).all())
    if not sound or not all(isinstance(word, str) for word in (*names, *stems)):
        raise ValueError("The uses of names are damaged.")
    saved = SavedUses(names, stems, uses, called, counts)
    return {
        identity: Profile(
            int(revision),
            date.fromordinal(day) if day else None,
            outlet,
            ArticleUses(saved, at),
            frozenset(outlets),
        )
        for at, (identity, revision, day, outlet, _, outlets) in enumerate(found["articles"])
    }


@dataclass(frozen=True, slots=True)
class Ruled:
    """The names of a library under its rules.

    Attributes
    ----------
    canonical : dict of str to str
        Every name that an article uses -> the name that its bearer is shown under.
    shown : dict of str to str
        The part of it that rules have had a say in: an article's own name for somebody else's is not shown any more.
    former : dict of str to str
        Names that only a rule gave, and a later one took away -> the name that whoever had them is shown under.
    """

    canonical: dict[str, str]
    shown: dict[str, str]
    former: dict[str, str]


def rule(canonical: Mapping[str, str], rules: Iterable[NameRule]) -> Ruled:
    """Apply `rules`, in order, to the names as `index.people.joined` has them.

    A rule about names that no article uses any more does nothing.
    """
    ruled = dict(canonical)
    touched: set[str] = set()
    former: dict[str, str] = {}
    for one in rules:
        wholes = {ruled[name] for name in one.names if name in ruled} | {n for n in one.names if n in ruled.values()}
        match one.kind:
            case NameRuleKind.MERGE | NameRuleKind.RENAME:
                into = ruled.get(one.into, one.into)
                if one.kind is NameRuleKind.MERGE:
                    wholes.add(into)
                mine = {name for name, whole in ruled.items() if whole in wholes}
                target = into if one.kind is NameRuleKind.MERGE else one.into
                ruled.update(dict.fromkeys(mine, target))
                touched |= mine
                given = {name for name, whole in former.items() if whole in wholes} | (wholes - ruled.keys())
                former = {**former, **dict.fromkeys(given, target)}
                former.pop(target, None)
            case NameRuleKind.SPLIT:
                if one.into in ruled:
                    left = [n for n, whole in ruled.items() if whole == ruled[one.into] and n != one.into]
                    if ruled[one.into] == one.into and left:
                        ruled.update(dict.fromkeys(left, min(left, key=lambda name: (-len(name), name))))
                    ruled[one.into] = one.into
                    touched.add(one.into)
    borne = {*ruled.values()}
    former = {name: whole for name, whole in former.items() if name not in borne and whole in borne}
    return Ruled(ruled, {name: ruled[name] for name in touched}, former)


def speakers_to_json(speakers: Speakers) -> list[Any]:
    """Speakers whom no rule has had a say in, in JSON's types: themselves, the names that articles use with the place
    of each among them, and the outlets."""
    places = {person.name: place for place, person in enumerate(speakers.people)}
    return [
        [
            [one.name, one.type.value, one.quotes, one.articles, one.latest.toordinal() if one.latest else 0]
            for one in speakers.people
        ],
        [[name, places[whole]] for name, whole in sorted(speakers.canonical.items())],
        sorted(speakers.outlets),
    ]


def speakers_from_json(found: Sequence[Any]) -> Speakers:
    """What `speakers_to_json` was given.

    Raises
    ------
    ValueError, TypeError, KeyError, IndexError
        If it was not.
    """
    people, called, outlets = found
    aliases: list[list[str]] = [[] for _ in people]
    canonical: dict[str, str] = {}
    for name, place in called:
        whole = canonical[name] = people[place][0]
        if name != whole:
            aliases[place].append(name)
    return Speakers(
        tuple(
            Person(
                name,
                _TYPES[kind],
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

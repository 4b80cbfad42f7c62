"""What a community's index knows of each article beside its words: when it was written, by whom, whom it quotes; and
the names of all of them, as moderators rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

import numpy as np

from index.model.article import AnnotatedArticle
from index.model.moderation import NameRule, NameRuleKind
from index.people.uses import KINDS, ArticleUses, SavedUses, Use
from index.ranking.descriptions import DescriptionTerms

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


def from_json(found: Mapping[str, Any]) -> tuple[dict[str, Profile], SavedUses]:
    """What `to_json` was given, and the uses of names in it, by which it can be asked for a name.

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
    saved = SavedUses([identity for identity, *_ in found["articles"]], names, stems, uses, called, counts)
    profiles = {
        identity: Profile(
            int(revision),
            date.fromordinal(day) if day else None,
            outlet,
            ArticleUses(saved, at),
            frozenset(outlets),
        )
        for at, (identity, revision, day, outlet, _, outlets) in enumerate(found["articles"])
    }
    return profiles, saved


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

"""Moderators' rules applied to the names of a library: who is joined, called otherwise, or kept apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.model.moderation import NameRule, NameRuleKind


@dataclass(frozen=True, slots=True)
class Ruled:
    """The names of a library under its rules.

    Attributes
    ----------
    canonical : dict of str to str
        Every name that an article uses -> the name that its bearer is shown under.
    shown : dict of str to str
        The part of it that rules have had a say in: an article's own name for somebody else's is not shown any more.
    """

    canonical: dict[str, str]
    shown: dict[str, str]


def rule(canonical: Mapping[str, str], rules: Iterable[NameRule]) -> Ruled:
    """Apply `rules`, in order, to the names as `index.people.identity.unify` joined them.

    A rule about names that no article uses any more does nothing.
    """
    ruled = dict(canonical)
    touched: set[str] = set()
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
            case NameRuleKind.SPLIT:
                if one.into in ruled:
                    left = [n for n, whole in ruled.items() if whole == ruled[one.into] and n != one.into]
                    if ruled[one.into] == one.into and left:
                        ruled.update(dict.fromkeys(left, min(left, key=lambda name: (-len(name), name))))
                    ruled[one.into] = one.into
                    touched.add(one.into)
    return Ruled(ruled, {name: ruled[name] for name in touched})

"""Moderators' rules on names, by community."""

import json

from index.model.moderation import NameRule, NameRuleKind
from index.store import Store


def put_rule(store: Store, community: str, kind: NameRuleKind, names: tuple[str, ...], into: str) -> None:
    """Write a rule after those that are there; it changes what the community shows."""
    with store.writing(community):
        store.advance(community)
        store.write(
            "INSERT INTO name_rules (community, kind, names, target) VALUES (?, ?, ?, ?)",
            community,
            kind.value,
            json.dumps(names),
            into,
        )


def rules_of(store: Store, community: str) -> tuple[NameRule, ...]:
    """The rules, in the order in which they apply."""
    rows = store.read("SELECT id, kind, names, target FROM name_rules WHERE community = ? ORDER BY id", community)
    return tuple(
        NameRule(int(identity or 0), NameRuleKind(str(kind)), tuple(json.loads(str(names))), str(target))
        for identity, kind, names, target in rows
    )


def delete_rule(store: Store, community: str, rule_id: int) -> None:
    """Delete a rule, if it is there."""
    with store.writing(community):
        store.advance(community)
        store.write("DELETE FROM name_rules WHERE community = ? AND id = ?", community, rule_id)

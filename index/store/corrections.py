"""Corrections of a community's attributions, by article and by words."""

import json
from datetime import datetime

from index.model.article import SpeakerType
from index.model.moderation import Correction, NameRule, NameRuleKind
from index.store import Store
from index.store.engine import Row, is_given
from index.store.tables import CORRECTIONS, NAME_RULES, put


def put_rule(store: Store, community: str, kind: NameRuleKind, names: tuple[str, ...], into: str) -> None:
    """Write a rule after those that are there; it changes what the community shows."""
    with store.writing(community):
        store.advance(community)
        put(store, community, NAME_RULES, kind.value, json.dumps(names), into)


def rules_of(store: Store, community: str) -> tuple[NameRule, ...]:
    """The rules, in the order in which they apply."""
    rows = store.read(f"{NAME_RULES.selection} ORDER BY id", community)
    return tuple(
        NameRule(identity, NameRuleKind(kind), tuple(json.loads(names)), into) for identity, kind, names, into in rows
    )


def delete_rule(store: Store, community: str, rule_id: int) -> None:
    """Delete a rule, if it is there."""
    with store.writing(community):
        store.advance(community)
        store.write("DELETE FROM name_rules WHERE community = ? AND id = ?", community, rule_id)


def put_correction(store: Store, community: str, correction: Correction) -> None:
    """Write a correction, in place of an earlier one of the same words; its id is given here."""
    with store.writing(community):
        store.enrol(community)
        place = correction.article_id, correction.words, correction.occurrence
        kind = correction.speaker_type.value if correction.speaker_type else None
        said = correction.speaker, kind, correction.by, correction.at.isoformat()
        put(store, community, CORRECTIONS, *place, *said)


def corrections_of(store: Store, community: str, article_id: str | None = None) -> tuple[Correction, ...]:
    """Corrections of an article, or of all articles, in the order they were first made."""
    query = f"{CORRECTIONS.selection} AND article_id = coalesce(?, article_id) ORDER BY id"
    return tuple(_correction(row) for row in store.read(query, community, article_id))


def correction_of(store: Store, community: str, correction_id: int) -> Correction | None:
    """The correction of that id, if the community has it."""
    if not is_given(correction_id):
        return None
    rows = store.read(f"{CORRECTIONS.selection} AND id = ?", community, correction_id)
    return _correction(rows[0]) if rows else None


def _correction(row: Row) -> Correction:
    *words, kind, by, at = row
    return Correction(*(*words, None if kind is None else SpeakerType(kind), by, datetime.fromisoformat(at)))


def delete_correction(store: Store, community: str, correction_id: int) -> None:
    """Delete a correction, if it is there."""
    store.write("DELETE FROM corrections WHERE community = ? AND id = ?", community, correction_id)

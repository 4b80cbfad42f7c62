"""Corrections of a community's attributions, by article and by words."""

import json
from datetime import datetime

from index.model.article import SpeakerType
from index.model.moderation import Correction, NameRule, NameRuleKind
from index.store import Store
from index.store.engine import Row


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


_COLUMNS = "id, article_id, words, occurrence, speaker, speaker_type, corrected_by, at"


def put_correction(store: Store, community: str, correction: Correction) -> None:
    """Write a correction, in place of an earlier one of the same words; its id is given here."""
    with store.writing(community):
        store.enrol(community)
        store.write(
            "INSERT INTO corrections (community, article_id, words, occurrence, speaker, speaker_type, corrected_by, "
            "at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (community, article_id, words, occurrence) DO UPDATE SET "
            "speaker = excluded.speaker, speaker_type = excluded.speaker_type, "
            "corrected_by = excluded.corrected_by, at = excluded.at",
            community,
            correction.article_id,
            correction.words,
            correction.occurrence,
            correction.speaker,
            correction.speaker_type.value if correction.speaker_type else None,
            correction.by,
            correction.at.isoformat(),
        )


def corrections_of(store: Store, community: str, article_id: str | None = None) -> tuple[Correction, ...]:
    """Corrections of an article, or of all articles, in the order they were first made."""
    rows = store.read(
        f"SELECT {_COLUMNS} FROM corrections WHERE community = ? AND article_id = coalesce(?, article_id) "  # noqa: S608
        "ORDER BY id",
        community,
        article_id,
    )
    return tuple(_correction(row) for row in rows)


def count_corrections(store: Store, community: str, article_id: str) -> int:
    """How many corrections an article has."""
    ((count,),) = store.read(
        "SELECT count(*) FROM corrections WHERE community = ? AND article_id = ?", community, article_id
    )
    return int(count or 0)


def delete_correction(store: Store, community: str, correction_id: int) -> None:
    """Delete a correction, if it is there."""
    store.write("DELETE FROM corrections WHERE community = ? AND id = ?", community, correction_id)


def _correction(row: Row) -> Correction:
    identity, article_id, words, occurrence, speaker, speaker_type, by, at = row
    return Correction(
        int(identity or 0),
        str(article_id),
        str(words),
        int(occurrence or 0),
        None if speaker is None else str(speaker),
        None if speaker_type is None else SpeakerType(str(speaker_type)),
        str(by),
        datetime.fromisoformat(str(at)),
    )

"""A community's index as it is saved, and as it is read again."""

from dataclasses import dataclass
from typing import Any

from index.people import enrolment
from index.people.enrolment import Enrolment
from index.people.profiles import Profile, from_json, to_json
from index.people.roster import roster_of
from index.ranking.storage import PackedFields, to_bytes
from index.store.readers import SavedReader
from index.text.stemmer import format_of_stems

FORMAT = 5
"""Of saved readers: raised with every change to what stands in one, so that those of before are built anew."""


def reader_format() -> str:
    """Which saved readers this code can take over."""
    return format_of_stems(FORMAT)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An index as it was at a revision of the database that was `opened` then, to be saved: nothing in it changes any
    more."""

    opened: int
    revision: int
    fields: PackedFields
    profiles: dict[str, Profile]

    def saved(self) -> SavedReader:
        """As it is put into the store. Takes a while."""
        roster = roster_of(self.profiles)
        speakers = enrolment.to_json(roster.speakers(()), roster.named())
        facts = {"profiles": to_json(self.profiles), "speakers": speakers}
        content = to_bytes(self.fields.compacted(), facts)
        return SavedReader(reader_format(), self.revision, len(self.profiles), content)


def facts_of(packed: PackedFields, facts: dict[str, Any]) -> tuple[dict[str, Profile], Enrolment]:
    """The profiles of a saved index, and who speaks in its articles.

    Raises
    ------
    ValueError
        If they are not those of its articles.
    """
    try:
        profiles, uses = from_json(facts["profiles"])
        enrolled = enrolment.from_json(facts["speakers"], uses.said)
    except (KeyError, TypeError, AttributeError, OverflowError, IndexError) as error:
        raise ValueError("Its articles are damaged.") from error
    if [*profiles] != packed.article_ids:
        raise ValueError("Its articles are not those of its sentences.")
    return profiles, enrolled

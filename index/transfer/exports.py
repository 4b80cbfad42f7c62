"""Libraries as lines, in an order that depends on nothing but the library."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from index.errors import ExportError, NothingToExportError, StoreError, StoreProblem
from index.store import Store
from index.store.engine import Value, damaged
from index.store.tables import communities, is_empty, rows_of
from index.transfer import FORMAT, Moved
from index.transfer.fields import LONGEST
from index.transfer.lines import line_of
from index.transfer.records import RECORDS, FeedItemRecord, FeedRecord


def export_library(store: Store, community: str | None, now: datetime, file: BinaryIO) -> tuple[Moved, ...]:
    """Write the community's library, or with None those of all, all as of one moment; see `index.transfer`.

    Raises
    ------
    ExportError
        If there is nothing at all, or something too long for a line; what `file` has by then is of no use.
    """
    with store.snapshot():
        names = communities(store) if community is None else (community,)
        filled = [name for name in names if not is_empty(store, name)]
        if not filled:
            whose = "any library" if community is None else f"the library '{community}'"
            raise NothingToExportError(
                f"There is nothing in {whose} to export; add articles first, or name another one."
            )
        return tuple(Moved(name, _export_section(store, name, now, file)) for name in filled)


def _export_section(store: Store, community: str, now: datetime, file: BinaryIO) -> Counter[str]:
    """How many things of each kind it has."""
    things: Counter[str] = Counter()
    file.write(line_of({"onrecord": FORMAT, "community": community, "exported": now.isoformat(timespec="seconds")}))
    for kind, fields in _things(store, community):
        line = line_of({"kind": kind, **fields})
        if len(line) > LONGEST:
            raise ExportError(
                f"The {kind} '{fields.get('id')}' of the library '{community}' has over {LONGEST // 1_000_000} MB "
                "and cannot be exported; remove it, or add it in parts."
            )
        file.write(line)
        things[kind] += 1
    file.write(line_of({"end": things.total()}))
    return things


def _things(store: Store, community: str) -> Iterator[tuple[str, dict[str, object]]]:
    feeds: dict[Value, int] = {}  # in the section, by the database's numbers
    for kind, record in RECORDS.items():
        for number, *values in rows_of(store, community, record.table):
            try:
                fields = record.of(values).model_dump(mode="json")
            except ValueError as error:
                raise StoreError(damaged(store.name), StoreProblem.DAMAGED) from error
            if record is FeedRecord:
                feeds[number] = len(feeds) + 1
            elif record is FeedItemRecord:
                fields["feed"] = feeds[values[0]]
            yield kind, fields

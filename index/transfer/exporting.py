"""A community's library as lines, in an order that depends on nothing but the library."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from index.errors import ExportError
from index.store import Store
from index.store.engine import Value
from index.store.rows import from_row
from index.store.tables import REMOVALS, rows_of
from index.transfer.articles import show_article
from index.transfer.kinds import FEED, FEED_ITEM, FORMAT, KINDS
from index.transfer.lines import LONGEST, line_of


def export_community(store: Store, community: str, at: datetime, file: BinaryIO) -> Counter[str]:
    """Write the community's section; how many things of each kind it has. The caller reads a snapshot.

    Raises
    ------
    ExportError
        If something is too long for a line.
    """
    things: Counter[str] = Counter()
    file.write(line_of({"onrecord": FORMAT, "community": community, "exported": at.isoformat(timespec="seconds")}))
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
    for article_id in store.revisions(community):
        annotated = store.get(community, article_id)
        if annotated is not None:
            yield "article", show_article(annotated)
    for _, removed, url, digest, at, by, kept in rows_of(store, community, REMOVALS):
        article = show_article(from_row(tuple(json.loads(str(kept))))) if kept is not None else None
        yield "removal", {"id": removed, "url": url, "digest": digest, "at": at, "by": by, "article": article}
    feeds: dict[Value, int] = {}
    for kind in KINDS:
        for row in rows_of(store, community, kind.table):
            number, *values = row
            shown = kind.show(tuple(values))
            if kind is FEED:
                feeds[number] = len(feeds) + 1
            elif kind is FEED_ITEM:
                shown["feed"] = feeds[values[0]]
            yield kind.name, shown

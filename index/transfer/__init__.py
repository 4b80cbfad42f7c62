"""Moving libraries: to lines of JSON and back, from one database to another, with nothing lost or changed.

A file has a section for each community. Its first line is ``{"onrecord": 1, "community": ..., "exported": ...}``, its
last ``{"end": N}``, and between them are N lines, each of one thing: an object whose ``kind`` is article, removal,
correction, name_rule, preference, report, record, feed, feed_item or alert. Numbers that a database gives are not in
it: a feed_item's ``feed`` counts the feeds of its section from 1.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from index.store import Store

__all__ = ["FORMAT", "Moved", "Transfer"]

FORMAT = 1
"""The version of the format of exports: another format has another number."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was exported or imported of a community: how many things of each kind, as the file calls it."""

    community: str
    things: Mapping[str, int]


class Transfer:
    """Exports and imports one community's library, or all of a database. Safe to use from several threads.

    Only who does either waits for pydantic.
    """

    def __init__(self, store: Store, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._community = community
        self._now = now

    def export(self, file: BinaryIO, *, everything: bool = False) -> tuple[Moved, ...]:
        """Write the library, or with `everything` those of all communities, as lines of JSON, all as of one moment.

        Others may write meanwhile. A library in which there is nothing at all is left out.

        Raises
        ------
        ExportError
            If there is nothing at all, or something too long for a line; what `file` has by then is of no use.
        """
        from index.transfer.exports import export_library  # noqa: PLC0415 - see above

        return export_library(self._store, None if everything else self._community, self._now(), file)

    def import_(self, file: BinaryIO, name: str) -> tuple[Moved, ...]:
        """Read what `export` wrote into the communities that it names: all of it, or with an error nothing.

        Raises
        ------
        ReadingError
            Naming the line of `name` that is not as `export` writes it.
        InvalidRequestError
            If one of the communities has something in its library already.
        """
        from index.transfer.imports import import_library  # noqa: PLC0415 - see above

        return import_library(self._store, file, name)

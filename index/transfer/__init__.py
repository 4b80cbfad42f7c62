"""Moving libraries: to lines of JSON and back, from one database to another, with nothing lost or changed.

A file has a section for each community. Its first line is ``{"onrecord": 1, "community": ..., "exported": ...}``, its
last ``{"end": N}``, and between them are N lines, each of one thing: an object whose ``kind`` is article, removal,
correction, name_rule, preference, report, record, feed or feed_item. Numbers that a database gives are not in it: a
feed_item's ``feed`` counts the feeds of its section from 1.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from index.errors import ExportError, InvalidRequestError, ReadingError, ReadingProblem
from index.store import Store
from index.store.tables import communities, is_empty
from index.transfer.exporting import export_community
from index.transfer.importing import import_community, read_header
from index.transfer.lines import Lines

__all__ = ["Moved", "Transfer"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What was exported or imported of a community: how many things of each kind, as the file calls it."""

    community: str
    things: Mapping[str, int]


class Transfer:
    """Exports and imports one community's library, or all of a database. Safe to use from several threads."""

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
        store, now = self._store, self._now()
        with store.snapshot():
            names = communities(store) if everything else (self._community,)
            filled = [name for name in names if not is_empty(store, name)]
            if not filled:
                whose = "any library" if everything else f"the library '{self._community}'"
                raise ExportError(f"There is nothing in {whose} to export; add articles first, or name another one.")
            return tuple(Moved(name, export_community(store, name, now, file)) for name in filled)

    def import_(self, file: BinaryIO, name: str) -> tuple[Moved, ...]:
        """Read what `export` wrote into the communities that it names: all of it, or with an error nothing.

        Raises
        ------
        ReadingError
            Naming the line of `name` that is not as `export` writes it.
        InvalidRequestError
            If one of the communities has something in its library already.
        """
        store = self._store
        lines = Lines(file, name)
        moved: dict[str, Moved] = {}
        with store.writing(None):
            for header in lines:
                community = read_header(lines, header)
                if community in moved:
                    raise lines.wrong(f"it begins the community '{community}' a second time")
                if not is_empty(store, community):
                    raise InvalidRequestError(
                        f"The library '{community}' is not empty, and an import does not mix two; "
                        "import into another database, which may be a new one."
                    )
                store.advance(community)
                moved[community] = Moved(community, import_community(store, community, lines))
            if not moved:
                raise ReadingError(name, "it is empty, so it is no export", ReadingProblem.EMPTY)
        return tuple(moved.values())

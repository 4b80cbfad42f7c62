"""Lines of an export as libraries; every line is checked before it is written."""

from collections import Counter
from typing import BinaryIO

from index.errors import InvalidRequestError, ReadingError, ReadingProblem
from index.store import Store
from index.store.tables import has_row_like, is_empty, put
from index.transfer import FORMAT, Moved
from index.transfer.lines import Lines
from index.transfer.records import RECORDS, ArticleRecord, FeedItemRecord, FeedRecord
from index.transfer.rows import RowRecord, SectionHeader

_LONGEST_NAME = 100  # characters of a community's name


def import_library(store: Store, file: BinaryIO, name: str) -> tuple[Moved, ...]:
    """Read what was exported into the communities that it names: all of it, or with an error nothing.

    Raises
    ------
    ReadingError
        Naming the line of `name` that is not as an export has it.
    InvalidRequestError
        If one of the communities has something in its library already.
    """
    lines = Lines(file, name)
    moved: dict[str, Moved] = {}
    with store.writing(None):
        for fields in lines:
            community = _community(lines, fields)
            if community in moved:
                raise lines.wrong(f"it begins the community '{community}' a second time")
            if not is_empty(store, community):
                raise InvalidRequestError(
                    f"The library '{community}' is not empty, and an import does not mix two; "
                    "import into another database, which may be a new one."
                )
            store.advance(community)
            moved[community] = Moved(community, _import_section(store, community, lines))
        if not moved:
            raise ReadingError(name, "it is empty, so it is no export", ReadingProblem.EMPTY)
    return tuple(moved.values())


def _community(lines: Lines, fields: dict[str, object]) -> str:
    """The community whose section begins with the line read last."""
    version = fields.get("onrecord")
    if isinstance(version, int) and version > FORMAT:
        raise lines.wrong(
            f"it was exported by a newer version of Onrecord (format {version}, this one knows {FORMAT}); "
            "upgrade Onrecord"
        )
    if version != FORMAT or isinstance(version, bool):
        raise lines.wrong("it does not begin an export; give a file that onrecord export wrote")
    name = lines.checked(SectionHeader, fields).community
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise lines.wrong('"community" is no name of a community')
    return name


def _import_section(store: Store, community: str, lines: Lines) -> Counter[str]:
    """Read the rest of the section of an empty community; how many things of each kind there were."""
    things: Counter[str] = Counter()
    feeds: list[int] = []  # the database's numbers, in the order of the section
    for fields in lines:
        if "end" in fields and "kind" not in fields:
            if fields != {"end": things.total()}:
                raise lines.wrong(f"{things.total()} lines come before it, not as many as it says; lines are missing")
            return things
        kind = fields.pop("kind", None)
        if not isinstance(kind, str) or kind not in RECORDS:
            raise lines.wrong(f"it is of no kind that this version knows ({str(kind)[:40]!a})")
        _put(store, community, lines, lines.checked(RECORDS[kind], fields), feeds)
        things[kind] += 1
    raise lines.wrong('it is the last, and no {"end": ...}: the file was cut off; export again')


def _put(store: Store, community: str, lines: Lines, record: RowRecord, feeds: list[int]) -> None:
    row = record.row()
    if isinstance(record, FeedItemRecord):
        if not 1 <= record.feed <= len(feeds):
            raise lines.wrong(f'"feed" is {record.feed}, but {len(feeds)} feeds come before it')
        row = (feeds[record.feed - 1], *row[1:])
    if has_row_like(store, community, record.table, row):
        same = (
            f"an article '{record.id}'"
            if isinstance(record, ArticleRecord)
            else f"one of the same {' and '.join(record.table.unique)}"
        )
        raise lines.wrong(f"there is {same} before it")
    number = put(store, community, record.table, *row)
    if isinstance(record, FeedRecord):
        feeds.append(number)

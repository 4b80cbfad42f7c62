"""Lines of an export as a community's library; every line is checked before it is written."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from index.model.article import AnnotatedArticle
from index.store import Store
from index.store.engine import Value
from index.store.rows import digest_of, to_row
from index.store.tables import REMOVALS, Table, has_article, has_row_like, put
from index.transfer.articles import expect, identity, read_article, take
from index.transfer.fields import WrongValueError, digest, filled, maybe, moment, text
from index.transfer.kinds import FEED, FEED_ITEM, FORMAT, KINDS, Kind
from index.transfer.lines import Lines

_LONGEST_NAME = 100  # characters of a community's name
_KINDS = {kind.name: kind for kind in KINDS}


def read_header(lines: Lines, fields: dict[str, object]) -> str:
    """The community whose section begins with the line read last.

    Raises
    ------
    ReadingError
        If the line begins no section, or one of a newer format.
    """
    version = fields.get("onrecord")
    if isinstance(version, int) and version > FORMAT:
        raise lines.wrong(
            f"it was exported by a newer version of Onrecord (format {version}, this one knows {FORMAT}); "
            "upgrade Onrecord"
        )
    if version != FORMAT or isinstance(version, bool):
        raise lines.wrong("it does not begin an export; give a file that onrecord export wrote")
    return lines.checked(_community, fields)


def import_community(store: Store, community: str, lines: Lines) -> Counter[str]:
    """Read the rest of the section of an empty community; how many things of each kind there were.

    Raises
    ------
    ReadingError
        Naming the line that is not as an export has it; the caller's transaction takes back what was written.
    """
    things: Counter[str] = Counter()
    feeds: list[int] = []
    for fields in lines:
        if "end" in fields and "kind" not in fields:
            if fields != {"end": things.total()}:
                raise lines.wrong(f"{things.total()} lines come before it, not as many as it says; lines are missing")
            return things
        kind = fields.pop("kind", None)
        match kind:
            case "article":
                _put_article(store, community, lines, fields)
            case "removal":
                _put_removal(store, community, lines, fields)
            case str() if kind in _KINDS:
                _put_row(store, community, lines, _KINDS[kind], fields, feeds)
            case _:
                raise lines.wrong(f"it is of no kind that this version knows ({str(kind)[:40]!a})")
        things[str(kind)] += 1
    raise lines.wrong('it is the last, and no {"end": ...}: the file was cut off; export again')


def _put_article(store: Store, community: str, lines: Lines, fields: dict[str, object]) -> None:
    annotated = lines.checked(read_article, fields)
    if has_article(store, community, annotated.article.id):
        raise lines.wrong(f"there is an article '{annotated.article.id}' before it")
    store.put(community, annotated)


def _put_removal(store: Store, community: str, lines: Lines, fields: dict[str, object]) -> None:
    row = lines.checked(_removal, fields)
    _insert(store, community, lines, REMOVALS, row)


def _put_row(
    store: Store, community: str, lines: Lines, kind: Kind, fields: dict[str, object], feeds: list[int]
) -> None:
    """Write a row; `feeds` are the numbers that the database gave the section's feeds so far."""
    row = lines.checked(kind.read, fields)
    if kind is FEED_ITEM:
        feed = int(row[0] or 0)
        if not 1 <= feed <= len(feeds):
            raise lines.wrong(f'"feed" is {feed}, but {len(feeds)} feeds come before it')
        row = (feeds[feed - 1], *row[1:])
    number = _insert(store, community, lines, kind.table, row)
    if kind is FEED:
        feeds.append(number)


def _insert(store: Store, community: str, lines: Lines, table: Table, row: tuple[Value, ...]) -> Any:
    if has_row_like(store, community, table, row):
        raise lines.wrong(f"there is one of the same {' and '.join(table.unique)} before it")
    return put(store, community, table, *row)


def _community(fields: Mapping[str, object]) -> str:
    expect(fields, ("onrecord", "community", "exported"))
    take(fields, "exported", moment)
    name = take(fields, "community", filled)
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise WrongValueError('"community" is no name of a community')
    return name


def _removal(fields: Mapping[str, object]) -> tuple[Value, ...]:
    """The row of a removed article."""
    expect(fields, ("id", "url", "digest", "at", "by", "article"))
    name = take(fields, "id", identity)
    known_by = take(fields, "digest", digest)
    article = take(fields, "article", maybe(_article))
    if article is not None and (article.article.id != name or digest_of(article.article.text) != known_by):
        raise WrongValueError('"article" is another than its id and digest say')
    kept = None if article is None else json.dumps(to_row(article))
    return (
        name,
        take(fields, "url", maybe(text)),
        known_by,
        take(fields, "at", moment),
        take(fields, "by", text),
        kept,
    )


def _article(value: object) -> AnnotatedArticle:
    if not isinstance(value, dict):
        raise WrongValueError("is no article")
    return read_article(value)

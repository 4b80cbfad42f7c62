"""The kinds of lines that an export has beside articles and removals: each the fields of one table's rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from index.model.article import SpeakerType
from index.model.feed import ItemState
from index.model.moderation import NameRuleKind, ReportState
from index.store.engine import Value
from index.store.tables import CORRECTIONS, FEED_ITEMS, FEEDS, NAME_RULES, PREFERENCES, RECORDS, REPORTS, Table
from index.transfer.articles import expect, take
from index.transfer.fields import (
    Field,
    WrongValueError,
    count,
    exact_moment,
    filled,
    maybe,
    moment,
    one_of,
    shown_texts,
    text,
    texts,
)

_ANNOUNCED = ("no", "yes", "begun")
"""Whether a feed's entry has been announced, by the number that the database has."""

FORMAT = 1
"""The version of the format of exports: another format has another number."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line; `fields` stand in the order of the table's columns."""

    name: str
    table: Table
    fields: tuple[Field, ...]
    fits: Callable[[Mapping[str, Any]], bool] = lambda _: True  # whether they go together, each being right

    def show(self, values: tuple[Value, ...]) -> dict[str, object]:
        """The fields of a row."""
        return {field.name: field.show(value) for field, value in zip(self.fields, values, strict=True)}

    def read(self, fields: Mapping[str, object]) -> tuple[Value, ...]:
        """The row of its fields.

        Raises
        ------
        WrongValueError
            Naming the field that is missing, unknown, or holds what it may not.
        """
        expect(fields, tuple(field.name for field in self.fields))
        row = tuple(take(fields, field.name, field.read) for field in self.fields)
        if not self.fits(fields):
            raise WrongValueError("its fields do not go together")
        return row


def _announced(value: object) -> int:
    if text(value) not in _ANNOUNCED:
        raise WrongValueError(f"is none of {', '.join(_ANNOUNCED)}")
    return _ANNOUNCED.index(text(value))


def _is_report(fields: Mapping[str, Any]) -> bool:
    content = fields["content_start"], fields["content_end"]
    return (
        fields["start"] < fields["end"]
        and (content == (None, None) or (None not in content and content[0] < content[1]))
        and (fields["state"] == ReportState.OPEN.value) == (fields["settled_by"] is None)
    )


def _is_correction(fields: Mapping[str, Any]) -> bool:
    return (fields["speaker"] is None) == (fields["speaker_type"] is None)


CORRECTION = Kind(
    "correction",
    CORRECTIONS,
    (
        Field("article", filled),
        Field("words", filled),
        Field("occurrence", count),
        Field("speaker", maybe(text)),
        Field("speaker_type", maybe(one_of(SpeakerType))),
        Field("by", text),
        Field("at", moment),
    ),
    _is_correction,
)
NAME_RULE = Kind(
    "name_rule",
    NAME_RULES,
    (Field("rule", one_of(NameRuleKind)), Field("names", texts, shown_texts), Field("into", text)),
)
PREFERENCE = Kind("preference", PREFERENCES, (Field("name", filled), Field("value", text)))
REPORT = Kind(
    "report",
    REPORTS,
    (
        Field("at", moment),
        Field("reporter", text),
        Field("article", filled),
        Field("title", text),
        Field("start", count),
        Field("end", count),
        Field("content_start", maybe(count)),
        Field("content_end", maybe(count)),
        Field("text", text),
        Field("speaker", maybe(text)),
        Field("suggestion", maybe(text)),
        Field("note", text),
        Field("state", one_of(ReportState)),
        Field("settled_by", maybe(text)),
    ),
    _is_report,
)
RECORD = Kind(
    "record",
    RECORDS,
    (Field("at", moment), Field("actor", text), Field("act", text), Field("subject", text), Field("detail", text)),
)
FEED = Kind(
    "feed",
    FEEDS,
    (
        Field("url", filled),
        Field("title", text),
        Field("announce_in", maybe(text)),
        Field("added", exact_moment),
        Field("checked", maybe(exact_moment)),
        Field("next_check", maybe(exact_moment)),
        Field("etag", maybe(text)),
        Field("last_modified", maybe(text)),
        Field("failures", count),
        Field("last_error", maybe(text)),
    ),
)
FEED_ITEM = Kind(
    "feed_item",
    FEED_ITEMS,
    (
        Field("feed", count),
        Field("key", text),
        Field("url", text),
        Field("published", maybe(exact_moment)),
        Field("seen", exact_moment),
        Field("version", text),
        Field("read_version", maybe(text)),
        Field("state", one_of(ItemState)),
        Field("attempts", count),
        Field("next_check", exact_moment),
        Field("checked", maybe(exact_moment)),
        Field("etag", maybe(text)),
        Field("last_modified", maybe(text)),
        Field("article", maybe(text)),
        Field("article_url", maybe(text)),
        Field("announced", _announced, lambda value: _ANNOUNCED[int(value or 0)]),
    ),
)

KINDS = (CORRECTION, NAME_RULE, PREFERENCE, REPORT, RECORD, FEED, FEED_ITEM)
"""In the order in which an export has them."""

"""What a line of an export may hold: one model for each kind.

Models check JSON's values, and turn them into the database's; serializers show these as JSON's again.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    FailFast,
    Field,
    PlainSerializer,
    ValidationInfo,
    field_serializer,
    field_validator,
    model_validator,
)

from index.model.article import Act, ContentKind, SpeakerType
from index.model.feed import ItemState
from index.model.moderation import NameRuleKind, ReportState
from index.store import tables
from index.store.engine import Row, Value
from index.store.rows import digest_of, kept_row
from index.transfer.fields import (
    Count,
    Day,
    Digest,
    ExactMoment,
    FilledText,
    Flag,
    Identity,
    Moment,
    Part,
    ParticularNames,
    Parts,
    SpanPair,
    Text,
    Texts,
    in_order,
)
from index.transfer.rows import LineRecord, RowRecord

_ANNOUNCED = ("no", "yes", "begun")  # whether a feed's entry has been announced, by the database's number
_UNFIT = "its fields do not go together"


class AttributionRecord(LineRecord):
    """The fields of an `Attribution`, in their order, which is the database's too."""

    content: Annotated[tuple[SpanPair, ...], FailFast()]
    cue: SpanPair | None
    mention: SpanPair | None
    speaker: Text | None
    speaker_type: SpeakerType | None
    outlet: Text | None
    kind: ContentKind
    act: Act
    rule: Text

    @field_validator("content")
    @classmethod
    def _is_in_order(cls, spans: tuple[SpanPair, ...]) -> tuple[SpanPair, ...]:
        if not spans or not in_order(spans):
            raise ValueError("is empty, or its spans overlap or are out of order")
        return spans

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.speaker is None) != (self.speaker_type is None):
            raise ValueError('"speaker" and "speaker_type" do not go together')
        return self


class ArticleRecord(RowRecord):
    """An article, complete; every span is one of its text. What follows from the rest is only in the row."""

    table = tables.ARTICLES
    id: Identity
    title: Text
    deck: Text | None
    outlet: Text | None
    authors: Texts
    published: Day | None
    url: Text | None
    from_feed: Flag = Field(default=False, validate_default=True)  # earlier exports have no such field
    edited: ParticularNames = Field(default=(), validate_default=True)  # nor this one
    text: Text
    paragraphs: Parts
    sentences: Parts
    attributions: Annotated[tuple[AttributionRecord, ...], FailFast()]

    @field_validator("paragraphs", "sentences")
    @classmethod
    def _stored_parts(cls, parts: tuple[Part, ...], info: ValidationInfo) -> str:
        if any(end > len(info.data.get("text", "")) for _, end, _ in parts):
            raise ValueError("has a span outside the text")
        if not in_order(parts):
            raise ValueError("has parts that overlap or are out of order")
        return json.dumps(parts)

    @field_validator("attributions")
    @classmethod
    def _stored_attributions(cls, found: tuple[AttributionRecord, ...], info: ValidationInfo) -> str:
        length = len(info.data.get("text", ""))
        for one in found:
            for name, spans in (("content", one.content), ("cue", (one.cue,)), ("mention", (one.mention,))):
                if any(span is not None and span[1] > length for span in spans):
                    raise ValueError(f'"{name}" has a span outside the text')
        return json.dumps([list(vars(one).values()) for one in found])

    @field_serializer("attributions")
    def _shown_attributions(self, stored: str) -> list[dict[str, object]]:
        return [dict(zip(AttributionRecord.model_fields, values, strict=True)) for values in json.loads(stored)]

    @classmethod
    def of(cls, row: Sequence[Value]) -> Self:
        """The record of a row."""
        values: dict[str, Any] = dict(zip(cls.table.columns, row, strict=True))
        return cls.model_construct(**{name: values[name] for name in cls.model_fields})

    def row(self) -> Row:
        """The row."""
        values: dict[str, Any] = dict(vars(self))
        values["digest"] = digest_of(self.text)
        values["sentence_count"] = len(json.loads(values["sentences"]))
        values["attribution_count"] = len(json.loads(values["attributions"]))
        return tuple(values[name] for name in self.table.columns)


class RemovalRecord(RowRecord):
    """A removed article and, until it is dropped, what it said."""

    table = tables.REMOVALS
    id: Identity
    url: Text | None
    digest: Digest
    at: Moment
    by: Text
    article: ArticleRecord | None

    @field_validator("article")
    @classmethod
    def _kept(cls, article: ArticleRecord | None, info: ValidationInfo) -> str | None:
        if article is None:
            return None
        if (article.id, digest_of(article.text)) != (info.data.get("id"), info.data.get("digest")):
            raise ValueError("is another than its id and digest say")
        return json.dumps(article.row())

    @field_serializer("article")
    def _shown(self, kept: str | None) -> ArticleRecord | None:
        return None if kept is None else ArticleRecord.of(kept_row(kept))


class CorrectionRecord(RowRecord):
    """Whom moderators say that the words are by."""

    table = tables.CORRECTIONS
    article: FilledText
    words: FilledText
    occurrence: Count
    speaker: Text | None
    speaker_type: SpeakerType | None
    by: Text
    at: Moment

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.speaker is None) != (self.speaker_type is None):
            raise ValueError(_UNFIT)
        return self


class NameRuleRecord(RowRecord):
    """A moderators' rule on names."""

    table = tables.NAME_RULES
    rule: NameRuleKind
    names: Texts
    into: Text


class PreferenceRecord(RowRecord):
    """What the community has set."""

    table = tables.PREFERENCES
    name: FilledText
    value: Text


class ReportRecord(RowRecord):
    """A report that a passage is wrong."""

    table = tables.REPORTS
    at: Moment
    reporter: Text
    article: FilledText
    title: Text
    start: Count
    end: Count
    content_start: Count | None
    content_end: Count | None
    text: Text
    speaker: Text | None
    suggestion: Text | None
    note: Text
    state: ReportState
    settled_by: Text | None
    waits: Flag = Field(default=False, validate_default=True)  # earlier exports have none of these four
    told: Literal["", "open", "corrected", "dismissed"] | None = Field(default=None, validate_default=True)
    posted: Text | None = None
    spoken: Text = Field(default="", validate_default=True)

    @field_validator("told")
    @classmethod
    def _told_all(cls, told: str | None, info: ValidationInfo) -> str:
        """Of an earlier export's report nobody is to be told."""
        return str(info.data.get("state")) if told is None else told

    @model_validator(mode="after")
    def _fits(self) -> Self:
        start, end = self.content_start, self.content_end
        if start is None and end is None:
            start, end = self.start, self.end
        spans = self.start < self.end and start is not None and end is not None and start < end
        if not spans or (self.state == ReportState.OPEN) != (self.settled_by is None):
            raise ValueError(_UNFIT)
        return self


class AuditRecord(RowRecord):
    """What somebody did; a line calls it record."""

    table = tables.RECORDS
    at: Moment
    actor: Text
    act: Text
    subject: Text
    detail: Text


class FeedRecord(RowRecord):
    """A feed that the community follows."""

    table = tables.FEEDS
    url: FilledText
    title: Text
    announce_in: Text | None
    added: ExactMoment
    checked: ExactMoment | None
    next_check: ExactMoment | None
    etag: Text | None
    last_modified: Text | None
    failures: Count
    last_error: Text | None


class FeedItemRecord(RowRecord):
    """An entry of a feed; `feed` is numbered as in the section."""

    table = tables.FEED_ITEMS
    feed: Count
    key: Text
    url: Text
    published: ExactMoment | None
    seen: ExactMoment
    version: Text
    read_version: Text | None
    state: ItemState
    attempts: Count
    next_check: ExactMoment
    checked: ExactMoment | None
    etag: Text | None
    last_modified: Text | None
    article: Text | None
    article_url: Text | None
    announced: Annotated[
        Literal["no", "yes", "begun"], AfterValidator(_ANNOUNCED.index), PlainSerializer(_ANNOUNCED.__getitem__)
    ]


class AlertRecord(RowRecord):
    """A wish to be told; of what comes after it is imported."""

    table = tables.ALERTS
    at: ExactMoment
    owner: Text
    tell_in: Text | None
    spoken: FilledText
    person: FilledText | None
    topic: FilledText | None
    outlet: FilledText | None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.person is None and self.topic is None and self.outlet is None:
            raise ValueError(_UNFIT)
        return self


RECORDS: Mapping[str, type[RowRecord]] = {
    "article": ArticleRecord,
    "removal": RemovalRecord,
    "correction": CorrectionRecord,
    "name_rule": NameRuleRecord,
    "preference": PreferenceRecord,
    "report": ReportRecord,
    "record": AuditRecord,
    "feed": FeedRecord,
    "feed_item": FeedItemRecord,
    "alert": AlertRecord,
}
"""The kinds of lines, in the order in which an export has them."""

"""Onrecord's index: articles in, attributed passages out. This is its public face; nothing else is for others."""

from typing import TYPE_CHECKING, Any

from index.attribution import annotate
from index.attribution.markup import mark_up
from index.encoder.encoder import Encoder, shared_encoder
from index.errors import (
    AlreadySettledError,
    ArticleNotFoundError,
    ExportError,
    FeedNotFoundError,
    FetchError,
    FetchProblem,
    InvalidRequestError,
    LinkTakenError,
    OnrecordError,
    ReadingError,
    ReadingProblem,
    RemovalNotFoundError,
    ReportNotFoundError,
    SettingsError,
    StoreError,
    StoreProblem,
    UnknownNameError,
)
from index.library.allowance import HourlyLimits
from index.library.edits import ArticleParticulars
from index.library.feeds import MOST_FEEDS, Feeds
from index.library.library import PUBLIC, Library, open_library, open_samples
from index.library.polling import FeedPoller
from index.library.privacy import DELETED_PERSON, Privacy
from index.library.turns import FeedTurns, TurnLimits
from index.model.answer import (
    Answer,
    Elsewhere,
    Evidence,
    Explanation,
    Filters,
    Passage,
    Person,
    Quotes,
    Silence,
    SilenceReason,
)
from index.model.article import (
    ANSWERABLE,
    Act,
    Addition,
    AnnotatedArticle,
    Article,
    ArticleSummary,
    Attribution,
    ContentKind,
    Outcome,
    Paragraph,
    ParagraphKind,
    Particular,
    Sentence,
    Span,
    SpeakerType,
)
from index.model.check import Check, Verdict
from index.model.feed import Announcement, AnnouncementPlace, DueFeed, Poll, PollOutcome, Subscription
from index.model.identifiers import article_token
from index.model.moderation import Correction, Figures, NameRule, NameRuleKind, Record, Removal, Report, ReportState
from index.model.privacy import Departure, PersonalCount, PersonalLine, PersonalPart
from index.model.trace import Change, Claim, Difference, Likeness, Trace
from index.reading import (
    MAX_BYTES,
    FileReading,
    most_bytes,
    read_all,
    read_bytes,
    read_file,
    read_page,
    read_path,
    read_records,
    read_text,
)
from index.reading.feed import Feed, FeedItem, look_for_feed, read_feed
from index.reading.kinds import MAX_PDF_BYTES
from index.samples import SAMPLE_QUESTION, sample_articles
from index.sandbox import Sandbox
from index.search.cache import IN_MEMORY
from index.store import Database, is_server, with_password
from index.transfer import Moved
from index.web.client import Fetcher, Limits
from index.web.guard import is_public, public_only
from index.web.responses import Fetched, Wanted

if TYPE_CHECKING:
    from index.settings import LibrarySettings, read_settings

__all__ = [
    "ANSWERABLE",
    "DELETED_PERSON",
    "IN_MEMORY",
    "MAX_BYTES",
    "MAX_PDF_BYTES",
    "MOST_FEEDS",
    "PUBLIC",
    "SAMPLE_QUESTION",
    "Act",
    "Addition",
    "AlreadySettledError",
    "AnnotatedArticle",
    "Announcement",
    "AnnouncementPlace",
    "Answer",
    "Article",
    "ArticleNotFoundError",
    "ArticleParticulars",
    "ArticleSummary",
    "Attribution",
    "Change",
    "Check",
    "Claim",
    "ContentKind",
    "Correction",
    "Database",
    "Departure",
    "Difference",
    "DueFeed",
    "Elsewhere",
    "Encoder",
    "Evidence",
    "Explanation",
    "ExportError",
    "Feed",
    "FeedItem",
    "FeedNotFoundError",
    "FeedPoller",
    "FeedTurns",
    "Feeds",
    "FetchError",
    "FetchProblem",
    "Fetched",
    "Fetcher",
    "Figures",
    "FileReading",
    "Filters",
    "HourlyLimits",
    "InvalidRequestError",
    "Library",
    "LibrarySettings",
    "Likeness",
    "Limits",
    "LinkTakenError",
    "Moved",
    "NameRule",
    "NameRuleKind",
    "OnrecordError",
    "Outcome",
    "Paragraph",
    "ParagraphKind",
    "Particular",
    "Passage",
    "Person",
    "PersonalCount",
    "PersonalLine",
    "PersonalPart",
    "Poll",
    "PollOutcome",
    "Privacy",
    "Quotes",
    "ReadingError",
    "ReadingProblem",
    "Record",
    "Removal",
    "RemovalNotFoundError",
    "Report",
    "ReportNotFoundError",
    "ReportState",
    "Sandbox",
    "Sentence",
    "SettingsError",
    "Silence",
    "SilenceReason",
    "Span",
    "SpeakerType",
    "StoreError",
    "StoreProblem",
    "Subscription",
    "Trace",
    "TurnLimits",
    "UnknownNameError",
    "Verdict",
    "Wanted",
    "annotate",
    "article_token",
    "is_public",
    "is_server",
    "look_for_feed",
    "mark_up",
    "most_bytes",
    "open_library",
    "open_samples",
    "public_only",
    "read_all",
    "read_bytes",
    "read_feed",
    "read_file",
    "read_page",
    "read_path",
    "read_records",
    "read_settings",
    "read_text",
    "sample_articles",
    "shared_encoder",
    "with_password",
]


def __getattr__(name: str) -> Any:
    """Give the settings, which load pydantic: only who reads any waits for it."""
    if name not in {"LibrarySettings", "read_settings"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from index import settings  # noqa: PLC0415

    return getattr(settings, name)

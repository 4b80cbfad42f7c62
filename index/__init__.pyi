"""What the index gives to others, and where each of it stands; it is loaded when it is first asked for."""

from .attribution import annotate as annotate
from .attribution.markup import mark_up as mark_up
from .cli.program import Code as Code
from .cli.program import run_program as run_program
from .encoder.encoder import Encoder as Encoder
from .encoder.encoder import shared_encoder as shared_encoder
from .errors import (
    AlertNotFoundError as AlertNotFoundError,
)
from .errors import (
    AlreadySettledError as AlreadySettledError,
)
from .errors import (
    ArticleNotFoundError as ArticleNotFoundError,
)
from .errors import (
    CorrectionNotFoundError as CorrectionNotFoundError,
)
from .errors import (
    ExportError as ExportError,
)
from .errors import (
    FeedNotFoundError as FeedNotFoundError,
)
from .errors import (
    FetchError as FetchError,
)
from .errors import (
    FetchProblem as FetchProblem,
)
from .errors import (
    InvalidRequestError as InvalidRequestError,
)
from .errors import (
    LinkTakenError as LinkTakenError,
)
from .errors import (
    NameRuleNotFoundError as NameRuleNotFoundError,
)
from .errors import (
    NoDayError as NoDayError,
)
from .errors import (
    OnrecordError as OnrecordError,
)
from .errors import (
    ReadingError as ReadingError,
)
from .errors import (
    ReadingProblem as ReadingProblem,
)
from .errors import (
    RemovalNotFoundError as RemovalNotFoundError,
)
from .errors import (
    ReportNotFoundError as ReportNotFoundError,
)
from .errors import (
    RequestProblem as RequestProblem,
)
from .errors import (
    SettingsError as SettingsError,
)
from .errors import (
    StoreError as StoreError,
)
from .errors import (
    StoreProblem as StoreProblem,
)
from .errors import (
    UnknownNameError as UnknownNameError,
)
from .library.alerts import OWN_ALERTS as OWN_ALERTS
from .library.alerts import PLACE_ALERTS as PLACE_ALERTS
from .library.allowance import HourlyLimits as HourlyLimits
from .library.edits import ArticleParticulars as ArticleParticulars
from .library.feeds import MOST_FEEDS as MOST_FEEDS
from .library.feeds import Feeds as Feeds
from .library.library import (
    Library as Library,
)
from .library.library import (
    open_library as open_library,
)
from .library.library import (
    open_samples as open_samples,
)
from .library.polling import FeedPoller as FeedPoller
from .library.privacy import DELETED_PERSON as DELETED_PERSON
from .library.privacy import Privacy as Privacy
from .library.turns import FeedTurns as FeedTurns
from .library.turns import TurnLimits as TurnLimits
from .model.alert import Alert as Alert
from .model.alert import Arrival as Arrival
from .model.alert import DigestState as DigestState
from .model.alert import Highlights as Highlights
from .model.alert import Interest as Interest
from .model.alert import News as News
from .model.answer import (
    Answer as Answer,
)
from .model.answer import (
    Elsewhere as Elsewhere,
)
from .model.answer import (
    Evidence as Evidence,
)
from .model.answer import (
    Explanation as Explanation,
)
from .model.answer import (
    Filters as Filters,
)
from .model.answer import (
    Passage as Passage,
)
from .model.answer import (
    Person as Person,
)
from .model.answer import (
    Quotes as Quotes,
)
from .model.answer import (
    Silence as Silence,
)
from .model.answer import (
    SilenceReason as SilenceReason,
)
from .model.article import (
    ANSWERABLE as ANSWERABLE,
)
from .model.article import (
    Act as Act,
)
from .model.article import (
    Addition as Addition,
)
from .model.article import (
    AnnotatedArticle as AnnotatedArticle,
)
from .model.article import (
    Article as Article,
)
from .model.article import (
    ArticleSummary as ArticleSummary,
)
from .model.article import (
    Attribution as Attribution,
)
from .model.article import (
    ContentKind as ContentKind,
)
from .model.article import (
    Outcome as Outcome,
)
from .model.article import (
    Paragraph as Paragraph,
)
from .model.article import (
    ParagraphKind as ParagraphKind,
)
from .model.article import (
    Particular as Particular,
)
from .model.article import (
    Sentence as Sentence,
)
from .model.article import (
    Span as Span,
)
from .model.article import (
    SpeakerType as SpeakerType,
)
from .model.check import Check as Check
from .model.check import Verdict as Verdict
from .model.feed import (
    Announcement as Announcement,
)
from .model.feed import (
    AnnouncementPlace as AnnouncementPlace,
)
from .model.feed import (
    DueFeed as DueFeed,
)
from .model.feed import (
    Poll as Poll,
)
from .model.feed import (
    PollOutcome as PollOutcome,
)
from .model.feed import (
    Subscription as Subscription,
)
from .model.identifiers import PUBLIC as PUBLIC
from .model.identifiers import article_token as article_token
from .model.moderation import (
    Correction as Correction,
)
from .model.moderation import (
    Figures as Figures,
)
from .model.moderation import (
    NameRule as NameRule,
)
from .model.moderation import (
    NameRuleKind as NameRuleKind,
)
from .model.moderation import (
    Record as Record,
)
from .model.moderation import (
    Removal as Removal,
)
from .model.moderation import (
    Report as Report,
)
from .model.moderation import (
    ReportState as ReportState,
)
from .model.privacy import (
    Departure as Departure,
)
from .model.privacy import (
    PersonalCount as PersonalCount,
)
from .model.privacy import (
    PersonalLine as PersonalLine,
)
from .model.privacy import (
    PersonalPart as PersonalPart,
)
from .model.trace import (
    Change as Change,
)
from .model.trace import (
    Claim as Claim,
)
from .model.trace import (
    Difference as Difference,
)
from .model.trace import (
    Likeness as Likeness,
)
from .model.trace import (
    Trace as Trace,
)
from .reading import (
    MAX_BYTES as MAX_BYTES,
)
from .reading import (
    FileReading as FileReading,
)
from .reading import (
    most_bytes as most_bytes,
)
from .reading import (
    read_all as read_all,
)
from .reading import (
    read_bytes as read_bytes,
)
from .reading import (
    read_file as read_file,
)
from .reading import (
    read_page as read_page,
)
from .reading import (
    read_path as read_path,
)
from .reading import (
    read_records as read_records,
)
from .reading import (
    read_text as read_text,
)
from .reading.feed import Feed as Feed
from .reading.feed import FeedItem as FeedItem
from .reading.feed import look_for_feed as look_for_feed
from .reading.feed import read_feed as read_feed
from .reading.kinds import MAX_PDF_BYTES as MAX_PDF_BYTES
from .samples import SAMPLE_QUESTION as SAMPLE_QUESTION
from .samples import sample_articles as sample_articles
from .sandbox import Sandbox as Sandbox
from .search import IN_MEMORY as IN_MEMORY
from .settings import LibrarySettings as LibrarySettings
from .settings import read_settings as read_settings
from .settings import unknown_settings as unknown_settings
from .store.places import Database as Database
from .store.places import is_server as is_server
from .store.places import with_password as with_password
from .transfer import Moved as Moved
from .web.client import Fetcher as Fetcher
from .web.client import Limits as Limits
from .web.guard import is_public as is_public
from .web.guard import public_only as public_only
from .web.responses import Fetched as Fetched
from .web.responses import Wanted as Wanted

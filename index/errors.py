"""Errors the index raises; every message names the thing at fault and the cure.

OnrecordError
├── ReadingError        a file, upload, page or line that cannot be read as an article (or feed)
├── FetchError          a link that is refused, or does not answer with what was asked for
├── ArticleNotFoundError  no article of that id in this library
├── LinkTakenError      another article of this library has that link
├── FeedNotFoundError   no feed of that number in this library
├── ReportNotFoundError   no report of that id in this library
├── AlertNotFoundError  no alert of that number, or it has ended
├── AlreadySettledError another moderator was first to settle the report
├── CorrectionNotFoundError  no correction of that number in this library
├── NameRuleNotFoundError  no rule on names of that number in this library
├── RemovalNotFoundError  no removed article of that id that could be restored
├── InvalidRequestError an argument out of range (an empty question, a zero limit, a feed too many)
│   ├── NoDayError        days of which the first comes after the last
│   └── UnknownNameError  a name that no article here has
├── SettingsError       settings that are missing or cannot be used
├── ExportError         an export or backup that cannot be written
│   └── NothingToExportError  a library in which there is nothing
└── StoreError          the database cannot be opened, is locked, lost, or is of a newer version
"""

from datetime import date
from enum import StrEnum

_SHOWN = 200  # characters of a link or name in a message


def shown(words: str) -> str:
    """What was typed, as a message repeats it: on one line, and cut where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class OnrecordError(Exception):
    """Root of all errors that the index raises on purpose; ``str(error)`` is one plain sentence."""


class ReadingProblem(StrEnum):
    """Why something cannot be read, for those who say it in words of their own."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MUCH_WORK = "too_much_work"
    BUSY = "busy"
    TOO_MANY_PARAGRAPHS = "too_many_paragraphs"
    TOO_MANY_SENTENCES = "too_many_sentences"
    NOT_TEXT = "not_text"
    OLD_OFFICE = "old_office"
    RICH_TEXT = "rich_text"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    APPLE_DOCUMENT = "apple_document"
    PICTURE = "picture"
    RECORDING = "recording"
    COMPRESSED = "compressed"
    KINDLE_BOOK = "kindle_book"
    WEB_ARCHIVE = "web_archive"
    PROGRAM = "program"
    DATABASE = "database"
    LOCKED = "locked"
    TOO_MANY_FILES = "too_many_files"
    SEVERAL = "several"
    NO_ARTICLE = "no_article"
    BROKEN = "broken"
    MISSING = "missing"
    DIRECTORY = "directory"
    NO_ACCESS = "no_access"
    BAD_RECORD = "bad_record"
    PDF_LOCKED = "pdf_locked"
    PDF_SCANNED = "pdf_scanned"
    PDF_TOO_LONG = "pdf_too_long"
    PDF_COLUMNS = "pdf_columns"
    PDF_BROKEN = "pdf_broken"
    PDF_TOO_MUCH_WORK = "pdf_too_much_work"
    NO_FEED = "no_feed"


class ReadingError(OnrecordError):
    """Something that was to be read as an article cannot be.

    Attributes
    ----------
    source : str
        The file name, link (or "line 3 of batch.jsonl") at fault.
    reason : str
        Why, and what would help, without the source's name.
    problem : ReadingProblem
        The same for a program.
    """

    def __init__(self, source: str, reason: str, problem: ReadingProblem) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason
        self.problem = problem


class FetchProblem(StrEnum):
    """Why a link was not fetched, for those who say it in words of their own."""

    LINK = "link"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    ADDRESS = "address"
    PORT = "port"
    ROBOTS = "robots"
    REDIRECTS = "redirects"
    TIME = "time"
    BUSY = "busy"
    SIZE = "size"
    TYPE = "type"
    STATUS = "status"
    UNREACHABLE = "unreachable"

    @property
    def lasting(self) -> bool:
        """Whether asking again soon is of no use."""
        return self not in (FetchProblem.TIME, FetchProblem.BUSY, FetchProblem.STATUS, FetchProblem.UNREACHABLE)


class FetchError(OnrecordError):
    """A link is refused, or does not answer with what was asked for.

    Attributes
    ----------
    url : str
        The link at fault: the one given, or one that it redirects to; without a password.
    problem : FetchProblem
    reason : str
        Why, and what would help, without the link.
    status : int | None
        The site's HTTP status, where that is the problem.
    retry_after : float | None
        Seconds after which the site wants to be asked again, where it says so; at most a week.
    """

    def __init__(
        self,
        url: str,
        problem: FetchProblem,
        reason: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{shown(url)}: {reason}")
        self.url = url
        self.problem = problem
        self.reason = reason
        self.status = status
        self.retry_after = retry_after


class ArticleNotFoundError(OnrecordError):
    """No article of that id is in this library."""

    def __init__(self, article_id: str) -> None:
        super().__init__(
            f"There is no article '{shown(article_id)}' in this library; list the articles to see their ids."
        )
        self.article_id = article_id


class LinkTakenError(OnrecordError):
    """Another article of this library has that link."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"The article '{article_id}' of this library has that link already.")
        self.article_id = article_id


class FeedNotFoundError(OnrecordError):
    """No feed of that number is in this library."""

    def __init__(self, feed_id: int) -> None:
        super().__init__(f"There is no feed {feed_id} in this library; list the feeds to see their numbers.")
        self.feed_id = feed_id


class ReportNotFoundError(OnrecordError):
    """No report of that id is in this library."""

    def __init__(self, report_id: int) -> None:
        super().__init__(f"There is no report {report_id} in this library; list the reports to see the open ones.")
        self.report_id = report_id


class AlertNotFoundError(OnrecordError):
    """There is no alert of that number any more."""

    def __init__(self, alert_id: int) -> None:
        super().__init__(f"There is no alert {alert_id}; it may have ended.")
        self.alert_id = alert_id


class AlreadySettledError(OnrecordError):
    """The report was settled before, by `by`."""

    def __init__(self, report_id: int, by: str) -> None:
        super().__init__(f"Report {report_id} has been settled already, by {by}; there is nothing left to do.")
        self.report_id = report_id
        self.by = by


class CorrectionNotFoundError(OnrecordError):
    """No correction of that number is in this library; it may have been taken back."""

    def __init__(self, correction_id: int) -> None:
        super().__init__(f"There is no correction {correction_id} here; list them to see their numbers.")
        self.correction_id = correction_id


class NameRuleNotFoundError(OnrecordError):
    """No rule on names of that number is in this library; it may have been taken back."""

    def __init__(self, rule_id: int) -> None:
        super().__init__(f"There is no rule on names {rule_id} here; list them to see their numbers.")
        self.rule_id = rule_id


class RemovalNotFoundError(OnrecordError):
    """No article of that id was removed, or what it said is kept no more."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"There is no removed article '{shown(article_id)}' to restore; its text is kept for 30 days.")
        self.article_id = article_id


class RequestProblem(StrEnum):
    """Why something that was asked for is not done, for those who say it in words of their own."""

    EMPTY_QUESTION = "empty-question"
    EMPTY_NAME = "empty-name"
    MANY_FEEDS = "many-feeds"
    MANY_REPORTS = "many-reports"
    MANY_CORRECTIONS = "many-corrections"
    MANY_RULES = "many-rules"
    ONE_ALREADY = "one-already"
    OTHERS_NAME = "others-name"
    NO_ALIAS = "no-alias"
    LONG_PASSAGE = "long-passage"
    CHANGED_PASSAGE = "changed-passage"


class InvalidRequestError(OnrecordError):
    """A question, name or number that cannot be worked with, such as an empty question.

    Attributes
    ----------
    problem : RequestProblem | None
        None where only a program asks so.
    values : dict of str to str or int
        The names and numbers that the words have.
    """

    def __init__(self, words: str, problem: RequestProblem | None = None, **values: str | int) -> None:
        super().__init__(words)
        self.problem = problem
        self.values = values


class NoDayError(InvalidRequestError):
    """There is no day from `since` to `until`."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(f"There is no day from {since} on and up to {until}; since must not be after until.")
        self.since = since
        self.until = until


class UnknownNameError(InvalidRequestError):
    """No article of this library has a speaker of that name; `near` are names like it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"No article here quotes {shown(name)}.{meant}")
        self.name = name
        self.near = near


class SettingsError(OnrecordError):
    """Settings that cannot be used; ``str(error)`` has a line for each, by the variable's name and without its value:
    one of them is the token."""


class ExportError(OnrecordError):
    """A library or database cannot be written to where it was to go."""


class NothingToExportError(ExportError):
    """There is nothing in what was to be exported."""


class StoreProblem(StrEnum):
    """What is wrong with a database, for those who say it in words of their own."""

    FULL = "full"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    UNCONFIRMED = "unconfirmed"
    FILES = "files"
    LOST = "lost"
    OTHER = "other"


class StoreError(OnrecordError):
    """The database cannot be opened, read or written; what was to be written has not been.

    Attributes
    ----------
    problem : StoreProblem
        With UNCONFIRMED alone it may have been written all the same: its server was lost before it said so.
    """

    def __init__(self, words: str, problem: StoreProblem = StoreProblem.OTHER) -> None:
        super().__init__(words)
        self.problem = problem

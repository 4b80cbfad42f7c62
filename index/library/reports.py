"""Reports of wrong speakers: somebody doubts who said a passage, and a moderator settles it."""

from collections.abc import Callable
from datetime import datetime

from index.errors import AlreadySettledError, ArticleNotFoundError, InvalidRequestError, ReportNotFoundError
from index.library.corrections import Corrections
from index.library.limits import NAME, NOTE, bounded
from index.model.answer import Passage
from index.model.article import Span
from index.model.moderation import Report, ReportState
from index.store import Store
from index.store.reports import put_report, report_of, reports_in, settle

_OPEN = 200  # open reports of a community


class Reports:
    """The reports of a community. Safe to use from several threads."""

    def __init__(self, store: Store, corrections: Corrections, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._corrections = corrections
        self._community = community
        self._now = now

    def file(self, passage: Passage, reporter: str, *, suggestion: str | None = None, note: str = "") -> Report:
        """Keep somebody's doubt about who said a passage, in place of their open report of the same passage.

        Raises
        ------
        ArticleNotFoundError
            If the passage's article is gone.
        InvalidRequestError
            If the community has 200 open reports, or a text is too long.
        """
        store = self._store
        suggestion = bounded(suggestion, "name", NAME) if suggestion is not None else None
        report = Report(
            0,
            self._now(),
            bounded(reporter, "reporter", NAME, least=1),
            passage.article_id,
            passage.title,
            passage.span,
            passage.content,
            passage.text,
            passage.speaker,
            suggestion or None,
            bounded(note, "note", NOTE),
            ReportState.OPEN,
            None,
        )
        with store.writing(self._community):
            annotated = store.get(self._community, passage.article_id)
            if annotated is None or annotated.article.text[passage.span.start : passage.span.end] != passage.text:
                raise ArticleNotFoundError(passage.article_id)
            written = put_report(store, self._community, report)
            if len(self.list()) > _OPEN:
                raise InvalidRequestError(
                    f"There are {_OPEN} open reports already; a moderator must settle some before more are taken."
                )
            return written

    def list(self, state: ReportState = ReportState.OPEN) -> tuple[Report, ...]:
        """Reports of one state, oldest first."""
        return reports_in(self._store, self._community, state)

    def get(self, report_id: int) -> Report:
        """One report, whatever its state.

        Raises
        ------
        ReportNotFoundError
        """
        found = report_of(self._store, self._community, report_id)
        if found is None:
            raise ReportNotFoundError(report_id)
        return found

    def dismiss(self, report_id: int, by: str) -> Report:
        """Settle an open report without a change.

        Raises
        ------
        ReportNotFoundError
        AlreadySettledError
            Naming who was first.
        """
        by = bounded(by, "moderator", NAME, least=1)
        with self._store.writing(self._community):
            self._open(report_id)
            settle(self._store, self._community, report_id, ReportState.DISMISSED, by)
            return self.get(report_id)

    def accept(self, report_id: int, by: str, speaker: str | None) -> Report:
        """Settle an open report by correcting its passage's speaker (None: nobody is named), both or neither.

        Raises
        ------
        ReportNotFoundError
        AlreadySettledError
            Naming who was first.
        ArticleNotFoundError
            If the article is gone; the report stays open.
        InvalidRequestError
            If the article no longer has the passage; the report stays open.
        """
        by = bounded(by, "moderator", NAME, least=1)
        store = self._store
        naming = self._corrections.naming(speaker)
        with store.writing(self._community):
            report = self._open(report_id)
            annotated = store.get(self._community, report.article_id)
            if annotated is None:
                raise ArticleNotFoundError(report.article_id)
            moved = _moved(report, annotated.article.text)
            span = Span(report.span.start + moved, report.span.end + moved)
            content = report.content
            if content is not None:
                content = Span(max(0, content.start + moved), content.end + moved)
            self._corrections.write(report.article_id, span, content, naming, by)
            settle(store, self._community, report_id, ReportState.CORRECTED, by)
            return self.get(report_id)

    def _open(self, report_id: int) -> Report:
        report = self.get(report_id)
        if report.state is not ReportState.OPEN:
            raise AlreadySettledError(report_id, report.settled_by or "another moderator")
        return report


def _moved(report: Report, text: str) -> int:
    """How many code points the reported passage has moved.

    Raises
    ------
    InvalidRequestError
        If it is gone.
    """
    if text[report.span.start : report.span.end] == report.text:
        return 0
    at = text.find(report.text)
    if at < 0:
        raise InvalidRequestError("The article has changed and no longer has this passage; dismiss the report.")
    return at - report.span.start

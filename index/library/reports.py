"""Reports of wrong speakers: somebody doubts who said a passage, and a moderator settles it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from index.errors import (
    AlreadySettledError,
    ArticleNotFoundError,
    InvalidRequestError,
    ReportNotFoundError,
    RequestProblem,
)
from index.library.corrections import Corrections
from index.library.limits import NAME, NOTE, bounded
from index.model.answer import Passage
from index.model.article import ANSWERABLE, AnnotatedArticle, Span
from index.model.moderation import Report, ReportState
from index.ranking.passages import texts_at
from index.search.cache import ReaderCache
from index.search.selection import standing
from index.store import Store
from index.store.reports import communities_untold, mark_told, put_report, report_of, reports_in, settle, untold

_OPEN = 200  # open reports of a community


class Reports:
    """The reports of a community. Safe to use from several threads.

    Those whom a report concerns are told by the caller, who may end in the middle of it: `untold` has what is left.
    """

    def __init__(
        self,
        store: Store,
        readers: ReaderCache,
        corrections: Corrections,
        community: str,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._readers = readers
        self._corrections = corrections
        self._community = community
        self._now = now

    def file(
        self,
        passage: Passage,
        reporter: str,
        *,
        suggestion: str | None = None,
        note: str = "",
        waits: bool = False,
        spoken: str = "",
    ) -> Report:
        """Keep somebody's doubt about who said a passage; to their open report of the same passage it adds what it has.

        `waits` tells whether they want to be told what comes of it, and `spoken` in which language.

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
            waits,
            spoken=spoken if waits else "",
        )
        with store.writing(self._community):
            annotated = store.get(self._community, passage.article_id)
            if annotated is None or annotated.article.text[passage.span.start : passage.span.end] != passage.text:
                raise ArticleNotFoundError(passage.article_id)
            written = put_report(store, self._community, report)
            if len(self.list()) > _OPEN:
                raise InvalidRequestError(
                    f"There are {_OPEN} open reports already; a moderator must settle some before more are taken.",
                    RequestProblem.MANY_REPORTS,
                    most=_OPEN,
                )
            return written

    def list(self, state: ReportState = ReportState.OPEN) -> tuple[Report, ...]:
        """Reports of one state, oldest first."""
        return reports_in(self._store, self._community, state)

    def cases(self) -> tuple[tuple[Report, ...], ...]:
        """The open reports by the words that they are about, by the number of the first about each."""
        found: dict[tuple[str, Span], list[Report]] = {}
        for report in sorted(self.list(), key=lambda one: one.id):
            found.setdefault((report.article_id, _doubted(report, 0)), []).append(report)
        return tuple(map(tuple, found.values()))

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

    def passage(self, report: Report) -> Passage | None:
        """The passage as it stands now, the sentences before and after it as its context; None if it is gone."""
        with self._readers.reader(self._community) as reader:
            annotated = reader.article(report.article_id)
            moved = _moved(report, annotated.article.text) if annotated is not None else None
            if annotated is None or moved is None:
                return None
            content = report.content and Span(max(0, report.content.start + moved), report.content.end + moved)
            span = Span(report.span.start + moved, report.span.end + moved)
            return _beside(standing(reader, report.article_id, span, content), annotated)

    def dismiss(self, report_id: int, by: str) -> tuple[Report, ...]:
        """Settle an open report without a change; gives it, then the others of the same words, settled with it.

        Raises
        ------
        ReportNotFoundError
        AlreadySettledError
            Naming who was first.
        """
        by = bounded(by, "moderator", NAME, least=1)
        with self._store.writing(self._community):
            report = self._open(report_id)
            annotated = self._store.get(self._community, report.article_id)
            text = None if annotated is None else annotated.article.text
            return self._settle(report, text, ReportState.DISMISSED, by)

    def accept(self, report_id: int, by: str, speaker: str | None) -> tuple[Report, ...]:
        """Settle an open report by correcting its passage's speaker (None: nobody is named), both or neither.

        Gives the report, then the others of the same words, settled with it.

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
            text = annotated.article.text
            moved = _moved(report, text)
            if moved is None:
                raise InvalidRequestError(
                    "The article has changed and no longer has this passage; dismiss the report.",
                    RequestProblem.CHANGED_PASSAGE,
                )
            span = Span(report.span.start + moved, report.span.end + moved)
            content = _doubted(report, moved) if report.content is not None else None
            self._corrections.write(report.article_id, span, content, naming, by)
            return self._settle(report, text, ReportState.CORRECTED, by)

    def untold(self) -> tuple[Report, ...]:
        """Reports of whose state those whom it concerns have not been told, oldest first: moderators of an open one,
        who made it of a settled one."""
        return untold(self._store, self._community)

    def untold_anywhere(self) -> tuple[str, ...]:
        """Which of *all* communities have such reports; for who tells them alone."""
        return communities_untold(self._store)

    def mark_told(self, report: Report, *, posted: str | None) -> None:
        """Note that whom it concerns have been told of a report as it is given here, and where it stands."""
        waits = report.waits and report.state is ReportState.OPEN
        spoken = report.spoken if waits else ""
        told = replace(report, told=report.state, waits=waits, posted=posted, spoken=spoken)
        mark_told(self._store, self._community, told)

    def _open(self, report_id: int) -> Report:
        report = self.get(report_id)
        if report.state is not ReportState.OPEN:
            raise AlreadySettledError(report_id, report.settled_by or "another moderator")
        return report

    def _settle(self, report: Report, text: str | None, state: ReportState, by: str) -> tuple[Report, ...]:
        """Settle a report and the others of the same words of its article, whose text is `text`, if it is there."""

        def place(one: Report) -> Span:
            return _doubted(one, (_moved(one, text) if text is not None else None) or 0)

        others = (one for one in self.list() if one.article_id == report.article_id and place(one) == place(report))
        alike = (report.id, *(one.id for one in others if one.id != report.id))
        for identity in alike:
            settle(self._store, self._community, identity, state, by)
        return tuple(map(self.get, alike))


def _doubted(report: Report, moved: int) -> Span:
    """The words whose speaker is doubted, so many code points from where they stood."""
    words = report.content or report.span
    return Span(max(0, words.start + moved), words.end + moved)


def _moved(report: Report, text: str) -> int | None:
    """How many code points the reported passage has moved; None if it is gone."""
    if text[report.span.start : report.span.end] == report.text:
        return 0
    at = text.find(report.text)
    return None if at < 0 else at - report.span.start


def _beside(passage: Passage, annotated: AnnotatedArticle) -> Passage:
    """The passage with the sentences before and after it for its context."""
    around = [sentence.span for sentence in annotated.sentences if sentence.kind in ANSWERABLE]
    before = [span for span in around if span.end <= passage.span.start][-1:]
    context = (*before, *[span for span in around if span.start >= passage.span.end][:1])
    return replace(passage, context=context, context_text=texts_at(annotated, context))

"""A library's moderation: preferences, the audit, reports of wrong speakers, and corrections that last."""

from dataclasses import dataclass, replace

from index.attribution import annotate
from index.errors import (
    AlreadySettledError,
    ArticleNotFoundError,
    InvalidRequestError,
    ReportNotFoundError,
)
from index.library.corrections import corrected, occurrence_of, place_of
from index.library.identifiers import article_token
from index.library.names import NameRuling, person_called
from index.model.article import AnnotatedArticle, Passage, Span, SpeakerType
from index.model.moderation import Correction, Figures, Record, Report, ReportState
from index.search.answers import standing
from index.search.cache import bounded
from index.store import audit as store_audit
from index.store import corrections as store_corrections
from index.store import reports as store_reports

_NAME = 100  # characters of a name, or of who did something
_NOTE = 1_000
_OPEN = 200  # open reports of a community
_CORRECTIONS = 500  # corrections of an article
_WORDS = 20_000  # characters that one correction is about


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom a moderator names; None for nobody."""

    speaker: str | None
    type: SpeakerType | None


class Moderation(NameRuling):
    """What moderators see and decide; see `index.library.library.Library`."""

    def preference(self, name: str) -> str | None:
        """The value of one of the community's preferences, None where it is not set."""
        return store_audit.preference(self._shared.store, self.community, bounded(name, "preference", _NAME))

    def set_preference(self, name: str, value: str | None) -> None:
        """Set a preference of the community to an opaque text on one line, or with None forget it.

        Raises
        ------
        InvalidRequestError
            If the name or value is too long.
        """
        value = None if value is None else bounded(value, "value", _NOTE)
        store_audit.set_preference(
            self._shared.store, self.community, bounded(name, "preference", _NAME, least=1), value
        )

    def record(self, actor: str, act: str, subject: str, detail: str = "") -> None:
        """Write a line of the audit; what is too long is cut. The newest 5,000 are kept."""
        words = [bounded(words[:_NOTE], "record", _NOTE) for words in (actor, act, subject, detail)]
        store_audit.add_record(self._shared.store, self.community, Record(self._shared.now(), *words))

    def records(self, limit: int = 50) -> tuple[Record, ...]:
        """The newest lines of the audit, newest first.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        if limit < 1:
            raise InvalidRequestError("The number of records must be at least 1.")
        return store_audit.newest_records(self._shared.store, self.community, min(limit, 5_000))

    def figures(self) -> Figures:
        """How much the library holds."""
        with self._shared.community(self.community) as community:
            people = community.speakers().people
        counts = self._shared.store.figures(self.community)
        return Figures(*counts, sum(person.type is not SpeakerType.GROUP for person in people))

    def article_of(self, token: str) -> str | None:
        """The id of the article that `article_token` gives `token` for, None if it is not there (any more)."""
        identities = self._shared.store.revisions(self.community)
        return next((identity for identity in identities if article_token(identity) == token), None)

    def passage_at(self, article_id: str, span: Span, *, content: Span | None = None) -> Passage:
        """The passage that stands at `span`, with its best attribution as answers show it.

        With `content`, the attribution whose content has those bounds (`Passage.content`), if it is there.

        Raises
        ------
        ArticleNotFoundError
            If the article is gone, or now too short to have such a span.
        """
        with self._shared.community(self.community) as community:
            annotated = community.article(article_id)
            if annotated is None or not 0 <= span.start < span.end <= len(annotated.article.text):
                raise ArticleNotFoundError(article_id)
            return standing(community, annotated, span, content)

    def report(self, passage: Passage, reporter: str, *, suggestion: str | None = None, note: str = "") -> Report:
        """Keep somebody's doubt about who said a passage, in place of their open report of the same passage.

        Raises
        ------
        ArticleNotFoundError
            If the passage's article is gone.
        InvalidRequestError
            If the community has 200 open reports, or a text is too long.
        """
        store = self._shared.store
        suggestion = bounded(suggestion, "name", _NAME) if suggestion is not None else None
        report = Report(
            0,
            self._shared.now(),
            bounded(reporter, "reporter", _NAME, least=1),
            passage.article_id,
            passage.title,
            passage.span,
            passage.content,
            passage.text,
            passage.speaker,
            suggestion or None,
            bounded(note, "note", _NOTE),
            ReportState.OPEN,
            None,
        )
        with store.writing(self.community):
            annotated = store.get(self.community, passage.article_id)
            if annotated is None or annotated.article.text[passage.span.start : passage.span.end] != passage.text:
                raise ArticleNotFoundError(passage.article_id)
            written = store_reports.put_report(store, self.community, report)
            if store_reports.count_open(store, self.community) > _OPEN:
                raise InvalidRequestError(
                    f"There are {_OPEN} open reports already; a moderator must settle some before more are taken."
                )
            return written

    def reports(self, state: ReportState = ReportState.OPEN) -> tuple[Report, ...]:
        """Reports of one state, oldest first."""
        return store_reports.reports_in(self._shared.store, self.community, state)

    def report_by_id(self, report_id: int) -> Report:
        """One report, whatever its state.

        Raises
        ------
        ReportNotFoundError
        """
        found = store_reports.report_of(self._shared.store, self.community, report_id)
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
        by = bounded(by, "moderator", _NAME, least=1)
        with self._shared.store.writing(self.community):
            self._open_report(report_id)
            store_reports.settle(self._shared.store, self.community, report_id, ReportState.DISMISSED, by)
            return self.report_by_id(report_id)

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
        by = bounded(by, "moderator", _NAME, least=1)
        store = self._shared.store
        named = self._named(speaker)
        with store.writing(self.community):
            report = self._open_report(report_id)
            annotated = store.get(self.community, report.article_id)
            if annotated is None:
                raise ArticleNotFoundError(report.article_id)
            moved = _moved(report, annotated.article.text)
            span = Span(report.span.start + moved, report.span.end + moved)
            content = report.content
            if content is not None:
                content = Span(max(0, content.start + moved), content.end + moved)
            self._correct(report.article_id, span, content, named, by)
            store_reports.settle(store, self.community, report_id, ReportState.CORRECTED, by)
            return self.report_by_id(report_id)

    def _open_report(self, report_id: int) -> Report:
        report = self.report_by_id(report_id)
        if report.state is not ReportState.OPEN:
            raise AlreadySettledError(report_id, report.settled_by or "another moderator")
        return report

    def correct(self, article_id: str, span: Span, content: Span | None, speaker: str | None, *, by: str) -> Passage:
        """Set who said something, for good: also when the article is added, changed or restored later.

        `content` are the bounds of what was said (`Passage.content`); with None the sentences of the passage at
        `span` count as said. `speaker` None means that nobody is named.

        Raises
        ------
        ArticleNotFoundError
            If the article is gone, or now too short to have such spans.
        InvalidRequestError
            If the name is empty or too long, the words are too many, or the article has too many corrections.
        """
        said = self._correct(article_id, span, content, self._named(speaker), by)
        return self.passage_at(article_id, span, content=said)

    def _correct(self, article_id: str, span: Span, content: Span | None, named: _Named, by: str) -> Span:
        """As `correct`; where what was said stands. Shows nothing, for a transaction around it may yet fail."""
        store = self._shared.store
        with store.writing(self.community):
            annotated = store.get(self.community, article_id)
            said = content or span
            if annotated is None or not all(_inside(s, annotated.article.text) for s in (said, span)):
                raise ArticleNotFoundError(article_id)
            if content is None:
                said = _sentences(annotated, span)
            text = annotated.article.text
            words = text[said.start : said.end]
            if len(words) > _WORDS:
                raise InvalidRequestError("The passage is too long to be corrected as one; correct a shorter one.")
            if store_corrections.count_corrections(store, self.community, article_id) >= _CORRECTIONS:
                raise InvalidRequestError(f"The article has {_CORRECTIONS} corrections; take some back first.")
            correction = Correction(
                0,
                article_id,
                words,
                occurrence_of(text, said),
                named.speaker,
                named.type,
                bounded(by, "moderator", _NAME),
                self._shared.now(),
            )
            store_corrections.put_correction(store, self.community, correction)
            store.put(self.community, corrected(annotated, (correction,)))
        return said

    def corrections(self, article_id: str | None = None) -> tuple[Correction, ...]:
        """Corrections of an article, or of all of them, in the order they were first made."""
        found = store_corrections.corrections_of(self._shared.store, self.community, article_id)
        texts: dict[str, str | None] = {}
        for identity in {correction.article_id for correction in found}:
            annotated = self._shared.store.get(self.community, identity)
            texts[identity] = annotated.article.text if annotated is not None else None

        def stands(correction: Correction) -> bool:
            text = texts[correction.article_id]
            return text is not None and place_of(text, correction.words, correction.occurrence) is not None

        return tuple(replace(correction, active=stands(correction)) for correction in found)

    def uncorrect(self, correction_id: int) -> Correction:
        """Take a correction back: the article says again what was found in it.

        Raises
        ------
        InvalidRequestError
            If there is no such correction.
        """
        store = self._shared.store
        while True:
            found = next((c for c in self.corrections() if c.id == correction_id), None)
            if found is None:
                raise InvalidRequestError(
                    f"There is no correction {correction_id} here; list them to see their numbers."
                )
            before = store.get(self.community, found.article_id)
            found_again = None if before is None else annotate(before.article)
            with store.writing(self.community):
                now = store.get(self.community, found.article_id)
                if (now and now.article) != (before and before.article):
                    continue  # written again while it was annotated
                store_corrections.delete_correction(store, self.community, correction_id)
                if found_again is not None:
                    store.put(self.community, self._corrected(found_again))
                return found

    def _corrected(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """An article as annotated, with the corrections that it has."""
        corrections = store_corrections.corrections_of(self._shared.store, self.community, annotated.article.id)
        return corrected(annotated, corrections)

    def _named(self, speaker: str | None) -> _Named:
        """A name as the library spells it, where it has it, and what it is; else a person. Not in a transaction.

        Raises
        ------
        InvalidRequestError
            If it is empty or too long.
        """
        if speaker is None:
            return _Named(None, None)
        name = bounded(speaker, "name", _NAME, least=1)
        with self._shared.community(self.community) as community:
            found = person_called(community, name)
        return _Named(name, SpeakerType.PERSON) if found is None else _Named(found[1], found[0].type)


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _sentences(annotated: AnnotatedArticle, span: Span) -> Span:
    """The sentences that share the span, from the first's start to the last's end; itself where there are none."""
    found = [sentence.span for sentence in annotated.sentences if sentence.span.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span


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

"""Reports of a community: doubts about who said a passage."""

from dataclasses import replace
from datetime import datetime

from index.model.article import Span
from index.model.moderation import Report, ReportState
from index.store import Store
from index.store.engine import Row, is_given
from index.store.tables import REPORTS, put

_SETTLED = 1_000  # settled reports that a community keeps


def put_report(store: Store, community: str, report: Report) -> Report:
    """Write an open report, in place of the same reporter's open one of the same passage; its id is given here.

    Of that one stays what the new one leaves empty. Whom it concerns have not been told of what is written.
    """
    span = report.span.start, report.span.end
    content = [report.content.start, report.content.end] if report.content else [None, None]
    with store.writing(community):
        store.enrol(community)
        rows = store.read(
            f"{REPORTS.selection} AND state = ? AND reporter = ? AND article_id = ? AND low = ? AND high = ?",
            community,
            ReportState.OPEN.value,
            report.reporter,
            report.article_id,
            *span,
        )
        for earlier in map(_report, rows):
            if earlier.content == report.content:
                suggestion, note = report.suggestion or earlier.suggestion, report.note or earlier.note
                kept = replace(
                    report, id=earlier.id, at=earlier.at, suggestion=suggestion, note=note, posted=earlier.posted
                )
                store.write(
                    "UPDATE reports SET title = ?, text = ?, speaker = ?, suggestion = ?, note = ?, waits = ?, "
                    "spoken = ?, told = '' WHERE id = ?",
                    *(kept.title, kept.text, kept.speaker, kept.suggestion, kept.note),
                    *(int(kept.waits), kept.spoken, kept.id),
                )
                return kept
        place = report.article_id, report.title, *span, *content
        said = report.text, report.speaker, report.suggestion, report.note
        state = ReportState.OPEN.value, None, int(report.waits), "", None, report.spoken
        values = report.at.isoformat(), report.reporter, *place, *said, *state
        return replace(report, id=put(store, community, REPORTS, *values))


def reports_in(store: Store, community: str, state: ReportState) -> tuple[Report, ...]:
    """Reports of one state, oldest first."""
    rows = store.read(f"{REPORTS.selection} AND state = ? ORDER BY at, id", community, state.value)
    return tuple(_report(row) for row in rows)


def report_of(store: Store, community: str, report_id: int) -> Report | None:
    """The report of that id, if the community has it."""
    if not is_given(report_id):
        return None
    rows = store.read(f"{REPORTS.selection} AND id = ?", community, report_id)
    return _report(rows[0]) if rows else None


def settle(store: Store, community: str, report_id: int, state: ReportState, by: str) -> None:
    """Settle a report; the oldest settled ones beyond 1,000 go."""
    with store.writing(community):
        store.write(
            "UPDATE reports SET state = ?, settled_by = ? WHERE community = ? AND id = ?",
            state.value,
            by,
            community,
            report_id,
        )
        store.write(
            "DELETE FROM reports WHERE community = ? AND state <> ? AND id <= "
            "(SELECT id FROM reports WHERE community = ? AND state <> ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
            community,
            ReportState.OPEN.value,
            community,
            ReportState.OPEN.value,
            _SETTLED,
        )


def untold(store: Store, community: str) -> tuple[Report, ...]:
    """Reports of whose state whom it concerns have not been told, oldest first."""
    return tuple(_report(row) for row in store.read(f"{REPORTS.selection} AND told <> state ORDER BY id", community))


def communities_untold(store: Store) -> tuple[str, ...]:
    """The communities that have such reports, by name."""
    rows = store.read("SELECT DISTINCT community FROM reports WHERE told <> state ORDER BY community")
    return tuple(community for (community,) in rows)


def mark_told(store: Store, community: str, report: Report) -> None:
    """Write `Report.told`, `waits`, `spoken` and `posted` as `report` has them, if it is still there."""
    store.write(
        "UPDATE reports SET told = ?, waits = ?, spoken = ?, posted = ? WHERE community = ? AND id = ?",
        report.told.value if report.told else "",
        int(report.waits),
        report.spoken,
        report.posted,
        community,
        report.id,
    )


def _report(row: Row) -> Report:
    identity, at, reporter, article_id, title, low, high, content_low, content_high, *rest = row
    *words, state, settled_by, waits, told, posted, spoken = rest
    content = None if content_low is None else Span(content_low, content_high)
    passage = article_id, title, Span(low, high), content, *words
    state = ReportState(state), settled_by, bool(waits), ReportState(told) if told else None, posted, spoken
    return Report(*(identity, datetime.fromisoformat(at), reporter, *passage, *state))

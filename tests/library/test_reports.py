"""What moderators need: preferences, the audit, reports, corrections by report, and look-ups that outlive a restart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index import (
    AlreadySettledError,
    ArticleNotFoundError,
    Database,
    Figures,
    InvalidRequestError,
    Library,
    ReportNotFoundError,
    ReportState,
    Span,
    article_token,
    open_library,
    read_text,
)
from tests.clock import Clock

TEXT = """Weir gates stay shut

By Ada Lint
Harbour Gazette
Posted May 3, 2024

“The gates are rusted through,” said Rhea Olsen, an engineer. “We will not open them.”

Mayor Ines Calder told Radio Tollan that the weir was safe.

Rain is expected.
"""
START = datetime(2024, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, community="one", now=clock) as library:
        library.add(read_text(TEXT, id="weir"))
        yield library


def test_preferences_are_each_communitys_own_and_last(library: Library, database: Database) -> None:
    other = library.of("two")
    assert library.preferences.get("language") is None
    library.preferences.set("language", "nl")
    other.preferences.set("language", "fr")
    library.preferences.set("language", "de")
    with open_library(database, community="one") as again:
        assert again.preferences.get("language") == "de"
    assert other.preferences.get("language") == "fr"
    other.preferences.set("language", None)
    assert other.preferences.get("language") is None
    with pytest.raises(InvalidRequestError, match="too long"):
        library.preferences.set("language", "x" * 5_000)


def test_the_audit_tells_who_did_what_newest_first(library: Library, clock: Clock) -> None:
    library.audit.add("Mo", "remove", "weir")
    clock.time += timedelta(minutes=1)
    library.audit.add("Jo\n\ud83d", "restore", "weir", "by mistake")
    newest, oldest = library.audit.list()
    assert (newest.actor, newest.act, newest.subject, newest.detail) == ("Jo", "restore", "weir", "by mistake")
    assert (oldest.at, newest.at) == (START, START + timedelta(minutes=1))
    assert library.audit.list(1) == (newest,)
    assert library.of("two").audit.list() == ()
    with pytest.raises(InvalidRequestError, match="at least 1"):
        library.audit.list(0)


def test_the_audit_keeps_the_newest_5000() -> None:
    with open_library(None) as library:
        for number in range(5_002):
            library.audit.add("Mo", "count", str(number))
        kept = library.audit.list(10_000)
    assert (len(kept), kept[0].subject, kept[-1].subject) == (5_000, "5001", "2")


def test_figures_count_what_there_is(library: Library) -> None:
    shown = library.show("weir")
    assert library.figures() == Figures(1, len(shown.sentences), len(shown.attributions), 2)
    assert library.of("two").figures() == Figures(0, 0, 0, 0)


def test_a_passage_is_found_again_where_it_stood(library: Library, database: Database) -> None:
    for question in ("Who says the gates are rusted?", "Was the weir safe?", "Is rain expected?"):
        (shown, *_) = library.ask(question).passages
        with open_library(database, community="one") as again:
            found = again.passage_at(shown.article_id, shown.span, content=shown.content)
        assert replace(found, score=shown.score) == shown
        if shown.content is not None:
            assert shown.content.overlaps(shown.span)


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-5, 3), Span(4, 4)])
def test_a_passage_outside_its_article_is_not_found(library: Library, span: Span) -> None:
    with pytest.raises(ArticleNotFoundError):
        library.passage_at("weir", span)
    with pytest.raises(ArticleNotFoundError):
        library.of("two").passage_at("weir", Span(0, 5))


def test_tokens_stand_for_articles_of_the_community(library: Library) -> None:
    token = article_token("weir")
    assert len(token) == 12
    assert library.article_of(token) == "weir"
    assert library.of("two").article_of(token) is None
    library.removals.remove("weir")
    assert library.article_of(token) is None


def gates(library: Library, question: str = "Who says the gates are rusted?") -> str | None:
    return library.ask(question).passages[0].speaker


def test_a_report_keeps_what_was_shown_and_the_same_reporter_has_one(library: Library, clock: Clock) -> None:
    shown = library.ask("Who says the gates are rusted?").passages[0]
    first = library.reports.file(shown, "Uma", suggestion="Ines Calder", note="It was\nher.")
    assert (first.title, first.span, first.content, first.text) == (shown.title, shown.span, shown.content, shown.text)
    assert (first.speaker, first.suggestion, first.note) == ("Rhea Olsen", "Ines Calder", "It was her.")
    assert (first.at, first.state, first.settled_by) == (START, ReportState.OPEN, None)
    clock.time += timedelta(hours=1)
    other = library.reports.file(shown, "Bea", suggestion=None, note="")
    again = library.reports.file(shown, "Uma", suggestion=None, note="Not sure.")
    assert again.note == "Not sure."
    assert library.reports.list() == (again, other)
    assert library.reports.get(other.id) == other
    assert library.of("two").reports.list() == ()
    with pytest.raises(ReportNotFoundError):
        library.of("two").reports.get(other.id)


def test_a_report_of_an_article_that_is_gone_is_refused(library: Library) -> None:
    shown = library.ask("Who says the gates are rusted?").passages[0]
    library.removals.remove("weir")
    with pytest.raises(ArticleNotFoundError):
        library.reports.file(shown, "Uma")


def test_a_community_has_200_open_reports_at_most(library: Library) -> None:
    shown = library.ask("Who says the gates are rusted?").passages[0]
    for number in range(200):
        library.reports.file(shown, f"reader {number}")
    with pytest.raises(InvalidRequestError, match="200 open reports"):
        library.reports.file(shown, "one more")
    assert len(library.reports.list()) == 200
    library.reports.file(shown, "reader 7", note="still")
    library.reports.dismiss(library.reports.list()[0].id, "Mo")
    library.reports.file(shown, "one more")


def test_accepting_corrects_for_everybody_and_the_second_moderator_is_told(
    library: Library, database: Database
) -> None:
    shown = library.ask("Who says the gates are rusted?").passages[0]
    report = library.reports.file(shown, "Uma", suggestion="ines calder")
    with open_library(database, community="one") as elsewhere:
        assert gates(elsewhere) == "Rhea Olsen"
        settled = library.reports.accept(report.id, "Mo", "ines calder")
        assert (settled.state, settled.settled_by) == (ReportState.CORRECTED, "Mo")
        assert gates(elsewhere) == gates(library) == "Ines Calder"
        for late in (
            lambda: elsewhere.reports.accept(report.id, "Jo", None),
            lambda: elsewhere.reports.dismiss(report.id, "Jo"),
        ):
            with pytest.raises(AlreadySettledError, match="by Mo") as error:
                late()
            assert error.value.by == "Mo"
        assert gates(elsewhere) == "Ines Calder"
    assert library.reports.list() == ()
    assert library.reports.list(ReportState.CORRECTED) == (settled,)


def test_dismissing_changes_nothing(library: Library) -> None:
    report = library.reports.file(library.ask("Who says the gates are rusted?").passages[0], "Uma")
    assert library.reports.dismiss(report.id, "Mo").state is ReportState.DISMISSED
    assert gates(library) == "Rhea Olsen"
    assert library.corrections.list() == ()
    with pytest.raises(ReportNotFoundError):
        library.reports.dismiss(report.id + 1, "Mo")


def test_a_report_is_accepted_where_its_passage_stands_now(library: Library) -> None:
    report = library.reports.file(library.ask("Who says the gates are rusted?").passages[0], "Uma")
    library.add(read_text(TEXT.replace("By Ada Lint", "By Ada Lint and Bo Marsh"), id="weir"))
    library.reports.accept(report.id, "Mo", None)
    found = library.ask("Who says the gates are rusted?").passages[0]
    assert (found.speaker, found.speaker_type) == (None, None)


def test_a_report_of_words_that_are_gone_stays_open(library: Library) -> None:
    report = library.reports.file(library.ask("Who says the gates are rusted?").passages[0], "Uma")
    library.add(read_text("The weir was torn down on Monday.", id="weir"))
    with pytest.raises(InvalidRequestError, match="dismiss"):
        library.reports.accept(report.id, "Mo", "Ines Calder")
    library.removals.remove("weir")
    with pytest.raises(ArticleNotFoundError):
        library.reports.accept(report.id, "Mo", "Ines Calder")
    assert library.reports.get(report.id).state is ReportState.OPEN
    assert library.corrections.list() == ()

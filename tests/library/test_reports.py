"""Reports of wrong speakers: filed by anybody, settled once, with or without a correction."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from index import (
    DELETED_PERSON,
    AlreadySettledError,
    ArticleNotFoundError,
    Database,
    InvalidRequestError,
    Library,
    ReportNotFoundError,
    ReportState,
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
    assert (again.note, again.suggestion) == ("Not sure.", "Ines Calder")
    assert library.reports.file(shown, "Uma") == again
    assert library.reports.cases() == ((again, other),)
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
        (settled,) = library.reports.accept(report.id, "Mo", "ines calder")
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
    (settled,) = library.reports.dismiss(report.id, "Mo")
    assert settled.state is ReportState.DISMISSED
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


def test_reports_of_the_same_words_are_settled_together(library: Library) -> None:
    gates_shown = library.ask("Who says the gates are rusted?").passages[0]
    first = library.reports.file(gates_shown, "Uma", suggestion="Ines Calder")
    weir = library.reports.file(library.ask("Who said the weir was safe?").passages[0], "Uma")
    library.add(read_text(TEXT.replace("By Ada Lint", "By Ada Lint and Bo Marsh"), id="weir"))
    moved = library.ask("Who says the gates are rusted?").passages[0]
    assert moved.span != gates_shown.span
    second = library.reports.file(moved, "Bea")
    settled = library.reports.accept(second.id, "Mo", "Ines Calder")
    assert [(one.id, one.state) for one in settled] == [
        (second.id, ReportState.CORRECTED),
        (first.id, ReportState.CORRECTED),
    ]
    assert library.reports.list() == (weir,)
    library.removals.remove("weir")
    assert [one.id for one in library.reports.dismiss(weir.id, "Mo")] == [weir.id]


def test_a_reported_passage_is_shown_as_it_stands_between_its_sentences(library: Library) -> None:
    report = library.reports.file(library.ask("Who said the weir was safe?").passages[0], "Uma")
    library.add(read_text(TEXT.replace("By Ada Lint", "By Ada Lint and Bo Marsh"), id="weir"))
    passage = library.reports.passage(report)
    assert passage is not None
    assert (passage.text, passage.speaker) == (report.text, "Ines Calder")
    before, after = passage.context_text
    assert before.endswith("“We will not open them.”")
    assert after == "Rain is expected."
    library.removals.remove("weir")
    assert library.reports.passage(report) is None


def test_whom_a_report_concerns_are_told_of_each_of_its_states_once(library: Library) -> None:
    passage = library.ask("Who says the gates are rusted?").passages[0]
    report = library.reports.file(passage, "Uma", waits=True, spoken="de")
    assert library.of("two").reports.untold_anywhere() == ("one",)
    assert library.reports.untold() == (report,)
    library.reports.mark_told(report, posted="1/2")
    assert (library.reports.untold(), library.reports.untold_anywhere()) == ((), ())
    library.reports.file(passage, "Uma", note="I was there.", waits=True, spoken="en")
    (again,) = library.reports.untold()
    assert (again.posted, again.told, again.note) == ("1/2", None, "I was there.")
    library.reports.dismiss(report.id, "Mo")
    library.reports.mark_told(again, posted="1/2")  # by somebody who had not seen that it is settled
    (settled,) = library.reports.untold()
    assert (settled.state, settled.waits, settled.spoken) == (ReportState.DISMISSED, True, "en")
    library.reports.mark_told(settled, posted="1/2")
    assert library.reports.untold() == ()
    done = library.reports.get(report.id)
    assert (done.waits, done.spoken) == (False, "")
    library.privacy.forget_person("Mo")
    assert [one.settled_by for one in library.reports.untold()] == [DELETED_PERSON]
    assert library.reports.file(passage, "Ada", spoken="de").spoken == ""  # who does not wait is told nothing

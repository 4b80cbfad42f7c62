"""Corrected speakers: shown everywhere, kept by the words, taken back whole."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from index import (
    ArticleNotFoundError,
    ContentKind,
    CorrectionNotFoundError,
    Database,
    Filters,
    InvalidRequestError,
    Library,
    Passage,
    Span,
    SpeakerType,
    open_library,
    read_text,
)

TEXT = """Weir gates stay shut

By Ada Lint
Harbour Gazette
Posted May 3, 2024

“The gates are rusted through,” said Rhea Olsen, an engineer. “We will not open them.”

She said that the keepers were tired.

The harbour board said that it would pay.

“Nobody has asked the keepers.”

Rain is expected in the valley.
"""
GATES, TIRED, ASKED, RAIN = (
    "Who says the gates are rusted?",
    "Are the keepers tired?",
    "Has nobody asked the keepers?",
    "Is rain expected in the valley?",
)


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database) as library:
        library.add(read_text(TEXT, id="weir"))
        yield library


def shown(library: Library, question: str) -> Passage:
    return library.ask(question).passages[0]


def correct(library: Library, question: str, speaker: str | None) -> Passage:
    passage = shown(library, question)
    return library.corrections.add(passage.article_id, passage.span, passage.content, speaker, by="Mo")


def test_a_correction_shows_in_answers_quotes_people_and_filters(library: Library) -> None:
    assert shown(library, GATES).speaker == "Rhea Olsen"
    found = correct(library, GATES, "Ines Calder")
    assert (found.speaker, found.speaker_type, found.mention) == ("Ines Calder", SpeakerType.PERSON, None)
    assert (found.text, found.kind) == (shown(library, GATES).text, ContentKind.DIRECT)
    assert shown(library, GATES).speaker == "Ines Calder"
    assert {p.speaker for p in library.quotes("Calder").passages} == {"Ines Calder"}
    assert all("rusted" not in p.text for p in library.quotes("Rhea Olsen").passages)
    assert library.ask("gates", Filters(speaker="Ines Calder")).passages
    assert not library.ask("gates", Filters(speaker="Rhea Olsen")).passages
    assert "Ines Calder" in {person.name for person in library.people()}
    (said,) = (a for a in library.show("weir").attributions if a.speaker == "Ines Calder")
    assert said.rule == "moderator"


def test_a_known_name_brings_its_spelling_and_what_it_is(library: Library) -> None:
    found = correct(library, GATES, "the  Harbour board")
    (board,) = (p for p in library.people() if "board" in p.name)
    assert (found.speaker, found.speaker_type) == (board.name, board.type)


@pytest.mark.parametrize(
    ("question", "speaker", "mention"),
    [
        (TIRED, "Ines Calder", "She"),
        (TIRED, None, "She"),
        (TIRED, "Boris Marsh", None),
        (GATES, None, None),
        (GATES, "Boris Marsh", None),
        (GATES, "Pia Olsen", "Rhea Olsen, an engineer"),
    ],
)
def test_the_words_that_name_the_speaker_stay_only_if_they_fit(
    library: Library, question: str, speaker: str | None, mention: str | None
) -> None:
    found = correct(library, question, speaker)
    assert (found.speaker, found.mention) == (speaker, mention)
    assert (found.speaker_type is None) == (speaker is None)


@pytest.mark.parametrize(("question", "kind"), [(ASKED, ContentKind.DIRECT), (RAIN, ContentKind.INDIRECT)])
def test_words_that_nobody_was_reported_to_have_said_get_a_speaker(
    library: Library, question: str, kind: ContentKind
) -> None:
    before = shown(library, question)
    found = library.corrections.add("weir", before.span, None, "Ines Calder", by="Mo")
    assert (found.speaker, found.kind, found.text) == ("Ines Calder", kind, before.text)
    assert shown(library, question) == library.ask(question, Filters(speaker="Ines Calder")).passages[0]


def test_a_correction_outlives_a_new_version_a_removal_and_a_restart(library: Library, database: Database) -> None:
    correct(library, GATES, "Ines Calder")
    library.add(read_text(TEXT.replace("Posted", "By Bo Marsh\n\nPosted").replace("valley", "hills"), id="weir"))
    assert shown(library, GATES).speaker == "Ines Calder"
    library.removals.remove("weir")
    (dormant,) = library.corrections.list()
    assert not dormant.active
    library.removals.restore("weir")
    assert shown(library, GATES).speaker == "Ines Calder"
    library.removals.remove("weir")
    library.add(read_text(TEXT, id="weir"))
    with open_library(database) as again:
        assert shown(again, GATES).speaker == "Ines Calder"
        (correction,) = again.corrections.list("weir")
    assert (correction.speaker, correction.by, correction.active) == ("Ines Calder", "Mo", True)
    assert library.corrections.list("else") == library.of("two").corrections.list() == ()


def test_a_correction_whose_words_are_gone_wakes_with_them(library: Library) -> None:
    correct(library, GATES, "Ines Calder")
    library.add(read_text(TEXT.replace("rusted through", "rusted"), id="weir"))
    assert shown(library, GATES).speaker == "Rhea Olsen"
    (correction,) = library.corrections.list()
    assert not correction.active
    library.add(read_text(TEXT, id="weir"))
    assert shown(library, GATES).speaker == "Ines Calder"


def test_the_same_words_said_twice_are_told_apart(library: Library) -> None:
    text = "“The pier is safe,” said Rhea Olsen.\n\nYears went by.\n\n“The pier is safe,” said Bo Marsh."
    library.add(read_text(text, id="pier", title="Pier"))
    second = next(p for p in library.quotes("Bo Marsh").passages if p.article_id == "pier")
    library.corrections.add("pier", second.span, second.content, "Ines Calder", by="Mo")
    library.add(read_text(f"Rain fell.\n\n{text}", id="pier", title="Pier"))
    speakers = [a.speaker for a in library.show("pier").attributions]
    assert speakers == ["Rhea Olsen", "Ines Calder"]


def test_the_last_correction_of_the_same_words_counts(library: Library) -> None:
    correct(library, GATES, "Ines Calder")
    correct(library, GATES, "Bo Marsh")
    assert shown(library, GATES).speaker == "Bo Marsh"
    assert [c.speaker for c in library.corrections.list()] == ["Bo Marsh"]


def test_taking_a_correction_back_shows_what_was_found(library: Library) -> None:
    before = library.show("weir")
    correct(library, GATES, "Ines Calder")
    correct(library, RAIN, "Bo Marsh")
    first, second = library.corrections.list()
    assert [c.id for c in library.corrections.latest(skip=0, limit=1)] == [second.id]
    assert library.corrections.latest(skip=1, limit=5) == (first,)
    assert library.corrections.remove(first.id) == replace(first, active=False)
    assert len(library.corrections) == 1
    assert (shown(library, GATES).speaker, shown(library, RAIN).speaker) == ("Rhea Olsen", "Bo Marsh")
    library.corrections.remove(second.id)
    assert library.show("weir") == before
    with pytest.raises(CorrectionNotFoundError):
        library.corrections.remove(second.id)


def test_what_cannot_be_corrected_is_refused_and_changes_nothing(library: Library) -> None:
    passage = shown(library, GATES)
    for name in ("", " \n", "x" * 101):
        with pytest.raises(InvalidRequestError, match="name"):
            library.corrections.add("weir", passage.span, passage.content, name, by="Mo")
    for article_id, span in (("gone", passage.span), ("weir", Span(5, 5)), ("weir", Span(0, 9_999))):
        with pytest.raises(ArticleNotFoundError):
            library.corrections.add(article_id, span, None, "Bo Marsh", by="Mo")
    assert library.corrections.list() == ()
    assert shown(library, GATES) == passage

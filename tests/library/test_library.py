"""A community's library: adding, asking, quoting, and what it keeps to itself."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from index import (
    PUBLIC,
    Addition,
    ArticleNotFoundError,
    Database,
    Filters,
    InvalidRequestError,
    Library,
    Likeness,
    Outcome,
    SpeakerType,
    open_library,
    read_text,
)
from tests.forks import Forks

TOLL = """Toll on Tollan Bridge rises

By Ada Lint
Harbour Gazette
Posted May 3, 2024

The toll on the Tollan Bridge will rise to $4 on Monday, the harbour board said.

“It is too high for bakers,” said Rhea Olsen, who owns three shops. “We will drive around.”

Mayor Ines Calder told Radio Tollan that she had voted against it. She plans to appeal.
"""
FERRY = """Night ferry returns

By Bo Marsh
Tollan Courier
Posted June 9, 2024

The night ferry sails again from Friday, said Mayor Ines Calder. “We never wanted to lose it,” the mayor said.

The baker Rhea Olsen called the timetable “a joke.” Two officials familiar with the plan said a
second ship had been ordered.
"""


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database) as library:
        yield library


def add(library: Library, text: str, **fields: str) -> Addition:
    return library.add(read_text(text, **fields))  # type: ignore[arg-type]


def speakers(library: Library, question: str) -> list[str | None]:
    return [passage.speaker for passage in library.ask(question).passages]


def test_adding_again_is_noticed_by_id_link_or_text(library: Library) -> None:
    assert add(library, TOLL, url="https://gazette.example/toll").outcome is Outcome.ADDED
    assert add(library, TOLL, url="https://gazette.example/toll").outcome is Outcome.UNCHANGED
    changed = add(library, TOLL.replace("$4", "$5"), url="https://gazette.example/toll")
    assert changed.outcome is Outcome.UPDATED
    assert "$5" in library.ask("What will the toll rise to on Monday?").passages[0].text
    assert add(library, TOLL.replace("$4", "$6"), id=changed.article.id).outcome is Outcome.UPDATED
    assert len(library) == 1


def test_links_to_the_same_page_are_one_article(library: Library) -> None:
    story = "https://gazette.example/toll"
    assert add(library, TOLL, url=f"{story}/?utm_source=letter#top").article.url == f"{story}/"
    for link in (story, f"{story}/", f"{story}?gclid=1", "http://gazette.example/toll#c7"):
        assert add(library, TOLL, url=link).outcome is Outcome.UNCHANGED
        assert add(library, TOLL.replace("$4", "$5"), url=link).outcome is Outcome.UPDATED
        assert add(library, TOLL, url=link).article.url == f"{story}/"
    assert add(library, FERRY, url=f"{story}?page=2").outcome is Outcome.ADDED
    library.removals.remove(library.articles_like("Toll rises", 1)[0].id)
    again = read_text(TOLL.replace("$4", "$6"), url=f"{story}?utm_id=1")
    assert library.add(again, unasked=True).outcome is Outcome.WITHHELD


ROWED = """“We rowed through the night,” said Özgür Çelik, who lives in Zürich.

The naïve plan failed. Mr Çelik said the island was grateful to all who came.
"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("asked_in", ["NFC", "NFD"])
def test_accents_are_found_however_they_are_written(
    library: Library, form: Literal["NFC", "NFD"], asked_in: Literal["NFC", "NFD"]
) -> None:
    text = normalize(form, ROWED)
    added = add(library, text)
    assert library.show(added.article.id).article.text == text
    assert [(person.name, person.quotes) for person in library.people()] == [("Özgür Çelik", 2)]
    for question in ("What did Özgür Çelik say?", "Who lives in Zürich?", "Zurich", "naive plan", "Çelik"):
        answer = library.ask(normalize(asked_in, question))
        assert answer.passages, question
        assert all(passage.text in text for passage in answer.passages)
    (trace,) = library.trace(normalize(asked_in, "“Mr Çelik said the island was grateful to all who came.”"))
    assert trace.likeness is Likeness.EXACT


def test_ids_are_those_given_or_made_of_the_title(library: Library) -> None:
    given = "gazette 2024-05-03 (toll on Tollan Bridge rises, with a long tail): 7"
    assert add(library, TOLL, id=given).article.id == given
    made = add(library, FERRY).article.id
    assert made == "night-ferry-returns"
    assert add(library, FERRY.replace("Friday", "Sunday")).article.id == "night-ferry-returns-2"
    unsafe = add(library, "Something else happened in town on Monday.", id="../../etc/passwd\n\x1b[31m")
    assert re.fullmatch("etc-passwd-31m-[0-9a-f]{8}", unsafe.article.id)
    untitled = add(library, "。。。", title="")
    assert untitled.article.id == "article"


def test_a_question_is_answered_with_speaker_outlet_and_source(library: Library) -> None:
    add(library, TOLL, url="https://gazette.example/toll")
    answer = library.ask("What did the mayor tell Radio Tollan?")
    best = answer.passages[0]
    assert (best.speaker, best.speaker_type, best.outlet) == ("Ines Calder", SpeakerType.PERSON, "Radio Tollan")
    assert (best.title, best.article_outlet) == ("Toll on Tollan Bridge rises", "Harbour Gazette")
    assert (best.authors, best.published, best.url) == (
        ("Ada Lint",),
        date(2024, 5, 3),
        "https://gazette.example/toll",
    )
    assert answer.abstained is None
    assert answer.took_ms > 0


def test_every_passage_stands_in_its_article(library: Library) -> None:
    add(library, TOLL)
    add(library, FERRY)
    shown = [*library.ask("What did Calder and Olsen say about the toll and the ferry?", limit=20).passages]
    shown += library.quotes("Rhea Olsen").passages
    assert len(shown) > 4
    for passage in shown:
        text = library.show(passage.article_id).article.text
        assert text[passage.span.start : passage.span.end] == passage.text
    scores = [passage.score for passage in library.ask("ferry toll", limit=20).passages]
    assert scores == sorted(scores, reverse=True)


def test_silence_has_a_reason_and_suggestions(library: Library) -> None:
    assert library.ask("ferry?").abstained == "There are no articles here yet."
    add(library, TOLL)
    answer = library.ask("What did Inez Caldera say about chess?")
    assert not answer.passages
    assert answer.abstained == "No article here mentions Inez Caldera."
    assert "Ines Calder" in answer.suggestions
    assert library.ask("Why do penguins huddle?").abstained
    assert library.ask("toll", Filters(speaker="Zorro")).abstained == "No article here quotes Zorro."


@pytest.mark.parametrize(("question", "limit"), [("", 1), ("   ", 1), ("x" * 2001, 1), ("toll", 0)])
def test_bad_requests_are_refused(library: Library, question: str, limit: int) -> None:
    with pytest.raises(InvalidRequestError):
        library.ask(question, limit=limit)


def test_filters_keep_to_what_they_name(library: Library) -> None:
    toll = add(library, TOLL).article.id
    add(library, FERRY)
    assert {p.article_id for p in library.ask("mayor ferry toll", Filters(article_id=toll), limit=9).passages} == {toll}
    assert {p.speaker for p in library.ask("ferry toll timetable", Filters(speaker="Olsen"), limit=9).passages} == {
        "Rhea Olsen"
    }
    assert {p.outlet for p in library.ask("mayor voted", Filters(outlet="Radio Tollan"), limit=9).passages} == {
        "Radio Tollan"
    }
    with pytest.raises(ArticleNotFoundError, match="no article 'gone'"):
        library.ask("toll", Filters(article_id="gone"))


def test_what_two_people_say_alike_is_not_taken_for_the_same(library: Library) -> None:
    add(library, "Toll\n\n“It is far too high for all of us,” said Rhea Olsen.")
    add(library, "Ferry\n\n“It is far too high for all of us,” said Bo Marsh.")
    passages = library.ask("Who said it is far too high for all of us?").passages
    assert {p.speaker for p in passages} == {"Rhea Olsen", "Bo Marsh"}
    assert not any(p.also_in for p in passages)


def test_misspelt_words_and_names_are_understood(library: Library) -> None:
    add(library, TOLL)
    add(library, FERRY)
    assert library.ask("What did Olson call the night ferry’s timetable?").passages[0].speaker == "Rhea Olsen"
    assert library.ask("What did Ines Caldar tell Radio Tollan?").passages[0].speaker == "Ines Calder"
    assert not library.ask("What did Georg Caldwell tell Radio Mars?").passages


def test_an_explanation_adds_up_to_the_score(library: Library) -> None:
    add(library, TOLL)
    for explanation in library.explain("What did the mayor tell Radio Tollan?"):
        assert sum(e.score for e in explanation.evidence) == pytest.approx(explanation.passage.score)
        weights = [abs(e.score) for e in explanation.evidence]
        assert weights == sorted(weights, reverse=True)
    with pytest.raises(InvalidRequestError):
        library.explain("")


def test_quotes_of_one_person_from_all_articles(library: Library) -> None:
    add(library, TOLL)
    add(library, FERRY)
    found = library.quotes("calder")
    assert found.person is not None
    assert (found.person.name, found.person.articles) == ("Ines Calder", 2)
    acts = [p.act for p in found.passages]
    assert acts == sorted(acts, key=lambda act: act != "said")
    said = [p for p in found.passages if p.act == "said"]
    assert [p.published for p in said] == sorted((p.published for p in said if p.published), reverse=True)
    about = library.quotes("Ines Calder", about="night ferry")
    assert about.passages
    assert all("ferry" in p.text for p in about.passages)
    nobody = library.quotes("Inez Calderon")
    assert nobody.person is None or nobody.person.name == "Ines Calder"
    assert library.quotes("Zorro").abstained == "No article here quotes Zorro."
    with pytest.raises(InvalidRequestError):
        library.quotes("  ")


def test_people_are_counted_once_and_groups_left_out(library: Library) -> None:
    add(library, TOLL)
    add(library, FERRY)
    people = library.people()
    names = [person.name for person in people]
    assert len(names) == len(set(names))
    assert {"Ines Calder", "Rhea Olsen"} <= set(names)
    assert not any("officials" in name for name in names)
    assert [p.quotes for p in people] == sorted((p.quotes for p in people), reverse=True)
    assert len(library.people(limit=1)) == 1


def test_removing_leaves_nothing_to_answer_from(library: Library) -> None:
    toll = add(library, TOLL).article.id
    add(library, FERRY)
    library.removals.remove(toll)
    assert "Harbour Gazette" not in {p.article_outlet for p in library.ask("Tollan toll bridge ferry").passages}
    assert not library.quotes("harbour board").passages
    assert [a.id for a in library.articles()] == ["night-ferry-returns"]
    with pytest.raises(ArticleNotFoundError):
        library.removals.remove(toll)
    with pytest.raises(ArticleNotFoundError):
        library.show(toll)


def test_communities_share_nothing(library: Library) -> None:
    other = library.of("discord-2")
    toll = add(other, TOLL).article.id
    assert library.community == PUBLIC
    assert len(library) == 0
    assert not library.articles()
    assert not library.people()
    assert not library.quotes("Rhea Olsen").passages
    assert not library.ask("toll").passages
    for call in (library.show, library.removals.remove):
        with pytest.raises(ArticleNotFoundError):
            call(toll)
    add(library, FERRY)
    assert {p.article_outlet for p in library.ask("What did Olsen call the ferry?").passages} == {"Tollan Courier"}
    assert {p.article_outlet for p in library.quotes("Rhea Olsen").passages} == {"Tollan Courier"}
    assert len(other) == 1


def test_a_restart_changes_no_answer(database: Database) -> None:
    questions = ["What did the mayor say?", "toll", "Who called the timetable a joke?", "ferry Friday"]
    with open_library(database) as library:
        add(library, TOLL)
        add(library, FERRY)
        before = [library.ask(question).passages for question in questions]
        people = library.people()
    with open_library(database) as library:
        assert [library.ask(question).passages for question in questions] == before
        assert library.people() == people


def test_what_another_process_writes_is_seen_without_reopening(
    forks: Forks, library: Library, database: Database, tmp_path: Path
) -> None:
    def onrecord(*arguments: str) -> None:
        given = (*arguments, "--database", str(database))
        done = forks.run("from index.cli import main; main()", *given, environment=dict(os.environ), folder=tmp_path)
        assert done.returncode == 0, done.stderr

    add(library, FERRY)
    assert not library.quotes("harbour board").passages
    source = tmp_path / "toll.txt"
    source.write_text(TOLL, encoding="utf-8")
    onrecord("add", str(source))
    assert library.quotes("harbour board").passages
    assert speakers(library, "What did Olsen say about bakers?")[0] == "Rhea Olsen"
    onrecord("remove", library.articles()[-1].id)
    assert len(library) == 1
    assert not [p for p in library.ask("bakers three shops").passages if p.article_outlet == "Harbour Gazette"]


def test_two_libraries_over_one_file_keep_up_with_each_other(database: Database) -> None:
    with open_library(database) as one, open_library(database) as two:
        toll = add(one, TOLL).article.id
        assert two.ask("toll").passages
        two.removals.remove(toll)
        assert not one.ask("toll").passages


def test_many_changes_rebuild_the_index_to_the_same_answers(library: Library) -> None:
    add(library, FERRY)
    expected = [(p.text, p.speaker) for p in library.ask("What did the mayor say about the ferry?").passages]
    for number in range(12):
        text = "\n\n".join(f"The ferry number {number} {word} was late on Monday." for word in range(250))
        other = add(library, text, id=f"late-{number}").article.id
        library.ask("ferry")
        library.removals.remove(other)
    assert [(p.text, p.speaker) for p in library.ask("What did the mayor say about the ferry?").passages] == expected

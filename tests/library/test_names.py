"""Moderators' rules on names: joined, called otherwise, kept apart; in force until taken back."""

from collections.abc import Iterator

import pytest

from index import (
    Database,
    Filters,
    Interest,
    InvalidRequestError,
    Library,
    NameRuleKind,
    NameRuleNotFoundError,
    open_library,
    read_text,
)

WEIR = "Weir opens\n\n“The weir is open,” said Rhea Olsen, an engineer.\n\n“The bridge is not,” said Bo Marsh."
DAM = "Dam leaks\n\n“The dam leaks,” said R. Olsen, a keeper.\n\n“It leaks,” said Rhea Olsen-Pitt."


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database) as library:
        library.add(read_text(WEIR, id="weir"))
        library.add(read_text(DAM, id="dam"))
        yield library


def people(library: Library) -> dict[str, tuple[str, ...]]:
    return {person.name: person.aliases for person in library.people()}


def quoted(library: Library, name: str) -> set[tuple[str | None, str]]:
    return {(p.speaker, p.text.split("”")[0][1:]) for p in library.quotes(name).passages}


def test_names_are_joined_by_themselves_at_first(library: Library) -> None:
    assert people(library) == {"Rhea Olsen": ("R. Olsen",), "Bo Marsh": (), "Rhea Olsen-Pitt": ()}


def test_merged_names_are_one_person_everywhere(library: Library) -> None:
    library.names.merge(["rhea olsen-pitt"], "Rhea Olsen")
    assert people(library) == {"Rhea Olsen": ("R. Olsen", "Rhea Olsen-Pitt"), "Bo Marsh": ()}
    everything = {("Rhea Olsen", words) for words in ("The weir is open,", "The dam leaks,", "It leaks,")}
    for name in ("Rhea Olsen", "Rhea Olsen-Pitt", "R. Olsen", "Olsen-Pitt"):
        assert quoted(library, name) == everything
    assert {p.speaker for p in library.ask("What leaks?", Filters(speaker="Olsen-Pitt")).passages} == {"Rhea Olsen"}
    library.removals.remove("dam")
    library.add(read_text(DAM, id="dam"))
    assert quoted(library, "Rhea Olsen") == everything


def test_a_renamed_person_is_found_and_shown_by_the_new_name_and_found_by_the_old(library: Library) -> None:
    library.names.rename("Bo Marsh", "Robert Quillfeather")
    assert people(library)["Robert Quillfeather"] == ("Bo Marsh",)
    for name in ("Robert Quillfeather", "quillfeather", "Bo Marsh", "Robrt Quillfeather"):
        assert quoted(library, name) == {("Robert Quillfeather", "The bridge is not,")}
    for name in ("Quillfeather", "Robert Quillfeather", "Marsh"):
        (shown, *_) = library.ask(f"What did {name} say about the bridge?").passages
        assert shown.speaker == "Robert Quillfeather"
    assert [p.name for p in library.people_like("quill", 5)] == ["Robert Quillfeather"]
    library.names.rename("Robert Quillfeather", "Rob Quillfeather")
    assert people(library)["Rob Quillfeather"] == ("Bo Marsh",)
    library.names.rename("Rob Quillfeather", "Bo Marsh")
    assert people(library)["Bo Marsh"] == ()


def test_a_person_of_a_new_name_can_be_merged_and_corrected_to(library: Library) -> None:
    library.names.rename("Bo Marsh", "Robert Quillfeather")
    library.names.merge(["Rhea Olsen-Pitt"], "Robert Quillfeather")
    assert people(library)["Robert Quillfeather"] == ("Bo Marsh", "Rhea Olsen-Pitt")
    (shown,) = library.quotes("R. Olsen", filters=Filters(article_id="dam")).passages
    assert library.corrections.add("dam", shown.span, shown.content, "robert quillfeather", by="Mo").speaker == (
        "Robert Quillfeather"
    )
    assert "The dam leaks," in {words for _, words in quoted(library, "Bo Marsh")}


def test_a_name_that_moderators_gave_is_found_after_they_took_it_away(library: Library) -> None:
    library.names.rename("Bo Marsh", "Bo Marshal")
    library.names.merge(["Bo Marshal"], "Rhea Olsen")
    assert quoted(library, "Bo Marshal") == quoted(library, "Rhea Olsen")
    assert library.ask("What did Bo Marshal say about the bridge?").passages[0].speaker == "Rhea Olsen"
    library.names.rename("Rhea Olsen", "Rhea Lund")
    library.names.rename("Rhea Lund", "Rhea Voss")
    assert quoted(library, "Rhea Lund") == quoted(library, "Bo Marshal") == quoted(library, "Rhea Voss")


@pytest.mark.parametrize(("alias", "left"), [("R. Olsen", "Rhea Olsen"), ("Rhea Olsen", "R. Olsen")])
def test_a_split_name_is_a_person_of_its_own(library: Library, alias: str, left: str) -> None:
    library.names.split("Rhea Olsen", alias)
    assert (people(library)[alias], people(library)[left]) == ((), ())
    assert {speaker for speaker, _ in quoted(library, alias)} == {alias}
    assert {speaker for speaker, _ in quoted(library, left)} == {left}


def test_a_split_undoes_a_merge_and_rules_can_be_taken_back(library: Library) -> None:
    before = people(library), library.quotes("Rhea Olsen")
    library.names.merge(["Rhea Olsen-Pitt", "Bo Marsh"], "Rhea Olsen")
    library.names.split("Rhea Olsen", "Bo Marsh")
    assert people(library) == {"Rhea Olsen": ("R. Olsen", "Rhea Olsen-Pitt"), "Bo Marsh": ()}
    first, second = library.names.list()
    assert (first.kind, set(first.names), first.into) == (
        NameRuleKind.MERGE,
        {"Rhea Olsen-Pitt", "Bo Marsh"},
        "Rhea Olsen",
    )
    assert (second.kind, second.into) == (NameRuleKind.SPLIT, "Bo Marsh")
    assert library.of("two").names.list() == ()
    assert library.names.remove(second.id) == second
    with pytest.raises(NameRuleNotFoundError):
        library.names.remove(second.id)
    with pytest.raises(NameRuleNotFoundError):
        library.of("two").names.remove(first.id)
    library.names.remove(first.id)
    assert (people(library), library.quotes("Rhea Olsen")) == before


def test_other_processes_notice(library: Library, database: Database) -> None:
    with open_library(database) as elsewhere:
        assert "Bo Marsh" in people(elsewhere)
        library.names.rename("Bo Marsh", "Robert Quillfeather")
        assert "Robert Quillfeather" in people(elsewhere)


def test_what_cannot_be_done_is_refused_with_near_names(library: Library) -> None:
    with pytest.raises(InvalidRequestError, match=r"Did you mean .*Bo Marsh"):
        library.names.rename("Bo Marsch", "Robert Quillfeather")
    with pytest.raises(InvalidRequestError, match="quotes Nobody Atall"):
        library.names.merge(["Bo Marsh"], "Nobody Atall")
    with pytest.raises(InvalidRequestError, match="one already"):
        library.names.merge(["R. Olsen"], "Rhea Olsen")
    with pytest.raises(InvalidRequestError, match="merge"):
        library.names.rename("Bo Marsh", "Rhea Olsen")
    with pytest.raises(InvalidRequestError, match="not one of the names"):
        library.names.split("Bo Marsh", "Rhea Olsen")
    with pytest.raises(InvalidRequestError, match="not one of the names"):
        library.names.split("Bo Marsh", "Bo Marsh")
    library.names.merge(["Bo Marsh"], "Rhea Olsen")
    with pytest.raises(InvalidRequestError, match="one already"):
        library.names.merge(["Rhea Olsen"], "Bo Marsh")
    assert len(library.names.list()) == 1


@pytest.mark.parametrize("name", ["a", "A", "of", "the", "to the", "it", "R", "."])
def test_what_any_name_may_have_is_nobodys_name(database: Database, name: str) -> None:
    with open_library(database) as library:
        library.add(
            read_text(
                "Weir opens\n\nThe Bank of Tollan said it would pay.\n\n“It is open,” said R. Olsen, an engineer.\n\n"
                "A man told the court that he had closed it.\n\n“I paid,” said Will Sorley.",
                id="weir",
            )
        )
        found = library.quotes(name)
        assert (found.passages, found.suggestions) == ((), ())
        assert found.abstained == f"No article here quotes {name.rstrip('.')}."
        assert not library.ask("What was closed?", Filters(speaker=name)).passages
        alert = library.alerts.add("7", Interest(person=name), spoken="en")
        library.add(read_text("Weir\n\n“It is open again,” said R. Olsen, who is of the Bank of Tollan.", id="again"))
        assert library.alerts.news(alert, limit=5).passages == ()
        assert quoted(library, "will") == {("Will Sorley", "I paid,")}

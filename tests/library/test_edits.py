"""What moderators say of an article: shown at once, and kept whatever is added again."""

import threading
from collections.abc import Iterator
from datetime import date

import pytest

from index import (
    Article,
    ArticleNotFoundError,
    ArticleParticulars,
    Database,
    FetchError,
    InvalidRequestError,
    Library,
    LinkTakenError,
    Outcome,
    Particular,
    open_library,
    read_text,
)

TEXT = "“The toll is too high,” said Rhea Olsen, a baker."
LINK = "https://gazette.example/toll"
MENDED = ArticleParticulars("The toll rises", "Tollan Gazette", date(2024, 5, 3), "https://mirror.example/toll?utm_a=1")


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database, community="one") as library:
        library.add(article())
        yield library


def article(text: str = TEXT, *, title: str = "Toll", url: str | None = LINK, id: str = "toll") -> Article:  # noqa: A002
    return read_text(text, id=id, title=title, outlet="Gazette", url=url)


def test_an_edit_is_shown_wherever_the_article_is(library: Library) -> None:
    edited = library.edits.edit("toll", MENDED)
    assert (edited.title, edited.outlet, edited.published) == ("The toll rises", "Tollan Gazette", date(2024, 5, 3))
    assert edited.url == "https://mirror.example/toll"
    assert library.articles() == (edited,)
    (passage,) = library.ask("Who said that the toll is too high?").passages
    assert (passage.title, passage.article_outlet, passage.url) == (edited.title, edited.outlet, edited.url)
    assert library.show("toll").article.text == TEXT
    assert library.of("two").articles() == ()


def test_what_was_edited_holds_when_the_article_is_added_again_and_the_rest_is_new(library: Library) -> None:
    library.edits.edit("toll", ArticleParticulars("The toll rises", "Gazette", None, LINK))
    assert library.show("toll").article.edited == (Particular.TITLE,)
    assert library.add(article()).outcome is Outcome.UNCHANGED
    again = library.add(read_text(f"{TEXT}\n\nShe left.", title="Toll!", outlet="Herald", url=LINK), unasked=True)
    assert (again.outcome, again.article.title, again.article.outlet) == (Outcome.UPDATED, "The toll rises", "Herald")
    library.removals.remove("toll")
    assert library.removals.restore("toll").title == "The toll rises"
    assert library.show("toll").article.edited == (Particular.TITLE,)


def test_an_edit_that_changes_nothing_writes_nothing(library: Library) -> None:
    before = library.show("toll")
    library.edits.edit("toll", ArticleParticulars("Toll", "Gazette", None, f"{LINK}/#top"))
    assert library.show("toll") == before


def test_corrections_hold_through_an_edit(library: Library) -> None:
    passage = library.ask("Who said that the toll is too high?").passages[0]
    library.corrections.add("toll", passage.span, passage.content, "Ines Calder", by="Mo")
    library.edits.edit("toll", MENDED)
    assert library.ask("Who said that the toll is too high?").passages[0].speaker == "Ines Calder"


def test_what_cannot_be_is_refused_and_changes_nothing(library: Library) -> None:
    library.add(article("The ferry is late.", title="Ferry", url="http://gazette.example/ferry/", id="ferry"))
    before = library.articles()
    for wrong, error in (
        (ArticleParticulars("Toll", None, None, "https://gazette.example/ferry#a"), LinkTakenError),
        (ArticleParticulars("Toll", None, None, "javascript:alert(1)"), FetchError),
        (ArticleParticulars("T" * 1_001, None, None, None), InvalidRequestError),
    ):
        with pytest.raises(error):
            library.edits.edit("toll", wrong)
    with pytest.raises(ArticleNotFoundError):
        library.of("two").edits.edit("toll", MENDED)
    assert library.articles() == before


def test_an_edit_while_the_article_is_added_again_is_not_lost(library: Library) -> None:
    added = threading.Thread(
        target=lambda: [library.add(article(f"{TEXT}\n\nShe left {n} times.", url=LINK)) for n in range(20)]
    )
    added.start()
    library.edits.edit("toll", MENDED)
    added.join()
    assert library.articles()[0].title == "The toll rises"
    assert library.show("toll").article.text.endswith("19 times.")

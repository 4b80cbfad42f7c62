"""What was removed: restored for thirty days, remembered after, and never brought back by a robot."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from index import Article, Database, Library, Outcome, RemovalNotFoundError, open_library, read_text
from index.store import Store
from tests.clock import Clock

TEXT = "The toll rises.\n\n“Too high,” said Rhea Olsen, a baker."
LINK = "https://gazette.example/toll"
START = datetime(2024, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def library(database: Database, clock: Clock) -> Iterator[Library]:
    with open_library(database, community="one", now=clock) as library:
        library.add(article())
        yield library


def article(text: str = TEXT, *, id: str = "toll", url: str | None = LINK) -> Article:  # noqa: A002
    return read_text(text, id=id, url=url)


def test_a_removed_article_is_restored_as_it_was(library: Library, clock: Clock) -> None:
    before = library.show("toll"), library.articles()
    library.removals.remove("toll", by="Mo")
    (removal,) = library.removals.list()
    assert (removal.article, removal.at, removal.by, removal.restorable) == (before[1][0], START, "Mo", True)
    assert library.of("two").removals.list() == ()
    clock.run(timedelta(days=29), library.removals.drop_old)
    assert library.removals.restore("toll") == before[1][0]
    assert (library.show("toll"), library.articles()) == before
    assert library.removals.list() == ()
    assert library.quotes("Rhea Olsen").passages


def test_after_thirty_days_only_what_it_is_known_by_is_left(library: Library, clock: Clock, database: Database) -> None:
    library.removals.remove("toll", by="Mo")
    clock.run(timedelta(days=31), library.removals.drop_old)
    library.add(read_text("The ferry is late.", id="ferry"))
    with closing(Store(database)) as store:
        assert store.read("SELECT id, kept FROM removals") == [("toll", None)]
    (removal,) = library.removals.list()
    assert (removal.article.id, removal.article.url, removal.article.title) == ("toll", LINK, "")
    assert not removal.restorable
    with pytest.raises(RemovalNotFoundError, match="30 days"):
        library.removals.restore("toll")
    assert library.add(article(), unasked=True).outcome is Outcome.WITHHELD


@pytest.mark.parametrize(
    "again",
    [
        article("Other words.", url=None),
        article("Other words.", id="else"),
        article(TEXT, id="else", url="https://gazette.example/moved"),
    ],
    ids=["id", "link", "text"],
)
def test_a_robot_does_not_bring_it_back_but_people_do(library: Library, again: Article) -> None:
    library.removals.remove("toll")
    withheld = library.add(again, unasked=True)
    assert (withheld.outcome, withheld.article.id, len(library)) == (Outcome.WITHHELD, "toll", 0)
    assert library.of("two").add(again, unasked=True).outcome is Outcome.ADDED
    back = library.add(again)
    assert (back.outcome, back.article.id) == (Outcome.ADDED, "toll")
    assert library.removals.list() == ()
    assert library.add(again, unasked=True).outcome is Outcome.UNCHANGED


def test_what_was_never_removed_is_added_unasked(library: Library) -> None:
    assert library.add(read_text("The ferry is late.", id="ferry"), unasked=True).outcome is Outcome.ADDED
    for identity in ("toll", "nothing"):
        with pytest.raises(RemovalNotFoundError):
            library.removals.restore(identity)


def test_the_newest_removal_comes_first(library: Library, clock: Clock) -> None:
    library.add(read_text("The ferry is late.", id="ferry"))
    library.removals.remove("toll")
    clock.time += timedelta(minutes=1)
    library.removals.remove("ferry")
    assert [removal.article.id for removal in library.removals.list()] == ["ferry", "toll"]

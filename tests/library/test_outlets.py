"""One name for each outlet of a library."""

from collections.abc import Iterator

import pytest

from index import Database, Filters, Library, Outcome, open_library, read_text


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database) as library:
        yield library


def outlet_of(library: Library, outlet: str | None, url: str) -> str | None:
    text = f"Report {url}\n\nThe mayor of Orrin said on Friday that the bridge at {url} would open in June."
    return library.add(read_text(text, outlet=outlet, url=url)).article.outlet


@pytest.mark.parametrize(
    ("outlet", "url", "named"),
    [
        ("Daily Mirror", "https://mirror.example/b", "The Mirror"),
        ("Mirror.com", "http://m.mirror.example/b", "The Mirror"),
        (None, "https://www.mirror.example/b", "The Mirror"),
        ("Harbour Wire", "https://www.mirror.example/b", "Harbour Wire"),
        ("Daily Mirror", "https://post.example/b", "Daily Mirror"),
        ("Daily Mirror", "https://www.mirror.example.org/b", "Daily Mirror"),
        (None, "https://post.example/b", None),
    ],
)
def test_an_outlet_goes_by_the_name_that_its_site_has(
    library: Library, outlet: str | None, url: str, named: str | None
) -> None:
    assert outlet_of(library, "The Mirror", "https://www.mirror.example/a") == "The Mirror"
    assert outlet_of(library, outlet, url) == named


def test_what_several_outlets_publish_on_one_site_is_theirs(library: Library) -> None:
    assert outlet_of(library, "Harbour Wire", "https://www.portal.example/a") == "Harbour Wire"
    assert outlet_of(library, "Orrin Post", "https://www.portal.example/b") == "Orrin Post"
    assert outlet_of(library, None, "https://www.portal.example/c") is None


def test_adding_again_under_another_name_changes_nothing(library: Library) -> None:
    outlet_of(library, "The Mirror", "https://mirror.example/a")
    article = read_text("Bridge\n\nIt opens in June, she said.", outlet="Daily Mirror", url="https://mirror.example/b")
    assert [library.add(article).outcome for _ in range(2)] == [Outcome.ADDED, Outcome.UNCHANGED]


def test_a_name_with_its_address_finds_the_outlet(library: Library) -> None:
    outlet_of(library, "Metro.co.uk", "https://metro.example/a")
    assert library.ask("When will the bridge open?", Filters(outlet="The Metro")).passages

"""Look-ups of what was shown before: passages, articles by token, figures; they outlive a restart."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from index import ArticleNotFoundError, Database, Figures, Library, Span, article_token, open_library, read_text

TEXT = """Weir gates stay shut

By Ada Lint
Harbour Gazette
Posted May 3, 2024

“The gates are rusted through,” said Rhea Olsen, an engineer. “We will not open them.”

Mayor Ines Calder told Radio Tollan that the weir was safe.

Rain is expected.
"""


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database, community="one") as library:
        library.add(read_text(TEXT, id="weir"))
        yield library


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

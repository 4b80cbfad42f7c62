"""Articles that other processes annotate are stored as those that are not."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children

import pytest

from index import Article, Library, ReadingError, open_library, read_text, sample_articles
from index.library.annotators import Annotators


@pytest.fixture(scope="module")
def annotators() -> Iterator[Annotators]:
    with Annotators(2) as annotators:
        yield annotators


def stored(articles: list[Article], annotators: Annotators | None) -> list[object]:
    """What a new library has of articles that are added one after the other."""
    with open_library(None) as library:
        added = [
            library.add(article, annotators=annotators).article.id for article in begun(library, articles, annotators)
        ]
        return [library.show(identity) for identity in added]


def begun(library: Library, articles: list[Article], annotators: Annotators | None) -> list[Article]:
    if annotators is not None:
        for article in articles:
            library.begin(article, annotators)
    return articles


def test_what_others_annotate_is_stored_the_same_in_the_same_order(annotators: Annotators) -> None:
    first, *others = sample_articles()
    # The second is known already when its turn comes, and the last is published by the first's outlet by another name.
    articles = [first, first, *others, replace(first, id="again", text=f"{first.text}\n\nIt sails.", url=None)]
    assert stored(articles, annotators) == stored(articles, None)


def test_an_article_that_is_too_large_is_refused_as_ever(annotators: Annotators) -> None:
    too_many = read_text("It sails.\n\n" * 100_000, title="Too many paragraphs")
    with open_library(None) as library:
        begun(library, [too_many], annotators)
        with pytest.raises(ReadingError, match="split it"):
            library.add(too_many, annotators=annotators)
        assert not library.articles()


def test_a_lost_process_costs_no_article() -> None:
    articles = [*sample_articles()]
    with Annotators(2) as annotators, open_library(None) as library:
        before = {child.pid for child in active_children()}
        begun(library, articles, annotators)
        for child in active_children():
            if child.pid not in before and child.pid is not None:
                os.kill(child.pid, signal.SIGKILL)
        for article in articles:
            library.add(article, annotators=annotators)
        assert len(library) == len(articles)

"""Articles that other processes annotate are stored as those that are not."""

import os
import resource
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from index import Article, Library, ReadingError, open_library, read_text, sample_articles
from index.library.annotators import Annotators, ApartAnnotator
from index.library.limits import PARAGRAPHS


def too_many() -> Article:
    """One of more paragraphs than are taken."""
    return read_text("It sails.\n\n" * (PARAGRAPHS + 1), title="Too many paragraphs")


@pytest.fixture
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
    given = too_many()
    with open_library(None) as library:
        begun(library, [given], annotators)
        with pytest.raises(ReadingError, match="split it"):
            library.add(given, annotators=annotators)
        assert not library.articles()


def test_a_lost_process_costs_no_article() -> None:
    articles = [*sample_articles()]
    with Annotators(2) as annotators, open_library(None) as library:
        begun(library, articles[:1], annotators)
        library.add(articles[0], annotators=annotators)
        [lost] = children()
        os.kill(lost, signal.SIGKILL)
        for article in begun(library, articles[1:], annotators):
            library.add(article, annotators=annotators)
        assert len(library) == len(articles)
        assert lost not in children()
    assert not children()


def test_where_no_process_can_be_had_articles_are_annotated_here() -> None:
    article, *_ = sample_articles()
    found = ApartAnnotator(0).annotated(article)
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    apart = ApartAnnotator()
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))  # no pipe can be made
    try:
        assert apart.annotated(article) == found
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert not children()


def test_one_process_would_be_no_help() -> None:
    article, *_ = sample_articles()
    with Annotators(1) as annotators:
        assert annotators.places == 0
        assert stored([article], annotators) == stored([article], None)
        assert not children()


def test_what_is_annotated_apart_is_stored_the_same(tmp_path: Path) -> None:
    articles = [*sample_articles()]
    with open_library(tmp_path / "apart.db", apart=True) as apart, open_library(None) as here:
        with ThreadPoolExecutor(4) as threads:  # more than there are processes
            added = [addition.article.id for addition in threads.map(apart.of("one").add, articles)]
        assert len(children()) == 2
        for article in articles:
            here.add(article)
        assert [apart.of("one").show(identity) for identity in added] == [here.show(identity) for identity in added]
        with pytest.raises(ReadingError, match="split it"):
            apart.add(too_many())
    assert not children()


def test_a_process_that_is_lost_apart_costs_no_article_and_is_followed_by_another() -> None:
    first, second, *_ = sample_articles()
    apart = ApartAnnotator()
    found = apart.annotated(first)
    [lost] = children()
    os.kill(lost, signal.SIGKILL)
    assert apart.annotated(first) == found
    assert apart.annotated(second).article == second
    assert lost not in children()
    apart.close()
    assert apart.annotated(first) == found
    assert not children()


def children() -> list[int]:
    """The processes of this one that annotate apart."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and b"import serve" in (entry / "cmdline").read_bytes():
                parent = (entry / "stat").read_text().rpartition(") ")[2].split()[1]
                if int(parent) == os.getpid():
                    found.append(int(entry.name))
        except OSError:
            continue
    return found

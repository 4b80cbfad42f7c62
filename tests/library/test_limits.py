"""How much an article may have: more is refused with the figure and the cure."""

from collections.abc import Iterator

import pytest

from index import Library, ReadingError, ReadingProblem, open_library, read_text
from index.library.limits import sentences_of


@pytest.fixture
def library() -> Iterator[Library]:
    with open_library(None) as library:
        yield library


def test_an_article_of_too_many_paragraphs_is_refused_with_the_figure(library: Library) -> None:
    with pytest.raises(
        ReadingError, match=r"^Ferries: it has 20,001 paragraphs, .* at most 20,000; split it$"
    ) as raised:
        library.add(read_text("So it is.\n\n" * 20_001, title="Ferries"))
    assert raised.value.problem is ReadingProblem.TOO_MANY_PARAGRAPHS
    assert len(library) == 0


def test_an_article_of_too_many_sentences_is_refused_with_the_figure(library: Library) -> None:
    with pytest.raises(ReadingError, match=r"more than 25,000 sentences, .*; split it$") as raised:
        library.add(read_text("We sail at dawn. " * 25_001))
    assert raised.value.problem is ReadingProblem.TOO_MANY_SENTENCES
    assert len(library) == 0


def test_as_many_as_are_allowed_are_all_there() -> None:
    assert len(sentences_of(read_text("So it is.\n\n" * 20_000, title=""))) == 20_000
    assert len(sentences_of(read_text("We sail at dawn. So it is.\n\n" * 12_500, title=""))) == 25_000

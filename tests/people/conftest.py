"""Libraries of the articles that a module of tests has."""

from collections.abc import Iterator

import pytest

from index import Library, open_library, read_text


@pytest.fixture(scope="module")
def library(request: pytest.FixtureRequest) -> Iterator[Library]:
    """The module's `ARTICLES`, by id; what a test adds stays."""
    with open_library(None) as library:
        for identity, text in request.module.ARTICLES.items():
            library.add(read_text(text, id=identity))
        yield library

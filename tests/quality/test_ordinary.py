"""Who said what in ordinary news: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import ordinary, own_prose, pages

pytestmark = pytest.mark.quality


def test_the_dev_articles(shared: Path) -> None:
    result = ordinary(shared)
    print(result)
    assert result["all"]["right"] >= 74.3
    assert result["all"]["wrong"] <= 11.1
    assert result["false"] <= 21.6
    assert result["editor"] >= 59.6


def test_our_own_articles(shared: Path) -> None:
    result = own_prose(shared)
    print(result)
    assert result["all"]["right"] >= 68.8
    assert result["all"]["wrong"] <= 11.1
    assert result["editor"] >= 56.0
    assert result["false"] <= 20.4


def test_labelled_pages(shared: Path) -> None:
    result = pages(shared)
    print(result)
    assert result["found"] >= 83.2
    assert result["false"] <= 30.8

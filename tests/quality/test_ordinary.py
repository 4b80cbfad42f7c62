"""Who said what in ordinary news: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import ordinary, own_prose, pages

pytestmark = pytest.mark.quality


def test_the_dev_articles(shared: Path) -> None:
    result = ordinary(shared)
    print(result)
    assert result["all"]["right"] >= 86.7
    assert result["all"]["wrong"] <= 5.4
    assert result["direct"]["right"] >= 90.0
    assert result["indirect"]["right"] >= 82.5
    assert result["untagged"]["right"] >= 73.5
    assert result["false"] <= 8.4
    assert result["via"]["right"] >= 14
    assert result["via"]["wrong"] + result["via"]["spurious"] <= 1
    assert result["editor"] >= 80.2


def test_our_own_articles(shared: Path) -> None:
    result = own_prose(shared)
    print(result)
    assert result["all"]["right"] >= 82.3
    assert result["all"]["wrong"] <= 7.4
    assert result["editor"] >= 77.9
    assert result["false"] <= 6.1


def test_labelled_pages(shared: Path) -> None:
    result = pages(shared)
    print(result)
    assert result["found"] >= 89.3
    assert result["false"] <= 9.5

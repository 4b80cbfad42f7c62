"""Attribution and names on the dev articles: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import NEWS, attributions, names, predictions
from tests.quality.scorers import records

pytestmark = pytest.mark.quality


def test_attributions(shared: Path, shelves: Path) -> None:
    result = attributions(shared, shelves)
    print(result)
    assert result["attribution"]["f1"] >= 69.6
    assert result["content"]["f1"] >= 87.6
    assert result["quotes"]["recall"] >= 98.1
    assert result["quotes"]["speaker"] >= 93.2
    assert result["sentence"]["speaker"] >= 87.5


def test_what_is_found_lies_in_its_article(shared: Path, shelves: Path) -> None:
    found = predictions(shared, shelves)
    articles = records(shared / "eval" / NEWS)
    assert found.keys() == {article["id"] for article in articles}
    for article in articles:
        spans = [span for one in found[article["id"]] for span in one["content"]]
        assert spans
        assert all(0 <= start < end <= len(article["text"]) for start, end in spans)


def test_names(shared: Path, shelves: Path) -> None:
    result = names(shared, shelves)
    print(result)
    assert result["right"] >= 68.3
    assert result["wrong"] <= 10.2

"""Attribution and names on the dev articles: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import attributions, names

pytestmark = pytest.mark.quality


def test_attributions(shared: Path) -> None:
    result = attributions(shared)
    print(result)
    assert result["attribution"]["f1"] >= 70.6
    assert result["content"]["f1"] >= 88.0
    assert result["quotes"]["recall"] >= 98.0
    assert result["quotes"]["speaker"] >= 93.0
    assert result["sentence"]["speaker"] >= 87.5


def test_names(shared: Path) -> None:
    result = names(shared)
    print(result)
    assert result["right"] >= 69.5
    assert result["wrong"] <= 9.2

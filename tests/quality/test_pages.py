"""How pages are read: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.pages import figures, pages_of, read_by_us

pytestmark = pytest.mark.quality


def test_the_pages(shared: Path) -> None:
    result = figures(shared, read_by_us(pages_of(shared)))
    print(result)
    assert result["f1"] >= 0.985
    assert result["good"] >= 118
    assert result["bad"] == 0
    assert result["missing"] <= 10
    assert result["first"] <= 2
    assert result["last"] <= 2
    assert result["extra"] <= 0.8
    assert result["repeated"] == 0
    assert result["title"] >= 40
    assert result["authors"] >= 41
    assert result["date"] >= 44

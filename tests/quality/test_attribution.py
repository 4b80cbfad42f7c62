"""Attribution and names on the dev articles: the floors are what was reached, less a little for rounding."""

from pathlib import Path
from typing import Any

import pytest

from index import Span, annotate, read_text
from tests.quality.scorers import records, scorer

ATTRIBUTIONS = 69.5
CONTENT_TOKENS = 87.5
QUOTATIONS_FOUND = 97.0
QUOTATIONS_NAMED = 91.0
SENTENCES = 86.5
NAMES_RIGHT = 69.5
NAMES_WRONG_AT_MOST = 10.0

pytestmark = pytest.mark.quality


def pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


@pytest.fixture(scope="module")
def predictions(shared: Path) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for article in records(shared / "eval" / "news_dev.jsonl"):
        annotated = annotate(read_text(article["text"], title=article["title"]))
        found[article["id"]] = [
            {
                "content": [pair(span) for span in a.content],
                "cue": pair(a.cue),
                "speaker": pair(a.mention),
                "name": a.speaker,
                "outlet": a.outlet,
            }
            for a in annotated.attributions
        ]
    return found


def test_attributions(shared: Path, predictions: dict[str, list[dict[str, Any]]]) -> None:
    result = scorer(shared, "score_attribution").score(records(shared / "eval" / "news_dev.jsonl"), predictions)
    print(result)
    assert result["attribution"]["f1"] >= ATTRIBUTIONS
    assert result["content"]["f1"] >= CONTENT_TOKENS
    assert result["quotes"]["recall"] >= QUOTATIONS_FOUND
    assert result["quotes"]["speaker"] >= QUOTATIONS_NAMED
    assert result["sentence"]["speaker"] >= SENTENCES


def test_names(shared: Path, predictions: dict[str, list[dict[str, Any]]]) -> None:
    folder = shared / "eval"
    result = scorer(shared, "score_names").score(
        records(folder / "news_speakers.jsonl"), records(folder / "news_dev.jsonl"), predictions
    )
    print(result["all"])
    assert result["all"]["right"] >= NAMES_RIGHT
    assert result["all"]["wrong"] <= NAMES_WRONG_AT_MOST

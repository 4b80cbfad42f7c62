"""Answers to the dev questions: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import answers, seed_answers

pytestmark = pytest.mark.quality


def test_news(shared: Path) -> None:
    result = answers(shared, "news_dev.jsonl", "news_questions.jsonl")
    print(result)
    assert result["all"]["hit1"] >= 65.0
    assert result["all"]["hit5"] >= 80.5
    assert result["all"]["mrr"] >= 0.715
    assert result["said"]["hit1"] >= 75
    assert result["paraphrase"]["hit5"] >= 10
    assert result["speaker"]["right"] >= 59.5
    assert result["abstain"]["abstained"] >= 85
    assert result["abstain"]["wrongly"] <= 3


def test_encyclopaedia(shared: Path) -> None:
    result = answers(shared, "wiki_articles.jsonl", "wiki_questions.jsonl")
    print(result)
    assert result["all"]["hit1"] >= 80
    assert result["all"]["mrr"] >= 0.87


def test_the_seed_article(shared: Path) -> None:
    result = seed_answers(shared)
    print(result)
    assert result["all"]["hit1"] >= 100 * 11 / 12 - 0.1
    assert result["speaker"]["right"] >= 100 * 7 / 8
    assert result["abstain"]["abstained"] == 100

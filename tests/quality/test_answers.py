"""Answers to the dev questions: the floors are what was reached, less a little for rounding."""

from pathlib import Path

import pytest

from tests.quality.measures import answers, seed_answers

pytestmark = pytest.mark.quality


def test_news(shared: Path) -> None:
    result = answers(shared, "news_dev.jsonl", "news_questions.jsonl")
    print(result)
    assert result["all"]["hit1"] >= 62
    assert result["all"]["hit5"] >= 79
    assert result["all"]["mrr"] >= 0.69
    assert result["said"]["hit1"] >= 70
    assert result["speaker"]["right"] >= 55
    assert result["abstain"]["abstained"] >= 70
    assert result["abstain"]["wrongly"] <= 3


def test_encyclopaedia(shared: Path) -> None:
    result = answers(shared, "wiki_articles.jsonl", "wiki_questions.jsonl")
    print(result)
    assert result["all"]["hit1"] >= 78
    assert result["all"]["mrr"] >= 0.855


def test_the_seed_article(shared: Path) -> None:
    result = seed_answers(shared)
    print(result)
    assert result["all"]["hit1"] >= 100 * 11 / 12 - 0.1
    assert result["speaker"]["right"] >= 100 * 7 / 8
    assert result["abstain"]["abstained"] == 100

"""Answers to the dev questions: the floors are what was reached, less a little for rounding."""

from pathlib import Path
from typing import Any

import pytest

from index import Library, open_library, read_file
from tests.quality.scorers import library_of, records, scorer

pytestmark = pytest.mark.quality


def run(library: Library, questions: list[dict[str, Any]], ids: dict[str, str]) -> list[dict[str, Any]]:
    runs = []
    for question in questions:
        answer = library.ask(question["question"], limit=10)
        passages = [
            {
                "article_id": ids.get(p.article_id, p.article_id),
                "start": p.span.start,
                "end": p.span.end,
                "speaker": p.speaker,
                "outlet": p.outlet,
            }
            for p in answer.passages
        ]
        runs.append({"question": question["question"], "passages": passages})
    return runs


def measure(shared: Path, articles: str, questions: str) -> dict[str, Any]:
    folder = shared / "eval"
    texts = {a["id"]: a["text"] for a in records(folder / articles)}
    asked = records(folder / questions)
    with library_of(folder / articles) as library:
        by_text = {text: identity for identity, text in texts.items()}
        ids = {a.id: by_text[library.show(a.id).article.text] for a in library.articles()}
        result = scorer(shared, "score_answers").score(asked, run(library, asked, ids), texts)
    print(result)
    return dict(result)


def test_news(shared: Path) -> None:
    result = measure(shared, "news_dev.jsonl", "news_questions.jsonl")
    assert result["all"]["hit1"] >= 59
    assert result["all"]["hit5"] >= 76
    assert result["all"]["mrr"] >= 0.66
    assert result["said"]["hit1"] >= 66
    assert result["speaker"]["right"] >= 54
    assert result["abstain"]["abstained"] >= 70
    assert result["abstain"]["wrongly"] <= 5


def test_encyclopaedia(shared: Path) -> None:
    result = measure(shared, "wiki_articles.jsonl", "wiki_questions.jsonl")
    assert result["all"]["hit1"] >= 77
    assert result["all"]["mrr"] >= 0.85


def test_the_seed_article(shared: Path) -> None:
    questions = records(shared / "eval" / "seed_questions.jsonl")
    [path] = (shared / "articles").glob("*.txt")
    with open_library(None) as library:
        article = library.add(read_file(path)).article
        text = library.show(article.id).article.text
        runs = run(library, questions, {article.id: path.stem})
    result = scorer(shared, "score_answers").score(questions, runs, {path.stem: text})
    print(result)
    answerable = [q for q in questions if q["kind"] != "unanswerable"]
    assert result["all"]["hit1"] >= 100 * 10 / len(answerable) - 0.1
    assert result["speaker"]["right"] >= 100 * 6 / 8
    assert result["abstain"]["abstained"] == 100

"""What the workplace's scorers say of this version: attribution, names and answers, over data read in place."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from index import Library, Span, annotate, open_library, read_file, read_text
from tests.quality.scorers import library_of, records, scorer


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


@cache
def predictions(shared: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The attributions of every dev article, as the scorers take them."""
    found = {}
    for article in records(shared / "eval" / "news_dev.jsonl"):
        annotated = annotate(read_text(article["text"], title=article["title"]))
        found[article["id"]] = [
            {
                "content": [_pair(span) for span in a.content],
                "cue": _pair(a.cue),
                "speaker": _pair(a.mention),
                "name": a.speaker,
                "outlet": a.outlet,
            }
            for a in annotated.attributions
        ]
    return found


def attributions(shared: Path) -> dict[str, Any]:
    """What score_attribution says of the dev articles."""
    gold = records(shared / "eval" / "news_dev.jsonl")
    return dict(scorer(shared, "score_attribution").score(gold, predictions(shared)))


def names(shared: Path) -> dict[str, Any]:
    """What score_names says of the dev articles, all mentions."""
    folder = shared / "eval"
    gold, articles = records(folder / "news_speakers.jsonl"), records(folder / "news_dev.jsonl")
    return dict(scorer(shared, "score_names").score(gold, articles, predictions(shared))["all"])


def answers(shared: Path, articles: str, questions: str) -> dict[str, Any]:
    """What score_answers says of a library of `articles` that is asked `questions`; both JSONL files of eval/."""
    folder = shared / "eval"
    with library_of(folder / articles) as library:
        return _score(shared, library, records(folder / questions), records(folder / articles))


def seed_answers(shared: Path) -> dict[str, Any]:
    """What score_answers says of a library of the seed article."""
    questions = records(shared / "eval" / "seed_questions.jsonl")
    [path] = (shared / "articles").glob("*.txt")
    with open_library(None) as library:
        library.add(read_text(read_file(path).text, id=path.stem))
        return _score(shared, library, questions, [{"id": path.stem, "text": library.show(path.stem).article.text}])


def _score(
    shared: Path, library: Library, questions: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    runs = []
    for question in questions:
        passages = [
            {
                "article_id": p.article_id,
                "start": p.span.start,
                "end": p.span.end,
                "speaker": p.speaker,
                "outlet": p.outlet,
            }
            for p in library.ask(question["question"], limit=10).passages
        ]
        runs.append({"question": question["question"], "passages": passages})
    texts = {article["id"]: article["text"] for article in articles}
    return dict(scorer(shared, "score_answers").score(questions, runs, texts))

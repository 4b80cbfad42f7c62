"""What the workplace's scorers say of this version: attribution, names and answers, over data read in place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index import Attribution, Library, Span, annotate, open_library, read_text
from tests.quality.questions import asks_articles
from tests.quality.scorers import library_of, records, scorer

PROSE = Path(__file__).with_name("prose")
"""Articles of our own about invented people, with who said, thought and meant what in them; see its README."""

NEWS = "news_dev.jsonl"
"""The dev articles of campaign news, a file of ``eval``."""

LABELS = Path(__file__).with_name("labels.jsonl")
"""Labels over articles of the workplace: offsets alone, by the file of ``eval`` and the article's id."""


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _predicted(text: str, title: str | None = None) -> list[dict[str, Any]]:
    return _given(annotate(read_text(text, title=title)).attributions)


def _given(attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions as the scorers take them."""
    return [
        {
            "content": [_pair(span) for span in a.content],
            "cue": _pair(a.cue),
            "speaker": _pair(a.mention),
            "name": a.speaker,
            "outlet": a.outlet,
            "act": a.act.value,
        }
        for a in attributions
    ]


@cache
def predictions(shared: Path, shelves: Path) -> Mapping[str, list[dict[str, Any]]]:
    """The attributions of every dev article."""
    with _annotated(shared, shelves, NEWS) as library:
        return {each.id: _given(library.show(each.id).attributions) for each in library.articles()}


def ordinary(shared: Path, misses: list[tuple[Any, ...]] | None = None) -> dict[str, Any]:
    """What score_real says of the dev articles of ordinary news; `misses` takes down what is wrong."""
    return _ordinary(shared, records(shared / "eval" / "real" / "dev.jsonl"), misses)


def own_prose(shared: Path) -> dict[str, Any]:
    """What score_real says of the articles of our own, which the tagger has read; what was thought or meant counts as
    no statement."""
    articles = [article for path in sorted(PROSE.glob("*.jsonl")) for article in records(path)]
    for article in articles:
        said = [a for a in article["attributions"] if a.get("act", "said") == "said"]
        article["attributions"] = said
    return _ordinary(shared, articles)


def pages(shared: Path) -> dict[str, float]:
    """Of the labelled pages: the share of attributions of which at least half was found, and of claims by act "said"
    that share nothing with a label, both of 100."""
    texts = {page["id"]: page for page in records(shared / "eval" / "pages.jsonl")}
    gold = found = claims = false = 0
    for label in records(LABELS):
        if label["file"] != "pages.jsonl":
            continue
        page = texts[label["id"]]
        predicted = _predicted("\n\n".join(filter(None, (page["title"], page["body"]))))
        said = [span for a in label["attributions"] for span in a["content"]]
        for a in label["attributions"]:
            gold += 1
            found += any(2 * _shared(a["content"], p["content"]) >= _size(a["content"]) for p in predicted)
        for p in predicted:
            claims += p["act"] == "said"
            false += p["act"] == "said" and not _shared(p["content"], said)
    return {"found": 100 * found / gold, "false": 100 * false / claims}


def _size(spans: list[list[int]]) -> int:
    return sum(end - start for start, end in spans)


def _shared(one: list[list[int]], other: list[list[int]]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def _ordinary(
    shared: Path, articles: Sequence[dict[str, Any]], misses: list[tuple[Any, ...]] | None = None
) -> dict[str, Any]:
    found = {article["id"]: _predicted(article["text"]) for article in articles}
    return dict(scorer(shared, "score_real").score(articles, found, misses))


def attributions(shared: Path, shelves: Path) -> dict[str, Any]:
    """What score_attribution says of the dev articles."""
    gold = records(shared / "eval" / NEWS)
    return dict(scorer(shared, "score_attribution").score(gold, predictions(shared, shelves)))


def names(shared: Path, shelves: Path) -> dict[str, Any]:
    """What score_names says of the dev articles, all mentions."""
    folder = shared / "eval"
    gold, articles = records(folder / "news_speakers.jsonl"), records(folder / NEWS)
    return dict(scorer(shared, "score_names").score(gold, articles, predictions(shared, shelves))["all"])


def _annotated(shared: Path, shelves: Path, articles: str) -> Library:
    """A library of `articles`, a JSONL file of eval/, that the encoder has not read; it is kept in `shelves`."""
    shelf = (shelves / articles).with_suffix(".words.db")
    return library_of(shelf, _lines(shared, articles), meaning=False, encoded=False)


def answering(shared: Path, shelves: Path, articles: str, *, meaning: bool) -> Library:
    """A library of `articles`, a JSONL file of eval/, that the encoder has read; it is kept in `shelves`."""
    with _annotated(shared, shelves, articles):
        pass  # it is there
    shelf, words = ((shelves / articles).with_suffix(end) for end in (".db", ".words.db"))
    return library_of(shelf, _lines(shared, articles), meaning=meaning, grown=words)


def _lines(shared: Path, articles: str) -> list[str]:
    return (shared / "eval" / articles).read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Members:
    """What score_asks says of the answers to members' questions: rows by kind, counts, silence.

    `missed` has the rank of the first full answer, the question and the first passage, where that is not the answer.
    """

    rows: Mapping[Any, Any]
    counts: Mapping[str, int]
    silent: Mapping[str, Any]
    missed: tuple[tuple[int | None, str, str], ...]

    def full(self, kind: str = "all") -> tuple[float, float, float, float]:
        """hit@1, hit@3 and hit@5 of 100 and MRR of the questions of a kind, where full answers count."""
        count, one, three, five, reciprocal = self.rows["full", kind]
        return 100 * one / count, 100 * three / count, 100 * five / count, reciprocal / count


@cache
def members(shared: Path, shelves: Path, *, meaning: bool) -> Members:
    """The answers to members' questions, of a library that the encoder has read, or of words alone; it is kept in the
    folder `shelves`."""
    asks = records(shared / "eval" / "asks.jsonl")
    with answering(shared, shelves, NEWS, meaning=False):
        pass  # it is there, and has most of the articles
    shelf, news = shelves / "asks.db", shelves / "news_dev.db"
    with library_of(shelf, asks_articles(shared), meaning=meaning, grown=news) as library:
        runs = [_run(library, question["question"]) for question in asks]
    scoring = scorer(shared, "score_asks")
    missed = []
    for question, run in zip(asks, runs, strict=True):
        rank = scoring.rank(run["passages"], question, 2)
        if rank != 1 and scoring.grade_of(question) == 2:
            shown = run["passages"][0]["text"] if run["passages"] else "(silence)"
            missed.append((rank, question["question"], shown))
    return Members(*scoring.score(asks, runs), tuple(missed))


@cache
def answers(shared: Path, shelves: Path, articles: str, questions: str, *, meaning: bool) -> dict[str, Any]:
    """What score_answers says of a library of `articles`, kept in the folder `shelves`, that is asked `questions`; both
    JSONL files of eval/."""
    folder = shared / "eval"
    with answering(shared, shelves, articles, meaning=meaning) as library:
        return _score(shared, library, records(folder / questions), records(folder / articles))


def seed_answers(shared: Path) -> dict[str, Any]:
    """What score_answers says of a library of the seed article."""
    questions = records(shared / "eval" / "seed_questions.jsonl")
    [path] = (shared / "articles").glob("*.txt")
    with open_library(None) as library:
        library.add(read_text(path.read_text(encoding="utf-8"), id=path.stem))
        return _score(shared, library, questions, [{"id": path.stem, "text": library.show(path.stem).article.text}])


def _run(library: Library, question: str) -> dict[str, Any]:
    """A question and its passages, as the scorers take them."""
    passages = [
        {
            "article_id": p.article_id,
            "start": p.span.start,
            "end": p.span.end,
            "text": p.text,
            "speaker": p.speaker,
            "outlet": p.outlet,
        }
        for p in library.ask(question, limit=10).passages
    ]
    return {"question": question, "passages": passages}


def _score(
    shared: Path, library: Library, questions: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    runs = [_run(library, question["question"]) for question in questions]
    texts = {article["id"]: article["text"] for article in articles}
    return dict(scorer(shared, "score_answers").score(questions, runs, texts))

"""Questions with what answers them and what does not: from labelled articles, and from SelQA.

What is labelled is ``questions.jsonl``: a question a line, ``{"file", "article", "question", "answers": [[start, end,
grade], ...]}``; grade 2 answers it, 1 does in part. Offsets are into the text of the article, which stands in a file of
our own prose or of the workplace's ``eval``, never here.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from index.attribution import attribute
from index.encoder.inputs import sentence_texts
from index.model.article import ANSWERABLE, AnnotatedArticle
from index.reading import read_text
from index.text.segmentation import split_sentences

_WHOLE = 2  # the grade of what answers a question
_SHARE = 0.6  # of a sentence or an answer, from which they are the same


@dataclass(frozen=True, slots=True)
class Graded:
    """A question with texts that answer it, at least one, and texts beside these that do not, at least one."""

    question: str
    answers: tuple[str, ...]
    others: tuple[str, ...]


def labelled(shared: Path, own: Path) -> Iterator[Graded]:
    """Those of ``questions.jsonl`` in `own` that have an answer, over the articles of `own` and of `shared`."""
    sources = sources_of(shared, own)
    articles: dict[tuple[str, str], AnnotatedArticle] = {}
    for record in _records(own / "questions.jsonl"):
        if not record["answers"]:
            continue
        key = record["file"], record["article"]
        if key not in articles:
            article = replace(read_text(sources[key].text), id=record["article"])
            articles[key] = attribute(article, split_sentences(article))
        made = _pairs(record, articles[key])
        if made is not None:
            yield made


def _pairs(record: Mapping[str, Any], annotated: AnnotatedArticle) -> Graded | None:
    sentences = [sentence for sentence in annotated.sentences if sentence.kind in ANSWERABLE]
    best = max(grade for _, _, grade in record["answers"])
    answers, others = [], []
    for sentence, text in zip(sentences, sentence_texts(annotated), strict=True):
        grades = [
            grade
            for start, end, grade in record["answers"]
            if _same(sentence.span.start, sentence.span.end, start, end)
        ]
        if best in grades:
            answers.append(text)
        elif not grades:
            others.append(text)
    return Graded(record["question"], tuple(answers), tuple(others)) if answers and others else None


def _same(start: int, end: int, other_start: int, other_end: int) -> bool:
    return min(end, other_end) - max(start, other_start) >= _SHARE * min(end - start, other_end - other_start)


def selqa(file: Path) -> Iterator[Graded]:
    """The questions of one of SelQA's JSON files (Jurczyk, Zhai and Choi 2016; Apache License 2.0): about a section of
    an encyclopaedia, whose sentences answer or do not."""
    for record in json.loads(file.read_text(encoding="utf-8")):
        wanted = set(record["answers"])
        texts = record["candidates"]
        answers = tuple(text for at, text in enumerate(texts) if at in wanted)
        others = tuple(text for at, text in enumerate(texts) if at not in wanted)
        if answers and others:
            yield Graded(record["question"], answers, others)


@dataclass(frozen=True, slots=True)
class Source:
    """An article that questions are about: its text, and its title if its file tells that."""

    text: str
    title: str | None


def sources_of(shared: Path, own: Path) -> Mapping[tuple[str, str], Source]:
    """By file and id, all articles that questions may be about."""
    found: dict[tuple[str, str], Source] = {}
    files = {f"prose/{path.name}": path for path in sorted((own / "prose").glob("*.jsonl"))}
    files |= {name: shared / "eval" / name for name in ("real/train.jsonl", "news_train.jsonl")}
    for name, path in files.items():
        found |= {(name, record["id"]): Source(record["text"], record.get("title")) for record in _records(path)}
    for record in _records(shared / "eval" / "pages.jsonl"):
        text = "\n\n".join(filter(None, (record["title"], record["body"])))
        found["pages.jsonl", record["id"]] = Source(text, record["title"])
    return found


@cache
def _records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]

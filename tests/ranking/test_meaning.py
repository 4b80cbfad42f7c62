"""The order by meaning, and silence: on a library whose vectors are given by hand."""

from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from index.attribution import attribute
from index.model.answer import Filters
from index.ranking.parts import MEANT
from index.ranking.scope import Scope
from index.ranking.scoring import Ranking, rank
from index.ranking.vectors import Meaning, Vectors, quantised
from index.reading import read_text
from index.search.answers import Request, understood
from index.search.reader import Reader
from index.store import Store
from index.text.segmentation import split_sentences

TEXT = """The pier at Ostry

The pier was shut in May. Rats had eaten the ropes of the crane. A barge took the crane away.
"""
OTHER = """The inn at Wellin

The inn has nine rooms. Its roof is new.
"""


@pytest.fixture
def reader() -> Iterator[Reader]:
    with closing(Store(None)) as store:
        for identity, text in (("pier", TEXT), ("inn", OTHER)):
            made = read_text(text, id=identity)
            with store.writing("one"):
                store.put("one", attribute(made, split_sentences(made)))
        found = Reader("one", store)
        found.catch_up()
        yield found


def asked(reader: Reader, question: str, near: str | None, *, lacking: str = "") -> Ranking:
    """The ranking where the sentence that holds `near` means the question, and no vector is there of an article."""
    fields = reader.fields
    found = understood(reader, reader.names(), Request(question, Filters(), 10))
    assert not hasattr(found, "silence")
    vectors = Vectors(4)
    for identity in fields.article_ids:
        entries = fields.article_entries(identity)
        rows = np.tile(np.array([0, 0, 0, 1], np.float32), (len(entries), 1))
        annotated = reader.article(identity)
        assert annotated is not None
        for row, number in enumerate(entries):
            span = annotated.sentences[fields.entries[number].sentence].span
            if near is not None and near in annotated.article.text[span.start : span.end]:
                rows[row] = (1, 0, 0, 0)
        if identity != lacking:
            vectors.put(fields.article_place(identity), entries, quantised(rows))
    meaning = Meaning(np.array([1, 0, 0, 0], np.float32), vectors) if near is not None else None
    return rank(fields, found.question, found.subjects, Scope(), reader.dates, 10, meaning)


def first(reader: Reader, ranking: Ranking) -> str:
    entry = reader.fields.entries[ranking.hits[0].entry]
    annotated = reader.article(reader.fields.article_ids[entry.article])
    assert annotated is not None
    span = annotated.sentences[entry.sentence].span
    return annotated.article.text[span.start : span.end]


def test_what_means_the_question_stands_first(reader: Reader) -> None:
    question = "What went wrong at the pier?"
    assert "pier" in first(reader, asked(reader, question, None))
    assert first(reader, asked(reader, question, "Rats")) == "Rats had eaten the ropes of the crane."


def test_an_article_is_found_by_its_meaning_alone(reader: Reader) -> None:
    assert (
        first(reader, asked(reader, "When was the pier closed for vermin?", "nine rooms")) == "The inn has nine rooms."
    )


def test_where_a_vector_is_lacking_words_alone_count(reader: Reader) -> None:
    question = "What went wrong at the pier?"
    without, lacking = asked(reader, question, None), asked(reader, question, "Rats", lacking="pier")
    assert lacking == without
    assert not any(part in MEANT for hit in lacking.hits for part, _ in lacking.parts_of(hit))


def test_parts_add_up_to_the_score(reader: Reader) -> None:
    ranking = asked(reader, "Who ate the ropes?", "Rats")
    for hit in ranking.hits:
        assert sum(value for _, value in ranking.parts_of(hit)) == pytest.approx(hit.score)


def test_what_no_article_is_about_is_not_answered(reader: Reader) -> None:
    assert asked(reader, "Why was the pier shut in May?", "shut in May").answers
    assert not asked(reader, "Which rooms does the parliament of Ruritania rent for winter?", None).answers

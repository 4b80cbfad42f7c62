"""Any prose is annotated: with spans of its own, the same every time, and never an error."""

import pytest
from hypothesis import given

from index import annotate, read_text
from index.attribution.explain import explain
from tests.fuzz import pieces
from tests.fuzz.effort import examples
from tests.fuzz.families import FAMILIES
from tests.fuzz.holding import annotation_holds, article_holds


@examples(250)
@given(pieces.prose)
def test_any_prose_is_annotated(text: str) -> None:
    annotation_holds(annotate(read_text(text)))


@examples(30)
@given(pieces.prose)
def test_annotation_is_the_same_every_time_and_can_be_explained(text: str) -> None:
    annotated = annotate(read_text(text))
    assert annotate(read_text(text)) == annotated
    assert explain(annotated) == explain(annotated)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_annotated(family: str) -> None:
    article = read_text(FAMILIES[family](6_000))
    article_holds(article)
    annotation_holds(annotate(article))

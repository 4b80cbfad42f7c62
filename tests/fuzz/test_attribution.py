"""Any prose is annotated: with spans of its own, the same every time, and never an error."""

import tracemalloc

import pytest
from hypothesis import given

from index import annotate, read_text
from index.attribution.markup import mark_up
from index.text.terms import stems_of
from index.text.tokens import words_of
from tests.fuzz import pieces
from tests.fuzz.effort import examples
from tests.fuzz.families import FAMILIES
from tests.fuzz.holding import annotation_holds, article_holds

_SIZE = 400  # code points of each family


@examples(100)
@given(pieces.prose)
def test_any_prose_is_annotated(text: str) -> None:
    annotation_holds(annotate(read_text(text)))


@examples(15)
@given(pieces.prose)
def test_annotation_is_the_same_every_time_and_can_be_marked_up(text: str) -> None:
    annotated = annotate(read_text(text))
    assert annotate(read_text(text)) == annotated
    assert mark_up(annotated) == mark_up(annotated)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_annotated(family: str) -> None:
    article = read_text(FAMILIES[family](_SIZE))
    article_holds(article)
    annotation_holds(annotate(article))


def test_endless_words_are_not_remembered() -> None:
    word = "Vohn" * 5_000

    def use(numbers: range) -> None:
        for number in numbers:
            text = f"{word}{number} said so."
            annotate(read_text(text))
            stems_of(text)
            words_of(text)

    use(range(2))  # what everything remembers of anything
    tracemalloc.start()
    use(range(2, 42))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 20 * len(word)

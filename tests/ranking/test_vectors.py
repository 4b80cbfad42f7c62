"""Vectors as int8: their cosines, and their place beside the sentences of an index."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.vectors import Meaning, Quantised, Vectors, quantised, quantised_from

WIDTH = 384


def unit(count: int, seed: int = 0) -> np.ndarray:
    made = np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)
    found: np.ndarray = made / np.linalg.norm(made, axis=1, keepdims=True)
    return found


def test_cosines_lose_next_to_nothing() -> None:
    vectors, (question,) = unit(500), unit(1, seed=1)
    held = Vectors(WIDTH)
    held.put(0, range(500), quantised(vectors))
    found = Meaning(question, held).cosines(np.arange(500))
    assert found is not None
    assert np.abs(found - vectors @ question).max() < 0.003


def test_an_article_is_the_mean_of_its_sentences() -> None:
    vectors, (question,) = unit(30), unit(1, seed=1)
    held = Vectors(WIDTH)
    held.put(0, range(10), quantised(vectors[:10]))
    held.put(2, range(10, 30), quantised(vectors[10:]))
    means = np.array([vectors[:10].mean(0), vectors[10:].mean(0)])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    meaning = Meaning(question, held)
    assert meaning.articles(np.array([0, 2])) == pytest.approx(means @ question, abs=0.01)
    assert meaning.articles(np.array([0, 1])) is None


def test_one_sentence_without_a_vector_is_enough_for_none() -> None:
    held = Vectors(WIDTH)
    held.put(1, range(5, 8), quantised(unit(3)))
    meaning = Meaning(unit(1)[0], held)
    assert meaning.cosines(np.array([5, 7])) is not None
    for numbers in ([4, 5], [7, 8], [5, 100_000]):
        assert meaning.cosines(np.array(numbers)) is None
    held.drop(1, range(5, 8))
    assert meaning.cosines(np.array([5])) is None
    assert meaning.articles(np.array([1])) is None
    assert meaning.cosines(np.array([], np.intp)) is not None


def test_room_is_made_for_many() -> None:
    vectors = unit(3_000)
    held = Vectors(WIDTH)
    for article in range(30):
        held.put(article, range(100 * article, 100 * article + 100), quantised(vectors[100 * article :][:100]))
    found = Meaning(vectors[7], held).cosines(np.arange(3_000))
    assert found is not None
    assert int(found.argmax()) == 7


@given(st.integers(0, 20))
def test_bytes_are_read_as_they_were_written(count: int) -> None:
    made = quantised(unit(count))
    found = quantised_from(made.to_bytes(), count)
    assert (found.scales == made.scales).all()
    assert found.rows.tobytes() == made.rows.tobytes()


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 7, b"\0" * 388 * 2, b"\xff" * 388 * 2])
def test_bytes_that_are_none_are_refused(spoilt: bytes) -> None:
    with pytest.raises(ValueError, match=r"bytes|scales"):
        quantised_from(spoilt, 2)


def test_vectors_of_another_width_or_number_are_refused() -> None:
    held, made = Vectors(WIDTH), quantised(unit(3))
    with pytest.raises(ValueError, match="shape"):
        held.put(0, range(2), made)
    with pytest.raises(ValueError, match="shape"):
        held.put(0, range(3), Quantised(made.rows[:, :8], made.scales))

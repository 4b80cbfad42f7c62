"""Composition: letters and their accents become one code point, and every place is known in the text it came from."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.text.composition import compose, composed

PARTED = "Zu\u0308rich sent O\u0308zgu\u0308r C\u0327elik."


def test_letters_are_composed_and_places_are_kept() -> None:
    found = compose(PARTED)
    assert found is not None
    assert found.text == "Zürich sent Özgür Çelik."
    start = found.text.index("Özgür")
    assert PARTED[found.offsets[start] : found.offsets[start + 5]] == "O\u0308zgu\u0308r"
    assert len(found.offsets) == len(found.text) + 1


@pytest.mark.parametrize("text", ["", "Zurich", "Zürich", "x\u030c", "\u0308 alone", "6\u0308", "E" + "\u0301" * 5])
def test_what_is_composed_already_is_left(text: str) -> None:
    assert compose(text) is None
    assert composed(text) == text


@example("E\u0301\u0301\u0301\u0301\u0327")
@example("é\u0344\u0344")
@given(st.text(alphabet="aeE \u0301\u0308\u030c\u0327\u0344-é.", max_size=30))
def test_places_ascend_and_the_words_stay_the_same(text: str) -> None:
    found = compose(text)
    if found is not None:
        assert len(found.text) < len(text) or found.text != text
        assert unicodedata.normalize("NFD", found.text) == unicodedata.normalize("NFD", text)
        assert list(found.offsets) == sorted(set(found.offsets))
        assert (found.offsets[0], found.offsets[-1]) == (0, len(text))
        assert compose(found.text) is None

"""Slips: which stored words a posted one can only be a slip for."""

import pytest

from index.tracing.words import Slips, long_forms


@pytest.mark.parametrize(
    ("posted", "stored", "slip"),
    [
        ("raeding", "reading", True),
        ("draganesu", "draganescu", True),
        ("its", "it's", True),
        ("farns", "farms", True),
        ("xyz", "reading", False),
        ("leading", "reading", False),  # another English word
        ("unread", "read", False),
        ("cannt", "can", False),
        ("4o", "40", False),
        ("their", "there", False),
        ("qa", "a", False),
    ],
)
def test_a_slip_leaves_no_other_word(posted: str, stored: str, slip: bool) -> None:
    slips = Slips()
    slips.learn([posted], [stored])
    assert (stored in slips.of(posted)) is slip


def test_it_is_the_same_in_whatever_order_the_words_come() -> None:
    posted = ["raeding", "farns", "its", "hte", "vonh"]
    stored = ["reading", "farms", "it's", "the", "vohn", "frans", "bread"]
    whole = Slips()
    whole.learn(posted, stored)
    for step in (1, 2, 3):
        slips = Slips()
        for at in range(0, len(stored), step):
            slips.learn(posted[at : at + step], stored[at : at + step])
        slips.learn(posted, [])
        assert [slips.of(word) for word in posted] == [whole.of(word) for word in posted]
    assert whole.of("raeding") == {"reading"}


@pytest.mark.parametrize(
    ("form", "long"),
    [
        ("isn't", {("is", "not")}),
        ("won't", {("will", "not")}),
        ("she'd", {("she", "would"), ("she", "had")}),
        ("it's", {("it", "is"), ("it", "has")}),
        ("harbour's", set()),
        ("cannot", {("can", "not")}),
        ("not", set()),
    ],
)
def test_a_contraction_is_known_by_its_long_forms(form: str, long: set[tuple[str, str]]) -> None:
    assert long_forms(form) == long

"""What a sentence has that answers a kind of question."""

import pytest

from index.ranking.signs import counted, has_place, has_reason, has_time, introduces


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The pier closed because the poles were rotten.", "r"),
        ("It was moved to avoid the tide.", "r"),
        ("The pier lies near Tollan.", "p"),
        ("The ferry left on Monday in March.", "t"),
        ("Ada Lind, who owns the inn, was away.", "i"),
        ("Bo Marsk, 41, mends nets.", "i"),
        ("The harbour master, Ada Lind, was away.", "i"),
        ("Lind is a baker by trade.", "i"),
        ("It was all over by then.", ""),
    ],
)
def test_signs(text: str, signs: str) -> None:
    looks = {"r": has_reason, "p": has_place, "t": has_time, "i": introduces}
    assert "".join(sign for sign, has in looks.items() if has(text)) == signs


def test_what_stands_behind_a_number_is_counted() -> None:
    assert set(counted("the bridge has 14 old stone arch and two boat".split())) == {"old", "stone", "arch", "boat"}

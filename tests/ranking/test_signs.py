"""What a sentence has that answers a kind of question."""

import pytest

from index.ranking.signs import Signs, counted, introduces
from index.text.terms import words_in


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
        ("“Aftermath?” said Ada Lind.", ""),
        ("Nobody came (SINCE it rained).", "r"),
        ("The ferry’s late: blamed, they say, on Norway’s oil.", "rp"),
        ("They met in the years’ last week.", "t"),
        ("It had been so since 12,2015.", "rt"),
        ("In Monday’s mail, “June” spoke.", "t"),
        ("Who came, May 3?", "t"),
    ],
)
def test_signs(text: str, signs: str) -> None:
    finder, words = Signs(), words_in(text)
    for word in words:
        finder.note(word)
    looks = {"r": finder.has_reason, "p": finder.has_place, "t": finder.has_time}
    found = "".join(sign for sign, has in looks.items() if has(text, words))
    assert found + "i" * introduces(text) == signs


def test_what_stands_behind_a_number_is_counted() -> None:
    assert set(counted("the bridge has 14 old stone arch and two boat".split())) == {"old", "stone", "arch", "boat"}

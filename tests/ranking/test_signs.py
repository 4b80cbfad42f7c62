"""What a sentence has that answers a kind of question."""

import pytest

from index.ranking.pieces import Pieces
from index.ranking.segments import Vocabulary
from index.ranking.signs import INTRODUCES, PLACE, REASON, TIME, counted, has_reason, introduces


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
        ("They met on Sept.\n9.", "t"),
        ("They met in May (9 of them).", ""),
        ("They rowed to the Skerries.", "p"),
        ("They rowed to a Norwegian skerry, and home in May.", ""),
        ("Two of them, Bo Marsk and Ida, left.", ""),
        ("A friend of theirs, Bo Marsk Rook, left.", "i"),
        ("Nobody but Lind\nwas the owner.", "i"),
    ],
)
def test_signs(text: str, signs: str) -> None:
    # The sentences before and behind have no part in it.
    before, marks, behind = Pieces(Vocabulary()).read(["They left in", text, "Tollan 3"]).marks.tolist()
    assert (before | behind) & (REASON | PLACE | TIME | INTRODUCES) == 0
    found = "r" * bool(marks & REASON and has_reason(text)) + "p" * bool(marks & PLACE) + "t" * bool(marks & TIME)
    assert found + "i" * bool(marks & INTRODUCES and introduces(text)) == signs


def test_what_stands_behind_a_number_is_counted() -> None:
    assert set(counted("the bridge has 14 old stone arch and two boat".split())) == {"old", "stone", "arch", "boat"}

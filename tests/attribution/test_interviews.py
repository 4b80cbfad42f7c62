"""Interviews set without quotation marks: what the one who is asked says, and what is no interview."""

import pytest

from index.attribution.linking.interviews import plain_answers
from tests.attribution.prose import blocks_in, entities_in, words

INTERVIEW = """Oona Pell, 44, plays the cello in every orchestra that matters. She spoke to Ted Marr about strings.

You once said you hated “rehearsing”. Is that still true?

Yes. It is like being told the end of my own joke.

What is the worst thing that has happened to you on stage?

A string broke in Oslo and hit the conductor. He thanked me.

I laughed, too.

She laughs again.

My reporter's notes end here.

**And your children?**

They play the drums, and I have only myself to blame.

Why the cello?

Pell laughs at that.

Anything else?"""

ANSWERS = [
    "Yes. It is like being told the end of my own joke.",
    "A string broke in Oslo and hit the conductor. He thanked me.",
    "I laughed, too.",
    "They play the drums, and I have only myself to blame.",
]


def _answers(text: str) -> list[str]:
    lines = plain_answers(blocks_in(text), entities_in(text))
    return [words(text, line.content)[0] for line in lines if line.content is not None]


def test_answers_are_those_of_the_one_who_is_asked() -> None:
    lines = list(plain_answers(blocks_in(INTERVIEW), entities_in(INTERVIEW)))
    assert _answers(INTERVIEW) == ANSWERS
    assert {words(INTERVIEW, line.mention)[0] for line in lines if line.content is not None} == {"Oona Pell"}
    assert [line.rule for line in lines].count("question") == 5


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("She spoke to Ted Marr about strings.", "Ted Marr answers your letters."),  # nobody is interviewed
        ("Oona Pell, 44, plays the cello in every orchestra that matters. She spoke to Ted Marr", "She spoke to us"),
        ("you", "one"),  # the questions speak to nobody
        ("me", "them"),
    ],
)
def test_what_is_no_interview(said: str, instead: str) -> None:
    text = INTERVIEW.replace(said, instead)
    if said == "me":
        text = text.replace("I ", "They ").replace("My", "Their").replace("myself", "themselves")
    assert _answers(text) == []


def test_a_remark_asks_too() -> None:
    remark = "Your mother appears in it.\n\nShe does. She rang me and said that she had no coat.\n\nWhy the cello?"
    assert _answers(INTERVIEW.replace("Why the cello?", remark)) == [
        *ANSWERS,
        "She does. She rang me and said that she had no coat.",
    ]


def test_two_questions_make_no_interview() -> None:
    assert _answers(INTERVIEW.partition("**And")[0]) == []

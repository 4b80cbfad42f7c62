"""One analysis for sentences and questions: what should meet, meets; what should not, does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.query import understand, unknown_names
from index.text.terms import stems_of, terms_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S. Senate", "the US Senate"),
        ("the UK's plan", "the U.K. plan"),
        ("$1.2 million", "$1.2m"),
        ("$1.2 million", "$1.2-million"),
        ("3 billion pounds", "3bn pounds"),
        ("14,000 people", "14000 people"),
        ("61 percent", "61%"),
        ("Reyes's plan", "Reyes’ plan"),
        ("Scholz’s visit", "Scholz's visit"),
        ("Müller’s café", "Muller's cafe"),
        ("warned", "warning"),
        ("ferries", "ferry"),
        ("O’Brien", "O'Brien"),
        ("co-operate", "co operate"),
        ("the eu and the uk", "the E.U. and the U.K."),
        ("Jørgen Łukasz Þór", "Jorgen Lukasz Thor"),
        ("Zoe\u0308’s cafe\u0301", "Zoë’s café"),
    ],
)
def test_what_means_the_same_meets(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(("one", "other"), [("tell us", "the US"), ("$5", "$50"), ("1.2 million", "1.2 billion")])
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert set(stems_of(one)) != set(stems_of(other))


def test_stop_words_are_marked_and_kept() -> None:
    assert [(t.stem, t.stop) for t in terms_of("What did the mayor say?")] == [
        ("what", True),
        ("did", True),
        ("the", True),
        ("mayor", False),
        ("say", False),
    ]


@given(st.text(max_size=200))
def test_any_text_is_analysed(text: str) -> None:
    for term in terms_of(text):
        assert term.stem
        assert " " not in term.stem


def known(stem: str) -> bool:
    return stem in {"mayor", "ferri", "toll", "adair"}


@pytest.mark.parametrize(
    ("text", "saying", "who", "quantity", "time"),
    [
        ("What did the mayor say about ferries?", True, False, False, False),
        ("Who said the toll was too high?", True, True, False, False),
        ("How many ferries are there?", False, False, True, False),
        ("When does the toll begin?", False, False, False, True),
        ("According to the mayor, how much is the toll?", True, False, True, False),
        ("ferries", False, False, False, False),
    ],
)
def test_what_is_asked(text: str, saying: bool, who: bool, quantity: bool, time: bool) -> None:
    question = understand(text, known)
    assert (question.saying, question.who, question.quantity, question.time) == (saying, who, quantity, time)


def test_words_of_asking_are_no_content() -> None:
    question = understand("What did the mayor say about the ferries?", known)
    assert [term for term, _ in question.content] == ["mayor", "ferri"]
    weights = dict(question.terms)
    assert weights["the"] < weights["mayor"]
    assert weights["say"] < weights["mayor"]


def test_a_question_of_nothing_but_asking_has_that_as_its_content() -> None:
    assert understand("What was said?", lambda stem: stem == "said").content


def test_unknown_names_are_found_with_all_their_words() -> None:
    assert unknown_names("What did Orsolya Vance’s aide say to Adair?", known) == ["Orsolya Vance"]
    assert unknown_names("What did the mayor say?", known) == []
    assert unknown_names("Vance on ferries", known) == ["Vance"]

"""What stands around a name: roles and other signs of a person."""

import pytest

from index.attribution.entities.context import context_of, role_of, same

NAME = "Wilder Thorn"


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("Wilder Thorn, the mayor of Tollan, left.", ["mayor"]),
        ("Wilder Thorn, 41, a baker from Lower Mill, left.", ["41-year-old", "baker"]),
        ("Wilder Thorn, who heads the harbour board, left.", ["head"]),
        ("Wilder Thorn is a retired ferry captain.", ["captain"]),
        ("Wilder Thorn, executive director of the zoo, left.", ["executive"]),
        ("The mayor of Tollan, Wilder Thorn, left.", ["mayor"]),
        ("The priest, Father Wilder Thorn, left.", ["priest"]),
        ("The conservative radio host Wilder Thorn left.", ["host"]),
        ("Wilder Thorn, D-Tollan, left.", ["democrat"]),
        ("Wilder Thorn, another deportee, left.", ["deportee"]),
        ("Wilder Thorn, officials said, left.", []),
        ("After questioning the patient, Wilder Thorn left.", []),
        ("Questioning the patient, Wilder Thorn left.", []),
        ("They met Wilder Thorn in the hall.", []),
    ],
)
def test_roles(sentence: str, heads: list[str]) -> None:
    start = sentence.index(NAME)
    context = context_of(sentence, start, start + len(NAME), 0, len(sentence))
    assert [role.head for role in context.roles] == ([same("director")] if heads == ["executive"] else heads)
    assert context.human is bool(heads)


def test_signs_of_a_person_without_a_role() -> None:
    sentence = "Wilder Thorn, who left, is back."
    context = context_of(sentence, 0, len(NAME), 0, len(sentence))
    assert (context.roles, context.human) == ((), True)


@pytest.mark.parametrize(
    ("sentence", "human", "perhaps", "thing"),
    [
        ("The label, Wilder Thorn, said no.", False, False, "label"),
        ("Wilder Thorn, the online mattress firm, said no.", False, False, "firm"),
        ("They told the newspaper Wilder Thorn that it was late.", False, False, "newspaper"),
        ("The mill’s owner, Wilder Thorn, said no.", False, True, ""),
        ("The wigwright, Wilder Thorn, said no.", False, True, ""),
        ("The hatchery, Wilder Thorn, said no.", False, False, ""),
        ("The leader of the opposition group, Wilder Thorn, said no.", True, True, ""),
    ],
)
def test_signs_of_an_organisation(sentence: str, human: bool, perhaps: bool, thing: str) -> None:
    start = sentence.index(NAME)
    context = context_of(sentence, start, start + len(NAME), 0, len(sentence))
    assert (context.human, context.perhaps, context.thing) == (human, perhaps, thing)


def test_nothing_beyond_the_sentence_is_seen() -> None:
    text = "Wilder Thorn, the mayor, left."
    assert not context_of(text, 0, len(NAME), 0, len(NAME)).human


def test_a_role_holds_the_words_that_tell_something() -> None:
    found = role_of("the former congressman from the Upper Valley")
    assert found is not None
    role, written = found
    assert (role.head, written) == ("representative", "congressman")
    assert role.words == {"former", "representative", "upper", "valley"}
    assert role_of("the old bridge") is None

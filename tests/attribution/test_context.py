"""What stands around a name: roles and other signs of a person."""

import pytest

from index.attribution.entities.context import context_of, role_of, same

NAME = "Wilder Thorn"


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("Wilder Thorn, the mayor of Tollan, left.", ["mayor"]),
        ("Wilder Thorn, 41, a baker from Lower Mill, left.", ["baker"]),
        ("Wilder Thorn, who heads the harbour board, left.", ["head"]),
        ("Wilder Thorn is a retired ferry captain.", ["captain"]),
        ("Wilder Thorn, executive director of the zoo, left.", ["executive"]),
        ("The mayor of Tollan, Wilder Thorn, left.", ["mayor"]),
        ("The conservative radio host Wilder Thorn left.", ["host"]),
        ("Wilder Thorn, D-Tollan, left.", ["democrat"]),
        ("Wilder Thorn, officials said, left.", []),
        ("They met Wilder Thorn in the hall.", []),
    ],
)
def test_roles(sentence: str, heads: list[str]) -> None:
    start = sentence.index(NAME)
    context = context_of(sentence, start, start + len(NAME), 0, len(sentence))
    assert [role.head for role in context.roles] == ([same("director")] if heads == ["executive"] else heads)
    assert context.human is bool(heads)


@pytest.mark.parametrize("sentence", ["Wilder Thorn, 41, left.", "Wilder Thorn, who left, is back."])
def test_signs_of_a_person_without_a_role(sentence: str) -> None:
    context = context_of(sentence, 0, len(NAME), 0, len(sentence))
    assert (context.roles, context.human) == ((), True)


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

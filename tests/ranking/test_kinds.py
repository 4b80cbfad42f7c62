"""What a question asks for, and whose words it wants."""

import pytest

from index.ranking.kinds import Kind, counted, kinds_of, target, whose_words
from index.ranking.query import understand


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What did Lind say about the pier?", Kind.SAID),
        ("what's the mayor's stance on tolls", Kind.SAID),
        ("Who said that the pier would close?", Kind.WHO_SAID),
        ("which minister called it a disgrace", Kind.WHO_SAID),
        ("who won the vote", Kind.WHO),
        ("who is Ada Lind?", Kind.WHO_IS),
        ("why did the pier close", Kind.WHY),
        ("what caused the fire", Kind.WHY),
        ("when does the ferry leave", Kind.WHEN),
        ("where will the pipeline go", Kind.WHERE),
        ("which town was flooded", Kind.WHERE),
        ("how many people were hurt", Kind.QUANTITY),
        ("did the pier close", Kind.YES_NO),
        ("what happened at the pier", Kind.HAPPENED),
        ("quote from Lind on the pier", Kind.QUOTE | Kind.SAID),
    ],
)
def test_kinds(question: str, kind: Kind) -> None:
    assert kind in kinds_of(question)


@pytest.mark.parametrize("question", ["who was injured", "who were rescued from the pier", "who was shot"])
def test_what_was_done_to_somebody_is_no_name(question: str) -> None:
    assert Kind.WHO in kinds_of(question)
    assert Kind.WHO_IS not in kinds_of(question)
    assert target(question) is None


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("how many bats are there", ["bat"]),
        ("how much did the pier cost", ["pier", "cost"]),
        ("what time does the ferry leave", ["ferri", "leav"]),
        ("did anyone get hurt at the pier", ["hurt", "pier"]),
        ("who got arrested", ["arrest"]),
        ("did the captain get a medal", ["captain", "get", "medal"]),
    ],
)
def test_words_that_only_ask_are_no_content(question: str, content: list[str]) -> None:
    assert [stem for stem, _ in understand(question, lambda _: True).content] == content


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("What did the mayor say about Lind?", "the mayor"),
        ("who is the new harbour master and what did he say about Lind", "the new harbour master"),
        ("who's lind's doctor, and how did she respond", "lind's doctor"),
        ("who is lind and what did she do", None),
        ("has the mayor of Tollan apologised to Lind yet", "the mayor of Tollan"),
        ("Did the Grey House respond?", "the Grey House"),
        ("does ada lind think the pier should close", "ada lind"),
        ("What does the harbour report say?", "the harbour report"),
        ("what was the governor's excuse for the roof", "the governor"),
        ("quotes from the lead author on sleep", "the lead author"),
        ("According to the coast guard, how many were saved?", "the coast guard"),
        ("what the coach said after the match", "the coach"),
        ("did they say why", None),
        ("who told Lind about the pier", None),
        ("when did the pier close", None),
    ],
)
def test_whose_words_are_wanted(question: str, whose: str | None) -> None:
    span = whose_words(question)
    assert (question[slice(*span)].strip() if span else None) == whose


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("how many stone arches does the bridge have", "stone arches"),
        ("How many people were hurt?", "people"),
        ("how old is the ferry", "years aged"),
        ("why is the ferry old", ""),
    ],
)
def test_what_is_counted(question: str, what: str) -> None:
    assert counted(question).strip() == what

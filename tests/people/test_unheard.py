"""What a question takes for granted and no article tells of is met with silence that says so."""

import pytest

from index import Library, SilenceReason

ARTICLES = {
    "cup": """Tollan win the Bay Cup

Tollan won the Bay Cup on Saturday when Freya Lindholm scored in the last minute. Two supporters were hurt by a flare.

"We were only more stubborn," Lindholm told reporters. Her coach, Udo Kern, thanked the equipment manager.
""",
    "pool": """Ostry sells its pool

The council of Ostry sold the pool to a hotel on Monday. Mayor Bruna Tveit called the sale a relief.

"It leaked every day," she said. Swimmers shouted at her, among them the retired judge Ansel Roth.
""",
}


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("who won the chess olympiad in Tollan?", "chess olympiad"),
        ("who invented the telephone", "telephone"),
        ("how many people were hurt in the avalanche", "avalanche"),
        ("who scored during the hurricane", "hurricane"),
        ("how many people died in the Turkey earthquake", "Turkey earthquake"),
        ("who is the mayor of lindholm", "the mayor of lindholm"),
        ("who's the mayor of Tollan now?", "the mayor of Tollan"),
    ],
)
def test_a_thing_that_no_article_has(library: Library, question: str, thing: str) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert (silence.reason, silence.subject) == (SilenceReason.UNKNOWN_NAME, thing)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did ansel roth say about the pool", "ansel roth"),
        ("What did the mayor of Tollan say about the cup?", "the mayor of Tollan"),
        ("what did the mayor of Lindholm say", "the mayor of Lindholm"),
    ],
)
def test_somebody_whom_no_article_quotes(library: Library, question: str, speaker: str) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert (silence.reason, silence.subject) == (SilenceReason.UNKNOWN_SPEAKER, speaker)


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("who won the bay cup", "cup"),
        ("how many people were hurt at the bay cup", "cup"),
        ("who won the bay cup in the midwest", "cup"),
        ("how many people were hurt at the bay cup in the us", "cup"),
        ("who is the mayor of ostry", "pool"),
        ("what did the mayor of ostry say", "pool"),
        ("what did freya lindholm say", "cup"),
        ("who was hurt by a flare", "cup"),
    ],
)
def test_what_an_article_tells_of_is_answered(library: Library, question: str, article: str) -> None:
    passages = library.ask(question).passages
    assert passages
    assert passages[0].article_id == article

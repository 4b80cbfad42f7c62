"""Names in questions that no article has: refused in any case and language, with the question that was meant."""

from collections.abc import Iterator

import pytest

from index import Library, SilenceReason, open_library, read_text

ARTICLE = """The toll on Tollan Bridge

Rhea Olsen, a retired baker, said on Monday that the man at the toll bridge was rude. James Marsh, the harbour master,
said he would shut the booth for good and retire to the coast of Spain.

“Smiths and bakers pay it too,” said the mayor, Tam Weld.
"""


@pytest.fixture
def library() -> Iterator[Library]:
    with open_library(None) as library:
        library.add(read_text(ARTICLE, id="toll"))
        yield library


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("did peyton manning retire", "peyton manning"),
        ("Did Peyton Manning retire?", "Peyton Manning"),
        ("what did fendrik say about the toll", "fendrik"),
        ("what did kate olsen say about the toll", "kate olsen"),
        ("who is brenda weld", "brenda weld"),
        ("what did briddge say about the toll", "briddge"),
        ("Was sagte Peyton Manning?", "Peyton Manning"),
    ],
)
def test_a_name_that_no_article_has_is_refused(library: Library, question: str, name: str) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert (silence.reason, silence.subject) == (SilenceReason.UNKNOWN_NAME, name)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did rhea olsen say about the man", "Rhea Olsen"),
        ("what did rhea oslen say about the man", "Rhea Olsen"),
        ("did jim marsh say anything about the booth", "James Marsh"),
        ("what did the retired baker say about the man", "Rhea Olsen"),
        ("wer ist Rhea Olsen", "Rhea Olsen"),
        ("¿qué dijo James Marsh?", "James Marsh"),
    ],
)
def test_a_name_that_an_article_has_is_found(library: Library, question: str, speaker: str) -> None:
    assert library.ask(question).passages[0].speaker == speaker


def test_a_small_word_is_no_given_name(library: Library) -> None:
    silence = library.ask("how much is the toll per month").silence
    assert silence is None or silence.reason is not SilenceReason.UNKNOWN_NAME


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Wer hat die Brücke gebaut?", SilenceReason.OTHER_LANGUAGE),
        ("¿Quién cerró el puente?", SilenceReason.OTHER_LANGUAGE),
        ("<@12345> https://example.org", SilenceReason.NO_QUESTION),
    ],
)
def test_what_is_no_question_in_english_is_told_in_words(
    library: Library, question: str, reason: SilenceReason
) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert silence.reason is reason


def test_a_suggestion_leads_to_an_answer(library: Library) -> None:
    refused = library.ask("Why did Rhett Olsin call the man rude?")
    assert refused.suggestions[0] == "Rhea Olsen"
    asked = refused.meaning(refused.suggestions[0])
    assert asked == "Why did Rhea Olsen call the man rude?"
    assert library.ask(asked).passages

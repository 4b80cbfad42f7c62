"""A country, state or town before an office, or behind "of", tells whose office it is, and nobody else's."""

import pytest

from index import Library, SilenceReason

ARTICLES = {
    "steamer": """Two presidents meet on the lake

The French president, Armand Vauclair, met his American counterpart, Dale Rourke, on a steamer on Friday.

“We will not tax your cheese,” Rourke told reporters on the deck. The American president called the boat slow.

Vauclair said that the talks had been warm, and that cheese was a question of honour.

The governor of Ohio, Lena Pratt, was there too. “Ohio makes cheese as well,” the governor said.

The German chancellor, Ute Brahm, was not invited.
""",
    "wine": """Rourke threatens a tax on wine

President Dale Rourke said on Sunday that foreign wine would be taxed. “Our wine is as good,” the president said.

Nevada Governor Sol Ibarra called the tax a gift to his state.
""",
    "toll": """Norway's prime minister refuses a toll on cheese

Prime Minister Siri Aune said that a toll on cheese would be mad. She opened a bridge in Bergen.

A Norwegian farmer, Ola Ness, said he would not sell his cheese to Spain. The Spanish king was told, she added.
""",
    "rail": """A railway for South Dakota

South Dakota Governor Piers Holm said that the railway would be built. “We like trains,” he said.
""",
}


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did the french president say about the talks", "Armand Vauclair"),
        ("what did france's president say about cheese", "Armand Vauclair"),
        ("what did the president of france say about wine", "Armand Vauclair"),
        ("what did the american president say about cheese", "Dale Rourke"),
        ("what did the us president say about wine", "Dale Rourke"),
        ("what does the president of the united states think of our wine", "Dale Rourke"),
        ("what does the ohio governor say", "Lena Pratt"),
        ("what did the governor of nevada say about the tax", "Sol Ibarra"),
        ("what did the norwegian pm say about cheese", "Siri Aune"),
        ("what does the south dakota govenor say about trains", "Piers Holm"),
    ],
)
def test_the_office_of_that_place(library: Library, question: str, speaker: str) -> None:
    answer = library.ask(question)
    assert answer.passages, answer.abstained
    assert answer.passages[0].speaker == speaker


@pytest.mark.parametrize(
    ("question", "nobody"),
    [
        ("what did the german chancellor say", "the german chancellor"),
        ("what did the mexican president say about cheese", "the mexican president"),
        ("what did the texas governor say", "the texas governor"),
        ("what did the north dakota governor say about trains", "the north dakota governor"),
        ("what did the swedish prime minister say about cheese", "the swedish prime minister"),
    ],
)
def test_no_other_place_has_that_office(library: Library, question: str, nobody: str) -> None:
    silence = library.ask(question).silence
    assert silence is not None
    assert (silence.reason, silence.subject) == (SilenceReason.UNKNOWN_SPEAKER, nobody)

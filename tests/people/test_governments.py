"""A country that a question asks speaks as its government: under the name of where that sits, and by its officials."""

import pytest

from index import Library

ARTICLES = {
    "ferries": """Beijing protests against sale of ferries

Beijing said on Monday that the sale of six ferries to the islands was a provocation.

The Kremlin called the sale of the ferries a mistake. Downing Street said that ferries were a matter of taste. The White
House said it would look at the sale.

“The islands need ferries,” said Ada Holm, a fisherwoman from Orre.
""",
    "cod": """Norway and Iceland quarrel about cod

The Norwegian fisheries minister, Siri Aune, said that the cod was leaving for the north.

Iceland's embassy said that no cod had arrived. Ola Ness, a Danish cook, said that nobody would miss the cod.
""",
    "jordan": """A boat race on the Orre

Brook Jordan said that the boats were too slow for the Orre. Kenya won the race.
""",
}


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what does china say", "Beijing"),
        ("what does beijing say about the ferries", "Beijing"),
        ("what did russia say about the sale of ferries", "Kremlin"),
        ("what did the russian government say", "Kremlin"),
        ("what does the uk think of ferries", "Downing Street"),
        ("what did the us say about the sale", "White House"),
        ("what does washington say about the sale of the ferries", "White House"),
        ("what did norway say about cod", "Siri Aune"),
        ("what did iceland say about the cod", "Iceland's embassy"),
        ("what did jordan say about the boats", "Brook Jordan"),
    ],
)
def test_who_speaks_for_a_country(library: Library, question: str, speaker: str) -> None:
    answer = library.ask(question)
    assert answer.passages, answer.abstained
    assert answer.passages[0].speaker == speaker

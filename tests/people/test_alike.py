"""Questions in other words of the same meaning: countries and their people, short names, hyphens."""

from collections.abc import Iterator

import pytest

from index import Library, open_library, read_text

LINES = {
    "vote": "Voters in the by-election chose the Conservative candidate by nine votes.",
    "tax": "British ministers refused to tax the ferries between the islands.",
    "fund": "The Tollan Harbour Fund said on Monday that it would pay for the crane.",
    "mail": "The clerk sent one e-mail too many, lost the key of the archive and was sacked.",
    "virus": "Nurses counted forty cases of COVID-19 on the ward before Easter.",
    "rowers": "Ostry beat Tollan by a length, and their steersman was injured in the collision.",
    "geese": "Geese frighten the pilot of the night ferry, which has two decks.",
}


@pytest.fixture
def library() -> Iterator[Library]:
    with open_library(None) as library:
        for identity, line in LINES.items():
            library.add(read_text(f"On the {identity}\n\n{line}\n\nNobody else was there to see.", id=identity))
        yield library


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("who did voters of the byelection choose", "vote"),
        ("how many votes did the tories win by", "vote"),
        ("did britain tax the ferries", "tax"),
        ("did the UK tax ferries", "tax"),
        ("what will the thf pay for", "fund"),
        ("what happened after the email of the clerk", "mail"),
        ("how many covid19 cases on the ward", "virus"),
        ("anything about a goose", "geese"),
        ("which candidate was chosen in the by-election", "vote"),
        ("what did they lose", "mail"),
        ("who won", "rowers"),
        ("did anyone get hurt", "rowers"),
        ("who got fired", "mail"),
    ],
)
def test_what_says_the_same_is_found(library: Library, question: str, article: str) -> None:
    passages = library.ask(question).passages
    assert passages
    assert passages[0].text == LINES[article]

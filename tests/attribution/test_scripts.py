"""Lines of transcripts and signed quotations: speech that the page itself ascribes."""

import pytest

from index.attribution.linking.scripts import script_lines
from tests.attribution.prose import blocks_in, entities_in, words

TEXTS = {
    "a transcript": (
        "DUNN: Why was it late?\n\nVOHN: It had no fuel.\n\nDUNN: And now?",
        [("DUNN", "Why was it late?"), ("VOHN", "It had no fuel."), ("DUNN", "And now?")],
    ),
    "a name and a quotation": ("Mara Vohn: “It had no fuel.”", [("Mara Vohn", "“It had no fuel.”")]),
    "one name alone may be a heading": ("Mara Vohn: a life at sea", []),
    "labels": ("Update: It is late.\n\nUpdate: It has come.\n\nPhoto: The quay.", []),
    "a signed quotation": ("“It had no fuel.” — Mara Vohn", [("Mara Vohn", "“It had no fuel.”")]),
    "a dash that goes on": ("“It had no fuel.” — so she said, and left the hall in the rain before the vote.", []),
    "a name alone behind a quotation": ("“It had no fuel.” Mara Vohn, Ph.D.", [("Mara Vohn", "“It had no fuel.”")]),
    "a name on the line beneath": ("“It had no fuel.”\n\nMara Vohn, M.D.", [("Mara Vohn", "“It had no fuel.”")]),
    "a sentence beneath": ("“It had no fuel.”\n\nMara Vohn left.", []),
    "a post with its author beneath": (
        "It has its critics.\n\nOh no, another ferry without fuel today.\n\n— Mara Vohn (@maravohn) May 3, 2019",
        [("Mara Vohn", "Oh no, another ferry without fuel today.")],
    ),
    "emoji behind the author's name": (
        "It has its critics.\n\nOh no, another ferry today.\n\n— Mara E. Vohn 🏳️‍🌈 (@maravohn) November 13, 2019",
        [("Mara E. Vohn", "Oh no, another ferry today.")],
    ),
    "a dash without an account": ("Another ferry came today without fuel.\n\n— Mara Vohn was there", []),
    "a headline that begins with a quotation": (
        "“I was the captain”: Mara Vohn tells all",
        [("Mara Vohn", "“I was the captain”")],
    ),
    "repeated labels are no speakers": ("Federal: Health and tax.\n\nLocal: Guns.\n\nFederal: Roads and rail.", []),
    "repeated datelines are no speakers": (
        "LONDON: It rained.\n\nTOLLAN: It rained.\n\nLONDON: It rained.",
        [("TOLLAN", "It rained.")],
    ),
    "initials of people in the article": (
        "Mara Vohn has sailed for years.\n\nDB: Why?\n\nMV: I like the sea.\n\nDB: And now?",
        [("DB", "Why?"), ("Mara Vohn", "I like the sea."), ("DB", "And now?")],
    ),
    "initials": ("J. Dunn: Why?\n\nM. Vohn: No fuel.\n\nJ. Dunn: And now?",
                 [("J. Dunn", "Why?"), ("M. Vohn", "No fuel."), ("J. Dunn", "And now?")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), TEXTS.values(), ids=TEXTS)
def test_lines(text: str, lines: list[tuple[str, str]]) -> None:
    found = script_lines(blocks_in(text), entities_in(text))
    assert [tuple(words(text, line.mention, line.content)) for line in found if line.content] == lines
    assert [line.block for line in found] == sorted(line.block for line in found)


def test_answers_are_the_interviewed_persons_and_questions_nobodys() -> None:
    text = "Mara Vohn on ferries\n\nQ: Was it late?\n\nA: It had no fuel.\n\nQ: And now?\n\nA: We sail at dawn."
    found = script_lines(blocks_in(text), entities_in(text))
    assert [tuple(words(text, line.mention, line.content)) for line in found] == [
        ("-", "-"),
        ("Mara Vohn", "It had no fuel."),
        ("-", "-"),
        ("Mara Vohn", "We sail at dawn."),
    ]

"""Lines of transcripts and signed quotations: speech that the page itself ascribes."""

import pytest

from index.attribution.linking.scripts import script_lines
from tests.attribution.prose import blocks_in, words

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
    "initials": ("J. Dunn: Why?\n\nM. Vohn: No fuel.\n\nJ. Dunn: And now?",
                 [("J. Dunn", "Why?"), ("M. Vohn", "No fuel."), ("J. Dunn", "And now?")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), TEXTS.values(), ids=TEXTS)
def test_lines(text: str, lines: list[tuple[str, str]]) -> None:
    found = script_lines(blocks_in(text))
    assert [tuple(words(text, line.mention, line.content)) for line in found] == lines
    assert [line.block for line in found] == sorted(line.block for line in found)

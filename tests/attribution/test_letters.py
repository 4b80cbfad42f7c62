"""Letters from readers, in the words of who signed them."""

import pytest

from index.attribution.linking.letters import letters
from tests.attribution.prose import blocks_in, entities_in, words

PIER, BUS = "The pier leaks. I fell in.", "My wife waited. The bus never came."
TEXTS = {
    "a page": (
        f"Letters to the Editor\n\nPiers\n\n{PIER}\n\nMara Vohn, Lower Tollan\n\nBuses\n\n{BUS}\n\nJo Dunn\n\nTollan",
        [("Mara Vohn", PIER), ("Jo Dunn", BUS)],
    ),
    "paragraphs": (
        f"Your letters\n\nThe pier\n\n{PIER}\n\n{BUS}\n\n— Mara Vohn, Tollan",
        [("Mara Vohn", BUS), ("Mara Vohn", PIER)],
    ),
    "one letter": (f"Letter: Mend the pier\n\nThe pier\n\n{PIER}\n\nMARA VOHN, Harbour Road", [("MARA VOHN", PIER)]),
    "salutations are nobody's words": (
        f"Tell us\n\nThis week\n\nSIR – {PIER}\n\nMara Vohn, Tollan\n\nDear Winnie: {BUS}\n\n— Late Again in Tollan",
        [("Mara Vohn", PIER), ("Late Again in Tollan", BUS)],
    ),
    "an editor's note is none": (
        f"Letters to the Editor\n\nThe pier\n\n(It is mended.)\n\n{PIER}\n\nMara Vohn, Tollan",
        [("Mara Vohn", PIER)],
    ),
    "a name that is withheld": (f"Readers’ letters\n\nThe pier\n\n{PIER}\n\nName and address supplied", [("-", PIER)]),
    "headings and sentences sign nothing": (
        f"Letters to the Editor\n\nThe pier\n\n{PIER}\n\nThe Bus That Never Came\n\n{BUS}\n\nMara Vohn, I hear, fell.",
        [],
    ),
    "no page of letters": (f"The pier is shut\n\nIt leaks\n\n{PIER}\n\nMara Vohn, Tollan\n\n{BUS}\n\nJo Dunn", []),
    "a letter in the news": (f"Letter shows pier was unsafe\n\nIt leaks\n\n{PIER}\n\nMara Vohn, Tollan", []),
}


@pytest.mark.parametrize(("text", "found"), TEXTS.values(), ids=TEXTS)
def test_letters(text: str, found: list[tuple[str, str]]) -> None:
    lines = letters(blocks_in(text), entities_in(text))
    assert [tuple(words(text, line.mention, line.content)) for line in lines] == found

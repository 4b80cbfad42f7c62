"""Documents that speak, under one name each."""

import pytest

from index.attribution.coreference.papers import introduced_documents
from index.attribution.coreference.resolve import name_speakers
from index.attribution.linking.drafts import Link
from tests.attribution.prose import entities_in, marked, words


def _named(prose: str) -> list[str | None]:
    text, spans = marked(prose)
    links = [Link((span,), None, span, None, "") for span in spans["<"]]
    return [speaker and speaker.name for speaker in name_speakers(entities_in(text), links)]


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("According to <a March slideshow obtained by the Tollan Echo>, it shut. <The presentation> says so.",
         ["March slideshow"] * 2),
        ("A new report released on Monday by Tollan University's Centre on Poverty is grim. <The report> says so.",
         ["new report released on Monday by Tollan University's Centre on Poverty"]),
        ("According to <a report in the Tollan Echo of Lowton>, it shut. <The report> says more.", ["Tollan Echo"] * 2),
        ("According to <an arrest affidavit obtained by our station>, he ran. <The document> says so.",
         ["arrest affidavit"] * 2),
        ("<A poll of 1,500 voters by Redmond> found so.", ["poll of 1,500 voters by Redmond"]),
        ("<A study published in the journal Salt Letters> found so. <The study> was short.",
         ["study published in the journal Salt Letters"] * 2),
        ("Four families sued in June. <The lawsuit> says so.", ["lawsuit"]),
        ("<The newspaper> says so.", [None]),
        ("A letter came. <A second letter> said more.", ["second letter"]),
    ],
)  # fmt: skip
def test_a_document_has_one_name(prose: str, names: list[str | None]) -> None:
    assert _named(prose) == names


def test_the_first_document_of_each_sort_is_remembered() -> None:
    text = "She sent a sharp letter to the board that nobody read. A survey found more. A poll by the Gazette did too."
    found = introduced_documents(text)
    assert {key: words(text, span)[0] for key, span in found.items()} == {
        "letter": "a sharp letter to the board",
        "poll": "A survey",
    }

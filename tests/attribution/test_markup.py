"""An annotated article as marked text."""

from index import annotate, mark_up, read_text


def test_every_attribution_is_marked_and_told_under_its_paragraph() -> None:
    article = read_text(
        "Toll to rise\n\n“It is folly,” said Ana Ruiz, the mayor.\n\nThe toll will rise, Ruiz told the Gazette."
    )
    assert mark_up(annotate(article)).splitlines() == [
        "(headline) Toll to rise",
        "",
        "[1 “It is folly,”] {1 said} <1 Ana Ruiz, the mayor>.",
        "    1 direct said: “Ana Ruiz, the mayor” is Ana Ruiz (person); cue “said”; rule frame",
        "",
        "[2 The toll will rise], <2 Ruiz> {2 told} the Gazette.",
        "    2 indirect said: “Ruiz” is Ana Ruiz (person), cited from Gazette; cue “told”; rule frame",
    ]


def test_prose_without_attributions_stays_as_it_is() -> None:
    text = "The quay was shut.\n\nIt opened again."
    assert mark_up(annotate(read_text(text, title=""))) == text + "\n"

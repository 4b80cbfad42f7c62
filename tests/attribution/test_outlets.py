"""Cited outlets: to whom it was told, by whom it is reported, and that an outlet's name is no speech."""

import pytest

from index.attribution.linking.outlets import cite, reported, without_names
from tests.attribution.prose import blocks_in, link_in, media_in, reading_of, words

CITED = {
    "told": ("<Ana Ruiz> {told} the Gazette that [the toll is folly].", "Gazette", "Ana Ruiz", ["the toll is folly"]),
    "told in what was taken for content": (
        "<Ana Ruiz> {told} the [Gazette that the toll is folly].",
        "Gazette",
        "Ana Ruiz",
        ["that the toll is folly"],
    ),
    "interview": (
        "[“It is folly,”] <Ana Ruiz> {said} in an interview with Radio Tollan.",
        "Radio Tollan",
        "Ana Ruiz",
        ["“It is folly,”"],
    ),
    "interview in another sentence": (
        "She gave an interview to Radio Tollan. [“It is folly,”] <Ana Ruiz> {said}.",
        None,
        "Ana Ruiz",
        ["“It is folly,”"],
    ),
    "aside": (
        "[The toll is folly], <Ana Ruiz> {said}, the Gazette reports.",
        "Gazette",
        "Ana Ruiz",
        ["The toll is folly"],
    ),
    "the outlet itself": (
        "The <Gazette> {called} the toll [“folly”].",
        "Gazette",
        "Gazette",
        ["“folly”"],
    ),
    "somebody else": ("<Ana Ruiz> {told} the Harbour Board that [it is folly].", None, "Ana Ruiz", ["it is folly"]),
}  # fmt: skip


@pytest.mark.parametrize(("prose", "outlet", "mention", "contents"), CITED.values(), ids=CITED)
def test_cited(prose: str, outlet: str | None, mention: str, contents: list[str]) -> None:
    text, link = link_in(prose)
    blocks = blocks_in(text)
    (cited,) = cite(reading_of(blocks), blocks, [link], media_in(text))
    assert words(text, cited.outlet) == [outlet or "-"]
    assert words(text, cited.mention) == [mention]
    assert words(text, *cited.content) == contents


def test_whom_an_outlet_reports_to_have_said_it_is_the_speaker() -> None:
    text, link = link_in("[Ana Ruiz said the toll was far too high for bakers], the <Gazette> {reported}.")
    blocks = blocks_in(text)
    (cited,) = cite(reading_of(blocks), blocks, [link], media_in(text))
    assert words(text, cited.mention, cited.outlet) == ["Ana Ruiz", "Gazette"]
    assert (words(text, *cited.content), cited.rule) == (["the toll was far too high for bakers"], "reported speech")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll will rise in May, reports the Gazette.", ("The toll will rise in May", "reports", "the Gazette")),
        ("The toll will rise in May, according to Radio Tollan.",
         ("The toll will rise in May", "according to", "Radio Tollan")),
        ("The toll will rise in May, the Gazette reports.", ("The toll will rise in May", "reports", "the Gazette")),
        ("The toll will rise in May, says the board.", None),
        ("The toll rises, reports Det. Nora Blake of the Gazette.", None),
    ],
)  # fmt: skip
def test_sentences_that_an_outlet_reports(text: str, expected: tuple[str, str, str] | None) -> None:
    found = reported(blocks_in(text), [], media_in(text))
    rows = [(words(text, *x.content)[0], *words(text, x.cue, x.mention)) for x in found]
    assert rows == ([expected] if expected else [])


def test_what_a_link_has_already_is_not_reported_again() -> None:
    text, link = link_in("[The toll will rise in May], {reports} the Gazette.")
    assert reported(blocks_in(text), [link], media_in(text)) == []


def test_an_outlets_name_is_not_what_was_said() -> None:
    text, named = link_in("The toll will rise, {reports} the [Harbour Gazette].")
    _, said = link_in("The toll will rise, {reports} the <Harbour Gazette>.[ ]")
    assert without_names([named, said], media_in(text)) == [said]

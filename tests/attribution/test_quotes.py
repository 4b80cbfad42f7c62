"""Whose a quotation is: each way in which the page ascribes it, apart from the others."""

import pytest

from index.attribution.linking.cuesearch import CueSearch
from index.attribution.linking.quotes import reconcile
from tests.attribution.prose import blocks_in, draft_in, reading_of, words

WAYS = {
    "verb and colon lead up": ("introducing", "Ana Ruiz scolded them and said: “Go home.”", "Ana Ruiz"),
    "no colon, no introduction": ("introducing", "Ana Ruiz said, “Go home.”", None),
    "a participle right before": ("adjacent", "Ana Ruiz came past the hall, saying, “Lower the toll.”", "Ana Ruiz"),
    "a participle further off": ("adjacent", "Chanting, the crowd went on. “Lower the toll.”", None),
    "a plain verb right before": ("direct", "When Otto Lind left, Ana Ruiz boasted, “I am smart.”", "Ana Ruiz"),
    "a noun that looks like a verb": ("adjacent", "Ana Ruiz called the ruling “far too high.”", None),
    "in her words": ("wording", "In Ana Ruiz’s words, “the toll is folly.”", "Ana Ruiz"),
    "put it so": ("putting", "As Ana Ruiz put it, “the toll is folly.”", "Ana Ruiz"),
    "called it so": ("calling", "Ana Ruiz called the plan “a folly”.", "Ana Ruiz"),
    "the sentence goes on to ascribe it": ("trailing", "“The toll is folly,” Ana Ruiz said.", "Ana Ruiz"),
    "the sentence has ended": ("trailing", "“The toll is folly.” Ana Ruiz said so.", None),
    "a thought goes on": ("trailing", "“The toll is folly,” Ana Ruiz thought.", None),
    "a verb leads up": ("leading", "Ana Ruiz said the toll was “far too high.”", "Ana Ruiz"),
    "another sentence does not": ("leading", "Ana Ruiz said so. The toll is “far too high.”", None),
}


@pytest.mark.parametrize(("way", "text", "mention"), WAYS.values(), ids=WAYS)
def test_ways_to_ascribe_a_quotation(way: str, text: str, mention: str | None) -> None:
    blocks = blocks_in(text)
    draft = getattr(CueSearch(reading_of(blocks), blocks, 0, [[]]), way)(blocks[0].quotations[0])
    assert (words(text, draft.mention)[0] if draft is not None else None) == mention


def test_the_block_before_announces_a_quotation() -> None:
    text = "Ana Ruiz made this comment:\n\n“The toll is folly.”"
    blocks = blocks_in(text)
    search = CueSearch(reading_of(blocks), blocks, 1, [[], []])
    draft = search.announcing(blocks[1].quotations[0])
    assert draft is not None
    assert words(text, draft.mention) == ["Ana Ruiz"]
    assert search.drafts_of[0] == [draft]


@pytest.mark.parametrize(
    ("prose", "contents"),
    [
        # All of a quotation, though only a part of it was found.
        ("“The [toll is folly],” <Ana Ruiz> {said}.", ["“The toll is folly,”"]),
        # The next sentence's quotation, too.
        ("[“It is folly,”] <Ana Ruiz> {said}. “We will not pay.”", ["“It is folly,”", "“We will not pay.”"]),
        # Scare quotes are nobody's speech.
        ("<Ana Ruiz> {said} [the toll was high]. The “folly” stays.", ["the toll was high"]),
        # Joined by "and".
        ("<Ana Ruiz> {called} it [“a folly”] and “a shame”.", ["“a folly”", "“a shame”"]),
    ],
)
def test_a_quotation_goes_whole_to_its_draft(prose: str, contents: list[str]) -> None:
    text, block, draft = draft_in(prose)
    drafts_of = [[draft]]
    reconcile(reading_of((block,)), (block,), 0, drafts_of)
    assert drafts_of == [[draft]]
    assert words(text, *draft.contents) == contents

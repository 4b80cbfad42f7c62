"""The second stage as a whole: contents tied to cue and mention, each quotation to one cue, only the outermost kept."""

import pytest

from index.attribution.linking.drafts import draft_of
from index.attribution.linking.link import link
from index.attribution.tagger.frames import Frame, Range
from tests.attribution.prose import blocks_in, entities_in, reading_of, words

LINKS = {
    "quotation before its verb": (
        "“The ferry sails at dawn,” said Mara Vohn.",
        [(["“The ferry sails at dawn,”"], "said", "Mara Vohn")],
    ),
    "two quotations around the verb": (
        "“The ferry is late,” said Mara Vohn. “It will sail at dawn.”",
        [(["“The ferry is late,”", "“It will sail at dawn.”"], "said", "Mara Vohn")],
    ),
    "who spoke in the sentence before is no part of it": (
        "“The ferry is late,” she said. According to police, nobody was hurt.",
        [(["“The ferry is late,”"], "said", "she"), (["nobody was hurt"], "According to", "police")],
    ),
    "a dateline is not what was said": (
        "TOLLAN: The ferry sails again in June, Mara Vohn said on Monday.",
        [(["The ferry sails again in June"], "said", "Mara Vohn")],
    ),
    "a label says nothing": ("Rovers: Mara Vohn missed her third straight match with a sprain.", []),
    "one that is apposed": (
        "According to Mara Vohn, one of the founders, the ferry is safe.",
        [(["the ferry is safe"], "According to", "Mara Vohn, one of the founders")],
    ),
    "one that is not": (
        "According to AFP, one user of the net posted it, which is rare.",
        [(["one user of the net posted it, which is rare"], "According to", "AFP")],
    ),
    "a dateline says nothing": (
        "TOLLAN: The mayor, Mara Vohn, said on Monday that the ferry would sail again.",
        [(["the ferry would sail again"], "said", "The mayor, Mara Vohn,")],
    ),
    "what follows the comma is what the league said": (
        "According to the league, the average crowd is 415.",
        [(["the average crowd is 415"], "According to", "the league")],
    ),
    "an apposition belongs to the name": (
        "According to Mara Vohn, who owns it, the ferry was late.",
        [(["the ferry was late"], "According to", "Mara Vohn, who owns it")],
    ),
    "a participle shares the mention before it": (
        "Mara Vohn said the ferry was late, adding that the engine had failed twice.",
        [
            (["the ferry was late"], "said", "Mara Vohn"),
            (["the engine had failed twice"], "adding", "Mara Vohn"),
        ],
    ),
    "another speaker takes the turn": (
        "Mara Vohn said the ferry was safe, but engineers said that it was not.",
        [(["the ferry was safe"], "said", "Mara Vohn"), (["it was not"], "said", "engineers")],
    ),
    "what is reported inside a quotation is its speaker's": (
        "“My brother said the ferry was late,” said Mara Vohn.",
        [(["“My brother said the ferry was late,”"], "said", "Mara Vohn")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LINKS.values(), ids=LINKS)
def test_links(text: str, expected: list[tuple[list[str], str, str]]) -> None:
    blocks = blocks_in(text)
    found = link(reading_of(blocks), blocks, entities_in(text))
    assert [(words(text, *x.content), *words(text, x.cue, x.mention)) for x in found] == expected


def test_links_come_in_the_order_of_the_text_and_name_their_rule() -> None:
    text = "Mara Vohn said the ferry was late.\n\nDUNN: Why was it late?\n\nVOHN: It had no fuel.\n\nDUNN: And now?"
    blocks = blocks_in(text)
    found = link(reading_of(blocks), blocks, entities_in(text))
    assert [x.content[0].start for x in found] == sorted(x.content[0].start for x in found)
    assert [x.rule for x in found] == ["frame", "transcript line", "transcript line", "transcript line"]


@pytest.mark.parametrize(
    ("text", "cue", "mention", "expected"),
    [
        ("Said Ellis: the ferry was late.", "Said Ellis :", None, ("Said", "Ellis")),
        ("Ruiz was asked whether the ferry was late.", "was asked", "Ruiz", ("was asked", "-")),
        ("Ruiz asked whether the ferry was late.", "asked", "Ruiz", ("asked", "Ruiz")),
        ("It came late to the said hour.", "said", "to the", ("said", "-")),
        ("Nobody came. Ruiz said so.", "said", "Nobody came . Ruiz", ("said", "Ruiz")),
        ("Then said Det. Ruiz so.", "said", "Det . Ruiz", ("said", "Det. Ruiz")),
    ],
)
def test_a_draft_mends_what_a_frame_took_for_its_mention(
    text: str, cue: str, mention: str | None, expected: tuple[str, str]
) -> None:
    (block,) = blocks_in(text)

    def place(part: str) -> Range:
        wanted = tuple(part.split())
        at = next(i for i in range(len(block.tokens)) if block.tokens.text[i : i + len(wanted)] == wanted)
        return Range(at, at + len(wanted))

    draft = draft_of(Frame(0, place(cue), place(mention) if mention else None, ()), block, "frame")
    assert tuple(words(text, draft.cue, draft.mention)) == expected

"""Blocks: where sentences stop, where quotations stand, and of what kind a content is."""

import pytest

from index import Act, ContentKind, read_text
from index.attribution.blocks import Quoting, blocks_of, content_kind, cue_act
from index.attribution.quotations import find_quotations
from index.text.segmentation import split_sentences
from tests.attribution.prose import blocks_in, marked


@pytest.mark.parametrize(
    ("text", "last_words"),
    [
        ("The gate was open. Nobody saw it.", ["open .", "it ."]),
        ("Det. Nora Blake met Cllr. Imre Sandoval. They left.", ["Sandoval .", "left ."]),
        ("It opened on Feb. 3 at No. 7. Few came.", ["7 .", "came ."]),
        ("Ana R. Reyes asked. Why? Nobody knew!", ["asked .", "Why ?", "knew !"]),
        ("He flew to the U.S. The talks failed.", ["the U.S.", "failed ."]),
        ("He waited ... and left.", ["left ."]),
        ("He waited… then he left…", ["left …"]),
        ("“It is over.” He left.", ["over .", "left ."]),
        ("“Why?” she asked.", ["asked ."]),
        ("A line without an end", []),
    ],
)
def test_a_token_stops_where_a_sentence_ends(text: str, last_words: list[str]) -> None:
    (block,) = blocks_in(text)
    tokens = block.tokens.text
    assert [f"{tokens[at - 1]} {tokens[at]}" for at, stops in enumerate(block.stops) if stops] == last_words


def test_every_token_knows_where_it_stands_towards_quotation_marks() -> None:
    (block,) = blocks_in("“We sail,” she said.")
    assert list(zip(block.tokens.text, block.quoting, strict=True)) == [
        ("“", Quoting.OPENING),
        ("We", Quoting.INSIDE),
        ("sail", Quoting.INSIDE),
        (",", Quoting.INSIDE),
        ("”", Quoting.CLOSING),
        ("she", Quoting.OUTSIDE),
        ("said", Quoting.OUTSIDE),
        (".", Quoting.OUTSIDE),
    ]


def test_only_answerable_paragraphs_become_blocks() -> None:
    article = read_text("The quay\n\nBy Ada Lint\n\nThe quay is “shut” today.\n\nIt was “full” before.")
    sentences = split_sentences(article)
    blocks = blocks_of(article, sentences, find_quotations(article, sentences))
    assert [block.tokens.text[0] for block in blocks] == ["The", "The", "It"]
    assert [len(block.quotations) for block in blocks] == [0, 1, 1]


@pytest.mark.parametrize(
    ("prose", "kind"),
    [
        ("[“We sail at dawn,”] she said.", ContentKind.DIRECT),
        ("She said [that they sail at dawn].", ContentKind.INDIRECT),
        ("She said [they “sail at dawn” if the wind holds].", ContentKind.MIXED),
        ("She said [that “they sail at dawn”].", ContentKind.DIRECT),
    ],
)
def test_a_content_is_direct_where_its_words_are_quoted(prose: str, kind: ContentKind) -> None:
    text, spans = marked(prose)
    (block,) = blocks_in(text)
    assert content_kind(block, spans["["]) is kind


@pytest.mark.parametrize(
    ("cue", "act"),
    [("said", Act.SAID), ("believes", Act.THOUGHT), ("hopes to", Act.INTENDED), ("according to", Act.SAID),
     ("thought and said", Act.SAID), ("Hoped", Act.INTENDED)],
)  # fmt: skip
def test_a_cue_reports_the_act_of_its_verb(cue: str, act: Act) -> None:
    assert cue_act(cue.split()) is act

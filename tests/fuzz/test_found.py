"""What fuzzing, the benchmark and the proofs found, each as a small example."""

import json
import re
import sys
from itertools import pairwise

import pytest
from click.testing import CliRunner

from index import Article, Sandbox, annotate, open_library, read_bytes, read_text
from index.attribution.blocks import Block, blocks_of
from index.attribution.quotations import find_quotations
from index.cli import cli
from index.text import segmentation
from index.text.segmentation import split_sentences
from tests.fuzz.counting import lines_run
from tests.fuzz.families import FAMILIES
from tests.fuzz.holding import annotation_holds
from tests.reading.pdfs import drawn, line, pdf


def _blocks(article: Article) -> tuple[Block, ...]:
    sentences = split_sentences(article)
    return blocks_of(article, sentences, find_quotations(article, sentences))


def test_half_a_character_is_printed_as_it_came() -> None:
    record = json.dumps({"id": "a", "text": "\ud800Toll\n\n“We sail,” she said."})
    result = CliRunner().invoke(cli, ["annotate", "--jsonl"], input=record)
    assert result.exception is None
    assert json.loads(result.stdout)["title"] == "\ud800Toll"


def test_an_endless_paragraph_is_attributed_in_blocks() -> None:
    text = "“We sail at dawn,” said Mara Vohn. The quay is shut. " * 300
    article = read_text(text, title="")
    blocks = _blocks(article)
    assert len(blocks) > 1
    assert max(len(block.tokens) for block in blocks) <= 1_000
    assert max(len(block.quotations) for block in blocks) <= 64
    for before, after in pairwise(blocks):
        assert before.stops[-1]
        assert before.tokens.end[-1] <= after.tokens.start[0]
    annotated = annotate(article)
    annotation_holds(annotated)
    said = [a for a in annotated.attributions if article.text[a.outer.start :].startswith("“We sail at dawn,”")]
    assert len(said) > 290
    assert {a.speaker for a in said} == {"Mara Vohn"}


def test_a_quotation_over_several_blocks_goes_on() -> None:
    text = "“" + "We sail at dawn and come back at noon. " * 250 + "So be it,” said Mara Vohn."
    blocks = _blocks(read_text(text, title=""))
    first, second = blocks[0].quotations[0], blocks[1].quotations[0]
    assert (first.continues, first.open, second.continues) == (False, True, True)
    assert not blocks[-1].quotations[-1].open
    annotation_holds(annotate(read_text(text, title="")))


def test_an_endless_sentence_is_parted_at_white_space() -> None:
    for text in ("the ferry and the quay " * 1_000, "a" * 10_000, "a " + "b" * 10_000):
        article = read_text(text, title="")
        sentences = split_sentences(article)
        assert max(len(sentence.span) for sentence in sentences) <= 4_000
        annotation_holds(annotate(article))


@pytest.mark.parametrize("family", ["she said, in one", "one sentence"])
def test_a_message_is_compared_with_so_much_of_an_endless_sentence(
    family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segmentation, "_MOST", 200)
    monkeypatch.setattr(sys.modules["index.tracing.places"], "_SAID", 2)
    counts = []
    for size in (4_000, 12_000):
        with open_library(None) as library:
            library.add(read_text(FAMILIES[family](size), title="Ferry"))
            library.trace("“The ferry sails.”")
            counts.append(lines_run(lambda: library.trace("“The ferry and the quay sail at dawn,” she said.")).total())
    assert counts[1] < 2 * counts[0]


def test_a_table_that_is_none_and_a_blank_heading_are_prose(sandbox: Sandbox) -> None:
    text = "# " + " " * 50 + "\n\n" + "|" * 50 + "a\n\n# Toll # rises ##\n\nThe toll rises."
    assert read_bytes(text.encode(), "a.md", sandbox).title == "Toll # rises"


def test_comments_before_a_page_are_skipped(sandbox: Sandbox) -> None:
    page = (
        "<!-- a --><!--- b ---><!-- -- -->\n<html><body><p>The ferry sails at dawn, the captain said.</p></body></html>"
    )
    assert read_bytes(page.encode(), "a", sandbox).text == "The ferry sails at dawn, the captain said."


def test_words_that_lines_break_are_joined_one_by_one(sandbox: Sandbox) -> None:
    lines = [line(72, 700 - 12 * at, 11, f"the long-standing quay is the har{'-' * (at % 2)}") for at in range(6)]
    lines[1::2] = [line(72, 700 - 12 * at, 11, "bour that every mariner knows is long-") for at in (1, 3, 5)]
    lines.append(line(72, 700 - 12 * 6, 11, "standing and wide."))
    text = read_bytes(pdf([drawn(lines)]), "a.pdf", sandbox).text
    assert "long-standing and wide." in text
    assert not re.search(r"-\s", text)

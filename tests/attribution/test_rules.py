"""What sentences and plain verbs correct in a draft."""

import pytest

from index.attribution.blocks import blocks_of
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import (
    agreed,
    is_no_report,
    keep_to_sentence,
    leave_topic,
    overlooked,
    reach_back,
    sentence_of,
)
from index.attribution.quotations import find_quotations
from index.attribution.tagger.frames import Frame, Range, Tagged
from index.reading import read_text
from index.text.segmentation import split_sentences
from tests.attribution.prose import blocks_in, draft_in, entities_in, marked, reading_of, words


def test_a_frame_is_turned_round_where_the_first_stage_says_so() -> None:
    sentence, said, mayor = Range(0, 4), Range(5, 6), Range(6, 8)  # "The ferry sails again, said the mayor"
    frame = Frame(0, said, sentence, ())
    turned = agreed(frame, Tagged((said,), (sentence,), (mayor,)))
    assert (turned.mention, turned.contents) == (mayor, (sentence,))
    assert agreed(frame, Tagged((said,), (sentence,), ())) is frame
    assert agreed(frame, Tagged((said,), (), (sentence,))) is frame


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("left", "They left ."), ("Blake", "It rained on Det . Blake ."), ("end", "No end")],
)
def test_the_sentence_of_a_token(word: str, sentence: str) -> None:
    (block,) = blocks_in("It rained on Det. Blake. They left. No end")
    first, last = sentence_of(block, block.tokens.text.index(word))
    assert " ".join(block.tokens.text[first:last]) == sentence


@pytest.mark.parametrize(
    ("prose", "contents"),
    [
        ("<Ruiz> {said} [the gate was shut]. [It rained.]", ["the gate was shut"]),
        ("<Ruiz> {said} [the gate was shut]. [“It rained.”]", ["the gate was shut", "“It rained.”"]),
        ("<Ruiz> {spoke}. [It rained.]", ["It rained."]),  # it has nothing else
    ],
)
def test_other_sentences_are_the_writers(prose: str, contents: list[str]) -> None:
    text, block, draft = draft_in(prose)
    keep_to_sentence(block, draft)
    assert words(text, *draft.contents) == contents


@pytest.mark.parametrize(
    ("prose", "contents"),
    [
        ("Prices will rise, [after sales fell], <it> {said} on Tuesday.", ["Prices will rise, after sales fell"]),
        ("TOLLAN - Prices will rise, [after sales fell], <it> {said}.", ["Prices will rise, after sales fell"]),
        ("TOLLAN: Prices will rise, [after sales fell], <it> {said}.", ["Prices will rise, after sales fell"]),
        ("Prices will rise, [after sales fell], <it> {warned} on Tuesday.", ["after sales fell"]),
        ("It “will rise”, [after sales fell], <it> {said}.", ["after sales fell"]),
    ],
)
def test_a_closing_cue_reports_its_whole_sentence(prose: str, contents: list[str]) -> None:
    text, block, draft = draft_in(prose)
    reach_back(block, draft, [draft])
    assert words(text, *draft.contents) == contents


@pytest.mark.parametrize(
    ("prose", "nothing"),
    [
        ("<The crowd> {stood outside} [the hall].", True),
        ("<The crowd> {stood outside} [the hall with lamps and flags].", False),
        ("<The crowd> {shouted} [the name].", False),
        ("<The crowd> {held up} [“the name”].", False),
    ],
)
def test_the_object_of_a_verb_that_reports_nothing_is_no_report(prose: str, nothing: bool) -> None:
    _, block, draft = draft_in(prose)
    assert is_no_report(block, draft) is nothing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the ferry sails again.", [("said", "The mayor", ["the ferry sails again"])]),
        ("“He said it was late,” she wrote.", []),  # quoted, so it is no verb of the writer's
        ("The bridge, they point out, was shut to all.", [("point out", "they", ["The bridge", "was shut to all"])]),
        ("The bridge, Ana Ruiz adds, was shut.", [("adds", "Ana Ruiz", ["The bridge", "was shut"])]),
        ("However, they point out, no.", []),
    ],
)
def test_every_plain_verb_of_saying_is_asked_about(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    (block,) = blocks_in(text)
    drafts = []
    overlooked(reading_of((block,)), 0, block, drafts)
    assert [(*words(text, d.cue, d.mention), words(text, *d.contents)) for d in drafts] == expected


def test_the_next_sentence_has_its_own_subject() -> None:
    text, block, draft = draft_in("Ruiz, a teacher, {urged} them [to go]. <Her aide, Bo Marsh>, left.")
    keep_to_sentence(block, draft)
    assert words(text, draft.mention) == ["Ruiz"]


def test_a_country_that_ends_the_sentence_is_part_of_what_was_said() -> None:
    text, block, draft = draft_in("<Ruiz> {said} on Friday that they would all fly home to the U.S.")
    overlooked(reading_of((block,)), 0, block, [draft])
    assert words(text, *draft.contents) == ["that they would all fly home to the U.S."]


@pytest.mark.parametrize(
    ("headline", "mention"),
    [
        ("[“We sail again”]{:} <Owner’s joy as the ferry docks in Tarn>", None),
        ("[“We sail again”]{:} <ferry owner>", "ferry owner"),
        ("[“We sail again”]{:} <Ana Ruiz on the ferry, the quay and Tarn>", "Ana Ruiz on the ferry, the quay and Tarn"),
    ],
)
def test_what_a_headline_is_about_says_nothing(headline: str, mention: str | None) -> None:
    text, spans = marked(headline + "\n\nAna Ruiz left on Monday.")
    article = read_text(text)
    sentences = split_sentences(article)
    block = blocks_of(article, sentences, find_quotations(article, sentences))[0]
    draft = LinkDraft(0, spans["{"][0], spans["<"][0], spans["["], "frame")
    leave_topic(block, draft, entities_in(text, title=None))
    assert words(text, draft.mention) == [mention or "-"]

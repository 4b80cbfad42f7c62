"""Passages: verbatim, cut where sentences end, with the attribution that fits the question."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import AnnotatedArticle, Attribution, Span, annotate, read_text
from index.ranking.passages import LONGEST, choose, passage, show, widen
from index.text.terms import stems_of

TOLL = """Toll on the bridge rises

“It is too high,” said Rhea Olsen, a baker. “We will drive around. We will tell our friends. Nobody asked us.”

Mayor Ines Calder warned that the toll could double, but harbour master Bo Marsh said that it would fall by winter.

The bridge was built of green stone.
"""
PIECES = st.sampled_from(
    [
        "“It is too high,” said Rhea Olsen, a baker.",
        "“We will drive around. We will not pay. Not once!”",
        "Mayor Ines Calder told Radio Tollan that she had voted against it.",
        "“Why us?” she asked, and left.",
        "The harbour board said the toll would rise to $4.50 at 5 p.m. on Monday.",
        "According to the Tollan Courier, 61% of drivers objected 🚗.",
        "“An unclosed quotation goes on. And on.",
        "Dr. A. J. Peña-Øst called it “a joke”; others did not.",
        "Sign up for our newsletter.",
        "e\u0301tudes — «Non», a dit le maire.",
    ]
)
ARTICLES = st.lists(st.lists(PIECES, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5).map("\n\n".join)


def place_of(annotated: AnnotatedArticle, words: str) -> int:
    at = annotated.article.text.index(words)
    return next(n for n, s in enumerate(annotated.sentences) if s.span.start <= at < s.span.end)


def said_at(annotated: AnnotatedArticle, place: int) -> list[Attribution]:
    return [annotated.attributions[i] for i in annotated.attributions_by_sentence().get(place, ())]


def shown(annotated: AnnotatedArticle, words: str, question: str) -> tuple[str, str | None]:
    place = place_of(annotated, words)
    best = choose(annotated, annotated.sentences[place], said_at(annotated, place), stems_of(question))
    found = passage(annotated, widen(annotated, place, best), best, 1.0)
    return found.text, found.speaker


def test_a_sentence_of_a_quotation_brings_the_rest_of_it() -> None:
    text, speaker = shown(annotate(read_text(TOLL)), "We will tell", "Will they tell their friends?")
    assert text.endswith("“We will drive around. We will tell our friends. Nobody asked us.”")
    assert speaker == "Rhea Olsen"


def test_a_sentence_that_nobody_said_stands_alone() -> None:
    text, speaker = shown(annotate(read_text(TOLL)), "green stone", "What is the bridge built of?")
    assert (text, speaker) == ("The bridge was built of green stone.", None)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Could the toll double?", "Ines Calder"),
        ("Will it fall by winter?", "Bo Marsh"),
        ("What did Marsh say?", "Bo Marsh"),
        ("What did Calder say?", "Ines Calder"),
    ],
)
def test_of_two_speakers_of_a_sentence_the_one_that_is_asked_about_is_shown(question: str, speaker: str) -> None:
    assert shown(annotate(read_text(TOLL)), "could double", question)[1] == speaker


def test_a_quotation_too_long_to_show_is_cut_to_the_sentence() -> None:
    middle = "We will take the second ferry home."
    long = " ".join(["The toll is far too high for anybody who bakes bread here."] * 8)
    annotated = annotate(read_text(f"“{long} {middle} {long}” said Rhea Olsen, a baker."))
    place = place_of(annotated, middle)
    best = choose(annotated, annotated.sentences[place], said_at(annotated, place), ["ferri"])
    assert best is not None
    assert best.speaker == "Rhea Olsen"
    span = widen(annotated, place, best)
    assert annotated.article.text[span.start : span.end] == middle


def test_of_equal_attributions_the_first_is_chosen_and_of_none_none() -> None:
    annotated = annotate(read_text(TOLL))
    place = place_of(annotated, "It is too high")
    (said,) = [a for a in said_at(annotated, place) if a.speaker == "Rhea Olsen"][:1]
    twin = [said, Attribution(**{name: getattr(said, name) for name in said.__slots__} | {"rule": "another"})]
    sentence = annotated.sentences[place]
    assert choose(annotated, sentence, twin, ["high"]) is said
    assert choose(annotated, sentence, twin[::-1], ["high"]) is twin[1]
    assert choose(annotated, sentence, [], ["high"]) is None


@given(ARTICLES, st.sampled_from(["toll", "What did Rhea Olsen say?", "Who objected?", "mayor Radio Tollan"]))
def test_every_passage_is_verbatim_and_made_of_whole_sentences(text: str, question: str) -> None:
    annotated = annotate(read_text(text))
    starts = {s.span.start for s in annotated.sentences}
    ends = {s.span.end for s in annotated.sentences}
    for place, sentence in enumerate(annotated.sentences):
        best = choose(annotated, sentence, said_at(annotated, place), stems_of(question))
        found = passage(annotated, widen(annotated, place, best), best, 0.0)
        assert found.text == text[found.span.start : found.span.end]
        assert found.span.holds(sentence.span)
        assert found.span.start in starts
        assert found.span.end in ends
        assert found.span == sentence.span or len(found.span) <= LONGEST
        assert found.mention is None or found.mention in text


@given(ARTICLES)
def test_attributions_stand_at_the_sentences_that_their_content_shares(text: str) -> None:
    annotated = annotate(read_text(text))
    of = annotated.attributions_by_sentence()
    for place, sentence in enumerate(annotated.sentences):
        sharing = [n for n, a in enumerate(annotated.attributions) if any(c.overlaps(sentence.span) for c in a.content)]
        assert of.get(place, []) == sharing


def test_a_passage_has_the_facts_of_its_article_and_attribution() -> None:
    annotated = annotate(read_text(TOLL, id="toll", outlet="Harbour Gazette", url="https://gazette.example/toll"))
    place = place_of(annotated, "It is too high")
    (said,) = [a for a in said_at(annotated, place) if a.speaker == "Rhea Olsen"][:1]
    found = passage(annotated, Span(0, 4), said, 2.5)
    assert (found.article_id, found.article_outlet, found.url) == (
        "toll",
        "Harbour Gazette",
        "https://gazette.example/toll",
    )
    assert (found.text, found.kind, found.act, found.score) == ("Toll", said.kind, said.act, 2.5)
    nobody = passage(annotated, Span(0, 4), None, 0.0)
    assert (nobody.speaker, nobody.speaker_type, nobody.mention, nobody.outlet, nobody.kind, nobody.act) == (None,) * 6


PIER = """The pier goes

Why does Tollan close its pier? The piles are rotten, the harbour board says.

The board sold the crane. That is because nobody could mend it.

What the skippers want:

A berth for every boat by May.

“We will row to Saltmere,” said Rhea Olsen, a baker. “We will sell bread there.” Bo Marsh laughed. “Let her row.”

“Who pays for the wreckers?” asked Rhea Olsen. “The town pays,” said Bo Marsh.
"""


@pytest.mark.parametrize(
    ("words", "reasons", "text"),
    [
        ("Why does", False, "Why does Tollan close its pier? The piles are rotten, the harbour board says."),
        ("sold the crane", True, "The board sold the crane. That is because nobody could mend it."),
        ("sold the crane", False, "The board sold the crane."),
        ("skippers want", False, "What the skippers want:\n\nA berth for every boat by May."),
        ("row to", False, "“We will row to Saltmere,” said Rhea Olsen, a baker. “We will sell bread there.”"),
        ("sell bread", False, "“We will row to Saltmere,” said Rhea Olsen, a baker. “We will sell bread there.”"),
        ("Who pays", False, "“Who pays for the wreckers?” asked Rhea Olsen."),
        ("The piles", True, "The piles are rotten, the harbour board says."),
    ],
)
def test_a_sentence_is_widened_to_its_answer_but_never_to_what_another_said(
    words: str, reasons: bool, text: str
) -> None:
    annotated = annotate(read_text(PIER))
    span, _ = show(annotated, place_of(annotated, words), lambda at: said_at(annotated, at), ["pier"], reasons=reasons)
    assert annotated.article.text[span.start : span.end] == text


def test_an_answer_behind_a_colon_tells_who_gave_it() -> None:
    annotated = annotate(
        read_text("The pier goes\n\nRhea Olsen, a baker, went on:\n\n“We will row. We will sell bread.”")
    )
    span, best = show(annotated, place_of(annotated, "went on"), lambda at: said_at(annotated, at), ["baker"])
    assert annotated.article.text[span.start : span.end].endswith("We will sell bread.”")
    assert best is not None
    assert best.speaker == "Rhea Olsen"


def test_a_heading_in_quotation_marks_ends_a_quotation() -> None:
    annotated = annotate(
        read_text("The pier goes\n\n“We will row,” said Rhea Olsen, a baker.\n\n“A tub for two”\n\nBo Marsh laughed.")
    )
    (said,) = (a for a in annotated.attributions if a.speaker == "Rhea Olsen")
    heading = annotated.sentences[place_of(annotated, "A tub")].span
    longer = replace(said, content=(said.content[0], heading))
    span = widen(annotated, place_of(annotated, "We will row"), longer)
    assert annotated.article.text[span.start : span.end] == "“We will row,” said Rhea Olsen, a baker."


def test_what_would_be_too_long_with_its_answer_is_shown_alone() -> None:
    long = "The piles of Tollan are rotten, " + "and the planks are soft, " * 24 + "the board says."
    assert len(long) > LONGEST
    annotated = annotate(read_text(f"The pier goes\n\nWhy does Tollan close its pier? {long}"))
    span, _ = show(annotated, place_of(annotated, "Why does"), lambda at: said_at(annotated, at), ["pier"])
    assert annotated.article.text[span.start : span.end] == "Why does Tollan close its pier?"

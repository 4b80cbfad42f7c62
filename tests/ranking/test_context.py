"""Context: what a passage can't be understood without, and nothing where it is clear alone."""

import pytest
from hypothesis import given

from index import ANSWERABLE, Span, annotate, read_text
from index.ranking.context import MOST, below, context_of
from index.ranking.passages import show
from index.text.terms import stems_of
from tests.ranking.test_passages import ARTICLES, place_of

LEAD = "The harbour board of Tollan will close the green ferry pier in May, its chair Bo Marsh said on Monday."
PIER = "The pier was built in 1911 for the herring fleet of Tollan."


def context(text: str, words: str, question: str = "") -> list[str]:
    """What is shown beside the passage that has `words`, for a question."""
    annotated = annotate(read_text(text))
    by_sentence = annotated.attributions_by_sentence()
    span, best = show(
        annotated,
        place_of(annotated, words),
        lambda place: [annotated.attributions[n] for n in by_sentence.get(place, ())],
        stems_of(question),
    )
    return [text[beside.start : beside.end] for beside in context_of(annotated, span, best)]


@pytest.mark.parametrize(
    "passage",
    [
        "But the crane stays.",
        "However, nobody has been told what comes after it.",
        "Nobody has been told, however, what comes after it.",
        "It cost the town four hundred thousand crowns.",
        "On Sunday it leaned over the water by half a metre.",
        "Its planks came from a wrecked barque.",
        "They loved the smell of the nets.",
        "This worried the skippers of Tollan for years.",
        "Those planks came from a wrecked barque.",
        "Such piers are dear to keep.",
        "The latter was sold for firewood.",
        "Both were sold for firewood.",
        "Others wanted it painted red.",
        "Because the worms had eaten every pile.",
        "Many of them came from a wrecked barque.",
        "The skippers of Tollan did not.",
        "Not so.",
        "That summer the skippers of Tollan went on strike.",
        "The decision was taken behind closed doors.",
        "He would not say who pays for the wreckers.",
        "“It is a wound,” said Rhea Olsen, a baker.",
        "“She never asked the skippers about the wreckers,” said Rhea Olsen, a baker.",
        "“Well, I think that was the last good pier on the coast,” said Rhea Olsen, a baker.",
        "Rhea Olsen, a baker, said that it smelled of tar and herring.",
        "“Neither do I,” said Rhea Olsen, a baker.",
    ],
)
def test_what_leans_on_the_sentence_before_brings_it(passage: str) -> None:
    words = passage.partition("”")[0][-12:]
    assert context(f"The pier goes\n\n{LEAD} {PIER} {passage}", words) == [PIER]


@pytest.mark.parametrize(
    "passage",
    [
        "The Saltmere yard will break up its timbers and sell the iron.",
        "“We will miss the pier,” said Rhea Olsen, a baker.",
        "“I learned to swim off its green steps, and so did my mother,” said Rhea Olsen, a baker.",
        "Rhea Olsen, a baker, said she would miss the pier in winter.",
        "“The skippers never paid for their berths,” he said.",
        "He said the skippers never paid for their berths.",
        "It is clear that the skippers of Tollan never paid.",
        "It was Rhea Olsen who painted the pier green.",
        "It takes two years to break up a pier like Tollan's.",
        "So far nobody has paid for the berths of the fleet.",
        "Because of the worms, the Saltmere yard will not buy the timber.",
        "Instead of money, the Saltmere yard offers bread.",
        "This week the Saltmere yard will fetch the crane.",
        "Those who rent a berth must leave by April, the Saltmere yard says.",
        "Both Tollan and Saltmere have bid for the crane.",
        "Such as it is, the crane goes to Saltmere.",
        "After her swim, Rhea Olsen bought the crane.",
    ],
)
def test_what_is_clear_alone_brings_nothing(passage: str) -> None:
    words = passage.partition("”")[0][-12:]
    assert context(f"The pier goes\n\n{LEAD} {PIER} {passage}", words) == []


def test_a_speaker_whom_the_attribution_names_needs_no_telling() -> None:
    text = f"{LEAD}\n\nMarsh met the skippers in May. He said the skippers of Tollan owe nine years of rent."
    assert context(text, "nine years") == []


def test_the_sentence_before_may_stand_in_the_paragraph_before_and_headings_are_left_out() -> None:
    text = f"The pier goes\n\n{LEAD}\n\n{PIER}\n\nWhat comes next\n\nIts planks came from a wrecked barque.\n\nThe end."
    assert context(text, "planks") == [PIER]


def test_what_leans_itself_brings_one_more_sentence() -> None:
    text = f"{LEAD}\n\nA barque ran aground at Tollan. It lay there for years.\n\nIts planks became the pier."
    assert context(text, "planks") == ["A barque ran aground at Tollan.", "It lay there for years."]


def test_where_the_sentences_before_lean_as_well_the_lead_introduces() -> None:
    text = (
        "The pier goes\n\nA barque ran aground at Tollan.\n\nIt was old. It lay there for years. It rotted slowly.\n\n"
        "Its planks became the pier."
    )
    assert context(text, "planks") == ["A barque ran aground at Tollan.", "It rotted slowly."]


def test_the_man_brings_where_a_man_was_introduced() -> None:
    text = f"{LEAD}\n\nA young welder fell off the pier on Sunday. {PIER}\n\nThe welder, 23, broke an arm."
    assert context(text, "broke an arm") == ["A young welder fell off the pier on Sunday."]


def test_what_begins_with_an_ellipsis_brings_the_paragraph_before() -> None:
    assert context(f"{LEAD}\n\n{PIER}\n\n… and the worms had eaten every pile.", "worms") == [PIER]


def test_an_answer_brings_what_was_asked() -> None:
    text = f"{LEAD}\n\nWho pays for the wreckers?\n\n“The skippers pay for the wreckers, every crown,” said Bo Marsh."
    assert context(text, "every crown") == ["Who pays for the wreckers?"]


def test_the_rest_of_a_long_quotation_brings_the_sentence_before() -> None:
    before = "Nobody on the board has ever carried a crate of herring over that pier at four in the morning."
    asked = "The wreckers of Saltmere have never touched oak so hard."
    text = f"{LEAD}\n\n“{' '.join([before] * 6)} {asked} {' '.join([before] * 2)}” said Rhea Olsen, a baker."
    assert context(text, "touched oak", "What have the wreckers never touched?") == [before]


def test_a_sentence_too_long_is_not_brought() -> None:
    long = f"The pier of Tollan, which {'was painted green and then red and ' * 13}stood in the fog."
    assert len(long) > MOST
    assert context(f"{LEAD} {long} It cost the town four hundred crowns.", "crowns") == []


def test_headlines_and_captions_have_no_context() -> None:
    text = f"But it was green once\n\n{LEAD}\n\n{PIER}"
    assert context(text, "green once") == []


def test_for_a_heading_the_sentence_below_it_is_shown() -> None:
    annotated = annotate(read_text(f"The pier goes\n\n{LEAD}\n\nWhy it matters\n\n{PIER}\n\nNobody came."))
    place = place_of(annotated, "Why it")
    assert below(annotated, place, ["matter"]) == place + 1
    assert below(annotated, place + 1, ["matter"]) == place + 1


def test_for_a_line_that_asks_what_stands_below_it_is_shown() -> None:
    annotated = annotate(
        read_text(f"The pier goes\n\n{LEAD}\n\nWho pays for the wreckers of it?\n\n{PIER} Did it rot?")
    )
    asked = place_of(annotated, "Who pays")
    assert below(annotated, asked, ["pay"]) == asked + 1
    within = place_of(annotated, "Did it rot")
    assert below(annotated, within, ["rot"]) == within


@pytest.mark.parametrize(("headline", "leads"), [("Tollan board to close pier", True), ("Pier shut “a crime”", False)])
def test_for_a_headline_the_lead_is_shown_if_it_tells_the_same(headline: str, leads: bool) -> None:
    annotated = annotate(read_text(f"{headline}\n\n{LEAD}\n\n{PIER}", title=headline))
    assert below(annotated, 0, ["pier"]) == int(leads)
    assert below(annotated, 0, ["pier", "close"] if leads else ["crime"]) == int(leads)


@given(ARTICLES)
def test_context_is_whole_sentences_before_the_passage_and_short(text: str) -> None:
    annotated = annotate(read_text(text))
    sentences = {sentence.span: sentence.kind for sentence in annotated.sentences}
    by_sentence = annotated.attributions_by_sentence()

    for place in range(len(annotated.sentences)):
        span, best = show(annotated, place, lambda at: [annotated.attributions[n] for n in by_sentence.get(at, ())], ())
        found = context_of(annotated, span, best)
        assert len(found) <= 2
        assert sum(map(len, found)) <= MOST
        assert list(found) == sorted(found)
        assert all(sentences[beside] in ANSWERABLE for beside in found)
        assert not any(beside.overlaps(span) for beside in found)
        assert all(beside.end <= span.start for beside in found)
        assert context_of(annotated, Span(span.start, span.start + 1), best) in ((), found) or len(span) > 1

"""Follow-ups: what a question that means nothing alone takes from the passage that it was asked about."""

from collections.abc import Iterator

import pytest

from index import Filters, Library, Passage, Span, open_library, read_text
from index.search.followups import Aim, follow_up, people_near

TOLL = """Toll on Tollan Bridge rises

The toll on the bridge of Tollan will rise to 4 crowns on Monday, the harbour board said.

“It is too high for bakers,” said Rhea Olsen, who owns three shops in Tollan. “We will drive around by the old ford.”

Bo Marsh, the harbour master, replied that the ford had been closed since 1994.

“Somebody will drown there,” Marsh said. “I will not pull out another van.”

Olsen called this “nonsense”. She said the ford was safe in a dry summer.

The board wants the toll because the bridge needs new bearings, which cost nine million crowns.

“Nobody asked the shops,” Olsen added.
"""
FERRY = """Ferry sails again

“The ferry of Saltmere sails at dawn,” said Rhea Olsen, who bakes for the crew.

Ada Lind, the captain, said the ford of Saltmere was closed as well.
"""


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with open_library(None) as library:
        library.add(read_text(TOLL, id="toll"))
        library.add(read_text(FERRY, id="ferry"))
        yield library


def passage_with(library: Library, words: str, text: str = TOLL, article: str = "toll") -> Passage:
    """The sentences of the paragraph that begins with `words`."""
    start = text.index(words)
    return library.passage_at(article, Span(start, text.index("\n", start)))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("and what did she say then?", "Olsen called this “nonsense”."),
        ("what else did Olsen say", "Olsen called this “nonsense”."),
        ("and then?", "Olsen called this “nonsense”."),
        ("what did he reply", "Bo Marsh, the harbour master, replied that the ford had been closed since 1994."),
        ("who else?", "Bo Marsh, the harbour master, replied that the ford had been closed since 1994."),
        ("when was that?", "Bo Marsh, the harbour master, replied that the ford had been closed since 1994."),
        ("did she say anything about the shops", "“Nobody asked the shops,” Olsen added."),
        (
            "so what do the bearings cost?",
            "The board wants the toll because the bridge needs new bearings, which cost nine million crowns.",
        ),
        ("why?", "The board wants the toll because the bridge needs new bearings, which cost nine million crowns."),
        (
            "who said that?",
            (
                "“It is too high for bakers,” said Rhea Olsen, who owns three shops in Tollan. “We will drive "
                "around by the old ford.”"
            ),
        ),
    ],
)
def test_speaker_topic_and_article_come_from_the_passage(library: Library, question: str, answer: str) -> None:
    after = passage_with(library, "“It is")
    assert library.ask(question, after=after).passages[0].text == answer


@pytest.mark.parametrize(
    "question",
    [
        "When does the ferry of Saltmere sail?",
        "What did Ada Lind say about the ford?",
        "Is it true that the ferry sails at dawn?",
        "What did Olsen say about her crew?",
        "How long does it take to sail to Saltmere?",
        "Who owns the ferry that sails at dawn?",
    ],
)
def test_a_question_that_stands_alone_is_answered_as_ever(library: Library, question: str) -> None:
    after = passage_with(library, "“It is")
    assert follow_up(question, after, ()) is None
    assert library.ask(question, after=after).passages == library.ask(question).passages


def test_what_was_shown_is_not_shown_again_and_other_articles_come_behind(library: Library) -> None:
    after = passage_with(library, "“It is")
    found = library.ask("what else did she say?", after=after, limit=9).passages
    assert not any(p.article_id == "toll" and p.span.overlaps(after.span) for p in found)
    articles = [passage.article_id for passage in found]
    assert articles == sorted(articles, reverse=True)
    assert {*articles} == {"toll", "ferry"}
    assert {passage.speaker for passage in found} == {"Rhea Olsen"}
    scores = [passage.score for passage in found]
    assert scores == sorted(scores, reverse=True)


def test_somebody_else_may_be_asked_about(library: Library) -> None:
    assert library.ask("and Marsh?", after=passage_with(library, "“It is")).passages[0].speaker == "Bo Marsh"


def test_filters_hold_for_a_follow_up(library: Library) -> None:
    after = passage_with(library, "“It is")
    found = library.ask("what else did she say?", Filters(article_id="ferry"), after=after).passages
    assert {passage.article_id for passage in found} == {"ferry"}


def test_without_the_passage_the_same_question_finds_less(library: Library) -> None:
    assert not library.ask("why?").passages


def test_a_pronoun_is_the_speaker_if_it_fits_else_another_whom_it_is_known_to_fit(library: Library) -> None:
    annotated = library.show("toll")
    by_olsen, by_marsh = passage_with(library, "“It is"), passage_with(library, "“Somebody")

    def meant(question: str, after: Passage) -> str | None:
        found = follow_up(question, after, people_near(annotated, after))
        assert found is not None
        return found.speaker

    assert meant("what did she say", by_olsen) == "Rhea Olsen"
    assert meant("what did she say", by_marsh) == "Rhea Olsen"
    assert meant("and her shops?", by_marsh) == "Rhea Olsen"
    assert meant("what did they say", by_marsh) == "Bo Marsh"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("what did she say about her shops", "what did Rhea Olsen say about Rhea Olsen’s shops"),
        ("and did he warn her?", "did he warn Rhea Olsen?"),
        ("is her van safe?", "is Rhea Olsen’s van safe?"),
    ],
)
def test_the_name_stands_for_its_pronouns(library: Library, question: str, asked: str) -> None:
    found = follow_up(question, passage_with(library, "“It is"), ())
    assert found is not None
    assert found.question == asked


def test_an_article_that_is_gone_leaves_the_question_as_it_is() -> None:
    with open_library(None) as library:
        library.add(read_text(TOLL, id="toll"))
        library.add(read_text(FERRY, id="ferry"))
        after = passage_with(library, "“It is")
        library.removals.remove("toll", by="Ada")
        assert library.ask("what did the captain say?", after=after).passages
        assert follow_up("why?", after, ()) is not None
        assert library.ask("why?", after=after).passages == ()


def test_of_a_passage_that_nobody_said_only_the_topic_is_taken(library: Library) -> None:
    after = passage_with(library, "The board wants")
    found = follow_up("what about that?", after, ())
    assert found is not None
    assert (found.aim, {"bear", "million"} <= {*found.topic}) == (Aim.TOPIC, True)

"""Any question, name or message gets an answer, a reason for silence, or the one error that is documented."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Filters, InvalidRequestError, Library, open_library, read_text
from index.ranking.query import understand, unknown_names
from index.text.terms import stems_of, terms_of
from tests.fuzz import pieces
from tests.fuzz.effort import chosen, examples
from tests.fuzz.families import FAMILIES, HARDEST
from tests.fuzz.holding import answer_holds, passage_holds

_QUESTIONS = pieces.prose | st.text(max_size=40)


def odd_library() -> Library:
    """Prose of invented people beside an article of each of the hardest families."""
    library = open_library(None)
    library.add(
        read_text(
            "Ferry sails again\n\nBy Mara Vohn\n\n“We sail at dawn, whatever the weather,” said Ebo Tarn, the harbour "
            "master. Mayor Ines Quell told the Gazette that the quay costs $4 million.\n\nPolice said no."
        )
    )
    for name in HARDEST:
        library.add(read_text(FAMILIES[name](300), title=name, outlet="Gazette"))
    return library


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with odd_library() as library:
        yield library


@examples(100)
@given(pieces.prose)
def test_terms_are_words_of_the_text(text: str) -> None:
    terms = list(terms_of(text))
    assert all(term.stem and not term.stem.isspace() for term in terms)
    assert [term.stem for term in terms] == stems_of(text)


@examples(100)
@given(_QUESTIONS, st.booleans())
def test_any_question_is_understood(text: str, known: bool) -> None:
    question = understand(text, lambda _: known)
    stems = [stem for stem, _ in question.terms]
    assert len(set(stems)) == len(stems)
    assert {stem for stem, _ in question.content} <= {*stems}
    assert set(question.stems) == {*stems}
    assert all(name.strip() for name in unknown_names(text, lambda _: known))


@examples(50)
@given(_QUESTIONS, st.none() | pieces.prose, st.none() | pieces.prose)
def test_any_question_is_answered(library: Library, question: str, speaker: str | None, outlet: str | None) -> None:
    try:
        answer = library.ask(question, Filters(speaker=speaker, outlet=outlet))
    except InvalidRequestError:
        return
    answer_holds(answer)
    for passage in answer.passages:
        passage_holds(passage, library.show(passage.article_id).article)


@examples(40)
@given(_QUESTIONS, st.none() | pieces.prose)
def test_any_name_has_quotes_or_none(library: Library, name: str, about: str | None) -> None:
    try:
        quotes = library.quotes(name, about=about, limit=20)
    except InvalidRequestError:
        return
    assert (quotes.abstained is None) == bool(quotes.passages)
    for passage in quotes.passages:
        passage_holds(passage, library.show(passage.article_id).article)


@examples(40)
@given(_QUESTIONS)
def test_any_message_is_traced(library: Library, message: str) -> None:
    try:
        traces = library.trace(message)
    except InvalidRequestError:
        return
    assert 1 <= len(traces) <= 3
    for trace in traces:
        assert (trace.likeness is None) == (trace.passage is None)
        for passage in (*([trace.passage] if trace.passage else []), *trace.also):
            passage_holds(passage, library.show(passage.article_id).article)


@pytest.mark.parametrize("family", chosen(HARDEST[::4], FAMILIES))
def test_each_family_is_traced_and_asked(library: Library, family: str) -> None:
    message = FAMILIES[family](4_000)
    assert library.trace(message)
    answer_holds(library.ask(message[:2_000].strip() or "?"))


@examples(40)
@given(_QUESTIONS)
def test_anything_may_be_typed_for_a_name(library: Library, typed: str) -> None:
    assert len(library.people_like(typed, 25)) <= 25
    assert len(library.articles_like(typed, 25)) <= 25
    assert len(library.outlets_like(typed, 25)) <= 25

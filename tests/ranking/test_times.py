"""The years and days that a question names: what is older, or of another day, cannot tell of them."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Library, SilenceReason, open_library, read_text

_ELECTION = """Orla Tveit wins the Hafen race

Orla Tveit won the election for mayor of Hafen on Sunday with 54 percent of the vote.

"I will pave the harbour road by 2027," Tveit said. Her term ends in the spring.
"""
_STORM = """Storm takes the roof off the Marlow mill

Nine people were taken to hospital after Tuesday's storm in Marlow, the council said. The mill lost its roof.
"""
_TRIAL = """Miller tells court of the storm

The storm of February 3 broke the mill in Marlow, its owner told the court. Two people were hurt, he said.
"""
_UNDATED = """Ferry fares rise

Fares on the Tollan ferry rise by four crowns, the harbour company said.
"""


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with open_library(None) as library:
        library.add(read_text(_ELECTION, id="election", published=date(2022, 3, 21)))
        library.add(read_text(_STORM, id="storm", published=date(2022, 10, 12)))
        library.add(read_text(_TRIAL, id="trial", published=date(2023, 9, 14)))
        yield library


def _from(library: Library, question: str) -> set[str]:
    return {passage.article_id for passage in library.ask(question, limit=10).passages}


@pytest.mark.parametrize(
    "question",
    ["who won the election in hafen in 2026", "Who won the 2029 Hafen election?", "did Tveit win the race on June 8"],
)
def test_an_article_of_another_time_does_not_tell_of_one_that_it_does_not_name(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert not answer.passages
    assert answer.silence is not None
    assert answer.silence.reason is SilenceReason.NO_DATES


@pytest.mark.parametrize(
    "question",
    [
        "who won the election in hafen in 2022",
        "who won the hafen election in 2023?",  # last year's article may speak of next year
        "who won the Hafen election on March 20",
        "who won the hafen election on 20 mar",
        "who won the election in hafen in 2019",  # later articles tell of earlier years
        "will Tveit pave the harbour road by 2027",
    ],
)
def test_one_of_that_time_does_and_one_that_names_it(library: Library, question: str) -> None:
    assert "election" in _from(library, question)


@pytest.mark.parametrize("day", ["february 3", "Feb. 3", "the 3rd of february", "Feb 3rd"])
def test_a_day_leads_to_the_article_that_names_it(library: Library, day: str) -> None:
    assert _from(library, f"how many people were hurt in the {day} storm in marlow") == {"trial"}


def test_an_article_without_a_date_may_tell_of_any_time() -> None:
    with open_library(None) as library:
        library.add(read_text(_UNDATED, id="fares"))
        assert _from(library, "by how much did the tollan ferry fares rise in 2031") == {"fares"}


@pytest.mark.parametrize("number", ["$2029", "2029%", "2,029 crowns", "12029"])
def test_a_sum_is_no_year(library: Library, number: str) -> None:
    silence = library.ask(f"did the storm in Marlow cost {number}").silence
    assert silence is None or silence.reason is not SilenceReason.NO_DATES

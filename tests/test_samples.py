"""The bundled samples are read whole, with their front matter, and answer questions with their speakers."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from bot.i18n.wording import Language, Wordings
from index import Library, open_samples, shared_encoder
from index.model.article import ParagraphKind
from index.ranking.vectors import quantised_from
from index.samples import annotated_samples, sample_articles, sample_vectors
from tests.samples import annotated, encoded


@pytest.fixture(scope="module")
def samples() -> Iterator[Library]:
    with open_samples() as library:
        yield library


def test_every_sample_has_its_headline_author_date_and_outlet() -> None:
    articles = sample_articles()
    assert len(articles) >= 7
    for article in articles:
        assert article.title
        assert article.authors
        assert article.published
        assert article.paragraphs[0].kind in {ParagraphKind.HEADLINE, ParagraphKind.BOILERPLATE}
    assert len({article.outlet for article in articles}) == len(articles)


def test_the_vectors_that_are_shipped_are_of_the_encoder_that_is_shipped() -> None:
    """Of each sentence one; another processor rounds a little otherwise."""
    model, made = shared_encoder().digest(), encoded(shared_encoder())
    assert model is not None
    shipped = sample_vectors(model)
    assert shipped.keys() == made.keys(), "python -m tests.samples"
    for name, saved in shipped.items():
        both = made[name], saved.content
        ours, theirs = (quantised_from(each, len(each) // 388).rows.astype(float) for each in both)
        cosines = (ours * theirs).sum(1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)
        assert cosines.min() > 0.99


def test_with_the_encoder_the_samples_are_asked_by_meaning() -> None:
    with open_samples(encoder=shared_encoder()) as samples:
        assert samples.complete() == 0
        assert not samples.ask("Who invented the telephone?").passages
        assert samples.ask("Why do the boats lie still?").passages


def test_what_is_shipped_is_what_the_code_finds() -> None:
    assert annotated_samples() == annotated(), "a sample or the attribution changed: python -m tests.samples"


@pytest.mark.parametrize(
    ("question", "speaker", "outlet"),
    [
        ("What did Nowicka tell Radio Meridian about the cracks?", "Ewa Nowicka", "Radio Meridian"),
        ("Who blamed cheap steel?", "Ewa Nowicka", "Radio Meridian"),
        ("Who has 40 tonnes of pears?", "Selim Aydin", None),
        ("What did the ministry say about hospital patients?", "Ministry of Fisheries and Ports", None),
        ("Who said nobody told them the reading room was on the list?", "Henrik Vasse", None),
        ("Who said the department had counted the same tracks twice?", "Lena Strand", None),
        ("What did Ashgrove tell Channel 9?", "Tom Ashgrove", "Channel 9"),
        ("Who borrowed her first book there in 1951?", "Vera Solano", None),
        ("Who sings from a corporate box?", "Pilar Montoya", None),
        ("What did Anton Breck tell the jury?", "Anton Breck", None),
        ("Who opened the hives in front of the police?", "Per Oduya", None),
        ("What did the mayor of Osterby say about the statement?", "Agneta Holm", None),
        ("What did Thorne tell Radio Oster?", "Rasmus Thorne", "Radio Oster"),
        ("What did Orsina Falk say about the librarian post?", "Orsina Falk", None),
    ],
)
def test_a_question_is_answered_by_whom_it_asks_about(
    samples: Library, question: str, speaker: str, outlet: str | None
) -> None:
    best = samples.ask(question).passages[0]
    assert best.speaker == speaker
    assert outlet is None or best.outlet == outlet


@pytest.mark.parametrize("language", Language)
def test_the_question_that_help_gives_goes_on_from_an_answer(samples: Library, language: Language) -> None:
    (example,) = re.findall(r"\*(and [^*]+\?)\*", Wordings().of(language)("help-members"))
    said = samples.ask("Who blamed cheap steel?").passages[0]
    best = samples.ask(example, after=said).passages[0]
    assert (best.speaker, best.text) == ("Ewa Nowicka", "She promised a public inquiry.")


def test_what_no_sample_tells_is_met_with_silence(samples: Library) -> None:
    answer = samples.ask("What did Orsolya Vance say about the asteroid?")
    assert not answer.passages
    assert answer.abstained == "No article here mentions Orsolya Vance."


def test_nobody_is_a_fragment_of_a_sentence(samples: Library) -> None:
    for person in samples.people():
        assert ". " not in person.name
        assert "," not in person.name

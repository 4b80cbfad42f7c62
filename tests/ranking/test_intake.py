"""Articles become documents of the fields: sentences with who said them, paragraphs, and what describes people."""

from dataclasses import replace

import pytest

from index import AnnotatedArticle, annotate, read_text
from index.model.article import Act, Attribution, ContentKind, Paragraph, ParagraphKind, Sentence, Span, SpeakerType
from index.ranking.descriptions import DescriptionTerms
from index.ranking.fields import Fields
from index.ranking.intake import Intake

BODY = ParagraphKind.BODY


def fields_of(*articles: AnnotatedArticle) -> Fields:
    fields = Fields()
    intake = Intake(fields.vocabulary)
    for annotated in articles:
        fields.add(annotated.article.id, intake.read(annotated, DescriptionTerms(annotated)))
    return fields


def in_sentences(*sentences: str, between: str = " ") -> AnnotatedArticle:
    """An article of one paragraph that was split just so."""
    text = between.join(sentences)
    bare = annotate(read_text(text, id="one"))
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + len(between)
    article = replace(bare.article, text=text, title="", paragraphs=(Paragraph(Span(0, len(text)), BODY),))
    return AnnotatedArticle(article, tuple(Sentence(span, BODY) for span in spans), ())


@pytest.mark.parametrize(
    ("sentences", "between", "term"),
    [
        (("They need 5", "million boats."), " ", "5m"),
        (("The pier clo", "sed at noon."), "", "close"),
        (("It rains.", "It pours."), " ", "pour"),
    ],
)
def test_a_paragraph_has_its_own_words_however_it_is_split(sentences: tuple[str, ...], between: str, term: str) -> None:
    assert fields_of(in_sentences(*sentences, between=between)).paragraphs.knows(term)


def test_what_lies_between_sentences_is_of_the_paragraph_alone() -> None:
    fields = fields_of(in_sentences("It rains.", "It pours.", between=" Loudly "))
    assert fields.paragraphs.knows("loud")
    assert not fields.sentences.knows("loud")


@pytest.mark.parametrize(
    "name",
    ["Ada Lind", "Ada “Red” Lind", "Ada (Red) Lind", "Ada K. Lind", "Ada\u00a0Lind"],
)
def test_whoever_is_named_in_full_is_described(name: str) -> None:
    article = quoting("Ada Lind", f"Lindsay met a diver. {name}, a harbour pilot, spoke.")
    assert DescriptionTerms(article).called("Ada Lind")[-2:] == ("harbour", "pilot")


def test_nobody_is_described_by_what_is_said_of_a_longer_name() -> None:
    article = quoting("Ada Lind", "Ada Linden, a harbour pilot, spoke; so did Bada Lind, a diver.")
    assert DescriptionTerms(article).called("Ada Lind") == ()


def quoting(speaker: str, text: str) -> AnnotatedArticle:
    """An article in which that speaker, whom no words mention, says all."""
    article = in_sentences(text)
    said = Attribution(
        (Span(0, len(text)),), None, None, speaker, SpeakerType.PERSON, None, ContentKind.INDIRECT, Act.SAID, "by hand"
    )
    return replace(article, attributions=(said,))

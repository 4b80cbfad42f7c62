"""Sentences: newsroom abbreviations, quotations kept whole, paragraphs never crossed, no text lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import read_text
from index.model.article import ParagraphKind
from index.text.segmentation import split_sentences

PROSE = {
    "titles": ["Mr. Lund met Dr. A. B. Hale and Sen. Ruiz.", "They agreed."],
    "countries": ["The U.S. Senate sat late.", "It rose at 5 p.m. on Friday."],
    "country-ends": ["He flew to the U.S.", "The talks failed."],
    "hour-ends": ["It began at 5 p.m.", "The vote was close."],
    "dates": ["It opened on Feb. 14 and closed on Sept. 3.", "Few came."],
    "decimals": ["Prices rose 4.5 percent to $1.2 million.", "Wages did not."],
    "initials": ["J. K. Marsh and U. N. Owen own it.", "Nobody else does."],
    "company": ["Acme Inc. said so.", "Its rival, Bolt Co., did not."],
    "company-ends": ["She works for Acme Inc.", "He does not."],
    "street": ["They live on St. Mary's Ave. in Tollan.", "The house is old."],
    "number": ["Car No. 7 won.", "It was red."],
    "question-inside": ["“Why?” she asked.", "“Because,” he said."],
    "exclamation-inside": ["“Stop!” cried the guard.", "Nobody did."],
    "closing-mark": ["“It is over.”", "He left."],
    "closing-straight": ['"It is over."', "He left."],
    "closing-single": ["‘It is over.’", "He left."],
    "closing-latex": ["``It is over.''", "He left."],
    "two-inside": ["“It is over.", "Go home,” he said."],
    "ellipsis": ["He waited ... and left.", "Nobody came."],
    "ellipsis-character": ["He waited… and left.", "Nobody came."],
    "bracket": ["It rained.", "(It always does.)", "They stayed."],
    "and-so-on": ["Nets, ropes, etc. were lost.", "The crew was not."],
    "versus": ["Rovers vs. City drew.", "Both were glad."],
    "latin": ["Some fish, e.g. cod, are scarce.", "Others, i.e. eels, are gone."],
    "state": ["He is from Tollan, Calif. and proud of it.", "She is not."],
    "middle-initial": ["Ana R. Reyes spoke.", "Nobody heard."],
    "suffix": ["Bo Marsh Jr. spoke.", "His father did not."],
    "no-final-stop": ["He left.", "She stayed"],
    "spaced-ellipsis": ["“I was . . . late,” he said.", "Nobody came."],
    "joined-initials": ["Mr. and Mrs. J.R. Marsh came.", "They left."],
    "degree-ends": ["She has a Ph.D.", "She teaches."],
    "month-ends": ["The rate fell to 3 percent in Jan.", "The bank was glad."],
    "state-ends": ["They met in St. Louis, Mo.", "They married there."],
    "word-like-an-abbreviation": ["The answer was no.", "Voters left.", "They sat in the sun.", "Rain fell."],
    "quoted-no": ["Was it him?", "“No.”", "She laughed."],
    "letter-ends": ["It holds vitamin C.", "They need it."],
    "initial-before-short-name": ["Min J. So spoke.", "Nobody heard."],
    "circa": ["He was born c. 1920.", "He died in 1999."],
    "ranks": ["Gen. A. Voss and Lt. Col. B. Ray met Rep. C. Dole.", "They agreed."],
    "ranks-in-full": ["Det. Nora Blake and Cllr. Imre Sandoval met Pfc. D. Munk.", "Insp. Roe did not."],
    "ship": ["He was put in the brig.", "The crew slept."],
    "address": ["Visit www.gazette.example.", "It is free."],
    "nested-marks": ["“He told me ‘go.’”", "She left."],
    "dash": ["“I did not,” he said — then paused — “but they did.”", "She nodded."],
}


@pytest.mark.parametrize("expected", PROSE.values(), ids=PROSE)
def test_prose(expected: list[str]) -> None:
    article = read_text(" ".join(expected), title="")
    assert [article.text[s.span.start : s.span.end] for s in split_sentences(article)] == expected


def test_a_paragraph_ends_a_sentence_whatever_it_ends_with() -> None:
    article = read_text("He said to Mr.\n\nLund that\n\nit was over", title="")
    assert [article.text[s.span.start : s.span.end] for s in split_sentences(article)] == [
        "He said to Mr.",
        "Lund that",
        "it was over",
    ]


def test_a_captions_credit_is_its_own_sentence() -> None:
    text = "Head\n\nBy Ada Lint\nWaves break over the pier on Friday.   (AP Photo/Ines Calder)\n\nIt closed. It opened."
    article = read_text(text)
    found = [(s.kind, article.text[s.span.start : s.span.end]) for s in split_sentences(article)]
    assert found[2:] == [
        (ParagraphKind.CAPTION, "Waves break over the pier on Friday."),
        (ParagraphKind.CAPTION, "(AP Photo/Ines Calder)"),
        (ParagraphKind.BODY, "It closed."),
        (ParagraphKind.BODY, "It opened."),
    ]


WORDS = st.sampled_from(
    ["said", "Mr.", "U.S.", "p.m.", "Feb.", "4.5", "the", "The", "He", ".", "...", "?", "!", "“", "”", '"', "'", "’",
     "‘", "(", ")", "a", "I", "\n", "\n\n", " ", "\u00a0", "é", "—", "Inc.", "…"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_sentences_are_in_order_inside_their_paragraph_and_lose_nothing(text: str) -> None:
    article = read_text(text)
    sentences = split_sentences(article)
    for before, after in pairwise(sentences):
        assert before.span.end <= after.span.start
    for sentence in sentences:
        words = article.text[sentence.span.start : sentence.span.end]
        assert words.strip() == words != ""
        assert any(p.span.holds(sentence.span) and p.kind is sentence.kind for p in article.paragraphs)
    whole = "".join(article.text[p.span.start : p.span.end] for p in article.paragraphs)
    parts = "".join(article.text[s.span.start : s.span.end] for s in sentences)
    assert "".join(parts.split()) == "".join(whole.split())


def test_a_sentence_longer_than_punkt_sees_at_once_is_kept() -> None:
    article = read_text("word " * 30_000 + "end.", title="")
    sentences = split_sentences(article)
    assert sum(len(s.span) for s in sentences) >= len(article.text) - len(sentences)

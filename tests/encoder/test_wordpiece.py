"""Pieces are those that the package `tokenizers` gives, whatever the text."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

import index.encoder
from index.encoder.wordpiece import WordPiece

VOCABULARY = Path(index.encoder.__file__).with_name("vocabulary.txt")


@cache
def ours() -> WordPiece:
    return WordPiece(VOCABULARY.read_text(encoding="utf-8").split("\n"))


@cache
def theirs() -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)


def parsed(text: str, most: int) -> list[int]:
    theirs().enable_truncation(most)
    found: list[int] = theirs().encode(text).ids
    return found


@pytest.mark.parametrize(
    "text",
    [
        "“We can’t wait,” said Maren Holt — the harbour-master’s deputy.",
        "Zoë Nowicką, São Tomé, Łódź, naïve, Straße, İzmir",
        "北京 and 東京: 한국어, ไทย, हिन्दी, العربية",
        "soft\u00adhyphen zero\u200bwidth no\u00a0break tab\tline\nnul\0 half\ud800",
        "unbelievablylongword" * 8,
        "$5.40 100% a_b ^^ `x` ~ <br> 🌳🌳",
        "",
    ],
)
def test_pieces_of_hard_words(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert ours().numbers(text, 128) == parsed(text, 128)


def _is_old(character: str) -> bool:
    """Whether Unicode 3.2 has it as Python's Unicode has."""
    return unicodedata.ucd_3_2_0.category(character) == unicodedata.category(character)


# Each has a version of Unicode, so only characters that any of them knows.
@given(st.text(st.characters(max_codepoint=0x2FFF).filter(_is_old), max_size=60), st.integers(4, 30))
def test_pieces_of_any_text(text: str, most: int) -> None:
    assert ours().numbers(text, most) == parsed(text, most)


def test_a_vocabulary_without_its_special_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match="CLS"):
        WordPiece(["[UNK]", "a"])

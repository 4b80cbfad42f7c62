"""Tokens with their offsets, and the words that are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.article import Span
from index.text.tokens import GAP, tokenise, words_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("She left.", ["She", "left", "."]),
        ("He flew to the U.S. at 7:30 a.m.", ["He", "flew", "to", "the", "U.S.", "at", "7:30", "a.m."]),
        ("It’s Ruiz's.", ["It", "’s", "Ruiz", "'s", "."]),
        ("don't", ["don", "'t"]),
        ("O’Hara’s well-known D'Souza", ["O’Hara", "’s", "well-known", "D'Souza"]),
        ("``Go,'' he said -- twice...", ["``", "Go", ",", "''", "he", "said", "--", "twice", "..."]),
        ("$1,200 (4.5%)", ["$", "1,200", "(", "4.5", "%", ")"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert list(tokenise(text, Span(0, len(text))).text) == tokens


def test_tokens_are_found_by_their_offsets() -> None:
    text = "Ana said so."
    tokens = tokenise(text, Span(4, len(text)))
    assert (tokens.text, [*tokens.start], [*tokens.end]) == (("said", "so", "."), [4, 9, 11], [8, 11, 12])
    assert tokens.span(0, 2) == Span(4, 11)
    assert tokens.part(1, 3).text == ("so", ".")
    assert [tokens.index(at) for at in (0, 4, 7, 8, 9, 12)] == [0, 0, 0, 1, 1, 3]
    assert tokens.range(Span(6, 10)) == (0, 2)
    assert tokens.range(Span(8, 9)) == (1, 1)


@given(st.text(max_size=100))
def test_no_mark_or_word_is_lost(text: str) -> None:
    tokens = tokenise(text, Span(0, len(text)))
    assert "".join(tokens.text) == "".join(text.split())
    for word, start, end in zip(tokens.text, tokens.start, tokens.end, strict=True):
        assert text[start:end] == word


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("It’s 1,200 %!", ["it's", "1200", "percent"]),
        ("We will [...] win … now", ["we", "will", GAP, "win", GAP, "now"]),
        ("CAFÉ “Ruiz´s”", ["café", "ruiz's"]),
        ("Ｗide", ["wide"]),
        (
            "“[W]e waited 30 min[ute]s, she say[s] [sic]”[a]",
            ["we", "waited", "30", "minute", "s", "she", "says", "sic", "a"],
        ),
    ],
)
def test_words_to_compare(text: str, forms: list[str]) -> None:
    words = words_of(text)
    assert [word.form for word in words] == forms
    assert [word.start for word in words] == sorted(word.start for word in words)


def test_words_of_a_part_keep_the_offsets_of_the_whole() -> None:
    (word,) = words_of("Ana said so.", 3, 8)
    assert (word.form, word.start, word.end) == ("said", 4, 8)

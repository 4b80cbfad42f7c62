import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.render.markdown import clean, escape, inline, link, plain, safe_url, units
from tests.bot.hostile import HOSTILE, hostile_text
from tests.bot.render.markdown_oracle import render


@given(hostile_text)
def test_escaped_text_is_shown_word_for_word_and_as_nothing_but_text(text: str) -> None:
    cleaned = clean(text)
    assert render(escape(cleaned)) == (cleaned, set())


@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_text_would_have_been_active_or_unclean_without_escaping(text: str) -> None:
    assert clean(text) != text or render(text) != (text, set())


@given(hostile_text)
def test_an_independent_markdown_parser_sees_only_text_too(text: str) -> None:
    cleaned = " ".join(clean(text).split())
    inline_token = MarkdownIt("commonmark").enable("strikethrough").parseInline(escape(cleaned))[0]
    children = inline_token.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == cleaned


@given(hostile_text)
def test_clean_is_idempotent_and_leaves_nothing_invisible_but_joiners(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    kinds = {unicodedata.category(c) for c in cleaned if c not in "\n\u200c\u200d"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(cleaned) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u2060\ufeff\u3164"
    )


@pytest.mark.parametrize(
    "text",
    [
        "“It’s over,” she said — at 10:30 p.m., for $1.50 (net) & 5% more!",
        "Ngũgĩ wa Thiong’o, Đặng Thị Ngọc Thịnh, José, שָׁלוֹם",
        "می‌خواهم",
        "क्‍ष and 👩‍👩‍👧 and ❤️",
        "10 000 km",
    ],
)
def test_clean_keeps_what_scripts_and_emoji_need(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("pay\u200bpal", "paypal"),
        ("a\u200db", "ab"),
        ("\u202eevil", "evil"),
        ("a\r\nb", "a \nb"),
        ("a\u2028b\x85c", "a b c"),
        ("e" + "\u0301" * 40, "e" + "\u0301" * 5),
    ],
)
def test_clean_drops_tricks(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(hostile_text, st.integers(min_value=2, max_value=60))
def test_plain_and_inline_are_one_line_within_their_limits(text: str, limit: int) -> None:
    line = plain(text, limit)
    assert "\n" not in line
    assert units(line) <= limit
    assert units(inline(text, limit)) <= 2 * limit
    assert render(inline(text, limit)) == (line, set())


def test_plain_marks_what_it_cut_and_never_parts_a_character_from_its_marks() -> None:
    assert plain("abcdef", 4) == "abc…"
    assert plain("ab" + "e\u0301" * 3, 4) == "ab…"
    assert plain("👩\u200d👩\u200d👧 family", 5) == "…"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://courier.example/a?b=c&d=%20#e", "https://courier.example/a?b=c&d=%20#e"),
        ("http://courier.example:8080/x", "http://courier.example:8080/x"),
        ("https://wiki.example/Salt_(sea)", "https://wiki.example/Salt_%28sea%29"),
        ("https://courier.example/größe", "https://courier.example/gr%C3%B6%C3%9Fe"),
        ("https://courier.example/a*b'c\"d<e>", "https://courier.example/a%2Ab%27c%22d%3Ce%3E"),
    ],
)
def test_safe_urls_are_linked_percent_encoded(url: str, shown: str) -> None:
    assert safe_url(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "ftp://courier.example",
        "//courier.example",
        "https://",
        "https://courier.example@evil.example/",
        "https://courier.example:pw@evil.example/",
        "https://cоurier.example/",  # a Cyrillic o
        "https://[::1]/",
        "https://courier.example/a b",
        "https://courier.example/\u202egpj",
        "https://courier.example/" + "a" * 500,
        "https://courier.example/" + "ä" * 200,
        "https://[broken/",
        "https://-dash.example/",
    ],
)
def test_other_urls_are_not_linked(url: str | None) -> None:
    assert safe_url(url) is None


@given(hostile_text)
def test_a_safe_url_cannot_end_its_masked_link(text: str) -> None:
    url = safe_url(f"https://courier.example/{text}")
    assert url is None or not set(url) & set("()<>[] \"'\\\n`*")


def test_a_title_is_linked_and_one_that_would_break_the_link_stands_beside_it() -> None:
    assert link("Dredging *now*", "https://c.example/1", 50) == r"[Dredging \*now\*](https://c.example/1)"
    assert link("Harbour [update]", "https://c.example/1", 50) == r"Harbour \[update\] [link](https://c.example/1)"
    assert link("see https://x.example", "https://c.example/1", 50).endswith(" [link](https://c.example/1)")
    assert link("Dredging", "javascript:x", 50) == "Dredging"

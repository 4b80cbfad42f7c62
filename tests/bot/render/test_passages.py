from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n.wording import Wording
from bot.render.markdown import clean, units
from bot.render.passages import attribution_line, block_quotation, citation_line, shown
from index import Act, ContentKind, Elsewhere, SpeakerType
from tests.bot.hostile import hostile_text
from tests.bot.render.markdown_oracle import render
from tests.bot.samples import ENGLISH, GERMAN, hostile_passages, passage

_NAMELESS = {"speaker": None, "speaker_type": None}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "— **Maren Holt** (“she”), direct quotation"),
        ({"mention": "Holt"}, "— **Maren Holt**, direct quotation"),
        ({"mention": "the harbour master Maren Holt"}, "— **Maren Holt**, direct quotation"),
        ({"mention": None}, "— **Maren Holt**, direct quotation"),
        ({"kind": ContentKind.INDIRECT}, "— **Maren Holt** (“she”), indirect quotation"),
        ({"kind": ContentKind.MIXED}, "— **Maren Holt** (“she”), partly quoted"),
        (
            {"outlet": "Washington Post"},
            "— **Maren Holt** (“she”), direct quotation, reported by the Washington Post",
        ),
        ({"outlet": "Reuters"}, "— **Maren Holt** (“she”), direct quotation, reported by Reuters"),
        ({"outlet": "The Times"}, "— **Maren Holt** (“she”), direct quotation, reported by The Times"),
        ({"act": Act.THOUGHT}, "— **Maren Holt** (“she”), reported to think this"),
        (
            {"act": Act.INTENDED, "outlet": "CNN"},
            "— **Maren Holt** (“she”), reported to intend this, reported by CNN",
        ),
        (_NAMELESS, "— “she” (the article does not say who), direct quotation"),
        ({**_NAMELESS, "mention": None}, "— an unnamed speaker, direct quotation"),
        (
            {"kind": None, "act": None, **_NAMELESS, "mention": None},
            "— the article’s own words (Saltmere Courier), not a quotation",
        ),
        (
            {"kind": None, "act": None, **_NAMELESS, "mention": None, "article_outlet": None},
            "— the article’s own words, not a quotation",
        ),
        (
            {
                "speaker": "Gull Radio",
                "speaker_type": SpeakerType.OUTLET,
                "mention": None,
                "outlet": "Gull Radio",
            },
            "— **Gull Radio**, direct quotation",
        ),
    ],
)
def test_the_attribution_line_says_who_and_how(fields: dict[str, object], line: str) -> None:
    assert attribution_line(passage(**fields), ENGLISH) == line  # type: ignore[arg-type]


def test_a_passage_that_nobody_is_reported_to_have_said_never_shows_a_speaker() -> None:
    line = attribution_line(passage(kind=None, act=None, speaker="Maren Holt", mention="she"), ENGLISH)
    assert "Holt" not in line
    assert "she" not in line.split()


def test_the_source_line_links_the_title_and_names_outlet_and_day() -> None:
    assert citation_line(passage(), ENGLISH) == (
        "-# [Harbour dredging to begin in spring](https://courier.example/dredging)"
        " · Saltmere Courier · 14\u00a0February\u00a02026"
    )
    assert (
        citation_line(passage(title="", url=None, article_outlet=None, published=None), ENGLISH)
        == "-# Untitled article"
    )


def test_other_articles_with_nearly_the_same_are_named_escaped_and_counted() -> None:
    others = tuple(
        Elsewhere(f"a{n}", f"Copy {n}", outlet, url, None)
        for n, (outlet, url) in enumerate(
            [
                ("Tollan *Post*", "https://post.example/1"),
                (None, "javascript:alert(1)"),
                ("Ledger", None),
                ("Echo", None),
            ]
        )
    )
    line = citation_line(replace(passage(), also_in=others), ENGLISH).splitlines()[1]
    assert line == r"-# Also in [Tollan \*Post\*](https://post.example/1), Copy 1, Ledger and 1 more"


def test_a_quotation_keeps_its_line_breaks_inside_the_block() -> None:
    quoted, whole = block_quotation("“One.\n\n# “Two.”", 100)
    assert quoted == "> “One.\n> \n> \\# “Two.”"
    assert whole


def test_a_long_quotation_is_cut_at_a_sentence_end_and_marked_outside_it() -> None:
    text = "She spoke. " * 300 + "The end."
    made = shown(passage(text), 1_000, ENGLISH)
    assert units(made.quoted) > 500
    assert made.quoted.startswith("> She spoke.")
    assert made.quoted.endswith("She spoke.")
    assert "…" not in made.quoted
    assert made.said.startswith("-# … The passage goes on in the article.\n— **Maren Holt**")


def test_a_title_or_an_initial_is_no_sentence_end() -> None:
    assert block_quotation("They met. Then Dr. A. Finch of the U.S. Navy spoke for long.", 45) == ("> They met.", False)


def test_without_a_sentence_end_it_is_cut_at_a_word_and_without_words_anywhere() -> None:
    assert block_quotation("word " * 100, 52) == ("> " + "word " * 9 + "word", False)
    assert block_quotation("x" * 100, 52) == ("> " + "x" * 50, False)


@given(hostile_text, st.integers(1, 100), st.integers(10, 600))
def test_a_quotation_is_a_verbatim_prefix_within_its_limit(text: str, times: int, limit: int) -> None:
    text = text * times
    quoted, whole = block_quotation(text, limit)
    assert units(quoted) <= limit
    words, found = render("\n".join(line.removeprefix("> ") for line in quoted.split("\n")))
    assert clean(text).startswith(words)
    assert not found
    assert whole == (words == clean(text)) or not words


@settings(max_examples=60)
@given(hostile_passages, st.sampled_from([ENGLISH, GERMAN]))
def test_a_passage_never_breaks_its_limit(hostile: object, say: Wording) -> None:
    made = shown(hostile, 2_400, say)  # type: ignore[arg-type]
    assert made.size == units("\n".join((*made.texts, made.said, made.citation))) <= 2_400


def test_context_is_small_print_around_the_quotation_and_escaped() -> None:
    made = shown(
        passage("It *rusted*.", before=("A pier.\nOf oak.", "- It stood."), after=("It fell.",)), 3_000, ENGLISH
    )
    assert made.texts == ("-# A pier. Of oak.\n-# \\- It stood.", r"> It \*rusted\*.", "-# It fell.")
    assert shown(passage("It rusted."), 3_000, ENGLISH).texts == ("> It rusted.",)


def test_where_there_is_little_room_the_context_gives_way_and_not_the_quotation() -> None:
    made = shown(passage("It rusted. " * 50, before=("A pier of oak. " * 20,)), 1_500, ENGLISH)
    assert made.texts == (f"> {'It rusted. ' * 50}",)


def test_no_room_is_an_error_rather_than_a_reply_without_its_quotation() -> None:
    with pytest.raises(ValueError, match="no room"):
        shown(passage(), 200, ENGLISH)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "— **Maren Holt** (“she”), wörtliches Zitat"),
        ({"outlet": "Washington Post"}, "— **Maren Holt** (“she”), wörtliches Zitat, laut Washington Post"),
        ({**_NAMELESS, "kind": None, "act": None}, "— Worte des Artikels selbst (Saltmere Courier), kein Zitat"),
    ],
)
def test_the_attribution_line_speaks_the_readers_language(fields: dict[str, object], line: str) -> None:
    assert attribution_line(passage(**fields), GERMAN) == line  # type: ignore[arg-type]


def test_days_are_written_as_the_language_has_them() -> None:
    assert "14.\u00a0Februar\u00a02026" in citation_line(passage(), GERMAN)

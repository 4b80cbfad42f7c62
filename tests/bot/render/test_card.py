"""Quote cards, drawn for real and looked at pixel by pixel."""

import re
import struct
import sys
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, features

from bot.render.card import CardText, alt_text
from bot.render.card.bidi import is_rtl, levels, visual_order
from bot.render.card.card import PAPER, draw_card, is_drawable
from bot.render.card.characters import coverage
from bot.render.card.fonts import FontError, Fonts, load_fonts
from bot.render.card.layout import GOES_ON, HANDY, HIGHEST, LOWEST, MARGIN, SIZES, WIDTH, Layout, LineRole, lay_out
from bot.render.card.text import tidy
from bot.render.card.typesetting import GlyphError, Style, Typesetter, missing
from bot.render.markdown import units
from tests.bot.hostile import HOSTILE, hostile_text

SENTENCE = "The harbour master told the committee that no vessel of that draught could enter before spring. "


def card(quotation: str = "“Not while I am mayor,” she said.", **others: str) -> CardText:
    words = {
        "speaker": "Maren Holt",
        "said": "direct quotation, reported by Radio Meridian",
        "article": "Harbour dredging to begin in spring",
        "outlet": "Northwire · 3 March 2025",
        "link": "https://northwire.example/dredging",
    }
    return CardText(quotation, **(words | others))


@pytest.fixture(scope="module")
def loaded() -> Fonts:
    return load_fonts()


def drawn(text: CardText, loaded: Fonts) -> Image.Image:
    png = draw_card(text, loaded)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(png) < 1_000_000
    image = Image.open(BytesIO(png))
    image.load()
    assert image.width == WIDTH
    assert LOWEST <= image.height <= HIGHEST
    return image


def has_ink(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    part = image.crop(box)
    return ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox() is not None


def margins_are_blank(image: Image.Image) -> bool:
    across, down = MARGIN, MARGIN // 2
    sides = [
        (0, 0, across, image.height),
        (image.width - across, 0, image.width, image.height),
        (0, 0, image.width, down),
        (0, image.height - down, image.width, image.height),
    ]
    return not any(has_ink(image, side) for side in sides)


def laid_out(text: CardText, loaded: Fonts) -> Layout:
    return lay_out(text, Typesetter(loaded))


def quoted(layout: Layout) -> list[str]:
    return [line.text for line in layout.lines if line.role is LineRole.QUOTATION]


def drawable(text: str, loaded: Fonts) -> str:
    """The text with a letter for each character that no font has."""
    return text.translate({ord(character): "x" for character in {*text} if missing(character, loaded)})


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("repeats", [1, 4, 9, 200])
def test_every_line_is_drawn_where_the_layout_has_it(loaded: Fonts, repeats: int) -> None:
    text = card(SENTENCE * repeats)
    image, layout = drawn(text, loaded), laid_out(text, loaded)
    assert image.height == layout.height
    assert {line.role for line in layout.lines} - {LineRole.GOES_ON} == set(LineRole) - {LineRole.GOES_ON}
    for line in layout.lines:
        assert has_ink(image, (MARGIN, line.baseline - line.size // 2, WIDTH - MARGIN, line.baseline)), line
    assert margins_are_blank(image)


def test_lines_do_not_run_into_each_other(loaded: Fonts) -> None:
    for repeats, speaker in product((1, 5, 40), ("Maren Holt", "Maren " * 40)):
        lines = laid_out(card(SENTENCE * repeats, speaker=speaker), loaded).lines
        ordered = [line for line in lines if line.role is not LineRole.WORDMARK]
        for above, below in pairwise(ordered):
            assert below.baseline - above.baseline >= below.size, (above, below)


def test_other_words_make_another_picture(loaded: Fonts) -> None:
    pictures = [
        draw_card(text, loaded)
        for text in (
            card(),
            card("“Not while I am mayor,” he said."),
            card(speaker="Ilse Brandt"),
            card(said="indirect quotation"),
            card(article="Mayor stays"),
            card(outlet="Northwire · 4 March 2025"),
            card(link=""),
        )
    ]
    assert len(set(pictures)) == len(pictures)
    assert draw_card(card(), loaded) == pictures[0]


def test_an_indirect_quotation_gets_no_quotation_marks(loaded: Fonts) -> None:
    text = card("The mayor said the dredger would come.", said="indirect quotation")
    layout = laid_out(text, loaded)
    assert not re.search("[\"“”«»„']", "".join(line.text for line in layout.lines) + alt_text(text))


def test_long_text_shrinks_then_makes_the_card_higher_then_is_cut(loaded: Fonts) -> None:
    layouts = [laid_out(card(SENTENCE * repeats), loaded) for repeats in range(1, 30)]
    sizes = [layout.lines[0].size for layout in layouts]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == SIZES[-1]
    assert all(layout.height <= HANDY for layout in layouts if layout.lines[0].size > SIZES[-1])
    grown = [layout for layout in layouts if layout.whole and layout.height > HANDY]
    cut = [layout for layout in layouts if not layout.whole]
    assert grown
    assert cut
    assert [layout.whole for layout in layouts] == sorted((layout.whole for layout in layouts), reverse=True)


@pytest.mark.parametrize("layout", ["prose", "words"])
def test_what_is_cut_ends_with_a_sentence_or_else_a_word(loaded: Fonts, layout: str) -> None:
    prose = SENTENCE * 60 if layout == "prose" else SENTENCE.replace(".", "") * 60
    found = laid_out(card(prose), loaded)
    shown = " ".join(quoted(found))
    assert not found.whole
    assert prose.startswith(shown)
    assert prose[len(shown)] == " "
    assert shown.endswith(".") is (layout == "prose")
    marks = [line for line in found.lines if line.role is LineRole.GOES_ON]
    assert [mark.text for mark in marks] == [GOES_ON]
    assert marks[0].baseline - marks[0].size > found.stripe[1]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=hostile_text)
def test_the_layout_has_every_character_in_order(loaded: Fonts, text: str) -> None:
    text = drawable(tidy(text)[0], loaded)
    layout = laid_out(card(text), loaded)
    clean, whole = tidy(text)
    assert whole
    assert layout.whole
    assert letters("".join(quoted(layout))) == letters(clean)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(words=st.lists(hostile_text, min_size=6, max_size=6))
def test_hostile_text_stays_within_the_margins(loaded: Fonts, words: list[str]) -> None:
    text = CardText(*words)
    assert margins_are_blank(drawn(CardText(*(drawable(word, loaded) for word in words)), loaded))
    assert units(alt_text(text)) <= 1024


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "x" * 100_000,
        "\n" * 10_000 + "end",
        "a\n" * 10_000,
        "Z" + "\u0301\u0302\u0303\u0308" * 25_000,
        "\u202e\u2066" * 50_000,
        "\ud800" * 1_000,
        "🏴" * 100_000,
        "\ufdfd" * 1_000,
        "م" * 100_000,
        " " * 100_000,
        "-" * 100_000,
        "i" * 59 + ("\u00a0" + "i" * 59) * 1_000,
        "",
        *HOSTILE,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_any_text_anywhere_makes_a_card_within_limits(loaded: Fonts, text: str) -> None:
    shown = drawable(text, loaded)
    assert margins_are_blank(drawn(CardText(shown, shown, shown, shown, shown, shown), loaded))
    assert units(alt_text(CardText(text, text, text, text, text, text))) <= 1024


@pytest.mark.parametrize(
    ("text", "character"),
    [("「この港は」", "「"), ("한국어", "한"), ("Holt 港", "港"), ("a\ufe0f\U0010fffe", "\U0010fffe")],
)
def test_there_is_no_card_of_what_no_font_has(loaded: Fonts, text: str, character: str) -> None:
    assert missing(text, loaded) == character
    for where in (card(text), card(speaker=text), card(said=text), card(article=text), card(outlet=text)):
        assert not is_drawable(where, loaded)
        with pytest.raises(GlyphError, match=f"U.{ord(character):04X}"):
            draw_card(where, loaded)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(words=st.lists(hostile_text, min_size=6, max_size=6))
def test_a_card_is_drawn_exactly_where_it_is_drawable(loaded: Fonts, words: list[str]) -> None:
    text = CardText(*words)
    if is_drawable(text, loaded):
        draw_card(text, loaded)
    else:
        with pytest.raises(GlyphError):
            draw_card(text, loaded)


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow finds no FriBiDi here, so it puts nothing together")
def test_emoji_of_several_characters_are_one_picture(loaded: Fonts) -> None:
    typesetter = Typesetter(loaded)
    one = typesetter.width("👩", Style.SERIF, 48)
    for text in ("👩\u200d💻", "🇩🇪", "👍🏽", "❤\ufe0f", "1\ufe0f\u20e3"):
        assert typesetter.width(text, Style.SERIF, 48) < 1.4 * one, ascii(text)


@pytest.mark.parametrize(
    "text",
    [
        "Žluťoučký kůň, ĳs, Đặng, “quotes” – «guillemets» … €",
        "Съешь ещё",
        "Ξεσκεπάζω",
        "שלום",
        "مرحبا، ۱۲٣",
        "👩\u200d💻 🇺🇦 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 ✅ ⚠ ☎ → ♻",
        "Հայերեն, ქართული, አማርኛ",
        "हिन्दी।",
        "বাংলা",
        "தமிழ்",
        "తెలుగు",
        "ภาษาไทย",
        "ភាសាខ្មែរ",
    ],
)
@pytest.mark.parametrize("style", Style)
def test_scripts_that_have_a_font(loaded: Fonts, text: str, style: Style) -> None:
    runs = Typesetter(loaded).runs(text, style, rtl=is_rtl(text))
    assert "".join(run.text for run in runs) == text


def test_marks_stay_with_their_base(loaded: Fonts) -> None:
    runs = Typesetter(loaded).runs("क्षि e\u0301 ש\u05c1", Style.SERIF, rtl=False)
    assert not any(run.text[0] in "\u094d\u093f\u0301\u05c1" for run in runs)


def test_spaces_that_hold_words_together_stay(loaded: Fonts) -> None:
    text = "«\u202fLe port\u00a0» 3\u20074"
    assert quoted(laid_out(card(text), loaded)) == [text]
    assert missing(text, loaded) is None


def test_right_to_left_text_stands_on_the_right(loaded: Fonts) -> None:
    image = drawn(card("שלום"), loaded)
    line = laid_out(card("שלום"), loaded).lines[0]
    top, bottom = line.baseline - line.size, line.baseline
    assert has_ink(image, (WIDTH - MARGIN - 300, top, WIDTH - MARGIN, bottom))
    assert not has_ink(image, (0, top, WIDTH // 2, bottom))


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow finds no FriBiDi here, so there is nothing to compare")
def test_arabic_letters_join_where_pillow_can_shape(loaded: Fonts) -> None:
    plain = Fonts(loaded.serif, loaded.sans, loaded.bold, shaped=False)
    assert Typesetter(loaded).width("مستقبل", Style.SERIF, 48) < Typesetter(plain).width("مستقبل", Style.SERIF, 48)


def test_cards_are_drawn_without_shaping_too(loaded: Fonts) -> None:
    plain = Fonts(loaded.serif, loaded.sans, loaded.bold, shaped=False)
    texts = ("שלום (ירושלים) 2025", "םולש (ירושלים) 2025", *HOSTILE)
    pictures = {draw_card(card(drawable(text, loaded)), plain) for text in texts}
    assert len(pictures) == len(HOSTILE) + 2
    assert all(margins_are_blank(Image.open(BytesIO(png))) for png in pictures)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("אב 12 גד", "דג 12 בא"),
        ("a אב c", "a בא c"),
        ("אב abc, גד", "דג ,abc בא"),
        ("a (אב", "a (בא"),
        ("م 1,234%", "%1,234 م"),
    ],
)
def test_reading_order(text: str, shown: str) -> None:
    assert "".join(text[n] for n in visual_order(levels(text, is_rtl(text)))) == shown


def test_alt_text_has_the_whole_quotation_where_it_fits() -> None:
    text = card("First paragraph.\nSecond one.")
    assert alt_text(text) == (
        "Quote card. Passage: First paragraph. Second one. Attribution: Maren Holt, direct quotation, "
        "reported by Radio Meridian. Source: Harbour dredging to begin in spring, Northwire · 3 March 2025."
    )


@settings(max_examples=80)
@given(words=st.lists(hostile_text, min_size=6, max_size=6), repeats=st.integers(1, 90))
def test_alt_text_is_bounded(words: list[str], repeats: int) -> None:
    text = CardText(words[0] * repeats, *words[1:])
    assert units(alt_text(text)) <= 1024
    assert "\n" not in alt_text(text)


def test_alt_text_cuts_a_long_quotation_at_a_word() -> None:
    text = alt_text(card(SENTENCE * 40))
    passage = text.removeprefix("Quote card. Passage: ").split(" … Attribution: Maren Holt")[0]
    assert 600 < len(passage) < 1024
    assert (SENTENCE * 40).startswith(passage + " ")


def test_a_missing_font_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "manimgx_fonts", None)  # how Python is told that it is not installed
    with pytest.raises(FontError, match=r"package manimgx-fonts cannot be used .* install the bot again"):
        load_fonts()


@pytest.mark.parametrize("cut", [0, 3, 11, 40, 400, 6_000])
def test_a_font_cut_short_is_refused(loaded: Fonts, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes(Path(loaded.sans[0].path).read_bytes()[:cut])
    with pytest.raises(ValueError, match=r"\S"):
        coverage(path)


def font_with(tmp_path: Path, table: bytes) -> Path:
    """A font of nothing but the table ``cmap``."""
    path = tmp_path / "font.ttf"
    path.write_bytes(b"\0\1\0\0" + struct.pack(">4H4s3I", 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table)
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\0\1\0\0" + bytes(8), "no character map"),
        (b"PK\3\4" + bytes(8), "not an OpenType font"),
    ],
)
def test_a_file_without_a_character_map_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=words):
        coverage(path)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (struct.pack(">4HI", 0, 1, 1, 0, 12), "no Unicode character map"),  # one for Macintosh alone
        (struct.pack(">4HIH", 0, 1, 3, 1, 12, 6), "of format 6"),
        (struct.pack(">4HI2H6I", 0, 1, 3, 10, 12, 12, 0, 28, 0, 1, 65, 0x110000, 1), "is broken"),
    ],
)
def test_a_character_map_of_another_kind_is_refused(tmp_path: Path, table: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        coverage(font_with(tmp_path, table))


def test_characters_are_read_from_both_kinds_of_map(tmp_path: Path) -> None:
    one = struct.pack(">3H", 0, 1, 3) + struct.pack(">HI", 1, 12)
    ends, starts, deltas, offsets = (67, 81, 0xFFFF), (65, 80, 0xFFFF), (-65, 0, 1), (0, 4, 0)  # "A" is glyph 0
    ranges = struct.pack(">3HH3H3h3H", *ends, 0, *starts, *deltas, *offsets)
    looked_up = struct.pack(">2H", 0, 9)  # of "P" none, of "Q" the ninth
    plane = struct.pack(">7H", 4, 0, 0, 6, 0, 0, 0) + ranges + looked_up
    assert coverage(font_with(tmp_path, one + plane)) == set(map(ord, "BCQ"))
    coverage.cache_clear()
    other = struct.pack(">4HI", 0, 1, 3, 10, 12) + struct.pack(">2H6I", 12, 0, 40, 0, 2, 65, 66, 0)
    groups = other + struct.pack(">3I", 0x1F600, 0x1F601, 7)
    assert coverage(font_with(tmp_path, groups)) == {66, 0x1F600, 0x1F601}


def test_a_font_covers_what_it_draws_and_nothing_else(loaded: Fonts) -> None:
    covers = loaded.sans[0].covers
    assert {ord(character) for character in "Aé—ЖΩ"} <= covers
    assert not {ord("日"), ord("ก"), 0x10FFFF} & covers

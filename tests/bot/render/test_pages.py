from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.context.asker import Asker, Askers
from bot.i18n.wording import Wording
from bot.render.articles import article_page, articles_pages, choice_name, removal_page
from bot.render.components import container
from bot.render.listing import Listing
from bot.render.markdown import units
from bot.render.menus import people_pages
from bot.render.moderation import Added, additions_page
from bot.render.pages import Accent, Action, Page, TextBlock, answer_page, more_page, notice, packed
from bot.render.places import PassagePlace, Turning
from bot.render.quotations import quotes_pages
from bot.views.pager import Pager
from index import (
    Act,
    Addition,
    AnnotatedArticle,
    Answer,
    Article,
    ArticleSummary,
    Attribution,
    ContentKind,
    Outcome,
    Passage,
    Person,
    Quotes,
    Silence,
    SilenceReason,
    Span,
    SpeakerType,
)
from tests.bot.hostile import hostile_text
from tests.bot.samples import ENGLISH, GERMAN, WORDINGS, hostile_passages, passage

_long = st.builds(lambda text, times: text * times, hostile_text, st.integers(1, 100))
_count = st.integers(0, 10**9)
_people = st.builds(
    Person,
    name=_long,
    type=st.sampled_from(SpeakerType),
    quotes=_count,
    articles=_count,
    latest=st.none() | st.dates(),
    aliases=st.lists(_long, max_size=6).map(tuple),
)
_summaries = st.builds(
    ArticleSummary,
    id=_long,
    title=_long,
    outlet=st.none() | _long,
    authors=st.just(()),
    published=st.none() | st.dates(),
    url=st.none() | st.just("https://courier.example/" + "a" * 450),
    sentences=_count,
    attributions=_count,
)
_some = settings(max_examples=40)
_languages = st.sampled_from([ENGLISH, GERMAN])
PUBLIC_FOOT = f"-# {ENGLISH('public-foot')}"


RECEPTION = Askers(WORDINGS, None)  # type: ignore[arg-type]  # nobody's preferences are looked up here


def keeps_discords_limits(pages: Sequence[Page]) -> None:
    assert pages
    for page in pages:
        texts = [*(text for block in page.blocks for text in block.texts), *([page.foot] if page.foot else [])]
        assert all(text.strip() for text in texts)
        assert sum(units(text) for text in texts) <= 4_000
    for private in (False, True):
        view = Pager(pages, Asker(1, 2, ENGLISH), RECEPTION, private=private, suggest=_nothing)
        assert view.content_length() <= 4_000
        assert view.total_children_count <= 40


async def _nothing(_: str) -> tuple[Page, ...]:
    return ()


@_some
@given(_long, st.lists(hostile_passages, max_size=5).map(tuple), st.lists(_long, max_size=9).map(tuple), _languages)
def test_an_answer_never_breaks_limits(
    question: str, passages: tuple[object, ...], names: tuple[str, ...], say: Wording
) -> None:
    silence = None if passages else Silence(SilenceReason.UNKNOWN_NAME, question)
    answer = Answer(question, passages, question, names, 1.0, silence=silence)  # type: ignore[arg-type]
    keeps_discords_limits([answer_page(answer, say, foot=PUBLIC_FOOT, user_id=7, home=8)])


@_some
@given(_long, st.none() | _people, st.lists(hostile_passages, max_size=8).map(tuple), _long)
def test_quotes_never_break_limits(name: str, person: Person | None, passages: tuple[object, ...], about: str) -> None:
    silence = None if passages else Silence(SilenceReason.UNKNOWN_SPEAKER, name)
    found = Quotes(person, passages, None if passages else name, (name,), silence=silence)  # type: ignore[arg-type]
    keeps_discords_limits(quotes_pages(name, found, GERMAN, about=about, foot=PUBLIC_FOOT))


@_some
@given(st.lists(_people, max_size=25))
def test_people_never_break_limits(people: list[Person]) -> None:
    keeps_discords_limits(people_pages(people, ENGLISH, most=20, foot=PUBLIC_FOOT))


@_some
@given(st.lists(_summaries, max_size=25))
def test_articles_never_break_limits(articles: list[ArticleSummary]) -> None:
    keeps_discords_limits(articles_pages(articles, ENGLISH))
    for article in articles:
        assert units(choice_name(article)) <= 100
        keeps_discords_limits([removal_page(article, ENGLISH), _added(article, Outcome.UPDATED)])
    some = [Added(article.title, Addition(article, Outcome.ADDED)) for article in articles[:5]]
    some += [Added(article.title, problem=article.title) for article in articles[5:10]]
    keeps_discords_limits([additions_page(some, 10, GERMAN, user_id=7)])


@_some
@given(_long, st.lists(_long, max_size=9).map(tuple))
def test_an_article_never_breaks_limits(text: str, names: tuple[str, ...]) -> None:
    keeps_discords_limits([article_page(_annotated(text, names), ENGLISH)])


@given(_long)
def test_a_notice_never_breaks_limits_but_must_say_something(sentence: str) -> None:
    page = notice(sentence)
    assert 1 <= units(page.blocks[0].texts[0]) <= 2_000


def test_an_answer_is_its_best_passage_with_the_question_on_top() -> None:
    answer = Answer("Who *waited*?", (passage(), passage("“Yes.”")), None, (), 1.0)
    page = answer_page(answer, ENGLISH, user_id=7)
    assert page.blocks[0].texts == (r"### Who \*waited\*?",)
    assert page.blocks[1].texts[0] == "> “We have waited eleven years for this dredger,” she said."
    assert page.blocks[1].texts[1].startswith("— **Maren Holt**")
    assert page.foot == "-# Passage 1 of 2"
    assert [action.label for action in page.actions] == ["Context", "Source", "More", "Previous", "Next"]


def test_a_long_question_is_cut_in_the_headline() -> None:
    page = answer_page(Answer("dredger " * 37, (passage(),), None, (), 1.0), ENGLISH, user_id=7)
    assert units(page.blocks[0].texts[0]) <= 124
    assert page.blocks[0].texts[0].endswith("…")


def test_only_a_passage_with_a_speaker_can_have_a_wrong_one() -> None:
    def labels(shown: Passage) -> list[str]:
        return [action.label for action in more_page(shown, ENGLISH, reportable=True).actions]

    assert labels(passage()) == ["Quote card", "More from Maren Holt", "Others on this", "Wrong speaker?"]
    assert labels(passage(kind=None, speaker=None, mention=None)) == ["Quote card"]
    assert more_page(passage(kind=None, speaker=None, mention=None), ENGLISH, drawn=False).actions == ()


_places = st.builds(
    lambda token, start, length, content: PassagePlace(token, Span(start, start + length), content),
    st.text("0123456789abcdef", min_size=12, max_size=12),
    st.integers(0, 2_000_000),
    st.integers(1, 90_000),
    st.none() | st.builds(lambda low, more: Span(low, low + more), st.integers(0, 2_000_000), st.integers(1, 90_000)),
)


@given(st.lists(_places, min_size=2, max_size=5, unique=True), st.integers(0, 2**63 - 1), st.integers(0, 4))
def test_five_passages_fit_the_ids_of_two_buttons(places: list[PassagePlace], home: int, at: int) -> None:
    turning = Turning(home, "de", tuple(places), at % len(places))
    more = f"on:more:{places[turning.at]}:{2**63 - 1}"
    ids = [*turning.ids(), more]
    assert all(len(custom_id) <= 100 for custom_id in ids)
    assert len({*ids}) == 3
    assert Turning.read(ids) == turning
    assert Turning.read([more]) is None
    assert Turning.read(turning.ids()) is None


def test_context_stands_between_the_question_and_the_passage() -> None:
    answer = Answer("Who waited?", (passage("“Yes.”", before=("“Did you wait?” she was asked.",)),), None, (), 1.0)
    page = answer_page(answer, ENGLISH, user_id=7)
    assert page.blocks[1].texts[:2] == ("-# “Did you wait?” she was asked.", "> “Yes.”")
    assert page.blocks[1].texts[2].startswith("— **Maren Holt**")


def test_silence_says_why_and_whom_one_may_have_meant() -> None:
    silence = Silence(SilenceReason.UNKNOWN_NAME, "Mara *Holt*")
    answer = Answer("What?", (), "-", ("Maren Holt", "Ada*"), 1.0, silence=silence)
    page = answer_page(answer, ENGLISH, user_id=7)
    said = "No article here mentions Mara \\*Holt\\*.\nDid you mean one of these?"
    assert (page.blocks[1].texts, page.suggestions) == ((said,), ("Maren Holt", "Ada*"))


def test_quotes_name_the_person_once_and_show_five_passages_a_page() -> None:
    person = Person("Maren Holt", SpeakerType.PERSON, 6, 1, date(2026, 2, 14), ("Holt",))
    pages = quotes_pages("holt", Quotes(person, (passage(),) * 6, None, ()), ENGLISH, about="dredger")
    assert [len(page.blocks) - 1 for page in pages] == [5, 1]
    figures = "-# person · 6 quotations in 1 article · latest 14\u00a0February\u00a02026 · also Holt"
    assert pages[0].blocks[0].texts == (f"### Maren Holt\n{figures}\n-# About: dredger",)


def test_quotes_from_one_article_share_its_source_line_and_those_from_two_do_not() -> None:
    one, two = passage("“One.”"), replace(passage("“Two.”", title="Fog"), article_id="fog")
    person = Person("Maren Holt", SpeakerType.PERSON, 3, 2, None, ())
    (page,) = quotes_pages("holt", Quotes(person, (one, one, two), None, ()), ENGLISH)
    source = "-# [Harbour dredging to begin in spring](https://courier.example/dredging)"
    _, first, second, third = page.blocks
    assert [source in text for text in (*first.texts, *second.texts)] == [False, False, False, True]
    assert first.texts[1] == "— “she”, direct quotation"
    assert third.texts[0] == "> “Two.”"
    assert "-# [Fog](" in third.texts[1]
    assert (first.ruled, second.ruled, third.ruled) == (True, False, True)


def test_what_was_said_on_a_topic_stands_under_its_months() -> None:
    person = Person("Maren Holt", SpeakerType.PERSON, 4, 2, None, ())
    days = (date(2025, 11, 3), date(2025, 11, 20), date(2026, 2, 14), None)
    found = tuple(replace(passage(f"“{at}.”"), article_id=f"a{at}", published=day) for at, day in enumerate(days))
    (page,) = quotes_pages("holt", Quotes(person, found, None, ()), GERMAN, about="dredger")
    firsts = [block.texts[0] for block in page.blocks[1:]]
    assert firsts == ["**November 2025**", "> “1.”", "**Februar 2026**", "**Ohne Datum**"]


@pytest.mark.parametrize(("buttons", "rows"), [(0, []), (3, [3]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (10, [5, 5])])
def test_rows_of_buttons_are_alike(buttons: int, rows: list[int]) -> None:
    page = Page((TextBlock(("Tide.",)),), Accent.ANSWER, actions=(Action("Tide", "on:x"),) * buttons)
    found = [item for item in container(page).children if isinstance(item, ui.ActionRow)]
    assert [len(row.children) for row in found] == rows


def test_unknown_people_are_said_to_be_unknown() -> None:
    silence = Silence(SilenceReason.UNKNOWN_SPEAKER, "Nobody")
    (page,) = quotes_pages("Nobody", Quotes(None, (), "-", ("Maren Holt",), silence=silence), ENGLISH)
    said = "No article here quotes Nobody.\nDid you mean one of these?"
    assert page.blocks == (TextBlock(("### Nobody",)), TextBlock((said,)))
    assert page.suggestions == ("Maren Holt",)


def test_people_are_listed_ten_a_page() -> None:
    person = Person("Maren Holt", SpeakerType.PERSON, 1, 1, None, ())
    pages = people_pages([person] * 12, ENGLISH, most=200)
    assert [page.blocks[1].texts[0].count("Maren Holt") for page in pages] == [10, 2]
    assert pages[0].blocks[0].texts == ("### Who is quoted\n-# 12 speakers in this library",)
    (first, _) = people_pages([person] * 13, ENGLISH, most=12)
    assert first.blocks[0].texts == ("### Who is quoted\n-# The first 12 speakers in this library",)
    assert people_pages([], ENGLISH, most=200)[0].blocks == (TextBlock(("Nobody is quoted in this library yet.",)),)


def test_an_article_shows_its_particulars_and_whom_it_quotes_most() -> None:
    page = article_page(_annotated("Harbour", ("Maren Holt", "Ilse Brandt", "Maren Holt")), ENGLISH)
    assert page.blocks[1].texts == ("**Maren Holt** · 2 quotations\n**Ilse Brandt** · 1 quotation",)
    assert "By Ada Finch" in page.blocks[0].texts[0]
    assert page.blocks[0].texts[0].startswith("### Harbour\n-# Harbour · 14")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.ADDED, "Added: **Harbour**"),
        (Outcome.UPDATED, "Updated: **Harbour**"),
    ],
)
def test_adding_says_what_it_did(outcome: Outcome, said: str) -> None:
    summary = ArticleSummary("harbour", "Harbour", "Courier", (), date(2026, 2, 14), None, 12, 1)
    page = _added(summary, outcome)
    figures = "-# Courier · 14\u00a0February\u00a02026 · 1 quotation"
    assert page.blocks == (TextBlock((f"{said}\n{figures}",)),)


@given(
    st.lists(st.text("ab😀", min_size=1, max_size=60)),
    st.integers(130, 300),
    st.integers(1, 5),
)
def test_packing_keeps_order_and_both_bounds(blocks: list[str], room: int, most: int) -> None:
    groups = packed(blocks, room=room, most=most, size=units)
    assert [block for group in groups for block in group] == blocks
    assert all(len(group) <= most and units("\n".join(group)) <= room for group in groups)


def test_a_container_has_rules_between_blocks_and_the_foot_last() -> None:
    page = answer_page(Answer("Who?", (passage(),), None, (), 1.0), ENGLISH, foot=PUBLIC_FOOT, user_id=7)
    made = container(page)
    assert [type(child) for child in made.children] == [
        ui.TextDisplay,
        ui.Separator,
        ui.TextDisplay,
        ui.TextDisplay,
        ui.Separator,
        ui.TextDisplay,
        ui.ActionRow,
    ]
    assert made.to_component_dict()["accent_color"] == page.accent


_words = st.lists(st.text(max_size=100), min_size=1, max_size=6).map(tuple)


@given(_words, st.integers(0, 2**63 - 1), st.integers(0, 19), st.booleans())
def test_what_was_listed_fits_the_ids_of_its_controls_or_is_left_out(
    words: tuple[str, ...], home: int, at: int, menu: bool
) -> None:
    listing = Listing(home, "de", words, menu)
    controls = listing.controls(at, 20)
    if controls is None:
        assert sum(len(word.encode("utf-8", "replace")) for word in words) > 90
        return
    ids = [controls.back, controls.on, *([controls.menu] if menu else [])]
    assert all(len(custom_id) <= 100 for custom_id in ids)
    assert len({*ids}) == len(ids)
    read = Listing.read(ids)
    assert read is not None
    assert (read.home, read.spoken, read.menu) == (home, "de", menu)
    if not any("\x1f" in word for word in words):
        assert read.what == words
    assert Listing.read(ids[1:]) is None


def _added(article: ArticleSummary, outcome: Outcome) -> Page:
    return additions_page([Added("harbour.txt", Addition(article, outcome))], 1, ENGLISH, user_id=7)


def _annotated(title: str, speakers: tuple[str, ...]) -> AnnotatedArticle:
    article = Article("harbour-dredging", "text", title, None, title, ("Ada Finch",), date(2026, 2, 14), None, ())
    found = tuple(
        Attribution((Span(0, 1),), None, None, name, SpeakerType.PERSON, None, ContentKind.DIRECT, Act.SAID, "said")
        for name in speakers
    )
    return AnnotatedArticle(article, (), found)

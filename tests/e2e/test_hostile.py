"""A thousand hostile strings, as everything that is not the bot's own: they are shown as text, and ping nobody."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import pytest
import simcord

from bot.context.preferences import Preferences, community_of
from bot.i18n.wording import Wording
from bot.render.about import context_page
from bot.render.alerts import alert_set_page, alert_welcome_page, alerts_pages, news_page
from bot.render.announcements import announcement_page, digest_page, filters_line
from bot.render.articles import article_page, articles_pages, change_actions, edited_page, removal_page
from bot.render.components import container, menu
from bot.render.feeds import feed_edited_page, feeds_pages, subscribed_page
from bot.render.markdown import clean
from bot.render.menus import people_pages
from bot.render.moderation import Added, additions_page, records_pages
from bot.render.pages import Accent, Page, TextBlock, answer_page, delete_action, more_page
from bot.render.quotations import quotes_pages
from bot.render.reports import Case, outcome_page, queue_page, settled_page, settled_words
from bot.render.reversals import Changed, ChangesList, changes_page, correction_words, rule_words
from bot.render.trace import trace_pages
from index import (
    Act,
    Addition,
    Alert,
    AnnotatedArticle,
    Answer,
    Article,
    ArticleSummary,
    Attribution,
    Change,
    Claim,
    ContentKind,
    Correction,
    Difference,
    Highlights,
    Interest,
    Library,
    Likeness,
    NameRule,
    NameRuleKind,
    News,
    Outcome,
    Passage,
    Person,
    Quotes,
    Record,
    Report,
    ReportState,
    Span,
    SpeakerType,
    Subscription,
    Trace,
    read_text,
)
from tests.bot.hostile import thousand
from tests.bot.render.markdown_oracle import render
from tests.bot.samples import ENGLISH, GERMAN, passage
from tests.e2e.world import Server, buttons_of, checked, components_of, make_server, more_of, text_of

pytestmark = pytest.mark.once

NOW = datetime(2026, 2, 14, tzinfo=UTC)
STRINGS = thousand()
CHUNKS = [STRINGS[at::10] for at in range(10)]

PAGES = [(ENGLISH, at, 10) for at in range(10)] + [(GERMAN, 0, 9)]
"""In which words pages are tried with which strings: from one on, one of so many. A ninth of them has each kind in each
opening, and German only puts other words around them."""

_OWN = re.compile(r"<t:\d+:R>|<@7>|<#1>|(?<!\\)</[a-z][a-z -]*:\d+>|(?<!\\)\]\(https://(?:x|feeds)\.example/[^\s)]*\)")
"""What replies write themselves: moments, who acted, commands, and links to the tests' own articles and feeds."""

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Bidirectional controls: a label must not turn its neighbours round."""

_OURS = {"heading", "quotation", "emphasis", "strikethrough"}


def only_text(texts: Sequence[str]) -> None:
    """Assert that nothing in the texts is active but what the replies themselves write."""
    for text in texts:
        assert active(text) <= _OURS, (active(text), text[:300])


@lru_cache(maxsize=1_000)  # the pages about one string show the same lines of it again and again
def active(text: str) -> frozenset[str]:
    """The constructs of Markdown in a text that are not what replies write themselves."""
    _, found = render(_OWN.sub("", text))
    return frozenset(found)


def keeps_limits(pages: Sequence[Page]) -> None:
    for page in pages:
        texts = [*(text for block in page.blocks for text in block.texts), *([page.foot] if page.foot else [])]
        only_text(texts)
        made: Any = container(page)
        if page.choices:
            made.add_item(menu(page.choices, "…"))
        components = components_of(type("Message", (), {"components": [made.to_component_dict()]})())
        assert sum(len(c["content"]) for c in components if c.get("type") == 10) <= 4_000
        assert len(components) <= 40
        for component in components:
            label = component.get("label") or ""
            assert len(label.encode("utf-16-le", "surrogatepass")) // 2 <= 80
            assert not any(unicodedata.category(letter) in {"Cc", "Cs"} or letter in _TURNING for letter in label)
            assert len(component.get("custom_id") or "") <= 100
            for option in component.get("options", []):
                assert 1 <= len(option["label"]) <= 100
                assert len(option.get("description") or "") <= 100


def hostile_passage(text: str) -> Passage:
    return passage(
        text, speaker=text, mention=text, outlet=text, title=text, article_outlet=text, url=f"https://{text}"
    )


def summary(text: str) -> ArticleSummary:
    return ArticleSummary("a", text, text, (), date(2026, 2, 14), f"https://x.example/{text}", 1, 1)


def hostile_annotated(text: str) -> AnnotatedArticle:
    """An article of that text, all of which that person said."""
    body = f"“{text}”"
    article = replace(read_text(body, title=text, outlet=text, url=f"https://x.example/{text}"), id=text)
    content = (Span(0, len(body)),)
    said = Attribution(content, None, None, text, SpeakerType.PERSON, None, ContentKind.DIRECT, Act.SAID, "a")
    return AnnotatedArticle(article, (), (said,))


def feed(text: str) -> Subscription:
    return Subscription(1, "c", f"https://x.example/{text}", text, "1", NOW, NOW, NOW, None, None, 1, text, 1, 1, 1)


@pytest.mark.parametrize(("say", "first", "step"), PAGES)
def test_no_page_shows_them_as_anything_but_text(
    monkeypatch: pytest.MonkeyPatch, say: Wording, first: int, step: int
) -> None:
    monkeypatch.setattr("bot.render.markdown.clean", lru_cache(maxsize=100)(clean))  # of each string hundreds of times
    for text in STRINGS[first::step]:
        shown = hostile_passage(text)
        person = Person(text, SpeakerType.PERSON, 1, 1, None, (text,))
        report = Report(1, NOW, "7", "a", text, Span(0, 1), None, text, text, text, text, ReportState.OPEN, None)
        changes = tuple(Difference(change, text, text) for change in Change)
        traces = (Trace(text, Likeness.ALTERED, shown, Claim.WRONG, text, changes, ()),)
        keeps_limits([answer_page(Answer(text, (shown,) * 5, None, (), 1.0), say, user_id=7, home=8)])
        delete = delete_action(7, say, 8)
        keeps_limits([more_page(shown, say, heading="### …", reportable=True, share=True, delete=delete)])
        keeps_limits(quotes_pages(text, Quotes(person, (shown,), None, ()), say, about=text))
        keeps_limits(people_pages([person], say, most=5))
        keeps_limits(articles_pages([summary(text)], say))
        changes = change_actions("a", say, owner=7, undo=True)
        annotated = hostile_annotated(text)
        keeps_limits([article_page(annotated, say, changes=changes)])
        keeps_limits([edited_page(summary(text), say), removal_page(summary(text), say, undone=True)])
        keeps_limits([subscribed_page(feed(text), 3, say, anew=False), feed_edited_page(feed(text), say)])
        keeps_limits([context_page(annotated, Span(2, 2 + max(1, len(text) // 2)), say)])
        keeps_limits(trace_pages(traces, say))
        settled = replace(report, state=ReportState.CORRECTED, settled_by=text)
        done = settled_words(report, text, 1, say)
        keeps_limits([queue_page(Case((replace(report, id=2), report), shown), 1, 2, say, done=done)])
        keeps_limits([settled_page(settled, None, say), outcome_page(settled, None, text, say)])
        counts = dict.fromkeys(Changed, 9)
        made = Correction(1, "a", text, 0, text, SpeakerType.PERSON, text, NOW)
        changed = ChangesList(Changed.SPEAKERS, (made,) * 5, 1, counts, {"a": text})
        keeps_limits([changes_page(changed, say, done=correction_words(made, {"a": text}, say))])
        rule = NameRule(1, NameRuleKind.MERGE, (text,) * 4, text)
        changed = ChangesList(Changed.NAMES, (rule,), 1, counts, {})
        keeps_limits([changes_page(changed, say, done=rule_words(rule, say))])
        keeps_limits(records_pages([Record(NOW, "7", "add", text, text)], say))
        keeps_limits(feeds_pages([feed(text)], say))
        found = Highlights((shown,) * 5, ((text, 3),) * 7, 9)
        keeps_limits([announcement_page(summary(text), found, say, feed=text)])
        filters = Preferences(announce_people=(text,), announce_outlets=(text,), announce_words=(text,))
        keeps_limits([Page((TextBlock((filters_line(filters, say),)),), Accent.ANSWER)])
        keeps_limits([digest_page(found, "week", date(2026, 2, 14), say)])
        alert = Alert(1, "c", NOW, "7", None, "en", Interest(text, text, text), 0, None, refused=True)
        keeps_limits([news_page(News(alert, 9, (shown,) * 5, 3), text, say), alert_welcome_page(alert, text, say)])
        keeps_limits([alert_set_page(alert, say, known=False), *alerts_pages([alert] * 7, say)])
        lines = [Added(text, Addition(summary(text), Outcome.ADDED)), Added(text, problem=text)]
        keeps_limits([additions_page(lines, 2, say, user_id=7)])


def hostile_article(strings: Sequence[str], number: int) -> Article:
    paragraphs = "\n\n".join(
        f"“The kelp {' '.join(text.split())[:900]} is here,” said Maren Holt{at} on Monday."
        for at, text in enumerate(strings)
    )
    title = strings[0].encode("utf-8", "replace").decode()
    return read_text(paragraphs.encode("utf-8", "replace").decode(), id=f"k{number}", title=title, outlet=title)


@pytest.mark.parametrize("chunk", range(10))
async def test_no_reply_shows_them_as_anything_but_text(env: simcord.Env, library: Library, chunk: int) -> None:
    server = make_server(env, "hostile")
    own = library.of(community_of(server.guild.id))
    strings = [text.encode("utf-8", "replace").decode() for text in CHUNKS[chunk]]
    own.alerts.add("7", Interest(topic="kelp"), spoken="en", tell_in=str(server.channel.id))
    for number in range(4):
        own.add(hostile_article(strings[number * 25 : number * 25 + 25], number))
    for text in strings[:20]:
        own.feeds.add("https://feeds.example/" + str(len(own.feeds.list())), text[:200], announce_in=None)
    person = own.people(limit=1)[0].name
    own.audit.add("7", "add", strings[0], strings[1])
    said = own.quotes(person).passages[0]
    own.reports.file(said, "7", suggestion=strings[2][:90], note=strings[3][:400])
    message = await server.other.send(server.channel, strings[4][:1_900])
    mod, channel = server.moderator, server.channel
    results = [
        await server.member.slash(channel, "ask", question=f"kelp {strings[5]}"[:300]),
        await server.member.slash(channel, "ask", question="kelp", speaker=strings[6][:100], private=True),
        await server.member.slash(channel, "quotes", person=strings[7][:100]),
        await server.member.slash(channel, "quotes", person=person),
        await server.member.slash(channel, "quotes", person=person, about=f"kelp {strings[9]}"[:100]),
        await server.member.slash(channel, "ask", question="kelp", since=strings[10][:100]),
        await server.member.slash(channel, "people"),
        await server.member.slash(channel, "library latest"),
        await server.member.context_menu(channel, "Who said this?", message),
        await mod.slash(channel, "article list"),
        await mod.slash(channel, "reports"),
        await mod.slash(channel, "feed list"),
        await mod.slash(channel, "person merge", person=strings[8][:100], other=person),
        await server.member.slash(channel, "alert add", person=strings[9][:100], topic=strings[10][:100]),
        await server.member.slash(channel, "alert list"),
    ]
    for result in results:
        only_text(text_of(result.response).split("\n"))
    await env.advance_time(61)
    (told,) = [text for message in channel.history() if (text := text_of(message)).startswith("### 🔔")]
    only_text(told.split("\n"))
    more = await server.other.click(await more_of(server.other, results[0].response), label="Others on this")
    only_text(text_of(more.response).split("\n"))
    await server.member.send(channel, f"{env.bot.user.mention} {strings[11][:200]}", reply_to=results[0].response)
    only_text(text_of(channel.last_message).split("\n"))
    _ = env.errors
    checked(env)


async def test_hostile_links_and_forms_are_refused_or_shown_as_text(env: simcord.Env, newcomer: Server) -> None:
    for text in STRINGS[1:60:7]:
        form = await newcomer.moderator.slash(newcomer.channel, "article add")
        sent = await newcomer.moderator.submit_modal(form, {"text": text[:3_900] or "x", "link": text[:400]})
        only_text(text_of(sent.response).split("\n"))
        if buttons_of(sent.response).get("Edit"):
            edit = await newcomer.moderator.click(sent.response, label="Edit")
            shown = text.replace("\n", " ")
            mended = {"title": shown[:900], "outlet": shown[:90], "date": "", "link": ""}
            saved = await newcomer.moderator.submit_modal(edit, mended)
            only_text(text_of(saved.response).split("\n"))
    assert env.errors == []

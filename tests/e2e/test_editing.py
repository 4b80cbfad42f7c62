"""What was added is edited and taken back, by those who may; lists of articles and people lead on."""

from dataclasses import replace
from datetime import date

import discord
import pytest
import simcord
from discord import app_commands

from bot.app import build_bot
from bot.context.preferences import community_of
from bot.context.replies import NOBODY, Still
from bot.render.articles import edited_page
from bot.render.moderation import Added, additions_page
from bot.settings import Settings
from index import Addition, ArticleNotFoundError, Library, LinkTakenError, Outcome
from tests.bot.samples import ENGLISH
from tests.e2e.world import (
    HARBOUR,
    Server,
    buttons_of,
    failed_with,
    links_of,
    local_fetcher,
    offer,
    options_of,
    orchard,
    text_of,
    typed_in,
)

pytestmark = pytest.mark.once

ASKED = "Who waited eleven years for the dredger?"
MENDED = {"title": "Dredger comes", "outlet": "Ebb", "date": "2026-02-15", "link": "https://ebb.example/a#top"}


def opened(message: object, label: str) -> str:
    """The value of a menu's line."""
    return next(option["value"] for option in options_of(message) if option["label"].startswith(label))


async def test_what_was_added_is_edited_seen_and_taken_back_after_a_restart_too(
    env: simcord.Env, newcomer: Server, settings: Settings, library: Library
) -> None:
    mod, own = newcomer.moderator, library.of(community_of(newcomer.guild.id))
    added = await mod.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    assert list(buttons_of(added.response)) == ["Who is quoted?", "Edit", "Undo"]
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    quoted = await mod.click(added.response, label="Who is quoted?")
    assert "**Maren Holt** · 2 quotations" in text_of(quoted.response)
    form = await mod.click(added.response, label="Edit")
    assert form.modal is not None
    assert typed_in(form.modal)["title"] == "Dredging of Saltmere harbour to begin in April"
    wrong = await mod.submit_modal(form, MENDED | {"date": "soon", "link": "javascript:alert(1)"})
    assert "year-month-day" in text_of(wrong.response)
    assert "http or https" in text_of(wrong.response)
    again = await mod.click(wrong.response, label="Back to the form")
    saved = await mod.submit_modal(again, MENDED)
    assert text_of(saved.response).startswith("Saved: **Dredger comes**")
    (article,) = own.articles()
    assert (article.title, article.outlet, article.published, article.url) == (
        "Dredger comes",
        "Ebb",
        date(2026, 2, 15),
        "https://ebb.example/a",
    )
    answer = await newcomer.member.slash(newcomer.channel, "ask", question=ASKED)
    assert "[Dredger comes](https://ebb.example/a)" in text_of(answer.response)
    gone = await mod.click(added.response, label="Undo")
    assert text_of(gone.response).startswith("Taken back: **Dredger comes**")
    assert len(own) == 0
    late = await mod.click(saved.response, label="Edit")
    assert "no longer in the library" in text_of(late.response)
    acts = [record.act for record in own.audit.list(limit=9)]
    assert acts == ["remove", "edit", "add"]


async def test_a_role_that_may_add_adds_from_a_message_and_mends_its_own_alone(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    own = library.of(community_of(saltmere.guild.id))
    reporters = saltmere.guild.create_role("Reporters")
    reporter = saltmere.guild.add_member(env.create_user("reporter"), roles=[reporters])
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, [reporters], custom_id="live:adders")
    message = await saltmere.member.send(saltmere.channel, "Gulls leave\n\n“The gulls have left,” said Bo Marsh.")
    form = await reporter.context_menu(saltmere.channel, "Add to library", message)
    added = await reporter.submit_modal(form, typed_in(form.modal))
    assert text_of(added.response).startswith("Added: **Gulls leave**")
    mended = await reporter.submit_modal(await reporter.click(added.response, label="Edit"), {"title": "Gulls gone"})
    assert text_of(mended.response).startswith("Saved: **Gulls gone**")
    assert list(buttons_of((await reporter.slash(saltmere.channel, "help")).response)) == ["Add an article"]
    dredging = next(article for article in own.articles() if article.title.startswith("Dredging"))
    for page in (
        edited_page(dredging, ENGLISH),
        additions_page([Added("a", Addition(dredging, Outcome.ADDED))], 1, ENGLISH, user_id=saltmere.moderator.id),
    ):
        await env.bot.get_channel(saltmere.channel.id).send(view=Still(page), allowed_mentions=NOBODY)
        refused = await reporter.click(saltmere.channel.history()[-1], label="Edit")
        assert "Manage Server" in text_of(refused.response)
    undone = await reporter.click(saltmere.channel.history()[-1], label="Undo")
    assert "Manage Server" in text_of(undone.response)
    assert text_of((await reporter.click(added.response, label="Undo")).response).startswith("Taken back")
    assert own.articles() == (dredging,)


async def test_neither_members_nor_another_servers_moderators_change_an_article(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    (dredging,) = library.of(community_of(saltmere.guild.id)).articles()
    page = additions_page([Added("a", Addition(dredging, Outcome.ADDED))], 1, ENGLISH, user_id=quillon.moderator.id)
    for server, person, said in (
        (saltmere, saltmere.member, "Only moderators of this server"),
        (quillon, quillon.moderator, "no longer in the library"),
    ):
        await env.bot.get_channel(server.channel.id).send(view=Still(page), allowed_mentions=NOBODY)
        posted = server.channel.history()[-1]
        for label in ("Edit", "Undo"):
            refused = await person.click(posted, label=label)
            assert said in text_of(refused.followups[-1] if refused.followups else refused.response)
    quoted = await quillon.member.click(quillon.channel.history()[-1], label="Who is quoted?")
    assert "no longer in the library" in text_of(quoted.response)
    assert library.of(community_of(saltmere.guild.id)).articles() == (dredging,)


async def test_two_moderators_edit_at_once_and_one_removes_meanwhile(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    own = library.of(community_of(saltmere.guild.id))
    own.add(replace(orchard(), url="https://echo.example/plums"))
    second = saltmere.guild.add_member(env.create_user("second"), roles=[saltmere.role])
    (choice,) = await second.autocomplete(saltmere.channel, "article edit", "article", "dredg")
    first = await saltmere.moderator.slash(saltmere.channel, "article edit", article=choice["value"])
    other = await second.slash(saltmere.channel, "article edit", article=choice["value"])
    await saltmere.moderator.submit_modal(first, typed_in(first.modal) | {"outlet": "Ebb"})
    taken = await second.submit_modal(other, typed_in(other.modal) | {"link": "http://echo.example/plums/"})
    assert "has that link already" in text_of(taken.response)
    late = await second.slash(saltmere.channel, "article edit", article=choice["value"])
    assert typed_in(late.modal)["outlet"] == "Ebb"
    await saltmere.moderator.slash(saltmere.channel, "article remove", article=choice["value"])
    gone = await second.submit_modal(late, typed_in(late.modal))
    assert "There is no article" in text_of(gone.response)
    failed_with(env, LinkTakenError, ArticleNotFoundError)


async def test_several_articles_open_from_a_menu_with_what_may_be_done(newcomer: Server, library: Library) -> None:
    mod = newcomer.moderator
    files = {"file": ("a.txt", HARBOUR.encode()), "file2": ("b.txt", b"Gulls leave\n\nThe gulls left, said Bo Marsh.")}
    added = await mod.slash(newcomer.channel, "article add", **files)
    gulls = await mod.select(added.response, [opened(added.response, "Gulls")], custom_id="on:open")
    assert list(buttons_of(gulls.response)) == ["Edit", "Undo"]
    await mod.click(gulls.response, label="Undo")
    listed = await mod.slash(newcomer.channel, "article list")
    assert text_of(listed.response).startswith("### 1 article")
    shown = await mod.select(listed.response, [opened(listed.response, "Dredging")], custom_id="on:open")
    assert list(buttons_of(shown.response)) == ["Edit", "Remove"]
    gone = await mod.click(shown.response, label="Remove")
    assert "No feed will bring it back" in text_of(gone.response)
    assert len(library.of(community_of(newcomer.guild.id))) == 0


async def test_articles_and_people_lead_to_what_they_say_after_a_restart_too(
    env: simcord.Env, saltmere: Server, quillon: Server, settings: Settings, library: Library
) -> None:
    member, channel = saltmere.member, saltmere.channel
    latest = await member.slash(channel, "library latest")
    people = await member.slash(channel, "people")
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    article = await saltmere.other.select(latest.response, [opened(latest.response, "Dredging")], custom_id="on:open")
    assert article.ephemeral
    assert links_of(article.response) == ["https://courier.example/dredging"]
    assert "Edit" not in buttons_of(article.response)
    said = await saltmere.other.select(article.response, [opened(article.response, "Ilse Brandt")], custom_id="on:open")
    assert "> “Fishing boats may use the lighthouse channel until noon,”" in text_of(said.response)
    quotes = await member.select(people.response, [opened(people.response, "Maren Holt")], custom_id="on:open")
    assert quotes.ephemeral
    assert text_of(quotes.response).startswith("### Maren Holt")
    value = opened(latest.response, "Dredging")
    shown = await quillon.member.slash(quillon.channel, "library latest")
    view = env.bot.get_channel(quillon.channel.id)
    await view.send(view=_menu(value), allowed_mentions=NOBODY)
    foreign = await quillon.member.select(quillon.channel.history()[-1], [value], custom_id="on:open")
    assert "no longer in the library" in text_of(foreign.response)
    assert "Dredging" not in text_of(shown.response)


def _menu(value: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView()
    options = [discord.SelectOption(label="…", value=value)]
    view.add_item(discord.ui.ActionRow(discord.ui.Select(custom_id="on:open", options=options)))
    view.stop()
    return view


@pytest.mark.parametrize("name", ["article:0", "person:", "x", "article:ffffffffffff"])
async def test_a_menu_of_nothing_says_so(env: simcord.Env, saltmere: Server, name: str) -> None:
    await env.bot.get_channel(saltmere.channel.id).send(view=_menu(name), allowed_mentions=NOBODY)
    result = await saltmere.member.select(saltmere.channel.history()[-1], [name], custom_id="on:open")
    assert "no longer in the library" in text_of(result.response)


async def test_a_member_offered_the_commands_edits_nothing(env: simcord.Env, saltmere: Server) -> None:
    await offer(env, saltmere, "feed", saltmere.member)
    refused = await saltmere.member.slash(saltmere.channel, "feed edit", feed="1")
    assert refused.modal is None
    assert "Manage Server" in text_of(refused.response)
    failed_with(env, app_commands.MissingPermissions)

"""Announcements as moderators set them, and digests: each once, over a restart too, with nobody pinged but one role."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import discord
import simcord

from bot.app import build_bot
from bot.context.preferences import Rhythm, community_of
from bot.context.replies import NOBODY
from bot.services.digests import DigestPeriod
from bot.settings import Settings
from index import Fetcher, Library, read_text
from index.store import Store
from index.store.rows import to_text
from tests.e2e.world import HARBOUR, ORCHARD, Server, orchard, text_of


async def panel_of(server: Server) -> object:
    settings = await server.moderator.slash(server.channel, "settings")
    opened = await server.moderator.click(settings.response, label="Announcements and digest")
    assert opened.ephemeral
    return opened.response


async def announce_in(server: Server, channel: object) -> None:
    settings = await server.moderator.slash(server.channel, "settings")
    await server.moderator.select(settings.response, [channel], custom_id="live:announcements")


async def test_an_added_article_is_announced_with_its_best_quotations_a_thread_and_a_ping(
    env: simcord.Env, newcomer: Server, library: Library, settings: Settings, fetcher: Fetcher
) -> None:
    mod, channel = newcomer.moderator, newcomer.guild.create_text_channel("wire")
    own = library.of(community_of(newcomer.guild.id))
    own.add(read_text("Fog lifts\n\n“The fog is gone,” said Bo Marsh, a pilot.\n"))
    await env.advance_time(61)
    readers = newcomer.guild.create_role("Readers")
    await announce_in(newcomer, channel)
    panel = await panel_of(newcomer)
    await mod.click(panel, custom_id="live:announce_added")
    await mod.click(panel, custom_id="live:announce_thread")
    await mod.select(panel, [readers], custom_id="live:announce_role")
    form = await mod.click(panel, label="Choose…")
    await mod.submit_modal(form, {"people": "Maren Holt, Zeb Quark", "outlets": "", "words": "lighthouse"})
    assert "quote Maren Holt, Zeb Quark · are about lighthouse" in text_of(panel)
    nothing = await mod.click(panel, label="Preview")
    assert "No article here would be announced" in text_of(nothing.response)

    own.add(orchard())
    await mod.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await env.advance_time(61)
    (announced,) = [m for m in channel.history() if "###" in text_of(m)]
    shown = text_of(announced)
    assert shown.startswith(f"<@&{readers.id}>\n### Dredging of Saltmere harbour to begin in April")
    assert "> “We have waited eleven years for this dredger,” said Maren Holt, the harbour master." in shown
    assert "— **Ilse Brandt**, direct quotation" in shown
    assert "-# Quoted: **Maren Holt**, **Ilse Brandt**" in shown
    (thread,) = channel.threads
    assert thread.name == "Dredging of Saltmere harbour to begin in April"
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await env.advance_time(200)
    assert len([m for m in channel.history() if "###" in text_of(m)]) == 1
    previewed = await mod.click(await panel_of(newcomer), label="Preview")
    assert previewed.ephemeral
    assert text_of(previewed.response) == shown.split("\n", 1)[1]


async def test_a_forum_gets_a_post_and_what_was_begun_is_not_said_twice(
    env: simcord.Env, saltmere: Server, library: Library, settings: Settings, fetcher: Fetcher
) -> None:
    await env.advance_time(61)
    forum = saltmere.guild.create_forum_channel("wire")
    await announce_in(saltmere, forum)
    await saltmere.moderator.click(await panel_of(saltmere), custom_id="live:announce_added")
    own = library.of(community_of(saltmere.guild.id))
    own.add(orchard())
    await env.advance_time(61)
    (post,) = forum.threads
    assert post.name == "Frost ruins the plum harvest at Quillon"
    assert "— **Tobias Renn**, direct quotation" in text_of(post.history()[0])
    with closing(Store(settings.opened)) as store:  # as if the process had died before it could write down that it was
        store.write("UPDATE arrivals SET announced = 2")
    own.removals.remove("dredging-of-saltmere-harbour-to-begin-in-april")
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await env.advance_time(61)
    assert len(forum.threads) == 1
    assert own.arrivals.pending() == ()


async def test_a_digest_is_posted_once_with_its_sources(
    env: simcord.Env, newcomer: Server, quillon: Server, library: Library, settings: Settings, fetcher: Fetcher
) -> None:
    own = library.of(community_of(newcomer.guild.id))
    for text, outlet in ((HARBOUR, "Saltmere Courier"), (ORCHARD, "Quillon Echo")):
        own.add(read_text(text, outlet=outlet, url="https://courier.example/" + outlet.split()[0]))
    panel = await panel_of(newcomer)
    await newcomer.moderator.select(panel, [newcomer.channel], custom_id="live:digest_in")
    await newcomer.moderator.select(panel, ["day"], custom_id="live:digest")
    shown = await newcomer.moderator.click(panel, label="Preview of the digest")
    assert "Most quoted: **Maren Holt** (2)" in text_of(shown.response)
    await env.advance_time(301)
    assert newcomer.channel.history() == []

    came = DigestPeriod.last(Rhythm.DAY, datetime.now(UTC)).until - timedelta(hours=1)
    with closing(Store(settings.opened)) as store:
        store.write("UPDATE arrivals SET at = ?", to_text(came))
        store.write("UPDATE digests SET sent = '2026-01-01'")
    await env.advance_time(301)
    (digest,) = newcomer.channel.history()
    words = text_of(digest)
    assert words.startswith("### 🗞️ The day up to")
    assert "Most quoted: **Maren Holt** (2), **Ilse Brandt** (1)" in words
    assert "> “There will be no plum jam this winter,” said Tobias Renn, a grower." in words
    assert "[Frost ruins the plum harvest at Quillon](https://courier.example/Quillon) · Quillon Echo" in words
    listed = await newcomer.member.click(digest, label="All its articles")
    assert listed.ephemeral
    assert "Dredging of Saltmere harbour" in text_of(listed.response)

    with closing(Store(settings.opened)) as store:  # as if the process had died before it could write down that it was
        day = DigestPeriod.last(Rhythm.DAY, datetime.now(UTC)).day.isoformat()
        store.write("UPDATE digests SET sent = '2026-01-01', begun = ?", day)
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await env.advance_time(301)
    assert len(newcomer.channel.history()) == 1
    assert own.digests.state() is not None
    posted = await env.bot.get_channel(newcomer.channel.id).fetch_message(digest.id)
    copied = discord.ui.LayoutView.from_message(posted)
    elsewhere = await env.bot.get_channel(quillon.channel.id).send(view=copied, allowed_mentions=NOBODY)
    foreign = await quillon.member.click(quillon.channel.history()[-1], label="All its articles")
    assert "Saltmere" not in text_of(foreign.response), elsewhere
    panel = await panel_of(newcomer)
    await newcomer.moderator.select(panel, ["never"], custom_id="live:digest")
    assert own.digests.state() is None


def test_a_period_ends_at_seven_and_a_week_on_monday() -> None:
    early, late = datetime(2026, 11, 25, 6, 59, tzinfo=UTC), datetime(2026, 11, 25, 7, tzinfo=UTC)
    assert [str(DigestPeriod.last(Rhythm.DAY, now).day) for now in (early, late)] == ["2026-11-24", "2026-11-25"]
    week = DigestPeriod.last(Rhythm.WEEK, late)
    assert (str(week.day), week.until - week.since) == ("2026-11-23", timedelta(days=7))
    assert DigestPeriod.ending(Rhythm.WEEK, week.day) == week
    assert str(DigestPeriod.last(Rhythm.WEEK, datetime(2026, 11, 23, 6, tzinfo=UTC)).day) == "2026-11-16"

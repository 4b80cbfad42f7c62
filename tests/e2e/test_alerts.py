"""Alerts: set, told, ended; each passage once, over a restart too, and to nobody whom it does not concern."""

from contextlib import closing

import discord
import pytest
import simcord
from discord.app_commands import MissingPermissions

from bot.app import build_bot
from bot.context.errors import Refusal
from bot.context.preferences import community_of
from bot.context.replies import NOBODY, Still
from bot.i18n.wording import Language, Wordings
from bot.render.alerts import alerts_pages, news_page
from bot.settings import Settings
from index import OWN_ALERTS, Fetcher, Interest, Library, News, read_text
from index.store import Store
from tests.e2e.world import HARBOUR, ORCHARD, Server, buttons_of, failed_with, harbour, text_of

pytestmark = pytest.mark.once

WEIR = "Weir is mended\n\n“We have mended it twice,” said Maren Holt, who keeps the weir.\n"


def told(messages: list[discord.Message]) -> list[str]:
    """What alerts have told in a channel."""
    return [text for message in messages if (text := text_of(message)).startswith("### 🔔")]


async def test_a_member_is_told_by_direct_message_until_the_alert_is_ended(
    env: simcord.Env, newcomer: Server, library: Library, settings: Settings, fetcher: Fetcher
) -> None:
    member, mod = newcomer.member, newcomer.moderator
    set_ = await member.slash(newcomer.channel, "alert add", person="Maren Holt", topic="dredger")
    assert set_.ephemeral
    assert "Alert set: **Maren Holt** · about **dredger**" in text_of(set_.response)
    assert "No article here has that name yet." in text_of(set_.response)
    mail = member.user.dm_channel
    (welcome,) = mail.history()
    assert "**newcomer**" in text_of(welcome)

    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await mod.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    await mod.slash(newcomer.channel, "article add", file=("orchard.txt", ORCHARD.encode()))
    await env.advance_time(61)
    (news,) = told(mail.history())
    assert news.startswith("### 🔔 **Maren Holt** · about **dredger**")
    assert "> “We have waited eleven years for this dredger,” said Maren Holt, the harbour master." in news
    assert "— **Maren Holt**, direct quotation" in news
    assert "lighthouse" not in news

    with closing(Store(settings.opened)) as store:  # as if the process had died before it could write down that it was
        store.write("UPDATE alerts SET begun = told, told = 0, told_at = NULL")
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    await env.advance_time(200)
    assert len(mail.history()) == 2
    ended = await member.user.click(mail.history()[-1], label="End this alert")
    assert "Alert ended: **Maren Holt**" in text_of(ended.response)
    again = await member.user.click(mail.history()[-1], label="End this alert")
    assert "no such alert" in text_of(again.response)
    assert library.of(community_of(newcomer.guild.id)).alerts.of(str(member.id)) == ()


async def test_a_channel_is_told_and_only_moderators_set_and_end_that(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    own = library.of(community_of(saltmere.guild.id))
    refused = await saltmere.member.slash(saltmere.channel, "alert add", topic="weir", channel=saltmere.channel)
    assert "Manage Server" in text_of(refused.response)
    set_ = await saltmere.moderator.slash(saltmere.channel, "alert add", topic="weir", channel=saltmere.channel)
    assert f"posted in <#{saltmere.channel.id}>" in text_of(set_.response)
    own.add(read_text(WEIR))
    library.of(community_of(quillon.guild.id)).add(read_text(WEIR))
    await env.advance_time(61)
    (news,) = told(saltmere.channel.history())
    assert "“We have mended it twice,”" in news
    assert told(quillon.channel.history()) == []

    posted = saltmere.channel.history()[-1]
    refused = await saltmere.member.click(posted, label="End this alert")
    assert refused.ephemeral
    assert "Only those who may manage the server" in text_of(refused.response)
    foreign = await quillon.moderator.slash(quillon.channel, "alert list")
    assert "no alerts in this server" in text_of(foreign.response)
    assert "no alerts in this server" in text_of((await saltmere.member.slash(saltmere.channel, "alert list")).response)
    listed = await saltmere.moderator.slash(saltmere.channel, "alert list")
    ended = await saltmere.moderator.click(listed.response, label="End: weir")
    assert "Alert ended" in text_of(ended.response)
    assert own.alerts.in_places() == ()
    assert [record.act for record in own.audit.list(limit=2)] == ["alert-end", "alert-add"]
    failed_with(env, MissingPermissions)


async def test_a_guessed_button_ends_nobody_elses_alert(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    own = library.of(community_of(saltmere.guild.id)).alerts
    mine = own.add(str(saltmere.member.id), Interest(topic="weir"), spoken="en")
    channels = own.add("1", Interest(topic="lock"), spoken="en", tell_in=str(saltmere.channel.id))
    say = Wordings().of(Language.ENGLISH)
    for server, person, alert, words in (
        (saltmere, saltmere.moderator, mine, "somebody else’s"),
        (quillon, quillon.moderator, mine, "somebody else’s"),
        (quillon, quillon.moderator, channels, "no such alert"),
        (saltmere, saltmere.member, channels, "Only those who may manage the server"),
    ):
        for page, label in (
            (alerts_pages([alert], say)[0], f"End: {alert.interest.topic}"),
            (news_page(News(alert, 7, (), 0), "x", say), "End this alert"),
        ):
            await env.bot.get_channel(server.channel.id).send(view=Still(page), allowed_mentions=NOBODY)
            refused = await person.click(server.channel.history()[-1], label=label)
            assert words in text_of(refused.followups[-1] if refused.followups else refused.response)
    assert (own.of(str(saltmere.member.id)), own.in_places()) == ((mine,), (channels,))


async def test_whoever_has_left_or_takes_no_messages_is_told_nothing(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    own = library.of(community_of(saltmere.guild.id))
    nothing = await saltmere.member.slash(saltmere.channel, "alert add")
    assert "a person, a topic or an outlet" in text_of(nothing.response)
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    closed = await saltmere.member.slash(saltmere.channel, "alert add", topic="weir")
    assert "may not send you direct messages" in text_of(closed.response)
    assert own.alerts.of(str(saltmere.member.id)) == ()

    for one in (saltmere.member, saltmere.other):
        await one.slash(saltmere.channel, "alert add", topic="weir")
    saltmere.guild.remove_member(saltmere.other)
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    own.add(read_text(WEIR))
    await env.advance_time(61)
    assert told(saltmere.other.user.dm_channel.history()) == []
    assert own.alerts.of(str(saltmere.other.id)) == ()
    listed = await saltmere.member.slash(saltmere.channel, "alert list")
    assert "could not be delivered" in text_of(listed.response)
    assert buttons_of(listed.response) == {"End: weir": True}
    failed_with(env, Refusal, Refusal)


async def test_privacy_counts_and_deletes_them(env: simcord.Env, saltmere: Server, library: Library) -> None:
    await saltmere.member.slash(saltmere.channel, "alert add", outlet="saltmere courier")
    shown = await saltmere.member.slash(saltmere.channel, "privacy")
    assert "1 alert" in text_of(shown.response)
    sure = await saltmere.member.click(shown.response, label="Delete my data")
    await saltmere.member.click(sure.response, label="Delete it for good")
    library.of(community_of(saltmere.guild.id)).add(harbour())
    assert library.of(community_of(saltmere.guild.id)).alerts.of(str(saltmere.member.id)) == ()
    await env.advance_time(61)
    assert told(saltmere.member.user.dm_channel.history()) == []


async def test_what_cannot_be_set_says_why(env: simcord.Env, saltmere: Server, library: Library) -> None:
    own = library.of(community_of(saltmere.guild.id)).alerts
    hushed = discord.PermissionOverwrite(send_messages=False)
    closed = saltmere.guild.create_text_channel("vault", overwrites={env.bot.user: hushed})
    nothing = await saltmere.moderator.slash(saltmere.channel, "alert add", topic="weir", channel=closed)
    assert "may not write in \\#vault" in text_of(nothing.response)
    empty = await saltmere.member.slash(saltmere.channel, "alert add", topic="the of a")
    assert "no word in that to look out for" in text_of(empty.response)
    for number in range(OWN_ALERTS):
        own.add(str(saltmere.member.id), Interest(topic=f"weir {number}"), spoken="en")
    many = await saltmere.member.slash(saltmere.channel, "alert add", topic="lock")
    assert "25 alerts already" in text_of(many.response)
    listed = await saltmere.member.slash(saltmere.channel, "alert list")
    assert sum(label.startswith("End: ") for label in buttons_of(listed.response)) == 5
    further = await saltmere.member.click(listed.response, label="Next")
    assert "End: weir 5" in buttons_of(further.response)
    ended = await saltmere.member.click(listed.response, label="End: weir 5")
    assert "Alert ended: about **weir 5**" in text_of(ended.response)
    assert len(own.of(str(saltmere.member.id))) == OWN_ALERTS - 1
    failed_with(env, Refusal, Refusal, Refusal)

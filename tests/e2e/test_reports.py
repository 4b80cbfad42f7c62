"""Reports in the moderators' channel, the word to who made them, and changes that are taken back."""

from typing import Any

import discord
import pytest
import simcord

from bot.app import build_bot
from bot.context.asker import Asker
from bot.render.reversals import Changed
from bot.settings import Settings
from index import Library, ReportNotFoundError
from tests.bot.samples import ENGLISH
from tests.e2e.test_moderation import ASKED, speaker
from tests.e2e.world import Server, buttons_of, failed_with, links_of, local_fetcher, more_of, text_of

pytestmark = pytest.mark.once

FISHING = "Who may use the lighthouse channel until noon?"


@pytest.fixture
def desk(saltmere: Server) -> Any:
    """A channel in which the server may want its reports."""
    return saltmere.guild.create_text_channel("desk")


async def choose(server: Server, channel: Any) -> str:
    """Have reports posted to a channel, and give what the settings say then."""
    panel = await server.moderator.slash(server.channel, "settings")
    await server.moderator.select(panel.response, [channel], custom_id="live:reports")
    return text_of(panel.response)


async def report(server: Server, who: Any, question: str = ASKED, **fields: Any) -> None:
    answer = await who.slash(server.channel, "ask", question=question)
    form = await who.click(await more_of(who, answer.response), label="Wrong speaker?")
    await who.submit_modal(form, fields)


def told(who: Any) -> list[str]:
    """What the bot wrote to somebody."""
    return [text_of(message) for message in who.user.dm_channel.history()]


async def test_reports_are_posted_settled_together_and_answered(
    env: simcord.Env, saltmere: Server, desk: Any, settings: Settings, library: Library
) -> None:
    await choose(saltmere, desk)
    await report(saltmere, saltmere.member, speaker="Ilse Brandt", note="I *was* there")
    await report(saltmere, saltmere.other, waits=False)
    first, second = desk.history()
    assert "Reported by" in text_of(first)
    assert "Note: I \\*was\\* there" in text_of(first)
    assert "-# “The lighthouse channel will be closed at night,” she said." in text_of(first)
    assert text_of(second).count("Reported by") == 2
    assert links_of(first) == ["https://courier.example/dredging"]
    refused = await saltmere.other.click(first, label="It was Ilse Brandt")
    assert "Manage Server" in text_of(refused.response)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    await saltmere.moderator.click(first, label="It was Ilse Brandt")
    for post in desk.history():
        assert text_of(post).startswith(f"Corrected by {saltmere.moderator.mention}")
        assert set(buttons_of(post)) == {"Context", "Source"}
        assert "I \\*was\\* there" not in text_of(post)
    (word,) = told(saltmere.member)
    assert word.startswith("### Your report in saltmere\nCorrected, thank you.")
    assert "— **Ilse Brandt**" in word
    assert told(saltmere.other) == []
    assert "**Ilse Brandt**" in await speaker(saltmere)
    assert library.reports.untold_anywhere() == ()


async def test_the_queue_goes_on_and_posts_follow_it(env: simcord.Env, saltmere: Server, desk: Any) -> None:
    await choose(saltmere, desk)
    await report(saltmere, saltmere.member)
    await report(saltmere, saltmere.member, FISHING)
    second = saltmere.guild.add_member(env.create_user("second"), roles=[saltmere.role])
    queue = await saltmere.moderator.slash(saltmere.channel, "reports")
    theirs = await second.slash(saltmere.channel, "reports")
    saltmere.guild.remove_member(second)
    former = saltmere.guild.add_member(second.user)
    refused = await former.click(theirs.response, label="Next")
    assert "Manage Server" in text_of(refused.response)
    saltmere.guild.remove_member(former)
    second = saltmere.guild.add_member(second.user, roles=[saltmere.role])
    await saltmere.moderator.click(queue.response, label="Next")
    assert "Fishing boats" in text_of(queue.response)
    await saltmere.moderator.click(queue.response, label="Previous")
    await saltmere.moderator.click(queue.response, label="Speaker is right")
    assert "Dismissed" in text_of(queue.response)
    assert "Report 1 of 1" in text_of(queue.response)
    assert "Fishing boats" in text_of(queue.response)
    await second.click(theirs.response, label="Speaker is right")
    assert "settled this report already" in text_of(theirs.response)
    assert "Fishing boats" in text_of(theirs.response)
    dredger, fishing = desk.history()
    assert text_of(dredger).startswith(f"Looked at by {saltmere.moderator.mention}: the speaker is right")
    (word,) = told(saltmere.member)
    assert "left the speaker as it was" in word
    form = await second.click(fishing, label="Somebody else…")
    await second.submit_modal(form, {"speaker": "Maren Holt"})
    assert "— **Maren Holt**" in text_of(desk.history()[1])
    assert len(told(saltmere.member)) == 2
    await saltmere.moderator.click(queue.response, label="Speaker is right")
    assert "settled this report already" in text_of(queue.response)
    assert "no open reports" in text_of(queue.response)


async def test_who_made_a_report_is_told_the_outcome_in_the_language_in_which_they_made_it(
    saltmere: Server, desk: Any, library: Library
) -> None:
    await choose(saltmere, desk)
    own = library.of(f"discord-{saltmere.guild.id}")
    for who, spoken in ((saltmere.member, "de"), (saltmere.other, "xx")):  # as of a bot that speaks more
        own.reports.file(own.ask(ASKED).passages[0], str(who.id), waits=True, spoken=spoken)
    await report(saltmere, saltmere.moderator)
    first, *_ = desk.history()
    await saltmere.moderator.click(first, label="Speaker is right")
    assert told(saltmere.member)[0].startswith("### Deine Meldung auf saltmere")
    assert told(saltmere.other)[0].startswith("### Your report in saltmere")


async def test_what_discord_does_not_take_is_told_later_or_not_at_all(
    env: simcord.Env, saltmere: Server, desk: Any, library: Library
) -> None:
    own = library.of(f"discord-{saltmere.guild.id}")
    nobody = discord.PermissionOverwrite(send_messages=False)
    closed = saltmere.guild.create_text_channel("closed", overwrites={env.bot.user: nobody})
    assert "I may not write in that channel" in await choose(saltmere, closed)
    await report(saltmere, saltmere.member, FISHING)
    assert (closed.history(), own.reports.untold()) == ([], ())
    assert "Every member sees that channel" in await choose(saltmere, desk)
    env.inject_error("POST", f"/channels/{desk.id}/messages", status=503, times=None)
    await report(saltmere, saltmere.member)
    assert len(own.reports.untold()) == 1
    assert desk.history() == []
    env.backend.faults.clear()
    with library.feeds.exclusive(f"reports of {own.community}") as held:  # as by another process
        assert held
        await env.advance_time(61)
        assert desk.history() == []
    await env.advance_time(61)
    (post,) = desk.history()
    env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await saltmere.moderator.click(post, label="Speaker is right")
    assert text_of(desk.history()[0]).startswith("Looked at by")
    assert told(saltmere.member) == []
    assert own.reports.untold() == ()


async def test_a_deleted_reporter_stands_in_no_post_and_is_accepted_no_more(
    env: simcord.Env, saltmere: Server, desk: Any, library: Library
) -> None:
    await choose(saltmere, desk)
    queue_before = await _queue_with(saltmere, "Ilse Brandt")
    await report(saltmere, saltmere.member, speaker="Ada Lint")
    late = await saltmere.moderator.click(queue_before, label="It was Ilse Brandt")
    assert "suggestion has changed" in text_of(late.followups[0])
    (post,) = desk.history()
    assert "It was Ada Lint" in buttons_of(post)
    library.privacy.forget_person(str(saltmere.member.id))
    await env.advance_time(61)
    (post,) = desk.history()
    assert saltmere.member.mention not in text_of(post)
    assert "Ada Lint" not in text_of(post)
    assert list(buttons_of(post)) == ["Somebody else…", "Speaker is right", "Context", "Source"]
    assert "**Maren Holt**" in await speaker(saltmere)


async def _queue_with(server: Server, suggestion: str) -> Any:
    await report(server, server.member, speaker=suggestion)
    return (await server.moderator.slash(server.channel, "reports")).response


async def test_corrections_and_names_are_taken_back(
    env: simcord.Env, saltmere: Server, quillon: Server, settings: Settings, library: Library
) -> None:
    mod, own = saltmere.moderator, library.of(f"discord-{saltmere.guild.id}")
    queue = await _queue_with(saltmere, "Ilse Brandt")
    await mod.click(queue, label="It was Ilse Brandt")
    await mod.slash(saltmere.channel, "person rename", person="Ilse Brandt", name="Dr Ilse Brandt")
    listed = await mod.slash(saltmere.channel, "corrections")
    assert listed.ephemeral
    assert "> “We have waited eleven years for this dredger,”" in text_of(listed.response)
    assert f"Corrected by {mod.mention}" in text_of(listed.response)
    await mod.click(listed.response, label="Names (1)")
    assert "**Ilse Brandt** is shown as **Dr Ilse Brandt**" in text_of(listed.response)
    names = await mod.slash(saltmere.channel, "corrections")
    await mod.click(names.response, label="Names (1)")
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    await mod.click(listed.response, label="Take back")
    assert "No name has been changed." in text_of(listed.response)
    await mod.click(names.response, label="Take back")
    assert "taken back already" in text_of(names.response)
    await mod.click(listed.response, label="Speakers (1)")
    (correction,) = own.corrections.list()
    stranger = Asker(quillon.moderator.id, quillon.guild.id, ENGLISH)
    await env.bot.reversals.undo(stranger, Changed.SPEAKERS, correction.id, 0)
    with pytest.raises(ReportNotFoundError):
        await env.bot.reports.accept(stranger, 1, "Oda Lind")
    assert own.corrections.list() == (correction,)
    saltmere.guild.remove_member(mod)
    former = saltmere.guild.add_member(mod.user)
    refused = await former.click(listed.response, label="Take back")
    assert "Manage Server" in text_of(refused.response)
    saltmere.guild.remove_member(former)
    again = saltmere.guild.add_member(mod.user, roles=[saltmere.role])
    await again.click(listed.response, label="Take back")
    assert "**Maren Holt**" in await speaker(saltmere)
    assert {record.act for record in own.audit.list()} >= {"undo-speakers", "undo-names"}
    failed_with(env)

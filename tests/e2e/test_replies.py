"""Replies: to the bot's own answer, which is a follow-up question, and to messages, which asks who said that."""

import pytest
import simcord

from bot.app import build_bot
from bot.settings import Settings
from bot.views.pager import BRIEF
from index import Fetcher, Library
from tests.e2e.world import Server, buttons_of, harbour, text_of

pytestmark = pytest.mark.once

ASKED = "Who waited eleven years for the dredger?"
POSTED = "“We have waited eleven years for this dredger” - Ilse Brandt"
FOUND = "> “The lighthouse channel will be closed at night,” she said."


async def test_a_reply_to_an_answer_is_a_question_about_it(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library, fetcher: Fetcher
) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {ASKED}")
    answer = saltmere.channel.last_message
    asked = await saltmere.other.send(saltmere.channel, "and what else did she say?", reply_to=answer)
    followed = saltmere.channel.last_message
    assert followed.reference.message_id == asked.id
    assert FOUND in text_of(followed)
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    again = f"{env.bot.user.mention} who said that?"
    await saltmere.member.send(saltmere.channel, again, reply_to=followed)
    assert FOUND in text_of(saltmere.channel.last_message)


async def test_a_reply_to_a_commands_answer_needs_the_mention(env: simcord.Env, saltmere: Server) -> None:
    answer = (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).response
    await saltmere.other.send(saltmere.channel, "and what else did she say?", reply_to=answer)
    assert len(saltmere.channel.history()) == 2
    await saltmere.other.send(saltmere.channel, f"{env.bot.user.mention} and what else did she say?", reply_to=answer)
    assert FOUND in text_of(saltmere.channel.last_message)


async def test_a_remark_below_an_answer_is_left_alone(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {ASKED}")
    answer = saltmere.channel.last_message
    remark = await saltmere.other.send(saltmere.channel, "thanks, mate", reply_to=answer)
    assert saltmere.channel.last_message.id == remark.id
    await saltmere.other.send(saltmere.channel, "which zeppelin landed?", reply_to=answer)
    assert saltmere.channel.last_message.author.id == env.bot.user.id
    await env.advance_time(BRIEF + 1)
    assert len(saltmere.channel.history()) == 4


async def test_without_the_intent_a_reply_to_a_message_is_told_the_way(env: simcord.Env, saltmere: Server) -> None:
    posted = await saltmere.other.send(saltmere.channel, POSTED)
    await saltmere.member.send(saltmere.channel, env.bot.user.mention, reply_to=posted)
    assert text_of(saltmere.channel.last_message).startswith("Discord does not show me the message")
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {ASKED}", reply_to=posted)
    assert "— **Maren Holt**" in text_of(saltmere.channel.last_message)


async def test_with_the_intent_a_reply_with_a_mention_says_who_said_it(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library, fetcher: Fetcher
) -> None:
    await env.restart_bot(build_bot(settings.model_copy(update={"message_content": "on"}), library, fetcher=fetcher))
    posted = await saltmere.other.send(saltmere.channel, POSTED)
    for words in ("", " who said this?", " is this real?", " Stimmt das?"):
        asked = await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention}{words}", reply_to=posted)
        verdict = saltmere.channel.last_message
        assert verdict.reference.message_id == asked.id
        assert text_of(verdict).startswith("### ❌ Somebody else said that"), words
        assert set(buttons_of(verdict)) == {"Context", "Source", "More", "Delete"}
    await env.advance_time(BRIEF + 1)
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} and what else did she say?", reply_to=verdict)
    assert FOUND in text_of(saltmere.channel.last_message)


async def test_in_direct_messages_a_reply_and_a_forwarded_message_say_it(env: simcord.Env, library: Library) -> None:
    library.add(harbour())
    reader = env.create_user("reader")
    posted = await reader.send_dm(POSTED)
    above = {"channel_id": str(reader.dm_channel.id), "message_id": str(posted.id)}
    await reader.send_dm("who said this?", reference=above)
    assert text_of(reader.dm_channel.last_message).startswith("### ❌ Somebody else said that")
    await reader.send_dm("", reference={"type": 1, **above})
    assert text_of(reader.dm_channel.last_message).startswith("### ❌ Somebody else said that")

import discord
import simcord

from index import Library
from tests.e2e.world import Server, buttons_of, failed_with, orchard, text_of

TURNING = {"Previous", "Next"}
QUESTION = "What did they say about the lighthouse channel and the dredger?"


async def test_buttons_turn_pages_for_the_asker(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    first = text_of(result.response)
    labels = buttons_of(result.response)
    place = next(label for label in labels if label.startswith("1 of "))
    assert [labels[name] for name in ("Previous", place, "Next")] == [False, False, True]
    await saltmere.member.click(result.response, label="Next")
    second = text_of(result.response)
    assert second != first
    assert buttons_of(result.response)["Previous"]
    await saltmere.member.click(result.response, label="Previous")
    assert text_of(result.response) == first


async def test_the_last_page_has_no_next(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    for _ in range(10):
        if not buttons_of(result.response)["Next"]:
            break
        await saltmere.member.click(result.response, label="Next")
    assert buttons_of(result.response)["Next"] is False
    assert buttons_of(result.response)["Previous"] is True


async def test_only_the_asker_turns_pages(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    before = text_of(result.response)
    refused = await saltmere.other.click(result.response, label="Next")
    assert refused.ephemeral
    assert "Only the person who asked" in text_of(refused.response)
    assert text_of(result.response) == before


async def test_buttons_go_when_their_time_is_over(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    shown = text_of(result.response)
    await env.advance_time(785)
    assert not TURNING & set(buttons_of(result.response))
    assert text_of(result.response) == shown


async def test_a_click_gives_the_buttons_new_time(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    await env.advance_time(700)
    await saltmere.member.click(result.response, label="Next")
    await env.advance_time(700)
    assert buttons_of(result.response)["Previous"]
    await env.advance_time(100)
    assert not TURNING & set(buttons_of(result.response))


async def test_a_reply_to_a_message_pages_and_expires_too(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {QUESTION}")
    reply = saltmere.channel.last_message
    refused = await saltmere.other.click(reply, label="Next")
    assert refused.ephemeral
    await saltmere.member.click(reply, label="Next")
    assert buttons_of(saltmere.channel.last_message)["Previous"]
    await env.advance_time(905)
    assert not TURNING & set(buttons_of(saltmere.channel.last_message))


async def test_a_reply_that_is_never_clicked_expires_too(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {QUESTION}")
    await env.advance_time(905)
    assert not TURNING & set(buttons_of(saltmere.channel.last_message))


async def test_a_deleted_reply_expires_without_an_error(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {QUESTION}")
    cleaners = saltmere.guild.create_role("Cleaners", permissions=discord.Permissions(manage_messages=True))
    cleaner = saltmere.guild.add_member(env.create_user("cleaner"), roles=[cleaners])
    await cleaner.delete(saltmere.channel.last_message)
    await env.advance_time(905)
    assert env.errors == []


async def test_turning_a_page_reads_no_library_again(saltmere: Server, library: Library) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    own = library.of(f"discord-{saltmere.guild.id}")
    for article in own.articles():
        own.removals.remove(article.id)
    own.add(orchard())
    await saltmere.member.click(result.response, label="Next")
    assert "plum" not in text_of(result.response)


async def test_a_failing_edit_is_told_to_the_clicker(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035)
    clicked = await saltmere.member.click(result.response, label="Next")
    assert clicked.ephemeral
    assert "reference" in text_of(clicked.response)
    failed_with(env, discord.HTTPException)


async def test_a_bot_that_stops_lets_go_of_its_pages_and_edits_nothing(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    bot = env.bot
    (pager,) = bot.askers.living.values()
    asked = len(env.http_requests)
    await bot.close()
    assert pager.is_finished()
    assert not bot.askers.living
    assert len(env.http_requests) == asked

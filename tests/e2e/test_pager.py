"""The pager by memory: it turns for who asked, and its buttons go when its time is over."""

import discord
import pytest
import simcord

from index import Library
from tests.e2e.world import TIDES, Server, buttons_of, failed_with, orchard, text_of

pytestmark = pytest.mark.once

TURNING = {"Previous", "Next"}
QUESTION = "What did they say about the lighthouse channel and the dredger?"


LONG = {"person": "Aron Vale", "about": "tide " * 20, "article": TIDES}
"""What is too long for the ids of buttons, so that only memory turns its pages."""


async def test_buttons_turn_pages_for_the_asker(crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    first = text_of(result.response)
    labels = buttons_of(result.response)
    place = next(label for label in labels if label.startswith("1 of "))
    assert [labels[name] for name in ("Previous", place, "Next")] == [False, False, True]
    await crowd.member.click(result.response, label="Next")
    second = text_of(result.response)
    assert second != first
    assert buttons_of(result.response)["Previous"]
    await crowd.member.click(result.response, label="Previous")
    assert text_of(result.response) == first


async def test_the_last_page_has_no_next(crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    for _ in range(10):
        if not buttons_of(result.response)["Next"]:
            break
        await crowd.member.click(result.response, label="Next")
    assert buttons_of(result.response)["Next"] is False
    assert buttons_of(result.response)["Previous"] is True


async def test_only_the_asker_turns_pages(crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    before = text_of(result.response)
    refused = await crowd.other.click(result.response, label="Next")
    assert refused.ephemeral
    assert "Only the person who asked" in text_of(refused.response)
    assert text_of(result.response) == before


async def test_buttons_go_when_their_time_is_over(env: simcord.Env, crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    shown = text_of(result.response)
    await env.advance_time(785)
    assert not TURNING & set(buttons_of(result.response))
    assert text_of(result.response) == shown


async def test_a_click_gives_the_buttons_new_time(env: simcord.Env, crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    await env.advance_time(700)
    await crowd.member.click(result.response, label="Next")
    await env.advance_time(700)
    assert buttons_of(result.response)["Previous"]
    await env.advance_time(100)
    assert not TURNING & set(buttons_of(result.response))


async def test_turning_a_page_reads_no_library_again(crowd: Server, library: Library) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    own = library.of(f"discord-{crowd.guild.id}")
    for article in own.articles():
        own.removals.remove(article.id)
    own.add(orchard())
    await crowd.member.click(result.response, label="Next")
    assert "Tobias" not in text_of(result.response)


async def test_a_failing_edit_is_told_to_the_clicker(env: simcord.Env, crowd: Server) -> None:
    result = await crowd.member.slash(crowd.channel, "quotes", **LONG)
    env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035)
    clicked = await crowd.member.click(result.response, label="Next")
    assert clicked.ephemeral
    assert "reference" in text_of(clicked.response)
    failed_with(env, discord.HTTPException)


async def test_a_bot_that_stops_lets_go_of_its_pages_and_edits_nothing(env: simcord.Env, crowd: Server) -> None:
    await crowd.member.slash(crowd.channel, "quotes", **LONG)
    bot = env.bot
    (pager,) = bot.askers.living.values()
    asked = len(env.http_requests)
    await bot.close()
    assert pager.is_finished()
    assert not bot.askers.living
    assert len(env.http_requests) == asked

import re
from typing import Any

import discord
import pytest
import simcord

from bot.app import build_bot
from bot.runtime.commandsync import drift
from bot.settings import Settings
from index import Fetcher, Library, open_library
from tests.e2e.world import HARBOUR, Server, text_of


def _puts(env: simcord.Env) -> list[Any]:
    return [r.json for r in env.http_requests if r.method == "PUT" and r.path.endswith("/commands")]


def _leaves(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [leaf for option in options for leaf in (option, *_leaves(option.get("options", [])))]


async def test_the_bot_needs_nothing_privileged_and_pings_nobody(env: simcord.Env) -> None:
    wanted = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    assert env.bot.intents == wanted
    assert env.bot.allowed_mentions.to_dict() == {"parse": []}


@pytest.mark.simcord(approved_intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True))
async def test_it_works_where_no_privileged_intent_is_approved(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} Who waited for the dredger?")
    assert "Maren Holt" in text_of(saltmere.channel.last_message)


async def test_the_commands_sent_are_within_discords_limits(env: simcord.Env) -> None:
    (payload,) = _puts(env)
    for node in _leaves(payload):
        if node.get("type") != discord.AppCommandType.message.value or "options" in node:
            assert re.fullmatch(r"[a-z0-9_-]{1,32}", node["name"]) or node in payload
        if "description" in node:
            assert len(node["description"]) <= 100
        required = [option.get("required", False) for option in node.get("options", []) if option["type"] > 2]
        assert required == sorted(required, reverse=True)


async def test_commands_are_sent_by_a_first_start_alone(
    env: simcord.Env, settings: Settings, library: Library, fetcher: Fetcher
) -> None:
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    assert len(_puts(env)) == 1


async def test_a_start_says_which_commands_differ_and_sends_nothing(
    env: simcord.Env, settings: Settings, library: Library, fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    assert await drift(env.bot.tree) == ()
    env.bot.tree.remove_command("people")
    assert await drift(env.bot.tree) == ("people",)
    await env.bot.tree.sync()
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    assert "other versions of these commands: people. Run: onrecord-bot sync" in caplog.text
    assert len(_puts(env)) == 2


async def test_a_start_where_discord_does_not_tell_its_commands_goes_on(
    env: simcord.Env, settings: Settings, library: Library, fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    env.inject_error("GET", "/applications/*/commands", status=403, code=50001, times=None)
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    assert "did not take or tell the commands" in caplog.text
    assert env.bot.is_ready()


async def test_articles_outlive_a_restart(env: simcord.Env, settings: Settings, newcomer: Server) -> None:
    await newcomer.moderator.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    reopened = open_library(settings.database)
    await env.restart_bot(build_bot(settings, reopened))
    result = await newcomer.member.slash(newcomer.channel, "ask", question="Who waited for the dredger?")
    assert "**Maren Holt**" in text_of(result.response)
    await env.bot.close()
    reopened.close()

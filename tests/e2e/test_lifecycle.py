import re
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from pydantic import SecretStr

from bot.app import build_bot
from bot.settings import Settings
from index import Library, open_library
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
    assert [command["name"] for command in payload] == ["ask", "quotes", "people", "article"]
    for node in _leaves(payload):
        assert re.fullmatch(r"[a-z_-]{1,32}", node["name"])
        assert 1 <= len(node["description"]) <= 100
        required = [option.get("required", False) for option in node.get("options", []) if option["type"] > 2]
        assert required == sorted(required, reverse=True)


async def test_contexts_and_permissions_are_set_on_the_commands(env: simcord.Env) -> None:
    (payload,) = _puts(env)
    commands = {command["name"]: command for command in payload}
    for name in ("ask", "quotes", "people"):
        assert commands[name]["contexts"] == [0, 1]
        assert commands[name]["default_member_permissions"] is None
    assert commands["article"]["contexts"] == [0]
    assert int(commands["article"]["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
    assert all(command["integration_types"] == [0] for command in payload)


async def test_commands_are_sent_once_and_again_only_when_they_changed(
    env: simcord.Env, settings: Settings, library: Library
) -> None:
    await env.restart_bot(build_bot(settings, library))
    assert len(_puts(env)) == 1
    settings.commands_marker.write_text("an older hash\n")
    await env.restart_bot(build_bot(settings, library))
    assert len(_puts(env)) == 2


@pytest.mark.parametrize(("sync", "times"), [("always", 2), ("never", 1)])
async def test_commands_are_sent_always_or_never_if_so_set(
    env: simcord.Env, settings: Settings, library: Library, sync: str, times: int
) -> None:
    await env.restart_bot(build_bot(settings.model_copy(update={"sync": sync}), library))
    assert len(_puts(env)) == times


async def test_a_start_where_discord_refuses_the_commands_goes_on_and_tries_again_next_time(
    env: simcord.Env, settings: Settings, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    settings.commands_marker.unlink()
    env.inject_error("PUT", "/applications/*/commands", status=500, times=None)
    await env.restart_bot(build_bot(settings, library))
    assert "did not take the commands" in caplog.text
    assert not settings.commands_marker.exists()
    assert env.bot.is_ready()


async def test_a_marker_that_cannot_be_written_is_no_obstacle(
    env: simcord.Env, tmp_path: Path, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    database = tmp_path / "other.db"
    (tmp_path / "other.db.commands").mkdir()
    await env.restart_bot(build_bot(Settings(token=SecretStr("x"), database=database), library))
    assert "Cannot remember" in caplog.text
    assert env.bot.is_ready()


async def test_articles_outlive_a_restart(env: simcord.Env, settings: Settings, newcomer: Server) -> None:
    await newcomer.moderator.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    reopened = open_library(settings.database)
    await env.restart_bot(build_bot(settings, reopened))
    result = await newcomer.member.slash(newcomer.channel, "ask", question="Who waited for the dredger?")
    assert "**Maren Holt**" in text_of(result.response)
    await env.bot.close()
    reopened.close()

"""The commands as Discord is told of them, in each language."""

import re
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest
from pydantic import SecretStr

from bot.app import build_bot
from bot.settings import Settings
from index import open_library

OTHERS = ["de"]
LOCALES = Path(__file__).parents[3] / "bot" / "locales"


@pytest.fixture
async def payload(tmp_path: Path) -> list[dict[str, Any]]:
    settings = Settings(token=SecretStr("none-needed"), database=tmp_path / "onrecord.db")
    with closing(open_library(settings.database)) as library:
        bot = build_bot(settings, library, serving=False)
        async with bot:
            await bot.setup_hook()
            translator = bot.tree.translator
            assert translator is not None
            return [await command.get_translated_payload(bot.tree, translator) for command in bot.tree.get_commands()]


def nodes(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for entry in entries for node in (entry, *nodes(entry.get("options", [])))]


@pytest.mark.parametrize("locale", OTHERS)
async def test_every_command_and_option_is_translated_within_discords_limits(
    payload: list[dict[str, Any]], locale: str
) -> None:
    for node in nodes(payload):
        name = node["name_localizations"][locale]
        assert 1 <= len(name) <= 32
        if node.get("type", 1) != discord.AppCommandType.message.value or "options" in node:
            assert name == name.lower()
        if node.get("description"):
            described = node["description_localizations"][locale]
            assert 1 <= len(described) <= 100
            assert described != node["description"]


@pytest.mark.parametrize("locale", OTHERS)
async def test_no_two_siblings_share_a_name(payload: list[dict[str, Any]], locale: str) -> None:
    for siblings in (payload, *(node.get("options", []) for node in nodes(payload))):
        names = [(node["name_localizations"][locale], node.get("type", 1)) for node in siblings]
        assert len(names) == len(set(names))


async def test_every_command_that_a_text_names_is_one(payload: list[dict[str, Any]]) -> None:
    leaves = {
        " ".join(filter(None, (command["name"], option["name"] if option.get("type") == 1 else "")))
        for command in payload
        for option in command.get("options") or [{"name": ""}]
    }
    for file in LOCALES.glob("*.ftl"):
        text = file.read_text(encoding="utf-8")
        assert set(re.findall(r'COMMAND\("([^"]+)"\)', text)) <= leaves, file
        assert not re.findall(r"(?<![\w*<])/[a-z]+ ?(?:add|list|show|edit)\b", text), file


async def test_contexts_installs_and_permissions(payload: list[dict[str, Any]]) -> None:
    commands = {command["name"]: command for command in payload}
    moderators = {"article", "feed", "person", "reports", "corrections", "settings"}
    in_servers = {"Add to library"}  # for roles that may add; who may is looked up when it is used
    for name, command in commands.items():
        if name in moderators:
            assert (command["contexts"], command["integration_types"]) == ([0], [0])
            assert int(command["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
        elif name in in_servers or name == "alert":
            assert (command["contexts"], command["integration_types"]) == ([0], [0])
            assert command["default_member_permissions"] is None
        else:
            assert (command["contexts"], command["integration_types"]) == ([0, 1, 2], [0, 1])
            assert command["default_member_permissions"] is None
    assert set(commands) - moderators - in_servers == {
        *("ask", "quotes", "people", "library", "alert", "help", "about", "privacy", "Who said this?")
    }

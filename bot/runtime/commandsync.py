"""Telling Discord of the commands: an explicit act, with a look at what differs from what Discord has.

Discord limits how often commands may be sent, and shows everybody a change at once, so a start only looks. The one
exception is an application of which Discord knows no command at all: its first start sends them.
"""

import logging
from typing import Any

import discord
from discord import app_commands

from bot.i18n.wording import CommandIds

log = logging.getLogger(__name__)

_SLASH = discord.AppCommandType.chat_input.value

_IGNORED = frozenset({"id", "application_id", "version", "guild_id", "name_localized", "description_localized", "nsfw"})
"""What Discord adds to a command, or leaves out where it is the default."""


async def drift(tree: app_commands.CommandTree[Any]) -> tuple[str, ...]:
    """Name the commands that Discord does not have as they are here, sorted.

    Raises
    ------
    discord.HTTPException
        If Discord does not say what it has.
    """
    translator = tree.translator
    wanted = [
        await command.get_translated_payload(tree, translator) if translator is not None else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    here, there = (
        {(command["name"], command.get("type", 1)): _comparable(command) for command in commands}
        for commands in (wanted, await _stored(tree))
    )
    return tuple(sorted({key[0] for key in here.keys() | there.keys() if here.get(key) != there.get(key)}))


async def send_or_compare(tree: app_commands.CommandTree[Any], known: CommandIds) -> None:
    """At a start: send the commands if Discord has none, else log which of them differ; their ids are `known` then.

    Never raises for Discord.
    """
    try:
        stored = await _stored(tree)
        if not stored:
            sent = await tree.sync()
            log.info("Sent %s commands to Discord, which had none", len(sent))
            return
        known.learn({command["name"]: int(command["id"]) for command in stored if command.get("type", 1) == _SLASH})
        different = await drift(tree)
    except discord.HTTPException as error:
        log.warning("Discord did not take or tell the commands; run onrecord-bot sync: %s", error)
        return
    if different:
        log.warning("Discord has other versions of these commands: %s. Run: onrecord-bot sync", ", ".join(different))


async def _stored(tree: app_commands.CommandTree[Any]) -> list[Any]:
    """The commands as Discord has them, with their translations, which it leaves out unless asked."""
    route = discord.http.Route(
        "GET", "/applications/{application_id}/commands", application_id=tree.client.application_id
    )
    return list(await tree.client.http.request(route, params={"with_localizations": "true"}))


def _comparable(value: Any) -> Any:
    """A command without what Discord adds, defaults left out and the order of unordered lists made one."""
    if isinstance(value, dict):
        kept = {name: _comparable(part) for name, part in value.items() if name not in _IGNORED}
        for name in ("contexts", "integration_types"):
            if isinstance(kept.get(name), list):
                kept[name] = sorted(kept[name])
        if kept.get("default_member_permissions") is not None:
            kept["default_member_permissions"] = str(kept["default_member_permissions"])
        return {name: part for name, part in kept.items() if part not in (None, [], {}, False, "")}
    if isinstance(value, list):
        return [_comparable(part) for part in value]
    return value

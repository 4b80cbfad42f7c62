"""A small Discord for end-to-end tests: servers, people, articles, and what a reply shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import discord
import simcord
from simcord.components import walk_components

from index import Article, Fetcher, Limits, Sandbox, read_text

HARBOUR = """Dredging of Saltmere harbour to begin in April

The dredging of Saltmere harbour will begin in April after eleven years of delay.

“We have waited eleven years for this dredger,” said Maren Holt, the harbour master.

“The lighthouse channel will be closed at night,” she said.

“Fishing boats may use the lighthouse channel until noon,” said Ilse Brandt, who leads the fishing guild.
"""

ORCHARD = """Frost ruins the plum harvest at Quillon

Growers at Quillon lost most of their plums to a late frost.

“There will be no plum jam this winter,” said Tobias Renn, a grower.

“We will plant hardier plum trees,” said Oda Lind, the mayor of Quillon.
"""


TIDES = "t" * 60
"""The id of the article of `tides`."""


def tides() -> Article:
    """Three pages of quotations of one person."""
    said = "\n\n".join(f"“The tide is {number} feet,” said Aron Vale." for number in range(12))
    return read_text(said, title="Tides", id=TIDES, outlet="Ebb")


def harbour() -> Article:
    return read_text(
        HARBOUR,
        title="Dredging of Saltmere harbour to begin in April",
        outlet="Saltmere Courier",
        published=date(2026, 2, 14),
        url="https://courier.example/dredging",
    )


def orchard() -> Article:
    return read_text(ORCHARD, title="Frost ruins the plum harvest at Quillon", outlet="Quillon Echo")


@dataclass(frozen=True, slots=True)
class Server:
    """One server with a moderator, two members and a channel."""

    guild: Any
    channel: Any
    moderator: Any
    member: Any
    other: Any
    role: Any


def make_server(env: simcord.Env, name: str) -> Server:
    guild = env.create_guild(name)
    role = guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    return Server(
        guild,
        guild.create_text_channel("news"),
        guild.add_member(env.create_user(f"mod-{name}"), roles=[role]),
        guild.add_member(env.create_user(f"member-{name}")),
        guild.add_member(env.create_user(f"other-{name}")),
        role,
    )


def local_fetcher(sandbox: Sandbox | None = None) -> Fetcher:
    """A fetcher that may reach this machine, and need not be polite to it."""
    return Fetcher(sandbox=sandbox, allowed=lambda address, _: address.is_loopback, limits=Limits(gap=0.0))


def text_of(message: Any) -> str:
    """All text that a message shows."""
    return "\n".join(c["content"] for c in components_of(message) if c.get("type") == 10)


def buttons_of(message: Any) -> dict[str, bool]:
    """The labels of a message's buttons, and whether each can be clicked."""
    return {c["label"]: not c.get("disabled", False) for c in components_of(message) if c.get("type") == 2}


async def offer(env: simcord.Env, server: Server, name: str, person: Any) -> None:
    """Let a server offer a command to somebody whom it is not meant for, as its integrations' settings can."""
    (command,) = [known for known in await env.bot.tree.fetch_commands() if known.name == name]
    server.guild.set_command_permissions(command, {person: True})


async def more_of(actor: Any, message: Any) -> Any:
    """What else can be done with the passage of a message, as `actor` gets to see it."""
    more = await actor.click(message, label="More")
    assert more.ephemeral
    return more.response


def links_of(message: Any) -> list[str]:
    """Where a message's link buttons lead."""
    return [c["url"] for c in components_of(message) if c.get("type") == 2 and c.get("url")]


def checked(env: simcord.Env) -> None:
    """Assert of everything sent so far what SimCord leaves unchecked: nobody is pinged, limits are kept."""
    for request in env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        data = body["data"] if isinstance(body.get("data"), dict) else body
        if not isinstance(data, dict):
            continue
        if "components" not in data or "custom_id" in data:
            continue
        texts = [c["content"] for c in walk_components(data["components"]) if c.get("type") == 10]
        assert data["allowed_mentions"]["parse"] == []
        assert not data["allowed_mentions"].get("users")
        pinged = [f"<@&{role}>" for role in data["allowed_mentions"].get("roles", [])]
        assert pinged == texts[: len(pinged)]  # the role that moderators chose, named by itself above an announcement
        assert sum(map(len, texts)) <= 4_000
        assert sum(1 for _ in walk_components(data["components"])) <= 40


def failed_with(env: simcord.Env, *kinds: type[BaseException]) -> None:
    """Assert that the errors which reached the bot's handlers are these, in order.

    SimCord records an error even where the bot's own handler put it into words; others fail the test.
    """
    assert [type(getattr(error, "original", error)) for error in env.errors] == list(kinds)


def callback_types(env: simcord.Env) -> list[int]:
    """The kinds of first responses so far: 4 a message, 5 a deferred one, 7 an edit, 8 choices, 9 a modal."""
    return [r.json["type"] for r in env.http_requests if r.path.endswith("/callback") and r.json]


def components_of(message: Any) -> list[dict[str, Any]]:
    """All components of a message, those inside others too."""
    assert message is not None
    components = message.components
    roots = [c if isinstance(c, dict) else c.to_dict() for c in components]
    return list(walk_components(roots))


def options_of(message: Any) -> list[dict[str, str]]:
    """The lines of a message's menus."""
    return [option for c in components_of(message) if c.get("type") == 3 for option in c["options"]]


def typed_in(modal: dict[str, Any]) -> dict[str, str]:
    """What a form's fields for text are filled with."""
    fields = [label["component"] for label in modal["components"]]
    return {field["custom_id"]: field.get("value", "") for field in fields if field["type"] == 4}

"""Controls that outlive time-outs and restarts: what a click does stands in the custom id, and what it is on in the
message that was clicked."""

import re
from typing import Any, Protocol, Self, cast

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched, tell_error
from bot.context.replies import parts_of
from bot.render.places import MORE, PREFIX, PassagePlace
from bot.services.alerts import AlertDesk
from bot.services.digests import Digester
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.services.privacy import PersonalData
from bot.services.queries import Queries
from bot.services.reports import ReportQueue
from bot.services.reversals import Reversals

_OWNED = re.compile(rf"{MORE}|{PREFIX}:delete:(?P<owner>\d{{1,20}})")


class Host(Protocol):
    """What the buttons need of the bot."""

    queries: Queries
    moderation: Moderation
    reports: ReportQueue
    reversals: Reversals
    announcer: Announcer
    alert_desk: AlertDesk
    digester: Digester
    personal_data: PersonalData
    askers: Askers


class PersistentItem(Watched, ui.DynamicItem[ui.Item[Any]], template="never"):
    """Runs `_act` on a click and puts its errors into words: nobody else does for such an item."""

    def __init__(self, item: ui.Item[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """Make the item of a click."""
        return cls(item, match)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        host = cast("Host", interaction.client)
        try:
            await self._act(interaction, host, await host.askers.of(interaction))
        except Exception as error:  # noqa: BLE001 -- discord.py would only log it
            await tell_error(interaction, error, self)

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        raise NotImplementedError

    def place(self) -> PassagePlace:
        """Give where the passage stands."""
        place = PassagePlace.read(self.match)
        if place is None:
            raise Refusal("error-gone")
        return place


def moderates(interaction: discord.Interaction[Any]) -> bool:
    """Whether the person may delete what others asked for: who manages the channel's messages, or the server."""
    may = interaction.permissions
    return interaction.guild_id is not None and (may.manage_messages or may.manage_guild)


def is_hidden(interaction: discord.Interaction[Any]) -> bool:
    """Whether only one person sees the message that was clicked."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def custom_ids(interaction: discord.Interaction[Any]) -> list[str]:
    """Give the custom ids on the message that was clicked, in order."""
    parts = parts_of(interaction.message.components) if interaction.message is not None else ()
    return [part.custom_id for part in parts if getattr(part, "custom_id", None)]


def asked_by(interaction: discord.Interaction[Any]) -> int | None:
    """Give who asked for the message that was clicked, if a button of it knows."""
    found = (_OWNED.fullmatch(custom_id) for custom_id in custom_ids(interaction))
    owners = (match["user"] or match["owner"] for match in found if match)
    return next((int(owner) for owner in owners if owner), None)


def heading_of(interaction: discord.Interaction[Any]) -> str:
    """Give the headline of the message that was clicked, Markdown as the bot itself wrote it; "" if it has none."""
    parts = parts_of(interaction.message.components) if interaction.message is not None else ()
    first = next((part.content for part in parts if isinstance(part, discord.TextDisplay)), "").split("\n")[0]
    return first if first.startswith("### ") else ""

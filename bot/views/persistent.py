"""Buttons that outlive time-outs and restarts: what a click does stands in the custom id alone."""

import io
import re
from typing import Any, Protocol, Self, cast

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched, tell_error
from bot.context.permissions import manager_of, server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.about import forget_page
from bot.render.card import alt_text
from bot.runtime.workers import soon
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.services.privacy import PersonalData
from bot.services.queries import PassagePlace, Queries
from bot.views.form import CorrectionForm, EraseForm, ReportForm
from index import Span

_PLACE = r"(?P<token>[0-9a-f]{12}):(?P<start>\d{1,9}):(?P<end>\d{1,9}):(?P<from>\d{1,9}):(?P<to>\d{1,9})"


class _Host(Protocol):
    """What the buttons need of the bot."""

    queries: Queries
    moderation: Moderation
    announcer: Announcer
    personal_data: PersonalData
    askers: Askers


class _PersistentItem(Watched, ui.DynamicItem[ui.Item[Any]], template="never"):
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
        host = cast("_Host", interaction.client)
        try:
            await self._act(interaction, host, await host.askers.of(interaction))
        except Exception as error:  # noqa: BLE001 -- discord.py would only log it
            await tell_error(interaction, error, self)

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        raise NotImplementedError

    def place(self) -> PassagePlace:
        """Give where the passage stands."""
        start, end, low, high = (int(self.match[name]) for name in ("start", "end", "from", "to"))
        if not start < end:
            raise Refusal("error-gone")
        return PassagePlace(self.match["token"], Span(start, end), Span(low, high) if low < high else None)


class ContextButton(_PersistentItem, template=f"on:context:{_PLACE}"):
    """Shows the paragraphs around a passage, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.context(asker, self.place()))


class PassageMenu(_PersistentItem, template=r"on:open"):
    """Shows one passage of a list with its buttons, to whoever chooses it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        values = cast("dict[str, list[str]]", interaction.data or {}).get("values", [])
        chosen = re.fullmatch(_PLACE, values[0]) if values else None
        if chosen is None:
            raise Refusal("error-gone")
        self.match = chosen
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.passage(asker, self.place()))


class CardButton(_PersistentItem, template=f"on:card:{_PLACE}"):
    """Posts a picture of a passage, as public as the message it was asked on."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        hidden = interaction.message is not None and interaction.message.flags.ephemeral
        alone = asker.alone(None) or hidden
        await interaction.response.defer(thinking=True, ephemeral=alone)
        card, page = await host.queries.card(asker, self.place(), shown_to_all=not alone)
        file = discord.File(io.BytesIO(card.png), filename=page.picture, description=alt_text(card.text))
        await interaction.followup.send(view=Still(page), file=file, ephemeral=alone, allowed_mentions=NOBODY)


class ReportButton(_PersistentItem, template=f"on:report:{_PLACE}"):
    """Opens the form that reports a wrong speaker to the server's moderators."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        if asker.guild_id is None:
            raise Refusal("error-server-only")
        await interaction.response.send_modal(ReportForm(host.moderation, host.askers, asker, self.place()))


class DeleteButton(_PersistentItem, template=r"on:delete:(?P<user>\d{1,20})"):
    """Deletes a reply, for whoever asked for it or moderates the channel."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, _: Asker) -> None:
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if interaction.user.id != int(self.match["user"]) and not moderates:
            raise Refusal("error-not-yours")
        await interaction.response.defer()
        await interaction.delete_original_response()
        if interaction.message is not None:
            host.askers.living.pop(interaction.message.id, None)


class SettleButton(_PersistentItem, template=r"on:settle:(?P<verdict>accept|dismiss|other):(?P<report>\d{1,18})"):
    """Settles a report in the moderators' queue."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        number, verdict = int(self.match["report"]), self.match["verdict"]
        server_of(interaction)
        if verdict == "other":
            report = await soon(host.moderation.report(asker, number))
            await interaction.response.send_modal(CorrectionForm(host.moderation, host.askers, asker, report))
            return
        await interaction.response.defer()
        if verdict == "dismiss":
            page = await host.moderation.dismiss(asker, number)
        else:
            report = await host.moderation.report(asker, number)
            page = await host.moderation.accept(asker, number, report.suggestion)
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class QuotedButton(_PersistentItem, template=r"on:article:(?P<token>[0-9a-f]{12})"):
    """Shows whom an announced article quotes most, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.show_by_token(asker, self.match["token"]))


class CheckButton(_PersistentItem, template=r"on:check:(?P<feed>\d{1,18})"):
    """Polls a feed that fails or rests, for who may manage the server that follows it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, _: Asker) -> None:
        asker = await manager_of(interaction, host.askers)
        page = await host.moderation.check(asker, self.match["feed"], host.announcer.poll)
        await reply_alone(interaction, page)


class OwnDataButton(_PersistentItem, template=r"on:mine:(?P<what>show|delete|sure)"):
    """Shows what is stored of whoever clicks, or deletes it; there is no way to anybody else's."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        if self.match["what"] == "delete":
            await reply_alone(interaction, forget_page(asker.say))
            return
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        if self.match["what"] == "sure":
            await interaction.response.defer()
            page = await host.personal_data.forget(asker)
            await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)
            return
        await interaction.response.defer(thinking=True, ephemeral=True)
        file = discord.File(io.BytesIO(await host.personal_data.data_of(asker)), filename="onrecord-data.json")
        await interaction.followup.send(
            asker.say("own-file"), file=file, ephemeral=True, allowed_mentions=NOBODY, suppress_embeds=True
        )


class EraseButton(_PersistentItem, template=r"on:erase"):
    """Opens the form that deletes everything of the server, for who may manage it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        server_of(interaction)
        if interaction.guild is not None:
            await interaction.response.send_modal(EraseForm(host.personal_data, host.askers, asker, interaction.guild))


class ExpiredControl(_PersistentItem, template=r"live:.+"):
    """Says that pages can no longer be turned, where the bot has forgotten them since a restart."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, _: Asker) -> None:
        if interaction.message is not None and interaction.message.id not in host.askers.living:
            raise Refusal("error-expired")


PERSISTENT_ITEMS = (
    ContextButton,
    PassageMenu,
    CardButton,
    ReportButton,
    DeleteButton,
    SettleButton,
    QuotedButton,
    CheckButton,
    OwnDataButton,
    EraseButton,
    ExpiredControl,
)

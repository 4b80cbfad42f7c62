"""Buttons of moderators' and members' own matters that outlive restarts, and the list of all controls that do."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.context.permissions import manager_of, manages, server_of
from bot.context.preferences import Rhythm
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.about import forget_page
from bot.views.articles import AddButton, EditButton, QuotedButton, RemoveButton
from bot.views.form import EraseForm
from bot.views.items import Host, PersistentItem
from bot.views.pager import Pager
from bot.views.passages import (
    CardButton,
    ContextButton,
    DeleteButton,
    ListButton,
    MoreButton,
    OpenMenu,
    OthersButton,
    ReportButton,
    ShareButton,
    SpeakerButton,
    TurnButton,
)
from bot.views.reports import QueueButton, SettleButton
from bot.views.reversals import ChangesButton, UndoButton


class CheckButton(PersistentItem, template=r"on:check:(?P<feed>\d{1,18})"):
    """Polls a feed that fails or rests, for who may manage the server that follows it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, _: Asker) -> None:
        asker = await manager_of(interaction, host.askers)
        page = await host.moderation.check(asker, self.match["feed"], host.announcer.poll)
        await reply_alone(interaction, page)


class EndAlertButton(PersistentItem, template=r"on:alert:(?P<alert>\d{1,18}):(?P<upto>\d{1,18})"):
    """Ends the alert that a message tells, for whose it is."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await host.alert_desk.end(asker, int(self.match["alert"]), manages=manages(interaction))
        await reply_alone(interaction, page)


class EndListedAlertButton(PersistentItem, template=r"on:alerts:(?P<alert>\d{1,18})"):
    """Ends an alert of a list, and shows those that are left."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        await interaction.response.defer()
        ended = await host.alert_desk.end(asker, int(self.match["alert"]), manages=manages(interaction))
        left = (await host.alert_desk.list(asker, manages=manages(interaction)))[0]
        turned = host.askers.living.pop(interaction.message.id, None) if interaction.message is not None else None
        if turned is not None:
            turned.stop()
        page = replace(left, blocks=(*ended.blocks, *left.blocks))
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class DigestButton(PersistentItem, template=r"on:digest:(?P<rhythm>day|week):(?P<day>\d{4}-\d{2}-\d{2})"):
    """Lists the articles of a digest of the server where it is clicked, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        try:
            day = date.fromisoformat(self.match["day"])
        except ValueError as error:
            raise Refusal("error-gone") from error
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await host.digester.articles(asker, Rhythm(self.match["rhythm"]), day)
        await Pager(pages, asker, host.askers, private=True, shareable=False).answer(interaction)


class OwnDataButton(PersistentItem, template=r"on:mine:(?P<what>show|delete|sure)"):
    """Shows what is stored of whoever clicks, or deletes it; there is no way to anybody else's."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
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


class EraseButton(PersistentItem, template=r"on:erase"):
    """Opens the form that deletes everything of the server, for who may manage it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        server_of(interaction)
        if interaction.guild is not None:
            await interaction.response.send_modal(EraseForm(host.personal_data, host.askers, asker, interaction.guild))


class ExpiredControl(PersistentItem, template=r"live:.+"):
    """Says that pages can no longer be turned, where the bot has forgotten them since a restart."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, _: Asker) -> None:
        if interaction.message is not None and interaction.message.id not in host.askers.living:
            raise Refusal("error-expired")


PERSISTENT_ITEMS = (
    ContextButton,
    OpenMenu,
    TurnButton,
    ListButton,
    MoreButton,
    SpeakerButton,
    OthersButton,
    ShareButton,
    CardButton,
    ReportButton,
    DeleteButton,
    SettleButton,
    QueueButton,
    ChangesButton,
    UndoButton,
    QuotedButton,
    AddButton,
    EditButton,
    RemoveButton,
    CheckButton,
    EndAlertButton,
    EndListedAlertButton,
    DigestButton,
    OwnDataButton,
    EraseButton,
    ExpiredControl,
)

"""Buttons of moderators' and members' own matters that outlive restarts, and the list of all controls that do."""

import io
from typing import Any

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.context.permissions import manager_of, server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.about import forget_page
from bot.views.articles import AddButton, EditButton, QuotedButton, RemoveButton
from bot.views.form import EraseForm
from bot.views.items import Host, PersistentItem
from bot.views.passages import (
    CardButton,
    ContextButton,
    DeleteButton,
    ListButton,
    MoreButton,
    OpenMenu,
    ReportButton,
    ShareButton,
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
    OwnDataButton,
    EraseButton,
    ExpiredControl,
)

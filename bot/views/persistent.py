"""Buttons of moderators' and members' own matters that outlive restarts, and the list of all controls that do."""

import io
from typing import Any

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.context.permissions import manager_of, server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.about import forget_page
from bot.runtime.workers import soon
from bot.views.form import CorrectionForm, EraseForm
from bot.views.items import Host, PersistentItem
from bot.views.passages import (
    CardButton,
    ContextButton,
    DeleteButton,
    ListButton,
    MoreButton,
    OthersButton,
    PassageMenu,
    ReportButton,
    ShareButton,
    SpeakerButton,
    TurnButton,
)


class SettleButton(PersistentItem, template=r"on:settle:(?P<verdict>accept|dismiss|other):(?P<report>\d{1,18})"):
    """Settles a report in the moderators' queue."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
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


class QuotedButton(PersistentItem, template=r"on:article:(?P<token>[0-9a-f]{12})"):
    """Shows whom an announced article quotes most, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.show_by_token(asker, self.match["token"]))


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
    PassageMenu,
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
    QuotedButton,
    CheckButton,
    OwnDataButton,
    EraseButton,
    ExpiredControl,
)

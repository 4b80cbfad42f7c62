"""Buttons that outlive time-outs and restarts: what a click does stands in the custom id alone."""

import io
import re
from dataclasses import replace
from typing import Any, Protocol, Self, cast

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched, tell_error
from bot.context.permissions import manager_of, server_of
from bot.context.replies import NOBODY, Still, parts_of, reply_alone
from bot.i18n.wording import Language
from bot.render.about import forget_page
from bot.render.card import alt_text
from bot.render.pages import Accent, delete_action, notice
from bot.render.places import MORE, PLACE, TURN, PassagePlace, Turning
from bot.runtime.workers import soon
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.services.privacy import PersonalData
from bot.services.queries import Queries
from bot.views.form import CorrectionForm, EraseForm, ReportForm
from index import ArticleNotFoundError


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
        place = PassagePlace.read(self.match)
        if place is None:
            raise Refusal("error-gone")
        return place


class ContextButton(_PersistentItem, template=f"on:context:{PLACE}"):
    """Shows the paragraphs around a passage, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.context(asker, self.place()))


class PassageMenu(_PersistentItem, template=r"on:open"):
    """Shows one passage of a list with its buttons, to whoever chooses it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        values = cast("dict[str, list[str]]", interaction.data or {}).get("values", [])
        chosen = re.fullmatch(PLACE, values[0]) if values else None
        if chosen is None:
            raise Refusal("error-gone")
        self.match = chosen
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.passage(asker, self.place()))


class TurnButton(_PersistentItem, template=TURN):
    """Shows another passage of an answer in place of the one that is shown, for everybody who sees it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        turning = Turning.read(_custom_ids(interaction))
        if turning is None or turning.spoken not in {*Language}:
            raise Refusal("error-gone")
        spoken = replace(asker, say=host.askers.wordings.of(Language(turning.spoken)))  # that of the reply
        user_id = _asked_by(interaction)
        await interaction.response.defer()
        by = 1 if self.match["way"] == "+" else -1
        try:
            page = await host.queries.turn(spoken, turning, by, heading=_heading(interaction), user_id=user_id)
        except ArticleNotFoundError as error:
            raise Refusal("error-gone") from error
        if asker.guild_id is None and user_id is not None and not _is_hidden(interaction):
            page = replace(page, actions=(*page.actions, delete_action(user_id, spoken.say)))
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class MoreButton(_PersistentItem, template=MORE):
    """Shows what else can be done with a passage, to whoever clicks: its picture, and what they may do."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        hidden, asked = _is_hidden(interaction), self.match["user"] is not None
        own = asked and interaction.user.id == int(self.match["user"])
        here = asker.guild_id is not None and interaction.message is not None and not hidden
        delete = None
        if asked and here and interaction.message is not None and (own or _moderates(interaction)):
            delete = f"on:delete:{self.match['user']}:{interaction.message.id}"
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await host.queries.more(
            asker,
            self.place(),
            heading=_heading(interaction) if asked else "",
            public=not hidden,
            share=asked and hidden and not asker.elsewhere,
            delete=delete,
        )
        await reply_alone(interaction, page)


class ShareButton(_PersistentItem, template=f"on:share:{PLACE}"):
    """Posts a passage that was shown to one person alone, if the server wants answers in this channel."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        if asker.elsewhere:
            raise Refusal("share-elsewhere")
        await interaction.response.defer()
        by = f"-# {asker.say('shared-by', who=interaction.user.mention)}"
        page = await host.queries.shared(asker, self.place(), heading=_heading(interaction), by=by)
        if asker.guild_id is None:
            page = replace(page, actions=(*page.actions, delete_action(asker.user_id, asker.say)))
        await interaction.followup.send(view=Still(page), allowed_mentions=NOBODY)
        done = Still(notice(asker.say("shared"), Accent.DONE))
        await interaction.edit_original_response(view=done, allowed_mentions=NOBODY)


class CardButton(_PersistentItem, template=f"on:card:{PLACE}(?P<all>:all)?"):
    """Posts a picture of a passage, as public as the message that shows it."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        alone = asker.alone(None) or (_is_hidden(interaction) and self.match["all"] is None)
        await interaction.response.defer(thinking=True, ephemeral=alone)
        card, page = await host.queries.card(asker, self.place(), shown_to_all=not alone)
        file = discord.File(io.BytesIO(card.png), filename=page.picture, description=alt_text(card.text))
        await interaction.followup.send(view=Still(page), file=file, ephemeral=alone, allowed_mentions=NOBODY)


class ReportButton(_PersistentItem, template=f"on:report:{PLACE}"):
    """Opens the form that reports a wrong speaker to the server's moderators."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        if asker.guild_id is None:
            raise Refusal("error-server-only")
        await interaction.response.send_modal(ReportForm(host.moderation, host.askers, asker, self.place()))


class DeleteButton(_PersistentItem, template=r"on:delete:(?P<user>\d{1,20})(?::(?P<message>\d{1,20}))?"):
    """Deletes a reply, that which it is on or another in the channel, for whoever asked for it or moderates there."""

    async def _act(self, interaction: discord.Interaction[Any], host: _Host, asker: Asker) -> None:
        if interaction.user.id != int(self.match["user"]) and not _moderates(interaction):
            raise Refusal("error-not-yours")
        await interaction.response.defer()
        if self.match["message"] is None:
            await interaction.delete_original_response()
            if interaction.message is not None:
                host.askers.living.pop(interaction.message.id, None)
            return
        await _delete(interaction, int(self.match["message"]))
        gone = Still(notice(asker.say("deleted"), Accent.DONE))
        await interaction.edit_original_response(view=gone, allowed_mentions=NOBODY)


async def _delete(interaction: discord.Interaction[Any], message_id: int) -> None:
    """Delete a message of the bot's own in the channel of `interaction`, if it is still there."""
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        raise Refusal("error-cannot-delete")
    try:
        message = await channel.fetch_message(message_id)
        if message.author != interaction.client.user:
            raise Refusal("error-not-yours")
        await message.delete()
    except discord.NotFound:
        return
    except discord.Forbidden as error:
        raise Refusal("error-cannot-delete") from error


def _moderates(interaction: discord.Interaction[Any]) -> bool:
    """Whether the person may delete what others asked for: who manages the channel's messages, or the server."""
    may = interaction.permissions
    return interaction.guild_id is not None and (may.manage_messages or may.manage_guild)


def _is_hidden(interaction: discord.Interaction[Any]) -> bool:
    """Whether only one person sees the message that was clicked."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _custom_ids(interaction: discord.Interaction[Any]) -> list[str]:
    """Give the custom ids on the message that was clicked, in order."""
    parts = parts_of(interaction.message.components) if interaction.message is not None else ()
    return [part.custom_id for part in parts if getattr(part, "custom_id", None)]


def _asked_by(interaction: discord.Interaction[Any]) -> int | None:
    """Give who asked for the message that was clicked, if a button of it knows."""
    found = (re.fullmatch(MORE, custom_id) for custom_id in _custom_ids(interaction))
    return next((int(match["user"]) for match in found if match and match["user"]), None)


def _heading(interaction: discord.Interaction[Any]) -> str:
    """Give the headline of the message that was clicked, Markdown as the bot itself wrote it; "" if it has none."""
    parts = parts_of(interaction.message.components) if interaction.message is not None else ()
    first = next((part.content for part in parts if isinstance(part, discord.TextDisplay)), "").split("\n")[0]
    return first if first.startswith("### ") else ""


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
    TurnButton,
    MoreButton,
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

"""What is done with passages and lists: turned, seen in their context, pictured, shared, reported, deleted."""

import io
import re
from dataclasses import replace
from functools import partial
from typing import Any, cast

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.context.permissions import manages, may_add
from bot.context.replies import NOBODY, Still, reply_alone
from bot.i18n.wording import Language
from bot.render.articles import change_actions
from bot.render.card import alt_text
from bot.render.listing import LIST, OPEN, Listing, quotes_words
from bot.render.pages import Accent, delete_action, notice
from bot.render.places import MORE, OPENED_ARTICLE, OPENED_PERSON, PLACE, TURN, Turning
from bot.runtime.workers import soon
from bot.views.items import Host, PersistentItem, asked_by, custom_ids, heading_of, is_hidden, moderates
from bot.views.pager import Pager
from bot.views.reports import ReportForm
from index import ArticleNotFoundError, Filters


class ContextButton(PersistentItem, template=f"on:context:{PLACE}"):
    """Shows the paragraphs around a passage, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await host.queries.context(asker, self.place()))


class OpenMenu(PersistentItem, template=OPEN):
    """Shows what is chosen of a list, to whoever chooses it: a passage, an article, or what a person said."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        values = cast("dict[str, list[str]]", interaction.data or {}).get("values", [])
        value = values[0] if values else ""
        await interaction.response.defer(thinking=True, ephemeral=True)
        try:
            if article := re.fullmatch(OPENED_ARTICLE, value):
                await self._article(interaction, host, asker, article)
            elif person := re.fullmatch(OPENED_PERSON, value):
                pages, listing = await host.queries.quotes_in(asker, person["name"], person["token"])
                await Pager(pages, asker, host.askers, private=True, listing=listing).answer(interaction)
            elif passage := re.fullmatch(PLACE, value):
                self.match = passage
                await reply_alone(interaction, await host.queries.passage(asker, self.place()))
            else:
                raise Refusal("error-gone")
        except ArticleNotFoundError as error:
            raise Refusal("error-article-gone") from error

    async def _article(
        self, interaction: discord.Interaction[Any], host: Host, asker: Asker, match: re.Match[str]
    ) -> None:
        """Show an article, with what the person may do with it."""
        own = match["user"] is not None and int(match["user"]) == interaction.user.id
        owner = interaction.user.id if own and await may_add(interaction, host.askers) else None
        may = owner is not None or manages(interaction)
        changes = partial(change_actions, say=asker.say, owner=owner, undo=owner is not None) if may else None
        page = await host.queries.show_by_token(asker, match["token"], changes=changes)
        await Pager((page,), asker, host.askers, private=True, shareable=False).answer(interaction)


class TurnButton(PersistentItem, template=TURN):
    """Shows another passage of an answer in place of the one that is shown, for everybody who sees it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        turning = Turning.read(custom_ids(interaction))
        if turning is None or turning.spoken not in {*Language}:
            raise Refusal("error-gone")
        spoken = replace(asker, say=host.askers.wordings.of(Language(turning.spoken)))  # that of the reply
        user_id = asked_by(interaction)
        await interaction.response.defer()
        by = 1 if self.match["way"] == "+" else -1
        try:
            page = await host.queries.turn(spoken, turning, by, heading=heading_of(interaction), user_id=user_id)
        except ArticleNotFoundError as error:
            raise Refusal("error-gone") from error
        if asker.guild_id is None and user_id is not None and not is_hidden(interaction):
            page = replace(page, actions=(*page.actions, delete_action(user_id, spoken.say)))
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class ListButton(PersistentItem, template=LIST):
    """Turns the page of a list, for everybody who sees it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        living = host.askers.living.get(interaction.message.id) if interaction.message is not None else None
        at = int(self.match["page"])
        if isinstance(living, Pager):
            await living.show(interaction, at)
            return
        listing = Listing.read(custom_ids(interaction))
        if listing is None or listing.spoken not in {*Language}:
            raise Refusal("error-gone")
        user_id = asked_by(interaction) or asker.user_id
        spoken = replace(asker, say=host.askers.wordings.of(Language(listing.spoken)), user_id=user_id)
        await interaction.response.defer()
        try:
            pages = await host.queries.listed(spoken, listing)
        except ArticleNotFoundError as error:
            raise Refusal("error-gone") from error
        private = is_hidden(interaction)
        pager = Pager(pages, spoken, host.askers, private=private, shareable=False, listing=listing, at=at)
        pager.stop()  # its ids say all
        await interaction.edit_original_response(view=pager, allowed_mentions=NOBODY)


class MoreButton(PersistentItem, template=MORE):
    """Shows what else can be done with a passage, to whoever clicks: its picture, and what they may do."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        hidden, asked = is_hidden(interaction), self.match["user"] is not None
        own = asked and interaction.user.id == int(self.match["user"])
        here = asker.guild_id is not None and not hidden
        delete = None
        if asked and here and interaction.message is not None and (own or moderates(interaction)):
            delete = delete_action(int(self.match["user"]), asker.say, interaction.message.id)
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await host.queries.more(
            asker,
            self.place(),
            heading=heading_of(interaction) if asked else "",
            public=not hidden,
            share=asked and hidden and not asker.elsewhere,
            delete=delete,
        )
        await reply_alone(interaction, page)


class ShareButton(PersistentItem, template=f"on:share:{PLACE}"):
    """Posts a passage that was shown to one person alone, if the server wants answers in this channel."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        if asker.elsewhere:
            raise Refusal("share-elsewhere")
        await interaction.response.defer()
        by = f"-# {asker.say('shared-by', who=interaction.user.mention)}"
        page = await host.queries.shared(asker, self.place(), heading=heading_of(interaction), by=by)
        if asker.guild_id is None:
            page = replace(page, actions=(*page.actions, delete_action(asker.user_id, asker.say)))
        await interaction.followup.send(view=Still(page), allowed_mentions=NOBODY)
        done = Still(notice(asker.say("shared"), Accent.DONE))
        await interaction.edit_original_response(view=done, allowed_mentions=NOBODY)


class CardButton(PersistentItem, template=f"on:card:{PLACE}(?P<all>:all)?"):
    """Posts a picture of a passage, as public as the message that shows it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        if not host.queries.draws:
            raise Refusal("card-missing")
        if not await soon(host.queries.has_card(asker, self.place())):
            raise Refusal("card-impossible")
        alone = asker.alone(None) or (is_hidden(interaction) and self.match["all"] is None)
        await interaction.response.defer(thinking=True, ephemeral=alone)
        card, page = await host.queries.card(asker, self.place(), shown_to_all=not alone)
        file = discord.File(io.BytesIO(card.png), filename=page.picture, description=alt_text(card.text))
        await interaction.followup.send(view=Still(page), file=file, ephemeral=alone, allowed_mentions=NOBODY)


class SpeakerButton(PersistentItem, template=f"on:by:{PLACE}"):
    """Lists what the speaker of a passage said besides, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        await interaction.response.defer(thinking=True, ephemeral=True)
        name = await host.queries.speaker_of(asker, self.place())
        if not name:
            raise Refusal("error-gone")
        pages = await host.queries.quotes(asker, name)
        listing = Listing(asker.home, asker.say.language, quotes_words(name, None, Filters()), menu=True)
        await Pager(pages, asker, host.askers, private=True, listing=listing).answer(interaction)


class OthersButton(PersistentItem, template=f"on:others:{PLACE}"):
    """Shows what others said about what a passage is about, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await host.queries.others(asker, self.place())
        await Pager(pages, asker, host.askers, private=True).answer(interaction)


class ReportButton(PersistentItem, template=f"on:report:{PLACE}"):
    """Opens the form that reports a wrong speaker to the server's moderators."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        if asker.guild_id is None:
            raise Refusal("error-server-only")
        host.askers.rate_limit.spend(interaction.user.id, interaction.created_at.timestamp())
        await interaction.response.send_modal(ReportForm(host.reports, host.askers, asker, self.place()))


class DeleteButton(PersistentItem, template=r"on:delete:(?P<user>\d{1,20})(?::(?P<message>\d{1,20}))?"):
    """Deletes a reply, that which it is on or another in the channel, for whoever asked for it or moderates there."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        if interaction.user.id != int(self.match["user"]) and not moderates(interaction):
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

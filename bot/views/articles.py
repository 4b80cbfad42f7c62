"""Buttons on articles that outlive restarts: add one, edit or remove one, see whom one quotes."""

from typing import Any

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.context.permissions import adder_of, editor_of
from bot.context.replies import NOBODY, Still
from bot.render.places import ARTICLE
from bot.runtime.workers import soon
from bot.views.additions import PasteForm
from bot.views.edits import EditForm
from bot.views.items import Host, PersistentItem
from index import ArticleNotFoundError


class AddButton(PersistentItem, template=r"on:add"):
    """Opens the form that adds an article, for who may."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, _: Asker) -> None:
        asker = await adder_of(interaction, host.askers)
        await interaction.response.send_modal(PasteForm(host.moderation, host.askers, asker))


class EditButton(PersistentItem, template=rf"on:edit:{ARTICLE}"):
    """Opens the form in which an article is mended, for who manages the server and for who added it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, _: Asker) -> None:
        owner = _owner(self.match["user"])
        asker = await editor_of(interaction, host.askers, owner)
        try:
            article = await soon(host.moderation.article_by_token(asker, self.match["token"]))
        except ArticleNotFoundError as error:
            raise Refusal("error-article-gone") from error
        await interaction.response.send_modal(EditForm(host.moderation, host.askers, asker, article, owner=owner))


class RemoveButton(PersistentItem, template=rf"on:remove:{ARTICLE}"):
    """Removes an article, for who manages the server; takes it back, for who added it."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, _: Asker) -> None:
        owner = _owner(self.match["user"])
        asker = await editor_of(interaction, host.askers, owner)
        await interaction.response.defer()
        try:
            page = await host.moderation.remove_by_token(asker, self.match["token"], undone=owner is not None)
        except ArticleNotFoundError as error:
            raise Refusal("error-article-gone") from error
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


class QuotedButton(PersistentItem, template=r"on:article:(?P<token>[0-9a-f]{12})"):
    """Shows whom an article quotes most, to whoever clicks."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        try:
            page = await host.queries.show_by_token(asker, self.match["token"])
        except ArticleNotFoundError as error:
            raise Refusal("error-article-gone") from error
        view = Still(page, choose=asker.say(page.choosing))
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)


def _owner(written: str | None) -> int | None:
    return None if written is None else int(written)

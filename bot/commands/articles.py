"""Articles: adding, listing, showing and removing a server's own; for those who manage the server."""

from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import MOST, article_choices
from bot.desk import Desk
from bot.errors import Refusal
from bot.permission import manages, server_of
from bot.views.pager import Pager
from bot.views.paste import PasteForm
from index import read_bytes

ATTACHMENT = 2 * 1024 * 1024
"""Bytes of an attachment at most."""


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Articles(commands.GroupCog, group_name="article", group_description="The articles of this server"):
    """/article add, list, show and remove; all replies are for the moderator alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Refuse whoever may not manage the server: a server can hand the commands to anybody."""
        server_of(interaction)
        return True

    @app_commands.command(name="add", description="Add an article: a file, or without one a form to paste it into")
    @app_commands.describe(file="Text, Markdown or HTML, at most 2 MB")
    async def add(self, interaction: discord.Interaction, file: discord.Attachment | None = None) -> None:
        """Add an article from an attachment, or open the form for pasted text."""
        guild_id = server_of(interaction)
        if file is None:
            await interaction.response.send_modal(PasteForm(self._desk))
            return
        if file.size > ATTACHMENT:
            raise Refusal(f"{file.filename} is larger than 2 MB. Save only the article’s text and try again.")
        await interaction.response.defer(thinking=True, ephemeral=True)
        data = await file.read()
        page = await self._desk.add(guild_id, partial(read_bytes, data, file.filename))
        await Pager.still(page).answer(interaction)

    @app_commands.command(name="list", description="The articles of this server")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List the server's articles."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._desk.articles(server_of(interaction))
        await Pager(pages, asker_id=interaction.user.id).answer(interaction)

    @app_commands.command(name="show", description="One article’s particulars, and whom it quotes most")
    @app_commands.describe(article="Which article")
    async def show(self, interaction: discord.Interaction, article: app_commands.Range[str, 1, 100]) -> None:
        """Show one of the server's articles."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await self._desk.show(server_of(interaction), article)
        await Pager.still(page).answer(interaction)

    @app_commands.command(name="remove", description="Remove an article from this server")
    @app_commands.describe(article="Which article")
    async def remove(self, interaction: discord.Interaction, article: app_commands.Range[str, 1, 100]) -> None:
        """Remove one of the server's articles."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await self._desk.remove(server_of(interaction), article)
        await Pager.still(page).answer(interaction)

    @show.autocomplete("article")
    @remove.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        if not manages(interaction):
            return []
        return article_choices(await self._desk.own_articles_like(server_of(interaction), typed, MOST))

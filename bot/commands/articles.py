"""A server's articles: adding, editing, listing, removing and restoring them."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import OwnArticle, RemovedArticle
from bot.commands.options import for_managers
from bot.context.asker import Askers
from bot.context.errors import Refusal
from bot.context.permissions import adder_of, manager_of, server_of
from bot.context.replies import reply_alone
from bot.runtime.workers import soon
from bot.services.moderation import Moderation
from bot.services.uploads import uploads_of
from bot.views.additions import PasteForm, add_all
from bot.views.edits import EditForm
from bot.views.pager import Pager

_LINKS = 1_500  # characters of links at most


@for_managers
class ArticlesCog(commands.GroupCog, group_name="article", group_description="This server’s articles"):
    """/article add, edit, list, remove and restore; what changes a library is checked in code at every use."""

    def __init__(self, moderation: Moderation, askers: Askers) -> None:
        self._moderation = moderation
        self._askers = askers

    @app_commands.command(name="add", description="Add articles from files or links, or paste one")
    @app_commands.describe(
        file="Text, Markdown, HTML, PDF, .docx, .odt, .eml, .mhtml, .epub or .zip",
        file2="Another file",
        file3="Another file",
        file4="Another file",
        file5="Another file",
        links="Links to articles, with spaces between",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment | None = None,
        file2: discord.Attachment | None = None,
        file3: discord.Attachment | None = None,
        file4: discord.Attachment | None = None,
        file5: discord.Attachment | None = None,
        links: app_commands.Range[str, 1, _LINKS] | None = None,
    ) -> None:
        """Add articles from attachments and links, or open the form."""
        asker = await adder_of(interaction, self._askers)
        files = [attachment for attachment in (file, file2, file3, file4, file5) if attachment is not None]
        if not files and links is None:
            await interaction.response.send_modal(PasteForm(self._moderation, self._askers, asker))
            return
        uploads = uploads_of(files, links or "")
        if not uploads:
            raise Refusal("add-no-link")
        await add_all(interaction, self._moderation, asker, uploads)

    @app_commands.command(name="edit", description="Mend an article’s title, outlet, date or link")
    @app_commands.describe(article="Which article")
    async def edit(self, interaction: discord.Interaction, article: OwnArticle) -> None:
        """Open the form in which an article's particulars are mended."""
        server_of(interaction)
        asker = await self._askers.of(interaction)
        found = await soon(self._moderation.article(asker, article))
        await interaction.response.send_modal(EditForm(self._moderation, self._askers, asker, found))

    @app_commands.command(name="list", description="All articles of this server")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List the server's own articles."""
        asker = await manager_of(interaction, self._askers)
        pages = await self._moderation.articles(asker)
        await Pager(pages, asker, self._askers, private=True, shareable=False).answer(interaction)

    @app_commands.command(name="remove", description="Remove an article from this server, at once")
    @app_commands.describe(article="Which article")
    async def remove(self, interaction: discord.Interaction, article: OwnArticle) -> None:
        """Remove one of the server's articles."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.remove(asker, article))

    @app_commands.command(name="restore", description="Bring back an article that was removed")
    @app_commands.describe(article="Which article")
    async def restore(self, interaction: discord.Interaction, article: RemovedArticle) -> None:
        """Bring back one of the server's removed articles."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.restore(asker, article))

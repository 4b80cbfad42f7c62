"""Articles: the newest and one of them for everybody; adding, removing and restoring for those who may."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.choices import ArticleName, OwnArticle, RemovedArticle
from bot.commands.options import for_members, paced
from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal
from bot.context.permissions import adder_of, manager_of
from bot.context.replies import NOBODY, Still, awaited, reply_alone
from bot.render.moderation import additions_page
from bot.services.moderation import Moderation
from bot.services.queries import Queries
from bot.services.uploads import Upload, uploads_of
from bot.views.pager import Pager
from bot.views.paste import PasteForm

_LINKS = 1_500  # characters of links at most


@for_members
class ArticlesCog(commands.GroupCog, group_name="article", group_description="The articles that answers come from"):
    """/article: members see, moderators change; what changes a library is checked in code at every use."""

    def __init__(self, queries: Queries, moderation: Moderation, askers: Askers) -> None:
        self._queries = queries
        self._moderation = moderation
        self._askers = askers

    @app_commands.command(name="latest", description="The newest articles")
    @paced
    async def latest(self, interaction: discord.Interaction) -> None:
        """List the newest articles that answer here."""
        asker = await self._askers.of(interaction)
        pages = await awaited(interaction, self._queries.latest(asker))
        await Pager(pages, asker, self._askers, private=asker.alone(None)).answer(interaction)

    @app_commands.command(name="show", description="One article’s particulars, and whom it quotes most")
    @app_commands.describe(article="Which article")
    @paced
    async def show(self, interaction: discord.Interaction, article: ArticleName) -> None:
        """Show one article that answers here."""
        asker = await self._askers.of(interaction)
        page = await awaited(interaction, self._queries.show(asker, article))
        await Pager((page,), asker, self._askers, private=asker.alone(None)).answer(interaction)

    @app_commands.command(name="add", description="Moderators: add articles from files or links, or paste one")
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
        """Add articles from attachments and links, or open the form for pasted text."""
        asker = await adder_of(interaction, self._askers)
        files = [attachment for attachment in (file, file2, file3, file4, file5) if attachment is not None]
        if not files and links is None:
            await interaction.response.send_modal(PasteForm(self._moderation, self._askers, asker))
            return
        uploads = uploads_of(files, links or "")
        if not uploads:
            raise Refusal("add-no-link")
        await add_all(interaction, self._moderation, asker, uploads)

    @app_commands.command(name="list", description="Moderators: all articles of this server")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List the server's own articles."""
        asker = await manager_of(interaction, self._askers)
        pages = await self._moderation.articles(asker)
        await Pager(pages, asker, self._askers, private=True).answer(interaction)

    @app_commands.command(name="remove", description="Moderators: remove an article from this server, at once")
    @app_commands.describe(article="Which article")
    async def remove(self, interaction: discord.Interaction, article: OwnArticle) -> None:
        """Remove one of the server's articles."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.remove(asker, article))

    @app_commands.command(name="restore", description="Moderators: bring back an article that was removed")
    @app_commands.describe(article="Which article")
    async def restore(self, interaction: discord.Interaction, article: RemovedArticle) -> None:
        """Bring back one of the server's removed articles."""
        asker = await manager_of(interaction, self._askers)
        await reply_alone(interaction, await self._moderation.restore(asker, article))


async def add_all(
    interaction: discord.Interaction[Any], moderation: Moderation, asker: Asker, uploads: Sequence[Upload]
) -> None:
    """Add articles one after the other, showing how far it is in one reply that is brought up to date."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    sent: discord.WebhookMessage | None = None
    async for done, of in moderation.add(asker, uploads):
        view = Still(additions_page(done, of, asker.say))
        if sent is None:
            sent = await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY, wait=True)
        else:
            await sent.edit(view=view, allowed_mentions=NOBODY)

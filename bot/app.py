"""The bot itself: what it listens to, its commands, and their one error handler."""

import logging
from datetime import timedelta
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import (
    Articles,
    Asking,
    CommandTranslator,
    Feeding,
    Info,
    Messages,
    Moderating,
    People,
    Quoting,
)
from bot.context.asker import Reception
from bot.context.errors import explain, trouble
from bot.context.preferences import PreferencesBook
from bot.i18n.wording import Wordings
from bot.monitoring import Meter, arrived
from bot.render.card import load_fonts
from bot.runtime.commandsync import send_or_compare
from bot.runtime.shards import Shards
from bot.runtime.shutdown import finish_handlers, within
from bot.services.feeds import Announcer
from bot.services.moderation import Newsroom
from bot.services.privacy import Custodian
from bot.services.queries import Desk
from bot.services.retention import Sweeper
from bot.settings import Settings
from bot.views.pager import tell
from bot.views.persistent import LASTING
from index import Fetcher, Library

log = logging.getLogger(__name__)


def build_bot(
    settings: Settings, library: Library, *, fetcher: Fetcher | None = None, serving: bool = True
) -> "OnrecordBot":
    """Build the bot over the operator's public `library`, which the caller closes after the bot.

    `fetcher` fetches links and feeds; by default one that reaches public addresses only. A bot that is not `serving`
    only knows its commands: it is built to compare or send them.
    """
    kind = OnrecordBot if settings.shards == Shards() else ShardedBot
    return kind(settings, library, fetcher or Fetcher(), serving=serving)


class CommandTree(app_commands.CommandTree["OnrecordBot"]):
    """The commands, with the one handler that puts their errors into words."""

    async def interaction_check(self, interaction: discord.Interaction["OnrecordBot"], /) -> bool:
        """Note the interaction, and let everybody through: each command has its own checks."""
        arrived(interaction)
        return True

    async def on_error(
        self, interaction: discord.Interaction["OnrecordBot"], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person who used the command."""
        name = interaction.command.qualified_name if interaction.command else "unknown"
        say = self.client.reception.words(interaction)
        explanation = explain(error, f"/{name}", say)
        self.client.meter.failed(by_fault=explanation.reference is not None)
        await tell(interaction, trouble(explanation))


class OnrecordBot(commands.Bot):
    """Answers in servers and direct messages; needs no privileged intent and pings nobody."""

    def __init__(
        self, settings: Settings, library: Library, fetcher: Fetcher, *, serving: bool, **connection: Any
    ) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            tree_cls=CommandTree,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            **connection,
        )
        self._library = library
        self._serving = serving
        self._fetcher = fetcher
        self.wordings = Wordings()
        self.book = PreferencesBook(library)
        self.meter = Meter()
        self.reception = Reception(self.wordings, self.book, meter=self.meter)
        self.desk = Desk(library, load_fonts())
        self.newsroom = Newsroom(self.desk, fetcher, self.meter)
        self.announcer = Announcer(self, library, fetcher, self.desk, self.reception, settings.shards)
        grace = timedelta(days=settings.grace_days)
        self.custodian = Custodian(library.keeping, self.desk, self.book, grace)
        self.sweeper = Sweeper(self, library.keeping, self.book, grace, settings.shards)

    async def setup_hook(self) -> None:
        """Add the commands, and see whether Discord has them."""
        for cog in (
            Asking(self, self.desk, self.reception),
            Quoting(self.desk, self.reception),
            Messages(self, self.desk, self.newsroom, self.reception),
            Articles(self.desk, self.newsroom, self.reception),
            Info(self.desk, self.custodian, self.reception),
            Feeding(self.newsroom, self.reception, self.announcer),
            People(self.desk, self.newsroom, self.reception),
            Moderating(self.newsroom, self.reception),
        ):
            await self.add_cog(cog)
        self.add_dynamic_items(*LASTING)
        await self.tree.set_translator(CommandTranslator(self.wordings))
        if self._serving:
            self._library.follow()
            await send_or_compare(self.tree)
            self.announcer.start()
            await self.add_cog(self.sweeper)
            self.sweeper.start()

    async def on_ready(self) -> None:
        """Say in the log that the bot is up."""
        log.info("Ready as %s in %s servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no prefix commands."""

    async def close(self) -> None:
        """Finish what people wait for, then leave Discord, and close all else; nothing of it takes long."""
        await within(self.announcer.stop(), "feeds")
        await within(self.sweeper.stop(), "the sweeping")
        await finish_handlers()
        self.reception.close()
        await within(super().close(), "the connection to Discord")
        await within(self._fetcher.close(), "connections to web sites")
        await within(self.desk.close(), "the libraries")
        await within(self.book.close(), "the preferences")


class ShardedBot(OnrecordBot, commands.AutoShardedBot):
    """The bot of some of Discord's shards, each with a connection of its own; other processes have the others."""

    def __init__(self, settings: Settings, library: Library, fetcher: Fetcher, *, serving: bool) -> None:
        shards = settings.shards
        super().__init__(
            settings, library, fetcher, serving=serving, shard_ids=list(shards.ids), shard_count=shards.count
        )

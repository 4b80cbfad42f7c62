"""The bot itself: what it listens to, and its commands."""

import asyncio
import logging
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.alerts import AlertsCog
from bot.commands.articles import ArticlesCog
from bot.commands.ask import AskCog
from bot.commands.feeds import FeedsCog
from bot.commands.info import InfoCog
from bot.commands.library import LibraryCog
from bot.commands.messages import MessagesCog
from bot.commands.moderation import ModerationCog, PeopleCog
from bot.commands.quotes import QuotesCog
from bot.commands.welcome import WelcomeCog
from bot.context.asker import Askers
from bot.context.errors import Watched
from bot.context.preferences import PreferencesStore
from bot.i18n.commands import CommandTranslator
from bot.i18n.wording import Wordings
from bot.monitoring.metrics import Meter
from bot.render import card
from bot.runtime.commandsync import send_or_compare
from bot.runtime.shutdown import finish_handlers, within
from bot.services.acts import Acts
from bot.services.alerts import AlertDesk, Alerter
from bot.services.delivery import Courier
from bot.services.digests import Digester
from bot.services.feeds import Announcer
from bot.services.messenger import Messenger
from bot.services.moderation import Moderation
from bot.services.offers import Offers
from bot.services.privacy import PersonalData
from bot.services.queries import Queries
from bot.services.reports import ReportQueue
from bot.services.retention import Retention
from bot.services.reversals import Reversals
from bot.settings import Settings, Shards
from bot.views.persistent import PERSISTENT_ITEMS
from index import Fetcher, Library, Sandbox

if TYPE_CHECKING:
    from bot.render.card.fonts import Fonts

log = logging.getLogger(__name__)


def build_bot(
    settings: Settings,
    library: Library,
    *,
    fetcher: Fetcher | None = None,
    sandbox: Sandbox | None = None,
    serving: bool = True,
) -> "OnrecordBot":
    """Build the bot over the operator's public `library`, which the caller closes after the bot.

    `fetcher` fetches links and feeds; by default one that reaches public addresses only. Documents are read in
    `sandbox`, which the caller closes as well; by default in one of its own. A bot that is not `serving` only knows its
    commands: it is built to compare or send them.
    """
    kind = OnrecordBot if settings.shards == Shards() else ShardedBot
    return kind(settings, library, fetcher, sandbox, serving=serving)


class CommandTree(Watched, app_commands.CommandTree["OnrecordBot"]):
    """The commands; what goes wrong in one is told, and their ids are known once they have been sent."""

    async def sync(self, *, guild: discord.abc.Snowflake | None = None) -> list[app_commands.AppCommand]:
        """Send the commands to Discord."""
        sent = await super().sync(guild=guild)
        slash = discord.AppCommandType.chat_input
        self.client.wordings.commands.learn({command.name: command.id for command in sent if command.type is slash})
        return sent


class OnrecordBot(commands.Bot):
    """Answers in servers and direct messages; needs no privileged intent, unless told to, and pings nobody."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        fetcher: Fetcher | None,
        sandbox: Sandbox | None,
        *,
        serving: bool,
        **connection: Any,
    ) -> None:
        intents = discord.Intents(
            guilds=True, guild_messages=True, dm_messages=True, message_content=settings.message_content == "on"
        )
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
        self._own_sandbox = Sandbox()  # starts nothing before the first document
        sandbox = sandbox or self._own_sandbox
        self._fetcher = fetcher = fetcher or Fetcher(sandbox=sandbox)
        self.wordings = Wordings()
        self.preferences = PreferencesStore(library)
        self.meter = Meter()
        self.askers = Askers(self.wordings, self.preferences, meter=self.meter)
        self.queries = Queries(library, _fonts())
        self.offers = Offers(self.queries)
        acts = Acts(self.queries)
        self.moderation = Moderation(acts, fetcher, sandbox, self.meter)
        self.messenger = Messenger(self, library, self.queries, self.askers, settings.shards)
        self.reports = ReportQueue(acts, self.messenger.tell)
        self.reversals = Reversals(acts)
        courier = Courier(self)
        self.announcer = Announcer(self, library, fetcher, sandbox, self.queries, self.askers, courier, settings.shards)
        self.alert_desk = AlertDesk(library, self.queries)
        self.alerter = Alerter(self, library, self.queries, self.askers, courier, settings.shards)
        self.digester = Digester(self, library, self.queries, self.askers, courier, settings.shards)
        grace = timedelta(days=settings.grace_days)
        self.personal_data = PersonalData(library.privacy, self.queries, self.preferences, grace)
        self.retention = Retention(self, library.privacy, self.preferences, grace, settings.shards)

    async def setup_hook(self) -> None:
        """Add the commands, and see whether Discord has them."""
        for cog in (
            AskCog(self, self.queries, self.askers),
            QuotesCog(self.queries, self.askers),
            MessagesCog(self, self.queries, self.moderation, self.askers),
            LibraryCog(self.queries, self.askers),
            ArticlesCog(self.moderation, self.askers),
            InfoCog(self.queries, self.personal_data, self.askers),
            AlertsCog(self.alert_desk, self.askers),
            FeedsCog(self.moderation, self.askers, self.announcer),
            PeopleCog(self.moderation, self.askers),
            ModerationCog(self.moderation, self.reports, self.reversals, self.announcer, self.digester, self.askers),
            WelcomeCog(self.askers),
        ):
            await self.add_cog(cog)
        self.add_dynamic_items(*PERSISTENT_ITEMS)
        await self.tree.set_translator(CommandTranslator(self.wordings))
        if self._serving:
            self._library.follow()
            await send_or_compare(self.tree, self.wordings.commands)
            self.announcer.start()
            self.messenger.start()
            self.alerter.start()
            self.digester.start()
            await self.add_cog(self.retention)
            self.retention.start()

    async def on_ready(self) -> None:
        """Say in the log that the bot is up."""
        log.info("Ready as %s in %s servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no prefix commands."""

    async def close(self) -> None:
        """Finish what people wait for, then leave Discord, and close all else; nothing of it takes long."""
        await within(self.announcer.stop(), "feeds")
        await within(self.messenger.stop(), "reports")
        await within(self.alerter.stop(), "alerts")
        await within(self.digester.stop(), "digests")
        await within(self.retention.stop(), "the sweeping")
        await finish_handlers()
        self.askers.close()
        await within(super().close(), "the connection to Discord")
        await within(self._fetcher.close(), "connections to web sites")
        await within(asyncio.to_thread(self._own_sandbox.close), "what is being read")
        await within(self.queries.close(), "the libraries")
        await within(self.preferences.close(), "the preferences")


@cache
def _fonts() -> "Fonts | None":
    """The fonts of quote cards, if the packages that draw them are installed; read once in a process."""
    if not card.is_installed():
        return None
    from bot.render.card.fonts import load_fonts  # noqa: PLC0415 -- of the extra `cards`

    return load_fonts()


class ShardedBot(OnrecordBot, commands.AutoShardedBot):
    """The bot of some of Discord's shards, each with a connection of its own; other processes have the others."""

    def __init__(
        self, settings: Settings, library: Library, fetcher: Fetcher | None, sandbox: Sandbox | None, *, serving: bool
    ) -> None:
        shards = settings.shards
        super().__init__(
            settings, library, fetcher, sandbox, serving=serving, shard_ids=list(shards.ids), shard_count=shards.count
        )

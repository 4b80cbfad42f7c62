"""The bot itself: what it listens to, its commands, and their one error handler."""

import asyncio
import hashlib
import json
import logging
from pathlib import Path

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import Articles, Asking, Quoting
from bot.desk import Desk
from bot.errors import explain, trouble
from bot.settings import Settings
from bot.views.pager import tell
from index import Library

log = logging.getLogger(__name__)


def build_bot(settings: Settings, library: Library) -> "OnrecordBot":
    """Build the bot over the operator's public `library`, which the caller closes after the bot."""
    return OnrecordBot(settings, library)


class CommandTree(app_commands.CommandTree["OnrecordBot"]):
    """The commands, with the one handler that puts their errors into words."""

    async def on_error(
        self, interaction: discord.Interaction["OnrecordBot"], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person who used the command."""
        name = interaction.command.qualified_name if interaction.command else "unknown"
        await tell(interaction, trouble(explain(error, f"/{name}")))


class OnrecordBot(commands.Bot):
    """Answers in servers and direct messages; needs no privileged intent and pings nobody."""

    def __init__(self, settings: Settings, library: Library) -> None:
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
        )
        self._settings = settings
        self._desk = Desk(library)

    async def setup_hook(self) -> None:
        """Add the commands, and tell Discord of them if they are not what it was last told."""
        await self.add_cog(Asking(self, self._desk))
        await self.add_cog(Quoting(self._desk))
        await self.add_cog(Articles(self._desk))
        await self._sync()

    async def on_ready(self) -> None:
        """Say in the log that the bot is up."""
        log.info("Ready as %s in %s servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no prefix commands."""

    async def close(self) -> None:
        """Leave Discord, then wait for calls of the library under way."""
        await super().close()
        await self._desk.close()

    async def _sync(self) -> None:
        """Send Discord the commands when they changed since this database's bot last did so.

        Discord limits how often commands may be sent, so not at each start. What was sent is remembered
        as a hash in a small file beside the database. A failure is logged and tried again at the next
        start: mentions and direct messages work without.
        """
        if self._settings.sync == "never":
            return
        marker = self._settings.commands_marker
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        wanted = hashlib.sha256(json.dumps([self.application_id, payload], sort_keys=True).encode()).hexdigest()
        if self._settings.sync == "changed" and await asyncio.to_thread(_read, marker) == wanted:
            log.debug("Commands unchanged, not sent")
            return
        try:
            await self.tree.sync()
        except discord.HTTPException:
            log.exception("Discord did not take the commands; they are sent again at the next start")
            return
        log.info("Sent %s commands to Discord", len(payload))
        await asyncio.to_thread(_write, marker, wanted)


def _read(marker: Path) -> str | None:
    try:
        return marker.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _write(marker: Path, value: str) -> None:
    try:
        marker.write_text(f"{value}\n", encoding="ascii")
    except OSError as error:
        log.warning("Cannot remember that the commands were sent: %s", error)

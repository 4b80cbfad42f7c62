"""A word to a server that the bot has just joined: what it does, and the three steps to the first answer."""

import logging

import discord
from discord.ext import commands

from bot.context.asker import Askers
from bot.context.replies import NOBODY, Still
from bot.render.onboarding import welcome_page

log = logging.getLogger(__name__)


class WelcomeCog(commands.Cog):
    """Introduces the bot, once a join."""

    def __init__(self, askers: Askers) -> None:
        self._askers = askers

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say it where the server has its system messages, else in its first channel in which the bot may write."""
        channel = _channel_of(guild)
        if channel is None:
            return
        page = welcome_page(self._askers.wordings.nearest(str(guild.preferred_locale)))
        try:
            await channel.send(view=Still(page), allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            log.warning("Could not introduce the bot to server %s: %s", guild.id, error)


def _channel_of(guild: discord.Guild) -> discord.TextChannel | None:
    """Give the channel for the first word; None where the bot may write in none."""
    first = [guild.system_channel] if guild.system_channel is not None else []
    for channel in (*first, *guild.text_channels):
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            return channel
    return None

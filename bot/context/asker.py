"""Who asks, from where, in which language, how often they may, and whether the answer is for them alone."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import app_commands

from bot.context.preferences import Preferences, PreferencesStore, community_of
from bot.i18n.wording import Wording, Wordings
from bot.monitoring.metrics import Meter
from bot.runtime.workers import BusyError, soon

RATE, PER = 8, 20.0
"""A person may ask this often in so many seconds."""

_KNOWN = 10_000  # people whose last questions are remembered


@dataclass(frozen=True, slots=True)
class Asker:
    """One person at one moment.

    Attributes
    ----------
    guild_id : int | None
        The server whose library answers: None in direct messages, and in a server that the bot is no member of,
        where somebody brought it along by a user install.
    say : Wording
        The words for a reply to this person.
    private : bool
        Whether the reply is for this person alone, unless they asked otherwise.
    elsewhere : bool
        Whether the server wants its answers in other channels: then a reply stays private.
    """

    user_id: int
    guild_id: int | None
    say: Wording
    private: bool = False
    elsewhere: bool = False

    @property
    def whose(self) -> str:
        """Whose turn it takes to serve them: their server's, or in a direct message their own."""
        return f"person-{self.user_id}" if self.guild_id is None else community_of(self.guild_id)

    @property
    def home(self) -> int:
        """The server whose library answers, as custom ids have it; 0 for none."""
        return self.guild_id or 0

    def alone(self, wish: bool | None) -> bool:
        """Whether the reply is for the asker alone, who may have said what they wish."""
        return self.elsewhere or (self.private if wish is None else wish)


class RateLimit:
    """Counts each person's requests, over all commands and picture buttons; forgets those who have not asked for
    longest."""

    def __init__(self) -> None:
        self._people: OrderedDict[int, app_commands.Cooldown] = OrderedDict()
        self._told: OrderedDict[int, float] = OrderedDict()

    def spend(self, user_id: int, now: float) -> None:
        """Count a request made at `now`, in seconds of Unix time.

        Raises
        ------
        CommandOnCooldown
            If the person has to wait.
        """
        cooldown = self._people.setdefault(user_id, app_commands.Cooldown(RATE, PER))
        self._people.move_to_end(user_id)
        if len(self._people) > _KNOWN:
            self._people.popitem(last=False)
        wait = cooldown.update_rate_limit(now)
        if wait is not None:
            raise app_commands.CommandOnCooldown(cooldown, wait)

    def tells(self, user_id: int, now: float, wait: float) -> bool:
        """Whether to tell a person at `now` that they have to wait: once until then, however much they write."""
        if self._told.get(user_id, now) > now:
            return False
        self._told[user_id] = now + wait
        self._told.move_to_end(user_id)
        if len(self._told) > _KNOWN:
            self._told.popitem(last=False)
        return True


@dataclass(slots=True)
class Askers:
    """Receives people: looks up their server's preferences and finds the words for them.

    Attributes
    ----------
    living : dict of int to LayoutView
        The views by which pages can still be turned, by their messages' ids.
    """

    wordings: Wordings
    stored: PreferencesStore
    living: dict[int, discord.ui.LayoutView] = field(default_factory=dict)
    rate_limit: RateLimit = field(default_factory=RateLimit)
    meter: Meter = field(default_factory=Meter)

    async def of(self, interaction: discord.Interaction[Any]) -> Asker:
        """Receive the person of an interaction.

        Raises
        ------
        StoreError
            If the database cannot be read.
        """
        guild_id = server_here(interaction)
        try:
            preferences = await self.preferences(guild_id)
            elsewhere = _elsewhere(preferences, interaction.channel)
        except BusyError:  # it may be that the server wants answers elsewhere: this one is private at least
            preferences, elsewhere = Preferences(), True
        say = self.words_in(preferences, str(interaction.locale), str(interaction.guild_locale or ""))
        return Asker(interaction.user.id, guild_id, say, preferences.private, elsewhere)

    async def preferences(self, guild_id: int | None) -> Preferences:
        """Give a server's preferences while there is time to answer Discord.

        Raises
        ------
        BusyError
            If they are not to be had so soon.
        StoreError
            If the database cannot be read.
        """
        return await soon(self.stored.of(guild_id))

    async def of_message(self, message: discord.Message) -> Asker:
        """Receive the author of a message, whose own language Discord does not tell."""
        guild = message.guild
        guild_id = guild.id if guild else None
        preferences = await self.stored.of(guild_id)
        say = self.words_in(preferences, str(guild.preferred_locale) if guild else None)
        return Asker(message.author.id, guild_id, say, elsewhere=_elsewhere(preferences, message.channel))

    def close(self) -> None:
        """Let go of all views. Their buttons stay: a click on one is answered after the next start, see `Expired`."""
        for view in self.living.values():
            view.stop()
        self.living.clear()

    def words_in(self, preferences: Preferences, *locales: str | None) -> Wording:
        """Give words in the language that a server has chosen, else in the first of Discord's that there are any in."""
        if preferences.language is not None:
            return self.wordings.of(preferences.language)
        return self.wordings.nearest(*locales)


def server_here(interaction: discord.Interaction[Any]) -> int | None:
    """Give the server that an interaction comes from, if the bot is a member of it; None for a direct message, and
    for a server to which somebody brought the bot along by a user install."""
    guild_id = interaction.guild_id
    return guild_id if guild_id is not None and interaction.client.get_guild(guild_id) is not None else None


def _elsewhere(preferences: Preferences, channel: object) -> bool:
    """Whether answers belong in other channels; a thread counts as its channel."""
    if not preferences.channels:
        return False
    ids = {getattr(channel, "id", None), getattr(channel, "parent_id", None)}
    return not ids & preferences.channels

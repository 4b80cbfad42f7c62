"""The checks of ``onrecord doctor`` that ask Discord: token, clock, intents, commands, and rights in servers.

Found by the entry point group ``onrecord.checks``, so that the index need not know the bot. Nothing is changed at
Discord, and the token is never shown.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp
import discord

from bot.app import OnrecordBot, build_bot
from bot.context.preferences import community_of
from bot.monitoring.health import Health, ask_health
from bot.runtime.commandsync import drift
from bot.settings import Settings, load_settings
from index import Check, Library, SettingsError, StoreError, Verdict, open_library, unknown_settings

PATIENCE = 45.0
"""Seconds that all of this may take."""

_SERVERS = 25  # looked at, with three requests each
_WRONG_BY = timedelta(seconds=30)
_NOT_SET = "ONRECORD_TOKEN: not set"
_RIGHTS = ("view_channel", "send_messages", "send_messages_in_threads", "read_message_history", "attach_files")
_VIEW, _SEND = _RIGHTS[:2]
_THREADS = "create_public_threads"  # where announcements open some
_MESSAGES = "message content"
_INTENTS = {
    "presence": "gateway_presence",
    "server members": "gateway_guild_members",
    _MESSAGES: "gateway_message_content",
}
_PLACES = (discord.TextChannel, discord.ForumChannel)


def checks() -> Iterator[Check]:
    """Check the settings and what Discord says of the bot; only settings where there is no token."""
    try:
        settings = load_settings()
    except SettingsError as error:
        for line in str(error).splitlines():
            name = line.partition(":")[0]
            if line.startswith(_NOT_SET):
                yield Check("token", Verdict.SKIPPED, "ONRECORD_TOKEN is not set, so Discord was not asked.")
            else:
                yield Check(f"setting {name}", Verdict.PROBLEM, line, "Mend it in the environment or in .env.")
        yield from _unknown()
        return
    yield Check("settings", Verdict.OK, "All can be used.")
    yield from _unknown()
    yield _running(asyncio.run(ask_health(settings.asked_at)))
    found: list[Check] = []
    try:
        asyncio.run(_ask(settings, found))
    finally:
        yield from found  # whatever broke off, if anything did


def _unknown() -> Iterator[Check]:
    """What is set and no setting at all, where it can be read."""
    with suppress(OSError, UnicodeDecodeError):
        if unknown := unknown_settings(Settings):
            cure = "Look for the right name in the table of docs/operating.md, or take it away."
            yield Check("setting", Verdict.WARNING, f"Not known, so of no effect: {', '.join(unknown)}.", cure)


async def _ask(settings: Settings, found: list[Check]) -> None:
    """Put into `found` what Discord says, as far as it answers in time."""
    with closing(_library(settings)) as library:
        bot = build_bot(settings, library, serving=False)
        clock = _Clock()
        bot.http.http_trace = clock.trace()
        try:
            async with asyncio.timeout(PATIENCE), bot:
                async for check in _look(bot, library, settings, clock):
                    found.append(check)  # noqa: PERF401 -- so that what came before a failure stays
        except discord.LoginFailure:
            cure = "Copy it again from the Bot page of the Discord developer portal."
            found.append(Check("token", Verdict.PROBLEM, "Discord does not know this token.", cure))
        except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
            said = f"Discord cannot be reached, or refuses to answer: {error}"
            if isinstance(error, TimeoutError):
                said = f"Discord did not answer all questions within {PATIENCE:.0f} seconds."
            found.append(Check("Discord", Verdict.PROBLEM, said, "Look at the network, or at Discord's status page."))


def _library(settings: Settings) -> Library:
    """What servers have set, to be read alone; nothing where it cannot be: the checks of the database say why."""
    try:
        return open_library(settings.opened, read_only=True)
    except StoreError:
        return open_library(None)


async def _look(bot: OnrecordBot, library: Library, settings: Settings, clock: "_Clock") -> AsyncIterator[Check]:
    await bot.login(settings.token.get_secret_value())
    yield Check("token", Verdict.OK, f"Discord knows the bot as {bot.user}.")
    yield clock.check()
    application = await bot.application_info()
    yield _intents(application, wanted=settings.message_content == "on")
    yield _endpoint(application)
    different = await drift(bot.tree)
    if different:
        said = f"Discord has other versions of: {', '.join(different)}."
        yield Check("commands", Verdict.WARNING, said, "Send them: onrecord-bot sync")
    else:
        yield Check("commands", Verdict.OK, "Discord has all commands as they are here.")
    count = 0
    async for guild in bot.fetch_guilds(limit=_SERVERS, with_counts=False):
        count += 1
        yield await _rights(bot, guild, await _threaded(bot, library, guild.id))
    more = f"; only the first {_SERVERS} were looked at" if count == _SERVERS else ""
    if count:
        yield Check("servers", Verdict.OK, f"The bot is in {application.approximate_guild_count or count}{more}.")
    else:
        cure = "Invite it by the link on the portal's Installation page."
        yield Check("servers", Verdict.WARNING, "The bot is in no server yet.", cure)


def _running(health: Health) -> Check:
    """What the bot of these settings says of itself, if it runs."""
    if health.well:
        return Check("running bot", Verdict.OK, health.words)
    if not health.answered:
        return Check("running bot", Verdict.SKIPPED, health.words)
    return Check("running bot", Verdict.PROBLEM, health.words, "Do what it says; the bot's log may have more.")


class _Clock:
    """Compares this machine's clock with the Date of Discord's last answer."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._ahead: timedelta | None = None

    def trace(self) -> aiohttp.TraceConfig:
        """What an HTTP session needs to tell of its answers."""
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._read)
        return trace

    async def _read(self, _: aiohttp.ClientSession, __: SimpleNamespace, answer: aiohttp.TraceRequestEndParams) -> None:
        try:
            self._ahead = self._now() - parsedate_to_datetime(answer.response.headers["Date"])
        except (KeyError, ValueError, TypeError):
            return

    def check(self) -> Check:
        """How far this machine's clock is from Discord's."""
        name = "clock against Discord's"
        if self._ahead is None:
            return Check(name, Verdict.SKIPPED, "Discord did not say what time it is.")
        if abs(self._ahead) <= _WRONG_BY:
            return Check(name, Verdict.OK, "They agree within half a minute.")
        side = "ahead of" if self._ahead > timedelta() else "behind"
        said = f"It is {abs(self._ahead.total_seconds()):.0f} seconds {side} Discord's."
        return Check(name, Verdict.PROBLEM, said, "Set the clock, best by NTP: Discord's buttons and waits go by it.")


def _intents(application: discord.AppInfo, *, wanted: bool) -> Check:
    """Whether the privileged intents are as they should be; `wanted` is whether the settings want that of messages."""
    on = {name for name, value in application.flags if value}
    switched_on = [name for name, flag in _INTENTS.items() if not on.isdisjoint((flag, f"{flag}_limited"))]
    if wanted and _MESSAGES not in switched_on:
        said = "ONRECORD_MESSAGE_CONTENT needs the Message Content intent, which is off: Discord refuses the bot."
        return Check("intents", Verdict.PROBLEM, said, "Switch it on on the portal's Bot page, or unset the variable.")
    if wanted:
        return Check("intents", Verdict.OK, "The Message Content intent, which the settings want, is switched on.")
    if not switched_on:
        return Check("intents", Verdict.OK, "No privileged intent is needed, and none is switched on.")
    said = f"No privileged intent is needed; switched on at the portal: {', '.join(switched_on)}."
    return Check("intents", Verdict.OK, said, "They may be switched off on the portal's Bot page.")


def _endpoint(application: discord.AppInfo) -> Check:
    if application.interactions_endpoint_url:
        said = "Discord sends commands to another address: an interactions endpoint URL is set."
        cure = "Empty that field on the portal's General Information page."
        return Check("way of commands", Verdict.PROBLEM, said, cure)
    return Check("way of commands", Verdict.OK, "Discord sends commands to the bot itself.")


async def _threaded(bot: OnrecordBot, library: Library, guild_id: int) -> frozenset[str]:
    """The ids of a server's channels in which announcements are to open threads."""
    preferences = await bot.preferences.of(guild_id)
    if not preferences.announce_thread:
        return frozenset()
    feeds = await asyncio.to_thread(library.of(community_of(guild_id)).feeds.list)
    return frozenset({str(preferences.announcements), *(feed.announce_in for feed in feeds if feed.announce_in)})


async def _rights(bot: OnrecordBot, partial: discord.Guild, threaded: frozenset[str]) -> Check:
    """What the bot may not do in how many channels of a server; in those that are `threaded` it opens threads."""
    name = f"rights in {partial.name}"
    try:
        guild = await bot.fetch_guild(partial.id, with_counts=False)
        places = [channel for channel in await guild.fetch_channels() if isinstance(channel, _PLACES)]
        me = await guild.fetch_member(bot.user.id if bot.user is not None else 0)
    except discord.DiscordException as error:
        return Check(name, Verdict.SKIPPED, f"Discord does not tell: {error}")
    missing: Counter[str] = Counter()
    usable = 0
    for place in places:
        permissions = place.permissions_for(me)
        opens = isinstance(place, discord.TextChannel) and str(place.id) in threaded
        needed = (*_RIGHTS, _THREADS) if opens else _RIGHTS
        may = {right for right in needed if getattr(permissions, right)}
        usable += {_VIEW, _SEND} <= may
        missing.update([_VIEW] if _VIEW not in may else [right for right in needed if right not in may])
    told = ", ".join(
        f"{right.replace('_', ' ')} in {missing[right]}" for right in (*_RIGHTS, _THREADS) if missing[right]
    )
    said = f"Missing, of {len(places)} channels: {told}." if told else f"All there in {len(places)} channels."
    cure = "Give the bot's role these rights in the channels where it should answer."
    if places and not usable:
        return Check(name, Verdict.PROBLEM, f"The bot can write nowhere. {said}", cure)
    if set(missing) - {_VIEW}:
        return Check(name, Verdict.WARNING, said, cure)
    return Check(name, Verdict.OK, said)

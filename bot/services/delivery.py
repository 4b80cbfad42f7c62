"""Delivery: messages that nobody asked for at that moment, each sent once, whatever becomes of the process."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import discord
from discord.ext import commands

from bot.context.replies import NOBODY, Still, parts_of
from bot.render.markdown import plain
from bot.render.pages import Page
from bot.services.queries import Queries
from index import Library

log = logging.getLogger(__name__)

_LONGEST = 60.0  # seconds for one of them, in which Discord may have the bot wait
_LOOKED_THROUGH = 100  # messages of a channel, or posts of a forum
_NAME = 100  # characters of a thread's name

Place = discord.abc.Messageable | discord.ForumChannel


class Delivery(StrEnum):
    """What became of a message."""

    DONE = "done"  # it stands there
    REFUSED = "refused"  # the place is gone, or closed to the bot
    LATER = "later"  # Discord did not take it; it is to be tried again


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message to be sent.

    Attributes
    ----------
    key : str
        The custom id of one of its buttons, which no other message of the bot's has: by it, it is known again.
    nonce : str
        At most 25 characters; Discord itself takes a message of the same one only once within some minutes.
    begun : bool
        Whether somebody began to send it and has not told how that ended.
    thread : str | None
        The name of the thread that it opens; not escaped.
    post : str
        The name of the post that it is in a forum; not escaped.
    role : int | None
        Who is pinged.
    prompt : str
        What the menu of its passages says, if it has any.
    """

    page: Page
    key: str
    nonce: str
    begun: bool
    thread: str | None = None
    post: str = ""
    role: int | None = None
    prompt: str = ""


@asynccontextmanager
async def alone(public: Library, queries: Queries, what: str) -> AsyncIterator[bool]:
    """Hold what is to be sent, of which `what` is the name, if no process over the database does; tells whether."""
    hold = public.feeds.exclusive(what)
    mine = await queries.run(hold.__enter__)
    try:
        yield mine
    finally:
        await queries.run(partial(hold.__exit__, None, None, None))


class Courier:
    """Sends parcels.

    Before one is sent it is written down that this begins, and after it that it is done; where a process died in
    between, the place is looked through before it is sent again.
    """

    def __init__(self, bot: commands.Bot) -> None:
        self._bot = bot

    def place(self, guild: discord.Guild, channel_id: int) -> Place:
        """Give a place of a server, whether the bot knows it or not."""
        known = guild.get_channel_or_thread(channel_id)
        if isinstance(known, discord.abc.Messageable | discord.ForumChannel):
            return known
        return self._bot.get_partial_messageable(channel_id, guild_id=guild.id)

    async def send(self, parcel: Parcel, place: Place, begin: Callable[[], Awaitable[object]]) -> Delivery:
        """Send it, unless it stands there already; `begin` writes down that it is about to be sent."""
        try:
            async with asyncio.timeout(_LONGEST):
                said = await self._sent(parcel.key, place) if parcel.begun else None
                if said is None:
                    await begin()
                    said = await _post(parcel, place)
                if parcel.thread is not None and not isinstance(place, discord.ForumChannel):
                    await _open_thread(said, parcel.thread)
        except (discord.Forbidden, discord.NotFound) as error:
            log.warning("May not write in channel %s: %s", _named(place), error)
            return Delivery.REFUSED
        except (discord.HTTPException, TimeoutError) as error:
            log.warning("Discord did not take a message, which is tried again: %s", error or "it took too long")
            return Delivery.LATER
        return Delivery.DONE

    async def _sent(self, key: str, place: Place) -> discord.Message | None:
        """The message with that button among the last ones of a place, if it is there."""
        try:
            me = self._bot.user.id if self._bot.user is not None else 0
            async for message in _last(place, me):
                stand = {getattr(part, "custom_id", None) for part in parts_of(message.components)}
                if message.author.id == me and message.interaction_metadata is None and key in stand:
                    return message
        except discord.Forbidden:
            log.warning("May not read channel %s, in which something may be said twice", _named(place))
        return None


def _named(place: Place) -> int | str:
    """What the log calls a place: nobody's direct messages."""
    return "of somebody" if isinstance(place, discord.DMChannel) else getattr(place, "id", "unknown")


async def _last(place: Place, me: int) -> AsyncIterator[discord.Message]:
    """The last messages of a channel, or the first ones of the last posts of a forum by `me`, newest first."""
    if not isinstance(place, discord.ForumChannel):
        async for message in place.history(limit=_LOOKED_THROUGH):
            yield message
        return
    own = [thread for thread in place.threads if thread.owner_id == me]
    for post in sorted(own, key=lambda thread: -thread.id)[:_LOOKED_THROUGH]:
        async for message in post.history(limit=1, oldest_first=True):
            yield message


async def _post(parcel: Parcel, place: Place) -> discord.Message:
    ping = "" if parcel.role is None else f"<@&{parcel.role}>"
    view = Still(parcel.page, above=ping, choose=parcel.prompt)
    mentions = NOBODY
    if parcel.role is not None:
        mentions = discord.AllowedMentions(
            everyone=False, users=False, roles=[discord.Object(parcel.role)], replied_user=False
        )
    if isinstance(place, discord.ForumChannel):
        tags = place.available_tags[:1] if place.flags.require_tag else []
        name = plain(parcel.post, _NAME) or "…"
        made = await place.create_thread(name=name, view=view, allowed_mentions=mentions, applied_tags=tags)
        return made.message
    return await place.send(view=view, allowed_mentions=mentions, nonce=parcel.nonce)


async def _open_thread(message: discord.Message, name: str) -> None:
    if message.flags.has_thread:
        return
    try:
        await message.create_thread(name=plain(name, _NAME) or "…")
    except discord.Forbidden:
        log.warning("May not open threads in channel %s", message.channel.id)

"""What a server's moderators have set: kept with its library, held in memory between changes."""

import logging
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.i18n.wording import Language
from bot.runtime.workers import Lane, Patience
from index import Library

log = logging.getLogger(__name__)

_T = TypeVar("_T")

_NAME = "discord"
"""The library's preference that holds all of a server's, as JSON."""

_COMMUNITY = "discord-"


class Rhythm(StrEnum):
    """How often a digest is posted."""

    DAY = "day"
    WEEK = "week"


class Preferences(BaseModel):
    """One server's preferences; these defaults hold until something is set.

    Attributes
    ----------
    channels : frozenset of int
        Where questions are answered for all to see; everywhere if empty. Elsewhere replies are private.
    private : bool
        Whether replies are for the asker alone unless they ask otherwise.
    adders : frozenset of int
        Roles that may add articles, beside those who may manage the server.
    announcements : int | None
        The channel, or the forum, that hears of new articles of feeds.
    reports : int | None
        The channel in which new reports of wrong speakers are posted.
    announce_added : bool
        Whether it hears of articles that somebody added, too.
    announce_thread : bool
        Whether each announcement opens a thread.
    announce_role : int | None
        The role that each announcement pings.
    announce_people, announce_outlets, announce_words : tuple of str
        What an article must have one of, of each kind that is not empty, to be announced.
    digest_in : int | None
        The channel that gets digests.
    digest : Rhythm | None
        How often.
    language : Language | None
        The bot's language in the server; None follows Discord's.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    channels: frozenset[int] = frozenset()
    private: bool = False
    adders: frozenset[int] = frozenset()
    announcements: int | None = None
    reports: int | None = None
    announce_added: bool = False
    announce_thread: bool = False
    announce_role: int | None = None
    announce_people: tuple[str, ...] = ()
    announce_outlets: tuple[str, ...] = ()
    announce_words: tuple[str, ...] = ()
    digest_in: int | None = None
    digest: Rhythm | None = None
    language: Language | None = None


class PreferencesStore:
    """All servers' preferences, read once each; changes are made one after the other.

    It has a lane of its own: whether a reply is private must be known within Discord's three seconds, even while
    the library's threads are adding articles.
    """

    def __init__(self, public: Library) -> None:
        self._public = public
        self._lane = Lane("preferences", workers=1, each=1, waiting=100, patience=Patience(late=3.0, lost=60.0))
        self._known: dict[int, Preferences] = {}
        self._opened = public.opened

    async def of(self, guild_id: int | None) -> Preferences:
        """Give a server's preferences; the defaults in direct messages.

        Raises
        ------
        StoreError
            If the database cannot be read.
        """
        if guild_id is None:
            return Preferences()
        if self._public.opened != self._opened:
            self._opened = self._public.opened
            self._known.clear()
        known = self._known.get(guild_id)
        return known if known is not None else await self._run(self._load, guild_id)

    async def change(self, guild_id: int, **changes: object) -> Preferences:
        """Set some of a server's preferences, and give them all. When this returns they are in the database."""

        def work(guild: int) -> Preferences:
            changed = Preferences.model_validate(self._load(guild).model_dump() | changes)
            self._public.of(community_of(guild)).preferences.set(_NAME, changed.model_dump_json())
            self._known[guild] = changed
            return changed

        return await self._run(work, guild_id)

    async def forget(self, guild_id: int) -> None:
        """Drop what is held of a server whose data was deleted, or that the bot has left."""
        await self._run(lambda guild: self._known.pop(guild, None), guild_id)

    async def keep_only(self, guilds: frozenset[int]) -> None:
        """Drop what is held of all other servers, of which nothing is stored any more, by whomever it was deleted."""
        for guild_id in set(self._known) - guilds:
            await self.forget(guild_id)

    async def close(self) -> None:
        """Wait a little for what is under way, and take no more."""
        await self._lane.close()

    def _load(self, guild_id: int) -> Preferences:
        """Read a server's preferences, and hold them; somebody else may drop them at any time."""
        stored = self._public.of(community_of(guild_id)).preferences.get(_NAME)
        try:
            found = Preferences.model_validate_json(stored) if stored else Preferences()
        except ValidationError:
            log.warning("The preferences of server %s cannot be read; the defaults hold", guild_id)
            found = Preferences()
        self._known[guild_id] = found
        return found

    async def _run(self, work: Callable[[int], _T], guild_id: int) -> _T:
        return await self._lane.run(community_of(guild_id), partial(work, guild_id))


def community_of(guild_id: int) -> str:
    """Name the community whose library a server's own articles are in."""
    return f"{_COMMUNITY}{guild_id}"


def guild_of(community: str) -> int | None:
    """Give the server whose community that is; None of one that is no server's."""
    number = community.removeprefix(_COMMUNITY)
    return int(number) if number != community and number.isascii() and number.isdecimal() else None

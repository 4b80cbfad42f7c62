"""Digests: once a day or week, what was said in the articles that came meanwhile."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import discord
from discord.ext import commands

from bot.context.asker import Asker, Askers
from bot.context.preferences import Preferences, Rhythm, community_of, guild_of
from bot.i18n.wording import Wording
from bot.render.announcements import digest_key, digest_page
from bot.render.articles import articles_pages
from bot.render.pages import Page, notice
from bot.runtime.lookout import Lookout
from bot.services.delivery import Courier, Delivery, Parcel, alone
from bot.services.queries import Queries
from bot.settings import Shards
from index import DigestState, Library

PERIOD = 300.0
"""Seconds between two looks for what is due."""

_AT = time(7, tzinfo=UTC)
_LASTS = {Rhythm.DAY: timedelta(days=1), Rhythm.WEEK: timedelta(days=7)}
_QUOTATIONS = _PEOPLE = 5


@dataclass(frozen=True, slots=True)
class DigestPeriod:
    """The time of one digest, both ends at 7:00 UTC, the second not in it."""

    since: datetime
    until: datetime

    @property
    def day(self) -> date:
        """The day on which it ends, by which the digest is known."""
        return self.until.date()

    @classmethod
    def last(cls, rhythm: Rhythm, now: datetime) -> "DigestPeriod":
        """Give the last one that is over: weeks end on Mondays."""
        until = datetime.combine(now.date(), _AT)
        if until > now:
            until -= timedelta(days=1)
        if rhythm is Rhythm.WEEK:
            until -= timedelta(days=until.weekday())
        return cls(until - _LASTS[rhythm], until)

    @classmethod
    def ending(cls, rhythm: Rhythm, day: date) -> "DigestPeriod":
        """Give the one that ends on a day."""
        until = datetime.combine(day, _AT)
        return cls(until - _LASTS[rhythm], until)


class Digester:
    """Posts the digests that servers want, each once; see `Courier`.

    Several processes may share the database: whoever has a server's shard posts its digest. One that was due while no
    process ran is posted at the next start, but only the last.
    """

    def __init__(
        self, bot: commands.Bot, public: Library, queries: Queries, askers: Askers, courier: Courier, shards: Shards
    ) -> None:
        self._bot = bot
        self._public = public
        self._queries = queries
        self._askers = askers
        self._courier = courier
        self._shards = shards
        self._posting: set[str] = set()
        self._lookout = Lookout("digests", self._look, PERIOD)

    def start(self) -> None:
        """Begin to look in the background."""
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what is under way is given up, and posted by the next process unless it was."""
        await self._lookout.stop()

    def wake(self) -> None:
        """Post what is due at once."""
        self._lookout.wake()

    async def settle(self, guild_id: int, preferences: Preferences) -> None:
        """Post digests to a server from now on, the first when the day or week under way is over, or none any more."""
        digests = self._public.of(community_of(guild_id)).digests
        if preferences.digest is None or preferences.digest_in is None:
            await self._queries.run(digests.stop)
            return
        day = DigestPeriod.last(preferences.digest, self._public.now()).day
        await self._queries.run(partial(digests.start, day.isoformat()))

    async def preview(self, asker: Asker, guild_id: int, preferences: Preferences) -> Page:
        """Show the digest of the day or week until now."""
        rhythm = preferences.digest or Rhythm.WEEK
        now = self._public.now()
        period = DigestPeriod(now - _LASTS[rhythm], now)
        make = partial(self._page, community_of(guild_id), period, rhythm, asker.say)
        page = await self._queries.lanes.jobs.run(community_of(guild_id), make, patient=True)
        return page or notice(asker.say("digest-nothing"))

    async def articles(self, asker: Asker, rhythm: Rhythm, day: date) -> tuple[Page, ...]:
        """List the articles of a digest of the asker's server."""
        guild_id = asker.guild_id
        if guild_id is None:
            return (notice(asker.say("error-server-only")),)
        period = DigestPeriod.ending(rhythm, day)

        def work() -> tuple[Page, ...]:
            came = self._public.of(community_of(guild_id)).arrivals.between(period.since, period.until)
            heading = asker.say(f"digest-heading-{rhythm}", day=asker.say.day(day))
            return articles_pages([one.article for one in came], asker.say, heading)

        return await self._queries.run(work, whose=asker.whose)

    async def _look(self) -> None:
        if not self._bot.is_ready():
            return
        for state in await self._queries.run(self._public.digests.wanted):
            guild_id = guild_of(state.community)
            guild = self._bot.get_guild(guild_id) if guild_id is not None else None
            if guild is not None and self._shards.hold(guild.id) and state.community not in self._posting:
                self._posting.add(state.community)
                self._lookout.keep(self._post(guild, state))

    async def _post(self, guild: discord.Guild, state: DigestState) -> None:
        """Post a server's digest if it is due, unless another process does."""
        try:
            preferences = await self._askers.stored.of(guild.id)
            if preferences.digest is None or preferences.digest_in is None:
                return
            period = DigestPeriod.last(preferences.digest, self._public.now())
            if state.sent >= period.day.isoformat():
                return
            async with alone(self._public, self._queries, f"digest of {state.community}") as mine:
                if mine:
                    await self._post_alone(guild, preferences, preferences.digest, period)
        finally:
            self._posting.discard(state.community)

    async def _post_alone(
        self, guild: discord.Guild, preferences: Preferences, rhythm: Rhythm, period: DigestPeriod
    ) -> None:
        community, day = community_of(guild.id), period.day.isoformat()
        digests = self._public.of(community).digests
        state = await self._queries.run(digests.state)
        if state is None or state.sent >= day or preferences.digest_in is None:
            return
        say = self._askers.words_in(preferences, str(guild.preferred_locale))
        make = partial(self._page, community, period, rhythm, say)
        page = await self._queries.lanes.jobs.run(community, make, patient=True)
        if page is not None:
            key, begun = digest_key(rhythm, period.day), state.begun == day
            parcel = Parcel(page, key, f"digest-{day}-{rhythm}", begun, prompt=say("choose-passage"))
            place = self._courier.place(guild, preferences.digest_in)
            begin = partial(self._queries.run, partial(digests.begin, day))
            if await self._courier.send(parcel, place, begin) is Delivery.LATER:
                return
        await self._queries.run(partial(digests.end, day))

    def _page(self, community: str, period: DigestPeriod, rhythm: Rhythm, say: Wording) -> Page | None:
        """Make a digest; None where nobody is quoted in what came."""
        arrivals = self._public.of(community).arrivals
        came = arrivals.between(period.since, period.until)
        found = arrivals.highlights([one.article.id for one in came], limit=_QUOTATIONS, most_quoted=_PEOPLE)
        return digest_page(found, rhythm, period.day, say) if found.passages else None

"""Who is told of reports: moderators, in the channel that they chose, and those who made them, when one is settled."""

import asyncio
import logging
from dataclasses import dataclass
from functools import partial

import discord
from discord.ext import commands

from bot.context.asker import Askers
from bot.context.preferences import Preferences, community_of, guild_of
from bot.context.replies import NOBODY, Still
from bot.i18n.wording import Language, Wording
from bot.render.pages import Page
from bot.render.reports import Case, outcome_page, post_page, settled_page
from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces
from bot.services.delivery import alone
from bot.services.queries import Queries
from bot.settings import Shards
from index import Library, Passage, Report, ReportState

log = logging.getLogger(__name__)

PERIOD = 60.0
"""Seconds between two looks for what other processes, or one that died, left untold."""

_TOGETHER = 8  # servers in which reports are told at the same time
_LONGEST = 60.0  # seconds for one report, in which Discord may have the bot wait
_BROKEN = 500  # status from which Discord's answer is no answer
_CLOSED = (discord.Forbidden, discord.NotFound)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A server in which reports are told, with what it has set and the words for it."""

    guild: discord.Guild
    preferences: Preferences
    say: Wording


class Messenger:
    """Posts new reports to the channel of the server's settings, brings the posts up to date when they are settled, and
    tells who made them the outcome.

    What is told stands in the database, so that nothing is left out when a process ends in the middle. Several
    processes may share that: whoever has a server's shard tells there.
    """

    def __init__(self, bot: commands.Bot, public: Library, queries: Queries, askers: Askers, shards: Shards) -> None:
        self._bot = bot
        self._public = public
        self._queries = queries
        self._askers = askers
        self._shards = shards
        self._places = DealtPlaces(_TOGETHER, each=1)
        self._telling: dict[int, bool] = {}  # by server: whether there is more since the task began
        self._lookout = Lookout("reports", self._look, PERIOD)

    def start(self) -> None:
        """Begin to look in the background."""
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what is under way is given up, and told after the next start."""
        await self._lookout.stop()

    def tell(self, guild_id: int) -> None:
        """Tell what there is to tell in a server, in the background."""
        if not self._shards.hold(guild_id) or not self._bot.is_ready():
            return
        if guild_id not in self._telling:
            self._lookout.keep(self._tell_all(guild_id))
        self._telling[guild_id] = True

    async def _look(self) -> None:
        for community in await self._queries.run(self._public.reports.untold_anywhere):
            guild_id = guild_of(community)
            if guild_id is not None:
                self.tell(guild_id)

    async def _tell_all(self, guild_id: int) -> None:
        """Tell what there is, and what comes meanwhile, unless another process does."""
        community = community_of(guild_id)
        try:
            while self._telling[guild_id]:
                self._telling[guild_id] = False
                async with alone(self._public, self._queries, f"reports of {community}") as mine:
                    if mine:
                        async with self._places.held(community):
                            await self._tell_pending(guild_id, self._public.of(community))
        finally:
            del self._telling[guild_id]

    async def _tell_pending(self, guild_id: int, library: Library) -> None:
        guild = self._bot.get_guild(guild_id)
        if guild is None:
            return
        preferences = await self._askers.stored.of(guild_id)
        scene = _Scene(guild, preferences, self._askers.words_in(preferences, str(guild.preferred_locale)))
        for report in await self._queries.run(library.reports.untold):
            posted = report.posted
            try:
                async with asyncio.timeout(_LONGEST):
                    posted = await self._tell(scene, library, report)
            except (discord.HTTPException, discord.RateLimited, OSError, TimeoutError) as error:
                if getattr(error, "status", _BROKEN) >= _BROKEN:
                    log.warning("Discord did not take word of a report, which is tried again: %s", error or "too slow")
                    return
                log.exception("Discord refuses word of a report, which is left at that")
            await self._queries.run(partial(library.reports.mark_told, report, posted=posted))

    async def _tell(self, scene: _Scene, library: Library, report: Report) -> str | None:
        """Tell of one report; gives where it stands in the moderators' channel, if anywhere."""
        passage = await self._queries.run(partial(library.reports.passage, report))
        if report.state is ReportState.OPEN:
            cases = await self._queries.run(library.reports.cases)
            reports = next((case for case in cases if any(one.id == report.id for one in case)), (report,))
            return await self._post(scene, report, post_page(Case(reports, passage), scene.say))
        if report.posted is not None:
            await self._post(scene, report, settled_page(report, passage, scene.say))
        if report.waits and report.reporter.isdigit() and report.reporter != report.settled_by:
            await self._answer(scene, report, passage)
        return report.posted

    async def _post(self, scene: _Scene, report: Report, page: Page) -> str | None:
        """Show a report in the moderators' channel, in the place of what is shown there of it; gives where."""
        channel_id, _, message_id = (report.posted or str(scene.preferences.reports or "")).partition("/")
        if not channel_id:
            return None
        channel = self._bot.get_partial_messageable(int(channel_id), guild_id=scene.guild.id)
        try:
            if message_id:
                message = channel.get_partial_message(int(message_id))
                await message.edit(view=Still(page), allowed_mentions=NOBODY)
                return report.posted
            # Discord itself takes a message of the same nonce only once within some minutes.
            sent = await channel.send(view=Still(page), allowed_mentions=NOBODY, nonce=f"report-{report.id}")
        except _CLOSED:
            log.warning("May not show a report in channel %s of server %s", channel_id, scene.guild.id)
            return None
        return f"{channel_id}/{sent.id}"

    async def _answer(self, scene: _Scene, report: Report, passage: Passage | None) -> None:
        """Tell who made a report what came of it, in the language in which they made it, if they let the bot write to
        them."""
        spoken = report.spoken in {*Language}
        say = self._askers.wordings.of(Language(report.spoken)) if spoken else scene.say
        page = outcome_page(report, passage, scene.guild.name, say)
        try:
            channel = await self._bot.create_dm(discord.Object(int(report.reporter)))
            await channel.send(view=Still(page), allowed_mentions=NOBODY, nonce=f"outcome-{report.id}")
        except _CLOSED:
            log.info("Somebody who made a report takes no messages of the bot's")

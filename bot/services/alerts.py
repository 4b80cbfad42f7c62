"""Alerts: set, listed and ended, and told when articles come."""

import logging
from functools import partial

import discord
from discord.ext import commands

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal
from bot.context.preferences import community_of, guild_of
from bot.i18n.wording import Language, Wording
from bot.render.alerts import (
    PASSAGES,
    alert_set_page,
    alert_welcome_page,
    alerts_pages,
    end_key,
    news_page,
    plain_subject,
    subject,
)
from bot.render.pages import Accent, Page, TextBlock
from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces
from bot.services.delivery import Courier, Delivery, Parcel, Place, alone
from bot.services.queries import Queries
from bot.settings import Shards
from index import OWN_ALERTS, PLACE_ALERTS, Alert, AlertNotFoundError, Interest, InvalidRequestError, Library, News

log = logging.getLogger(__name__)

PERIOD = 60.0
"""Seconds between two looks for what there is to tell; what comes meanwhile is told together."""

_TOGETHER, _EACH = 4, 1  # alerts told at the same time, and how many of them one server's
_RECORDED = 100  # characters of what is watched for, in the record


class AlertDesk:
    """Sets, lists and ends alerts, a member's own and those of a server's channels."""

    def __init__(self, public: Library, queries: Queries) -> None:
        self._public = public
        self._queries = queries

    async def set(self, asker: Asker, interest: Interest, channel: int | None) -> tuple[Alert, Page]:
        """Set an alert of the asker's own, or of a channel, which the caller has made sure that they may.

        A person and an outlet go by the names that the library has for them, where it has them.

        Raises
        ------
        Refusal
            If nothing is watched for that can be found, or there are too many.
        """
        guild_id = self._server(asker)
        if interest == Interest():
            raise Refusal("alert-nothing")

        def work() -> tuple[Alert, Page]:
            own = self._queries.own(guild_id)
            place = None if channel is None else str(channel)
            try:
                named, known = own.alerts.named(interest)
            except InvalidRequestError as error:
                raise Refusal("alert-no-words") from error
            try:
                alert = own.alerts.add(str(asker.user_id), named, spoken=asker.say.language.value, tell_in=place)
            except InvalidRequestError as error:
                raise Refusal("alert-too-many", most=OWN_ALERTS if channel is None else PLACE_ALERTS) from error
            if channel is not None:
                own.audit.add(str(asker.user_id), "alert-add", plain_subject(named, _RECORDED))
            return alert, alert_set_page(alert, asker.say, known=known)

        return await self._queries.run(work, whose=asker.whose)

    def welcome(self, asker: Asker, alert: Alert, server: str) -> Page:
        """Give the direct message that says what will come there."""
        return alert_welcome_page(alert, server, asker.say)

    async def list(self, asker: Asker, *, manages: bool) -> tuple[Page, ...]:
        """List the asker's own alerts in the server and, for who manages it, those of its channels."""
        guild_id = self._server(asker)

        def work() -> tuple[Page, ...]:
            alerts = self._queries.own(guild_id).alerts
            found = (*alerts.of(str(asker.user_id)), *(alerts.in_places() if manages else ()))
            return alerts_pages(found, asker.say)

        return await self._queries.run(work, whose=asker.whose)

    async def end(self, asker: Asker, alert_id: int, *, manages: bool) -> Page:
        """End an alert: the asker's own, wherever they are, or one of the server's channels, for who manages that.

        Raises
        ------
        AlertNotFoundError
            If there is none, or it is another server's.
        Refusal
            If it is somebody else's, or the asker may not manage the server.
        """

        def work() -> Page:
            alerts = self._public.alerts
            alert = alerts.get(alert_id)
            if alert.tell_in is None:
                if alert.owner != str(asker.user_id):
                    raise Refusal("alert-not-yours")
            elif asker.guild_id is None or alert.community != community_of(asker.guild_id):
                raise AlertNotFoundError(alert_id)
            elif not manages:
                raise Refusal("alert-channel")
            alerts.end(alert_id)
            if alert.tell_in is not None and asker.guild_id is not None:
                own = self._queries.own(asker.guild_id)
                own.audit.add(str(asker.user_id), "alert-end", plain_subject(alert.interest, _RECORDED))
            said = asker.say("alert-ended", subject=subject(alert.interest, asker.say))
            return Page((TextBlock((said,)),), Accent.DONE)

        return await self._queries.run(work, whose=asker.whose)

    async def take_back(self, asker: Asker, alert: Alert) -> None:
        """End an alert that cannot be told."""
        await self._queries.run(partial(self._public.alerts.end, alert.id), whose=asker.whose)

    def _server(self, asker: Asker) -> int:
        if asker.guild_id is None:
            raise Refusal("error-server-only")
        return asker.guild_id


class Alerter:
    """Tells alerts what came, each passage once.

    Several processes may share the database: whoever has a server's shard tells its alerts, one process at a time.
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
        self._places = DealtPlaces(_TOGETHER, each=_EACH)
        self._telling: set[int] = set()
        self._lookout = Lookout("alerts", self._look, PERIOD)

    def start(self) -> None:
        """Begin telling in the background."""
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what is under way is given up, and told by the next process unless it was."""
        await self._lookout.stop()

    def wake(self) -> None:
        """Tell what there is at once."""
        self._lookout.wake()

    async def _look(self) -> None:
        if not self._bot.is_ready():
            return
        for alert in await self._queries.run(self._public.alerts.waiting):
            guild_id = guild_of(alert.community)
            guild = self._bot.get_guild(guild_id) if guild_id is not None else None
            if guild is not None and self._shards.hold(guild.id) and alert.id not in self._telling:
                self._telling.add(alert.id)
                self._lookout.keep(self._tell(guild, alert))

    async def _tell(self, guild: discord.Guild, alert: Alert) -> None:
        """Tell one alert what there is for it, unless another process does."""
        try:
            async with (
                self._places.held(alert.community),
                alone(self._public, self._queries, f"alert {alert.id}") as mine,
            ):
                if mine:
                    await self._tell_alone(guild, alert.id)
        finally:
            self._telling.discard(alert.id)

    async def _tell_alone(self, guild: discord.Guild, alert_id: int) -> None:
        alerts = self._public.of(community_of(guild.id)).alerts
        try:
            alert = await self._queries.run(partial(alerts.get, alert_id))
        except AlertNotFoundError:
            return
        news = await self._news(alert)
        if not news.passages:
            await self._queries.run(partial(alerts.skip, alert.id, news.upto))
            return
        place = await self._place(guild, alert)
        if place is None:
            log.info("An alert of somebody who has left server %s has ended", guild.id)
            await self._queries.run(partial(alerts.end, alert.id))
            return
        page = news_page(news, guild.name, await self._words(guild, alert))
        key, nonce = end_key(alert.id, news.upto), f"alert-{alert.id}-{news.upto}"[:25]
        parcel = Parcel(page, key, nonce, alert.begun is not None)
        begin = partial(self._queries.run, partial(alerts.begin, alert.id, news.upto))
        delivery = await self._courier.send(parcel, place, begin)
        if delivery is not Delivery.LATER:
            told = partial(alerts.told, alert.id, news.upto, refused=delivery is Delivery.REFUSED)
            await self._queries.run(told)

    async def _news(self, alert: Alert) -> News:
        """Look for what there is to tell, among the server's jobs: it may take a while."""
        look = partial(self._public.of(alert.community).alerts.news, alert, limit=PASSAGES)
        return await self._queries.lanes.jobs.run(alert.community, look, patient=True)

    async def _place(self, guild: discord.Guild, alert: Alert) -> Place | None:
        """Where it is told; None for somebody who is no member of the server any more, whose articles they may not
        see."""
        if alert.tell_in is not None:
            return self._courier.place(guild, int(alert.tell_in))
        try:
            member = await guild.fetch_member(int(alert.owner))
        except discord.NotFound:
            return None
        return await member.create_dm()

    async def _words(self, guild: discord.Guild, alert: Alert) -> Wording:
        """A member is written to in the language in which they set it, a channel in the server's."""
        if alert.tell_in is None and alert.spoken in {*Language}:
            return self._askers.wordings.of(Language(alert.spoken))
        preferences = await self._askers.stored.of(guild.id)
        return self._askers.words_in(preferences, str(guild.preferred_locale))

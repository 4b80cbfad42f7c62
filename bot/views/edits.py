"""The forms in which an article's particulars are mended, and a feed's name and channel."""

from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.permissions import editor_of, manager_of
from bot.context.replies import reply_alone
from bot.services.moderation import SETTINGS_CHANNEL, Moderation
from bot.views.additions import DAY, LINK, OUTLET, mend, typed_day, wrong_particulars
from bot.views.form import Form
from bot.views.preferences import ANNOUNCED, preselected
from index import Article, ArticleParticulars, Subscription

_TITLE = 1_000
_FEED = 300


@dataclass(frozen=True, slots=True)
class _Typed:
    """The fields of the form as they were typed."""

    title: str
    outlet: str
    link: str
    day: str

    @classmethod
    def of(cls, article: Article) -> "_Typed":
        """Give the fields as an article has them, as far as they have room."""
        day = article.published.isoformat() if article.published else ""
        return cls(article.title[:_TITLE], (article.outlet or "")[:OUTLET], (article.url or "")[:LINK], day)

    def particulars(self, article: Article) -> ArticleParticulars:
        """Give what is to be said of the article; what nobody touched stays whole."""
        shown = _Typed.of(article)
        return ArticleParticulars(
            article.title if self.title == shown.title else self.title.strip(),
            article.outlet if self.outlet == shown.outlet else self.outlet.strip() or None,
            typed_day(self.day),
            article.url if self.link == shown.link else self.link.strip() or None,
        )


class EditForm(Form):
    """Mends what is said of an article beside its text; `owner` is who added it, if they may edit it for that."""

    def __init__(
        self,
        moderation: Moderation,
        askers: Askers,
        asker: Asker,
        article: Article,
        *,
        owner: int | None = None,
        typed: _Typed | None = None,
    ) -> None:
        say = asker.say
        super().__init__(say("edit-title"), askers)
        self._moderation = moderation
        self._article = article
        self._owner = owner
        shown = typed or _Typed.of(article)
        self._title = self.field("title", say("paste-headline"), _TITLE, value=shown.title)
        self._outlet = self.field("outlet", say("paste-outlet"), OUTLET, value=shown.outlet)
        self._day = self.field("date", say("paste-date"), DAY, value=shown.day, placeholder="2026-02-14")
        self._link = self.field("link", say("paste-link"), LINK, value=shown.link, placeholder="https://")

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Edit the article, or say which fields to mend and offer the form again as it was."""
        asker = await editor_of(interaction, self.askers, self._owner)
        typed = _Typed(self._title.value, self._outlet.value, self._link.value, self._day.value)
        untouched = typed.link == _Typed.of(self._article).link
        wrong = wrong_particulars("" if untouched else typed.link, typed.day)
        if wrong:

            async def reopen(click: discord.Interaction[Any]) -> None:
                form = EditForm(self._moderation, self.askers, asker, self._article, owner=self._owner, typed=typed)
                await click.response.send_modal(form)

            await mend(interaction, asker.say, wrong, reopen)
            return
        await interaction.response.defer(thinking=True, ephemeral=True)
        particulars = typed.particulars(self._article)
        await reply_alone(
            interaction, await self._moderation.edit(asker, self._article.id, particulars, owner=self._owner)
        )


class FeedForm(Form):
    """Mends a feed's name, and where its articles are announced."""

    def __init__(self, moderation: Moderation, askers: Askers, asker: Asker, feed: Subscription) -> None:
        say = asker.say
        super().__init__(say("feed-edit-title"), askers)
        self._moderation = moderation
        self._feed = feed
        self._title = self.field("title", say("feed-edit-name"), _FEED, value=feed.title[:_FEED], required=True)
        self._announced: ui.Checkbox[Any] = ui.Checkbox(custom_id="announced", default=feed.announce_in is not None)
        self.add_item(ui.Label(text=say("feed-edit-announced"), component=self._announced))
        own = int(feed.announce_in) if feed.announce_in and feed.announce_in.isdigit() else None
        self._where: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id="announce",
            channel_types=[*ANNOUNCED, discord.ChannelType.forum],
            required=False,
            min_values=0,
            placeholder=say("feed-edit-settings"),
            default_values=preselected(own),
        )
        self.add_item(ui.Label(text=say("feed-edit-announce"), component=self._where))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Edit the feed."""
        asker = await manager_of(interaction, self.askers)
        chosen = self._where.values
        place = str(chosen[0].id) if chosen else SETTINGS_CHANNEL
        where = place if self._announced.value else None
        page = await self._moderation.edit_feed(asker, self._feed.id, self._title.value.strip(), where)
        await reply_alone(interaction, page)

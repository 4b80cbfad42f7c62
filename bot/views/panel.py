"""The settings' panel: one message on which a server's preferences are shown and changed."""

from collections.abc import Callable
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Watched
from bot.context.permissions import may_post, seen_by_all, server_of
from bot.context.preferences import Preferences
from bot.i18n.wording import Language
from bot.render.pages import Accent
from bot.services.digests import Digester
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.views.announcements import AnnouncementPanel
from bot.views.pager import LIFETIME, Pager, wired
from bot.views.preferences import ANNOUNCED, PanelMessage, preference_words, preselected

_ROLES, _PLACES = 10, 25  # chosen at most
_FOLLOW = "discord"  # the choice of no language of its own


class Panel(Watched, ui.LayoutView):
    """Shows every preference with the control that changes it; each change is saved at once and recorded."""

    def __init__(
        self,
        asker: Asker,
        askers: Askers,
        moderation: Moderation,
        announcer: Announcer,
        digester: Digester,
        guild_id: int,
        preferences: Preferences,
        guild: discord.Guild | None = None,
    ) -> None:
        super().__init__(timeout=LIFETIME)
        self._asker = asker
        self._askers = askers
        self._moderation = moderation
        self._announcer = announcer
        self._digester = digester
        self._guild_id = guild_id
        self._guild = guild
        self._preferences = preferences
        self._message = PanelMessage(self, askers)
        self._draw()

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Send the panel to an interaction that has had no response."""
        await self._message.send(interaction)

    async def change(self, interaction: discord.Interaction[Any], name: str, chosen: Callable[[], object]) -> None:
        """Save what was chosen for the preference `name` and show the panel as it now is."""
        server_of(interaction)
        await interaction.response.defer()
        self._preferences = await self._askers.stored.change(self._guild_id, **{name: chosen()})
        await self._moderation.note(self._asker, "settings", name)
        self._asker = await self._askers.of(interaction)
        self._draw()
        await self._message.show(interaction)

    async def show_announcing(self, interaction: discord.Interaction[Any]) -> None:
        """Open the panel of announcements and digests."""
        server_of(interaction)
        preferences = await self._askers.preferences(self._guild_id)
        panel = AnnouncementPanel(
            self._asker, self._askers, self._moderation, self._announcer, self._digester, self._guild_id, preferences
        )
        await panel.answer(interaction)

    async def show_records(self, interaction: discord.Interaction[Any]) -> None:
        """Show what moderators did last."""
        server_of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._moderation.records(self._asker)
        await Pager(pages, self._asker, self._askers, private=True, shareable=False).answer(interaction)

    async def on_timeout(self) -> None:
        """Take the controls away, unless the message is gone."""
        self._draw(alive=False)
        await self._message.end()

    def _draw(self, *, alive: bool = True) -> None:
        self.clear_items()
        say = self._asker.say
        shown: ui.Container[Any] = ui.Container(accent_colour=int(Accent.ANSWER))
        shown.add_item(ui.TextDisplay(f"### {say('settings')}"))
        for name, (control, chosen, value) in self._controls().items():
            words = preference_words(name, say)
            if name == "reports" and (fault := self._fault_of_desk()) is not None:
                words += f"\n⚠️ {say(fault)}"
            shown.add_item(ui.TextDisplay(words))
            if alive:
                shown.add_item(ui.ActionRow(wired(control, partial(self.change, name=name, chosen=chosen))))
            else:
                shown.add_item(ui.TextDisplay(value))
        if alive:
            records: ui.Button[Any] = ui.Button(custom_id="live:records", label=say("button-records"), emoji="📜")
            more: ui.Button[Any] = ui.Button(custom_id="live:announcing", label=say("button-announcing"), emoji="📣")
            shown.add_item(ui.Separator(visible=False))
            shown.add_item(ui.ActionRow(wired(more, self.show_announcing), wired(records, self.show_records)))
        self.add_item(shown)

    def _fault_of_desk(self) -> str | None:
        """Give the message that says what is wrong with the channel of reports, if anything is."""
        desk, guild = self._preferences.reports, self._guild
        if desk is None or guild is None:
            return None
        if not may_post(guild, desk):
            return "setting-reports-closed"
        return "setting-reports-open" if seen_by_all(guild, desk) else None

    def _controls(self) -> dict[str, tuple[ui.Item[Any], Callable[[], object], str]]:
        """Give each preference's control, in the order shown, with what is chosen there and words for what is set."""
        say, preferences = self._asker.say, self._preferences
        channels: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id="live:channels",
            placeholder=say("setting-channels-none"),
            channel_types=[*ANNOUNCED, discord.ChannelType.forum],
            min_values=0,
            max_values=_PLACES,
            default_values=[discord.Object(i, type=discord.TextChannel) for i in sorted(preferences.channels)],
        )
        private: ui.Button[Any] = ui.Button(
            custom_id="live:private",
            label=say(f"setting-private-{'yes' if preferences.private else 'no'}"),
            style=discord.ButtonStyle.primary if preferences.private else discord.ButtonStyle.secondary,
        )
        adders: ui.RoleSelect[Any] = ui.RoleSelect(
            custom_id="live:adders",
            placeholder=say("setting-adders-none"),
            min_values=0,
            max_values=_ROLES,
            default_values=[discord.Object(i, type=discord.Role) for i in sorted(preferences.adders)],
        )
        to = preferences.announcements
        announcements: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id="live:announcements",
            placeholder=say("setting-announcements-none"),
            channel_types=[*ANNOUNCED, discord.ChannelType.forum],
            min_values=0,
            default_values=preselected(to),
        )
        desk = preferences.reports
        reports: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id="live:reports",
            placeholder=say("setting-reports-none"),
            channel_types=ANNOUNCED,
            min_values=0,
            default_values=preselected(desk),
        )
        spoken = preferences.language or _FOLLOW
        languages: ui.Select[Any] = ui.Select(
            custom_id="live:language",
            options=[
                discord.SelectOption(label=say(f"language-{code}"), value=code, default=code == spoken)
                for code in (_FOLLOW, *Language)
            ],
        )
        return {
            "channels": (
                channels,
                lambda: frozenset(channel.id for channel in channels.values),
                " ".join(f"<#{i}>" for i in sorted(preferences.channels)) or say("setting-channels-none"),
            ),
            "private": (private, lambda: not preferences.private, private.label or ""),
            "adders": (
                adders,
                lambda: frozenset(role.id for role in adders.values),
                " ".join(f"<@&{i}>" for i in sorted(preferences.adders)) or say("setting-adders-none"),
            ),
            "announcements": (
                announcements,
                lambda: announcements.values[0].id if announcements.values else None,
                f"<#{to}>" if to else say("setting-announcements-none"),
            ),
            "reports": (
                reports,
                lambda: reports.values[0].id if reports.values else None,
                f"<#{desk}>" if desk else say("setting-reports-none"),
            ),
            "language": (
                languages,
                lambda: None if languages.values[0] == _FOLLOW else Language(languages.values[0]),
                say(f"language-{spoken}"),
            ),
        }

"""The settings' panel: one message on which a server's preferences are shown and changed."""

from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Watched
from bot.context.permissions import server_of
from bot.context.preferences import Preferences
from bot.context.replies import NOBODY
from bot.i18n.wording import Language
from bot.render import Accent
from bot.services.moderation import Moderation
from bot.views.pager import LIFETIME, Pager

_CHANNELS = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]
_ROLES, _PLACES = 10, 25  # chosen at most
_FOLLOW = "discord"  # the choice of no language of its own


class Panel(Watched, ui.LayoutView):
    """Shows every preference with the control that changes it; each change is saved at once and recorded."""

    def __init__(
        self, asker: Asker, askers: Askers, moderation: Moderation, guild_id: int, preferences: Preferences
    ) -> None:
        super().__init__(timeout=LIFETIME)
        self._asker = asker
        self._askers = askers
        self._moderation = moderation
        self._guild_id = guild_id
        self._preferences = preferences
        self._edit: Any = None
        self._message_id = 0
        self._draw()

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Send the panel to an interaction that has had no response."""
        sent = await interaction.response.send_message(view=self, ephemeral=True, allowed_mentions=NOBODY)
        self._message_id = sent.message_id or 0
        self._edit = interaction.edit_original_response
        self._askers.living[self._message_id] = self

    async def change(self, interaction: discord.Interaction[Any], **changes: object) -> None:
        """Save a change and show the panel as it now is."""
        server_of(interaction)
        await interaction.response.defer()
        self._preferences = await self._askers.stored.change(self._guild_id, **changes)
        for name in changes:
            await self._moderation.note(self._asker, "settings", name)
        self._asker = await self._askers.of(interaction)
        self._draw()
        await interaction.edit_original_response(view=self, allowed_mentions=NOBODY)
        self._edit = interaction.edit_original_response

    async def show_records(self, interaction: discord.Interaction[Any]) -> None:
        """Show what moderators did last."""
        server_of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        pages = await self._moderation.records(self._asker)
        await Pager(pages, self._asker, self._askers, private=True, shareable=False).answer(interaction)

    async def on_timeout(self) -> None:
        """Take the controls away, unless the message is gone."""
        self._askers.living.pop(self._message_id, None)
        self._draw(alive=False)
        try:
            if self._edit is not None:
                await self._edit(view=self, allowed_mentions=NOBODY)
        except discord.HTTPException:
            return

    def _draw(self, *, alive: bool = True) -> None:
        self.clear_items()
        say, preferences = self._asker.say, self._preferences
        shown: ui.Container[Any] = ui.Container(accent_colour=int(Accent.ANSWER))
        shown.add_item(ui.TextDisplay(f"### {say('settings')}"))
        for name, control in self._controls().items():
            shown.add_item(ui.TextDisplay(f"**{say(f'setting-{name}')}**\n-# {say(f'setting-{name}-more')}"))
            if alive:
                shown.add_item(ui.ActionRow(control))
            else:
                shown.add_item(ui.TextDisplay(self._value(name, preferences)))
        if alive:
            shown.add_item(ui.Separator(visible=False))
            shown.add_item(ui.ActionRow(_Records(say("button-records"))))
        self.add_item(shown)

    def _controls(self) -> "dict[str, ui.Item[Any]]":
        """Give each preference's control, in the order shown."""
        say, preferences = self._asker.say, self._preferences
        return {
            "channels": _Places(say("setting-channels-none"), preferences.channels),
            "private": _Private(say(f"setting-private-{'yes' if preferences.private else 'no'}"), preferences.private),
            "adders": _Adders(say("setting-adders-none"), preferences.adders),
            "announcements": _Announcements(say("setting-announcements-none"), preferences.announcements),
            "language": _Tongue({code: say(f"language-{code}") for code in (_FOLLOW, *Language)}, preferences.language),
        }

    def _value(self, name: str, preferences: Preferences) -> str:
        """Word a preference for a panel without controls."""
        say = self._asker.say
        match name:
            case "channels":
                return " ".join(f"<#{i}>" for i in sorted(preferences.channels)) or say("setting-channels-none")
            case "private":
                return say(f"setting-private-{'yes' if preferences.private else 'no'}")
            case "adders":
                return " ".join(f"<@&{i}>" for i in sorted(preferences.adders)) or say("setting-adders-none")
            case "announcements":
                to = preferences.announcements
                return f"<#{to}>" if to else say("setting-announcements-none")
        return say(f"language-{preferences.language or _FOLLOW}")


class _Places(ui.ChannelSelect[Panel]):
    def __init__(self, prompt: str, chosen: frozenset[int]) -> None:
        super().__init__(
            custom_id="live:channels",
            placeholder=prompt,
            channel_types=_CHANNELS,
            min_values=0,
            max_values=_PLACES,
            default_values=[discord.Object(i, type=discord.TextChannel) for i in sorted(chosen)],
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer in these channels only."""
        if self.view is not None:
            await self.view.change(interaction, channels=frozenset(channel.id for channel in self.values))


class _Private(ui.Button[Panel]):
    def __init__(self, label: str, private: bool) -> None:
        style = discord.ButtonStyle.primary if private else discord.ButtonStyle.secondary
        super().__init__(custom_id="live:private", label=label, style=style)
        self._private = private

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the other way from now on."""
        if self.view is not None:
            await self.view.change(interaction, private=not self._private)


class _Adders(ui.RoleSelect[Panel]):
    def __init__(self, prompt: str, chosen: frozenset[int]) -> None:
        super().__init__(
            custom_id="live:adders",
            placeholder=prompt,
            min_values=0,
            max_values=_ROLES,
            default_values=[discord.Object(i, type=discord.Role) for i in sorted(chosen)],
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Let these roles add articles."""
        if self.view is not None:
            await self.view.change(interaction, adders=frozenset(role.id for role in self.values))


class _Announcements(ui.ChannelSelect[Panel]):
    def __init__(self, prompt: str, chosen: int | None) -> None:
        super().__init__(
            custom_id="live:announcements",
            placeholder=prompt,
            channel_types=[discord.ChannelType.text, discord.ChannelType.news],
            min_values=0,
            max_values=1,
            default_values=[discord.Object(chosen, type=discord.TextChannel)] if chosen else [],
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Announce new articles there."""
        if self.view is not None:
            await self.view.change(interaction, announcements=self.values[0].id if self.values else None)


class _Tongue(ui.Select[Panel]):
    def __init__(self, names: "dict[str, str]", chosen: Language | None) -> None:
        options = [
            discord.SelectOption(label=name, value=code, default=code == (chosen or _FOLLOW))
            for code, name in names.items()
        ]
        super().__init__(custom_id="live:language", options=options)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Speak this language in the server."""
        if self.view is not None:
            code = self.values[0]
            await self.view.change(interaction, language=None if code == _FOLLOW else Language(code))


class _Records(ui.Button[Panel]):
    def __init__(self, label: str) -> None:
        super().__init__(custom_id="live:records", label=label, emoji="📜")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show what was done."""
        if self.view is not None:
            await self.view.show_records(interaction)

"""The panel of announcements and digests, which the settings open, and its form for filters."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Watched
from bot.context.permissions import server_of
from bot.context.preferences import Preferences, Rhythm
from bot.context.replies import reply_alone
from bot.render.announcements import filters_line
from bot.render.pages import Accent
from bot.services.digests import Digester
from bot.services.feeds import Announcer
from bot.services.moderation import Moderation
from bot.views.form import Form
from bot.views.pager import LIFETIME, wired
from bot.views.preferences import ANNOUNCED, PanelMessage, preference_words, preselected

_TYPED, _NAMES, _NAME = 400, 10, 60  # characters of a field, names in it, and characters of one
_NEVER = "never"
_OF_DIGEST = frozenset({"digest", "digest_in"})
_Control = tuple[ui.Item[Any], Callable[[], object]]


class AnnouncementPanel(Watched, ui.LayoutView):
    """Shows how new articles are announced and digests posted, with the controls that change it; each change is saved
    at once and recorded. A preview shows what it comes to."""

    def __init__(
        self,
        asker: Asker,
        askers: Askers,
        moderation: Moderation,
        announcer: Announcer,
        digester: Digester,
        guild_id: int,
        preferences: Preferences,
    ) -> None:
        super().__init__(timeout=LIFETIME)
        self._asker = asker
        self._askers = askers
        self._moderation = moderation
        self._announcer = announcer
        self._digester = digester
        self._guild_id = guild_id
        self._preferences = preferences
        self._message = PanelMessage(self, askers)
        self._draw()

    async def answer(self, interaction: discord.Interaction[Any]) -> None:
        """Send the panel to an interaction that has had no response."""
        await self._message.send(interaction)

    async def change(self, interaction: discord.Interaction[Any], name: str, chosen: Callable[[], object]) -> None:
        """Save what was chosen for the preference `name` and show the panel as it now is."""
        await self.save(interaction, {name: chosen()}, name)

    async def save(self, interaction: discord.Interaction[Any], changes: dict[str, object], name: str) -> None:
        """Save changes, recorded under one name, and show the panel as it now is."""
        server_of(interaction)
        await interaction.response.defer()
        self._preferences = await self._askers.stored.change(self._guild_id, **changes)
        if name in _OF_DIGEST:
            await self._digester.settle(self._guild_id, self._preferences)
        await self._moderation.note(self._asker, "settings", name)
        self._draw()
        await self._message.show(interaction)

    async def filter(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form for filters."""
        server_of(interaction)
        await interaction.response.send_modal(FilterForm(self, self._asker, self._askers, self._preferences))

    async def preview(self, interaction: discord.Interaction[Any]) -> None:
        """Show an announcement as it would be."""
        server_of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await self._announcer.preview(self._asker, self._guild_id))

    async def preview_digest(self, interaction: discord.Interaction[Any]) -> None:
        """Show a digest as it would be now."""
        server_of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        page = await self._digester.preview(self._asker, self._guild_id, self._preferences)
        await reply_alone(interaction, replace(page, actions=(), choices=()))

    async def on_timeout(self) -> None:
        """Take the controls away, unless the message is gone."""
        self._draw(alive=False)
        await self._message.end()

    def _draw(self, *, alive: bool = True) -> None:
        self.clear_items()
        say = self._asker.say
        shown: ui.Container[Any] = ui.Container(accent_colour=int(Accent.ANSWER))
        shown.add_item(ui.TextDisplay(f"### {say('announcing')}\n-# {self._where()}"))
        controls = self._controls()
        self._show(shown, {name: controls[name] for name in controls if name not in _OF_DIGEST}, alive=alive)
        shown.add_item(ui.TextDisplay(f"**{say('setting-filter')}**\n-# {filters_line(self._preferences, say)}"))
        if alive:
            change: ui.Button[Any] = ui.Button(custom_id="live:filter", label=say("button-filter"), emoji="🔎")
            preview: ui.Button[Any] = ui.Button(custom_id="live:preview", label=say("button-preview"), emoji="👁️")
            shown.add_item(ui.ActionRow(wired(change, self.filter), wired(preview, self.preview)))
        shown.add_item(ui.Separator())
        self._show(shown, {name: controls[name] for name in controls if name in _OF_DIGEST}, alive=alive)
        if alive:
            digest: ui.Button[Any] = ui.Button(custom_id="live:digested", label=say("button-digest"), emoji="👁️")
            shown.add_item(ui.ActionRow(wired(digest, self.preview_digest)))
        self.add_item(shown)

    def _show(self, shown: ui.Container[Any], controls: dict[str, _Control], *, alive: bool) -> None:
        """Add preferences to the panel, each with its control while it is alive."""
        for name, (control, chosen) in controls.items():
            shown.add_item(ui.TextDisplay(preference_words(name, self._asker.say)))
            if alive:
                shown.add_item(ui.ActionRow(wired(control, partial(self.change, name=name, chosen=chosen))))

    def _where(self) -> str:
        """Where announcements go by themselves, or how to say that."""
        say, to = self._asker.say, self._preferences.announcements
        return say("announcing-in", where=f"<#{to}>") if to else say("announcing-nowhere")

    def _controls(self) -> dict[str, _Control]:
        """Give each preference's control, in the order shown, with what is chosen there."""
        say, preferences = self._asker.say, self._preferences
        role: ui.RoleSelect[Any] = ui.RoleSelect(
            custom_id="live:announce_role",
            placeholder=say("setting-announce_role-none"),
            min_values=0,
            default_values=preselected(preferences.announce_role, discord.Role),
        )
        channel: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id="live:digest_in",
            placeholder=say("setting-digest_in-none"),
            channel_types=ANNOUNCED,
            min_values=0,
            default_values=preselected(preferences.digest_in),
        )
        rhythm: ui.Select[Any] = ui.Select(
            custom_id="live:digest",
            options=[
                discord.SelectOption(
                    label=say(f"digest-{code}"), value=code, default=code == (preferences.digest or _NEVER)
                )
                for code in (_NEVER, *Rhythm)
            ],
        )
        return {
            "announce_added": (self._switch("announce_added"), lambda: not preferences.announce_added),
            "announce_thread": (self._switch("announce_thread"), lambda: not preferences.announce_thread),
            "announce_role": (role, lambda: role.values[0].id if role.values else None),
            "digest_in": (channel, lambda: channel.values[0].id if channel.values else None),
            "digest": (rhythm, lambda: None if rhythm.values[0] == _NEVER else Rhythm(rhythm.values[0])),
        }

    def _switch(self, name: str) -> ui.Button[Any]:
        on = bool(getattr(self._preferences, name))
        return ui.Button(
            custom_id=f"live:{name}",
            label=self._asker.say("switch-on" if on else "switch-off"),
            style=discord.ButtonStyle.primary if on else discord.ButtonStyle.secondary,
        )


class FilterForm(Form):
    """Takes the names and words of which an article must have one to be announced; an empty field asks for none."""

    def __init__(self, panel: AnnouncementPanel, asker: Asker, askers: Askers, preferences: Preferences) -> None:
        say = asker.say
        super().__init__(say("filter-title"), askers)
        self._panel = panel
        hint = say("filter-hint")
        self._people = self._list("people", say("filter-people"), preferences.announce_people, hint)
        self._outlets = self._list("outlets", say("filter-outlets"), preferences.announce_outlets, hint)
        self._words = self._list("words", say("filter-words"), preferences.announce_words, hint)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Save the filters."""
        changes: dict[str, object] = {
            "announce_people": _names(self._people.value),
            "announce_outlets": _names(self._outlets.value),
            "announce_words": _names(self._words.value),
        }
        await self._panel.save(interaction, changes, "announce_filter")

    def _list(self, name: str, label: str, names: tuple[str, ...], hint: str) -> ui.TextInput[Any]:
        return self.field(name, label, _TYPED, value=", ".join(names)[:_TYPED], placeholder=hint)


def _names(typed: str) -> tuple[str, ...]:
    """The names of a field, parted by commas or lines, each once."""
    parts = (" ".join(part.split())[:_NAME] for part in typed.replace("\n", ",").split(","))
    return tuple(dict.fromkeys(filter(None, parts)))[:_NAMES]

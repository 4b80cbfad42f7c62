"""Forms: what all share, and those that report a speaker, correct one, and delete a server's data."""

from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal, Watched
from bot.context.permissions import server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.markdown import plain
from bot.render.pages import Accent, notice
from bot.render.places import PassagePlace
from bot.services.moderation import Moderation
from bot.services.privacy import PersonalData
from bot.views.pager import LIFETIME
from index import Report

_NAME, _NOTE = 100, 500  # characters of a name of a server or a speaker, and of a note, at most


class Form(Watched, ui.Modal):
    """A form whose errors are put into words."""

    def __init__(self, title: str, askers: Askers) -> None:
        super().__init__(title=title, timeout=LIFETIME)
        self.askers = askers

    def field(
        self,
        name: str,
        label: str,
        most: int,
        *,
        value: str = "",
        long: bool = False,
        required: bool = False,
        placeholder: str | None = None,
    ) -> ui.TextInput[Any]:
        """Add a field of at most `most` characters."""
        made: ui.TextInput[Any] = ui.TextInput(
            custom_id=name,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            default=value or None,
            max_length=most,
            required=required,
            placeholder=placeholder,
        )
        self.add_item(ui.Label(text=label, component=made))
        return made


class EraseForm(Form):
    """Asks for the server's name, so that nobody deletes everything by one click too many."""

    def __init__(self, personal_data: PersonalData, askers: Askers, asker: Asker, guild: discord.Guild) -> None:
        super().__init__(asker.say("erase-title"), askers)
        self._personal = personal_data
        self._name = guild.name
        self._typed = self.field(
            "name", asker.say("erase-name"), _NAME, required=True, placeholder=plain(guild.name, _NAME)
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Delete everything, if the name is right and the person may still manage the server."""
        guild_id = server_of(interaction)
        if _folded(self._typed.value) != _folded(self._name):
            raise Refusal("erase-wrong-name", name=plain(self._name, _NAME))
        asker = await self.askers.of(interaction)
        await interaction.response.defer(thinking=True, ephemeral=True)
        await reply_alone(interaction, await self._personal.erase(asker, guild_id))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


class ReportForm(Form):
    """Asks who really said a passage, and why that is thought; both may be left empty."""

    def __init__(self, moderation: Moderation, askers: Askers, asker: Asker, place: PassagePlace) -> None:
        super().__init__(asker.say("report-title"), askers)
        self._moderation = moderation
        self._place = place
        say = asker.say
        self._speaker = self.field("speaker", say("report-speaker"), _NAME, placeholder=say("report-speaker-hint"))
        self._note = self.field("note", say("report-note"), _NOTE, long=True)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Put the report into the queue."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        asker = await self.askers.of(interaction)
        suggestion = self._speaker.value.strip() or None
        await self._moderation.file_report(asker, self._place, suggestion=suggestion, note=self._note.value.strip())
        await reply_alone(interaction, notice(asker.say("report-thanks"), Accent.DONE))


class CorrectionForm(Form):
    """Asks who said a reported passage; left empty, nobody who is named did."""

    def __init__(self, moderation: Moderation, askers: Askers, asker: Asker, report: Report) -> None:
        super().__init__(asker.say("correct-title"), askers)
        self._moderation = moderation
        self._report = report
        known = report.suggestion or report.speaker or ""
        self._speaker = self.field(
            "speaker",
            asker.say("correct-speaker"),
            _NAME,
            value=known if len(known) <= _NAME else "",
            placeholder=asker.say("correct-hint"),
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Correct the attribution."""
        server_of(interaction)
        asker = await self.askers.of(interaction)
        await interaction.response.defer()
        page = await self._moderation.accept(asker, self._report.id, self._speaker.value.strip() or None)
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)

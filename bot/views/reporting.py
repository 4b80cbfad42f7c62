"""The form behind *Wrong speaker?*: anybody may say who spoke, and moderators decide."""

from typing import Any

import discord

from bot.context.asker import Asker, Reception
from bot.render import Accent, notice
from bot.services.moderation import Newsroom
from bot.services.queries import Place
from bot.views.form import Form
from bot.views.pager import reply_alone

_NAME, _NOTE = 100, 500  # characters


class ReportForm(Form):
    """Asks who really said a passage, and why that is thought; both may be left empty."""

    def __init__(self, newsroom: Newsroom, reception: Reception, asker: Asker, place: Place) -> None:
        super().__init__(asker.say("report-title"), reception)
        self._newsroom = newsroom
        self._place = place
        say = asker.say
        self._speaker = self.field("speaker", say("report-speaker"), _NAME, placeholder=say("report-speaker-hint"))
        self._note = self.field("note", say("report-note"), _NOTE, long=True)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Put the report into the queue."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        asker = await self.reception.of(interaction)
        suggestion = self._speaker.value.strip() or None
        await self._newsroom.file_report(asker, self._place, suggestion=suggestion, note=self._note.value.strip())
        page = notice(asker.say("report-thanks"), Accent.DONE)
        await reply_alone(interaction, page)

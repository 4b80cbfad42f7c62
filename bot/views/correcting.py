"""Settling a report of a wrong speaker, and the form that takes another name than was suggested."""

from typing import Any

import discord

from bot.context.asker import Asker, Reception
from bot.context.permissions import server_of
from bot.services.moderation import Newsroom
from bot.views.form import Form
from bot.views.pager import NOBODY, Still
from index import Report

_NAME = 100  # characters


class CorrectionForm(Form):
    """Asks who said a reported passage; left empty, nobody who is named did."""

    def __init__(self, newsroom: Newsroom, reception: Reception, asker: Asker, report: Report) -> None:
        super().__init__(asker.say("correct-title"), reception)
        self._newsroom = newsroom
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
        asker = await self.reception.of(interaction)
        await interaction.response.defer()
        page = await self._newsroom.accept(asker, self._report.id, self._speaker.value.strip() or None)
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


async def settle(
    interaction: discord.Interaction[Any], newsroom: Newsroom, asker: Asker, number: int, *, dismiss: bool
) -> None:
    """Settle report `number` as a click says, and show the outcome in its place."""
    server_of(interaction)
    await interaction.response.defer()
    if dismiss:
        page = await newsroom.dismiss(asker, number)
    else:
        report = await newsroom.report(interaction, number)
        page = await newsroom.accept(asker, number, report.suggestion)
    await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)

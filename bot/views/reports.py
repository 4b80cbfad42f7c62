"""Reports of wrong speakers: the form that makes one, and what settles one, in the queue and in a channel."""

from collections.abc import Awaitable
from typing import Any

import discord
from discord import ui

from bot.context.asker import Asker, Askers
from bot.context.errors import Refusal
from bot.context.permissions import server_of
from bot.context.replies import NOBODY, Still, reply_alone
from bot.render.pages import Accent, notice
from bot.render.places import PassagePlace
from bot.render.reports import QUEUE, SETTLE, mark
from bot.runtime.workers import soon
from bot.services.reports import ReportQueue, Settlement
from bot.views.form import Form
from bot.views.items import Host, PersistentItem, is_hidden
from index import AlreadySettledError, Report

_NAME, _NOTE = 100, 500  # characters of a speaker's name, and of a note, at most


class ReportForm(Form):
    """Asks who really said a passage, and why that is thought; both may be left empty."""

    def __init__(self, reports: ReportQueue, askers: Askers, asker: Asker, place: PassagePlace) -> None:
        super().__init__(asker.say("report-title"), askers)
        self._reports = reports
        self._place = place
        say = asker.say
        self._speaker = self.field("speaker", say("report-speaker"), _NAME, placeholder=say("report-speaker-hint"))
        self._note = self.field("note", say("report-note"), _NOTE, long=True)
        self._waits: ui.Checkbox[Any] = ui.Checkbox(custom_id="waits", default=True)
        self.add_item(ui.Label(text=say("report-waits"), description=say("report-waits-more"), component=self._waits))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Put the report into the queue."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        asker = await self.askers.of(interaction)
        suggestion, note = self._speaker.value.strip() or None, self._note.value.strip()
        await self._reports.file(asker, self._place, suggestion=suggestion, note=note, waits=self._waits.value)
        await reply_alone(interaction, notice(asker.say("report-thanks"), Accent.DONE))


class CorrectionForm(Form):
    """Asks who said a reported passage; left empty, nobody who is named did."""

    def __init__(self, reports: ReportQueue, askers: Askers, asker: Asker, report: Report) -> None:
        super().__init__(asker.say("correct-title"), askers)
        self._reports = reports
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
        number = self._report.id
        accepted = self._reports.accept(asker, number, self._speaker.value.strip() or None)
        await _settle(interaction, self._reports, asker, number, accepted)


class SettleButton(PersistentItem, template=SETTLE):
    """Settles a report, in the moderators' queue or where it is posted."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        number, verdict = int(self.match["report"]), self.match["verdict"]
        server_of(interaction)
        reports = host.reports
        if verdict == "other":
            report = await soon(reports.get(asker, number))
            await interaction.response.send_modal(CorrectionForm(reports, host.askers, asker, report))
            return
        await interaction.response.defer()
        if verdict == "dismiss":
            settling = reports.dismiss(asker, number)
        else:
            suggestion = (await reports.get(asker, number)).suggestion
            if suggestion is None or mark(suggestion) != self.match["named"]:
                raise Refusal("report-changed")
            settling = reports.accept(asker, number, suggestion)
        await _settle(interaction, reports, asker, number, settling)


class QueueButton(PersistentItem, template=QUEUE):
    """Turns to another report of the moderators' queue."""

    async def _act(self, interaction: discord.Interaction[Any], host: Host, asker: Asker) -> None:
        server_of(interaction)
        await interaction.response.defer()
        page = await host.reports.turn(asker, int(self.match["report"]), 1 if self.match["way"] == "+" else -1)
        await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)


async def _settle(
    interaction: discord.Interaction[Any],
    reports: ReportQueue,
    asker: Asker,
    number: int,
    settling: Awaitable[Settlement],
) -> None:
    """Settle a report and show what is next, in the queue the next report, in a channel what came of this one."""
    queued, late = is_hidden(interaction), None
    try:
        settlement = await settling
    except AlreadySettledError as error:
        late = error
        settlement = Settlement(number, f"⚠️ {asker.say('error-settled')}")
    page = await (reports.next_after(asker, settlement) if queued else reports.settled(asker, number))
    await interaction.edit_original_response(view=Still(page), allowed_mentions=NOBODY)
    if late is not None and not queued:
        raise late

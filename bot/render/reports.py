"""Reports of wrong speakers: as moderators settle them, as they stand in a channel, and what came of them. Pure."""

import zlib
from dataclasses import dataclass

from bot.i18n.wording import Wording
from bot.render.articles import title_of
from bot.render.markdown import inline, label, plain, safe_url, units, visible
from bot.render.moderation import moment, who
from bot.render.pages import MESSAGE_LIMIT, Accent, Action, Page, TextBlock, notice
from bot.render.passages import NAME, TITLE, block_quotation, shown
from bot.render.places import PREFIX, PassagePlace
from index import Passage, Report, ReportState

QUEUE = rf"{PREFIX}:queue:(?P<way>[-+])(?P<report>\d{{1,18}})"
"""The custom id that leads to the report before or after another in the queue."""

SETTLE = rf"{PREFIX}:settle:(?P<verdict>accept|dismiss|other):(?P<report>\d{{1,18}})(?::(?P<named>[0-9a-f]{{1,8}}))?"
"""The custom id that settles a report; `named` is the `mark` of the suggestion that is accepted."""

_QUOTED, _NOTE, _ACCEPTED = 1_000, 300, 50  # units shown
_TOLD, _SUGGESTED = 4, 2  # reports of one passage shown, and buttons of suggestions
_MARGIN = 100  # units of line breaks and such


@dataclass(frozen=True, slots=True)
class Case:
    """The open reports of one passage.

    Attributes
    ----------
    reports : tuple of Report
        The first one first; at least one.
    passage : Passage | None
        As it stands now, with the sentences beside it; None if it is gone.
    """

    reports: tuple[Report, ...]
    passage: Passage | None


def mark(suggestion: str) -> str:
    """Give what tells one suggestion from another in a custom id."""
    return f"{zlib.crc32(suggestion.encode('utf-8', 'replace')):x}"


def queue_page(case: Case | None, at: int, of: int, say: Wording, *, done: str | None = None) -> Page:
    """Show one case of the queue, number `at` of so many, or that there is none, below what was `done` before.

    Its buttons settle it and turn to the others, after a restart too.
    """
    if case is None:
        none = notice(say("reports-none"))
        return Page((TextBlock((done,)), *none.blocks), Accent.DONE) if done else none
    page = _case_page(f"### {say('report-heading', at=at, of=of)}", case, say, done)
    first = case.reports[0].id
    turning = (
        Action(say("button-previous"), f"{PREFIX}:queue:-{first}", dead=at == 1),
        Action(say("button-next"), f"{PREFIX}:queue:+{first}", dead=at == of),
    )
    return Page(page.blocks, page.accent, actions=(*page.actions, *(turning if of > 1 else ())))


def post_page(case: Case, say: Wording) -> Page:
    """Show a report in the moderators' channel, with the buttons that settle it."""
    return _case_page(f"### {say('report-title')}", case, say, None)


def _case_page(heading: str, case: Case, say: Wording, done: str | None) -> Page:
    reports, passage = case.reports, case.passage
    lines = [line for report in reports[-_TOLD:] for line in _told(report, passage, say)]
    if len(reports) > _TOLD:
        lines.append(say("report-others", number=len(reports) - _TOLD))
    told = "\n".join(lines)
    room = MESSAGE_LIMIT - sum(map(units, (heading, told, done or ""))) - _MARGIN
    suggested = {report.suggestion.casefold(): report for report in reports if report.suggestion}
    accepts = [
        Action(
            label(say("button-accept", speaker=plain(report.suggestion or "", _ACCEPTED) or "…")),
            f"{PREFIX}:settle:accept:{report.id}:{mark(report.suggestion or '')}",
            look="success",
        )
        for report in [*suggested.values()][-_SUGGESTED:]
        if passage is not None
    ]
    first = reports[0].id
    other = Action(say("button-other"), f"{PREFIX}:settle:other:{first}", look="primary")
    actions = (
        *accepts,
        *((other,) if passage is not None else ()),
        Action(say("button-dismiss"), f"{PREFIX}:settle:dismiss:{first}"),
        *_evidence(passage, say, context=True),
    )
    before = (TextBlock((done,)),) if done else ()
    return Page(
        (*before, TextBlock((heading,)), _passage(reports[0], passage, room, say), TextBlock((told,))),
        Accent.ANSWER,
        actions=actions,
    )


def settled_page(report: Report, passage: Passage | None, say: Wording) -> Page:
    """Show in the moderators' channel what came of a report, without the words of who made it."""
    said = say(f"report-was-{report.state}", who=who(report.settled_by or "", say))
    block = _passage(report, passage, MESSAGE_LIMIT - units(said) - _MARGIN, say)
    return Page((TextBlock((said,)), block), Accent.DONE, actions=_evidence(passage, say, context=True))


def outcome_page(report: Report, passage: Passage | None, server: str, say: Wording) -> Page:
    """Tell who made a report what came of it, in a direct message."""
    heading = f"### {say('told-heading', server=visible(server, NAME))}"
    said = say(f"told-{report.state}")
    block = _passage(report, passage, MESSAGE_LIMIT - units(heading) - units(said) - _MARGIN, say)
    actions = _evidence(passage, say, context=False)
    return Page((TextBlock((f"{heading}\n{said}",)), block), Accent.DONE, actions=actions)


def settled_words(report: Report, speaker: str | None, others: int, say: Wording) -> str:
    """Say what a moderator has just done to a report, and to how many others with it."""
    key = "report-corrected" if report.state is ReportState.CORRECTED else "report-dismissed"
    also = f" {say('report-also', number=others)}" if others else ""
    return f"✅ {say(key, speaker=_speaker(speaker, say))}{also}"


def _passage(report: Report, passage: Passage | None, room: int, say: Wording) -> TextBlock:
    """The passage between the sentences beside it, as it is shown now, or as it was reported if it is gone."""
    if passage is not None:
        item = shown(passage, min(room, MESSAGE_LIMIT), say)
        return TextBlock((*item.texts, f"{item.said}\n{item.citation}"))
    quoted, _ = block_quotation(report.text, _QUOTED)
    said = say("report-shown", speaker=_speaker(report.speaker, say), title=title_of(report.title, say))
    return TextBlock((quoted, f"{said}\n-# {say('report-gone')}"))


def _told(report: Report, passage: Passage | None, say: Wording) -> list[str]:
    """What one report says."""
    lines = [say("report-by", who=who(report.reporter, say), when=moment(report.at))]
    if passage is not None and passage.speaker != report.speaker:
        lines.append(say("report-shown", speaker=_speaker(report.speaker, say), title=visible(report.title, TITLE)))
    if report.suggestion:
        lines.append(say("report-suggests", speaker=f"**{visible(report.suggestion, NAME)}**"))
    if report.note:
        lines.append(say("report-note-line", note=inline(report.note, _NOTE)))
    return lines


def _speaker(speaker: str | None, say: Wording) -> str:
    return f"**{visible(speaker, NAME)}**" if speaker else say("nobody")


def _evidence(passage: Passage | None, say: Wording, *, context: bool) -> tuple[Action, ...]:
    """The buttons that lead to where a passage stands."""
    if passage is None:
        return ()
    url = safe_url(passage.url)
    around = Action(say("button-context"), f"{PREFIX}:context:{PassagePlace.of(passage)}", apart=True)
    return (*((around,) if context else ()), *((Action(say("button-source"), url=url),) if url else ()))

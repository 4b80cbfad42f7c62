"""Reports of wrong speakers: filed by members, settled by moderators, one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.context.asker import Asker
from bot.render.pages import Page
from bot.render.places import PassagePlace
from bot.render.reports import Case, queue_page, settled_page, settled_words
from bot.services.acts import Acts
from bot.services.related import found_at
from index import Library, Report


@dataclass(frozen=True, slots=True)
class Settlement:
    """What has come of a case: the number of its first report, and Markdown that says so."""

    number: int
    words: str


class ReportQueue:
    """The reports of its askers' own servers, in the order of their numbers.

    Parameters
    ----------
    concerned : callable
        Told the server in which somebody is now to be told of a report.
    """

    def __init__(self, acts: Acts, concerned: Callable[[int], None]) -> None:
        self._acts = acts
        self._concerned = concerned

    async def file(
        self, asker: Asker, place: PassagePlace, *, suggestion: str | None, note: str, waits: bool = False
    ) -> None:
        """Put a report of a wrong speaker into the queue; `waits` tells whether the asker is to be told the outcome."""

        def work(library: Library) -> None:
            passage = found_at(library, place)
            library.reports.file(
                passage,
                str(asker.user_id),
                suggestion=suggestion,
                note=note,
                waits=waits,
                spoken=asker.say.language.value,
            )

        await self._acts.do(asker, work)
        self._tell(asker)

    async def first(self, asker: Asker) -> Page:
        """Show the first case of the queue."""
        return await self._acts.do(asker, lambda library: _after(library, 0, asker))

    async def turn(self, asker: Asker, number: int, by: int) -> Page:
        """Show the case after that of a report's number, or before it if `by` is -1; else the nearest."""
        return await self._acts.do(asker, lambda library: _after(library, number, asker, by=by))

    async def next_after(self, asker: Asker, settled: Settlement) -> Page:
        """Show the case after one that is settled, below what has come of that."""
        return await self._acts.do(asker, lambda library: _after(library, settled.number, asker, done=settled.words))

    async def get(self, asker: Asker, number: int) -> Report:
        """Find a report, whatever its state."""
        return await self._acts.do(asker, lambda library: library.reports.get(number))

    async def settled(self, asker: Asker, number: int) -> Page:
        """Show what came of a report."""

        def work(library: Library) -> Page:
            report = library.reports.get(number)
            return settled_page(report, library.reports.passage(report), asker.say)

        return await self._acts.do(asker, work)

    async def accept(self, asker: Asker, number: int, speaker: str | None) -> Settlement:
        """Settle a report and those of the same words: `speaker` said it, from now on, or nobody who is named."""

        def work(library: Library) -> tuple[Settlement, str, str]:
            settled = library.reports.accept(number, str(asker.user_id), speaker)
            named = speaker if speaker is not None else asker.say("nobody")
            return _settlement(settled, speaker, asker), settled[0].title, named

        settlement = await self._acts.act(asker, "correct", work)
        self._tell(asker)
        return settlement

    async def dismiss(self, asker: Asker, number: int) -> Settlement:
        """Settle a report and those of the same words: the speaker was right."""

        def work(library: Library) -> tuple[Settlement, str, str]:
            settled = library.reports.dismiss(number, str(asker.user_id))
            return _settlement(settled, None, asker), settled[0].title, settled[0].speaker or ""

        settlement = await self._acts.act(asker, "dismiss", work)
        self._tell(asker)
        return settlement

    def _tell(self, asker: Asker) -> None:
        if asker.guild_id is not None:
            self._concerned(asker.guild_id)


def _settlement(settled: Sequence[Report], speaker: str | None, asker: Asker) -> Settlement:
    words = settled_words(settled[0], speaker, len(settled) - 1, asker.say)
    return Settlement(min(report.id for report in settled), words)


def _after(library: Library, number: int, asker: Asker, *, by: int = 1, done: str | None = None) -> Page:
    cases = library.reports.cases()
    numbers = [case[0].id for case in cases]
    if by > 0:
        at = next((n for n, first in enumerate(numbers) if first > number), len(cases) - 1)
    else:
        at = next((n for n in reversed(range(len(cases))) if numbers[n] < number), 0)
    case = Case(cases[at], library.reports.passage(cases[at][0])) if cases else None
    return queue_page(case, at + 1, len(cases), asker.say, done=done)

"""doctor: what is right and what is not, with the cure."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from index.cli.options import common
from index.cli.output import Output
from index.cli.render import plain
from index.cli.session import chosen_encoder
from index.cli.shapes import Json
from index.model.check import Check, Verdict

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "onrecord.checks"
"""The entry points that bring further checks: each is called without arguments and gives `Check`s."""

_STYLES = {Verdict.OK: "green", Verdict.WARNING: "yellow", Verdict.PROBLEM: "bold red", Verdict.SKIPPED: "dim"}
_WIDTH = max(map(len, Verdict))


@click.command()
@common
def doctor(output: Output, database: Path | str) -> bool:
    """Look for what is wrong, and say what to do.

    It checks the encoder, database, disk, clock and index here, and the bot's token, rights and commands at Discord.

    Changes nothing. Exit code 1 if there is a problem; warnings are none. Without ONRECORD_TOKEN nothing is asked of
    Discord.
    """
    found: list[Verdict] = []
    for check in _all_checks(database):
        found.append(check.verdict)
        output.result(_shape(check), _text(check))
    problems = found.count(Verdict.PROBLEM)
    output.words(f"Problems: {problems}, warnings: {found.count(Verdict.WARNING)}.")
    return problems == 0


def _all_checks(database: Path | str) -> Iterator[Check]:
    from importlib.metadata import entry_points

    from index.library.doctor import check_machine

    yield from check_machine(database, chosen_encoder(database))
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        yield from _brought_by(point)


def _brought_by(point: "EntryPoint") -> Iterator[Check]:
    """The checks of another package; whatever goes wrong in them is one more finding."""
    try:
        bring: Callable[[], Iterable[Check]] = point.load()
        yield from bring()
    except Exception as error:  # noqa: BLE001 -- a check that breaks must not keep the others from being seen
        said = f"These checks broke off ({type(error).__name__})."
        yield Check(point.name, Verdict.PROBLEM, said, "Install Onrecord again; if that does not help, report it.")


def _shape(check: Check) -> Json:
    return {"check": check.name, "verdict": check.verdict, "finding": check.finding, "cure": check.cure}


def _text(check: Check) -> Text:
    text = Text.assemble((f"{check.verdict.value:<{_WIDTH}}  ", _STYLES[check.verdict]), (plain(check.name), "bold"))
    text.append(f": {plain(check.finding)}")
    if check.cure is not None:
        text.append(f"\n{'':<{_WIDTH}}  → {plain(check.cure)}", style="dim")
    return text

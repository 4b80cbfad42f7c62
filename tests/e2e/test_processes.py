"""The command line over the database of a bot that runs: each sees what the other writes, and nothing is lost."""

import asyncio
import json
import os
from pathlib import Path

from bot.settings import Settings
from index import Library, read_text
from tests.e2e.world import HARBOUR, ORCHARD, Server, text_of
from tests.forks import ROOT, Forks

MAIN = "from index.cli import main; main()"
EACH = 20
"""Articles that each adds: so few that the command line starts no processes to annotate them."""


async def onrecord(forks: Forks, settings: Settings, *arguments: str) -> tuple[str, str]:
    """What the command line prints over the bot's database, on standard output and beside it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    environment = kept | {"ONRECORD_DATABASE": str(settings.database), "PYTHONPATH": str(ROOT)}
    done = await asyncio.to_thread(forks.run, MAIN, *arguments, environment=environment, folder=ROOT)
    return done.stdout, done.stderr


async def test_the_bot_answers_from_what_the_command_line_has_just_done(
    forks: Forks, newcomer: Server, settings: Settings, tmp_path: Path
) -> None:
    async def answer() -> str:
        result = await newcomer.member.slash(newcomer.channel, "ask", question="Who waited for the dredger?")
        return text_of(result.response)

    assert "no articles" in (await answer()).lower()
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    output, errors = await onrecord(forks, settings, "add", "--json", str(file))
    assert errors == ""
    assert "**Maren Holt**" in await answer()
    file.write_text(HARBOUR.replace("Maren Holt", "Rhea Olsen"), encoding="utf-8")
    await onrecord(forks, settings, "remove", json.loads(output)["id"])
    assert "Maren Holt" not in await answer()
    await onrecord(forks, settings, "add", str(file))
    assert "**Rhea Olsen**" in await answer()


async def test_the_command_line_sees_what_the_bot_has_just_done(
    forks: Forks, newcomer: Server, settings: Settings
) -> None:
    await newcomer.moderator.slash(newcomer.channel, "article add", file=("orchard.txt", ORCHARD.encode()))
    output, errors = await onrecord(forks, settings, "export", "--community", f"discord-{newcomer.guild.id}")
    articles = [line for line in map(json.loads, output.splitlines()) if line.get("kind") == "article"]
    assert [article["text"] for article in articles] == [ORCHARD]
    assert "error" not in errors


async def test_both_write_at_once_and_nothing_is_lost_or_refused(
    forks: Forks, library: Library, settings: Settings, tmp_path: Path
) -> None:
    """The bot's library in its threads, and two processes beside it, all in the same community."""
    files = []
    for name in ("north", "south"):
        file = tmp_path / f"{name}.jsonl"
        lines = (json.dumps({"id": f"{name}-{n}", "text": f"Pier {n} of the {name} is shut."}) for n in range(EACH))
        file.write_text("\n".join(lines), encoding="utf-8")
        files.append(file)

    def add(number: int) -> None:
        library.add(read_text(f"Pier {number} of the west is shut.", id=f"west-{number}"))
        library.audit.add("7", "add", f"west-{number}")

    writers = [asyncio.create_task(onrecord(forks, settings, "add", "--jsonl", str(file))) for file in files]
    await asyncio.gather(*(asyncio.to_thread(add, number) for number in range(EACH)))
    told = [errors for _, errors in await asyncio.gather(*writers)]
    assert all(errors.startswith(f"Done: {EACH} added, in ") and errors.count("\n") == 1 for errors in told), told
    names = {summary.id for summary in library.articles()}
    assert names == {f"{side}-{number}" for side in ("north", "south", "west") for number in range(EACH)}
    assert len(library.audit.list(limit=100)) == EACH
    assert library.ask("Is pier 19 of the south shut?").passages[0].article_id == "south-19"

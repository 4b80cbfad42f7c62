"""README.md and docs are true: their commands run and print what they say, and they leave nothing out.

Commands with their output stand in ``console`` blocks and are run here, in order, in one scratch copy of the
repository's layout with a database of their own; for the others see test_shown_commands.
"""

import doctest
import os
import re
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import discord
import pytest
from discord import app_commands
from pydantic import SecretStr

from bot.app import build_bot
from bot.settings import Settings, settings_table
from index import open_library
from index.cli import cli
from tests.documents import API, MODERATING, OPERATING, README, ROOT, TOKENS, WORDS, blocks, simple_commands

BIN = Path(sys.executable).parent
LONGEST = 120  # lines of README


@dataclass(frozen=True, slots=True)
class Exchange:
    """A command of a console block, and what it is said to print."""

    path: Path
    line: int
    command: str
    output: str


def exchanges() -> list[Exchange]:
    found: list[Exchange] = []
    for path, token in ((path, token) for path, tokens in TOKENS.items() for token in tokens):
        if token.type != "fence" or token.info != "console":
            continue
        assert token.map is not None
        lines = token.content.splitlines(keepends=True)
        for at, line in enumerate(lines):
            if line.startswith("$ "):
                output = "".join(takewhile(lambda said: not said.startswith("$ "), lines[at + 1 :]))
                found.append(Exchange(path, token.map[0] + at + 2, line[2:].strip(), output))
    return found


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder that looks like the repository, so that what the commands write stays out of it."""
    folder = tmp_path_factory.mktemp("readme") / "onrecord"
    folder.mkdir()
    for entry in ROOT.iterdir():
        if not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry)
    shared = ROOT.parent / "shared"
    if shared.is_dir():
        (folder.parent / "shared").symlink_to(shared)
    return folder


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    environment = kept | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),  # this tree's, also where the environment is shared by several
        "ONRECORD_DATABASE": str(folder.parent / "onrecord.db"),
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        text=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )


def test_the_shown_commands_print_what_is_shown(scratch: Path) -> None:
    """One after the other, for they are about what those before have stored."""
    left_out = []
    for exchange in exchanges():
        where = f"{exchange.path}:{exchange.line}"
        if "../shared" in exchange.command and not (ROOT.parent / "shared").is_dir():
            assert not os.environ.get("CI"), f"{where}: the shared data is needed here"
            left_out.append(where)
            continue
        done = shell(exchange.command, scratch)
        assert done.returncode == 0, f"{where}: {done.stderr}"
        assert doctest.OutputChecker().check_output(exchange.output, done.stdout, doctest.ELLIPSIS), (
            where,
            done.stdout,
        )
    if left_out:
        pytest.skip(f"{', '.join(left_out)} need ../shared, which is not beside this clone")


def test_the_first_command_answers_what_is_shown(scratch: Path) -> None:
    ask = blocks(README, "bash")[0].strip().split(" && ")[-1]
    assert ask.startswith(".venv/bin/onrecord ask ")
    with_nothing_added = scratch.parent / "empty" / "onrecord"
    with_nothing_added.mkdir(parents=True)
    done = shell(ask.removeprefix(".venv/bin/"), with_nothing_added)
    assert (done.returncode, done.stdout) == (0, blocks(README, "text")[0]), done.stderr


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    kinds = {(token.info, path) for path, tokens in TOKENS.items() for token in tokens if token.type == "fence"}
    assert {kind for kind, path in kinds} == {"bash", "console", "python", "text"}
    assert {path for kind, path in kinds if kind == "python"} == {API}
    assert len(blocks(README, "text")) == len([path for kind, path in kinds if kind == "text"]) == 1


def test_readme_is_short() -> None:
    assert len(WORDS[README].splitlines()) <= LONGEST


@pytest.mark.parametrize("path", TOKENS, ids=str)
def test_every_link_leads_somewhere(path: Path) -> None:
    def leads(target: str) -> bool:
        name, _, heading = target.partition("#")
        aim = (ROOT / path).parent / name if name else ROOT / path
        known = TOKENS.get(aim.resolve().relative_to(ROOT), [])
        headings = [known[at + 1].content for at, token in enumerate(known) if token.type == "heading_open"]
        return aim.is_file() and (not heading or heading in {words.lower().replace(" ", "-") for words in headings})

    targets = [
        str(child.attrs.get("href") or child.attrs.get("src"))
        for token in TOKENS[path]
        for child in token.children or ()
        if child.type in {"link_open", "image"}
    ]
    assert [target for target in targets if "://" not in target and not leads(target)] == []


def test_readme_leads_to_every_document() -> None:
    assert [str(path) for path in WORDS if path != README and f"]({path})" not in WORDS[README]] == []


def test_python_shown_does_what_is_shown() -> None:
    assert doctest.testfile(str(ROOT / API), module_relative=False) == (0, 22)


def test_every_setting_is_documented() -> None:
    for row in settings_table():
        default = f"`{row.default}`" if row.default not in {"", "required"} and " " not in row.default else row.default
        assert f"| `{row.name}` | {default} | {row.help} |".replace("|  |", "| |") in WORDS[OPERATING]
    everything = "".join(WORDS.values())
    assert set(re.findall(r"ONRECORD_[A-Z_]+", everything)) == {row.name for row in settings_table()}


async def test_every_command_of_the_bot_is_documented(tmp_path: Path) -> None:
    settings = Settings(token=SecretStr("none-needed"), database=tmp_path / "onrecord.db")
    with closing(open_library(settings.database)) as library:
        async with build_bot(settings, library, serving=False) as bot:
            await bot.setup_hook()
            offered = {
                f"/{command.qualified_name}": [option.name for option in command.parameters]
                for command in bot.tree.walk_commands()
                if isinstance(command, app_commands.Command)
            }
            menus = {menu.name for menu in bot.tree.walk_commands(type=discord.AppCommandType.message)}
    shown = dict(
        re.findall(
            r"^\| `(/[a-z ]+)`([a-z0-9, ]*) \|",
            WORDS[MODERATING].partition("## Commands")[2].partition("\n## ")[0],
            re.MULTILINE,
        )
    )
    assert {name: re.findall("[a-z0-9]+", options) for name, options in shown.items()} == offered
    assert all(f"| *{name}*" in WORDS[MODERATING] for name in menus)


def test_every_command_of_the_command_line_is_shown() -> None:
    shown = {
        words[1] for exchange in exchanges() for words in simple_commands(exchange.command) if words[0] == "onrecord"
    }
    assert shown >= set(cli.commands)

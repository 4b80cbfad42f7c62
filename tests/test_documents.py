"""README.md and docs are true: their commands run and print what they say, and they leave nothing out.

Commands with their output stand in ``console`` blocks and are run here, in order, in one scratch copy of the
repository's layout with a database of their own. Commands of ``bash`` blocks set things up: .ci/run runs README's first
two, and here they are held against the files that they use.
"""

import doctest
import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import discord
import pytest
from discord import app_commands
from markdown_it import MarkdownIt
from pydantic import SecretStr
from ruamel.yaml import YAML

from bot.__main__ import main as onrecord_bot
from bot.app import build_bot
from bot.settings import Settings, settings_table
from index import open_library
from index.cli import cli

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
WORDS = {
    path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *ROOT.glob("docs/*.md"))
}
TOKENS = {path: MarkdownIt("commonmark").enable("table").parse(words) for path, words in WORDS.items()}
README, COMMAND_LINE, MODERATING, OPERATING, API = (
    Path(name)
    for name in ("README.md", "docs/command-line.md", "docs/moderating.md", "docs/operating.md", "docs/python-api.md")
)
LONGEST = 120  # lines of README


@dataclass(frozen=True, slots=True)
class Exchange:
    """A command of a console block, and what it is said to print."""

    path: Path
    line: int
    command: str
    output: str


def blocks(path: Path, language: str) -> list[str]:
    return [token.content for token in TOKENS[path] if token.type == "fence" and token.info == language]


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


def simple_commands(line: str) -> Iterator[list[str]]:
    """Split a shell line into its commands, without redirections."""
    words: list[str] = []
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    for word in lexer:
        if set(word) <= set("|&;"):
            yield words
            words = []
        else:
            words.append(word)
    if words:
        yield words


def set_up() -> list[tuple[str, ...]]:
    """Give the commands of all bash blocks and those in the running text."""
    lines = [line for path in WORDS for block in blocks(path, "bash") for line in block.splitlines()]
    tokens = [token for tokens in TOKENS.values() for token in tokens]
    inline = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    lines += [code for code in inline if code.startswith(("docker ", "python "))]
    return list(dict.fromkeys(tuple(words) for line in lines for words in simple_commands(line)))


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


@pytest.mark.parametrize("exchange", exchanges(), ids=lambda exchange: f"{exchange.path}:{exchange.line}")
def test_a_shown_command_prints_what_is_shown(exchange: Exchange, scratch: Path) -> None:
    if "../shared" in exchange.command and not (ROOT.parent / "shared").is_dir():
        assert not os.environ.get("CI"), "the shared data is needed here"
        pytest.skip("needs ../shared, which is not beside this clone")
    done = shell(exchange.command, scratch)
    assert done.returncode == 0, done.stderr
    assert doctest.OutputChecker().check_output(exchange.output, done.stdout, doctest.ELLIPSIS), done.stdout


def test_the_first_command_answers_what_is_shown(scratch: Path) -> None:
    ask = blocks(README, "bash")[0].strip().split(" && ")[-1]
    assert ask.startswith(".venv/bin/onrecord ask ")
    with_nothing_added = scratch.parent / "empty" / "onrecord"
    with_nothing_added.mkdir(parents=True)
    done = shell(ask.removeprefix(".venv/bin/"), with_nothing_added)
    assert (done.returncode, done.stdout) == (0, blocks(README, "text")[0]), done.stderr


@pytest.mark.parametrize("words", set_up(), ids=" ".join)
def test_a_command_that_sets_up_fits_the_files_it_uses(words: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    match words:
        case ("python3", "-m", "venv", ".venv") | ("git", "clone" | "pull", *_):
            pass
        case (".venv/bin/pip" | "pip", "install", *options, what):
            assert set(options) <= {"-q", "-e"}
            extras = re.fullmatch(r"\.(?:\[([a-z,]+)\])?", what)
            assert extras is not None
            assert set((extras[1] or "dev").split(",")) <= project["optional-dependencies"].keys()
        case (
            (".venv/bin/onrecord", "ask", _)
            | (".venv/bin/pytest", "-n", "3", "--dist", "worksteal")
            | ("source", ".venv/bin/activate")
        ):
            pass
        case ("cd", folder):
            assert (ROOT / folder.removeprefix("onrecord/")).is_dir()
        case ("mkdir", "-m", "700", "secrets"):
            assert "deploy/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
        case ("nano" | "chmod", *_, secret):
            assert f"file: {secret}\n" in (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
        case ("cp", example, ".env"):
            assert (ROOT / "deploy" / example).is_file()
        case ("docker", "compose", *rest):
            fits_the_compose_files(tuple(rest))
        case ("openssl", "rand", "-hex", "24", ">", secret):
            assert secret in (ROOT / "deploy" / "compose.postgres.yaml").read_text(encoding="utf-8")
        case ("onrecord-bot", "preview"):
            assert "preview" in onrecord_bot.commands
        case ("ruff" | "mypy" | "lint-imports" | "pytest", *_):
            assert f"check {' '.join(words)}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
        case ("bash", script):
            assert (ROOT / script).is_file()
        case ("python", "-m", module, *_):
            assert importlib.util.find_spec(module) is not None
        case _:
            pytest.fail("a document shows a command that no test knows")


def fits_the_compose_files(words: tuple[str, ...]) -> None:
    """Hold what stands after ``docker compose`` against the services that the files have."""
    one, several = (
        YAML(typ="safe").load(ROOT / "deploy" / name)["services"].keys()
        for name in ("compose.yaml", "compose.postgres.yaml")
    )
    match words:
        case ("-f", file, "up", "-d"):
            assert (ROOT / "deploy" / file).is_file()
        case ("stop", "bot-0", "bot-1"):
            assert {"bot-0", "bot-1"} <= several
        case ("exec", "-T", service, "pg_dump" | "pg_restore", *_):
            assert service in several
        case ("up" | "stop" | "restart" | "ps" | "logs", *rest):
            assert {word for word in rest if not word.startswith("-")} <= one
        case ("exec", service, "onrecord-bot", *_) | ("run", "--rm", service, "sync"):
            assert service in one
        case (
            ("exec", service, "onrecord", command, *_)
            | ("exec", "-T", service, "onrecord", command, *_)
            | ("run", "--rm", "-T", "--entrypoint", "onrecord", service, command, *_)
        ):
            assert service in one
            assert command in cli.commands
        case _:
            pytest.fail("a document shows a command of Compose that no test knows")


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

"""The commands that README.md and docs show without their output name what is there.

They set things up, or need Docker, Discord or an hour. .ci/run runs README's first two; here all are held against the
files, services, commands and options that they name.
"""

import importlib.util
import re
import tomllib

import click
import pytest
from ruamel.yaml import YAML

from bot.__main__ import cli as onrecord_bot
from index.cli import cli
from tests.documents import ROOT, TOKENS, WORDS, blocks, simple_commands

PROGRAMS = frozenset(
    "bash chmod chown docker eval export git onrecord onrecord-bot openssl pip podman pytest python ruff source".split()
)
"""What begins a command in the running text."""
ALONE = frozenset(
    tuple(line.split(" "))
    for line in (
        "git clone ADDRESS-OF-THIS-REPOSITORY onrecord",
        "git pull",
        "python3 -m venv .venv",
        "python3 -m venv --clear .venv",
        "source .venv/bin/activate",
        ".venv/bin/pytest -n 3 --dist worksteal",
        "pytest --database postgresql",
        "man -l -",
    )
) | {("eval", "$(onrecord completion bash)")}
"""Commands that name nothing of the repository's but what they make."""


def set_up() -> list[tuple[str, ...]]:
    """Give the commands of all bash blocks and those in the running text."""
    lines = [line for path in WORDS for block in blocks(path, "bash") for line in block.splitlines()]
    tokens = [token for tokens in TOKENS.values() for token in tokens]
    inline = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    lines += [code for code in inline if " " in code and code.split()[0] in PROGRAMS]
    return list(dict.fromkeys(tuple(words) for line in lines for words in simple_commands(line)))


@pytest.mark.parametrize("words", set_up(), ids=" ".join)
def test_a_command_that_sets_up_fits_what_it_names(words: tuple[str, ...]) -> None:
    match words:
        case _ if words in ALONE:
            pass
        case ("docker", "compose", *rest):
            fits_the_compose_files(tuple(rest))
        case ("onrecord" | ".venv/bin/onrecord", *rest):
            takes(cli, rest)
        case ("onrecord-bot" | ".venv/bin/onrecord-bot", *rest):
            takes(onrecord_bot, rest)
        case ("python", "-m", module, *_):
            found = importlib.util.find_spec(module)
            assert found is not None
            assert not found.submodule_search_locations or importlib.util.find_spec(f"{module}.__main__") is not None
        case (".venv/bin/pip" | "pip", "install", *options, what):
            project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
            assert set(options) <= {"-q", "-e", "--no-compile"}
            extras = re.fullmatch(r"\.(?:\[([a-z,]+)\])?", what)
            assert extras is not None
            assert set((extras[1] or "dev").split(",")) <= project["optional-dependencies"].keys()
        case _:
            names_what_is_there(words)


def names_what_is_there(words: tuple[str, ...]) -> None:
    """Hold a command of the system's against the file, folder or account in it."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    deploy = ROOT / "deploy"
    match words:
        case ("cd", folder):
            assert (ROOT / folder.removeprefix("onrecord/")).is_dir()
        case ("bash", script):
            assert (ROOT / script).is_file()
        case ("cp", example, ".env"):
            assert (deploy / example.removeprefix("deploy/")).is_file()
        case ("mkdir", "-m", "700", "secrets"):
            assert "deploy/secrets/" in ignored
        case ("nano" | "chmod", *_, ".env"):
            assert ".env" in ignored
        case ("nano" | "chmod", *_, secret):
            assert f"file: {secret}\n" in (deploy / "compose.yaml").read_text(encoding="utf-8")
        case ("openssl", "rand", "-hex", "24", ">", secret):
            assert f"file: {secret}\n" in (deploy / "compose.postgres.yaml").read_text(encoding="utf-8")
        case (*_, "chown", owner, "FOLDER"):
            assert f"USER {owner}\n" in (deploy / "Dockerfile").read_text(encoding="utf-8")
        case ("export", assigned):
            assert (deploy / assigned.removeprefix("COMPOSE_FILE=")).is_file()
        case _:
            pytest.fail("a document shows a command that no test knows")


def takes(group: click.Group, words: list[str]) -> None:
    """Hold a command's name and options against those that the program has."""
    command, options = (group, words) if words[0].startswith("-") else (group.commands[words[0]], words[1:])
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert {word for word in options if word.startswith("-") and word != "-"} <= known


def fits_the_compose_files(words: tuple[str, ...]) -> None:
    """Hold what stands after ``docker compose`` against the services that the files have."""
    one, several = (
        YAML(typ="safe").load(ROOT / "deploy" / name)["services"].keys()
        for name in ("compose.yaml", "compose.postgres.yaml")
    )
    services = one | several
    match words:
        case ("-f", file, *rest):
            assert (ROOT / "deploy" / file).is_file()
            fits_the_compose_files(tuple(rest))
        case ("exec", "-T", service, "pg_dump" | "pg_restore", *_):
            assert service in several
        case ("up" | "stop" | "restart" | "ps" | "logs", *rest):
            assert {word for word in rest if not word.startswith("-")} <= services
        case ("exec", "-T", service, program, *rest) | ("exec", service, program, *rest):
            assert service in services
            takes({"onrecord": cli, "onrecord-bot": onrecord_bot}[program], rest)
        case ("run", "--rm", "-T", "--entrypoint", "onrecord", service, *rest):
            assert service in services
            takes(cli, rest)
        case ("run", "--rm", service, *rest):
            assert service in services
            takes(onrecord_bot, rest)
        case _:
            pytest.fail("a document shows a command of Compose that no test knows")

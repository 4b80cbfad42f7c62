"""What a shell completes, by click's own script in a real bash, and the manual page."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.cli import cli
from tests.cli.conftest import Run
from tests.cli.test_process import environment, start

pytestmark = pytest.mark.once

__all__ = ["environment"]

COMPLETED = """
eval "$(onrecord completion bash)"
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _onrecord_completion onrecord; }
"""


@pytest.fixture
def program(tmp_path: Path, environment: dict[str, str]) -> dict[str, str]:
    """An environment in which the command is on the path."""
    script = tmp_path / "bin" / "onrecord"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m index "$@"\n')
    script.chmod(0o755)
    return environment | {"PATH": f"{script.parent}:{environment['PATH']}"}


def test_bash_completes_commands_ids_people_and_outlets(program: dict[str, str], tmp_path: Path) -> None:
    script = COMPLETED
    for words in (
        "onrecord quo",
        "onrecord show marrow",
        "onrecord edit marrow",
        "onrecord quotes Nowi",
        "onrecord ask x --outlet lower",
    ):
        script += f'complete_words {words}; printf "%s\\n" "${{COMPREPLY[0]}}"\n'
    done = subprocess.run(["bash", "-c", script], env=program, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "quotes",
        "marrow-islands-ferry-fleet-grounded-after-cracks",
        "marrow-islands-ferry-fleet-grounded-after-cracks",
        r"Ewa\ Nowicka",
        r"Lower\ Mill\ Ledger",
    ]
    assert not done.stderr
    assert not list(tmp_path.glob("onrecord.db*"))


def test_a_database_that_cannot_be_read_completes_nothing_and_says_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "onrecord.db").write_bytes(b"no database " * 400)
    asked = environment | {"_ONRECORD_COMPLETE": "bash_complete", "COMP_WORDS": "onrecord show m", "COMP_CWORD": "2"}
    done = subprocess.run(start(), env=asked, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_there_is_a_script_for_each_shell(run: Run, shell: str) -> None:
    assert "_ONRECORD_COMPLETE" in run("completion", shell).stdout


def test_the_manual_has_every_command_and_option(run: Run) -> None:
    page = run("man").stdout
    assert page.startswith(".TH ONRECORD 1 ")
    for name, command in cli.commands.items():
        assert f"\n.SS {name}" in page
        for parameter in command.params:
            assert all(option.replace("-", "\\-") in page for option in parameter.opts if option.startswith("--"))
    assert "\n.B ONRECORD_DATABASE\n" in page
    assert "3 failed" in page.partition(".SH EXIT STATUS")[2]
    groff = shutil.which("groff")
    if groff is not None:
        read = subprocess.run([groff, "-man", "-Tutf8", "-ww"], input=page, capture_output=True, text=True, check=True)
        assert (read.stderr, "onrecord - ask the news" in read.stdout) == ("", True)

"""What comes of checking the deployment: facts in words, right, wrong, or not to be checked here."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What came of a check."""

    RIGHT = "ok"
    WRONG = "WRONG"
    SKIPPED = "not checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact about the deployment, in words for whoever runs the check."""

    kind: Kind
    words: str


def fact(right: bool, words: str) -> Finding:
    """Give what holds, or does not."""
    return Finding(Kind.RIGHT if right else Kind.WRONG, words)


def find_tool(name: str) -> str | None:
    """Give where a tool of the development environment is, or else one of the machine's."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def ran(words: str, command: list[str], root: Path) -> Finding:
    """Run a tool of the development environment in `root`."""
    program = find_tool(command[0])
    if program is None:
        return Finding(Kind.SKIPPED, f'{words}: {command[0]} is not installed (pip install -e ".[dev]")')
    done = subprocess.run(  # noqa: S603 -- tools and files of this repository
        [program, *command[1:]], cwd=root, text=True, capture_output=True, timeout=120, check=False
    )
    return fact(done.returncode == 0, words if done.returncode == 0 else f"{words}:\n{done.stdout}{done.stderr}")

"""The command line run as its users do: arguments in; exit code, stdout and stderr out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.cli import cli

Run = Callable[..., Result]

TOLL = """Toll on Tollan Bridge rises

By Ada Lint
Harbour Gazette
Posted May 3, 2024

The toll will rise to $4 on Monday, the harbour board said.

“It is too high for bakers,” said Rhea Olsen, who owns three shops. “We will drive around.”

Mayor Ines Calder told Radio Tollan that she had voted against it.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("ONRECORD_DATABASE", str(tmp_path / "data" / "onrecord.db"))
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def toll(tmp_path: Path) -> Path:
    path = tmp_path / "toll.txt"
    path.write_text(TOLL, encoding="utf-8")
    return path

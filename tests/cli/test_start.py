"""What a process loads before it is told to do anything, and how many threads its arithmetic has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.cli.session import plainly_wanted
from index.encoder.processors import usable_processors

HEAVY = ("numpy", "nltk", "aiohttp", "lxml", "pydantic", "onnxruntime", "sqlite3", "asyncio")

STARTED = """
import sys
from index.cli import cli
cli(sys.argv[1:], standalone_mode=False)
print(*sys.modules, file=sys.stderr)
"""

COUNTED = """
import os, sys
from {package} import {name}
import numpy
square = numpy.ones((600, 600))
for _ in range(3):
    square @ square
print(len(os.listdir("/proc/self/task")))
"""


def ran(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter's run of `code`, with these alone of the variables that tell how many threads there are, and
    nothing set."""
    unset = {n: v for n, v in os.environ.items() if not n.endswith("_NUM_THREADS") and not n.startswith("ONRECORD_")}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=unset | environment
    )


@pytest.mark.parametrize("asked", [["--version"], ["--help"], ["ask", "--help"], ["add", "--help"], ["import", "-h"]])
def test_telling_a_version_or_a_usage_loads_nothing_that_takes_long(asked: list[str]) -> None:
    told = ran(STARTED, *asked)
    assert told.stdout.strip()
    assert not {*HEAVY} & {*told.stderr.split()}


def test_asking_loads_neither_the_settings_of_servers_nor_what_reads_pages(tmp_path: Path) -> None:
    """Where nothing is set but the database, which is named."""
    told = ran(STARTED, "ask", "What did the harbour captain say?", "--database", str(tmp_path / "none.db"))
    assert told.stdout.strip()
    assert not {"pydantic", "aiohttp", "yarl", "lxml", "asyncio", "index.tracing"} & {*told.stderr.split()}


@pytest.mark.parametrize(
    ("variables", "dotenv", "wanted"),
    [
        ({}, "", True),
        ({"ONRECORD_ENCODER": "off"}, "", False),
        ({"ONRECORD_ENCODER": ""}, "", True),
        ({"ONRECORD_ENCODER": "perhaps"}, "", None),
        ({"ONRECORD_ENCODR": "off"}, "", None),
        ({"onrecord_encoder": "off"}, "", None),
        ({"ONRECORD_DATABASE": "here.db"}, "", None),
        ({}, "ONRECORD_ENCODER=off", None),
    ],
)
def test_only_what_is_plainly_set_is_told_without_reading_settings(
    variables: dict[str, str],
    dotenv: str,
    wanted: bool | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in os.environ if name.upper().startswith("ONRECORD_")]:
        monkeypatch.delenv(name)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    if dotenv:
        (tmp_path / ".env").write_text(dotenv, encoding="utf-8")
    assert plainly_wanted() == (None if Path("/run/secrets").exists() else wanted)


@pytest.mark.skipif(usable_processors() < 2, reason="with one processor there is one thread anyway")
@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
@pytest.mark.parametrize(("package", "name"), [("index", "annotate"), ("index.cli", "cli"), ("bot.app", "build_bot")])
def test_arithmetic_has_one_thread_unless_an_operator_wants_more(package: str, name: str) -> None:
    code = COUNTED.format(package=package, name=name)
    assert ran(code).stdout == "1\n"
    assert ran(code, OMP_NUM_THREADS="2").stdout == "2\n"

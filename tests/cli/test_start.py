"""What a process loads before it is told to do anything, and how many threads its arithmetic has."""

import os
import subprocess
import sys

import pytest

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
    """A fresh interpreter's run of `code`, with these alone of the variables that tell how many threads there are."""
    unset = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=unset | environment
    )


@pytest.mark.parametrize("asked", [["--version"], ["--help"], ["ask", "--help"], ["add", "--help"], ["import", "-h"]])
def test_telling_a_version_or_a_usage_loads_nothing_that_takes_long(asked: list[str]) -> None:
    told = ran(STARTED, *asked)
    assert told.stdout.strip()
    assert not {*HEAVY} & {*told.stderr.split()}


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor there is one thread anyway")
@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
@pytest.mark.parametrize(("package", "name"), [("index", "annotate"), ("index.cli", "cli"), ("bot.app", "build_bot")])
def test_arithmetic_has_one_thread_unless_an_operator_wants_more(package: str, name: str) -> None:
    code = COUNTED.format(package=package, name=name)
    assert ran(code).stdout == "1\n"
    assert ran(code, OMP_NUM_THREADS="2").stdout == "2\n"

"""``onrecord doctor``: its table, its JSON, its exit code, and checks that other packages bring."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.forks import Forks

BROUGHT = """
from index import Check, Verdict

def fine():
    yield Check("weather", Verdict.OK, "It is \\x1b[31mfine.\\nok       forged: line")
    yield Check("tide", Verdict.WARNING, "It is high.", "Wait.")

def bad():
    yield Check("moon", Verdict.PROBLEM, "It is down.", "Put it up.")

def broken():
    yield Check("sun", Verdict.OK, "It is up.")
    raise ValueError("the-secret")
"""


DRIVER = "import sys; sys.path.insert(0, sys.argv.pop(1)); from index.cli import main; main()"


def doctor(forks: Forks, folder: Path, point: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the doctor with one more check, brought by a package that is installed in `folder`."""
    metadata = folder / "site" / "brought-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: brought\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(f"[onrecord.checks]\nbrought = {point}\n")
    (folder / "site" / "brought.py").write_text(BROUGHT)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    given = (str(metadata.parent), "doctor", "--database", str(folder / "onrecord.db"), *arguments)
    return forks.run(DRIVER, *given, environment=kept | {"NO_COLOR": "1"}, folder=folder)


def test_a_library_that_is_well(run: Run, toll: Path) -> None:
    assert run("add", toll).exit_code == 0
    done = run("doctor", "--json")
    assert done.exit_code == 0
    shapes = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"answering", "disk", "schema", "database", "clock", "articles", "index"} <= {s["check"] for s in shapes}
    assert all(shape.keys() == {"check", "verdict", "finding", "cure"} for shape in shapes)
    assert "problem" not in {shape["verdict"] for shape in shapes}


def test_a_broken_database_is_a_problem_with_its_cure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    done = run("doctor", "--database", tmp_path / "broken.db")
    assert done.exit_code == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("problem")]
    assert "restore a backup" in line


def test_checks_of_other_packages_are_shown_a_line_each(forks: Forks, tmp_path: Path) -> None:
    done = doctor(forks, tmp_path, "brought:fine")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert "ok       weather: It is [31mfine. ok forged: line" in lines
    at = lines.index("warning  tide: It is high.")
    assert lines[at + 1].strip() == "→ Wait."


@pytest.mark.parametrize(("point", "names"), [("bad", ["moon"]), ("broken", ["sun", "brought"]), ("gone", ["brought"])])
def test_their_problems_count_and_so_does_breaking_off(
    forks: Forks, tmp_path: Path, point: str, names: list[str]
) -> None:
    done = doctor(forks, tmp_path, f"brought:{point}", "--json")
    assert done.returncode == 1
    assert [
        s["check"] for s in map(json.loads, done.stdout.splitlines()) if s["check"] in {"moon", "sun", "brought"}
    ] == names
    assert "the-secret" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr

"""The command line as a real process: pipes, encodings, terminals and odd file names."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import TOLL


def start(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "index", *map(str, arguments)]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "LC_", "LANG"))}
    return kept | {"ONRECORD_DATABASE": str(tmp_path / "onrecord.db"), "LC_ALL": "C", "PYTHONUTF8": "0"}


def test_output_is_utf_8_whatever_the_locale(environment: dict[str, str]) -> None:
    done = subprocess.run(start("ask", "Who has 40 tonnes of pears?"), env=environment, capture_output=True, check=True)
    assert "“I have 40 tonnes" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_a_closed_pipe_ends_quietly(environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m index people --json | head -1"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("options", [["people"], ["people", "--json"], ["--help"]])
def test_a_reader_that_has_gone_is_no_failure(environment: dict[str, str], options: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        start(*options), env=environment, stdout=writer, stderr=subprocess.PIPE, text=True, check=True
    )
    os.close(writer)
    assert "Error" not in done.stderr


@pytest.mark.parametrize("options", [["people"], ["people", "--json"], ["--help"]])
def test_an_output_that_takes_nothing_is_told_on_a_line(environment: dict[str, str], options: list[str]) -> None:
    for place, why in (
        (">&-", "standard output is closed, so nothing can be shown."),
        ("> /dev/full", "what was to be written could not be (No space left on device)."),
    ):
        line = f"{sys.executable} -m index {' '.join(options)} {place}"
        done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 3
        assert done.stderr.splitlines()[-1] == f"error: {why}"
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "code"), [(["people"], 3), (["--version"], 3), (["show", "gone"], 3), (["nonsense"], 2)]
)
def test_where_nothing_can_be_said_the_exit_code_still_tells(
    environment: dict[str, str], options: list[str], code: int
) -> None:
    line = f"{sys.executable} -m index {' '.join(options)} > /dev/full 2> /dev/full"
    assert subprocess.run(["bash", "-c", line], env=environment, check=False).returncode == code


def test_without_a_place_for_errors_results_come_all_the_same(environment: dict[str, str]) -> None:
    line = f"{sys.executable} -m index people --json 2>&-"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[0])["name"]


def a_terminal() -> tuple[int, int]:
    """Both ends of a new terminal; a test is skipped where the system has none to give, as in a chroot without
    /dev/pts."""
    try:
        return pty.openpty()
    except OSError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"there are no terminals here: {error}")


def test_a_terminal_gets_colour(environment: dict[str, str]) -> None:
    main, terminal = a_terminal()
    environment = environment | {"TERM": "xterm-256color"}
    subprocess.run(start("people", "-n", "2"), env=environment, stdout=terminal, stderr=subprocess.DEVNULL, check=True)
    os.close(terminal)
    shown = os.read(main, 4096)
    os.close(main)
    assert b"\x1b[" in shown


def test_odd_file_names(environment: dict[str, str], tmp_path: Path) -> None:
    names = ["two words.txt", "-dash.txt", "new\nline.txt", "ünï.txt"]
    for name in names:
        (tmp_path / name).write_text(TOLL.replace("Toll on", f"{name[:3].strip('-')} on"), encoding="utf-8")
    done = subprocess.run(
        start("add", "--", *names), env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(names)


def test_the_version_is_that_of_the_package(environment: dict[str, str]) -> None:
    done = subprocess.run(start("--version"), env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("onrecord, version 0.")


def test_articles_of_the_workplace_in_one_process(shared: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """A few of those that tests/quality annotates, all of them, in one process too."""
    lines = (shared / "eval" / "news_dev.jsonl").read_text(encoding="utf-8").splitlines()[::12]
    records = [json.loads(line) for line in lines]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        start("annotate", "--jsonl", source, "--json"), env=environment, capture_output=True, text=True, check=True
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == [record["id"] for record in records]
    assert not done.stderr
    for one, record in zip(found, records, strict=True):
        end = len(record["text"])
        for attribution in one["attributions"]:
            assert all(0 <= low < high <= end for low, high in attribution["content"])

"""The command line on a terminal: one console, colours as they are wanted, and Ctrl-C at any moment."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import open_library
from tests.cli.test_process import a_terminal, environment, start

__all__ = ["environment"]

ENOUGH = 30  # so many that processes annotate them
# A process in which Ctrl-C is pressed while a module is being loaded.
PRESSED = """
import os, signal, sys
class Pressing:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressing())
sys.argv = ["onrecord", "people"]
from index.__main__ import main
main()
"""


def on_a_terminal(
    arguments: list[str], environment: dict[str, str], seen: Callable[[str, int], None] = lambda *_: None
) -> tuple[int, str]:
    """How it ended, and all that it wrote; `seen` is called with what there is so far and the process."""
    main, terminal = a_terminal()
    environment = environment | {"TERM": "xterm-256color"}
    run = subprocess.Popen(
        arguments, env=environment, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True
    )
    os.close(terminal)
    written = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # how Linux says that nobody has the terminal any more
            break
        if not piece:
            break
        written += piece
        seen(written.decode(errors="replace"), run.pid)
    os.close(main)
    return run.wait(), written.decode()


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Children of tests that a shell runs in the background would ignore Ctrl-C, as these do."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "piers.jsonl"
    lines = [{"id": f"pier-{n}", "text": f"Pier {n} is shut, said Rhea Olsen."} for n in range(ENOUGH)]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def test_results_and_the_bar_keep_to_lines_of_their_own(environment: dict[str, str], records: Path) -> None:
    code, written = on_a_terminal(start("add", "--jsonl", records), environment | {"COLUMNS": "100"})
    assert code == 0
    assert f"{ENOUGH}/{ENOUGH}" in written or f"{ENOUGH - 1}/{ENOUGH}" in written
    begun_on_a_line = re.findall(r"(?:\n|\x1b\[2K)added: pier-(\d+) \(1 sentence, 1 attribution\)\r?\n", written)
    assert [int(number) for number in begun_on_a_line] == list(range(ENOUGH))
    assert f"Done: {ENOUGH} added, in " in written.splitlines()[-1]


def test_ids_and_links_stay_whole_on_a_narrow_terminal_and_prose_is_broken_between_words(
    environment: dict[str, str],
) -> None:
    narrow = environment | {"COLUMNS": "30", "NO_COLOR": "1"}
    _, listed = on_a_terminal(start("list"), narrow)
    assert "\nmarrow-islands-ferry-fleet-grounded-after-cracks\r\n" in listed
    _, said = on_a_terminal(start("quotes", "Nowicka", "-n", "1"), narrow)
    sentence = "Transport Minister Ewa Nowicka told Radio Meridian that the cracks"
    assert sentence in " ".join(said.split())
    assert sentence not in said


def test_colours_are_as_the_environment_wants_them(environment: dict[str, str]) -> None:
    asked = start("people", "-n", "1")
    assert "\x1b[36m" in on_a_terminal(asked, environment)[1]
    assert "\x1b" not in on_a_terminal(asked, environment | {"NO_COLOR": "1"})[1]
    for terminal in ("xterm", "dumb"):
        wanted = environment | {"FORCE_COLOR": "1", "TERM": terminal}
        assert b"\x1b[36m" in subprocess.run(asked, env=wanted, capture_output=True, check=True).stdout


def test_ctrl_c_while_adding_tells_what_is_done_and_how_to_go_on(
    environment: dict[str, str], records: Path, tmp_path: Path
) -> None:
    pressed: list[int] = []

    def press(written: str, process: int) -> None:
        if "added: pier-1 " in written and not pressed:
            pressed.append(process)
            os.killpg(process, signal.SIGINT)  # as a terminal does: all the processes of the command

    code, written = on_a_terminal(start("add", "--jsonl", records), environment, press)
    assert (code, "Traceback" in written) == (130, False)
    told = re.search(
        rf"Interrupted: of {ENOUGH}, (\d+) added\. What was added stays; the same command goes on", written
    )
    assert told is not None
    with open_library(tmp_path / "onrecord.db") as library:
        stored = len(library)
    assert 2 <= int(told[1]) <= stored <= int(told[1]) + 1 < ENOUGH  # one may have been stored as it was pressed
    again = subprocess.run(start("add", "--jsonl", records), env=environment, capture_output=True, check=True)
    assert f"Done: {ENOUGH - stored} added, {stored} already there, in ".encode() in again.stderr


def test_ctrl_c_before_anything_is_loaded_ends_without_a_word(environment: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-c", PRESSED], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")

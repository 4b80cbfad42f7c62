"""The watchdog of real processes whose loops stand still, or in which nothing ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.monitoring.watchdog import EXIT_CODE, Progress
from tests.bot.discord_server import TOKEN, discord_server
from tests.bot.processes import DRIVER, ROOT, environment

HEAD = """
import asyncio, re, signal, sys, threading, time
from bot.monitoring.logs import set_up_logs
from bot.monitoring.watchdog import Watchdog
set_up_logs("INFO", as_json=True)

async def main():
    with Watchdog(stalls, still=1.0, silence=1.0, period=0.05):
        await work()
    print("ended by itself", flush=True)

def stalls():
    return False
"""
FOOT = "\nasyncio.run(main())\n"


def process(work: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + work + FOOT],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ended(work: str) -> tuple[int, str]:
    """How a process ends and what it logs, without its help."""
    with process(work) as running:
        try:
            _, errors = running.communicate(timeout=60)
        finally:
            running.kill()
    return running.returncode, errors


def test_a_loop_that_sleeps_ends_the_process_with_the_stacks_of_all_threads() -> None:
    code, errors = ended(
        "async def work():\n"
        "    threading.Thread(target=of_another_thread, daemon=True).start()\n"
        "    holds_the_loop()\n"
        "def of_another_thread():\n    time.sleep(600)\n"
        "def holds_the_loop():\n    time.sleep(600)\n"
    )
    assert code == EXIT_CODE
    assert '"level": "CRITICAL"' in errors
    assert "The event loop has stood still for" in errors
    assert "in holds_the_loop" in errors
    assert "in of_another_thread" in errors


def test_a_call_that_lets_no_other_thread_have_its_turn_does_too() -> None:
    code, errors = ended("async def work():\n    re.match('(a+)+b', 'a' * 60)\n")
    assert code in (-signal.SIGVTALRM, EXIT_CODE)
    assert EXIT_CODE == 128 + signal.SIGVTALRM
    assert "in work" in errors


def test_a_log_that_nobody_reads_is_no_reason_to_stay() -> None:
    with process(
        "import os\nasync def work():\n    os.set_blocking(2, True)\n    while True: os.write(2, b'x' * 1024)\n"
    ) as running:
        try:
            assert running.wait(60) == EXIT_CODE
        finally:
            running.kill()


def test_a_process_in_which_nothing_ends_is_ended() -> None:
    code, errors = ended("def stalls():\n    return True\nasync def work():\n    await asyncio.sleep(600)\n")
    assert code == EXIT_CODE
    assert "Nothing that people wait for has come to its end" in errors


BOT = """
import sys, time
from functools import partial
import bot.daemon
from bot.app import OnrecordBot
bot.daemon.Watchdog = partial(bot.daemon.Watchdog, still=1.0, period=0.05)

async def holds_the_loop(self):
    time.sleep(600)

OnrecordBot.on_ready = holds_the_loop
"""


def test_a_bot_that_is_stuck_ends(tmp_path: Path) -> None:
    with (
        discord_server() as server,
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", BOT + DRIVER, str(server.port)],
            env=environment(tmp_path, ONRECORD_TOKEN=TOKEN),
            cwd=tmp_path,
            text=True,
            stderr=subprocess.PIPE,
        ) as running,
    ):
        try:
            _, errors = running.communicate(timeout=60)
        finally:
            running.kill()
    assert running.returncode == EXIT_CODE
    assert "in holds_the_loop" in errors


@pytest.mark.parametrize(
    "work",
    [
        "async def work():\n    for _ in range(8):\n        time.sleep(0.3)\n        await asyncio.sleep(0)\n",
        "def stalls():\n    return time.monotonic() % 0.5 > 0.25\nasync def work():\n    await asyncio.sleep(2)\n",
        "import pdb\nasync def work():\n    time.sleep(2)\n",
    ],
    ids=["busy", "something ends", "debugger"],
)
def test_what_is_alive_is_left_alone(work: str) -> None:
    assert ended(work) == (0, "")


def test_a_process_that_was_stopped_goes_on() -> None:
    with process(
        "async def work():\n"
        "    print('begun', flush=True)\n"
        "    await asyncio.to_thread(sys.stdin.readline)\n"
        "    await asyncio.sleep(0.3)\n"
    ) as running:
        try:
            assert running.stdout is not None
            assert running.stdin is not None
            assert running.stdout.readline() == "begun\n"
            running.send_signal(signal.SIGSTOP)
            with pytest.raises(subprocess.TimeoutExpired):
                running.wait(2)  # twice as long as the loop may stand still
            running.send_signal(signal.SIGCONT)
            said, errors = running.communicate("go on\n", timeout=60)
        finally:
            running.kill()
    assert (running.returncode, said, errors) == (0, "ended by itself\n", "")


def test_progress_is_that_one_of_those_under_way_has_ended() -> None:
    looks = iter([(), ("a",), ("a", "b"), ("a", "b", "c"), ("b", "c"), ("b", "c"), ()])
    progress = Progress(lambda: next(looks))
    assert [progress.none() for _ in range(7)] == [False, True, True, True, False, True, False]

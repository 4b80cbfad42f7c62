"""``onrecord-bot`` as a process of its own, against a stand-in for Discord on this machine."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.settings import settings_table
from index import open_library
from tests.bot.discord_server import TOKEN, DiscordServer, discord_server
from tests.bot.processes import DRIVER, environment, run, start, sync
from tests.forks import Forks

LOADED = """
import sys
from contextlib import suppress
from bot.__main__ import main
with suppress(SystemExit):
    main()
print(*sys.modules)
"""


@pytest.fixture
def server() -> Iterator[DiscordServer]:
    with discord_server() as running:
        yield running


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_bot_cleanly(
    forks: Forks, server: DiscordServer, tmp_path: Path, number: signal.Signals
) -> None:
    with start(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN) as process:
        try:
            assert server.identified.wait(60)
            process.send_signal(number)
            _, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert TOKEN not in errors
    assert server.left.wait(10)
    assert server.close_code in {1000, 4000}  # a close frame, whichever of discord.py's; not a dropped line
    assert {command["name"] for command in server.commands} >= {"ask", "quotes", "people", "article", "Who said this?"}


def test_sync_looks_sends_and_is_then_content(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    looked = sync(forks, server.port, tmp_path, "--check")
    assert looked.returncode == 1
    assert "ask" in looked.stderr
    assert server.commands == []
    sent = sync(forks, server.port, tmp_path)
    assert (sent.returncode, sent.stderr) == (0, "")
    assert sent.stdout.startswith("Sent to Discord: ")
    names = {command["name"]: command for command in server.commands}
    assert names["ask"]["name_localizations"] == {"de": "fragen"}
    again = sync(forks, server.port, tmp_path)
    assert again.stdout == "Discord has all commands as they are here.\n"
    assert sync(forks, server.port, tmp_path, "--check").returncode == 0


def test_the_preview_serves_the_bot_in_a_browser_until_it_is_interrupted(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-W", "ignore", "-m", "bot", "preview"],
        env=environment(tmp_path),
        cwd=tmp_path,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert address is not None, line or process.communicate(timeout=60)
            with urllib.request.urlopen(address[0], timeout=30) as page:  # noqa: S310 -- this machine
                assert page.status == 200
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "Traceback" not in errors


def test_a_preview_whose_port_is_taken_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "bot", "preview", "--port", port],
            env=environment(tmp_path),
            cwd=tmp_path,
            text=True,
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"--port: port {port} of this machine cannot be had (")
    assert done.stderr.endswith("); give another, or none.\n")
    assert done.stderr.count("\n") == 1


def test_a_wrong_token_is_one_clear_line(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    with start(forks, server.port, tmp_path, ONRECORD_TOKEN=f"not-{TOKEN}", ONRECORD_LOG_LEVEL="ERROR") as process:
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.startswith("ONRECORD_TOKEN: Discord does not know this token")
    assert (output, errors.count("\n")) == ("", 1)


def test_an_unreachable_discord_is_one_clear_line(forks: Forks, tmp_path: Path) -> None:
    with discord_server() as gone:
        port = gone.port
    with start(forks, port, tmp_path, ONRECORD_TOKEN=TOKEN, ONRECORD_LOG_LEVEL="ERROR") as process:
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert errors.startswith("Discord cannot be reached: ")
    assert errors.count("\n") == 1


def test_settings_that_cannot_be_used_are_one_line_each(forks: Forks, tmp_path: Path) -> None:
    done = run(forks, tmp_path, ONRECORD_LOG_LEVEL="loud")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == [
        "ONRECORD_TOKEN",
        "ONRECORD_LOG_LEVEL",
    ]


def test_check_says_that_all_is_fine(forks: Forks, tmp_path: Path) -> None:
    done = run(forks, tmp_path, "check", ONRECORD_TOKEN=TOKEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "there is no database yet" in done.stdout
    assert list(tmp_path.iterdir()) == []
    open_library(tmp_path / "onrecord.db").close()
    assert "Settings and database are fine" in run(forks, tmp_path, "check", ONRECORD_TOKEN=TOKEN).stdout


def test_check_names_a_database_that_cannot_be_used(forks: Forks, tmp_path: Path) -> None:
    (tmp_path / "onrecord.db").write_bytes(b"this is no database" * 100)
    done = run(forks, tmp_path, "check", ONRECORD_TOKEN=TOKEN)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_help_lists_commands_and_every_setting(forks: Forks, tmp_path: Path) -> None:
    done = run(forks, tmp_path, "-h")
    assert done.returncode == 0
    assert "check" in done.stdout
    assert all(row.name in done.stdout for row in settings_table())


def test_version(forks: Forks, tmp_path: Path) -> None:
    assert version("onrecord") in run(forks, tmp_path, "--version").stdout


@pytest.mark.parametrize("asked", ["--version", "--help", "check"])
def test_an_output_that_takes_nothing_is_told_on_a_line(tmp_path: Path, asked: str) -> None:
    line = f"{sys.executable} -W ignore -m bot {asked} > /dev/full"
    own = environment(tmp_path, ONRECORD_TOKEN=TOKEN, PYTHONUNBUFFERED="")  # so that what is written waits, as ever
    done = subprocess.run(["bash", "-c", line], env=own, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        3,
        "error: what was to be written could not be (No space left on device).\n",
    )


@pytest.mark.parametrize("asked", ["--version", "--help", "check"])
def test_a_reader_that_has_gone_is_no_failure(tmp_path: Path, asked: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", asked],
        env=environment(tmp_path, ONRECORD_TOKEN=TOKEN),
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("settings", "code"), [({"ONRECORD_TOKEN": TOKEN}, 1), ({}, 2)])
def test_where_nothing_can_be_said_the_exit_code_still_tells(
    tmp_path: Path, settings: dict[str, str], code: int
) -> None:
    line = f"{sys.executable} -W ignore -m bot health > /dev/full 2> /dev/full"
    own = environment(tmp_path, **settings)
    assert subprocess.run(["bash", "-c", line], env=own, cwd=tmp_path, check=False).returncode == code


def test_the_bot_runs_without_a_standard_output(server: DiscordServer, tmp_path: Path) -> None:
    line = f"exec {sys.executable} -W ignore -c '{DRIVER}' {server.port} >&-"
    own = environment(tmp_path, ONRECORD_TOKEN=TOKEN)
    with subprocess.Popen(["bash", "-c", line], env=own, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        try:
            assert server.identified.wait(60)
            process.terminate()
            assert process.wait(60) == 0
        finally:
            process.kill()


def test_asking_how_the_bot_is_loads_neither_it_nor_what_answers_questions(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOADED, "health"],
        env=environment(tmp_path, ONRECORD_TOKEN=TOKEN),
        cwd=tmp_path,
        text=True,
        capture_output=True,
        check=True,
    )
    assert "nobody listens" in told.stderr
    assert not {"discord", "aiohttp", "numpy", "bot.app", "index.library", "nltk", "rich"} & {*told.stdout.split()}

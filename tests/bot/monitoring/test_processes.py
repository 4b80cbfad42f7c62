"""The log, the figures and the health check of a bot that runs as a process of its own."""

import json
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bot.discord_server import TOKEN, DiscordServer, discord_server
from tests.bot.monitoring.figures import figures_in
from tests.bot.processes import run, start
from tests.forks import Forks, Program


@pytest.fixture
def server() -> Iterator[DiscordServer]:
    with discord_server() as running:
        yield running


@contextmanager
def running_bot(forks: Forks, port: int, folder: Path, **settings: str) -> Iterator[Program]:
    """Run a bot against the stand-in at `port`, with nothing in its way but its log."""
    with start(forks, port, folder, **({"ONRECORD_TOKEN": TOKEN} | settings)) as process:
        yield process


def lines_until(process: Program, words: str) -> list[str]:
    """Read the log up to the line that has `words`."""
    lines: list[str] = []
    for line in process.stderr:
        lines.append(line)
        if words in line:
            return lines
    pytest.fail(f"the log ended without {words}: {lines}")


def _health(forks: Forks, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return run(forks, folder, "health", ONRECORD_TOKEN=TOKEN, **settings)


def test_a_bot_is_well_once_it_is_connected_and_after_it_was_killed(
    forks: Forks, server: DiscordServer, tmp_path: Path
) -> None:
    before = _health(forks, tmp_path)
    assert (before.returncode, before.stdout) == (1, "")
    assert before.stderr.startswith("No bot of these settings is running")
    with running_bot(forks, server.port, tmp_path, ONRECORD_LOG_FORMAT="json", ONRECORD_METRICS_PORT="0") as process:
        log = [json.loads(line) for line in lines_until(process, "Ready as")]
        well = _health(forks, tmp_path)
        assert (well.returncode, well.stderr) == (0, "")
        assert well.stdout.startswith("Connected to Discord; a question over the samples was answered in ")
        (link,) = [r["message"].split()[-1] for r in log if "Figures for Prometheus" in r["message"]]
        with urllib.request.urlopen(link, timeout=30) as page:  # noqa: S310 -- this machine
            found = figures_in(page.read().decode())
        assert found["onrecord_gateway_ready"] == 1
        assert found["onrecord_event_loop_lag_seconds_count"] >= 1
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    assert "nobody listens" in _health(forks, tmp_path).stderr
    with running_bot(forks, server.port, tmp_path) as process:
        lines_until(process, "Ready as")
        assert _health(forks, tmp_path).returncode == 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert "nobody listens" in _health(forks, tmp_path).stderr


def test_a_bot_that_discord_keeps_waiting_is_not_well(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    server.silent = True
    path = tmp_path / "run" / "health.sock"
    with running_bot(forks, server.port, tmp_path, ONRECORD_HEALTH_SOCKET=str(path)):
        assert server.identified.wait(60)
        asked = _health(forks, tmp_path, ONRECORD_HEALTH_SOCKET=str(path))
    assert asked.returncode == 1
    assert asked.stderr.startswith("The bot is not connected to Discord yet, ")
    assert asked.stderr.count("\n") == 1


def test_a_start_that_fails_is_a_record_where_the_log_is_json(
    forks: Forks, server: DiscordServer, tmp_path: Path
) -> None:
    settings = {"ONRECORD_LOG_FORMAT": "JSON", "ONRECORD_LOG_LEVEL": "ERROR", "ONRECORD_TOKEN": f"not-{TOKEN}"}
    with running_bot(forks, server.port, tmp_path, **settings) as process:
        (line,) = process.stderr.read().splitlines()
        assert process.wait(60) == 2
    record = json.loads(line)
    assert record["level"] == "CRITICAL"
    assert record["message"].startswith("ONRECORD_TOKEN: Discord does not know this token")


def test_a_port_that_is_taken_is_one_clear_line(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with running_bot(
            forks, server.port, tmp_path, ONRECORD_METRICS_PORT=port, ONRECORD_LOG_LEVEL="ERROR"
        ) as process:
            said = process.stderr.read()
            assert process.wait(60) == 3
    assert said.startswith(f"ONRECORD_METRICS_PORT: port {port} of 127.0.0.1 cannot be had")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ONRECORD_METRICS_PORT", "70000", "ONRECORD_METRICS_PORT: "),
        ("ONRECORD_METRICS_HOST", "everywhere", "ONRECORD_METRICS_HOST: this is no IP address"),
        ("ONRECORD_LOG_FORMAT", "xml", "ONRECORD_LOG_FORMAT: must be text or json"),
    ],
)
def test_settings_that_cannot_be_used_are_named(forks: Forks, tmp_path: Path, name: str, value: str, said: str) -> None:
    done = run(forks, tmp_path, "check", ONRECORD_TOKEN=TOKEN, **{name: value})
    assert done.returncode == 2
    assert done.stderr.startswith(said)

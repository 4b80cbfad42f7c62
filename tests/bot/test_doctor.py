"""The bot's part of ``onrecord doctor``, as a process that asks the stand-in for Discord."""

import json
import signal
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import discord
import pytest

from bot.context.preferences import community_of
from index import open_library
from index.store import Store
from tests.bot.discord_server import APPLICATION, TOKEN, DiscordServer, Guild, discord_server
from tests.bot.processes import environment, run, start, sync
from tests.forks import ROOT, Forks

Found = dict[str, dict[str, str]]

DRIVER = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import discord.http
discord.http.Route.BASE = f"http://127.0.0.1:{sys.argv.pop(1)}/api"
from index.cli import main
main()
"""
ALL = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    attach_files=True,
).value

THREADS = discord.Permissions(create_public_threads=True).value


@pytest.fixture
def server() -> Iterator[DiscordServer]:
    with discord_server() as running:
        yield running


def doctor(forks: Forks, port: int, folder: Path, **settings: str) -> tuple[subprocess.CompletedProcess[str], Found]:
    """Run ``onrecord doctor --json`` with the entry points that pyproject.toml has, however this was installed."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    metadata = folder / "site" / f"onrecord-{version('onrecord')}.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: onrecord\nVersion: {version('onrecord')}\n")
    lines = [f"[{group}]\n" + "".join(f"{name} = {at}\n" for name, at in its.items()) for group, its in points.items()]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    arguments = (str(metadata.parent), str(port), "doctor", "--json")
    own = environment(folder, **settings)
    done = forks.run(DRIVER, *arguments, environment=own, folder=folder, seconds=240)
    return done, {shape["check"]: shape for shape in map(json.loads, done.stdout.splitlines())}


def until_said(forks: Forks, check: str, verdict: str, port: int, folder: Path, settings: dict[str, str]) -> bool:
    """Ask until the check has that verdict, as it has once the bot is ready; a few times at most."""
    return any(doctor(forks, port, folder, **settings)[1][check]["verdict"] == verdict for _ in range(20))


def test_all_is_well_with_a_bot_as_it_should_be(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    server.guilds = {"7": Guild("Newsroom", {"70": ALL}, (("70", 0), ("70", 0)))}
    assert sync(forks, server.port, tmp_path).returncode == 0
    done, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN)
    assert done.returncode == 0
    assert {name: shape["verdict"] for name, shape in found.items() if shape["verdict"] != "ok"} == {
        "database": "warning",
        "running bot": "skipped",
    }
    assert found["token"]["finding"].startswith("Discord knows the bot as onrecord")
    assert found["rights in Newsroom"]["finding"] == "All there in 2 channels."
    assert {"settings", "clock against Discord's", "intents", "way of commands", "commands", "servers"} <= found.keys()
    assert TOKEN not in done.stdout + done.stderr
    assert not (tmp_path / "onrecord.db").exists()


def test_what_the_running_bot_has_lost_is_told(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    path, health = tmp_path / "onrecord.db", str(tmp_path / "bot.sock")
    settings = {"ONRECORD_TOKEN": TOKEN, "ONRECORD_HEALTH_SOCKET": health}
    with start(forks, server.port, tmp_path, **settings) as process:
        try:
            assert server.identified.wait(60)
            assert until_said(forks, "running bot", "ok", server.port, tmp_path, settings)
            path.rename(tmp_path / "aside.db")
            done = run(forks, tmp_path, "health", **settings)
            assert done.returncode == 1
            assert "the database file was removed while Onrecord was running" in done.stderr
            _, found = doctor(forks, server.port, tmp_path, **settings)
            assert found["running bot"]["verdict"] == "problem"
            assert "was removed while Onrecord was running" in found["running bot"]["finding"]
            assert not path.exists()
            Store(path).close()
            _, found = doctor(forks, server.port, tmp_path, **settings)
            assert found["running bot"]["verdict"] == "ok"
        finally:
            process.send_signal(signal.SIGTERM)
            _, errors = process.communicate(timeout=60)
    assert "was removed while Onrecord was running" in errors
    assert "starting anew over what is there" in errors


def test_where_announcements_open_threads_the_bot_must_be_able_to(
    forks: Forks, server: DiscordServer, tmp_path: Path
) -> None:
    server.guilds = {"7": Guild("Newsroom", {"70": ALL}, (("70", 0), ("70", 0), ("70", 0)))}
    with open_library(tmp_path / "onrecord.db", community=community_of(7)) as library:
        for name, where in (("a", "100"), ("b", "settings"), ("c", None)):
            library.feeds.add(f"https://news.example/{name}", name, announce_in=where)
        for threads, finding in ((False, "All there in 3 channels."), (True, "Missing, of 3 channels: create public")):
            library.preferences.set("discord", json.dumps({"announcements": 101, "announce_thread": threads}))
            _, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN)
            assert found["rights in Newsroom"]["finding"].startswith(finding)
    assert found["rights in Newsroom"]["finding"].endswith("create public threads in 2.")
    server.guilds = {"7": Guild("Newsroom", {"70": ALL | THREADS}, (("70", 0), ("70", 0)))}
    _, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN)
    assert found["rights in Newsroom"]["verdict"] == "ok"


def test_everything_that_is_wrong_is_told_with_its_cure(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    send = discord.Permissions(send_messages=True).value
    view = discord.Permissions(view_channel=True).value
    history = discord.Permissions(read_message_history=True).value
    server.guilds = {
        "7": Guild("Newsroom\x1b[31m", {"70": ALL}, (("70", send), ("70", send | history), ("70", view), ("70", 0))),
        "8": Guild("Closed", {"80": ALL}, (("80", view),)),
        "9": Guild("Secret", {"90": ALL}, None),
    }
    server.about = APPLICATION | {
        "flags": discord.ApplicationFlags(gateway_message_content=True).value,
        "interactions_endpoint_url": "https://elsewhere.example/interactions",
    }
    server.date = "Sat, 14 Feb 2026 09:00:00 GMT"
    done, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN)
    assert done.returncode == 1
    verdicts = {name: shape["verdict"] for name, shape in found.items()}
    assert verdicts["clock against Discord's"] == "problem"
    assert verdicts["way of commands"] == "problem"
    assert verdicts["commands"] == "warning"
    assert found["commands"]["cure"] == "Send them: onrecord-bot sync"
    assert "message content" in found["intents"]["finding"]
    assert found["rights in Newsroom\x1b[31m"]["verdict"] == "warning"
    assert found["rights in Newsroom\x1b[31m"]["finding"] == (
        "Missing, of 4 channels: view channel in 1, send messages in 2, read message history in 1, attach files in 2."
    )
    assert verdicts["rights in Closed"] == "problem"
    assert verdicts["rights in Secret"] == "skipped"
    assert all(shape["cure"] for shape in found.values() if shape["verdict"] in {"warning", "problem"})
    assert server.commands == []


def test_without_a_token_discord_is_not_asked(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    done, found = doctor(forks, server.port, tmp_path)
    assert done.returncode == 0
    assert found["token"]["verdict"] == "skipped"
    assert "ONRECORD_TOKEN is not set" in found["token"]["finding"]
    assert "commands" not in found


def test_a_wrong_token_is_a_problem_and_is_not_shown(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    done, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=f"other-{TOKEN}")
    assert done.returncode == 1
    assert found["token"]["verdict"] == "problem"
    assert TOKEN not in done.stdout + done.stderr


def test_settings_that_cannot_be_used_are_problems(forks: Forks, server: DiscordServer, tmp_path: Path) -> None:
    done, found = doctor(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN, ONRECORD_LOG_LEVEL="loud")
    assert done.returncode == 1
    assert found["setting ONRECORD_LOG_LEVEL"]["verdict"] == "problem"


def test_an_unreachable_discord_is_a_problem(forks: Forks, tmp_path: Path) -> None:
    with discord_server() as gone:
        port = gone.port
    done, found = doctor(forks, port, tmp_path, ONRECORD_TOKEN=TOKEN)
    assert done.returncode == 1
    assert "cannot be reached" in found["Discord"]["finding"]
    assert "Traceback" not in done.stderr

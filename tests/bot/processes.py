"""``onrecord-bot`` as a process of its own that takes a stand-in on this machine for Discord."""

import os
import subprocess
import sys
from pathlib import Path

from tests.bot.discord_server import TOKEN

ROOT = Path(__file__).parents[2]

DRIVER = """
import sys
from yarl import URL
import discord.http, discord.gateway
port = sys.argv.pop(1)
discord.http.Route.BASE = f"http://127.0.0.1:{port}/api"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://127.0.0.1:{port}/gateway/")
from bot.__main__ import main
main()
"""


def environment(tmp_path: Path, **settings: str) -> dict[str, str]:
    """A bot's environment: a database in `tmp_path`, and nothing else that a bot would see."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return kept | {"ONRECORD_DATABASE": str(tmp_path / "onrecord.db"), "PYTHONPATH": str(ROOT)} | settings


def start(port: int, tmp_path: Path, **settings: str) -> subprocess.Popen[str]:
    """Start the bot over the stand-in on that port."""
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", DRIVER, str(port)],
        env=environment(tmp_path, **settings),
        cwd=tmp_path,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(tmp_path: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the bot to its end, without a Discord."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", *arguments],
        env=environment(tmp_path, **settings),
        cwd=tmp_path,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )


def sync(port: int, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `onrecord-bot sync` over the stand-in on that port."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DRIVER, str(port), "sync", *arguments],
        env=environment(tmp_path, ONRECORD_TOKEN=TOKEN),
        cwd=tmp_path,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )

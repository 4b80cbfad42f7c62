"""``onrecord-bot`` as a process of its own that takes a stand-in on this machine for Discord."""

import os
import subprocess
from pathlib import Path

from tests.bot.discord_server import TOKEN
from tests.forks import ROOT, Forks, Program

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
MAIN = "from bot.__main__ import main; main()"


def environment(tmp_path: Path, **settings: str) -> dict[str, str]:
    """A bot's environment: a database in `tmp_path`, and nothing else that a bot would see."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return kept | {"ONRECORD_DATABASE": str(tmp_path / "onrecord.db"), "PYTHONPATH": str(ROOT)} | settings


def start(forks: Forks, port: int, tmp_path: Path, **settings: str) -> Program:
    """Start the bot over the stand-in on that port."""
    return forks.start(DRIVER, str(port), environment=environment(tmp_path, **settings), folder=tmp_path)


def run(forks: Forks, tmp_path: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the bot to its end, without a Discord."""
    return forks.run(MAIN, *arguments, environment=environment(tmp_path, **settings), folder=tmp_path)


def sync(forks: Forks, port: int, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `onrecord-bot sync` over the stand-in on that port."""
    own = environment(tmp_path, ONRECORD_TOKEN=TOKEN)
    return forks.run(DRIVER, str(port), "sync", *arguments, environment=own, folder=tmp_path)

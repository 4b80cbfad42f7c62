"""Without the extras: all works but quote cards and PostgreSQL, and whoever wants those is told what to install."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys

for package in ("PIL", "bidi", "psycopg", "psycopg_pool"):
    sys.modules[package] = None  # as if it were not installed

from bot.app import build_bot
from bot.doctor import checks
from bot.settings import load_settings
from index import StoreError, open_library

with open_library(None) as library:
    print("draws:", build_bot(load_settings(), library, serving=False).queries.draws)
for address in ("postgresql://onrecord@127.0.0.1/onrecord", "postgres://127.0.0.1/onrecord"):
    try:
        open_library(address)
    except StoreError as error:
        print(error)
"""


def test_without_the_extras_the_bot_starts_and_says_what_postgresql_needs() -> None:
    said = subprocess.check_output(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, text=True, env={"ONRECORD_TOKEN": "token", "HOME": "/nonexistent"}
    ).splitlines()
    assert said[0] == "draws: False"
    assert all("pip install 'onrecord[postgres]'" in line for line in said[1:])
    assert len(said) == 3

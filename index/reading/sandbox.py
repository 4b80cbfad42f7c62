"""Runs the program that reads hostile files, for bounded time and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 20.0
"""How long a file is read at most."""

TOO_MUCH_WORK = "too_much_work"

_KEPT = ("PATH", "HOME", "PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


def read_confined(data: bytes, *arguments: str, seconds: float = SECONDS) -> dict[str, Any]:
    """What ``child.py`` makes of `data`, or ``{"problem": TOO_MUCH_WORK}`` if it does not come to an end.

    It gets none of our secrets, which the environment may hold.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own program, by its path
            [sys.executable, "-P", str(Path(__file__).with_name("child.py")), *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return {"problem": TOO_MUCH_WORK}
    found: dict[str, Any] = json.loads(done.stdout)
    return found

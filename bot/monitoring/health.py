"""Whether the bot is well: asked by ``onrecord-bot health`` over a local socket, which `HealthSocket` answers.

The check comes every minute and loads no more than it needs.
"""

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path

HEALTH_PATH = "/health"
"""Where the socket has it."""
POSIX_ONLY = "onrecord-bot health works on Linux and macOS only; here, ask the bot something instead."
TIMEOUT = 15.0
"""Seconds that a health check may take."""

_LONGEST = 4_096  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Health:
    """One sentence about how the bot is, whether that is well, and whether there is a bot that could be asked."""

    words: str
    well: bool = False
    answered: bool = True


async def ask_health(path: Path, timeout: float = TIMEOUT) -> Health:
    """Ask the bot at `path` how it is; whatever goes wrong with that is an answer too."""
    if sys.platform == "win32":
        return Health(POSIX_ONLY, answered=False)
    try:
        async with asyncio.timeout(timeout):
            shape = json.loads(await _asked(path))
        return Health(str(shape["words"]), well=shape["well"] is True)
    except TimeoutError:
        return Health(f"The bot did not answer within {timeout:g} seconds: it is stuck. Restart it.")
    except (FileNotFoundError, ConnectionRefusedError):
        return Health(f"No bot of these settings is running: nobody listens at {path}.", answered=False)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Health(f"{path} does not answer as a bot does: {error or 'it said nothing'}")


if sys.platform != "win32":

    async def _asked(path: Path) -> bytes:
        """What the bot at `path` answers, by HTTP/1.0 (RFC 1945): the line is closed behind it."""
        reader, writer = await asyncio.open_unix_connection(path)
        try:
            writer.write(f"GET {HEALTH_PATH} HTTP/1.0\r\n\r\n".encode())
            answer = b""
            while len(answer) < _LONGEST and (more := await reader.read(_LONGEST)):
                answer += more
        finally:
            writer.close()
        return answer.partition(b"\r\n\r\n")[2]

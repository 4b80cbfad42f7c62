"""Whether the bot is well: asked by ``onrecord-bot health`` over a local socket, answered by the running bot.

POSIX only: the socket is a file that its owner alone may use. A lock beside it, which dies with its process, tells a
socket that a killed bot left behind from one that another bot is using.
"""

import asyncio
import contextlib
import hashlib
import json
import logging
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bot.settings import Settings

if sys.platform != "win32":
    import fcntl

log = logging.getLogger(__name__)

POSIX_ONLY = "onrecord-bot health works on Linux and macOS only; here, ask the bot something instead."
TIMEOUT = 15.0
"""Seconds that a health check may take."""

_LONGEST = 4_096  # bytes of an answer
_LONGEST_PATH = 100  # bytes; what a socket's address holds on every POSIX system


@dataclass(frozen=True, slots=True)
class Health:
    """One sentence about how the bot is, and whether that is well."""

    words: str
    well: bool = False


def socket_of(settings: Settings) -> Path:
    """Where the bot of `settings` is asked: where they say, else in the temporary directory, by the user, the database
    and the shards, so that several bots on one machine have one each."""
    if settings.health_socket is not None:
        return settings.health_socket
    user = os.getuid() if sys.platform != "win32" else 0
    database = settings.database if isinstance(settings.database, str) else str(settings.database.absolute())
    served = f"{settings.shards.ids} of {settings.shards.count} over {database}"
    name = hashlib.sha256(os.fsencode(served)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"onrecord-{user}" / f"{name}.sock"


def ask_health(path: Path, timeout: float = TIMEOUT) -> Health:
    """Ask the bot at `path` how it is; whatever goes wrong with that is an answer too."""
    if sys.platform == "win32":
        return Health(POSIX_ONLY)
    until = monotonic() + timeout
    said = b""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(timeout)
            line.connect(str(path))
            while len(said) < _LONGEST and (part := line.recv(_LONGEST)):
                said += part
                line.settimeout(max(0.001, until - monotonic()))
        shape = json.loads(said)
        return Health(str(shape["words"]), well=shape["well"] is True)
    except (FileNotFoundError, ConnectionRefusedError):
        return Health(f"No bot of these settings is running: nobody listens at {path}.")
    except TimeoutError:
        return Health(f"The bot did not answer within {timeout:g} seconds: it is stuck. Restart it.")
    except (OSError, ValueError, KeyError, TypeError) as error:
        return Health(f"{path} does not answer as a bot does: {error or 'it said nothing'}")


class HealthSocket:
    """Answers health checks at `path` between `start` and `close`; checks that come together share one look.

    Parameters
    ----------
    look : callable
        Looks how the bot is. It must come to an end by itself.
    """

    def __init__(self, path: Path, look: Callable[[], Awaitable[Health]]) -> None:
        self._path = path
        self._look = look
        self._looking: asyncio.Future[Health] | None = None
        self._lock: int | None = None
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Begin to answer. Where that is impossible the bot runs all the same, and the log says why."""
        if sys.platform == "win32":
            log.debug(POSIX_ONLY)
            return
        try:
            _make_private(self._path.parent)
            self._lock = _locked(self._path.with_suffix(".lock"))
            self._server = await asyncio.start_unix_server(self._answer, sock=_listening(self._path))
        except BlockingIOError:
            log.warning(
                "Another bot answers health checks at %s; give this one its own ONRECORD_HEALTH_SOCKET", self._path
            )
        except OSError as error:
            log.warning("No health checks: %s cannot be used (%s); set ONRECORD_HEALTH_SOCKET", self._path, error)

    async def close(self) -> None:
        """Stop answering, and take the socket away."""
        if self._server is not None:
            self._server.close()
            self._path.unlink(missing_ok=True)
        if self._looking is not None:
            self._looking.cancel()
        if self._lock is not None:
            self._path.with_suffix(".lock").unlink(missing_ok=True)
            os.close(self._lock)

    async def _answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, TimeoutError, asyncio.CancelledError), contextlib.closing(writer):
            if self._looking is None or self._looking.done():
                self._looking = asyncio.ensure_future(self._look())
            health = await asyncio.shield(self._looking)
            writer.write(json.dumps({"well": health.well, "words": health.words}).encode() + b"\n")
            async with asyncio.timeout(TIMEOUT):
                await writer.drain()


if sys.platform != "win32":

    def _make_private(directory: Path) -> None:
        """Make the directory, for this user alone, or see that nobody else can put anything in its place.

        Raises
        ------
        OSError
            If it is another user's.
        """
        with contextlib.suppress(FileExistsError):
            directory.mkdir(mode=0o700, parents=True)
        found = directory.lstat()
        if stat.S_ISLNK(found.st_mode) or found.st_uid not in (os.getuid(), 0):
            raise PermissionError(f"{directory} is not this user's own directory")

    def _locked(path: Path) -> int:
        """Lock the file at `path`, made if need be, for as long as this process lives.

        Raises
        ------
        BlockingIOError
            If another process has it.
        """
        while True:
            lock = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                with contextlib.suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(lock), path.stat()):
                        return lock
            except OSError:
                os.close(lock)
                raise
            os.close(lock)  # its last owner took the file away in between

    def _listening(path: Path) -> socket.socket:
        """Listen at `path`, in place of what a killed bot left there; the caller holds the lock.

        Raises
        ------
        OSError
            If something else is there, or the path is too long.
        """
        if len(os.fsencode(path)) > _LONGEST_PATH:
            raise OSError(f"the path is longer than {_LONGEST_PATH} bytes")
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISSOCK(path.lstat().st_mode):
                raise FileExistsError("something else is there")
            path.unlink()
        listening = socket.socket(socket.AF_UNIX)
        try:
            with contextlib.suppress(OSError):  # Linux takes the mode from here, so that there is no moment without
                os.fchmod(listening.fileno(), 0o600)
            listening.bind(str(path))
            path.chmod(0o600)
            listening.listen()
        except OSError:
            listening.close()
            raise
        return listening

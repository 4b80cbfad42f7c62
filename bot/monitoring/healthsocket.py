"""The socket at which the running bot tells how it is.

POSIX only: the socket is a file that its owner alone may use.
"""

import asyncio
import contextlib
import logging
import os
import socket
import stat
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path

from aiohttp import web

from bot.monitoring.health import HEALTH_PATH, POSIX_ONLY, Health

log = logging.getLogger(__name__)

_LAST_WORDS = 0.5  # seconds that an answer under way has when the bot stops


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
        app = web.Application()
        app.router.add_get(HEALTH_PATH, self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LAST_WORDS)
        self._listens = False

    async def start(self) -> None:
        """Begin to answer. Where that is impossible the bot runs all the same, and the log says why."""
        if sys.platform == "win32":
            log.debug(POSIX_ONLY)
            return
        await self._runner.setup()
        try:
            _make_private(self._path.parent)
            if _answered(self._path):
                log.warning(
                    "Another bot answers health checks at %s; give this one its own ONRECORD_HEALTH_SOCKET", self._path
                )
                return
            await web.UnixSite(self._runner, self._path).start()  # in place of what a killed bot left there
            self._listens = True
            self._path.chmod(0o600)
        except OSError as error:
            log.warning("No health checks: %s cannot be used (%s); set ONRECORD_HEALTH_SOCKET", self._path, error)

    async def close(self) -> None:
        """Stop answering, and take the socket away."""
        if self._looking is not None:
            self._looking.cancel()
        await self._runner.cleanup()
        if self._listens:
            self._path.unlink(missing_ok=True)

    async def _answer(self, _: web.Request) -> web.Response:
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(self._look())
        return web.json_response(asdict(await asyncio.shield(self._looking)))


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

    def _answered(path: Path) -> bool:
        """Whether somebody listens at the socket `path`, who may be too busy to say so."""
        with socket.socket(socket.AF_UNIX) as line:
            line.setblocking(False)  # noqa: FBT003
            try:
                line.connect(str(path))
            except (FileNotFoundError, ConnectionRefusedError):
                return False
            except BlockingIOError:
                pass
            return True

"""The confined child: what came from outside is parsed in processes of their own, for bounded time and memory."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any, Literal
from weakref import finalize

log = logging.getLogger(__name__)

Kind = Literal["html", "pdf", "docx", "odt", "epub", "mail", "zip", "feed", "robots"]

SECONDS = 20.0
"""How long a document is read at most."""

TOO_MUCH_WORK = "too_much_work"
"""The problem of a document that does not come to an end, or brings its reader down."""

BUSY = "busy"
"""The problem of a document that cannot be read just now: too many others are, or the system has no means left."""

BUSY_REASON = "too much is being read; try again in a minute"
"""The same in words."""

_ROBOTS_SECONDS = 5.0
_PATIENCE = 60.0  # seconds that a place is waited for
_START = 30.0  # seconds in which a child has loaded the parsers
_LONGEST = 32_000_000  # bytes of an answer
_ORDER = 32  # bytes
_PIECE = 1 << 16
_CHILD = Path(__file__).with_name("child.py")
_KEPT = ("PATH", "HOME", "PYTHONHOME", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")
_FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds")


@dataclass(frozen=True, slots=True)
class _Child:
    """The program that forks a reader for each document, and the socket on which it takes orders."""

    process: subprocess.Popen[bytes]
    orders: socket.socket

    def gone(self) -> bool:
        """Whether it has ended; it never says anything, so that all there can be to read is the end."""
        try:
            return not self.orders.recv(1)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def end(self) -> None:
        """End it and its readers."""
        self.orders.close()
        if self.process.returncode is None:  # nobody else can have its number yet
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Sandbox:
    """Has documents parsed where they can do no harm; nothing is started before the first, and `close` ends it all.

    One is enough for a program, and may be used from several threads. A document is read by a process that can open
    neither file nor socket, has none of our secrets, may take 250 MB of memory (a robots.txt 60 MB), and ends with the
    document. What it brings down is itself.

    Parameters
    ----------
    seconds : float
        How long a document is read at most; a robots.txt no longer than 5 s.
    places : int
        How many documents are read at a time; as many robots.txt beside them.
    """

    def __init__(self, *, seconds: float = SECONDS, places: int = 2) -> None:
        self._seconds = seconds
        self._documents = BoundedSemaphore(places)
        self._robots = BoundedSemaphore(places)
        self._lock = Lock()
        self._child: _Child | None = None
        self._closed = False

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what is being read, and read nothing more."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                self._child.end()
                self._child = None

    def read(self, kind: Kind, data: bytes, *more: str) -> dict[str, Any]:
        """What the reader of that kind makes of `data`: see ``parsers``.

        Returns
        -------
        dict
            With "problem" in it where nothing can be made of it; `TOO_MUCH_WORK` if its reader did not come to an end,
            `BUSY` if it did not begin.
        """
        places, seconds = self._documents, self._seconds
        if kind == "robots":
            places, seconds = self._robots, min(seconds, _ROBOTS_SECONDS)
        asked = json.dumps([kind, *more]).encode() + b"\n" + data
        if not places.acquire(timeout=_PATIENCE):
            return {"problem": BUSY}
        try:
            answer = self._forked(kind, asked, seconds) if _FORKS else _alone(kind, asked, seconds)
        except OSError:
            log.exception("The program that reads documents cannot be started")
            return {"problem": BUSY}
        finally:
            places.release()
        if answer is None:
            return {"problem": BUSY}
        try:
            found = json.loads(answer)
        except (ValueError, RecursionError):
            found = None
        return found if isinstance(found, dict) else {"problem": TOO_MUCH_WORK}

    def _forked(self, kind: Kind, asked: bytes, seconds: float) -> bytes | None:
        """The answer of a reader that was forked for this document, "" if it gave none; None if this is closed."""
        for _ in range(2):  # anew if it was not the document that ended the child
            ours, theirs = socket.socketpair()
            with ours:
                with theirs:
                    child = self._order(f"{seconds} {kind}", theirs)
                if child is None:
                    return None
                try:
                    answer = _exchange(ours, asked, time.monotonic() + seconds + _START)
                except TimeoutError:
                    log.error("The program that reads documents stands still, and is ended")  # noqa: TRY400
                    child.end()
                    return b""
            if answer or not child.gone():
                return answer
        return None if self._closed else b""

    def _order(self, words: str, document: socket.socket) -> _Child | None:
        """Have `document` read by the child, which is started where there is none; None if it is closed."""
        with self._lock:
            if self._closed:
                return None
            if self._child is not None and self._child.gone():
                log.warning("The program that reads documents has ended, and is started anew")
                self._child.end()
                self._child = None
            if self._child is None:
                self._child = _started()
                finalize(self, self._child.end)  # where nobody closes this
            socket.send_fds(self._child.orders, [words.encode().ljust(_ORDER)], [document.fileno()])
            return self._child


def _started() -> _Child:
    """A child of no documents yet, in a session of its own, so that it and all its readers can be ended together."""
    ours, theirs = socket.socketpair()
    ours.settimeout(0)
    with theirs:
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program, by its path
                [sys.executable, "-P", str(_CHILD)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
            )
        except BaseException:
            ours.close()
            raise
    return _Child(process, ours)


def _exchange(reader: socket.socket, asked: bytes, end: float) -> bytes:
    """Send a document, and receive the answer; "" if the reader ends before, or says too much.

    Raises
    ------
    TimeoutError
        If that is not done at `end`, of the monotonic clock.
    """
    answer = bytearray()
    try:
        reader.settimeout(max(end - time.monotonic(), 0.001))
        reader.sendall(asked)
        reader.shutdown(socket.SHUT_WR)
        while len(answer) <= _LONGEST:
            reader.settimeout(max(end - time.monotonic(), 0.001))
            piece = reader.recv(_PIECE)
            if not piece:
                return bytes(answer)
            answer += piece
    except TimeoutError:
        raise
    except OSError:  # it has ended before it heard all
        pass
    return b""


def _alone(kind: Kind, asked: bytes, seconds: float) -> bytes:
    """The answer of a program started for this document alone, where there are no forks."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, by its path
            [sys.executable, "-P", str(_CHILD), kind, str(seconds)],
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            env=_environment(),
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return b""
    return done.stdout


def _environment() -> dict[str, str]:
    """What the child needs of the environment, which holds our secrets too."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}

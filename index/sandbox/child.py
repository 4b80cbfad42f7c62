"""The confined program: reads hostile documents, each in a process of its own that can do nothing else, and then ends.

``child.py`` is given orders on its standard input, a socket: 32 bytes of words, how many seconds and which kind, with
the descriptor of another socket, from which the document comes and to which the answer goes. For each order it forks,
so that no document waits for the parsers to load, and none sees another. It ends with whoever ordered. Where there are
no forks, ``child.py KIND SECONDS`` reads one document from its standard input.

It is run by its path, and imports nothing of ours but what stands beside it.
"""

import contextlib
import gc
import importlib.machinery
import importlib.util
import json
import logging
import os
import select
import signal
import socket
import sys
import time
import warnings
from pathlib import Path
from types import ModuleType

_ORDER = 32  # bytes
_MEMORY = 250_000_000
_LITTLE_MEMORY = {"robots": 60_000_000}
"""Bytes that reading a document may take, beside what the parsers themselves do; and less for some kinds."""


def main() -> None:
    """Take orders, or read one document."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    parsers = _parsers()
    if len(sys.argv) > 1:
        kind, seconds = sys.argv[1:]
        parsers.warm(kind)
        _confine(kind, float(seconds))
        sys.stdout.buffer.write(_answer(parsers, sys.stdin.buffer.read()))
    else:
        _prefer_to_be_ended()
        with socket.socket(fileno=0) as orders:
            _serve(orders, parsers)


def _parsers() -> ModuleType:
    """The parsers, a package loaded by its path."""
    spec = importlib.util.spec_from_file_location("parsers", Path(__file__).with_name("parsers") / "__init__.py")
    if spec is None or spec.loader is None:
        raise ImportError("the parsers are not beside child.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["parsers"] = module
    spec.loader.exec_module(module)
    return module


def _serve(orders: socket.socket, parsers: ModuleType) -> None:
    """Fork for each order, and end the forks that overrun, until nobody orders any more."""
    ends: dict[int, float] = {}  # when each fork has to be done
    warm: set[str] = set()
    while True:
        wait = max(min(ends.values()) - time.monotonic(), 0.0) if ends else None
        ordered, _, _ = select.select([orders], [], [], wait)
        _reap(ends)
        if not ordered:
            continue
        order, descriptors, _, _ = socket.recv_fds(orders, _ORDER, 1)
        if not order:
            break
        seconds, kind = order.decode().split()
        if kind not in warm:
            parsers.warm(kind)
            warm.add(kind)
            gc.collect()
            gc.freeze()  # so that the forks share what is loaded
        with socket.socket(fileno=descriptors[0]) as document:
            fork = os.fork()
            if not fork:
                orders.close()
                _read(document, parsers, kind, float(seconds))
        ends[fork] = time.monotonic() + float(seconds)
    for fork in ends:
        os.kill(fork, signal.SIGKILL)


def _reap(ends: dict[int, float]) -> None:
    """Take note of the forks that are done, and end those that have to be."""
    for fork, end in list(ends.items()):
        if os.waitpid(fork, os.WNOHANG)[0]:
            del ends[fork]
        elif end <= time.monotonic():
            os.kill(fork, signal.SIGKILL)
            os.waitpid(fork, 0)
            del ends[fork]


def _read(document: socket.socket, parsers: ModuleType, kind: str, seconds: float) -> None:
    """Read one document, answer, and end this process, whatever happens."""
    try:
        _confine(kind, seconds)
        pieces = []
        while piece := document.recv(1 << 16):
            pieces.append(piece)
        document.sendall(_answer(parsers, b"".join(pieces)))
    finally:
        os._exit(0)


def _answer(parsers: ModuleType, asked: bytes) -> bytes:
    """The answer to a line of JSON, the kind of document and what else its reader wants, and the document behind it."""
    head, _, data = asked.partition(b"\n")
    kind, *more = json.loads(head)
    return json.dumps(parsers.read(kind, data, *more)).encode()


def _confine(kind: str, seconds: float) -> None:
    """Let the system end this process when it takes too much, and let it open nothing; where the system cannot, there
    is only the end that is put to the process from outside."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        most = _taken() + _LITTLE_MEMORY.get(kind, _MEMORY)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        processor = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
        for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC):
            resource.setrlimit(limit, (0, 0))
    # Where a folder of modules has changed meanwhile, Python would list it anew for a module that parsers only try.
    sys.meta_path[:] = [importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter]


def _taken() -> int:
    """Bytes of this process's address space, 0 where that is not told."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _prefer_to_be_ended() -> None:
    """Leave the processor to who asks, and be the first to go where memory is short."""
    os.nice(10)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


if __name__ == "__main__":
    main()

"""Programs forked from one that has loaded what they need: each is a process of its own, with its arguments,
environment, folder, signals and exit code, and spends no second on imports. What an interpreter does while it starts
is seen in processes that tests start themselves.

Run as a program, this is what they are forked from. Each byte on its standard input, a socket, comes with four
descriptors: those of a socket, from which the order comes and to which process id and exit code go, and the three that
the program has as standard input, output and error.
"""

import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[1]
_ROOMS = ("bot.__main__", "bot.daemon", "bot.doctor", "index.cli", "index.attribution")


class Program:
    """A program that runs, as `subprocess.Popen` has it; leaving its block ends it."""

    def __init__(self, told: socket.socket, stdin: int, stdout: int, stderr: int) -> None:
        self._told = told.makefile("r")
        self._socket = told
        self.stdin: IO[str] = open(stdin, "w", encoding="utf-8")  # noqa: SIM115 - closed with the block
        self.stdout: IO[str] = open(stdout, encoding="utf-8")  # noqa: SIM115
        self.stderr: IO[str] = open(stderr, encoding="utf-8")  # noqa: SIM115
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.wait()
        with suppress(BrokenPipeError):
            self.stdin.close()
        for each in (self.stdout, self.stderr, self._told, self._socket):
            each.close()

    def poll(self) -> int | None:
        """How it ended, None if it runs."""
        with suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, seconds: float | None = None) -> int:
        """Wait until it has ended; how."""
        if self.returncode is None:
            if not select.select([self._socket], [], [], seconds)[0]:
                raise subprocess.TimeoutExpired("a program", seconds or 0)
            self.returncode = int(self._told.readline())
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait until it has ended, or end it after so many seconds; what it wrote."""
        self.stdin.close()
        with ThreadPoolExecutor(2) as threads:
            written = [threads.submit(each.read) for each in (self.stdout, self.stderr)]
            try:
                self.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
        output, errors = (each.result() for each in written)
        return output, errors


class Forks:
    """Where programs are forked."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders

    def start(self, code: str, *arguments: str, environment: dict[str, str], folder: Path) -> Program:
        """Run `code` as a program, with that as all of its environment."""
        ours, theirs = socket.socketpair()
        stdin, stdout, stderr = os.pipe(), os.pipe(), os.pipe()
        given = (stdin[0], stdout[1], stderr[1])
        order = {"code": code, "arguments": arguments, "environment": environment, "folder": str(folder)}
        with theirs:
            ours.sendall(json.dumps(order).encode() + b"\n")
            socket.send_fds(self._orders, [b"+"], [theirs.fileno(), *given])
        for each in given:
            os.close(each)
        return Program(ours, stdin[1], stdout[0], stderr[0])

    def run(
        self, code: str, *arguments: str, environment: dict[str, str], folder: Path, seconds: float = 60
    ) -> "subprocess.CompletedProcess[str]":
        """Run `code` as a program to its end."""
        with self.start(code, *arguments, environment=environment, folder=folder) as program:
            output, errors = program.communicate(seconds)
        return subprocess.CompletedProcess(arguments, program.wait(), output, errors)


@contextmanager
def forks() -> Iterator[Forks]:
    """Start what programs are forked from; it and all of them end with the block."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-W", "ignore", "-m", "tests.forks"]
    with ours, subprocess.Popen(command, cwd=ROOT, stdin=theirs.fileno(), start_new_session=True):
        theirs.close()
        yield Forks(ours)
        ours.close()


def _load() -> None:
    for room in _ROOMS:
        module = importlib.import_module(room)
        for each in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{room}."):
            if each.name != "index.attribution.training":
                importlib.import_module(each.name)
    gc.collect()
    gc.freeze()
    if Path("/proc/self/task").is_dir():
        assert len([*Path("/proc/self/task").iterdir()]) == 1, "what is forked has this thread alone"


def _serve(orders: socket.socket) -> dict[str, Any] | None:
    """Fork for each order until nobody gives any more: None then, and the order in each fork."""
    woken, wakes = socket.socketpair()
    for end in (woken, wakes):
        end.setblocking(False)  # noqa: FBT003 - that's how it is called
    signal.set_wakeup_fd(wakes.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([orders, woken], [], [])
        if woken in ready:
            woken.recv(4096)
            _tell(running)
        if orders not in ready:
            continue
        ordered, descriptors, _, _ = socket.recv_fds(orders, 1, 4)
        if not ordered:
            for process in running:
                os.kill(process, signal.SIGKILL)
            return None
        told = socket.socket(fileno=descriptors[0])
        with told.makefile("rb") as lines:
            order: dict[str, Any] = json.loads(lines.readline())
        process = os.fork()
        if not process:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for number, descriptor in enumerate(descriptors[1:]):
                os.dup2(descriptor, number)
                os.close(descriptor)
            for each in (orders, woken, wakes, told, *running.values()):
                each.close()
            return order
        for descriptor in descriptors[1:]:
            os.close(descriptor)
        running[process] = told
        told.sendall(f"{process}\n".encode())


def _tell(running: dict[int, socket.socket]) -> None:
    """Tell of each program that has ended how it did."""
    with suppress(ChildProcessError):
        while True:
            process, status = os.waitpid(-1, os.WNOHANG)
            if not process:
                return
            with running.pop(process) as told, suppress(OSError):
                told.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _main() -> None:
    _load()
    with ExitStack() as until_forked:
        order = _serve(until_forked.enter_context(socket.socket(fileno=os.dup(0))))
    if order is None:
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever a shell in the background made of it
    sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115 - as they are now
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.argv[1:] = order["arguments"]
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    exec(compile(order["code"], "<program>", "exec"), {"__name__": "__main__"})  # noqa: S102 - a test's own


if __name__ == "__main__":
    _main()

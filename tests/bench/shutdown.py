"""How long the bot takes to be gone after SIGTERM, as a process of its own: ``python -m tests.bench.shutdown``."""

import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tests.bot.discord_server import TOKEN, discord_server
from tests.bot.processes import start
from tests.bot.talking import TalkingServer

SAID = "“The bridge is open,” said Maren Holt, the harbour master. She went on for a while about the tunnel. "
SMALL = (SAID + "\n\n") * 3


def idle(_: TalkingServer) -> None:
    """Nothing is under way."""


def question(server: TalkingServer) -> None:
    """A question, whose answer is awaited."""
    server.hold = "/callback"
    server.ask("Is the bridge open?")
    server.held.wait(60)
    server.release()


def files(server: TalkingServer) -> None:
    """Five files, of which the first is being read."""
    server.hold = "/files/a"
    server.add(**{name: SMALL.encode() for name in "abcde"})
    server.held.wait(60)
    server.release()


def stuck(server: TalkingServer) -> None:
    """A file that never comes."""
    server.hold = "/files/a"
    server.add(a=SMALL.encode())
    server.held.wait(60)


def huge(server: TalkingServer) -> None:
    """A file whose attribution takes minutes, after one that was added."""
    server.add(a=SMALL.encode(), b=(SAID * 16_000).encode())
    server.given.wait(60)


def measured(case: Callable[[TalkingServer], None]) -> tuple[float, int]:
    """Seconds from the signal to the end of the process, and its exit code."""
    server = TalkingServer()
    with tempfile.TemporaryDirectory() as made, discord_server(server):
        with start(server.port, Path(made), ONRECORD_TOKEN=TOKEN) as process:
            assert process.stderr is not None
            while "Ready as" not in process.stderr.readline():
                pass
            case(server)
            began = perf_counter()
            process.send_signal(signal.SIGTERM)
            _ = process.stderr.read()
            code = process.wait()
            took = perf_counter() - began
        server.release()
    return took, code


def main() -> None:
    """Print a line for each case."""
    for case in (idle, question, files, stuck, huge):
        took, code = measured(case)
        print(f"{took:5.2f} s, exit code {code}: {case.__doc__}")


if __name__ == "__main__":
    main()

"""Processes that write to a library until they are killed, forked from one that has everything loaded already.

Run as a program: each line of standard input is a task, ``add NUMBER...`` or ``import FILE``; each is done by a process
of its own, which first prints its id, then a line for each thing that is in the database for good, then ``done``.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import Article, Library, annotate, open_library, read_text

ROOT = Path(__file__).parents[2]


def article(number: int) -> Article:
    """A short article unlike all others."""
    words = f"“Pier {number} is shut,” said Rhea Olsen, a baker." + f" The gate of it is number {number}." * (
        number % 3
    )
    return read_text(words, id=f"pier-{number}", title=f"Pier {number}", url=f"https://gazette.example/{number}")


class Nursery:
    """Where the processes are forked."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._tasks, self._lines = process.stdin, process.stdout

    def start(self, task: str) -> tuple[int, Iterator[str]]:
        """The id of a process that does the task, and the lines that it prints until it ends."""
        self._tasks.write(f"{task}\n")
        self._tasks.flush()
        number = int(self._lines.readline())
        return number, iter(self._lines.readline, "ended\n")


@contextmanager
def nursery(database: Path | str) -> Iterator[Nursery]:
    """A nursery for processes that write to `database`."""
    command = [sys.executable, "-m", "tests.library.crashing", str(database)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()


def _work(library: Library, task: str, *things: str) -> None:
    if task == "import":
        with Path(things[0]).open("rb") as file:
            library.transfer.import_(file, things[0])
        return
    for thing in things:
        print(library.add(article(int(thing))).article.id, flush=True)


def _main(database: str) -> None:
    annotate(article(0))  # so that what is loaded once is loaded before
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            with open_library(database) as library:
                print(os.getpid(), flush=True)
                _work(library, *line.split())
            print("done", flush=True)
            os._exit(0)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    _main(sys.argv[1])

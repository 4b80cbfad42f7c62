"""Processes that write to a library until they are killed, forked from one that has everything loaded already.

Each line of the nursery's standard input is a task, ``add``, ``remove``, ``restore`` or ``merge NUMBER...`` or ``import
FILE``; each is done by a process of its own, which first prints its id, then a line for each thing that is in the
database for good, then ``done``.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from index import Article, Library, open_library, read_text
from tests.forks import ROOT, Forks, Program

_GIVEN = "Rhea Bram Ines Tobin Maren Piers Gudrun Silas Odile Hector Wanda Lionel Petra Edgar Thelma Rufus".split()
_FAMILIES = "Olsen Oake Quell Marsh Holt Rowan Thorne Finch Barrow Sedge Larkin Moss Tarn Vickery Greaves Pell".split()
PEOPLE = tuple(f"{given} {family}" for given, family in zip(_GIVEN, _FAMILIES, strict=True))


def article(number: int) -> Article:
    """A short article unlike all others."""
    words = f"“Pier {number} is shut,” said Rhea Olsen, a baker." + f" The gate of it is number {number}." * (
        number % 3
    )
    return read_text(words, id=f"pier-{number}", title=f"Pier {number}", url=f"https://gazette.example/{number}")


def chorus() -> Article:
    """An article in which everybody of `PEOPLE` says something."""
    words = "\n\n".join(f"“Gate {number} is shut,” said {name}." for number, name in enumerate(PEOPLE))
    return read_text(words, id="chorus", title="Gates shut")


class Nursery:
    """Where the processes are forked."""

    def __init__(self, process: Program) -> None:
        self._tasks, self._lines = process.stdin, process.stdout

    def start(self, task: str) -> tuple[int, Iterator[str]]:
        """The id of a process that does the task, and the lines that it prints until it ends."""
        self._tasks.write(f"{task}\n")
        self._tasks.flush()
        number = int(self._lines.readline())
        return number, iter(self._lines.readline, "ended\n")


@contextmanager
def nursery(forks: Forks, database: Path | str) -> Iterator[Nursery]:
    """A nursery for processes that write to `database`."""
    code = "from tests.library.crashing import main; main()"
    with forks.start(code, str(database), environment=dict(os.environ), folder=ROOT) as process:
        yield Nursery(process)
        process.stdin.close()
        assert process.wait(60) == 0, process.stderr.read()


def _work(library: Library, task: str, *things: str) -> None:
    for thing in things:
        match task:
            case "add":
                library.add(article(int(thing)))
            case "remove":
                library.removals.remove(f"pier-{thing}")
            case "restore":
                library.removals.restore(f"pier-{thing}")
            case "merge":
                library.names.merge([PEOPLE[int(thing)]], PEOPLE[0])
            case "import":
                with Path(thing).open("rb") as file:
                    library.transfer.import_(file, thing)
        print(thing, flush=True)


def _load() -> None:
    """Do everything once, so that no process is killed while it only loads."""
    file = BytesIO()
    with open_library(None) as library, open_library(None) as other:
        library.add(article(0))
        library.transfer.export(file)
        file.seek(0)
        other.transfer.import_(file, "itself")
        library.ask("Is pier 0 shut?")


def main() -> None:
    """Do the tasks on standard input."""
    _load()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            with open_library(sys.argv[1]) as library:
                print(os.getpid(), flush=True)
                _work(library, *line.split())
            print("done", flush=True)
            os._exit(0)
        os.waitpid(child, 0)
        print("ended", flush=True)

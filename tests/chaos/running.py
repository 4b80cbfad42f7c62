"""The bot's process seen from outside: its figures, its log, its memory, its children and its end."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.bot.discord_server import TOKEN

ROOT = Path(__file__).parents[2]
LAG = "onrecord_event_loop_lag_seconds"

_START = 120.0  # seconds that a start may take on a machine with much else to do
_STOP = 20.0
_PERIOD = 1.0  # seconds between two looks at the memory


@dataclass(slots=True)
class Watched:
    """What was seen of a process and those that it started.

    Attributes
    ----------
    memory : int
        Bytes of all of them at most at the same time, what they share counted once.
    children : int
        How many there were at most; `left` after the bot had ended.
    lag : dict of float to int
        How many calls waited for the event loop for up to so many seconds.
    seconds : float
        Of a processor, that the bot and its children have used.
    """

    memory: int = 0
    children: int = 0
    left: int = 0
    lag: dict[float, float] = field(default_factory=dict)
    polls: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    log: Counter[str] = field(default_factory=Counter)
    code: int | None = None
    seconds: float = 0.0


class Bot:
    """A process of the bot, from entering to leaving; its database, token and sockets are of its own."""

    def __init__(self, port: int, speed: float, database: str, directory: Path) -> None:
        self.seen = Watched()
        self.log = directory / "log"
        self._born: dict[int, str] = {}  # when each child was, for numbers are given again
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
        own = {
            "ONRECORD_TOKEN": TOKEN,
            "ONRECORD_DATABASE": database,
            "ONRECORD_METRICS_PORT": "0",
            "ONRECORD_HEALTH_SOCKET": str(directory / "health"),
            "PYTHONPATH": str(ROOT),
        }
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "tests.chaos.process", str(port), str(speed)],
                env=kept | own,
                cwd=directory,
                stdout=log,
                stderr=log,
            )

    @property
    def ended(self) -> bool:
        """Whether it has ended, which it was never asked to."""
        return self._process.poll() is not None

    async def ready(self) -> None:
        """Wait until it is connected.

        Raises
        ------
        AssertionError
            With its log, if it has ended or takes too long.
        """
        async with asyncio.timeout(_START):
            while "Ready as" not in self.log.read_text(encoding="utf-8"):
                assert not self.ended, self.log.read_text(encoding="utf-8")
                await asyncio.sleep(0.1)

    async def watch(self) -> None:
        """Look at the processes until this is cancelled."""
        while True:
            await asyncio.to_thread(self._look)
            await asyncio.sleep(_PERIOD)

    async def count(self) -> None:
        """Ask for the bot's own figures."""
        words = self.log.read_text(encoding="utf-8")
        link = words.partition("Figures for Prometheus are at ")[2].split()[0]
        async with aiohttp.ClientSession() as session, session.get(link) as answer:
            told = await answer.text()
        samples = [sample for family in text_string_to_metric_families(told) for sample in family.samples]
        before = 0.0
        for sample in samples:
            if sample.name == f"{LAG}_bucket":
                self.seen.lag[float(sample.labels["le"])] = sample.value - before
                before = sample.value
            elif sample.name == "onrecord_feed_polls_total":
                self.seen.polls[sample.labels["outcome"]] = int(sample.value)
            elif sample.name == "onrecord_articles_total":
                self.seen.articles[f"{sample.labels['source']} {sample.labels['outcome']}"] = int(sample.value)

    async def stop(self) -> None:
        """Ask it to stop as a container does, and see what is left."""
        self._look()
        if not self.ended:
            self.seen.seconds = sum(_seconds(pid) for pid in (self._process.pid, *_below(self._process.pid)))
            self._process.send_signal(signal.SIGTERM)
        try:
            self.seen.code = await asyncio.to_thread(self._process.wait, _STOP)
        except subprocess.TimeoutExpired:
            self.seen.code = None
        self.seen.left = sum(_born(pid) == born for pid, born in self._born.items())
        for line in self.log.read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split(maxsplit=3)
            if len(words) == 4 and words[1] in ("WARNING", "ERROR", "CRITICAL"):
                self.seen.log[f"{words[1]} {words[2]}"] += 1

    def kill(self) -> None:
        """End it and all its children, whatever they do."""
        self._look()
        self._process.kill()
        self._process.wait()
        for pid, born in self._born.items():
            if _born(pid) == born:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def _look(self) -> None:
        pid = self._process.pid
        born = {child: _born(child) for child in _below(pid)}
        children = {child: when for child, when in born.items() if when}
        self._born |= children
        self.seen.children = max(self.seen.children, len(children))
        self.seen.memory = max(self.seen.memory, sum(_memory(one) for one in (pid, *children)))


def _below(pid: int) -> Iterator[int]:
    """All that a process has started, and what these have."""
    try:
        tasks = [*Path(f"/proc/{pid}/task").iterdir()]
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield child
        yield from _below(child)


def _stat(pid: int) -> list[str]:
    """What the system tells of a process from its state on; nothing where there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _born(pid: int) -> str:
    """When a process that lives was started; "" of one that does not."""
    fields = _stat(pid)
    return fields[19] if fields and fields[0] not in ("Z", "X") else ""


def _memory(pid: int) -> int:
    """Bytes in memory, of what is shared with others its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _seconds(pid: int) -> float:
    """Of a processor, with what children used that have ended."""
    return sum(map(int, _stat(pid)[11:15])) / os.sysconf("SC_CLK_TCK")

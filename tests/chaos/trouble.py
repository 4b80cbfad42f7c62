"""What befalls the network between the bot and its PostgreSQL: short failures of every kind, with pauses between."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from tests.postgres import PostgresServer
from tests.proxy import Proxy

KINDS = ("swallow", "swallow answers", "hold", "delay", "cut", "frozen")
AFTERMATH = 15.0
"""Seconds after a failure in which what it began may still be felt: a silent server is given up after 12."""


class Trouble:
    """Failures one after the other until cancelled.

    Attributes
    ----------
    spells : list of (float, float)
        When each began and ended, of the machine's clock; with the aftermath.
    """

    def __init__(self, server: PostgresServer, line: Proxy, chance: Random, longest: float, pause: float) -> None:
        self.spells: list[tuple[float, float]] = []
        self.kinds: Counter[str] = Counter()
        self._server = server
        self._line = line
        self._chance = chance
        self._longest = longest
        self._pause = pause

    async def go_on(self) -> None:
        """Fail, and heal, again and again."""
        while True:
            await asyncio.sleep(self._pause * self._chance.uniform(0.5, 1.5))
            kind = self._chance.choice(KINDS)
            began = time.perf_counter()
            try:
                with self._failing(kind):
                    await asyncio.sleep(0 if kind == "cut" else self._chance.uniform(0.2, 1.0) * self._longest)
            finally:
                self.spells.append((began, time.perf_counter() + AFTERMATH))
                self.kinds[kind] += 1

    def during(self, began: float, ended: float) -> bool:
        """Whether something of that time was in a failure, or its aftermath."""
        return any(began < end and start < ended for start, end in self.spells)

    @contextmanager
    def _failing(self, kind: str) -> Iterator[None]:
        line = self._line
        if kind == "frozen":
            with self._server.frozen():
                yield
            return
        try:
            if kind == "hold":
                line.hold()
            elif kind == "delay":
                line.delay(self._chance.uniform(0.02, 0.3))
            elif kind == "cut":
                line.cut()
            else:
                line.swallow(only_answers=kind == "swallow answers")
            yield
        finally:
            line.heal()

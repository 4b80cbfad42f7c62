"""What a run found, as tables, and what was promised and is not kept, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.chaos.household import Fate, Ledger
from tests.chaos.poisons import MARK
from tests.chaos.running import Watched
from tests.chaos.servers import MENTION, Discord, Exchange, Server
from tests.chaos.trouble import Trouble

ACKNOWLEDGED = 3.0
"""Seconds in which Discord must hear that the bot has heard: later it drops the reply."""

MOST_CHILDREN = 8
"""The program that reads documents, and its forks: two for documents, two for robots.txt; two that annotate, and what
Python starts beside these to clean up after them."""

MOST_MEMORY = 900
"""Megabytes of the bot and its children, below the limit of the Compose file."""

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked of the time that things take; None where the machine has too much else to do to ask.

    Attributes
    ----------
    answer : float | None
        Seconds to the healthy server's answers, where no failure of the database disturbs them.
    late : float | None
        Seconds that the event loop may be late.
    """

    answer: float | None = None
    late: float | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found; `broken` is what matters of it."""

    discord: Discord
    healthy: Server
    ledger: Ledger
    announced: Counter[str]
    confirmed: int
    sites: Mapping[str, int]
    watched: Watched
    trouble: Trouble | None
    settled: bool
    faults: Sequence[str]
    log: str

    def broken(self, limits: Limits) -> Iterator[str]:
        """Each promise that was not kept."""
        yield from self.faults
        yield from (f"a wrong answer: {words}" for words in self._wrong())
        if not self.settled:
            yield f"not all of {self.healthy.name}'s stories were added and announced, or not all its commands answered"
        for exchange in self.discord.exchanges:
            harmless = exchange.server == self.healthy
            if (exchange.answered if harmless else exchange.acknowledged) is None and not _is_mention(exchange):
                yield f"{exchange.server.name}'s {exchange.what} was not heard of, or got no reply"
            if MARK in exchange.last and harmless:
                yield f"{self.healthy.name} saw what is not its own: {exchange.last[:200]}"
        if self.watched.code != 0:
            yield f"the bot ended with {self.watched.code}"
        if self.discord.connections != 1:
            yield f"the bot connected to Discord {self.discord.connections} times"
        if self.watched.left:
            yield f"{self.watched.left} of its children outlived it"
        if self.watched.children > MOST_CHILDREN:
            yield f"there were {self.watched.children} children at a time"
        if self.watched.memory > MOST_MEMORY * 1_000_000:
            yield f"it took {self.watched.memory / 1e6:.0f} MB"
        calm = [one.answered for one in self.ledger.asked if one.answered is not None and not self._disturbed(one)]
        if limits.answer is not None and calm and max(calm) > limits.answer:
            yield f"{self.healthy.name} waited {max(calm):.2f} s for an answer"
        heard = [one.acknowledged or 0.0 for one in self.discord.exchanges if not _is_mention(one)]
        if limits.answer is not None and max(heard, default=0.0) > ACKNOWLEDGED:
            yield f"Discord waited {max(heard):.2f} s to hear that a command was heard"
        if limits.late is not None and self._latest() > limits.late:
            yield f"the event loop was up to {1000 * self._latest():.0f} ms late"

    def tables(self) -> str:
        """All figures as Markdown."""
        watched, ledger = self.watched, self.ledger
        asked: dict[bool, list[Exchange]] = {True: [], False: []}
        for exchange in ledger.asked:
            asked[self._disturbed(exchange)].append(exchange)
        mine = [one for one in self.discord.exchanges if one.server == self.healthy]
        others = [one for one in self.discord.exchanges if one.server != self.healthy]
        fates = Counter(fate.value for fate in ledger.fates.values())
        rows = [
            ("answers to the healthy server: p50, p99, most", _spread(asked[False])),
            *([("the same while the database failed", _spread(asked[True]))] if self.trouble is not None else []),
            ("its commands heard of within 3 s", _in_time(mine)),
            ("the other server's commands heard of within 3 s", _in_time(others)),
            ("the other server's replies: p50, p99, most", _spread(others)),
            ("stories of the healthy feeds; announced", f"{len(ledger.published)}; {self.announced.total()}"),
            ("articles confirmed: there, gone, uncertain", " ".join(f"{fates[f.value]}" for f in Fate)),
            ("articles confirmed to the other server", f"{self.confirmed}"),
            ("requests to poisoned sites; sites asked", f"{sum(self.sites.values())}; {_reached(self.sites)}"),
            ("feeds polled", _counts(watched.polls)),
            ("articles by source", _counts(watched.articles)),
            ("event loop: probes, late by more than 50 ms, latest", self._lag()),
            ("memory of bot and children at most", f"{watched.memory / 1e6:.0f} MB"),
            ("children at most; left after the end", f"{watched.children}; {watched.left}"),
            ("processor time of both", f"{watched.seconds:.0f} s"),
            ("records of the log", _counts(watched.log)),
            *([("failures of the database", _counts(self.trouble.kinds))] if self.trouble is not None else []),
        ]
        return "\n".join(("| figure | value |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)))

    def _wrong(self) -> list[str]:
        """Answers without what was asked for; while the database fails, an apology is one."""
        if self.trouble is None:
            return self.ledger.wrong[:_SHOWN]
        return [words for words in self.ledger.wrong if "reference" not in words and "moment" not in words][:_SHOWN]

    def _disturbed(self, exchange: Exchange) -> bool:
        if self.trouble is None:
            return False
        return self.trouble.during(exchange.began, exchange.began + (exchange.answered or 1e9))

    def _latest(self) -> float:
        """The upper bound of the seconds that the loop was late at most."""
        return max((bound for bound, count in self.watched.lag.items() if count), default=0.0)

    def _lag(self) -> str:
        lag = self.watched.lag
        late = sum(count for bound, count in lag.items() if bound > 0.05)
        return f"{sum(lag.values()):.0f}; {late:.0f}; up to {1000 * self._latest():.0f} ms"


def _spread(exchanges: Sequence[Exchange]) -> str:
    found = sorted(exchange.answered for exchange in exchanges if exchange.answered is not None)
    if not found:
        return "none"
    middle, late = found[len(found) // 2], found[int(0.99 * len(found))]
    return f"{middle:.3f} s, {late:.3f} s, {found[-1]:.3f} s (of {len(exchanges)})"


def _is_mention(exchange: Exchange) -> bool:
    """Whether it was a message, which Discord lets a bot answer when it likes."""
    return exchange.what == MENTION


def _in_time(exchanges: Sequence[Exchange]) -> str:
    commands = [exchange for exchange in exchanges if not _is_mention(exchange)]
    heard = sum(one.acknowledged is not None and one.acknowledged < ACKNOWLEDGED for one in commands)
    return f"{heard} of {len(commands)}"


def _reached(sites: Mapping[str, int]) -> str:
    return f"{sum(map(bool, sites.values()))} of {len(sites)}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()) if count) or "none"

"""What the death of a process costs: real processes of the bot over a stand-in Discord, one killed with SIGKILL."""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

import psycopg

from bot.context.preferences import community_of
from index import open_library, read_text
from tests.bot.discord_guild import GUILD, discord_guild
from tests.bot.test_several_processes import Process, World
from tests.e2e.website import website
from tests.postgres import PostgresServer

DEATHS, ARTICLES, FEEDS = 3, 10, 45
_LOCKS = (
    "SELECT DISTINCT pid FROM pg_locks JOIN pg_stat_activity USING (pid) "
    "WHERE locktype = 'advisory' AND application_name = 'onrecord'"
)


@dataclass(frozen=True, slots=True)
class Failover:
    """Seconds, each time: from an article's being confirmed to another process's answer with it; from a process's death
    until its locks are free and until another has read a feed that is due; from a process's start until it is ready,
    and then until its first answer; for one feed of many that are due, of a site that answers at once; and
    from the database's being there again to an answer.
    """

    seen: list[float] = field(default_factory=list)
    freed: list[float] = field(default_factory=list)
    polled: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    feed: list[float] = field(default_factory=list)
    restarted: list[float] = field(default_factory=list)


def measure(postgres: PostgresServer) -> Failover:
    """Run two processes, add articles beside them, and kill one after the other while it announces something."""
    found = Failover()
    database = postgres.database()
    with (
        discord_guild() as guild,
        website() as site,
        open_library(database, community=community_of(GUILD)) as library,
        World(guild, site, database, library) as world,
        closing(psycopg.connect(postgres.url(), autocommit=True)) as connection,
    ):
        processes = {name: _started(world, name, found) for name in ("-a", "-b")}
        world.wait_for(world.settled, *processes.values())
        for number in range(ARTICLES):
            words = f"“The sluice {_NUMBERS[number]} is shut,” said Tobin Marsh, the lock keeper, on Friday."
            library.add(read_text(words, title=f"State of the sluice {_NUMBERS[number]}"))
            found.seen.append(_answered(world, "-b", f"What did Tobin Marsh say about the sluice {_NUMBERS[number]}?"))
        for number in range(DEATHS):
            died: list[float] = []
            pids: list[set[int]] = []

            def kill(name: str, died: list[float] = died, pids: list[set[int]] = pids) -> None:
                if not died:
                    pids.append(_holders(connection))
                    processes[name].kill()
                    died.append(time.perf_counter())

            guild.on_message = kill
            world.publish(f"pier {number}")
            world.wait_for(lambda died=died: bool(died), *processes.values())  # type: ignore[misc]
            found.freed.append(_until(partial(_are_free, connection, pids[0]), died[0]))
            name, survivor = next((name, process) for name, process in processes.items() if _lives(process))
            world.publish(f"quay {number}")
            began = time.perf_counter()
            survivor.wake()
            found.polled.append(_until(partial(world.has, f"quay {number}"), began))
            guild.on_message = None
            world.wait_for(world.settled, survivor)
            (dead,) = processes.keys() - {name}
            processes[dead] = _started(world, dead, found)
            found.answered.append(_answered(world, dead, f"What did Maren Holt say about the quay {number}?"))
        processes["-a"].kill()
        for number in range(FEEDS):
            site.put_feed(f"/feed-{number}", "Tides", {})
            library.feeds.add(f"{site.address}/feed-{number}", f"Tides {number}", announce_in=None)
        began = time.perf_counter()
        processes["-b"].wake()
        took = _until(lambda: all(feed.checked is not None for feed in library.feeds.list()), began)
        found.feed.append(took / FEEDS)
        for _ in range(DEATHS):
            postgres.restart()
            found.restarted.append(_answered(world, "-b", "What did Maren Holt say about the quay 0?"))
    return found


_NUMBERS = "amber birch cedar delta ember flint gorse heath inlet junco".split()


def _holders(connection: psycopg.Connection[tuple[int]]) -> set[int]:
    return {pid for (pid,) in connection.execute(_LOCKS).fetchall()}


def _are_free(connection: psycopg.Connection[tuple[int]], pids: set[int]) -> bool:
    return not pids & _holders(connection)


def _started(world: World, name: str, found: Failover) -> Process:
    began = time.perf_counter()
    process = world.start(name)
    found.ready.append(time.perf_counter() - began)
    return process


def _lives(process: Process) -> bool:
    return process.process.poll() is None


def _answered(world: World, process: str, question: str) -> float:
    """Ask, and take the time until the answer stands in the channel."""
    before = len(world.guild.messages)
    began = time.perf_counter()
    world.guild.say(process, question)
    took = _until(lambda: len(world.guild.messages) > before, began)
    answer = json.dumps(world.guild.messages[before:], ensure_ascii=False)
    if not any(word in answer for word in ("is shut", "is sound")):
        raise LookupError(question)
    return took


def _until(condition: Callable[[], bool], began: float) -> float:
    while not condition():
        if time.perf_counter() - began > 60:
            raise TimeoutError("this did not come about within a minute")
        time.sleep(0.002)
    return time.perf_counter() - began

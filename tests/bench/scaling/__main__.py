"""What many communities cost: ``python -m tests.bench.scaling [SERVERS] [--processes N] [--part PART ...]``.

Starts a PostgreSQL of its own, fills it with SERVERS communities (4,000 unless told otherwise), about as many articles
by Zipf's law, and feeds; measures one process, each figure in a fresh one; runs N processes, one after the other, that
get questions of their own servers; kills processes of the bot; and says what that means for 100,000 servers. Prints
SCALING.md's tables.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from index import PUBLIC
from index.library.feeds import Feeds
from index.store import Store
from tests.bench.scaling import failover, measuring, world
from tests.bench.scaling.tables import ms, table
from tests.postgres import PostgresServer, postgres_server

PARTS = ("database", "process", "processes", "failover")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scaling", description=__doc__)
    parser.add_argument("servers", nargs="?", type=int, default=4_000)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this; may be given again")
    wanted = parser.parse_args()
    parts = wanted.part or PARTS
    with postgres_server() as postgres, tempfile.TemporaryDirectory() as directory:
        database = postgres.database()
        with closing(Store(database)) as store:
            print(_machine(store))
            if {*parts} - {"failover"}:
                made = measuring.World(database, world.Articles(), world.servers(wanted.servers), Path(directory))
                filled = _fill(made, store)
                if "database" in parts:
                    table("what the database holds", "figure", *filled)
                    _queries(made, store)
                if "process" in parts:
                    measuring.forecasts(measuring.one_process(made))
                if "processes" in parts:
                    measuring.several_processes(made, wanted.processes)
            if "failover" in parts:
                _failover(postgres)


def _fill(made: measuring.World, store: Store) -> tuple[tuple[str, str], ...]:
    """Fill the database; rows that tell what that gave."""

    def size(what: str) -> int:
        return int(store.read(f"SELECT {what}")[0][0] or 0)

    empty = size("pg_database_size(current_database())")
    began = time.perf_counter()
    count = world.fill(store, made.articles, made.servers)
    took = time.perf_counter() - began
    total = size("pg_database_size(current_database())") - empty
    names = ("communities", "articles", "feed_items")
    servers, articles, items = (size(f"pg_total_relation_size('{name}')") for name in names)
    entries = size("count(*) FROM feed_items")
    return (
        ("servers", f"{len(made.servers):,}"),
        ("with articles", f"{sum(1 for server in made.servers if server.articles):,}"),
        ("articles; of the largest server", f"{count:,}; {len(made.servers[0].articles):,}"),
        ("feeds; entries", f"{size('count(*) FROM feeds'):,}; {entries:,}"),
        ("written in (annotated before)", f"{took:.0f} s, {count / took:,.0f} articles a second"),
        ("size", f"{total / 1e6:,.0f} MB"),
        ("of a server", f"{servers / len(made.servers):,.0f} B"),
        ("of an article, with its indexes", f"{articles / count / 1e3:.1f} kB"),
        ("of an entry of a feed", f"{items / entries:,.0f} B"),
    )  # fmt: skip


def _queries(made: measuring.World, store: Store) -> None:
    """Time the queries that run over all communities, or on every question."""
    feeds = Feeds(store, PUBLIC, lambda: datetime.now(UTC))
    largest = made.servers[0]
    table(
        "a query over all communities", "median", "of 20, the slowest",
        ("feeds that are due", *_timed(feeds.due)),
        ("channels with something to announce", *_timed(feeds.awaiting_announcement)),
        ("articles of the largest server, counted", *_timed(lambda: store.count(largest.community))),
        ("revision of one community", *_timed(lambda: store.revision(largest.community))),
    )  # fmt: skip


def _failover(postgres: PostgresServer) -> None:
    found = failover.measure(postgres)

    def row(name: str, times: list[float]) -> tuple[str, ...]:
        return name, f"{median(times):.3f} s", f"{max(times):.3f} s", f"{len(times)}"

    table(
        "with two processes of the bot", "median", "slowest", "times",
        row("from an article confirmed to the other's answer with it", found.seen),
        row("from kill -9 to its locks being free", found.freed),
        row("from a feed's being looked for to its article stored, by the survivor", found.polled),
        row("from a process's start to its being ready", found.ready),
        row("from its first mention to its answer", found.answered),
        row(f"a feed's turn, {failover.FEEDS} being due and nothing new in them", found.feed),
        row("from a restart of PostgreSQL to an answer", found.restarted),
    )  # fmt: skip


def _timed(call: Callable[[], object]) -> tuple[str, str]:
    times = []
    for _ in range(20):
        began = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - began))
    return ms(median(times)), ms(max(times))


def _machine(store: Store) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    version = str(store.read("SHOW server_version")[0][0]).split()[0]
    command = " ".join(("python -m tests.bench.scaling", *sys.argv[1:]))
    return (
        f"`{command}`, {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores, {memory:.0f} GB, Python "
        f"{platform.python_version()}, PostgreSQL {version} on the same machine over a socket with fsync off; load "
        f"{os.getloadavg()[0]:.1f} before.\n"
    )


if __name__ == "__main__":
    main()

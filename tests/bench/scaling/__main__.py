"""What many communities cost: ``python -m tests.bench.scaling [SERVERS] [--processes N]`` (default 10,000 and 4).

Starts a PostgreSQL of its own, fills it with SERVERS communities, as many articles as servers by Zipf's law, and feeds;
measures one process, each figure in a fresh one; runs N processes, one after the other, that get questions of their own
servers; kills processes of the bot; and says what that means for 100,000 servers. Prints SCALING.md's tables.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bot.shards import Shards
from index import PUBLIC
from index.feeds import Feeds
from index.sharing import _IN_MEMORY
from index.store import Store
from tests.bench.scaling import failover, model, world
from tests.bench.scaling.process import CHANNELS, ROLES
from tests.postgres import PostgresServer, postgres_server

FORECAST_SERVERS, SHARDS = 100_000, 64
QUESTIONS_A_DAY = 10  # of a server, on average
QUESTIONS = 300  # to each of the processes
HELD, ADDED, STARTS = 200, 40, 5
SMALL = 40  # communities of 1 to 3 articles that are asked
PARTS = ("database", "process", "processes", "failover")


@dataclass(frozen=True, slots=True)
class World:
    """What is measured."""

    database: str
    articles: world.Articles
    servers: list[world.Server]
    directory: Path

    def run(self, what: str, plan: Sequence[tuple[str, str]]) -> Any:
        """Measure in a fresh process, see `tests.bench.scaling.process`."""
        path = self.directory / "plan.json"
        path.write_text(json.dumps(plan), encoding="utf-8")
        run = [sys.executable, "-W", "ignore", "-m", "tests.bench.scaling.process", what, self.database, str(path)]
        done = subprocess.run(run, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def question(self, server: world.Server, chance: random.Random) -> tuple[str, str]:
        """Something that the server's articles, or the public ones if it has none, tell of."""
        return server.community, self.articles.of(chance.choice(server.articles or range(world.POOL))).question


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scaling", description=__doc__)
    parser.add_argument("servers", nargs="?", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this; may be given again")
    wanted = parser.parse_args()
    parts = wanted.part or PARTS
    with postgres_server() as postgres, tempfile.TemporaryDirectory() as directory:
        database = postgres.database()
        with closing(Store(database)) as store:
            print(_machine(store))
            if {*parts} - {"failover"}:
                made = World(database, world.Articles(), world.servers(wanted.servers), Path(directory))
                filled = _fill(made, store)
                if "database" in parts:
                    _table("what the database holds", "figure", *filled)
                    _queries(made, store)
                if "process" in parts:
                    _forecasts(_one_process(made))
                if "processes" in parts:
                    _processes(made, wanted.processes)
            if "failover" in parts:
                _failover(postgres)


def _fill(made: World, store: Store) -> tuple[tuple[str, str], ...]:
    """Fill the database; rows that tell what that gave."""

    def size(what: str) -> int:
        return int(store.read(f"SELECT {what}")[0][0] or 0)

    empty = size("pg_database_size(current_database())")
    began = time.perf_counter()
    count = world.fill(store, made.articles, made.servers)
    took = time.perf_counter() - began
    total = size("pg_database_size(current_database())") - empty
    sizes = {
        table: size(f"pg_total_relation_size('{table}')")
        for table in ("communities", "articles", "feeds", "feed_items")
    }
    entries = size("count(*) FROM feed_items")
    return (
        ("servers", f"{len(made.servers):,}"),
        ("with articles", f"{sum(1 for server in made.servers if server.articles):,}"),
        ("articles; of the largest server", f"{count:,}; {len(made.servers[0].articles):,}"),
        ("feeds; entries", f"{size('count(*) FROM feeds'):,}; {entries:,}"),
        ("written in (annotated before)", f"{took:.0f} s, {count / took:,.0f} articles a second"),
        ("size", f"{total / 1e6:,.0f} MB"),
        ("of a server", f"{sizes['communities'] / len(made.servers):,.0f} B"),
        ("of an article, with its indexes", f"{sizes['articles'] / count / 1e3:.1f} kB"),
        ("of an entry of a feed", f"{sizes['feed_items'] / entries:,.0f} B"),
    )  # fmt: skip


def _queries(made: World, store: Store) -> None:
    """Time the queries that run over all communities, or on every question."""
    feeds = Feeds(store, PUBLIC)
    now = datetime.now(UTC)
    largest = made.servers[0]
    _table(
        "a query over all communities", "median", "of 20, the slowest",
        ("feeds that are due", *_timed(lambda: feeds.due(now))),
        ("communities with something to announce", *_timed(feeds.awaiting_announcement)),
        ("articles of the largest server, counted", *_timed(lambda: store.count(largest.community))),
        ("revision of one community", *_timed(lambda: store.revision(largest.community))),
    )  # fmt: skip


def _one_process(made: World) -> model.Costs:
    chance = random.Random(5)
    with_articles = [server for server in made.servers if server.articles]
    small = [server for server in with_articles if len(server.articles) <= 3]
    held = made.run(
        "hold", [(s.community, "") for s in (*chance.sample(small, min(HELD, len(small))), with_articles[0])]
    )
    before, few, all_of_them = held["memory"]
    sentence = (all_of_them - few) / held["sentences"][1]
    community = max(0.0, (few - before - sentence * held["sentences"][0]) / held["communities"])
    guilds = made.run("guilds", [("", "")] * 2_000)
    starts, base = [], 0.0
    for _ in range(STARTS):
        began = time.perf_counter()
        base = made.run("start", [made.question(small[0], chance)])["memory"]
        starts.append(time.perf_counter() - began)
    samples = [*chance.sample(small, SMALL), *with_articles[20:80:3], *with_articles[2:5]]
    asked = made.run("ask", [made.question(server, chance) for server in samples])
    cold, warm = _split(asked["asked"], slice(0, None, 2)), _split(asked["asked"], slice(1, None, 2))
    sentences = [sum(made.articles.of(n).sentences for n in server.articles) for server in samples]
    extra = [c - w for c, w in zip(cold["core"], warm["core"], strict=True)]
    slope, fixed = np.polyfit(sentences, extra, 1)
    added = made.run("add", [(chance.choice(small).community, made.articles.text()) for _ in range(ADDED)])
    _table(
        "one process", "median", "99 %",
        ("start until the first answer, Discord left aside", f"{median(starts):.1f} s", f"{max(starts):.1f} s (of {STARTS})"),
        ("memory, holding nothing", f"{base:.0f} MB", ""),
        (f"… of a server ({CHANNELS} channels, {ROLES} roles)", f"{1e3 * guilds['memory'] / guilds['guilds']:.0f} kB", ""),
        ("… of a community held", f"{1e3 * community:.0f} kB", ""),
        ("… of a sentence held", f"{1e6 * sentence:,.0f} B", ""),
        ("an article added: a core", _ms(median(added["core"])), _ms(_late(added["core"]))),
        ("… of that, annotating", _ms(median(added["annotate"])), _ms(_late(added["annotate"]))),
        ("… until it is confirmed (no flush to disk here)", _ms(median(added["clock"])), _ms(_late(added["clock"]))),
        ("a warm question: a core", _ms(median(warm["core"])), _ms(_late(warm["core"]))),
        ("… until it is answered", _ms(median(warm["clock"])), _ms(_late(warm["clock"]))),
        ("… queries", f"{median(warm['queries']):.0f}", f"{_late(warm['queries']):.0f}"),
        ("a cold one, 1 to 3 articles: a core", _ms(median(cold["core"][:SMALL])), _ms(_late(cold["core"][:SMALL]))),
        ("… until it is answered", _ms(median(cold["clock"][:SMALL])), _ms(_late(cold["clock"][:SMALL]))),
        ("… queries", f"{median(cold['queries'][:SMALL]):.0f}", f"{_late(cold['queries'][:SMALL]):.0f}"),
        (f"a cold one, {sentences[-1]:,} sentences: a core", _ms(cold["core"][-1]), ""),
        ("… until it is answered", _ms(cold["clock"][-1]), ""),
        ("warm questions a second, 4 threads", f"{asked['a_second']:.0f}", ""),
        ("… of a core's second", f"{asked['a_core_second']:.0f}", ""),
    )  # fmt: skip
    return model.Costs(
        base=base,
        guild=guilds["memory"] / guilds["guilds"],
        community=community,
        sentence=sentence,
        start=median(starts),
        warm=float(np.mean(warm["core"][:SMALL])) / 1e3,
        cold=max(0.0, float(fixed)) / 1e3,
        cold_sentence=float(slope) / 1e3,
    )


def _processes(made: World, processes: int) -> None:
    """Each gets questions of its own servers, the larger asking the more."""
    chance = random.Random(3)
    popularity = model.zipf(len(made.servers), world.EXPONENT)
    rows = []
    for number in range(processes):
        shards = Shards(tuple(range(number, SHARDS, processes)), SHARDS)
        own = [n for n, server in enumerate(made.servers) if shards.hold(server.guild)]
        weights = list(accumulate(popularity[own]))
        asked = [made.servers[n] for n in chance.choices(own, cum_weights=weights, k=QUESTIONS)]
        done = made.run("serve", [made.question(server, chance) for server in asked])
        clock, cold = done["asked"]["clock"], done["asked"]["cold"]
        filled = [n for n in own if made.servers[n].articles]
        share = popularity[filled] / popularity[own].sum()
        # The public library is one more, held as good as always.
        share = np.append(share, 1 - share.sum())
        expected = model.warm_share(share, np.ones_like(share), _IN_MEMORY, QUESTIONS)
        rows.append(
            (
                f"{number}", f"{len(own):,}", f"{100 * popularity[own].sum():.0f} %", f"{100 - 100 * np.mean(cold):.0f} %",
                f"{100 * expected:.0f} %", f"{done['memory']:.0f} MB", _ms(median(clock)), _ms(_late(clock)),
            )
        )  # fmt: skip
    _table(
        f"process, {QUESTIONS:,} questions", "servers", "of all questions", "warm", "as the model has it", "memory",
        "median", "99 %", *rows,
    )  # fmt: skip


def _forecasts(costs: model.Costs) -> None:
    servers = world.servers(FORECAST_SERVERS)
    sentences = np.array([35.0 * len(server.articles) for server in servers])
    load = model.Load(
        np.array([server.guild for server in servers]),
        sentences,
        model.zipf(FORECAST_SERVERS, world.EXPONENT),
        np.ones(FORECAST_SERVERS),
        _IN_MEMORY,
    )
    a_second = FORECAST_SERVERS * QUESTIONS_A_DAY / 86_400
    found = [model.forecast(costs, load, processes, SHARDS, a_second) for processes in (1, 2, 4, 8, 16)]
    _table(
        f"processes for {FORECAST_SERVERS:,} servers", "shards each", "servers of the busiest", "its memory", "warm",
        f"of a core, {QUESTIONS_A_DAY} questions a server and day", "ready after",
        *(
            (
                f"{one.processes}", f"{one.shards}", f"{one.servers:,}", f"{one.memory:,.0f} MB", f"{100 * one.warm:.0f} %",
                f"{100 * one.core:.1f} %", f"{one.ready:.0f} s",
            )
            for one in found
        ),
    )  # fmt: skip


def _failover(postgres: PostgresServer) -> None:
    found = failover.measure(postgres)

    def row(name: str, times: list[float]) -> tuple[str, ...]:
        return name, f"{median(times):.3f} s", f"{max(times):.3f} s", f"{len(times)}"

    _table(
        "with two processes of the bot", "median", "slowest", "times",
        row("from an article confirmed to the other's answer with it", found.seen),
        row("from kill -9 to its locks being free", found.freed),
        row("from a feed's being looked for to its article stored, by the survivor", found.polled),
        row("from a process's start to its being ready", found.ready),
        row("from its first mention to its answer", found.answered),
    )  # fmt: skip


def _split(asked: dict[str, list[float]], which: slice) -> dict[str, list[float]]:
    return {name: values[which] for name, values in asked.items()}


def _timed(call: Callable[[], object]) -> tuple[str, str]:
    times = []
    for _ in range(20):
        began = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - began))
    return _ms(median(times)), _ms(max(times))


def _late(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return sorted(values)[int(0.99 * len(values))]


def _ms(value: float) -> str:
    return f"{value:,.1f} ms" if value < 100 else f"{value:,.0f} ms"


def _table(*cells: str | tuple[str, ...]) -> None:
    """Print Markdown: the headings, then a tuple a row."""
    head = [cell for cell in cells if isinstance(cell, str)]
    rows = [cell for cell in cells if isinstance(cell, tuple)]
    for line in (head, ["-" * 3, *["--:"] * (len(head) - 1)], *rows):
        print(f"| {' | '.join(line)} |")
    print(flush=True)


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

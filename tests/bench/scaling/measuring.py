"""One process, several of them, and what that means for many servers."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bot.settings import Shards
from index.search.cache import _LEAST, IN_MEMORY
from index.search.saver import LEAST
from tests.bench.cold import SENTENCES, Prose
from tests.bench.scaling import model, world
from tests.bench.scaling.process import CHANNELS, ROLES
from tests.bench.scaling.tables import late, ms, table

FORECAST_SERVERS, SHARDS = 100_000, 64
QUESTIONS_A_DAY = 10  # of a server, on average
QUESTIONS = 300  # to each of the processes
HELD, ADDED, STARTS, GUILDS = 200, 40, 5, 2_000
SMALL = 40  # communities of 1 to 3 articles that are asked


@dataclass(frozen=True, slots=True)
class World:
    """What is measured."""

    database: str
    articles: world.Articles
    servers: list[world.Server]
    directory: Path

    def run(self, what: str, steps: Sequence[tuple[str, str]], room: int = IN_MEMORY) -> Any:
        """Measure in a fresh process, see `tests.bench.scaling.process`."""
        path = self.directory / "plan.json"
        path.write_text(json.dumps({"steps": steps, "room": room}), encoding="utf-8")
        run = [sys.executable, "-W", "ignore", "-m", "tests.bench.scaling.process", what, self.database, str(path)]
        done = subprocess.run(run, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def question(self, server: world.Server, chance: random.Random) -> tuple[str, str]:
        """Something that the server's articles, or the public ones if it has none, tell of."""
        return server.community, self.articles.of(
            chance.choice(server.articles or range(world.PUBLIC_ARTICLES))
        ).question


def one_process(made: World) -> model.Costs:
    chance = random.Random(5)
    with_articles = [server for server in made.servers if server.articles]
    small = [server for server in with_articles if len(server.articles) <= 3]
    several = (*chance.sample(small, min(HELD, len(small))), with_articles[0])
    held = made.run("hold", [(server.community, "") for server in several])
    before, few, all_of_them = held["memory"]
    sentence = (all_of_them - few) / held["sentences"][1]
    community = max(0.0, (few - before - sentence * held["sentences"][0]) / held["communities"])
    guilds = made.run("guilds", [("", "")] * GUILDS)["memory"] / GUILDS
    starts, base = [], 0.0
    for _ in range(STARTS):
        began = time.perf_counter()
        base = made.run("start", [made.question(small[0], chance)])["memory"]
        starts.append(time.perf_counter() - began)
    samples = [*chance.sample(small, SMALL), *with_articles[20:80:3], *with_articles[2:5]]
    questions = [made.question(server, chance) for server in samples]
    built, asked = made.run("ask", questions), made.run("ask", questions)
    cold, warm = _split(asked["asked"], slice(0, None, 2)), _split(asked["asked"], slice(1, None, 2))
    first = _split(built["asked"], slice(0, None, 2))
    sentences = [sum(made.articles.of(n).sentences for n in server.articles) for server in samples]
    building, loading = (np.array(one["core"]) - np.array(warm["core"]) for one in (first, cold))
    built, fixed = np.polyfit(sentences, building, 1)
    kept = np.array(sentences) >= LEAST
    loaded = float(np.mean((loading[kept] - fixed) / np.array(sentences)[kept]))
    prose = Prose(chance)
    added = made.run("add", [(chance.choice(small).community, prose.article(n)) for n in range(ADDED)])
    table(
        "one process", "median", "99 %",
        (f"start until the first answer without Discord ({STARTS} times)", _s(median(starts)), _s(max(starts))),
        ("memory, holding nothing", f"{base:.0f} MB", ""),
        (f"… of a server ({CHANNELS} channels, {ROLES} roles)", f"{1e3 * guilds:.0f} kB", ""),
        ("… of a community held", f"{1e3 * community:.0f} kB", ""),
        ("… of a sentence held", f"{1e6 * sentence:,.0f} B", ""),
        ("an article added: a core", ms(median(added["core"])), ms(late(added["core"]))),
        ("… of that, annotating", ms(median(added["annotate"])), ms(late(added["annotate"]))),
        ("… until it is confirmed (no flush to disk here)", ms(median(added["clock"])), ms(late(added["clock"]))),
        ("a warm question: a core", ms(median(warm["core"])), ms(late(warm["core"]))),
        ("… until it is answered", ms(median(warm["clock"])), ms(late(warm["clock"]))),
        ("… queries", f"{median(warm['queries']):.0f}", f"{late(warm['queries']):.0f}"),
        ("a cold one, 1 to 3 articles: a core", ms(median(cold["core"][:SMALL])), ms(late(cold["core"][:SMALL]))),
        ("… until it is answered", ms(median(cold["clock"][:SMALL])), ms(late(cold["clock"][:SMALL]))),
        ("… queries", f"{median(cold['queries'][:SMALL]):.0f}", f"{late(cold['queries'][:SMALL]):.0f}"),
        (f"a cold one, {sentences[-1]:,} sentences, index kept in the database: a core", ms(cold["core"][-1]), ""),
        ("… until it is answered", ms(cold["clock"][-1]), ""),
        ("the same, index never built yet: a core", ms(first["core"][-1]), ""),
        ("… until it is answered", ms(first["clock"][-1]), ""),
        ("a sentence of an index built, and of one loaded: a core", f"{1e3 * built:.0f} µs", f"{1e3 * loaded:.0f} µs"),
        ("warm questions a second, 4 threads", f"{asked['a_second']:.0f}", ""),
        ("… of a core's second", f"{asked['a_core_second']:.0f}", ""),
    )  # fmt: skip
    return model.Costs(
        base=base,
        guild=guilds,
        community=community,
        sentence=sentence,
        start=median(starts),
        warm=float(np.mean(warm["core"][:SMALL])) / 1e3,
        cold=max(0.0, float(fixed)) / 1e3,
        built=float(built) / 1e3,
        loaded=max(0.0, loaded) / 1e3,
        kept_from=LEAST,
    )


def several_processes(made: World, processes: int) -> None:
    """Each gets questions of its own servers, the larger asking the more; with room as for so many servers fewer."""
    chance = random.Random(3)
    popularity = model.zipf(len(made.servers), world.EXPONENT)
    room = IN_MEMORY * len(made.servers) // FORECAST_SERVERS
    load = _load(made.servers, room)
    rows = []
    for number in range(processes):
        shards = Shards(tuple(range(number, SHARDS, processes)), SHARDS)
        own = [n for n, server in enumerate(made.servers) if shards.hold(server.guild)]
        weights = list(accumulate(popularity[own]))
        asked = [made.servers[n] for n in chance.choices(own, cum_weights=weights, k=QUESTIONS)]
        done = made.run("serve", [made.question(server, chance) for server in asked], room)
        clock, cold = done["asked"]["clock"], done["asked"]["cold"]
        share, sentences, _ = model.of_shards(load, shards)
        expected = model.play(share, sentences, sentences, load.room, load.least, QUESTIONS)
        rows.append(
            (
                f"{number}", f"{len(own):,}", _percent(share.sum()), _percent(1 - np.mean(cold)),
                _percent(expected.warm), f"{done['memory']:.0f} MB", ms(median(clock)), ms(late(clock)),
            )
        )  # fmt: skip
    table(
        f"process, {QUESTIONS:,} questions, room for {room:,} sentences",
        "servers", "of all questions", "warm", "as the model has it", "memory",
        "median", "99 %", *rows,
    )  # fmt: skip


def forecasts(costs: model.Costs) -> None:
    servers = world.servers(FORECAST_SERVERS)
    a_second = FORECAST_SERVERS * QUESTIONS_A_DAY / 86_400
    rows = []
    for room in (IN_MEMORY, 2 * IN_MEMORY):
        for processes in (1, 2, 4, 8, 16):
            found = model.forecast(costs, _load(servers, room), processes, SHARDS, a_second)
            one, other = found[0], found[len(found) // 2]
            rows.append(
                (
                    f"{processes}", f"{room:,}", f"{one.shards}", f"{one.servers:,}", f"{one.memory:,.0f} MB",
                    _percent(one.warm), _percent(one.core), _percent(other.warm), _percent(other.core),
                    f"{one.ready:.0f} s",
                )
            )  # fmt: skip
    table(
        f"processes for {FORECAST_SERVERS:,} servers",
        "sentences each may hold", "shards each", "servers of the busiest",
        "its memory", "warm", f"of a core, {QUESTIONS_A_DAY} questions a server and day",
        "the middle one: warm", "of a core", "ready after", *rows,
    )  # fmt: skip


def _load(servers: list[world.Server], room: int) -> model.Load:
    return model.Load(
        np.array([server.guild for server in servers]),
        np.array([float(SENTENCES * len(server.articles)) for server in servers]),
        model.zipf(len(servers), world.EXPONENT),
        float(SENTENCES * world.PUBLIC_ARTICLES),
        room,
        _LEAST,
    )


def _split(asked: dict[str, list[float]], which: slice) -> dict[str, list[float]]:
    return {name: values[which] for name, values in asked.items()}


def _s(value: float) -> str:
    return f"{value:.1f} s"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"

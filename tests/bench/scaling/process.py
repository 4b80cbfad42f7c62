"""What is measured in a process of its own: ``python -m tests.bench.scaling.process WHAT DATABASE PLAN``.

PLAN is a file of JSON: what WHAT takes. The answer is JSON on standard output.
"""

import gc
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord

import bot.app  # noqa: F401 - what a process of the bot has in memory
from index import PUBLIC, Library, annotate, read_text
from index.search.cache import ReaderCache
from index.search.reader import Reader
from index.store import Store
from index.store.engine import Row, Value


@dataclass(frozen=True, slots=True)
class Plan:
    """Communities and what they are asked or get, and how many sentences are held in memory."""

    steps: Sequence[tuple[str, str]]
    room: int


CHANNELS, ROLES = 30, 20  # of a server, as Discord tells of it


class CountedStore(Store):
    """A store that counts its queries, and how often a community's index was not at hand."""

    def __init__(self, database: str) -> None:
        self.queries = self.loads = 0
        super().__init__(database)

    def read(self, query: str, *values: Value) -> list[Row]:
        self.queries += 1
        return super().read(query, *values)

    def revisions(self, community: str) -> dict[str, int]:
        self.loads += 1
        return super().revisions(community)


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions: milliseconds of the clock and of a core, queries, and whether the index had to be loaded."""

    clock: list[float] = field(default_factory=list)
    core: list[float] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)
    cold: list[bool] = field(default_factory=list)


@contextmanager
def _library(database: str, room: int) -> Iterator[tuple[CountedStore, Library]]:
    store = CountedStore(database)
    readers = ReaderCache(store, most_in_memory=room)
    with closing(Library(store, readers, PUBLIC, lambda: datetime.now(UTC))) as library:
        yield store, library


def _answer(library: Library, community: str, question: str) -> bool:
    """Answer as the bot's desk does; tells whether something was found."""
    own = library.of(community)
    return bool((own if len(own) else library).ask(question).passages)


def _ask(store: CountedStore, library: Library, steps: Sequence[tuple[str, str]]) -> Asked:
    asked = Asked()
    for community, question in steps:
        queries, loads = store.queries, store.loads
        core, clock = time.process_time(), time.perf_counter()
        _answer(library, community, question)
        asked.clock.append(1000 * (time.perf_counter() - clock))
        asked.core.append(1000 * (time.process_time() - core))
        asked.queries.append(store.queries - queries)
        asked.cold.append(store.loads > loads)
    return asked


def serve(database: str, plan: Plan) -> dict[str, Any]:
    """Answer a stream of questions."""
    with _library(database, plan.room) as (store, library):
        before = memory()
        asked = _ask(store, library, plan.steps)
        gc.collect()
        return {"asked": asdict(asked), "before": before, "memory": memory()}


def start(database: str, plan: Plan) -> dict[str, Any]:
    """Answer one question; whoever started this takes the time."""
    with _library(database, plan.room) as (_, library):
        opened = memory()
        return {"found": _answer(library, *plan.steps[0]), "memory": opened}


def ask(database: str, plan: Plan) -> dict[str, Any]:
    """Ask each community twice, the second time at once, then as many as can be held with four threads."""
    twice = [one for one in plan.steps for _ in range(2)]
    with _library(database, plan.room) as (store, library):
        asked = _ask(store, library, twice)
        few = [*plan.steps[:32]] * 12
        for one in plan.steps[:32]:
            _answer(library, *one)
        began, core = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(4) as workers:
            list(workers.map(lambda one: _answer(library, *one), few))
        clock, core = time.perf_counter() - began, time.process_time() - core
        for name, _ in plan.steps:
            library.of(name).save_reader()
    return {"asked": asdict(asked), "a_second": len(few) / clock, "a_core_second": len(few) / core}


def hold(database: str, plan: Plan) -> dict[str, Any]:
    """Hold the indexes of all communities of the plan but the last, then the last one, the largest, as well."""
    with closing(Store(database)) as store:
        Reader(PUBLIC, store).catch_up()  # what is made at first use is not to be counted
        gc.collect()
        kept, sizes, told = [], [], [memory()]
        for names in ([name for name, _ in plan.steps[:-1]], [plan.steps[-1][0]]):
            sentences = 0
            for name in names:
                reader = Reader(name, store)
                reader.catch_up()
                reader.names()
                sentences += store.figures(name)[1]
                kept.append(reader)
            gc.collect()
            sizes.append(sentences)
            told.append(memory())
    return {"communities": len(plan.steps) - 1, "sentences": sizes, "memory": told}


def add(database: str, plan: Plan) -> dict[str, Any]:
    """Add articles, the plan's communities and texts: milliseconds for annotating alone, and for all."""
    alone, clock, core = [], [], []
    with _library(database, plan.room) as (_, library):
        for number, (community, text) in enumerate(plan.steps):
            article = read_text(text, url=f"https://post.example/added-{number}")
            began = time.process_time()
            annotate(article)
            alone.append(1000 * (time.process_time() - began))
            before, began = time.process_time(), time.perf_counter()
            library.of(community).add(article)
            clock.append(1000 * (time.perf_counter() - began))
            core.append(1000 * (time.process_time() - before))
    return {"annotate": alone, "clock": clock, "core": core}


def guilds(_: str, plan: Plan) -> dict[str, Any]:
    """Have as many servers as the plan is long in memory, as Discord tells a bot of them."""
    caches = discord.MemberCacheFlags.none()
    state: Any = discord.Client(intents=discord.Intents.none(), member_cache_flags=caches)._connection
    gc.collect()
    before = memory()
    for number in range(len(plan.steps)):
        state._add_guild_from_data(_guild(1 + number << 22))
    gc.collect()
    return {"guilds": len(plan.steps), "memory": memory() - before}


def _guild(guild: int) -> dict[str, Any]:
    """A server of some size, each time in new strings, as they come from JSON."""
    role = {"permissions": "2147483647", "position": 1, "color": 0, "hoist": False, "managed": False, "flags": 0}
    channel = {"type": 0, "position": 1, "permission_overwrites": [], "topic": None, "nsfw": False, "parent_id": None}
    made = {
        "id": str(guild), "name": f"Server {guild}", "owner_id": "1", "preferred_locale": "en-GB", "member_count": 500,
        "roles": [
            {"id": str(guild + n), "name": f"role {n}", "mentionable": False, **role} for n in range(ROLES)
        ],
        "channels": [{"id": str(guild + 100 + n), "name": f"channel-{n}", **channel} for n in range(CHANNELS)],
        "emojis": [], "stickers": [], "features": ["COMMUNITY", "NEWS"], "members": [], "threads": [],
        "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
        "nsfw_level": 0, "premium_tier": 0, "system_channel_flags": 0,
    }  # fmt: skip
    told: dict[str, Any] = json.loads(json.dumps(made))
    return told


def memory() -> float:
    """Resident memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


MEASURES = {one.__name__: one for one in (serve, start, ask, hold, add, guilds)}

if __name__ == "__main__":
    what, at, wanted = sys.argv[1:]
    told = json.loads(Path(wanted).read_text(encoding="utf-8"))
    print(json.dumps(MEASURES[what](at, Plan([(name, words) for name, words in told["steps"]], told["room"]))))

"""Two processes of the bot over one PostgreSQL: each sees what the other adds, and one's death loses and doubles
nothing.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from typing import Any

import pytest

from bot.context.preferences import community_of
from index import Interest, Library, open_library
from index.store import Store
from tests.bot.discord_guild import CHANNEL, GUILD, SLOW_CHANNEL, DiscordGuild, discord_guild
from tests.bot.discord_server import TOKEN
from tests.e2e.website import Website, website
from tests.forks import ROOT, Forks
from tests.postgres import PostgresServer

BELL = "🔔"

# The bot as it is, but for where Discord is, which pages it may fetch, and when it looks for feeds: when told to.
PROCESS = """
import asyncio, contextlib, sys
from yarl import URL
import discord.http, discord.gateway
port = sys.argv[1]
discord.http.Route.BASE = f"http://127.0.0.1:{port}/api"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://127.0.0.1:{port}/gateway/")
from bot.app import build_bot
from bot.settings import load_settings
from index import Fetcher, Limits, open_library

async def serve():
    settings = load_settings()
    fetcher = Fetcher(allowed=lambda address, _: address.is_loopback, limits=Limits(gap=0.0))
    with contextlib.closing(open_library(settings.opened)) as library:
        async with build_bot(settings, library, fetcher=fetcher) as bot:
            running = asyncio.create_task(bot.start(settings.token.get_secret_value()))
            while not bot.is_ready():
                await asyncio.sleep(0.01)
            print("ready", flush=True)
            while await asyncio.to_thread(sys.stdin.readline):
                bot.announcer.wake()
                bot.alerter.wake()
            await bot.close()
            await running

asyncio.run(serve())
"""


class Process:
    """One process of the bot, ready when this returns."""

    def __init__(self, forks: Forks, name: str, guild: DiscordGuild, database: str, **settings: str) -> None:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("ONRECORD_")}
        own = {"ONRECORD_TOKEN": TOKEN + name, "ONRECORD_DATABASE": database, "PYTHONPATH": str(ROOT)}
        self.name = name
        self.process = forks.start(PROCESS, str(guild.port), environment=kept | own | settings, folder=ROOT)
        assert self.process.stdout.readline() == "ready\n"

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.__exit__()

    def wake(self) -> None:
        """Let it look for feeds that are due, if it lives."""
        with suppress(BrokenPipeError):
            self.process.stdin.write("wake\n")
            self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


class World:
    """A Discord, a site with a feed, and a database that processes come to and go from."""

    def __init__(self, forks: Forks, guild: DiscordGuild, site: Website, database: str, library: Library) -> None:
        self._forks = forks
        self.guild, self.site, self.database, self.library = guild, site, database, library
        self.items: dict[str, str] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "World":
        self.subscribe()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start(self, name: str, **settings: str) -> Process:
        return self._stack.enter_context(Process(self._forks, name, self.guild, self.database, **settings))

    def subscribe(self) -> None:
        self.publish("breakwater")
        self.library.feeds.add(f"{self.site.address}/feed", "Tides", announce_in=str(CHANNEL))

    def publish(self, name: str) -> None:
        """Put a story on the site and into its feed, and let the feed be due."""
        words = f"“The {name} is sound,” said Maren Holt, the harbour master, on Monday."
        self.site.put_page(f"/{name}", f"State of the {name}", words, "Boats had been kept away for a whole week.")
        self.items[f"/{name}"] = f"State of the {name}"
        self.site.put_feed("/feed", "Tides", self.items)
        self.make_due()

    def make_due(self) -> None:
        """Let the feed be due, however lately it was looked at."""
        with closing(Store(self.database)) as store:
            store.write("UPDATE feeds SET next_check = added")

    def has(self, name: str) -> bool:
        return any(article.title == f"State of the {name}" for article in self.library.articles())

    def settled(self) -> bool:
        """Whether nothing is left to read or to announce."""
        with closing(Store(self.database)) as store:
            due = store.read("SELECT id FROM feeds WHERE next_check = added")
            items = store.read("SELECT count(*) FROM feed_items WHERE state = 'added'")
        return not due and items == [(len(self.items),)] and not self.awaited()

    def awaited(self) -> bool:
        """Whether there is something to announce, or to tell an alert."""
        return bool(self.library.feeds.awaiting_announcement() or self.library.alerts.waiting())

    def told(self) -> Counter[str]:
        """How often an alert was told of each story."""
        shown = [words for message in self.guild.messages if BELL in (words := words_of(message))]
        return Counter(title for title in self.items.values() for words in shown if f"[{title}]" in words)

    def announced(self) -> Counter[str]:
        """How often each story was announced."""
        shown = [words for message in self.guild.messages if BELL not in (words := words_of(message))]
        return Counter(title for title in self.items.values() for words in shown if f"[{title}]" in words)

    def wait_for(self, condition: Callable[[], bool], *awake: Process) -> None:
        """Wait until `condition` holds, waking processes again and again."""

        def look() -> bool:
            for process in awake:
                process.wake()
            return condition()

        self.guild.wait_for(look)


@pytest.fixture
def world(forks: Forks, postgres: PostgresServer) -> Iterator[World]:
    database = postgres.database()
    with (
        discord_guild() as guild,
        website() as site,
        open_library(database, community=community_of(GUILD)) as library,
        World(forks, guild, site, database, library) as world,
    ):
        yield world


def words_of(message: Any) -> str:
    return json.dumps(message, ensure_ascii=False)


def test_what_one_adds_the_other_answers_from_at_once(world: World) -> None:
    first, second = world.start("-a"), world.start("-b")
    world.guild.say("-b", "What did Maren Holt say?")
    world.guild.wait_for(lambda: len(world.guild.messages) == 1)  # it has looked, and there is nothing yet
    world.wait_for(lambda: world.has("breakwater"), first)
    world.guild.say("-b", "What did Maren Holt say?")
    world.guild.wait_for(lambda: len(world.guild.messages) == 2)
    before, after = world.guild.messages
    assert {before["process"], after["process"]} == {"-b"}
    assert "breakwater is sound" not in words_of(before)
    assert "breakwater is sound" in words_of(after)
    assert "Maren Holt" in words_of(after)
    assert second.process.poll() is None


@pytest.mark.long
def test_the_death_of_one_loses_and_doubles_no_feed_item(world: World) -> None:
    """Each time one process is killed where it hurts: its announcement, or what it tells an alert, stands, and it has
    not been told so."""
    processes = {name: world.start(name) for name in ("-a", "-b")}
    world.wait_for(world.settled, *processes.values())
    assert world.announced() == {}  # what a feed has when it is added is read, and not announced
    for number in range(2):
        killed: list[str] = []

        def kill(name: str, killed: list[str] = killed, number: int = number) -> None:
            if not killed and (BELL in words_of(world.guild.messages[-1])) == bool(number):
                killed.append(name)
                processes[name].kill()

        world.library.alerts.add("7", Interest(topic=f"pier {number}"), spoken="en", tell_in=str(CHANNEL))
        world.guild.on_message = kill
        world.publish(f"pier {number}")
        world.wait_for(lambda killed=killed: bool(killed), *processes.values())  # type: ignore[misc]
        (survivor,) = (process for name, process in processes.items() if name not in killed)
        world.wait_for(world.settled, survivor)
        assert world.announced()[f"State of the pier {number}"] == 1
        processes[killed[0]] = world.start(killed[0])
    world.publish("lighthouse")
    world.wait_for(world.settled, *processes.values())
    assert world.announced() == {title: 1 for title in world.items.values() if "breakwater" not in title}
    assert world.told() == {"State of the pier 0": 1, "State of the pier 1": 1}
    assert sorted(article.title for article in world.library.articles()) == sorted(world.items.values())
    assert [path for path, _ in world.site.asked].count("/lighthouse") == 1


def test_a_server_is_announced_to_by_the_process_of_its_shard_alone(world: World) -> None:
    """The server is on shard 1 of 2; the process of shard 0 reads its feed all the same."""
    other, own = world.start("-a", ONRECORD_SHARDS="0/2"), world.start("-b", ONRECORD_SHARDS="1/2")
    world.wait_for(lambda: world.has("breakwater"), other)
    world.publish("lighthouse")
    world.wait_for(lambda: world.has("lighthouse"), other)
    other.kill()  # perhaps in the middle of its look, which the next one goes on with
    world.make_due()
    world.wait_for(world.settled, own)
    assert [message["process"] for message in world.guild.messages] == ["-b"]
    assert world.announced() == {"State of the lighthouse": 1}


def test_one_look_polls_all_feeds_that_are_due_however_many(world: World) -> None:
    """There are 45, of which a process asks the database for 20 at a time."""
    for number in range(45):
        world.site.put_feed(f"/feed-{number}", "Tides", {})
        world.library.feeds.add(f"{world.site.address}/feed-{number}", f"Tides {number}", announce_in=None)
    process = world.start("-a")
    process.wake()
    world.guild.wait_for(lambda: all(feed.checked is not None for feed in world.library.feeds.list()))
    assert {path for path, _ in world.site.asked} >= {f"/feed-{number}" for number in range(45)}


def test_a_channel_that_takes_nothing_keeps_no_other_waiting(world: World) -> None:
    process = world.start("-a")
    items: dict[str, str] = {}
    slow = world.site.put_feed("/slow", "Ebbs", items)
    world.library.feeds.add(slow, "Ebbs", announce_in=str(SLOW_CHANNEL))
    world.wait_for(world.settled, process)
    items |= {"/ebb": "State of the ebb", "/flow": "State of the flow"}
    for path, title in items.items():
        world.site.put_page(path, title, "“It is low,” said Ilse Brandt, who leads the fishing guild, on Monday.")
    world.site.put_feed("/slow", "Ebbs", items)
    world.make_due()
    world.wait_for(lambda: world.guild.held == 1, process)
    world.publish("lighthouse")
    world.wait_for(lambda: world.announced() == {"State of the lighthouse": 1}, process)
    assert world.guild.held == 1
    (pending,) = [place for place in world.library.feeds.awaiting_announcement() if place.announce_in != str(CHANNEL)]
    first, second = world.library.feeds.pending_announcements(pending.announce_in)
    assert (first.begun, second.begun) == (True, False)

"""The server that means no harm: its feeds go on, its members ask, add, remove and restore, and nothing may be lost."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import Any

from aiohttp import web

from index import ArticleSummary, Library
from tests.chaos.servers import Discord, Exchange, Server
from tests.e2e.website import Website

SITES = ("tides", "harbour", "council")
_PATIENCE = 120.0  # seconds for a reply: a safety
_SYLLABLES = "bel cor dan fel gar hol jun kel lom mar nol por ral sen tor vel".split()
_SPEAKER = "Maren Holt"


class Fate(Enum):
    """What must be true of an article by what was confirmed of it."""

    THERE = "there"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Ledger:
    """What was confirmed to a server, and what it published.

    Attributes
    ----------
    fates : dict of str to Fate
        By title, of the articles that members added, removed and restored.
    published : dict of str to bool
        By title, of the items of its feeds: whether it is to be announced.
    wrong : list of str
        Answers that did not have what was asked for.
    """

    fates: dict[str, Fate] = field(default_factory=dict)
    published: dict[str, bool] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    asked: list[Exchange] = field(default_factory=list)


class Household:
    """One server's life, with sites of its own; each method but `start` goes on until it is cancelled."""

    def __init__(self, discord: Discord, server: Server, library: Library, chance: Random, pace: float) -> None:
        self.ledger = Ledger()
        self._discord = discord
        self._server = server
        self._library = library
        self._chance = chance
        self._pace = pace
        self._sites = {name: Website() for name in SITES}
        self._items: dict[str, dict[str, str]] = {name: {} for name in SITES}
        self._runners: list[web.AppRunner] = []
        self._made = 0

    async def __aenter__(self) -> "Household":
        for name, site in self._sites.items():
            application = web.Application()
            application.router.add_get("/{path:.*}", site.answer)
            runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self._runners.append(runner)
            site.address = f"http://{name}.example:{runner.addresses[0][1]}"
            self._publish(name, announced=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        for runner in self._runners:
            await runner.cleanup()

    @property
    def pages(self) -> str:
        """The form of a link of its pages."""
        return f"{self._sites[SITES[0]].address}/{{}}"

    async def start(self) -> None:
        """Follow its feeds, and wait until each was read once: what comes later is announced."""
        for site in self._sites.values():
            exchange = await self._discord.use(
                self._server, "editor", "feed add", link=f"{site.address}/feed", announce=self._server.news
            )
            await self._reply(exchange)
            assert "Subscribed" in exchange.last, exchange.last
        async with asyncio.timeout(_PATIENCE):
            while not all(feed.checked for feed in await asyncio.to_thread(self._library.feeds.list)):
                await asyncio.sleep(0.2)

    async def publish(self) -> None:
        """Put out a story after the other."""
        while True:
            self._publish(self._chance.choice(SITES), announced=True)
            await asyncio.sleep(self._pace * self._chance.uniform(0.5, 1.5))

    async def ask(self) -> None:
        """Ask what is known to be there, by a command and by a mention in turn."""
        known = await asyncio.to_thread(self._library.articles)
        for number in range(1 << 30):
            await asyncio.sleep(self._pace * self._chance.uniform(0.2, 0.6))
            if number % 10 == 0 or not known:
                known = await asyncio.to_thread(self._library.articles)
                continue
            thing = self._chance.choice(known).title.removeprefix("State of the ")
            if self.ledger.fates.get(_title(thing), Fate.THERE) is not Fate.THERE:
                continue
            question = f"What did {_SPEAKER} say about the {thing}?"
            who = f"reader {number % 60}"
            if number % 3:
                exchange = await self._discord.use(self._server, who, "ask", question=question)
            else:
                exchange = await self._discord.mention(self._server, who, question)
            self.ledger.asked.append(exchange)
            await self._reply(exchange)
            certain = self.ledger.fates.get(_title(thing), Fate.THERE) is Fate.THERE
            if certain and f"{thing} is sound" not in exchange.last:
                self.ledger.wrong.append(f"{question} {exchange.last[:300]}")

    async def edit(self) -> None:
        """Add articles by link and as files, remove some, and bring some back."""
        fates = self.ledger.fates
        while True:
            await asyncio.sleep(self._pace * self._chance.uniform(0.5, 1.5))
            there = [title for title, fate in fates.items() if fate is Fate.THERE]
            gone = [title for title, fate in fates.items() if fate is Fate.GONE]
            turn = self._chance.random()
            if turn < 0.2 and there:
                title = self._chance.choice(there)
                identity = await asyncio.to_thread(self._id_of, title)
                await self._act("article remove", title, Fate.GONE, r"Removed: ", article=identity)
            elif turn < 0.35 and gone:
                title = self._chance.choice(gone)
                identity = await asyncio.to_thread(self._removed_id_of, title)
                await self._act("article restore", title, Fate.THERE, r"Restored: ", article=identity)
            elif turn < 0.7:
                thing = self._thing()
                link = self._sites["council"].put_page(f"/{thing}", _title(thing), *_story(thing))
                await self._act("article add", _title(thing), Fate.THERE, r"Added: |Already", links=link)
            else:
                thing = self._thing()
                words = "\n\n".join((f"# {_title(thing)}", *_story(thing))).encode()
                await self._act("article add", _title(thing), Fate.THERE, r"Added: |Already", file=words)

    def faults(self) -> list[str]:
        """What is not as it was confirmed, once all is quiet."""
        there = Counter(article.title for article in self._library.articles())
        found = [f"“{title}” is in the library {number} times" for title, number in there.items() if number > 1]
        for title, fate in self.ledger.fates.items():
            if fate is not Fate.UNKNOWN and (title in there) is not (fate is Fate.THERE):
                found.append(f"“{title}” was confirmed to be {fate.value}, and is not")
        found += [f"“{title}” of a feed was not added" for title in self.ledger.published if title not in there]
        found += [f"“{title}” came from nowhere" for title in there if title not in self._known()]
        found += [
            f"the feed {feed.title} rests: {feed.last_error}" for feed in self._library.feeds.list() if feed.resting
        ]
        announced = self.announced()
        for title, wanted in self.ledger.published.items():
            if announced[title] != wanted:
                found.append(f"“{title}” was announced {announced[title]} times, not {int(wanted)}")
        return found

    def settled(self) -> bool:
        """Whether all that was published has been added and announced."""
        announced = self.announced()
        there = {article.title for article in self._library.articles()}
        return all(title in there and announced[title] >= wanted for title, wanted in self.ledger.published.items())

    def announced(self) -> Counter[str]:
        """How often each story was announced."""
        said = str(self._discord.posted[self._server.news])
        return Counter({title: said.count(f"[{title}]") for title in self.ledger.published})

    def _known(self) -> set[str]:
        return {*self.ledger.published, *self.ledger.fates}

    def _publish(self, name: str, *, announced: bool) -> None:
        thing = self._thing()
        site, items = self._sites[name], self._items[name]
        site.put_page(f"/{thing}", _title(thing), *_story(thing))
        items[f"/{thing}"] = _title(thing)
        site.put_feed("/feed", f"The {name.title()}", dict([*items.items()][-100:]))
        self.ledger.published[_title(thing)] = announced

    def _thing(self) -> str:
        """A word that there is not."""
        self._made += 1
        number, word = self._made + 4_096, ""
        while number:
            number, digit = divmod(number, 16)
            word += _SYLLABLES[digit]
        return word

    def _id_of(self, title: str) -> str:
        return self._ids(title, self._library.articles())

    def _removed_id_of(self, title: str) -> str:
        return self._ids(title, [removal.article for removal in self._library.removals.list()])

    def _ids(self, title: str, found: Sequence[ArticleSummary]) -> str:
        """The id of an article that must be there; of another, where it is lost, which the end will tell."""
        return next((article.id for article in found if article.title == title), "lost")

    async def _act(self, command: str, title: str, fate: Fate, confirmed: str, **options: Any) -> None:
        """Use a command, and note what must be true from now on: nothing certain unless the reply confirms it."""
        self.ledger.fates[title] = Fate.UNKNOWN
        exchange = await self._discord.use(self._server, "editor", command, **options)
        await self._reply(exchange)
        if re.search(confirmed, exchange.last):
            self.ledger.fates[title] = fate

    async def _reply(self, exchange: Exchange) -> None:
        """Wait for the reply, but not for ever."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await exchange.told.wait()
        except TimeoutError:
            self.ledger.wrong.append(f"no reply to {exchange.what}")


def _title(thing: str) -> str:
    return f"State of the {thing}"


def _story(thing: str) -> tuple[str, ...]:
    return (
        f"“The {thing} is sound,” said {_SPEAKER}, the harbour master, on Monday.",
        f"Boats had been kept away from the {thing} for a whole week.",
    )

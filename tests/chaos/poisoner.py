"""The server that means harm: it follows every poisoned feed, and its members use the commands as they like."""

import asyncio
import re
from random import Random

from index import Library
from tests.chaos.poisons import MARK, PoisonedSites, hostile_files, hostile_words
from tests.chaos.servers import Discord, Exchange, Server

MEMBERS = 9
"""How many use commands at the same time."""

_ADDED = re.compile(rf"Added: \*\*({MARK} [\w-]+)\*\*")
_QUESTION, _MESSAGE = 300, 4_000  # characters
_REST = 20.0  # seconds
_PATIENCE = 60.0  # seconds for which a member waits before they do something else


class Poisoner:
    """What its members do, each until cancelled.

    Attributes
    ----------
    confirmed : set of str
        Titles of articles whose adding was confirmed; known once `faults` was asked. Nobody removes any here.
    """

    def __init__(
        self, discord: Discord, server: Server, library: Library, sites: PoisonedSites, names: list[str], chance: Random
    ) -> None:
        self.confirmed: set[str] = set()
        self._discord = discord
        self._server = server
        self._library = library
        self._sites = sites
        self._names = names
        self._chance = chance
        self._files = hostile_files()
        self._questions = [words[:_QUESTION] for words in hostile_words(_QUESTION)]
        self._messages = [words[:_MESSAGE] for words in hostile_words(_MESSAGE)]

    def follow(self) -> None:
        """Have followed all feeds since they were honest."""
        for name in self._names:
            self._library.feeds.add(self._sites.link(name), name, announce_in=str(self._server.news))

    async def misbehave(self, member: int) -> None:
        """Do one hostile thing after the other; every third member adds articles, the others do all else."""
        for number in range(1 << 30):
            who = f"troll {member} {number % 40}"
            if member % 3 == 0:
                await self._add(who)
                await asyncio.sleep(self._chance.uniform(0.1, _REST))  # else nothing of the feeds would be read
            else:
                await self._use(who)
                await asyncio.sleep(self._chance.uniform(0.1, 1.0))

    async def _add(self, who: str) -> None:
        chance = self._chance
        if chance.random() < 0.3:
            exchange = await self._discord.use(self._server, who, "article add", file=chance.choice(self._files))
        else:
            names = chance.sample(self._names, chance.randrange(1, 6))
            links = " ".join(self._sites.link(name, f"extra-{chance.randrange(10**9)}") for name in names)
            exchange = await self._discord.use(self._server, who, "article add", links=links)
        await self._wait(exchange)

    async def _use(self, who: str) -> None:
        discord, server, chance = self._discord, self._server, self._chance
        match chance.randrange(6):
            case 0:
                exchange = await discord.use_on(server, who, "Who said this?", chance.choice(self._messages))
            case 1:
                exchange = await discord.use(server, who, "ask", question=chance.choice(self._questions))
            case 2:
                exchange = await discord.mention(server, who, chance.choice(self._questions))
            case 3:
                exchange = await discord.use(server, who, "feed list")
            case 4:
                feeds = await asyncio.to_thread(self._library.feeds.list)
                exchange = await discord.use(server, who, "feed check", feed=str(chance.choice(feeds).id))
            case _:
                link = self._sites.link(chance.choice(self._names))
                exchange = await discord.use(server, who, "feed add", link=link)
        await self._wait(exchange)

    async def _wait(self, exchange: Exchange) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await exchange.told.wait()
        except TimeoutError:
            pass  # whoever gets no reply at all is counted at the end

    def faults(self) -> list[str]:
        """What is not as it was confirmed to this server."""
        replies = (exchange.last for exchange in self._discord.exchanges if exchange.server == self._server)
        self.confirmed.update(title for words in replies for title in _ADDED.findall(words))
        there = [article.title for article in self._library.articles()]
        return [f"“{title}” was confirmed to the other server, and is not there" for title in self.confirmed - {*there}]

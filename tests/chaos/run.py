"""One run: the servers, the sites, the database, the bot's process, and all that goes on among them until the end."""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import aiohttp

from bot.context.preferences import community_of
from index import Library
from index.library.feeds import MOST_FEEDS
from index.search.cache import ReaderCache
from index.store import Deadlines, Store
from tests.chaos.findings import Findings
from tests.chaos.household import Household
from tests.chaos.poisoner import MEMBERS, Poisoner
from tests.chaos.poisons import PoisonedSites, poisons
from tests.chaos.running import Bot
from tests.chaos.servers import Discord, Server
from tests.chaos.trouble import Trouble
from tests.postgres import PostgresServer
from tests.proxy import proxy
from tests.rerouting import rerouted

HEALTHY, POISONED = Server(7 << 32, "Saltmere"), Server(11 << 32, "Cinderford")

_SETTLING = 150.0  # seconds in which what is waited for must have come, or it is a fault
_PATIENT = Deadlines(connection=120.0, writing=120.0, check=120.0, silence=130.0, statement=120.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to be.

    Attributes
    ----------
    seconds : float
        For which all goes on; then the bot has some time to end what it began.
    speed : float
        How fast the calendar goes: feeds are polled every quarter of an hour of it.
    pace : float
        Seconds between two stories, and between two changes to the library.
    feeds : int
        Poisoned ones, all different but for the last, which are only slow.
    longest, pause : float
        Seconds of a failure of the database's network, and between two.
    sites : int
        Poisoned ones that the bot must have come to: all goes on until then, however slow the machine.
    """

    seconds: float
    seed: int
    speed: float = 45.0
    pace: float = 3.0
    feeds: int = MOST_FEEDS
    longest: float = 15.0
    pause: float = 20.0
    sites: int = 0


def run(plan: Plan, database: Path | PostgresServer) -> Findings:
    """Run the bot over a file, or over a server behind a network that fails; gives what was found."""
    chance = Random(plan.seed)  # noqa: S311 - chance is not secret
    with _opened(database) as (where, library), tempfile.TemporaryDirectory() as directory, ExitStack() as network:
        trouble, reached = None, where
        if isinstance(database, PostgresServer):
            line = network.enter_context(proxy(database.socket))
            reached = rerouted(where, line.port)
            trouble = Trouble(database, line, _another(chance), plan.longest, plan.pause)
        return asyncio.run(_run(plan, chance, library, reached, Path(directory), trouble))


async def _run(
    plan: Plan, chance: Random, library: Library, database: str, directory: Path, trouble: Trouble | None
) -> Findings:
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(Discord((HEALTHY, POISONED)))
        mine = library.of(community_of(HEALTHY.id))
        household = await stack.enter_async_context(Household(discord, HEALTHY, mine, _another(chance), plan.pace))
        found = poisons(plan.feeds, household.pages)
        sites = await stack.enter_async_context(PoisonedSites(found))
        theirs = library.of(community_of(POISONED.id))
        poisoner = Poisoner(discord, POISONED, theirs, sites, [*found], _another(chance))
        bot = Bot(discord.port, plan.speed, database, directory)
        stack.callback(bot.kill)
        await bot.ready()
        await household.start()
        await asyncio.to_thread(poisoner.follow)
        watching = asyncio.create_task(bot.watch())
        await _go_on(plan, bot, household, poisoner, sites, trouble)
        settled = await _settled(bot, lambda: household.settled() and discord.quiet(HEALTHY))
        watching.cancel()
        with suppress(aiohttp.ClientError):
            await bot.count()
        await bot.stop()
        faults = [*household.faults(), *poisoner.faults()]
        return Findings(
            discord=discord,
            healthy=HEALTHY,
            ledger=household.ledger,
            announced=household.announced(),
            confirmed=len(poisoner.confirmed),
            sites=sites.asked,
            watched=bot.seen,
            trouble=trouble,
            settled=settled,
            faults=faults,
            log=bot.log.read_text(encoding="utf-8", errors="replace"),
        )


async def _go_on(
    plan: Plan, bot: Bot, household: Household, poisoner: Poisoner, sites: PoisonedSites, trouble: Trouble | None
) -> None:
    """Let all go on for as long as is planned, or until the bot has ended."""
    tasks = [
        asyncio.create_task(work)
        for work in (
            household.publish(),
            household.ask(),
            household.ask(),
            household.edit(),
            *(poisoner.misbehave(member) for member in range(MEMBERS)),
            *([trouble.go_on()] if trouble is not None else []),
        )
    ]
    end = time.monotonic() + plan.seconds
    while not bot.ended and (time.monotonic() < end or _lacks(sites, plan, time.monotonic() - end)):
        done, _ = await asyncio.wait(tasks, timeout=1.0, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()  # none ends by itself but by a fault of the test's own
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _lacks(sites: PoisonedSites, plan: Plan, waited: float) -> bool:
    """Whether the bot has still to come to sites; after so many seconds it is waited for no longer."""
    return waited < _SETTLING and sum(map(bool, sites.asked.values())) < plan.sites


async def _settled(bot: Bot, quiet: Callable[[], bool]) -> bool:
    """Wait until all stories were added and announced, and all who mean no harm answered; tells whether that came."""
    end = time.monotonic() + _SETTLING
    while time.monotonic() < end and not bot.ended:
        if await asyncio.to_thread(quiet):
            return True
        await asyncio.sleep(0.5)
    return False


@contextmanager
def _opened(database: Path | PostgresServer) -> Iterator[tuple[str, Library]]:
    """A database, and the test's own library over it, which no trouble befalls."""
    where = database.database() if isinstance(database, PostgresServer) else str(database)
    store = Store(where if isinstance(database, PostgresServer) else database, _PATIENT)
    library = Library(store, ReaderCache(store, most_in_memory=1_000), "public", lambda: datetime.now(UTC))
    with library:
        yield where, library


def _another(chance: Random) -> Random:
    """Chance of one's own, so that nobody's turn depends on another's."""
    return Random(chance.random())  # noqa: S311

"""The desk one layer below Discord: many people at once, and nothing on the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest

from bot.cards import load_fonts
from bot.desk import Desk
from bot.newsroom import Newsroom
from bot.reception import Asker
from bot.replies import Added
from bot.sources import Typed
from index import Article, Database, Fetcher, InvalidRequestError, Library, open_library, read_bytes, read_text
from tests.bot.samples import ENGLISH
from tests.e2e.world import harbour, orchard

SAY = ENGLISH
HERE, THERE = Asker(7, 1, SAY), Asker(7, 2, SAY)


@dataclass(frozen=True, slots=True)
class Rooms:
    desk: Desk
    newsroom: Newsroom
    library: Library

    async def add(self, asker: Asker, make: Callable[[], Article]) -> tuple[Added, ...]:
        return [done async for done in self.newsroom.add(asker, (Typed("pasted", make),))][-1]


@pytest.fixture
async def rooms(database: Database) -> AsyncIterator[Rooms]:
    library = open_library(database)
    desk = Desk(library, load_fonts())
    yield Rooms(desk, Newsroom(desk, Fetcher()), library)
    await desk.close()
    library.close()


def _text(pages: tuple[object, ...]) -> str:
    return "\n".join(str(page) for page in pages)


async def test_work_is_done_off_the_event_loop_by_four_threads_at_most(rooms: Rooms) -> None:
    threads: set[threading.Thread] = set()
    together = threading.Barrier(2, timeout=30)

    def read(number: int) -> Article:
        threads.add(threading.current_thread())
        if number < 2:
            together.wait()
        return read_text(f"The number {number} tram was late, Ada Finch said.", title=f"Tram {number}")

    await asyncio.gather(*(rooms.add(HERE, lambda n=n: read(n)) for n in range(12)))
    assert threading.current_thread() not in threads
    assert 2 <= len(threads) <= 4


async def test_many_people_at_once_each_get_their_own_servers_answer(rooms: Rooms) -> None:
    await rooms.add(HERE, harbour)
    await rooms.add(THERE, orchard)
    answers = await asyncio.gather(
        *(rooms.desk.ask(guild, "What was said about the dredger and the plum trees?") for guild in (HERE, THERE) * 20)
    )
    for here, there in zip(answers[::2], answers[1::2], strict=True):
        assert "Quillon Echo" not in _text(here)
        assert "Saltmere Courier" not in _text(there)


async def test_two_moderators_add_the_same_article_at_once(rooms: Rooms) -> None:
    await asyncio.gather(*(rooms.add(HERE, harbour) for _ in range(8)))
    assert len(rooms.library.of("discord-1")) == 1


async def test_errors_of_the_library_come_through_or_become_a_line(rooms: Rooms) -> None:
    with pytest.raises(InvalidRequestError):
        await rooms.desk.ask(HERE, " ")
    (line,) = await rooms.add(HERE, lambda: read_bytes(b"", "empty.txt"))
    assert line.addition is None
    assert line.problem == "empty.txt: there is no text in it."


async def test_a_closed_desk_takes_no_more_work(rooms: Rooms) -> None:
    await rooms.desk.close()
    with pytest.raises(RuntimeError):
        await rooms.desk.people(HERE)

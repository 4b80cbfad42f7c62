"""The desk one layer below Discord: many people at once, and nothing on the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk import Desk
from index import Article, InvalidRequestError, Library, ReadingError, open_library, read_bytes, read_text
from tests.e2e.world import harbour, orchard

HERE, THERE = 1, 2


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[tuple[Desk, Library]]:
    library = open_library(tmp_path / "onrecord.db")
    made = Desk(library)
    yield made, library
    await made.close()
    library.close()


def _text(pages: tuple[object, ...]) -> str:
    return "\n".join(str(page) for page in pages)


async def test_work_is_done_off_the_event_loop_by_four_threads_at_most(desk: tuple[Desk, Library]) -> None:
    made, _ = desk
    threads: set[threading.Thread] = set()
    together = threading.Barrier(2, timeout=30)

    def read(number: int) -> Article:
        threads.add(threading.current_thread())
        if number < 2:
            together.wait()
        return read_text(f"The number {number} tram was late, Ada Finch said.", title=f"Tram {number}")

    await asyncio.gather(*(made.add(HERE, lambda n=n: read(n)) for n in range(12)))
    assert threading.current_thread() not in threads
    assert 2 <= len(threads) <= 4


async def test_many_people_at_once_each_get_their_own_servers_answer(desk: tuple[Desk, Library]) -> None:
    made, _ = desk
    await made.add(HERE, harbour)
    await made.add(THERE, orchard)
    answers = await asyncio.gather(
        *(made.ask(guild, "What was said about the dredger and the plum trees?") for guild in (HERE, THERE) * 20)
    )
    for here, there in zip(answers[::2], answers[1::2], strict=True):
        assert "Quillon Echo" not in _text(here)
        assert "Saltmere Courier" not in _text(there)


async def test_two_moderators_add_the_same_article_at_once(desk: tuple[Desk, Library]) -> None:
    made, library = desk
    await asyncio.gather(*(made.add(HERE, harbour) for _ in range(8)))
    assert len(library.of("discord-1")) == 1


async def test_errors_of_the_library_come_through(desk: tuple[Desk, Library]) -> None:
    made, _ = desk
    with pytest.raises(InvalidRequestError):
        await made.ask(None, " ")
    with pytest.raises(ReadingError):
        await made.add(HERE, lambda: read_bytes(b"", "empty.txt"))


async def test_a_closed_desk_takes_no_more_work(desk: tuple[Desk, Library]) -> None:
    made, _ = desk
    await made.close()
    with pytest.raises(RuntimeError):
        await made.people(None)

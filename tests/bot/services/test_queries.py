"""The desk one layer below Discord: many people at once, and nothing on the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pytest

from bot.context.asker import Asker
from bot.render.card.fonts import load_fonts
from bot.render.moderation import Added
from bot.render.places import PassagePlace
from bot.runtime.workers import BusyError
from bot.services.acts import Acts
from bot.services.moderation import Moderation
from bot.services.queries import Queries
from bot.services.uploads import pasted_text
from index import (
    Article,
    ArticleNotFoundError,
    Database,
    Fetcher,
    InvalidRequestError,
    Library,
    Sandbox,
    article_token,
    open_library,
    read_bytes,
    read_text,
)
from tests.bot.samples import ENGLISH
from tests.e2e.world import harbour, orchard

SAY = ENGLISH
HERE, THERE = Asker(7, 1, SAY), Asker(7, 2, SAY)


@dataclass(frozen=True, slots=True)
class Rooms:
    queries: Queries
    moderation: Moderation
    library: Library

    async def add(self, asker: Asker, make: Callable[[], Article]) -> tuple[Added, ...]:
        return [done async for done, _ in self.moderation.add(asker, (pasted_text("pasted", make),))][-1]


@pytest.fixture
async def rooms(database: Database, sandbox: Sandbox) -> AsyncIterator[Rooms]:
    library = open_library(database)
    queries = Queries(library, load_fonts())
    yield Rooms(queries, Moderation(Acts(queries), Fetcher(), sandbox), library)
    await queries.close()
    library.close()


def _text(pages: tuple[object, ...]) -> str:
    return "\n".join(str(page) for page in pages)


async def test_servers_add_articles_side_by_side_off_the_event_loop_one_at_a_time_each(rooms: Rooms) -> None:
    threads: set[threading.Thread] = set()
    together = threading.Barrier(2, timeout=30)
    reading = {HERE: threading.Lock(), THERE: threading.Lock()}

    def read(asker: Asker, number: int) -> Article:
        threads.add(threading.current_thread())
        with alone(reading[asker]):
            together.wait()
        return read_text(f"The number {number} tram was late, Ada Finch said.", title=f"Tram {number}")

    await asyncio.gather(*(rooms.add(asker, lambda a=asker, n=n: read(a, n)) for n in range(4) for asker in reading))
    assert threading.current_thread() not in threads
    assert len(threads) == 2


@contextmanager
def alone(lock: threading.Lock) -> Iterator[None]:
    """Fail where somebody else is in there already."""
    assert lock.acquire(blocking=False)
    try:
        yield
    finally:
        lock.release()


async def test_a_servers_jobs_leave_everybodys_questions_alone(rooms: Rooms) -> None:
    await rooms.add(HERE, harbour)
    await rooms.add(THERE, orchard)
    done = threading.Event()

    def slow(number: int) -> Article:
        assert done.wait(30)
        return read_text(f"The number {number} tram was late, Ada Finch said.", title=f"Tram {number}")

    jobs = [asyncio.create_task(rooms.add(asker, lambda: slow(1))) for asker in (HERE, THERE)]
    for asker, question, speaker in (
        (HERE, "Who waited for the dredger?", "Holt"),
        (THERE, "Who plants trees?", "Lind"),
    ):
        assert speaker in _text(await rooms.queries.ask(asker, question))
        assert len(await rooms.moderation.articles(asker)) == 1
    done.set()
    await asyncio.gather(*jobs)


async def test_a_server_that_gives_too_much_to_do_is_told_so_in_the_articles_line(rooms: Rooms) -> None:
    done, begun = threading.Event(), threading.Event()

    def slow() -> Article:
        begun.set()
        assert done.wait(30)
        return harbour()

    jobs = [asyncio.create_task(rooms.add(HERE, slow))]
    await asyncio.to_thread(begun.wait)
    jobs += [asyncio.create_task(rooms.add(HERE, slow)) for _ in range(10)]
    await asyncio.sleep(0)
    (line,) = await rooms.add(HERE, slow)
    assert line.problem == "A lot is going on here just now. Try again in a moment."
    (other,) = await rooms.add(THERE, orchard)
    assert other.addition is not None
    done.set()
    assert {line.addition is not None for (line,) in await asyncio.gather(*jobs)} == {True}


async def test_many_people_at_once_each_get_their_own_servers_answer(rooms: Rooms) -> None:
    await rooms.add(HERE, harbour)
    await rooms.add(THERE, orchard)
    answers = await asyncio.gather(
        *(
            rooms.queries.ask(guild, "What was said about the dredger and the plum trees?")
            for guild in (HERE, THERE) * 20
        )
    )
    for here, there in zip(answers[::2], answers[1::2], strict=True):
        assert "Quillon Echo" not in _text(here)
        assert "Saltmere Courier" not in _text(there)


async def test_a_question_about_a_passage_takes_its_speaker_from_there_while_it_is_there(rooms: Rooms) -> None:
    await rooms.add(HERE, harbour)
    own = rooms.library.of("discord-1")
    (passage,) = own.ask("Who waited eleven years for the dredger?", limit=1).passages
    place = PassagePlace(article_token(passage.article_id), passage.span, passage.content)
    (page, *_) = await rooms.queries.ask(HERE, "and what else did she say?", after=place)
    assert "closed at night" in str(page)
    gone = PassagePlace("0" * 12, passage.span, None)
    assert "closed at night" not in _text(await rooms.queries.ask(HERE, "and what else did she say?", after=gone))


async def test_another_servers_passage_leads_nowhere(rooms: Rooms) -> None:
    await rooms.add(HERE, harbour)
    await rooms.add(THERE, orchard)
    (passage,) = rooms.library.of("discord-1").ask("Who waited eleven years for the dredger?", limit=1).passages
    place = PassagePlace.of(passage)
    assert await rooms.queries.speaker_of(HERE, place) == "Maren Holt"
    assert "until noon" in _text(await rooms.queries.others(HERE, place))
    for reading in (rooms.queries.speaker_of, rooms.queries.others):
        with pytest.raises(ArticleNotFoundError):
            await reading(THERE, place)
    assert "eleven years" not in _text(await rooms.queries.ask(THERE, "and what else did she say?", after=place))


async def test_what_was_said_on_a_topic_goes_from_the_oldest_to_the_newest(rooms: Rooms) -> None:
    for number, day in enumerate((date(2026, 2, 1), date(2025, 5, 1), None, date(2025, 11, 1))):
        said = f"“The pier is {number} metres long,” said Aron Vale."
        rooms.library.of("discord-1").add(read_text(said, id=f"pier-{number}", published=day))
    shown = _text(await rooms.queries.quotes(HERE, "Aron Vale", about="pier"))
    order = [shown.index(f"The pier is {number} metres") for number in (1, 3, 0, 2)]
    assert order == sorted(order)


async def test_two_moderators_add_the_same_article_at_once(rooms: Rooms) -> None:
    await asyncio.gather(*(rooms.add(HERE, harbour) for _ in range(8)))
    assert len(rooms.library.of("discord-1")) == 1


async def test_errors_of_the_library_come_through_or_become_a_line(sandbox: Sandbox, rooms: Rooms) -> None:
    with pytest.raises(InvalidRequestError):
        await rooms.queries.ask(HERE, " ")
    (line,) = await rooms.add(HERE, lambda: read_bytes(b"", "empty.txt", sandbox))
    assert line.addition is None
    assert line.problem == "empty.txt: there is no text in it."


async def test_a_closed_desk_takes_no_more_work(rooms: Rooms) -> None:
    await rooms.queries.close()
    with pytest.raises(BusyError):
        await rooms.queries.people(HERE)

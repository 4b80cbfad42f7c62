"""Lanes over a PostgreSQL that vanishes: nobody queues behind calls that hang, and all is answered once it is back."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from bot.runtime.workers import Lane, Patience, StuckError
from index import StoreError, read_text
from index.library.library import Library
from index.search.cache import ReaderCache
from index.store import Deadlines, Store
from tests.postgres import PostgresServer
from tests.proxy import Proxy, proxy

SHORT = Deadlines(connecting=2, connection=4.0, writing=0.5, check=0.5, silence=1.5)
QUESTION = "What did Rhea Olsen say?"


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Proxy]:
    with proxy(postgres.socket) as made:
        yield made


@pytest.mark.long
async def test_four_calls_that_hang_leave_the_lane_answering(postgres: PostgresServer, line: Proxy) -> None:
    with closing(Store(postgres.database(host="127.0.0.1", port=str(line.port)), SHORT)) as store:
        library = Library(store, ReaderCache(store, most_in_memory=1_000), "one", lambda: datetime.now(UTC))
        library.add(read_text("“The pier is shut,” said Rhea Olsen, a baker."))
        lane = Lane("questions", workers=4, each=2, waiting=100, patience=Patience(late=0.3, lost=60.0))

        def ask() -> str:
            return library.ask(QUESTION).passages[0].text

        line.swallow()
        hung = [asyncio.create_task(lane.run(f"server {at}", ask)) for at in range(4)]
        others = [asyncio.create_task(lane.run("another", ask)) for _ in range(10)]
        async with asyncio.timeout(30):
            assert {type(error) for error in await asyncio.gather(*others, return_exceptions=True)} == {StuckError}
            assert not any(call.done() for call in hung)
            assert {type(error) for error in await asyncio.gather(*hung, return_exceptions=True)} == {StoreError}
        line.heal()
        async with asyncio.timeout(30):
            assert await lane.run("another", ask) == "“The pier is shut,” said Rhea Olsen, a baker."
        await lane.close()

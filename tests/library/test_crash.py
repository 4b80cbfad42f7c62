"""Processes killed while they write: what was confirmed is there, what was not is there whole or not at all."""

import os
import signal
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from index import annotate, open_library
from index.model.article import AnnotatedArticle
from index.store import Store
from tests.library.crashing import article, nursery

ARTICLES = 500
KILLS = 52
PUBLIC = "public"


@pytest.fixture(scope="module")
def expected() -> dict[str, AnnotatedArticle]:
    return {f"pier-{number}": annotate(article(number)) for number in range(ARTICLES)}


def kill(process: int, chance: Random, most: int) -> None:
    """Kill a process, at once or after an unpredictable moment of work here."""
    for _ in range(chance.choice((0, chance.randrange(most)))):
        pass
    with suppress(ProcessLookupError):  # it was done already
        os.kill(process, signal.SIGKILL)


def sound(database: Path | str) -> bool:
    if isinstance(database, str):
        return True  # a server that was not killed has no damage to look for
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_killed_fifty_times_while_adding_five_hundred_articles(
    database: Path | str, expected: dict[str, AnnotatedArticle]
) -> None:
    chance = Random(6)  # noqa: S311 - chance is not secret
    seen: set[str] = set()
    unconfirmed = 0
    with nursery(database) as children:
        for kills in range(KILLS):
            missing = [number for number in range(ARTICLES) if f"pier-{number}" not in seen]
            process, lines = children.start(f"add {' '.join(map(str, missing))}")
            confirmed = [next(lines).strip() for _ in range(chance.randrange(15))]
            kill(process, chance, 100_000)
            confirmed += [line.strip() for line in lines]  # what was printed before the kill came
            assert "done" not in confirmed
            with closing(Store(database)) as store:
                there = {*store.revisions(PUBLIC)}
                assert {*confirmed} <= there
                assert seen <= there
                for identity in there - seen:
                    assert store.get(PUBLIC, identity) == expected[identity]
                assert store.figures(PUBLIC)[0] == len(there)
            unconfirmed += len(there - seen - {*confirmed})
            seen = there
            assert sound(database)
            if kills % 20 == 0 and seen:
                with open_library(database) as library:
                    number = chance.choice(sorted(seen)).removeprefix("pier-")
                    assert library.ask(f"Is pier {number} shut?").passages[0].article_id == f"pier-{number}"
        missing = [number for number in range(ARTICLES) if f"pier-{number}" not in seen]
        assert missing
        _, lines = children.start(f"add {' '.join(map(str, missing))}")
        assert len(list(lines)) == len(missing) + 1
    print(f"killed {KILLS} times, {len(seen)} articles by then; {unconfirmed} were there and not yet confirmed")
    with open_library(database) as library:
        assert {summary.id: library.show(summary.id) for summary in library.articles()} == expected
        assert {passage.speaker for passage in library.quotes("Rhea Olsen").passages} == {"Rhea Olsen"}


def test_killed_ten_times_while_importing(database: Path | str, tmp_path: Path) -> None:
    chance = Random(6)  # noqa: S311 - chance is not secret
    file = tmp_path / "library.jsonl"
    with open_library(None) as library, file.open("wb") as written:
        for number in range(60):
            library.add(article(number))
        library.transfer.export(written)
    counts = []
    with nursery(database) as children:
        for _ in range(10):
            process, lines = children.start(f"import {file}")
            kill(process, chance, 1_000_000)
            done = [line.strip() for line in lines]
            with closing(Store(database)) as store:
                counts.append(store.count(PUBLIC))
            assert counts[-1] == 60 if done else counts[-1] in (0, 60)
            if counts[-1]:
                break
            assert sound(database)
        if not counts[-1]:
            _, lines = children.start(f"import {file}")
            assert list(lines) == ["done\n"]
    with open_library(database) as library:
        assert [library.show(f"pier-{number}").article for number in range(60)] == [article(n) for n in range(60)]

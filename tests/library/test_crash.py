"""Processes killed while they write: what was confirmed is there, what was not is there whole or not at all.

They are killed 44 times in all: while adding, removing and restoring, merging names, and importing.
"""

import os
import signal
import sqlite3
from contextlib import closing, suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from index import annotate, open_library
from index.model.article import AnnotatedArticle
from index.store import Store
from tests.forks import Forks
from tests.library.crashing import PEOPLE, Nursery, article, chorus, nursery

ADDED, KILLED_ADDING = 160, 16
KEPT, KILLED_RESTORING = 40, 12
KILLED_MERGING = 8
IMPORTED, KILLED_IMPORTING = 20, 8
PUBLIC = "public"

Database = Path | str


@pytest.fixture(scope="module")
def expected() -> dict[str, AnnotatedArticle]:
    return {f"pier-{number}": annotate(article(number)) for number in range(ADDED)}


def kill(process: int, chance: Random, most: int) -> None:
    """Kill a process, at once or after an unpredictable moment of work here."""
    for _ in range(chance.choice((0, chance.randrange(most)))):
        pass
    with suppress(ProcessLookupError):  # it was done already
        os.kill(process, signal.SIGKILL)


def sound(database: Database) -> bool:
    if isinstance(database, str):
        return True  # a server that was not killed has no damage to look for
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def killed(children: Nursery, task: str, chance: Random, *, after: int, most: int = 100_000) -> list[str]:
    """What a process had confirmed that was killed over a task: at least `after` things, if it has so many to do."""
    process, lines = children.start(task)
    confirmed = [line.strip() for line in islice(lines, after)]
    kill(process, chance, most)
    return confirmed + [line.strip() for line in lines]  # what was printed before the kill came


def test_killed_while_adding(forks: Forks, database: Database, expected: dict[str, AnnotatedArticle]) -> None:
    chance = Random(6)  # noqa: S311 - chance is not secret
    seen: set[str] = set()
    unconfirmed = 0
    with nursery(forks, database) as children:
        for kills in range(KILLED_ADDING):
            missing = [number for number in range(ADDED) if f"pier-{number}" not in seen]
            task = f"add {' '.join(map(str, missing))}"
            confirmed = {f"pier-{one}" for one in killed(children, task, chance, after=chance.randrange(10))}
            assert "pier-done" not in confirmed
            with closing(Store(database)) as store:
                there = {*store.revisions(PUBLIC)}
                assert confirmed <= there
                assert seen <= there
                for identity in there - seen:
                    assert store.get(PUBLIC, identity) == expected[identity]
                assert store.figures(PUBLIC)[0] == len(there)
            unconfirmed += len(there - seen - confirmed)
            seen = there
            assert sound(database)
            if kills % 10 == 0 and seen:
                with open_library(database) as library:
                    number = chance.choice(sorted(seen)).removeprefix("pier-")
                    assert library.ask(f"Is pier {number} shut?").passages[0].article_id == f"pier-{number}"
        missing = [number for number in range(ADDED) if f"pier-{number}" not in seen]
        assert missing
        _, lines = children.start(f"add {' '.join(map(str, missing))}")
        assert len(list(lines)) == len(missing) + 1
    print(f"killed {KILLED_ADDING} times, {len(seen)} articles by then; {unconfirmed} were there and not yet confirmed")
    with open_library(database) as library:
        assert {summary.id: library.show(summary.id) for summary in library.articles()} == expected
        assert {passage.speaker for passage in library.quotes("Rhea Olsen").passages} == {"Rhea Olsen"}


def test_killed_while_removing_and_restoring(
    forks: Forks, database: Database, expected: dict[str, AnnotatedArticle]
) -> None:
    """Each article is in the library or among what can be restored, and never in both or neither."""
    chance = Random(6)  # noqa: S311
    everything = {f"pier-{number}" for number in range(KEPT)}
    there = set(everything)
    with open_library(database) as library:
        for number in range(KEPT):
            library.add(article(number))
    with nursery(forks, database) as children:
        for kills in range(KILLED_RESTORING):
            task = ("remove", "restore")[kills % 2]
            affected = sorted(there if task == "remove" else everything - there)
            numbers = " ".join(identity.removeprefix("pier-") for identity in affected)
            lines = killed(children, f"{task} {numbers}", chance, after=chance.randrange(len(affected) // 2 + 1))
            confirmed = {f"pier-{one}" for one in lines if one != "done"}
            with open_library(database) as library:
                now = {summary.id for summary in library.articles()}
                removed = {removal.article.id for removal in library.removals.list() if removal.restorable}
                assert now | removed == everything
                assert not now & removed
                changed = there - now if task == "remove" else now - there
                assert confirmed <= changed
                assert changed == there ^ now
                assert all(library.show(identity) == expected[identity] for identity in now)
            there = now
            assert sound(database)
        assert there != everything


def test_killed_while_merging_names(forks: Forks, database: Database) -> None:
    chance = Random(6)  # noqa: S311
    with open_library(database) as library:
        library.add(chorus())
        assert {person.name for person in library.people()} == {*PEOPLE}
    merged: set[str] = set()
    with nursery(forks, database) as children:
        for _ in range(KILLED_MERGING):
            waiting = [str(number) for number in range(1, len(PEOPLE)) if PEOPLE[number] not in merged]
            lines = killed(children, f"merge {' '.join(waiting)}", chance, after=chance.randrange(2))
            confirmed = {PEOPLE[int(one)] for one in lines if one != "done"}
            with open_library(database) as library:
                now = {name for rule in library.names.list() for name in rule.names}
                assert merged | confirmed <= now
                assert len(library.names.list()) == len(now)
                people = {person.name: {*person.aliases} for person in library.people()}
                assert people.keys() == {*PEOPLE} - now
                assert people[PEOPLE[0]] == now
            merged = now
            assert sound(database)
    assert merged


def test_killed_while_importing(
    forks: Forks, database: Database, expected: dict[str, AnnotatedArticle], tmp_path: Path
) -> None:
    """Into a database that has other libraries, each time one more: all of it is there, or nothing."""
    chance = Random(6)  # noqa: S311
    exported = BytesIO()
    with open_library(None) as library:
        for number in range(IMPORTED):
            library.add(article(number))
        library.transfer.export(exported)
    whole = 0
    with nursery(forks, database) as children:
        for kills in range(KILLED_IMPORTING):
            file = tmp_path / f"shelf-{kills}.jsonl"
            file.write_bytes(exported.getvalue().replace(b'"public"', f'"shelf-{kills}"'.encode(), 1))
            confirmed = killed(children, f"import {file}", chance, after=0, most=5_000_000)
            with closing(Store(database)) as store:
                assert store.count(f"shelf-{kills}") in ((IMPORTED,) if confirmed else (0, IMPORTED))
                whole += store.count(f"shelf-{kills}") > 0
            assert sound(database)
    print(f"killed {KILLED_IMPORTING} times, {whole} libraries were there whole all the same")
    with open_library(database) as library:
        for kills in range(KILLED_IMPORTING):
            shelf = library.of(f"shelf-{kills}")
            if not len(shelf):
                with (tmp_path / f"shelf-{kills}.jsonl").open("rb") as again:
                    library.transfer.import_(again, "again")
            assert {one.id: shelf.show(one.id) for one in shelf.articles()} == dict([*expected.items()][:IMPORTED])

"""Several processes and threads over one database: nobody's article is lost, and everybody sees everything."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from index import Database, Library, Outcome, open_library, read_text
from tests.forks import ROOT, Forks

WRITER = """
import sys
from pathlib import Path
from index import open_library, read_text
with open_library(sys.argv[1]) as library:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(60):
        library.add(read_text(f"Pier {number} of the {sys.argv[2]} is shut.", title="Pier shut"))
"""


def pier(number: int, *, title: str = "Pier shut") -> str:
    return f"{title}\n\n“Pier {number} is shut for good,” said Rhea Olsen, a baker."


def test_processes_that_add_articles_of_one_title_lose_none(forks: Forks, database: Database) -> None:
    with ExitStack() as running:
        writers = [
            running.enter_context(forks.start(WRITER, str(database), side, environment=dict(os.environ), folder=ROOT))
            for side in ("north", "south", "west")
        ]
        for writer in writers:
            assert writer.stdout.readline() == "ready\n"
        for writer in writers:
            writer.stdin.write("go\n")
            writer.stdin.flush()
        assert [writer.communicate(60)[1] for writer in writers] == ["", "", ""]
    with open_library(database) as library:
        texts = {library.show(summary.id).article.text for summary in library.articles()}
    assert len(texts) == 180


def test_threads_share_a_library(database: Database) -> None:
    def work(library: Library, number: int) -> tuple[Outcome, bool]:
        outcome = library.add(read_text(pier(number))).outcome
        return outcome, bool(library.ask(f"Is pier {number} shut?").passages)

    with open_library(database) as library:
        with ThreadPoolExecutor(6) as threads:
            done = list(threads.map(lambda number: work(library, number), range(24)))
        assert done == [(Outcome.ADDED, True)] * 24
        assert len({summary.id for summary in library.articles()}) == 24
        (olsen,) = library.people()
        assert (olsen.name, olsen.quotes, olsen.articles) == ("Rhea Olsen", 24, 24)


def test_threads_that_add_one_article_add_it_once(database: Database) -> None:
    with open_library(database) as library:
        with ThreadPoolExecutor(6) as threads:
            additions = list(threads.map(lambda _: library.add(read_text(pier(1))), range(12)))
        assert len(library) == 1
        assert sum(addition.outcome is Outcome.ADDED for addition in additions) == 1
        assert {addition.article.id for addition in additions} == {"pier-shut"}


def test_a_second_library_follows_every_kind_of_write(database: Database) -> None:
    with open_library(database) as one, open_library(database) as two:
        assert two.ask("Is pier 1 shut?").abstained == "There are no articles here yet."
        one.add(read_text(pier(1), id="a"))
        assert {p.article_id for p in two.ask("Is pier 1 shut?").passages} == {"a"}
        one.add(read_text("Pier open\n\n“The gate is open again,” said Ines Calder, the mayor.", id="a"))
        assert "open" in two.ask("Is the gate open again?").passages[0].text
        assert [person.name for person in two.people()] == ["Ines Calder"]
        assert not two.quotes("Rhea Olsen").passages
        assert two.show("a") == one.show("a")
        one.removals.remove("a")
        assert two.articles() == ()
        assert two.people() == ()
        assert two.ask("Is the gate open again?").abstained == "There are no articles here yet."

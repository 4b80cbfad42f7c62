"""What speed is held to, in one table: ``python -m tests.bench.all [--articles N] [--only WORD]`` (default 2,000).

Each figure is measured in processes of its own, as a plain installation runs: seconds and milliseconds are of the
processor, with all children, so that others who use the machine count less; compare figures of one run alone. The
library is that of `tests.bench.cold`, asked the questions of ../shared/eval/news_questions.jsonl; what is added are the
articles of news_dev.jsonl there. tantivy is left out where the extra ``bench`` is not installed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import numpy as np
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index import Sandbox, open_library, read_feed, shared_encoder
from index.store import Store
from tests.bench import cold
from tests.bench.large import LARGEST

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
ENTRIES = 50  # of a feed
POSTINGS = 100_000  # sentences
UNKNOWN = ("What did Orsolya Vance say about the asteroid?", "Who spoke of the xylotron?")
Row = tuple[str, str]


def processor() -> float:
    """Seconds of the processor that this process and its ended children have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def taken(*arguments: str | Path) -> float:
    """Seconds of the processor that a run of the command line takes, the least of three."""
    least = float("inf")
    for _ in range(3):
        before = processor()
        subprocess.run([sys.executable, "-m", "index", *arguments], check=True, capture_output=True)
        least = min(least, processor() - before)
    return least


def records(place: Path) -> Path:
    """The articles that are added, as the command line takes them."""
    path = place / "articles.jsonl"
    with (EVAL / "news_dev.jsonl").open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for article in map(json.loads, lines):
            out.write(json.dumps({name: article[name] for name in ("id", "text", "title")}) + "\n")
    return path


def adding(place: Path) -> Iterator[Row]:
    """Articles a second, by the clock and by the processor, without the encoder."""
    path, count = records(place), sum(1 for _ in (EVAL / "news_dev.jsonl").open(encoding="utf-8"))
    off = os.environ | {"ONRECORD_ENCODER": "off"}
    before, began = processor(), time.perf_counter()
    command = [sys.executable, "-m", "index", "add", "--jsonl", path, "--database", place / "dev.db"]
    subprocess.run(command, check=True, capture_output=True, env=off)
    clock, busy = time.perf_counter() - began, processor() - before
    yield f"{count} articles added, a second", f"{count / clock:.1f} ({count / busy:.1f} a second of a core)"


def starting(place: Path) -> Iterator[Row]:
    """The command line from process start."""
    yield "`onrecord --version`, of a core", f"{taken('--version'):.2f} s"
    nowhere = place / "none.db"
    yield "`ask` over the samples", f"{taken('ask', 'What did the harbour captain say?', '--database', nowhere):.2f} s"
    database = place / "dev.db"
    if database.exists():
        with open_library(database, encoder=shared_encoder()) as library:
            library.complete()
        yield "`ask` over 84 articles", f"{taken('ask', 'What did Clinton say?', '--database', database):.2f} s"


def asking(place: Path, articles: int) -> Iterator[Row]:
    """Questions over a large library without the encoder, and its first answers."""
    path = place / "large.db"
    with closing(Store(path)) as store:
        made = cold.copies(sys.maxsize)
        while pile := list(islice(made, min(100, articles - store.count(cold.PUBLIC)))):
            cold._put(store, pile)
    command = [sys.executable, "-m", "tests.bench.all", "--ask", path]
    first = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    again = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    of = f"at {articles:,} articles"
    yield f"ask, mean / 99 % {of}", f"{again['mean']:.1f} / {again['most']:.1f} ms"
    yield f"a name that nobody has {of}", f"{again['silent']:.1f} ms"
    yield f"the first question after an addition {of}", f"{again['added']:.0f} ms"
    yield f"first answer {of}, nothing saved; saved", f"{first['first'] / 1000:.1f} s; {again['first'] / 1000:.1f} s"


def measure(path: Path) -> dict[str, float]:
    """Milliseconds of this process."""

    def of(work: Callable[[], object]) -> float:
        before = time.process_time()
        work()
        return 1000 * (time.process_time() - before)

    with (EVAL / "news_questions.jsonl").open(encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines]
    with open_library(path) as library:
        first = of(lambda: library.ask(questions[0]))
        library.save_reader(at_least=1)
        times = [of(lambda question=question: library.ask(question)) for question in questions]  # type: ignore[misc]
        silent = max(of(lambda question=question: library.ask(question)) for question in UNKNOWN)  # type: ignore[misc]
        library.add(cold.read_text(f"A toll\n\n“It is too high,” said Rhea Olsen at {time.time()}.", id="one-more"))
        added = of(lambda: library.ask(questions[0]))
    most = float(np.percentile(times, 99))
    return {"first": first, "mean": float(np.mean(times)), "most": most, "silent": silent, "added": added}


def engines(_: Path) -> Iterator[Row]:
    """Queries of the postings against tantivy's."""
    if find_spec("tantivy") is None:
        yield "postings against tantivy", 'not measured: pip install -e ".[bench]"'
        return
    command = [sys.executable, "-m", "tests.bench.engines", str(POSTINGS)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    for line in lines:
        if line.startswith(("| Onrecord", "| tantivy")):
            yield f"postings of {POSTINGS:,} sentences", line.strip("| ")


def feeding(_: Path) -> Iterator[Row]:
    """A check of a feed, the child's share included, the first aside."""
    items = "".join(
        f"<item><title>Entry {n}</title><link>https://news.example/{n}</link><description>What Ann Lee said of entry "
        f"{n}.</description><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item>"
        for n in range(ENTRIES)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()
    before = processor()
    times = []
    for checks in (1, 11):
        with Sandbox() as sandbox:
            for _check in range(checks):
                read_feed(feed, "https://news.example/feed", sandbox)
        times.append(processor() - before)
        before = processor()
    one = (times[1] - times[0]) / 10
    yield f"feed check of {ENTRIES} entries; the first", f"{one:.3f} s; {times[0]:.2f} s"


def memory(_: Path) -> Iterator[Row]:
    """The peak of a process that adds an article of the largest size."""
    command = [sys.executable, "-m", "tests.bench.large", "--inner", "news", "--largest", str(LARGEST)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    yield "largest article of news", " ".join(done.stdout.split())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--ask", type=Path)
    given = parser.parse_args()
    if given.ask:
        print(json.dumps(measure(given.ask)))
        return
    table = Table("measured", "here", box=MARKDOWN)
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        parts: dict[str, Callable[[Path], Iterator[Row]]] = {
            "adding": adding,
            "starting": starting,
            "asking": lambda place: asking(place, given.articles),
            "engines": engines,
            "feeding": feeding,
            "memory": memory,
        }
        for name, part in parts.items():
            if given.only in name:
                for row in part(place):
                    table.add_row(*row)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    Console(width=140).print(table, f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {load}")


if __name__ == "__main__":
    main()

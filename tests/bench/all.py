"""What speed and size are held to, in one table: ``python -m tests.bench.all [--articles N] [--only WORD]``.

Beside each figure stand what it is held to, what it is meant to be, and what others need. Each is measured in
processes of its own, as a plain installation runs: seconds and milliseconds are of the processor, with all children, so
that others who use the machine count less; compare figures of one run alone. The library is that of `tests.bench.cold`,
of N articles (default 2,000; the bounds are those of 10,000, which takes five times as long), asked the questions of
../shared/eval/news_questions.jsonl; what is added are the articles of news_dev.jsonl there. Other engines are left out
where the extra ``bench`` is not installed.
"""

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import astuple, dataclass
from importlib.metadata import distribution
from itertools import islice
from pathlib import Path

import numpy as np
from packaging.requirements import Requirement
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index import Sandbox, open_library, read_feed, shared_encoder
from index.__main__ import SELDOM
from index.store import Store
from tests.bench import cold, engines
from tests.bench.large import LARGEST

ROOT = Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared" / "eval"
ASKED = "What did the harbour captain say?"  # of the samples
ENTRIES = 50  # of a feed
POSTINGS = 100_000  # sentences
UNKNOWN = ("What did Orsolya Vance say about the asteroid?", "Who spoke of the xylotron?")
OTHERS = ("tantivy", "bm25s", "rank_bm25")


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured, what came out, what it is held to and meant to be, and what others need."""

    what: str
    here: str
    least: str = ""
    aim: str = ""
    others: str = ""


def processor() -> float:
    """Seconds of the processor that this process and its ended children have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def taken(place: Path, *arguments: str | Path) -> float:
    """Seconds of the processor that a run of the command line takes, the least of three.

    What is installed has bytecode, so these have it too, whatever the environment says: the first writes it.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = kept | {"PYTHONPYCACHEPREFIX": str(place / "bytecode"), "XDG_DATA_HOME": str(place)}
    least = float("inf")
    for _ in range(3):
        before = processor()
        subprocess.run([sys.executable, "-m", "index", *arguments], check=True, capture_output=True, env=compiled)
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
    here = f"{count / clock:.1f} ({count / busy:.1f} a second of a core)"
    yield Row(f"{count} articles added, a second", here, "2.4", "4.8")


def starting(place: Path) -> Iterator[Row]:
    """The command line from process start."""
    yield Row("`onrecord --version`, of a core", f"{taken(place, '--version'):.2f} s", "0.4 s", "0.25 s")
    seconds = taken(place, "ask", ASKED, "--database", place / "none.db")
    yield Row("`ask` over the samples, of a core", f"{seconds:.2f} s")
    database = place / "dev.db"
    if not database.exists():
        yield from adding(place)
    with open_library(database, encoder=shared_encoder()) as library:
        library.complete()
    seconds = taken(place, "ask", "What did Clinton say?", "--database", database)
    yield Row("`ask` over 84 articles, of a core", f"{seconds:.2f} s", "0.9 s", "0.6 s")


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
    with closing(Store(path)) as store:
        for table in ("indexes", "forwards"):
            store.write(f"DELETE FROM {table}")  # noqa: S608 - constants
    anew = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    of = f"at {articles:,} articles"
    both = f"{first['first'] / 1000:.1f} s; {again['first'] / 1000:.1f} s"
    yield Row(f"ask, mean / 99 % {of}", f"{again['mean']:.1f} / {again['most']:.1f} ms", "29 / 102 ms", "14 / 51 ms")
    yield Row(f"a name that nobody has {of}", f"{again['silent']:.1f} ms")
    after = f"{again['added']:.0f} ms; {again['enrolled']:.0f} ms"
    yield Row(f"the first question after an addition {of}; after a process's first", after)
    yield Row(f"first answer {of}, no index saved; saved", both, "20 s; 1.5 s", "8 s; 0.5 s")
    yield Row(f"first answer {of}, each text read anew", f"{anew['first'] / 1000:.1f} s")


def measure(path: Path) -> dict[str, float]:
    """Milliseconds of this process."""

    def of(work: Callable[[], object]) -> float:
        before = time.process_time()
        work()
        return 1000 * (time.process_time() - before)

    with (EVAL / "news_questions.jsonl").open(encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines]
    gc.set_threshold(*SELDOM)
    with open_library(path) as library:
        first = of(lambda: library.ask(questions[0]))
        library.save_reader(at_least=1)
        times = [of(lambda question=question: library.ask(question)) for question in questions]  # type: ignore[misc]
        silent = max(of(lambda question=question: library.ask(question)) for question in UNKNOWN)  # type: ignore[misc]
        added = []
        for name in ("Rhea Olsen", "Jona Zell"):
            library.add(cold.read_text(f"A toll\n\n“It is too high,” said {name} at {time.time()}.", id="one-more"))
            added.append(of(lambda: library.ask(questions[0])))
    most = float(np.percentile(times, 99))
    return {
        "first": first,
        "mean": float(np.mean(times)),
        "most": most,
        "silent": silent,
        "enrolled": added[0],
        "added": added[1],
    }


def querying(_: Path) -> Iterator[Row]:
    """Queries of the postings beside others'."""
    times = {}
    for name in ("Onrecord", *filter(engines.installed, OTHERS)):
        runs = [engines.fresh(name, POSTINGS) for _run in range(3 if name in {"Onrecord", "tantivy"} else 1)]
        times[name] = min(run.p50 for run in runs), min(run.p99 for run in runs)
    told = {name: f"{half:.2f} / {most:.2f} ms" for name, (half, most) in times.items()}
    ours = told.pop("Onrecord")
    others = "; ".join(f"{name} {one}" for name, one in told.items()) or 'pip install -e ".[bench]"'
    yield Row(f"query of {POSTINGS:,} sentences, median / 99 %", ours, others=others)
    if "tantivy" in times:
        half, most = (a / b for a, b in zip(times["Onrecord"], times["tantivy"], strict=True))
        yield Row("the same by tantivy's time", f"{half:.2f} / {most:.2f}", "1.0 / 1.0", "0.6 / 0.8")


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
    here = f"{one:.3f} s; {times[0]:.2f} s"
    yield Row(f"feed check of {ENTRIES} entries, of a core; the first", here, "0.15 s", "0.05 s")


def memory(_: Path) -> Iterator[Row]:
    """The peak of a process that adds an article of the largest size."""
    command = [sys.executable, "-m", "tests.bench.large", "--inner", "news", "--largest", str(LARGEST)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    *_size, seconds, _s, peak, _mb = done.stdout.split()[:8]
    yield Row("largest legal article: peak memory; of a core", f"{peak} MB; {seconds} s", "300 MB", "200 MB")


def weighing(place: Path) -> Iterator[Row]:
    """What README's first command leaves on disk, without Python and pip: the two packages, what they need, and the
    bytecode of what an answer loads."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = [Requirement(line) for line in tomllib.load(file)["project"]["dependencies"]]
    files = {each for folder in ("index", "bot") for each in (ROOT / folder).rglob("*.*")}
    seen: set[str] = set()
    while wanted:
        need = wanted.pop()
        if need.name.lower() in seen or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        seen.add(need.name.lower())
        found = distribution(need.name)
        files |= {Path(str(each.locate())) for each in found.files or ()}
        further = [Requirement(line) for line in found.requires or ()]
        wanted += [each for each in further if _asked_for(each, need.extras | {""})]
    plain = sum(each.stat().st_size for each in files if each.suffix != ".pyc" and each.is_file())
    answered = place / "answered"
    taken(answered, "ask", ASKED)
    folders = [str(ROOT), sysconfig.get_path("purelib")]
    made = {each for folder in folders for each in (answered / "bytecode" / folder[1:]).rglob("*.pyc")}
    bytecode = sum(each.stat().st_size for each in made)
    here = f"{(plain + bytecode) / 1e6:.0f} MB, {bytecode / 1e6:.0f} of them bytecode"
    yield Row("installed by README's command, after its answer", here, "280 MB", "220 MB")


def _asked_for(need: Requirement, extras: AbstractSet[str]) -> bool:
    """Whether a package needs another where it is installed with some extras."""
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras)


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
    table = Table("measured", "here", "held to", "aim", "others", box=MARKDOWN)
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        parts: dict[str, Callable[[Path], Iterator[Row]]] = {
            "adding": adding,
            "starting": starting,
            "asking": lambda place: asking(place, given.articles),
            "querying": querying,
            "feeding": feeding,
            "memory": memory,
            "weighing": weighing,
        }
        for name, part in parts.items():
            if given.only in name:
                for row in part(place):
                    print(row.what, row.here, sep=": ", file=sys.stderr, flush=True)
                    table.add_row(*astuple(row))
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    Console(width=200).print(table, f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {load}")


if __name__ == "__main__":
    main()

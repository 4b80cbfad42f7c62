"""BM25 engines compared: ``python -m tests.bench.engines [SENTENCES ...]`` (default 10,000 and 100,000).

Needs the extra ``bench``; an engine whose package is not installed is left out. Sentences are drawn from the word
frequencies of ../shared/eval/news_train.jsonl, the same for all engines; each runs in a process of its own and is asked
the same questions of five words that stand together in a sentence, stop words dropped, for ten sentences. rank_bm25 is
left out beyond 100,000. Prints a table in Markdown; times are of the processor, as others may use the machine, and what
counts are their ratios within one run.
"""

import json
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index.ranking.postings import Postings
from index.text.terms import terms_of

TRAIN = Path(__file__).resolve().parents[3] / "shared" / "eval" / "news_train.jsonl"
ENGINES = ("Onrecord", "rank_bm25", "bm25s", "tantivy", "SQLite FTS5")
PACKAGES = {"Onrecord": "index", "SQLite FTS5": "sqlite3"}
ARTICLE = 20  # sentences
QUESTIONS, STOCK_QUESTIONS = 300, 12
STOCK_LIMIT = 100_000
Sentences = Sequence[list[str]]


class Engine(Protocol):
    """What is measured of each engine."""

    def build(self, sentences: Sentences) -> None: ...
    def ask(self, words: list[str]) -> int: ...
    def replace(self, article: Sentences) -> None: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """One engine at one size: seconds, milliseconds, megabytes; `change` is adding and removing one article."""

    build: float
    p50: float
    p99: float
    change: float | None
    memory: float


class Ours:
    """`index.ranking.postings.Postings`."""

    def build(self, sentences: Sentences) -> None:
        self.postings = Postings(sentences, k1=0.5, b=0.6)
        self.numbers = range(len(sentences))

    def ask(self, words: list[str]) -> int:
        return self.postings.get_top_n(words, self.numbers, 10)[0]

    def replace(self, article: Sentences) -> None:
        for number in [self.postings.add(sentence) for sentence in article]:
            self.postings.remove(number)


class Stock:
    """rank_bm25 by itself, which cannot add or remove."""

    def build(self, sentences: Sentences) -> None:
        from rank_bm25 import BM25Plus

        self.index = BM25Plus(sentences, k1=0.5, b=0.6)
        self.numbers = range(len(sentences))

    def ask(self, words: list[str]) -> int:
        return int(self.index.get_top_n(words, self.numbers, 10)[0])

    def replace(self, article: Sentences) -> None:
        raise NotImplementedError


class Sparse:
    """bm25s, which cannot add or remove."""

    def build(self, sentences: Sentences) -> None:
        import bm25s

        self.index = bm25s.BM25(method="bm25+", k1=0.5, b=0.6)
        self.index.index(list(sentences), show_progress=False)

    def ask(self, words: list[str]) -> int:
        documents, _ = self.index.retrieve([words], k=10, show_progress=False)
        return int(documents[0][0])

    def replace(self, article: Sentences) -> None:
        raise NotImplementedError


class Tantivy:
    """tantivy, in memory, with its own white-space tokeniser."""

    def build(self, sentences: Sentences) -> None:
        import tantivy

        self.tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("body", tokenizer_name="whitespace")
        schema.add_text_field("article", tokenizer_name="raw")
        self.index = tantivy.Index(schema.build())
        self.writer = self.index.writer(100_000_000, 1)
        for number, sentence in enumerate(sentences):
            self.writer.add_document(tantivy.Document(body=" ".join(sentence), article=str(number // ARTICLE)))
        self.writer.commit()
        self.writer.wait_merging_threads()
        self.writer = self.index.writer(100_000_000, 1)
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, words: list[str]) -> int:
        terms = [
            (self.tantivy.Occur.Should, self.tantivy.Query.term_query(self.index.schema, "body", word))
            for word in words
        ]
        hits = self.searcher.search(self.tantivy.Query.boolean_query(terms), 10).hits
        return len(hits)

    def replace(self, article: Sentences) -> None:
        for sentence in article:
            self.writer.add_document(self.tantivy.Document(body=" ".join(sentence), article="added"))
        self.writer.commit()
        self.writer.delete_documents_by_query(self.tantivy.Query.term_query(self.index.schema, "article", "added"))
        self.writer.commit()
        self.index.reload()


class Fts:
    """SQLite's FTS5, in memory."""

    def build(self, sentences: Sentences) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE s USING fts5(body)")
        self.connection.executemany("INSERT INTO s (body) VALUES (?)", ((" ".join(s),) for s in sentences))
        self.connection.commit()

    def ask(self, words: list[str]) -> int:
        match = " OR ".join(f'"{word}"' for word in words)
        rows = self.connection.execute(
            "SELECT rowid FROM s WHERE s MATCH ? ORDER BY bm25(s) LIMIT 10", (match,)
        ).fetchall()
        return int(rows[0][0])

    def replace(self, article: Sentences) -> None:
        numbers = [
            self.connection.execute("INSERT INTO s (body) VALUES (?)", (" ".join(s),)).lastrowid for s in article
        ]
        self.connection.executemany("DELETE FROM s WHERE rowid = ?", ((n,) for n in numbers))
        self.connection.commit()


MAKERS: dict[str, Callable[[], Engine]] = dict(zip(ENGINES, (Ours, Stock, Sparse, Tantivy, Fts), strict=True))


def corpus(size: int) -> tuple[list[list[str]], list[list[str]]]:
    """Sentences drawn from the words of the training articles, and questions; the same for the same size."""
    counts: Counter[str] = Counter()
    lengths: list[int] = []
    with TRAIN.open(encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n"):
                words = [term.stem for term in terms_of(paragraph) if not term.stop]
                if words:
                    counts.update(words)
                    lengths.append(min(len(words), 40))
    chance = random.Random(7)
    vocabulary = [word for word, _ in counts.most_common()]
    weights = list(accumulate(counts[word] for word in vocabulary))
    shared = {word: sys.intern(word) for word in vocabulary}
    sentences = [
        [shared[w] for w in chance.choices(vocabulary, cum_weights=weights, k=max(3, chance.choice(lengths) // 2))]
        for _ in range(size)
    ]
    questions = []
    while len(questions) < QUESTIONS:
        words = list(dict.fromkeys(chance.choice(sentences)))
        if len(words) >= 5:
            questions.append(chance.sample(words, 5))
    return sentences, questions


def measure(name: str, size: int) -> Figures:
    """Build, ask and change one engine in this process."""
    sentences, questions = corpus(size)
    if name == "rank_bm25":
        questions = questions[:STOCK_QUESTIONS]
    engine = MAKERS[name]()
    before = _memory()
    began = time.process_time()
    engine.build(sentences)
    build = time.process_time() - began
    memory = _memory() - before
    engine.ask(questions[0])
    times = []
    for question in questions:
        began = time.process_time()
        engine.ask(question)
        times.append(1000 * (time.process_time() - began))
    change = None
    if name not in {"rank_bm25", "bm25s"}:
        changes = []
        for start in range(0, 10 * ARTICLE, ARTICLE):
            began = time.process_time()
            engine.replace(sentences[start : start + ARTICLE])
            changes.append(1000 * (time.process_time() - began))
        change = sorted(changes)[len(changes) // 2]
    times.sort()
    return Figures(build, times[len(times) // 2], times[int(0.99 * len(times))], change, memory)


def fresh(name: str, size: int) -> Figures:
    """One engine at one size, in a process of its own."""
    run = [sys.executable, "-m", "tests.bench.engines", "--one", name, str(size)]
    return Figures(**json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout))


def installed(name: str) -> bool:
    """Whether the engine is there."""
    return find_spec(PACKAGES.get(name, name)) is not None


def _memory() -> float:
    """Resident memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Run every engine at every size, each in a process of its own, and print the tables."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(asdict(measure(sys.argv[2], int(sys.argv[3])))))
        return
    console = Console(width=140)
    for size in [int(argument) for argument in sys.argv[1:]] or [10_000, 100_000]:
        table = Table(
            f"{size:,} sentences", "build s", "query p50 ms", "p99 ms", "times ours", "add + remove ms", "memory MB",
            box=MARKDOWN,
        )  # fmt: skip
        ours = 0.0
        for name in ENGINES:
            if (name == "rank_bm25" and size > STOCK_LIMIT) or not installed(name):
                continue
            found = fresh(name, size)
            ours = ours or found.p50
            change = "-" if found.change is None else f"{found.change:.2f}"
            table.add_row(
                name, f"{found.build:.1f}", f"{found.p50:.3f}", f"{found.p99:.3f}", f"{found.p50 / ours:.1f}", change,
                f"{found.memory:.0f}",
            )  # fmt: skip
        console.print(table)


if __name__ == "__main__":
    main()
